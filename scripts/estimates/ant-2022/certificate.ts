import { compoundGain } from '../../formulas/compound-gain.ts'
import { gainOfHolders } from '../../formulas/gain-of-holders.ts'
import { lossOfOthers } from '../../formulas/loss-of-others.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { ratio } from '../../ledger/formulas/ratio.ts'
import { share } from '../../ledger/formulas/share.ts'

const zhima = { period: '2022', entity: 'zhima' } as const

/** What the printed gains of the work certificate come to, by each reading that the study leaves open. */
export const certificate = [
  derived({
    id: 'ant.certificate.compound',
    label: { zh: '投递与录取两项提升合起来，若都是百分比', en: 'Combined gain in applying and in being hired, if both are percentages' },
    unit: 'ratio',
    scope: zhima,
    digits: 2,
    percent: true,
    formula: compoundGain,
    of: { applying: 'ant.certificate.applications', hiring: 'ant.certificate.hiring' },
    note: {
      zh: '假定投递增加之后，每份投递被录取的机会不因此下降。',
      en: 'This supposes that an application is no less likely to succeed because there are more of them.',
    },
  }),
  derived({
    id: 'ant.certificate.hiringIfPoints',
    label: {
      zh: '录取转化率的提升，若给出的是百分点，按设定的原有水平',
      en: 'Gain in the rate of being hired, if in percentage points, from the rate that we set',
    },
    unit: 'ratio',
    scope: zhima,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'ant.certificate.hiring', whole: 'ant.assumed.hiringBase' },
    note: {
      zh: '原有的录取转化率没有给出。',
      en: 'The rate from which it rose is not given.',
    },
  }),
  derived({
    id: 'ant.certificate.holderGain',
    label: { zh: '持证者被选机会的提升，若选购总数不变', en: 'Holders’ gain in being chosen, if no more is bought' },
    unit: 'ratio',
    scope: zhima,
    digits: 2,
    percent: true,
    formula: gainOfHolders,
    of: { gap: 'ant.certificate.chosenMore', holders: 'ant.assumed.holders' },
  }),
  derived({
    id: 'ant.certificate.othersLoss',
    label: { zh: '无证者被选机会的下降，若选购总数不变', en: 'Non-holders’ loss in being chosen, if no more is bought' },
    unit: 'ratio',
    scope: zhima,
    digits: 2,
    percent: true,
    formula: lossOfOthers,
    of: { gap: 'ant.certificate.chosenMore', holders: 'ant.assumed.holders' },
  }),
  derived({
    id: 'ant.tongbao.postsPerApplication',
    label: { zh: '通宝平台每次投递对应的岗位', en: 'Posts per application on Tongbao' },
    unit: 'person',
    per: 'count',
    scope: { period: '2022', entity: 'tongbao' },
    digits: 2,
    formula: ratio,
    of: { after: 'ant.tongbao.posts', before: 'ant.tongbao.applications' },
  }),
]
