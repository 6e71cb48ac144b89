import { type DerivedDefinition, derived } from '../../ledger/figures/derived.ts'
import { product } from '../../ledger/formulas/product.ts'
import type { Bilingual, Scope } from '../../ledger/types.ts'
import { equilibriumTightness, equilibriumTightnessTex } from '../../methods/equilibrium-tightness.ts'
import { bargainedWage, jobFindingRate, netOutput, steadyUnemployment, valueOfJob, valueOfSearch } from '../../methods/matching-outcomes.ts'

/** Where a state of the model stands: how its ids begin, what its labels say of it, and of when and whom it speaks. */
export interface Setting {
  readonly id: string
  readonly name: Bilingual
  readonly scope: Scope
}

/** The parameters by the names of the model's equations, each the id of a figure. */
export type Parameters = Readonly<
  Record<
    | 'productivity'
    | 'unemploymentValue'
    | 'discountRate'
    | 'separationRate'
    | 'matchingEfficiency'
    | 'matchingElasticity'
    | 'bargainingPower'
    | 'vacancyCost',
    string
  >
>

/** The parameters that stand under one beginning of ids. */
export const parametersOf = (id: string, instead: Partial<Parameters> = {}): Parameters => ({
  productivity: `${id}.productivity`,
  unemploymentValue: `${id}.unemploymentValue`,
  discountRate: `${id}.discountRate`,
  separationRate: `${id}.separationRate`,
  matchingEfficiency: `${id}.matchingEfficiency`,
  matchingElasticity: `${id}.matchingElasticity`,
  bargainingPower: `${id}.bargainingPower`,
  vacancyCost: `${id}.vacancyCost`,
  ...instead,
})

/** A plain number of the model, under the beginning of its setting. */
export const plain = <Terms>(
  { id, name, scope }: Setting,
  suffix: string,
  short: Bilingual,
  how: Pick<DerivedDefinition<Terms>, 'formula' | 'of'> & Partial<Pick<DerivedDefinition<Terms>, 'tex' | 'digits' | 'percent' | 'note'>>,
) =>
  derived<Terms>({
    id: `${id}.${suffix}`,
    label: { zh: `${name.zh}：${short.zh}`, en: `${name.en}: ${short.en}` },
    short,
    unit: 'ratio',
    scope,
    digits: 3,
    ...how,
  })

/** What a parameter or a result of the model is called in every state that has it; `plain` puts the state’s own name before it. */
export const words = {
  matchingEfficiency: { zh: '匹配效率', en: 'matching efficiency' },
  separationRate: { zh: '离职率', en: 'separation rate' },
  bargainingPower: { zh: '议价能力', en: 'bargaining power' },
  vacancyCost: { zh: '空缺成本', en: 'cost of a vacancy' },
  tightness: { zh: '市场紧张度', en: 'tightness' },
  jobFindingRate: { zh: '求职成功率', en: 'job-finding rate' },
  unemploymentRate: { zh: '失业率', en: 'unemployment' },
  vacancyRate: { zh: '空缺率', en: 'vacancies' },
  wage: { zh: '工资', en: 'wage' },
} as const

/** How tight the market is at the parameters, how fast work is found there, and how many are without it: each from the one before. */
export const flows = (setting: Setting, of: Parameters) => {
  const { id } = setting
  const { matchingEfficiency, matchingElasticity, separationRate } = of
  return [
    plain(setting, 'tightness', words.tightness, { formula: equilibriumTightness, of, tex: equilibriumTightnessTex }),
    plain(setting, 'jobFindingRate', words.jobFindingRate, {
      formula: jobFindingRate,
      of: { matchingEfficiency, matchingElasticity, tightness: `${id}.tightness` },
    }),
    plain(setting, 'unemploymentRate', words.unemploymentRate, {
      formula: steadyUnemployment,
      of: { separationRate, jobFindingRate: `${id}.jobFindingRate` },
      percent: true,
    }),
  ]
}

/** What the model has at its parameters: the flows, and from them vacancies and the wage. */
export const steadyState = (setting: Setting, of: Parameters) => {
  const { id } = setting
  const { productivity, unemploymentValue, bargainingPower, vacancyCost } = of
  const tightness = `${id}.tightness`
  return [
    ...flows(setting, of),
    plain(setting, 'vacancyRate', words.vacancyRate, {
      formula: product,
      of: { amount: `${id}.unemploymentRate`, times: tightness },
      percent: true,
    }),
    plain(setting, 'wage', words.wage, {
      formula: bargainedWage,
      of: { productivity, unemploymentValue, bargainingPower, vacancyCost, tightness },
    }),
  ]
}

/** Who has what of a state: the firm, who seeks, and all together. */
export const shares = (setting: Setting, of: Parameters) => {
  const { id } = setting
  const { productivity, unemploymentValue, matchingEfficiency, matchingElasticity, bargainingPower, vacancyCost } = of
  const tightness = `${id}.tightness`
  return [
    plain(
      setting,
      'jobValue',
      { zh: '一份工作对企业的价值', en: 'value of a job to its firm' },
      {
        formula: valueOfJob,
        of: { vacancyCost, matchingEfficiency, matchingElasticity, tightness },
      },
    ),
    plain(
      setting,
      'searchValue',
      { zh: '失业者一季的所值', en: 'what a quarter is worth to who is unemployed' },
      {
        formula: valueOfSearch,
        of: { unemploymentValue, bargainingPower, vacancyCost, tightness },
      },
    ),
    plain(
      setting,
      'netOutput',
      { zh: '扣除搜寻成本的产出', en: 'output less the cost of search' },
      {
        formula: netOutput,
        of: {
          productivity,
          unemploymentValue,
          vacancyCost,
          unemploymentRate: `${id}.unemploymentRate`,
          vacancyRate: `${id}.vacancyRate`,
        },
        digits: 4,
      },
    ),
  ]
}
