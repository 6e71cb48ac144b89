import { growth } from '../../ledger/formulas/growth.ts'
import { product } from '../../ledger/formulas/product.ts'
import { ratio } from '../../ledger/formulas/ratio.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'
import { equilibriumResidual, equilibriumResidualTex, tightnessApart, tightnessApartTex } from '../../methods/equilibrium-tightness.ts'
import { efficiencyAt, findingAt, findingWithin, separationAt, tightnessAt, vacancyCostAt } from '../../methods/matching-calibration.ts'
import { steadyUnemployment } from '../../methods/matching-outcomes.ts'
import { halfLife, unemploymentAfter } from '../../methods/unemployment-path.ts'
import { answers } from './answers.ts'
import { flows, parametersOf, plain, type Setting, shares, steadyState, words } from './steady-state.ts'

const published: Setting = {
  id: 'matching',
  name: { zh: '匹配模型，已发表的校准', en: 'Matching model, published calibration' },
  scope: { period: '1951/2003', entity: 'usa' },
}
const china: Setting = {
  id: 'matching.china',
  name: { zh: '匹配模型，中国', en: 'Matching model, China' },
  scope: { period: '2022', entity: 'china' },
}

/** What the Chinese calibration is made to have, and what it is held against. */
const target = {
  halfYear: 'cass.reemployment.halfYear',
  halfYearBefore: 'cass.reemployment.halfYearBefore',
  quarters: 'matching.china.target.quarters',
  unemploymentRate: 'cass.unemployment.mean',
  unemploymentLatest: 'cass.unemployment.october2024',
  tightness: 'cass.unemployment.vacancyRatio',
  bargainingPower: 'matching.china.target.bargainingPower',
} as const

/** The setting inside another: its ids go on, and so do its labels. */
const within = ({ id, name, scope }: Setting, suffix: string, more: Bilingual): Setting => ({
  id: `${id}.${suffix}`,
  name: { zh: `${name.zh}，${more.zh}`, en: `${name.en}, ${more.en}` },
  scope,
})

const factors = [
  ['twice', { zh: '效率加倍', en: 'efficiency doubled' }],
  ['tenfold', { zh: '效率十倍', en: 'efficiency tenfold' }],
] as const

/** The same market where each seeker and each vacancy meet so many times as often. */
const sped = (setting: Setting, efficiency: string) =>
  factors.flatMap(([name, more]) => {
    const faster = within(setting, name, more)
    const parameters = parametersOf(setting.id, { matchingEfficiency: `${faster.id}.matchingEfficiency` })
    return [
      plain(faster, 'matchingEfficiency', words.matchingEfficiency, {
        formula: product,
        of: { amount: efficiency, times: `matching.${name}` },
      }),
      ...steadyState(faster, parameters),
      ...shares(faster, parameters),
    ]
  })

/** How the solution was tried. */
const tried = (setting: Setting) => [
  plain(
    setting,
    'solutionsApart',
    { zh: '两种解法之差（小于10⁻¹²记为零）', en: 'distance of the two solutions (below 10⁻¹² is nought)' },
    {
      formula: tightnessApart,
      of: parametersOf(setting.id),
      tex: tightnessApartTex,
      digits: 1,
    },
  ),
  plain(
    setting,
    'residual',
    { zh: '方程的最大残差（小于10⁻¹²记为零）', en: 'largest residual of the equations (below 10⁻¹² is nought)' },
    {
      formula: equilibriumResidual,
      of: parametersOf(setting.id),
      tex: equilibriumResidualTex,
      digits: 1,
    },
  ),
]

/** Where the wage would make firms open as many vacancies as are best for all: bargaining power equal to the elasticity. */
const efficient = (setting: Setting) => {
  const parameters = parametersOf(setting.id, { bargainingPower: `${setting.id}.matchingElasticity` })
  const state = within(setting, 'efficient', { zh: '有效率的议价', en: 'efficient bargain' })
  return [...steadyState(state, parameters), ...shares(state, parameters).filter(({ id }) => id.endsWith('.netOutput'))]
}

const { id } = china
const own = parametersOf(id)

/** The parameters of the Chinese setting that follow from what was counted. */
const calibration = () => {
  const fitted = within(china, 'calibrated', { zh: '由目标推得', en: 'from the targets' })
  const jobFindingRate = `${fitted.id}.jobFindingRate`
  const separationRate = `${fitted.id}.separationRate`
  const { productivity, unemploymentValue, discountRate, matchingElasticity } = own
  return [
    plain(fitted, 'jobFindingRate', words.jobFindingRate, {
      formula: findingWithin,
      of: { within: target.halfYear, periods: target.quarters },
    }),
    plain(fitted, 'separationRate', words.separationRate, {
      formula: separationAt,
      of: { jobFindingRate, unemploymentRate: target.unemploymentRate },
    }),
    plain(fitted, 'matchingEfficiency', words.matchingEfficiency, {
      formula: efficiencyAt,
      of: { jobFindingRate, tightness: target.tightness, matchingElasticity },
    }),
    plain(china, 'vacancyCost', words.vacancyCost, {
      formula: vacancyCostAt,
      of: {
        productivity,
        unemploymentValue,
        discountRate,
        separationRate,
        bargainingPower: target.bargainingPower,
        jobFindingRate,
        tightness: target.tightness,
      },
      note: {
        zh: '由职位创造的条件推得：在这个成本上，企业保持的空缺正好达到目标。',
        en: 'From job creation: the cost at which firms keep as many vacancies open as the target has.',
      },
    }),
    // What a reader may move stands by itself, so that the cost of a vacancy stays as it was calibrated.
    plain(china, 'separationRate', words.separationRate, { formula: sum, of: { terms: [separationRate] } }),
    plain(china, 'matchingEfficiency', words.matchingEfficiency, {
      formula: sum,
      of: { terms: [`${fitted.id}.matchingEfficiency`] },
    }),
    plain(china, 'bargainingPower', words.bargainingPower, { formula: sum, of: { terms: [target.bargainingPower] } }),
  ]
}

/**
 * The answer to more efficiency over the box of what was assumed. Calibrated to the same targets, only the elasticity and the
 * bargaining power matter for it: the rate of finding work rises less the larger either is, so the ends lie at two corners.
 */
const corners = () =>
  (
    [
      ['lowEnd', { zh: '弹性与议价能力均取下端', en: 'low elasticity and bargaining power' }, 'Low'],
      ['highEnd', { zh: '弹性与议价能力均取上端', en: 'high elasticity and bargaining power' }, 'High'],
    ] as const
  ).flatMap(([name, ends, end]) => {
    const corner = within(china, name, ends)
    const matchingElasticity = `${id}.elasticity${end}`
    const bargainingPower = `${id}.power${end}`
    const { productivity, unemploymentValue, discountRate } = own
    const [jobFindingRate, separationRate] = [`${id}.calibrated.jobFindingRate`, `${id}.calibrated.separationRate`]
    return [
      plain(corner, 'matchingEfficiency', words.matchingEfficiency, {
        formula: efficiencyAt,
        of: { jobFindingRate, tightness: target.tightness, matchingElasticity },
      }),
      plain(corner, 'vacancyCost', words.vacancyCost, {
        formula: vacancyCostAt,
        of: {
          productivity,
          unemploymentValue,
          discountRate,
          separationRate,
          bargainingPower,
          jobFindingRate,
          tightness: target.tightness,
        },
      }),
      ...factors.flatMap(([factor, more]) => {
        const faster = within(corner, factor, more)
        return [
          plain(faster, 'matchingEfficiency', words.matchingEfficiency, {
            formula: product,
            of: { amount: `${corner.id}.matchingEfficiency`, times: `matching.${factor}` },
          }),
          // Wages and vacancies of corners are asked by nobody.
          ...flows(faster, {
            ...own,
            separationRate,
            matchingElasticity,
            bargainingPower,
            matchingEfficiency: `${faster.id}.matchingEfficiency`,
            vacancyCost: `${corner.id}.vacancyCost`,
          }),
        ]
      }),
    ]
  })

/** How much more efficient matching would have to be for unemployment to be what it last was, and what share of matches a channel must have had for its becoming ten times as fast to do it. */
const latest = () => {
  const state = within(china, 'latest', { zh: '失业率降到最近的水平', en: 'unemployment at its latest' })
  const { matchingElasticity } = own
  return [
    plain(state, 'jobFindingRate', words.jobFindingRate, {
      formula: findingAt,
      of: { separationRate: own.separationRate, unemploymentRate: target.unemploymentLatest },
    }),
    plain(state, 'tightness', words.tightness, {
      formula: tightnessAt,
      of: {
        productivity: own.productivity,
        unemploymentValue: own.unemploymentValue,
        discountRate: own.discountRate,
        separationRate: own.separationRate,
        bargainingPower: own.bargainingPower,
        vacancyCost: own.vacancyCost,
        jobFindingRate: `${state.id}.jobFindingRate`,
      },
    }),
    plain(state, 'matchingEfficiency', words.matchingEfficiency, {
      formula: efficiencyAt,
      of: { jobFindingRate: `${state.id}.jobFindingRate`, tightness: `${state.id}.tightness`, matchingElasticity },
    }),
    plain(
      state,
      'gain',
      { zh: '匹配效率须提高', en: 'rise of matching efficiency that it takes' },
      {
        formula: growth,
        of: { after: `${state.id}.matchingEfficiency`, before: own.matchingEfficiency },
        percent: true,
        digits: 2,
      },
    ),
    plain(
      state,
      'gainOfTenfold',
      { zh: '效率十倍之所增', en: 'what tenfold efficiency adds' },
      {
        formula: growth,
        of: { after: `${id}.tenfold.matchingEfficiency`, before: own.matchingEfficiency },
      },
    ),
    plain(
      state,
      'reach',
      { zh: '“十倍”渠道提效以前须占的匹配', en: 'share of matches that a tenfold channel must have had before it was sped up' },
      {
        formula: ratio,
        of: { after: `${state.id}.gain`, before: `${state.id}.gainOfTenfold` },
        percent: true,
        digits: 1,
      },
    ),
  ]
}

/** What the flows of ten years before would have made of unemployment, had jobs ended as they now do. */
const before = () => {
  const state = within(china, 'before', { zh: '10年前', en: 'ten years before' })
  return [
    plain(state, 'jobFindingRate', words.jobFindingRate, {
      formula: findingWithin,
      of: { within: target.halfYearBefore, periods: target.quarters },
    }),
    plain(
      state,
      'findingRise',
      { zh: '求职成功率成为几倍', en: 'the job-finding rate since, times' },
      {
        formula: ratio,
        of: { after: `${id}.calibrated.jobFindingRate`, before: `${state.id}.jobFindingRate` },
      },
    ),
    plain(
      state,
      'unemploymentRate',
      { zh: '失业率，若离职率如今日', en: 'unemployment, had jobs ended as they now do' },
      {
        formula: steadyUnemployment,
        of: { separationRate: own.separationRate, jobFindingRate: `${state.id}.jobFindingRate` },
        percent: true,
      },
    ),
  ]
}

/** How fast it goes, and how far it has come a quarter after efficiency has doubled overnight. */
const path = (setting: Setting) => {
  const faster = `${setting.id}.twice`
  const separationRate = `${setting.id}.separationRate`
  return [
    plain(
      setting,
      'halfLife',
      { zh: '走完一半路程的季度数', en: 'quarters to go half of the way' },
      {
        formula: halfLife,
        of: { separationRate, jobFindingRate: `${setting.id}.jobFindingRate` },
        digits: 2,
      },
    ),
    plain(
      setting,
      'twice.afterQuarter',
      { zh: '效率加倍一季之后的失业率', en: 'unemployment a quarter after efficiency doubled' },
      {
        formula: unemploymentAfter,
        of: {
          start: `${setting.id}.unemploymentRate`,
          steady: `${faster}.unemploymentRate`,
          separationRate,
          jobFindingRate: `${faster}.jobFindingRate`,
          periods: 'matching.quarter',
        },
        percent: true,
      },
    ),
  ]
}

/** What tenfold efficiency moves, against what was. */
const moved = (setting: Setting) => {
  const faster = `${setting.id}.tenfold`
  const change = (what: 'tightness' | 'wage' | 'jobValue' | 'netOutput' | 'vacancyRate' | 'searchValue', { zh, en }: Bilingual) =>
    plain(
      setting,
      `tenfold.${what}Change`,
      { zh: `效率十倍时${zh}的变动`, en: `change of ${en} at tenfold efficiency` },
      {
        formula: growth,
        of: { after: `${faster}.${what}`, before: `${setting.id}.${what}` },
        percent: true,
        digits: 2,
      },
    )
  return [
    change('tightness', words.tightness),
    change('wage', { zh: '工资', en: 'the wage' }),
    change('jobValue', { zh: '工作对企业的价值', en: 'the value of a job to its firm' }),
    change('searchValue', { zh: '失业者所值', en: 'what a quarter is worth to who is unemployed' }),
    change('netOutput', { zh: '扣除搜寻成本的产出', en: 'output less the cost of search' }),
    plain(
      setting,
      'tenfold.unemploymentFall',
      { zh: '效率十倍时失业率之所降', en: 'fall of unemployment at tenfold efficiency' },
      {
        formula: remainder,
        of: { whole: `${setting.id}.unemploymentRate`, part: `${faster}.unemploymentRate` },
        percent: true,
      },
    ),
  ]
}

/** The theory of matching, computed: a published calibration and one for China, each solved, sped up and differentiated. */
export const matching = [
  ...calibration(),
  ...[published, china].flatMap((setting) => [
    ...steadyState(setting, parametersOf(setting.id)),
    ...shares(setting, parametersOf(setting.id)),
    ...tried(setting),
    ...answers(setting, parametersOf(setting.id)),
  ]),
  ...sped(published, 'matching.matchingEfficiency'),
  ...sped(china, `${id}.calibrated.matchingEfficiency`),
  ...efficient(china),
  ...moved(china),
  ...corners(),
  ...latest(),
  ...before(),
  ...[published, china].flatMap(path),
]
