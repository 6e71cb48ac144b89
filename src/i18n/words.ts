import type {
  Cause,
  ConflictKind,
  ConflictWeight,
  Language,
  Measure,
  PartKind,
  SourceRecord,
  Treatment,
  Unit,
  Verdict,
} from '../../scripts/index.ts'

/** Every word of the frame around the chapters; both languages are complete or this file does not type-check. */
export interface Words {
  readonly languageName: string
  readonly otherLanguage: string
  readonly siteTitle: string
  readonly skip: string
  readonly contents: string
  readonly close: string
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
  readonly conflicts: {
    readonly title: string
    readonly description: string
    readonly figures: string
    readonly checks: string
    readonly kinds: Readonly<Record<ConflictKind, string>>
    readonly meanings: Readonly<Record<ConflictKind, string>>
    readonly weights: Readonly<Record<ConflictWeight, string>>
  }
  readonly concordance: {
    readonly title: string
    readonly part: string
    readonly content: string
    readonly here: string
    readonly treatment: string
    readonly kinds: Readonly<Record<PartKind, string>>
    readonly treatments: Readonly<Record<Treatment, string>>
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
  /** The picture of the model. */
  readonly model: { readonly name: string; readonly labour: string; readonly after: string }
  /** A case study and its coding. */
  readonly study: {
    readonly facts: string
    readonly mechanism: string
    readonly mechanisms: string
    readonly organisation: string
    readonly sector: string
    readonly workers: string
    readonly year: string
    readonly noYear: string
    readonly evidence: string
    readonly measuredBy: string
    readonly baseline: string
    readonly silent: string
    readonly quality: string
    readonly effects: string
    readonly times: string
    readonly forWorker: string
    readonly forFirm: string
    readonly source: string
    readonly coding: string
    readonly open: string
    readonly axial: string
    readonly reconstruction: string
    readonly between: string
    readonly comma: string
    readonly colon: string
  }
  readonly references: {
    readonly groups: Readonly<Record<SourceRecord['group'], string>>
    readonly citedIn: string
    readonly comma: string
    /** Before the title under which a work was published in the reader's language. */
    readonly translation: string
  }
  readonly citing: {
    readonly report: string
    readonly chapter: string
    readonly number: string
    readonly permalink: string
    readonly styles: Readonly<Record<Language, string>>
    readonly figure: (label: string, id: string) => string
  }
  readonly glossary: { readonly code: string; readonly mechanism: string }
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
  close: '关闭',
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
  conflicts: {
    title: '来源内部的矛盾',
    description: '来源自己与自己不合，或者不可能正确的地方；引文是来源的原话。',
    figures: '涉及',
    checks: '见检验',
    kinds: {
      caption: '标题',
      period: '时期',
      count: '数目',
      measure: '计量',
      classification: '归类',
      name: '名称',
      reference: '引注',
      promise: '预告',
      coverage: '范围',
      comparison: '比较',
      logic: '推理',
    },
    meanings: {
      caption: '标题或图题与内容不合。',
      period: '同一结果说成不同时期。',
      count: '同一数目，两处不同。',
      measure: '一个数，当作两种东西来数。',
      classification: '同一事物归入不相容的类别。',
      name: '同一事物有不同的名字。',
      reference: '编号、脚注或署名有误。',
      promise: '预告了，而没有给出。',
      coverage: '说包含的没有计入，或者计入了两次。',
      comparison: '比较与所比的数不合。',
      logic: '两处说法不能同时成立。',
    },
    weights: { matters: '触及结果或证据', minor: '细节' },
  },
  concordance: {
    title: '来源各部分的去处',
    part: '来源',
    content: '内容',
    here: '在本报告',
    treatment: '处理',
    kinds: { section: '章节', table: '表', figure: '图', equation: '公式', footnote: '脚注', case: '案例' },
    treatments: { reproduced: '照录', recomputed: '复算', told: '转述', 'not-reproduced': '未收' },
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
  model: { name: '六种关系与六个机制', labour: '人的生产性劳动', after: '仿来源的图' },
  study: {
    facts: '案例编码',
    mechanism: '机制',
    mechanisms: '机制',
    organisation: '组织',
    sector: '行业',
    workers: '劳动者',
    year: '年份',
    noYear: '来源未注明',
    evidence: '证据',
    measuredBy: '由谁测量',
    baseline: '与什么相比',
    silent: '未提',
    quality: '案例怎样谈工作质量',
    effects: '印出的效果',
    times: '倍数',
    forWorker: '对劳动者',
    forFirm: '对企业',
    source: '来源位置',
    coding: '三级编码',
    open: '开放式编码',
    axial: '主轴范畴',
    reconstruction: '来源称按三级编码归纳，但没有公布编码；这里的编码由本报告依其文字重建。',
    between: '，',
    comma: '、',
    colon: '：',
  },
  references: {
    groups: { studied: '所复算的来源', statistics: '统计与数据', literature: '文献', own: '本报告' },
    citedIn: '引用于：',
    comma: '、',
    translation: '中译名',
  },
  citing: {
    report: '引用本报告',
    chapter: '引用一章',
    number: '引用一个数字',
    permalink: '固定网址',
    styles: { zh: 'GB/T 7714—2015（著者—出版年制）', en: 'APA第7版' },
    figure: (label, id) => `${label}（${id}）`,
  },
  glossary: { code: '标准代码', mechanism: '机制' },
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
    cases: '案例',
    coding: '案例编码',
    theory: '理论',
    wages: '工资',
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
  units: {
    person: '人',
    yuan: '元',
    hour: '小时',
    tonne: '吨',
    'kilowatt-hour': '度',
    'square-metre': '平方米',
    ratio: '比率',
    year: '年',
    count: '个',
  },
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
  close: 'Close',
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
  conflicts: {
    title: 'Conflicts inside the source',
    description: 'Where the source disagrees with itself, or prints what cannot be right, in its own words.',
    figures: 'Touches',
    checks: 'Checked at',
    kinds: {
      caption: 'Captions',
      period: 'Periods',
      count: 'Counts',
      measure: 'Measures',
      classification: 'Classification',
      name: 'Names',
      reference: 'References',
      promise: 'Promises',
      coverage: 'Coverage',
      comparison: 'Comparisons',
      logic: 'Reasoning',
    },
    meanings: {
      caption: 'A heading or caption does not fit what stands under it.',
      period: 'One result is said to be of different periods.',
      count: 'One number differs between two places.',
      measure: 'One number is taken to count two different things.',
      classification: 'One thing is put into classes that exclude each other.',
      name: 'One thing goes by different names.',
      reference: 'A number, a footnote or an attribution is wrong.',
      promise: 'Something is announced and not given.',
      coverage: 'What is said to be included is not counted, or is counted twice.',
      comparison: 'A comparison does not fit the numbers compared.',
      logic: 'Two statements cannot both hold.',
    },
    weights: { matters: 'touches a result or evidence', minor: 'minor' },
  },
  concordance: {
    title: 'Where each part of the source stands',
    part: 'Source',
    content: 'Content',
    here: 'In this report',
    treatment: 'Treatment',
    kinds: { section: 'section', table: 'table', figure: 'figure', equation: 'equation', footnote: 'footnote', case: 'case' },
    treatments: { reproduced: 'reproduced', recomputed: 'recomputed', told: 'told', 'not-reproduced': 'not reproduced' },
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
  model: { name: 'Six relations and six mechanisms', labour: 'People’s productive labour', after: 'After the figure of the source' },
  study: {
    facts: 'How the case is coded',
    mechanism: 'Mechanism',
    mechanisms: 'Mechanisms',
    organisation: 'Organisation',
    sector: 'Sector',
    workers: 'Workers',
    year: 'Year',
    noYear: 'not stated',
    evidence: 'Evidence',
    measuredBy: 'Measured by',
    baseline: 'Held against',
    silent: 'Silent',
    quality: 'How the case speaks of job quality',
    effects: 'Effects that it prints',
    times: 'Times',
    forWorker: 'For the worker',
    forFirm: 'For the firm',
    source: 'In the source',
    coding: 'Coding at three levels',
    open: 'Open code',
    axial: 'Axial category',
    reconstruction:
      'The source says that it coded at three levels and prints none of its codes; these are our reconstruction from its text.',
    between: ' · ',
    comma: ', ',
    colon: ': ',
  },
  references: {
    groups: { studied: 'The source recomputed', statistics: 'Statistics and data', literature: 'Literature', own: 'This report' },
    citedIn: 'Cited in: ',
    comma: ', ',
    translation: '',
  },
  citing: {
    report: 'To cite this report',
    chapter: 'To cite a chapter',
    number: 'To cite a number',
    permalink: 'Permanent address',
    styles: { zh: 'GB/T 7714-2015 (author-date)', en: 'APA, 7th edition' },
    figure: (label, id) => `${label} (${id})`,
  },
  glossary: { code: 'Standard code', mechanism: 'Mechanism' },
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
    cases: 'Cases',
    coding: 'Coding of cases',
    theory: 'Theory',
    wages: 'Wages',
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
  units: {
    person: 'persons',
    yuan: 'yuan',
    hour: 'hours',
    tonne: 'tonnes',
    'kilowatt-hour': 'kWh',
    'square-metre': 'square metres',
    ratio: 'ratio',
    year: 'years',
    count: 'count',
  },
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

/** What follows a word in brackets: full width in Chinese, behind a space in English. */
export const bracketed = (language: Language, text: string | number): string => (language === 'zh' ? `（${text}）` : ` (${text})`)
