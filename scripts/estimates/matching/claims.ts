import { findingRise } from '../../formulas/finding-rise.ts'
import { lossOfOthers } from '../../formulas/loss-of-others.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { product } from '../../ledger/formulas/product.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'
import { flows, parametersOf, plain, type Setting, words } from './steady-state.ts'

const market = 'matching.china'

/** What is said to be gained, by the channel that is said to gain it, as a part of what was. */
const claims: readonly (readonly [name: string, gain: string, said: Bilingual])[] = [
  ['partners', 'cass.matching.gainHigh', { zh: '1号职场与青团社', en: 'Yihao Zhichang and Qingtuanshe' }],
  ['search', 'ant.certificate.searchEfficiency', { zh: '工作证，找工作', en: 'certificate, looking for work' }],
  ['sooner', 'cass.matching.soonerGain', { zh: '招聘时间缩短', en: 'shorter time to hire' }],
  ['guild', 'cass.matching.bees', { zh: '蜜蜂公会', en: 'Mifeng Gonghui' }],
  ['certificate', 'ant.certificate.compound', { zh: '工作证，投递与录取', en: 'certificate, applying and being hired' }],
  ['hired', 'ant.certificate.hiring', { zh: '工作证，仅录取', en: 'certificate, being hired' }],
]

/** The Chinese market of the model, were each claim true of the matching of all seekers. */
const forAll = claims.flatMap(([name, gain, said]) => {
  const setting: Setting = {
    id: `cass.matching.${name}`,
    name: { zh: `若及所有求职者（${said.zh}）`, en: `If true for all (${said.en})` },
    scope: { period: '2022', entity: 'china' },
  }
  const own = (suffix: string) => `${setting.id}.${suffix}`
  const of = parametersOf(market, { matchingEfficiency: own('matchingEfficiency') })
  return [
    plain(setting, 'times', { zh: '效率的倍数', en: 'times the efficiency' }, { formula: sum, of: { terms: ['cass.one.whole', gain] } }),
    plain(setting, 'matchingEfficiency', words.matchingEfficiency, {
      formula: product,
      of: { amount: `${market}.matchingEfficiency`, times: own('times') },
    }),
    ...flows(setting, of),
  ]
})

/** The same question asked of flows alone, with the two rates as the study prints them: no parameter of the model is in it. */
const byFlows = derived({
  id: 'cass.matching.findingRise',
  label: {
    zh: '失业率由平均降到最近，找到工作的速度须为原来的倍数（离职不变）',
    en: 'Speed of finding work as a multiple, for unemployment to fall from its mean to the latest, if jobs end as before',
  },
  unit: 'ratio',
  scope: { period: '2021-11/2024-10', entity: 'china' },
  digits: 3,
  formula: findingRise,
  of: { before: 'cass.unemployment.mean', after: 'cass.unemployment.october2024' },
})

/** The other extreme, where the channel adds no match: what its users gain is what all others lose. */
const others = derived({
  id: 'cass.matching.othersLoss',
  label: {
    zh: '“十倍”渠道若不增加匹配，其余求职者找到工作的机会减少',
    en: 'By how much less often the other seekers find work if a tenfold channel adds no match',
  },
  unit: 'ratio',
  scope: { period: '2022', entity: 'china' },
  digits: 2,
  percent: true,
  formula: lossOfOthers,
  of: { gap: `${market}.latest.gainOfTenfold`, holders: `${market}.latest.reach` },
})

export const matchingClaims = [byFlows, others, ...forAll]
