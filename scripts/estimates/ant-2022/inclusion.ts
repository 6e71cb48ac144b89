import { monthlyPay } from '../../formulas/monthly-pay.ts'
import { derived } from '../../ledger/figures/derived.ts'

const cloudWorkers = { period: '2022', entity: 'ant-cloud-service' } as const

/** The one monthly income that the study prints for its inclusive programmes, beside what a full-time month of cloud service would pay. */
export const inclusion = [
  derived({
    id: 'ant.inclusion.monthlyPayLow',
    label: { zh: '云客服全职一月的收入（时薪低端）', en: 'Monthly pay of a full-time post at the low end of cloud-service pay' },
    short: { zh: '云客服全职一月，时薪低端', en: 'full-time month of cloud service, low rate' },
    unit: 'yuan',
    scope: cloudWorkers,
    digits: 2,
    formula: monthlyPay,
    of: { yearlyPay: 'ant.inclusion.yearOfServiceLow' },
  }),
  derived({
    id: 'ant.inclusion.monthlyPayHigh',
    label: { zh: '云客服全职一月的收入（时薪高端）', en: 'Monthly pay of a full-time post at the high end of cloud-service pay' },
    short: { zh: '云客服全职一月，时薪高端', en: 'full-time month of cloud service, high rate' },
    unit: 'yuan',
    scope: cloudWorkers,
    digits: 2,
    formula: monthlyPay,
    of: { yearlyPay: 'ant.inclusion.yearOfServiceHigh' },
  }),
]
