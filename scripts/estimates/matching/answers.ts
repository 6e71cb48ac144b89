import type { Bilingual } from '../../ledger/types.ts'
import {
  tightnessByCost,
  tightnessByEfficiency,
  tightnessByElasticity,
  tightnessByPower,
  tightnessByProductivity,
  tightnessByRate,
  tightnessByUnemploymentValue,
  tightnessResponse,
  unemploymentByEfficiency,
  unemploymentByElasticity,
  unemploymentBySeparation,
  unemploymentByTightness,
  wageByCost,
  wageByPower,
  wageByProductivity,
  wageByTightness,
  wageByUnemploymentValue,
  waitingShare,
} from '../../methods/matching-elasticities.ts'
import { type Parameters, plain, type Setting, words } from './steady-state.ts'

const names: Readonly<Record<keyof Parameters, Bilingual>> = {
  productivity: { zh: '产出', en: 'output of a job' },
  unemploymentValue: { zh: '失业所值', en: 'value of unemployment' },
  discountRate: { zh: '贴现率', en: 'discount rate' },
  separationRate: words.separationRate,
  matchingEfficiency: words.matchingEfficiency,
  matchingElasticity: { zh: '匹配弹性', en: 'elasticity of matches' },
  bargainingPower: words.bargainingPower,
  vacancyCost: words.vacancyCost,
}

/** Comparative statics of a state: what one per cent more of each parameter does to tightness, unemployment and the wage, in per cent. */
export const answers = (setting: Setting, of: Parameters) => {
  const { id } = setting
  const known = (suffix: string) => `${id}.${suffix}`
  const waiting = known('waitingShare')
  const response = known('response')
  const { productivity, unemploymentValue, discountRate, separationRate, matchingElasticity, bargainingPower, vacancyCost } = of
  const tightness = known('tightness')
  const worth = { productivity, unemploymentValue, response } as const
  const answer = { waitingShare: waiting, response } as const

  const nameOf = (result: Bilingual, parameter: keyof Parameters): Bilingual => ({
    zh: `${result.zh}对${names[parameter].zh}的弹性`,
    en: `elasticity of ${result.en} in ${names[parameter].en}`,
  })
  const ofTightness = (parameter: keyof Parameters) => known(`tightnessBy.${parameter}`)
  const tightnessIn = <Terms>(parameter: keyof Parameters, how: How<Terms>) =>
    plain(setting, `tightnessBy.${parameter}`, nameOf({ zh: '紧张度', en: 'tightness' }, parameter), how)
  const unemploymentIn = <Terms>(parameter: keyof Parameters, how: How<Terms>) =>
    plain(setting, `unemploymentBy.${parameter}`, nameOf({ zh: '失业率', en: 'unemployment' }, parameter), how)
  const wageIn = <Terms>(parameter: keyof Parameters, how: How<Terms>) =>
    plain(setting, `wageBy.${parameter}`, nameOf({ zh: '工资', en: 'the wage' }, parameter), how)

  const flows = (parameter: keyof Parameters) => ({
    unemploymentRate: known('unemploymentRate'),
    matchingElasticity,
    ofTightness: ofTightness(parameter),
  })
  const pay = (parameter: keyof Parameters) => ({
    wage: known('wage'),
    bargainingPower,
    vacancyCost,
    tightness,
    ofTightness: ofTightness(parameter),
  })
  return [
    plain(
      setting,
      'waitingShare',
      { zh: '空缺成本中等待的部分', en: 'part of the cost of a vacancy that is waiting' },
      {
        formula: waitingShare,
        of: { discountRate, separationRate, bargainingPower, jobFindingRate: known('jobFindingRate') },
      },
    ),
    plain(
      setting,
      'response',
      { zh: '紧张度对雇用所值的弹性', en: 'elasticity of tightness in what hiring is worth' },
      {
        formula: tightnessResponse,
        of: { matchingElasticity, waitingShare: waiting },
      },
    ),

    tightnessIn('productivity', { formula: tightnessByProductivity, of: worth }),
    tightnessIn('unemploymentValue', { formula: tightnessByUnemploymentValue, of: worth }),
    tightnessIn('discountRate', { formula: tightnessByRate, of: { rate: discountRate, other: separationRate, ...answer } }),
    tightnessIn('separationRate', { formula: tightnessByRate, of: { rate: separationRate, other: discountRate, ...answer } }),
    tightnessIn('matchingEfficiency', { formula: tightnessByEfficiency, of: answer }),
    tightnessIn('matchingElasticity', { formula: tightnessByElasticity, of: { matchingElasticity, tightness, ...answer } }),
    tightnessIn('bargainingPower', { formula: tightnessByPower, of: { bargainingPower, ...answer } }),
    tightnessIn('vacancyCost', { formula: tightnessByCost, of: { response } }),

    unemploymentIn('productivity', { formula: unemploymentByTightness, of: flows('productivity') }),
    unemploymentIn('unemploymentValue', { formula: unemploymentByTightness, of: flows('unemploymentValue') }),
    unemploymentIn('discountRate', { formula: unemploymentByTightness, of: flows('discountRate') }),
    unemploymentIn('separationRate', { formula: unemploymentBySeparation, of: flows('separationRate') }),
    unemploymentIn('matchingEfficiency', { formula: unemploymentByEfficiency, of: flows('matchingEfficiency') }),
    unemploymentIn('matchingElasticity', { formula: unemploymentByElasticity, of: { ...flows('matchingElasticity'), tightness } }),
    unemploymentIn('bargainingPower', { formula: unemploymentByTightness, of: flows('bargainingPower') }),
    unemploymentIn('vacancyCost', { formula: unemploymentByTightness, of: flows('vacancyCost') }),

    wageIn('productivity', { formula: wageByProductivity, of: { ...pay('productivity'), productivity } }),
    wageIn('unemploymentValue', { formula: wageByUnemploymentValue, of: { ...pay('unemploymentValue'), unemploymentValue } }),
    wageIn('discountRate', { formula: wageByTightness, of: pay('discountRate') }),
    wageIn('separationRate', { formula: wageByTightness, of: pay('separationRate') }),
    wageIn('matchingEfficiency', { formula: wageByTightness, of: pay('matchingEfficiency') }),
    wageIn('matchingElasticity', { formula: wageByTightness, of: pay('matchingElasticity') }),
    wageIn('bargainingPower', { formula: wageByPower, of: { ...pay('bargainingPower'), productivity, unemploymentValue } }),
    wageIn('vacancyCost', { formula: wageByCost, of: pay('vacancyCost') }),
  ]
}

/** How a figure of this kind is made. */
type How<Terms> = HowOf<typeof plain<Terms>>
type HowOf<Make> = Make extends (setting: Setting, suffix: string, short: Bilingual, how: infer How) => unknown ? How : never
