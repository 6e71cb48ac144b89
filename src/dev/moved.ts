import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import type { Bilingual } from '../../scripts/ledger/types.ts'
import type { MovedFigures } from './moved-event.ts'

/** Figures that are shown otherwise than before, by id. */
export const movedFigures = (before: Ledger, after: Ledger): MovedFigures =>
  Object.fromEntries(
    [...after.figures].flatMap(([id, figure]) => {
      const last = before.figures.get(id)
      if (!last || last.value.equals(figure.value)) return []
      const texts = (of: typeof figure): Bilingual => ({ zh: shown(of, 'zh'), en: shown(of, 'en') })
      return [[id, { before: texts(last), after: texts(figure), value: String(figure.value.valueOf()) }]]
    }),
  )
