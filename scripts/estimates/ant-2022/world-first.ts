import { derived } from '../../ledger/figures/derived.ts'
import { rate } from '../../ledger/formulas/rate.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const merchants = { period: '2022', entity: 'worldfirst' } as const

/** The third mechanism of keeping jobs: computed, not printed with its terms, and not added. */
export const worldFirst = [
  derived({
    id: 'ant.worldFirst.keptPerMerchant',
    label: { zh: '每家万里汇中国商户所稳定的就业（上限）', en: 'Employment kept for each merchant of WorldFirst in China, at most' },
    unit: 'person',
    scope: merchants,
    digits: 2,
    formula: rate,
    of: { amount: 'ant.worldFirst.kept', base: 'ant.worldFirst.merchants' },
  }),
  derived({
    id: 'ant.worldFirst.elasticity',
    label: {
      zh: '就业对营业额的弹性（上限），若业务增长率就是出口增长率',
      en: 'Elasticity of employment with respect to sales, at most, if growth of business is that of exports',
    },
    unit: 'ratio',
    scope: merchants,
    digits: 2,
    formula: share,
    of: { part: 'ant.worldFirst.keptShare', whole: 'ant.worldFirst.exports' },
    note: {
      zh: '原报告说用弹性乘平均业务增长率，两样都没有给出；这里以印出的出口增幅代入，反推弹性。',
      en: 'The study says that it took an elasticity times mean growth of business, and prints neither; with the growth of exports that it does print, the elasticity follows.',
    },
  }),
  derived({
    id: 'ant.worldFirst.keptOfAll',
    label: { zh: '万里汇稳定的就业相当于网商银行所稳定的比重', en: 'Employment kept by WorldFirst against that kept by MYbank' },
    unit: 'ratio',
    scope: merchants,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'ant.worldFirst.kept', whole: 'antStable.all.anyShortage' },
  }),
  derived({
    id: 'ant.worldFirst.keptWithBank',
    label: { zh: '稳定就业，若万里汇的也加上', en: 'Employment kept, were that of WorldFirst added' },
    unit: 'person',
    scope: { period: '2022', entity: 'ant', measure: 'head-count' },
    digits: 3,
    formula: sum,
    of: { terms: ['antStable.all.anyShortage', 'ant.worldFirst.kept'] },
  }),
]
