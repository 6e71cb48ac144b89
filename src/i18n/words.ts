import type { Cause, Language, Measure, Unit, Verdict } from '../../scripts/index.ts'

/** Every word of the frame around the chapters; both languages are complete or this file does not type-check. */
export interface Words {
  readonly languageName: string
  readonly otherLanguage: string
  readonly siteTitle: string
  readonly skip: string
  readonly contents: string
  readonly onThisPage: string
  readonly previous: string
  readonly next: string
  readonly around: string
  readonly footer: string
  readonly licence: string
  readonly ledgerFile: string
  readonly chart: string
  readonly table: string
  readonly equation: string
  readonly data: string
  readonly objection: string
  readonly source: string
  readonly sources: string
  readonly mixes: string
  readonly audit: { readonly title: string; readonly description: string; readonly back: string }
  readonly entry: {
    readonly value: string
    readonly unrounded: string
    readonly unit: string
    readonly interval: string
    readonly openEnd: string
    readonly kind: string
    readonly scope: string
    readonly period: string
    readonly entity: string
    readonly measure: string
    readonly printed: string
    readonly locator: string
    readonly transcribed: string
    readonly qualifier: string
    readonly note: string
    readonly formula: string
    readonly inputs: string
    readonly usedBy: string
    readonly script: string
    readonly checks: string
    readonly noChecks: string
    readonly mixture: string
    readonly allNumbers: string
    readonly grid: string
  }
  readonly check: {
    readonly claim: string
    readonly where: string
    readonly printed: string
    readonly recomputed: string
    readonly interval: string
    readonly verdict: string
    readonly reason: string
    readonly all: string
    readonly show: string
    readonly topic: string
  }
  readonly topics: Readonly<Record<string, string>>
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly verdictMeanings: Readonly<Record<Verdict, string>>
  /** A number that agrees while what it counts does not. */
  readonly clash: string
  readonly causes: Readonly<Record<Cause, string>>
  readonly measures: Readonly<Record<Measure, string>>
  readonly units: Readonly<Record<Unit, string>>
  readonly kinds: Readonly<Record<'cited' | 'assumed' | 'derived', string>>
  readonly qualifiers: Readonly<Record<'about' | 'over' | 'nearly', string>>
  readonly reaches: Readonly<Record<'direct' | 'indirect' | 'total', string>>
}

const zh: Words = {
  languageName: '中文',
  otherLanguage: 'English',
  siteTitle: '平台就业复算',
  skip: '跳到正文',
  contents: '目录',
  onThisPage: '本章',
  previous: '上一章',
  next: '下一章',
  around: '前后章',
  footer: '全部数字在网站生成时由脚本算出；每个数字都可点开，查看公式、输入与出处。',
  licence: '文字 CC BY 4.0，代码 MIT；来源数字归其作者。',
  ledgerFile: '全部数字与检验（JSON）',
  chart: '图',
  table: '表',
  equation: '式',
  data: '图中数据',
  objection: '异议',
  source: '资料来源',
  sources: '参考来源',
  mixes: '口径混合',
  audit: {
    title: '逐项检验',
    description: '来源印出的每一个结果，与由其自身输入复算所得逐项对照。',
    back: '回到逐项检验',
  },
  entry: {
    value: '数值',
    unrounded: '未舍入值',
    unit: '单位',
    interval: '舍入允许的范围',
    openEnd: '不限',
    kind: '性质',
    scope: '口径',
    period: '时期',
    entity: '主体',
    measure: '计量',
    printed: '来源印作',
    locator: '出处',
    transcribed: '转录于',
    qualifier: '限定词',
    note: '说明',
    formula: '公式',
    inputs: '由这些数字算出',
    usedBy: '用于算出',
    script: '脚本',
    checks: '来源印出的结果',
    noChecks: '来源没有为它印出结果。',
    mixture: '此数相加的各项口径不一',
    allNumbers: '全部数字',
    grid: '整表数据',
  },
  check: {
    claim: '结果',
    where: '印在何处',
    printed: '来源印作',
    recomputed: '复算',
    interval: '范围',
    verdict: '结论',
    reason: '原因',
    all: '全部',
    show: '只看',
    topic: '内容',
  },
  topics: {
    inputOutput: '投入产出表',
    multiplier: '乘数',
    retail: '零售',
    services: '服务',
    entertainment: '文娱',
    infrastructure: '基础设施',
    total: '总数',
    types: '按类型',
    measures: '按计量',
    periods: '按时期',
    evidence: '按依据',
    objections: '异议',
    nbs: '国家投入产出表',
    flows: '部门间流量',
    sectors: '部门',
  },
  verdicts: {
    exact: '一致',
    'within-rounding': '舍入之内',
    discrepant: '不符',
    conflicting: '自相矛盾',
    'not-recomputable': '无从复算',
  },
  verdictMeanings: {
    exact: '复算结果按同样位数舍入，与印出的数字相同。',
    'within-rounding': '不相同，但输入的舍入误差足以解释。',
    discrepant: '输入怎样舍入都得不到印出的数字。',
    conflicting: '来源自己的两处说法不一。',
    'not-recomputable': '来源没有公开所需的数据。',
  },
  clash: '数字一致，口径不一',
  causes: {
    'forced-additivity': '强制加总',
    'premature-rounding': '过早舍入',
    'false-precision': '虚假精度',
    'scope-clash': '口径不一',
    'unit-slip': '单位笔误',
    'rounded-inputs': '输入已舍入',
    'rounded-in-words': '行文取整',
    'slip-of-wording': '行文笔误',
    'withheld-data': '数据未公开',
  },
  measures: {
    opportunities: '就业机会',
    'head-count': '人数',
    'person-times': '人次',
    posts: '岗位',
    accounts: '账号',
    mixed: '混合口径',
  },
  units: { person: '人', yuan: '元', ratio: '比率', year: '年', count: '个' },
  kinds: { cited: '引自来源', assumed: '本报告假定', derived: '脚本算出' },
  qualifiers: { about: '约', over: '超过', nearly: '近' },
  reaches: { direct: '直接', indirect: '间接', total: '合计' },
}

const en: Words = {
  languageName: 'English',
  otherLanguage: '中文',
  siteTitle: 'Platform jobs, recomputed',
  skip: 'Skip to the text',
  contents: 'Contents',
  onThisPage: 'In this chapter',
  previous: 'Previous',
  next: 'Next',
  around: 'Chapters before and after',
  footer:
    'Every number is computed by a script when the site is built. Follow any of them to its formula, its inputs and the page it came from.',
  licence: 'Text CC BY 4.0, code MIT; the sources’ figures are theirs.',
  ledgerFile: 'All figures and checks (JSON)',
  chart: 'Chart',
  table: 'Table',
  equation: 'Equation',
  data: 'Data of this chart',
  objection: 'Objection',
  source: 'Source',
  sources: 'Sources',
  mixes: 'adds unlike measures',
  audit: {
    title: 'The audit',
    description: 'Every result that the source prints, held against what its own inputs give.',
    back: 'Back to the audit',
  },
  entry: {
    value: 'Value',
    unrounded: 'Unrounded',
    unit: 'Unit',
    interval: 'Range that rounding leaves open',
    openEnd: 'open',
    kind: 'Kind',
    scope: 'Scope',
    period: 'Period',
    entity: 'Whose',
    measure: 'Measure',
    printed: 'Printed as',
    locator: 'Where',
    transcribed: 'Transcribed in',
    qualifier: 'Qualifier',
    note: 'Note',
    formula: 'Formula',
    inputs: 'Computed from',
    usedBy: 'Goes into',
    script: 'Script',
    checks: 'What the source prints for it',
    noChecks: 'The source prints no result for it.',
    mixture: 'What this figure adds up does not count alike',
    allNumbers: 'All figures',
    grid: 'The whole table',
  },
  check: {
    claim: 'Result',
    where: 'Printed in',
    printed: 'Printed',
    recomputed: 'Recomputed',
    interval: 'Range',
    verdict: 'Verdict',
    reason: 'Reason',
    all: 'All',
    show: 'Show',
    topic: 'Topic',
  },
  topics: {
    inputOutput: 'Input-output table',
    multiplier: 'Multiplier',
    retail: 'Retail',
    services: 'Services',
    entertainment: 'Entertainment',
    infrastructure: 'Infrastructure',
    total: 'Total',
    types: 'By type',
    measures: 'By measure',
    periods: 'By period',
    evidence: 'By evidence',
    objections: 'Objections',
    nbs: 'National input-output table',
    flows: 'Flows between sectors',
    sectors: 'Sectors',
  },
  verdicts: {
    exact: 'exact',
    'within-rounding': 'within rounding',
    discrepant: 'discrepant',
    conflicting: 'conflicting',
    'not-recomputable': 'not recomputable',
  },
  verdictMeanings: {
    exact: 'The recomputed value, rounded alike, prints as the source does.',
    'within-rounding': 'It does not, but the rounding of the inputs can explain it.',
    discrepant: 'No rounding of the inputs gives what is printed.',
    conflicting: 'Two places of the source disagree.',
    'not-recomputable': 'The source keeps back the data it would take.',
  },
  clash: 'same number, other measure',
  causes: {
    'forced-additivity': 'forced additivity',
    'premature-rounding': 'premature rounding',
    'false-precision': 'false precision',
    'scope-clash': 'scope clash',
    'unit-slip': 'unit slip',
    'rounded-inputs': 'rounded inputs',
    'rounded-in-words': 'rounded in words',
    'slip-of-wording': 'slip of wording',
    'withheld-data': 'data withheld',
  },
  measures: {
    opportunities: 'opportunities',
    'head-count': 'head-count',
    'person-times': 'person-times',
    posts: 'posts',
    accounts: 'accounts',
    mixed: 'mixed measures',
  },
  units: { person: 'persons', yuan: 'yuan', ratio: 'ratio', year: 'years', count: 'count' },
  kinds: { cited: 'cited from a source', assumed: 'assumed by this report', derived: 'computed by a script' },
  qualifiers: { about: 'about', over: 'over', nearly: 'nearly' },
  reaches: { direct: 'direct', indirect: 'indirect', total: 'total' },
}

const words: Readonly<Record<Language, Words>> = { zh, en }

export const wordsOf = (language: Language): Words => words[language]

export const languages = ['zh', 'en'] as const satisfies readonly Language[]
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>
export const otherLanguageOf = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')

/** The language of the page being rendered, from its address. */
export const languageOf = ({ params }: { readonly params: Readonly<Record<string, string | undefined>> }): Language =>
  params.language === 'en' ? 'en' : 'zh'
