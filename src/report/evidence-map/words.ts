import type { Language } from '../../../scripts/ledger/types.ts'

interface Words {
  readonly name: string
  readonly study: string
  readonly parts: string
  readonly checks: string
  readonly agree: string
  readonly apart: string
  readonly withheld: string
  readonly conflicts: string
  readonly cases: string
  readonly claim: string
  readonly printed: string
  readonly ours: string
  readonly verdict: string
  readonly claims: (count: number) => string
  readonly more: (count: number) => string
  readonly case: string
  readonly coded: string
  readonly numbers: string
  readonly besides: string
  readonly none: string
  readonly comma: string
  readonly note: string
}

export const mapWords: Readonly<Record<Language, Words>> = {
  zh: {
    name: '各研究的证据',
    study: '研究',
    parts: '所述部分',
    checks: '核对',
    agree: '一致',
    apart: '不一致',
    withheld: '无法复算',
    conflicts: '自身矛盾',
    cases: '案例',
    claim: '所称',
    printed: '原文',
    ours: '我们的数',
    verdict: '判定',
    claims: (count) => `${count}项`,
    more: (count) => `另有${count}项见该章`,
    case: '案例',
    coded: '机制与证据',
    numbers: '其中的数',
    besides: '还见于：',
    none: '没有核对过的数',
    comma: '、',
    note: '不一致：用舍入解释不了的，以及与原文另一处不合的。',
  },
  en: {
    name: 'The evidence of each study',
    study: 'Study',
    parts: 'Parts told',
    checks: 'Checked',
    agree: 'Agree',
    apart: 'Differ',
    withheld: 'Withheld',
    conflicts: 'Conflicts inside',
    cases: 'Cases',
    claim: 'Claim',
    printed: 'As printed',
    ours: 'As computed',
    verdict: 'Verdict',
    claims: (count) => (count === 1 ? '1 claim' : `${count} claims`),
    more: (count) => `${count} more in the chapter`,
    case: 'Case',
    coded: 'Mechanisms and evidence',
    numbers: 'Its numbers',
    besides: 'Told besides in ',
    none: 'no number that is checked',
    comma: ', ',
    note: 'Differ: by more than rounding explains, or from another printed place.',
  },
}
