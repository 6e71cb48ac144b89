/** What the tables of an estimate say, in both languages. */
import type { Language } from '../../../scripts/ledger/types.ts'
import type { Spot } from '../../../scripts/toolbox/scale-regression/engine.ts'
import type { Reason, Stage } from '../../../scripts/toolbox/scale-regression/estimate.ts'

interface Words {
  readonly equation: string
  readonly head: readonly string[]
  readonly more: readonly string[]
  readonly dropped: readonly string[]
  readonly robust: readonly string[]
  readonly none: string
  readonly all: string
  readonly agree: string
  readonly part: string
  readonly reasons: Readonly<Record<Reason, string>>
  readonly stages: Readonly<Record<Stage, string>>
  readonly beside: string
  readonly errorsBy: string
  readonly clusteredBy: (column: string) => string
  readonly intervals: string
  readonly factors: string
  readonly forms: string
  readonly leverage: (category: string, turnover: string, where: string) => string
  readonly spot: (spot: Spot | undefined) => string
  readonly clusters: readonly string[]
  readonly population: readonly string[]
  readonly ofPopulation: string
  readonly beyond: string
  readonly ofWeights: string
  readonly ofBootstrap: (seed: number) => string
  readonly bootstrap: readonly string[]
  readonly expansion: readonly string[]
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    equation: 'ln(turnover / employees) = p1 ln(turnover) + p0, least squares by category; standard errors HC3',
    head: ['category', 'n', 'dropped', 'p1', 's.e.', 'p0', 's.e.', 'R²', 'sigma', 'employment', 'smeared', 'in the file'],
    more: [
      'category',
      'employees = turnover^',
      'R² of that',
      'smearing',
      's.e.',
      'lognormal',
      'verdict',
      '95 % of the sum',
      '95 % of new shops',
    ],
    dropped: ['category', 'rows dropped', 'why'],
    robust: ['category', 'classical p1', 'p0', 'HC0 p1', 'p0', 'HC1 p1', 'p0', 'HC2 p1', 'p0', 'HC3 p1', 'p0'],
    none: '(no category)',
    all: 'all',
    agree: 'agree',
    part: 'part',
    reasons: {
      turnover_null: 'turnover NULL',
      turnover_not_a_number: 'turnover is not a number',
      turnover_nought: 'turnover is nought',
      turnover_negative: 'turnover is negative',
      employees_null: 'employees NULL',
      employees_not_a_number: 'employees are not a number',
      employees_nought: 'employees are nought',
      employees_negative: 'employees are negative',
      no_category: 'no category',
      one_shop: 'one shop alone in its category',
      constant_turnover: 'turnover is the same in all shops of the category',
    },
    stages: {
      lines: 'reading for the lines',
      dropped: 'counting dropped rows',
      centres: 'reading again about the means',
      residuals: 'reading for the residuals',
    },
    beside: 'reading for what was asked beside',
    errorsBy: 'Standard errors. HC1 is HC0 with the factor n / (n - 2); the classical variance has the denominator n - 2.',
    clusteredBy: (column) =>
      `Standard errors clustered by ${column}, with the factor G / (G - 1) * (n - 1) / (n - 2); t of G - 1 degrees of freedom.`,
    intervals:
      'Employment is the sum of turnover / exp(p1 ln(turnover) + p0), which is of medians; times the smearing factor it is of means. Intervals: of the smeared sum (slope and factor), and of the employees of as many new shops with these turnovers.',
    factors:
      'Duan’s smearing factor beside the lognormal one, exp(sigma² / 2): they part where they differ by more than 1 % and by more than two standard errors. Where they part residuals are not normal, and Duan’s is the one to take; or they scatter more at some turnovers than at others, and then neither holds for all shops.',
    forms:
      'Turnover stands on both sides of the equation. Told of employees, ln(employees) = (1 - p1) ln(turnover) - p0, the residuals are the same with the other sign, and R² is what turnover says of employees.',
    leverage: (category, turnover, where) =>
      `${category}: the line goes through the shop with turnover ${turnover}${where} whatever it says (its leverage is one), so HC2 and HC3 are not defined.`,
    spot: (spot) => (spot ? ` (${spot.counts} ${spot.number})` : ''),
    clusters: ['category', 'clusters', 'rows without', 'factor', 'p1 s.e.', 'p0 s.e.'],
    population: ['category', 'shops', 'left out', 'employment', 'smeared', '95 % of the sum', '95 % of these shops', ''],
    ofPopulation:
      'The population, by the lines above. Left out are shops without a turnover above nought, and those whose category has no line.',
    beyond: 'turnovers beyond the fit',
    ofWeights:
      'Expanded by design weights: the weighted total of employees, their ratio to the weighted turnover, and that ratio times the population’s turnover; errors linearised, as of draws with replacement.',
    ofBootstrap: (seed) =>
      `Bootstrap within categories, seed ${seed}: as many draws with replacement as there are shops; percentiles 2.5 and 97.5.`,
    bootstrap: ['category', 'replicates', 'p1 s.e.', '95 % of p1', 'smeared s.e.', '95 % of the smeared sum'],
    expansion: [
      'category',
      'shops',
      'without weight',
      'weights',
      'employees expanded',
      's.e.',
      'per unit of turnover',
      'population',
      's.e.',
    ],
  },
  zh: {
    equation: 'ln(营业额/人数) = p1 ln(营业额) + p0，分类目最小二乘；标准误为 HC3',
    head: ['类目', 'n', '剔除', 'p1', '标准误', 'p0', '标准误', 'R²', 'sigma', '就业人数', '修正后', '文件中的人数'],
    more: ['类目', '人数=营业额的幂', '该式R²', '涂抹因子', '标准误', '对数正态因子', '判断', '总和的95%区间', '新店铺的95%区间'],
    dropped: ['类目', '剔除行数', '原因'],
    robust: ['类目', '经典 p1', 'p0', 'HC0 p1', 'p0', 'HC1 p1', 'p0', 'HC2 p1', 'p0', 'HC3 p1', 'p0'],
    none: '（无类目）',
    all: '合计',
    agree: '一致',
    part: '不一致',
    reasons: {
      turnover_null: '营业额为 NULL',
      turnover_not_a_number: '营业额不是数',
      turnover_nought: '营业额为零',
      turnover_negative: '营业额为负',
      employees_null: '人数为 NULL',
      employees_not_a_number: '人数不是数',
      employees_nought: '人数为零',
      employees_negative: '人数为负',
      no_category: '没有类目',
      one_shop: '类目中只有一家店铺',
      constant_turnover: '类目中各店铺营业额相同',
    },
    stages: { lines: '读取：拟合直线', dropped: '清点剔除的行', centres: '围绕均值再读一遍', residuals: '读取：残差' },
    beside: '读取：其他所求',
    errorsBy: '标准误。HC1 为 HC0 乘以 n/(n-2)；经典方差的分母为 n-2。',
    clusteredBy: (column) => `按 ${column} 聚类的标准误，修正因子为 G/(G-1)·(n-1)/(n-2)；t 分布自由度 G-1。`,
    intervals:
      '就业人数为营业额/exp(p1 ln(营业额)+p0)之和，是中位数之和，乘以涂抹因子才是均值之和。区间：修正后总和（斜率与因子的误差）；同样多、同样营业额的新店铺的人数。',
    factors:
      'Duan 涂抹因子与对数正态因子 exp(sigma²/2)：相差超过1%且超过两个标准误即为不一致，说明残差不是正态，应取 Duan 因子；或者离散随营业额而变，那么两个因子都不能用于所有店铺。',
    forms: '等式两边都有营业额。改写为 ln(人数) = (1-p1) ln(营业额) - p0，残差只变号，而 R² 才是营业额对人数的解释力。',
    leverage: (category, turnover, where) => `${category}：直线必经营业额为${turnover}的店铺${where}（杠杆值为1），故 HC2 与 HC3 无定义。`,
    spot: (spot) => (spot ? `（${spot.counts === 'line' ? '文件' : '数据'}第${spot.number}行）` : ''),
    clusters: ['类目', '聚类数', '无聚类的行', '因子', 'p1 标准误', 'p0 标准误'],
    population: ['类目', '店铺数', '略去', '就业人数', '修正后', '总和的95%区间', '这些店铺的95%区间', ''],
    ofPopulation: '按以上直线推算总体。略去的是营业额不大于零的店铺，以及类目没有直线的店铺。',
    beyond: '营业额超出拟合范围',
    ofWeights: '按设计权数扩大：加权人数、加权人数与加权营业额之比、该比乘以总体营业额；误差经线性化，按有放回抽样。',
    ofBootstrap: (seed) => `类目内自助法，种子 ${seed}：每次有放回地抽取与店铺同样多次；百分位 2.5 与 97.5。`,
    bootstrap: ['类目', '重复次数', 'p1 标准误', 'p1 的95%区间', '修正后标准误', '修正后总和的95%区间'],
    expansion: ['类目', '店铺数', '无权数', '权数之和', '扩大后的人数', '标准误', '每单位营业额人数', '总体人数', '标准误'],
  },
}
