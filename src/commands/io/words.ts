/** The words of `npm run io`, in both languages. */
import type { Language } from '../../../scripts/ledger/types.ts'

export interface IoWords {
  readonly balance: string
  readonly balanced: (within: number, all: number) => string
  readonly unchecked: (rows: number) => string
  readonly severity: Readonly<Record<'ok' | 'note' | 'warning' | 'error', string>>
  readonly multipliers: string
  readonly columns: Readonly<
    Record<
      | 'sector'
      | 'output'
      | 'simple'
      | 'type1'
      | 'type2'
      | 'indirect'
      | 'range'
      | 'backward'
      | 'forward'
      | 'leakage'
      | 'bundle'
      | 'demand'
      | 'direct'
      | 'employment'
      | 'seller'
      | 'buyer'
      | 'coefficient'
      | 'influence'
      | 'elasticity'
      | 'group'
      | 'aggregated'
      | 'detailed'
      | 'labour'
      | 'technology'
      | 'mix'
      | 'level'
      | 'change',
      string
    >
  >
  readonly totals: string
  readonly total: Readonly<
    Record<
      | 'intermediate'
      | 'final'
      | 'domesticFinal'
      | 'imports'
      | 'output'
      | 'employment'
      | 'perFinal'
      | 'uniform'
      | 'all'
      | 'consumption'
      | 'band'
      | 'leakage'
      | 'residuals'
      | 'condition',
      string
    >
  >
  readonly bundles: string
  readonly influence: string
  readonly aggregation: string
  readonly decomposition: string
  readonly allSectors: string
  readonly unexplained: string
  readonly polar: string
  readonly assumptions: string
  readonly simpleUnit: string
  readonly digits: string
  readonly households: (income: string, spending: string, uses: string, share: string) => string
  readonly income: Readonly<Record<'compensation' | 'value-added' | 'residual', string>>
  readonly spending: Readonly<Record<'household' | 'consumption', string>>
  readonly noHouseholds: string
  readonly proportional: string
  readonly model: string
  readonly refused: string
  readonly to: string
}

const zh: IoWords = {
  balance: '平衡检验（先于一切乘数）',
  balanced: (within, all) => `${all}行中${within}行在印出数位所允许的范围内平衡`,
  unchecked: (rows) => `${rows}行没有与总产出相比`,
  severity: { ok: '平衡', note: '说明', warning: '注意', error: '拒绝' },
  multipliers: '各部门',
  columns: {
    sector: '部门',
    output: '产出乘数',
    simple: '完全就业',
    type1: '第一类',
    type2: '第二类',
    indirect: '间接/直接',
    range: '印出数位给出的区间',
    backward: '后向关联',
    forward: '前向关联',
    leakage: '进口漏出',
    bundle: '组合',
    demand: '国产品',
    direct: '直接就业',
    employment: '全部就业',
    seller: '供给部门',
    buyer: '使用部门',
    coefficient: '系数',
    influence: '影响域',
    elasticity: '产出弹性',
    group: '归并为',
    aggregated: '归并后计算',
    detailed: '计算后归并',
    labour: '劳动消耗',
    technology: '技术',
    mix: '需求结构',
    level: '需求总量',
    change: '合计',
  },
  totals: '合计',
  total: {
    intermediate: '中间使用（两种来源）',
    final: '最终使用（两种来源）',
    domesticFinal: '其中国产品的最终使用',
    imports: '进口',
    output: '总产出',
    employment: '就业',
    perFinal: '中间使用/最终使用（两种来源）',
    uniform: '总产出/国产品最终使用－1（单位产出劳动处处相同）',
    all: '间接/直接就业，全部最终使用',
    consumption: '间接/直接就业，消费',
    band: '一切组合的间接/直接就业',
    leakage: '全部最终使用的进口漏出',
    residuals: '求逆残差（列昂惕夫、戈什）',
    condition: '条件数',
  },
  bundles: '最终需求组合的内含就业',
  influence: '影响最大的系数（系数增加1%，全部产出增加的百分比）',
  aggregation: '部门归并：归并后再计算，与计算后再归并',
  decomposition: '就业变化的结构分解（两种极分解的平均）',
  allSectors: '全部',
  unexplained: '表不平衡所余',
  polar: '两种极分解',
  assumptions: '前提',
  simpleUnit: '完全就业：每单位最终需求（表的货币单位）在整条国内供给链上占用的人数。',
  digits: '区间：每个印出的数各自在末位半个单位内变动时，乘数所能达到的两端；不含抽样误差和模型假定。',
  households: (income, spending, uses, share) =>
    `第二类乘数把居民作为一个部门并入：收入取${income}，支出取${spending}（${uses}）；每单位收入用于国产品${share}。`,
  income: { compensation: '表中劳动者报酬', 'value-added': '表中增加值', residual: '产出减投入所余的增加值' },
  spending: { household: '居民消费', consumption: '未与政府分开的最终消费' },
  noHouseholds: '表中没有消费一列，第二类乘数无从计算。',
  proportional: '进口按比例从各项国内使用中扣除：这是假定，不是表中所印。',
  model: '乘数假定单位产出的投入与劳动固定、供给没有约束、价格不变；它说的是与最终需求相连的就业，不是因果效应。',
  refused: '没有计算：请先改正上列各处。',
  to: '至',
}

const en: IoWords = {
  balance: 'Balance, before any multiplier',
  balanced: (within, all) => `${within} of ${all} rows balance within printed digits`,
  unchecked: (rows) => `${rows} rows were not held against gross output`,
  severity: { ok: 'balances', note: 'note', warning: 'look', error: 'refused' },
  multipliers: 'Sectors',
  columns: {
    sector: 'sector',
    output: 'output',
    simple: 'jobs',
    type1: 'Type I',
    type2: 'Type II',
    indirect: 'indirect/direct',
    range: 'range by printed digits',
    backward: 'backward',
    forward: 'forward',
    leakage: 'imports',
    bundle: 'bundle',
    demand: 'domestic products',
    direct: 'direct jobs',
    employment: 'all jobs',
    seller: 'seller',
    buyer: 'buyer',
    coefficient: 'coefficient',
    influence: 'field of influence',
    elasticity: 'output elasticity',
    group: 'group',
    aggregated: 'added up, then computed',
    detailed: 'computed, then added up',
    labour: 'labour',
    technology: 'technology',
    mix: 'mix of demand',
    level: 'level of demand',
    change: 'together',
  },
  totals: 'Totals',
  total: {
    intermediate: 'intermediate use, both origins',
    final: 'final use, both origins',
    domesticFinal: 'of it domestic products',
    imports: 'imports',
    output: 'gross output',
    employment: 'employment',
    perFinal: 'intermediate use / final use, both origins',
    uniform: 'gross output / domestic final use − 1 (labour per unit alike everywhere)',
    all: 'indirect per direct jobs, all final use',
    consumption: 'indirect per direct jobs, consumption',
    band: 'indirect per direct jobs of any bundle',
    leakage: 'import leakage of all final use',
    residuals: 'residuals of the inverses (Leontief, Ghosh)',
    condition: 'condition',
  },
  bundles: 'Employment embodied in bundles of final demand',
  influence: 'Most influential coefficients (per cent of all output for one per cent of the coefficient)',
  aggregation: 'Aggregation: indirect per direct jobs, added up before computing and after',
  decomposition: 'What moved employment between the two tables (mean of the polar forms)',
  allSectors: 'all',
  unexplained: 'left by rows that do not balance',
  polar: 'the two polar forms',
  assumptions: 'What is assumed',
  simpleUnit: 'Jobs: persons in the whole domestic chain for each unit of final demand, in the table’s unit of money.',
  digits:
    'Ranges: the ends that a multiplier can reach if each printed number lies anywhere within half a unit of its last digit; no sampling and no assumption is in them.',
  households: (income, spending, uses, share) =>
    `Type II closes households into the model as one more sector: their income is ${income}, their spending ${spending} (${uses}); of each unit of income ${share} is spent on domestic products.`,
  income: {
    compensation: 'the compensation of employees that the table prints',
    'value-added': 'the value added that the table prints',
    residual: 'value added, as output less inputs',
  },
  spending: {
    household: 'the consumption of households',
    consumption: 'final consumption, which the table does not part from that of government',
  },
  noHouseholds: 'The table has no column of consumption, so that there are no Type II multipliers.',
  proportional: 'Imports were taken out of each use at home in proportion: an assumption, and nothing that the table prints.',
  model:
    'Multipliers hold inputs and labour per unit of output fixed, supply without bounds and prices still; they tell the jobs that go with final demand, and no causal effect.',
  refused: 'Nothing was computed: what is listed above wants mending first.',
  to: 'to',
}

const words: Readonly<Record<Language, IoWords>> = { zh, en }

export const ioWords = (language: Language): IoWords => words[language]
