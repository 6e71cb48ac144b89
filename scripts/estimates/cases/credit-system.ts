import { derived } from '../../ledger/figures/derived.ts'
import { rate } from '../../ledger/formulas/rate.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { sum } from '../../ledger/formulas/sum.ts'

/** Credit system: how fast a loan comes, and how one shop’s credit line grew. */
export const creditSystem = [
  derived({
    id: 'cases.smallBusinessCredit.timeToLoan',
    label: { zh: '申请与审核放款时间合计', en: 'Time to apply, review and lend' },
    unit: 'hour',
    scope: { period: '2020', entity: 'mybank' },
    digits: 3,
    formula: sum,
    of: { terms: ['cases.smallBusinessCredit.applicationTime', 'cases.smallBusinessCredit.reviewTime'] },
  }),
  derived({
    id: 'cases.smallBusinessCredit.yearsToShops',
    label: { zh: '从街边小摊到三家门店的年数', en: 'Years from the stall to three shops' },
    unit: 'year',
    scope: { period: '2016/2019', entity: 'mojia' },
    digits: 1,
    formula: remainder,
    of: { whole: 'cases.smallBusinessCredit.shopsYear', part: 'cases.smallBusinessCredit.startYear' },
  }),
  derived({
    id: 'cases.smallBusinessCredit.turnoverPerShop',
    label: { zh: '每家门店的月营业额', en: 'Monthly turnover per shop' },
    unit: 'yuan',
    scope: { period: '2019', entity: 'mojia' },
    digits: 2,
    formula: rate,
    of: { amount: 'cases.smallBusinessCredit.monthlyTurnover', base: 'cases.smallBusinessCredit.shops' },
  }),
  derived({
    id: 'cases.smallBusinessCredit.creditLineToTurnover',
    label: { zh: '信用额度与月营业额之比', en: 'Credit line against monthly turnover' },
    unit: 'ratio',
    scope: { period: '2019', entity: 'mojia' },
    digits: 1,
    formula: rate,
    of: { amount: 'cases.smallBusinessCredit.creditLineAfter', base: 'cases.smallBusinessCredit.monthlyTurnover' },
  }),
]
