import { derived } from '../../../../../scripts/ledger/figures/derived.ts'
import { oilBurned } from '../../formulas/oil-burned.ts'

const scope = { period: '1901', entity: 'lighthouse' } as const

/** The oil of the year: so many litres a night in long nights and in short ones. */
export const lamp = [
  derived({
    id: 'lamp.longNights.litres',
    label: { zh: '长夜的灯油', en: 'Oil in long nights' },
    short: { zh: '长夜', en: 'Long nights' },
    unit: 'litre',
    scope,
    formula: oilBurned,
    of: { nights: 'lamp.longNights.nights', litresANight: 'lamp.longNights.litresANight' },
  }),
  derived({
    id: 'lamp.shortNights.litres',
    label: { zh: '短夜的灯油', en: 'Oil in short nights' },
    short: { zh: '短夜', en: 'Short nights' },
    unit: 'litre',
    scope,
    formula: oilBurned,
    of: { nights: 'lamp.shortNights.nights', litresANight: 'lamp.shortNights.litresANight' },
  }),
]
