import { sampleForNormal } from '../../formulas/sample-for-normal.ts'
import { variationWithIdle } from '../../formulas/variation-with-idle.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { product } from '../../ledger/formulas/product.ts'
import { rate } from '../../ledger/formulas/rate.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import {
  ratioRelativeError,
  ratioRelativeErrorTex,
  ratioTotalError,
  ratioTotalErrorTex,
  ratioVariation,
  ratioVariationTex,
} from '../../methods/ratio-estimator.ts'

const providers = { period: '2021-07/2022-06', entity: 'ant' } as const
const jobs = { ...providers, reach: 'direct', measure: 'opportunities' } as const
const assumed = { variation: 'ant.assumed.variation', designEffect: 'ant.assumed.designEffect' } as const
const ofActive = { sample: 'ant.providers.sampleOfActive', population: 'ant.providers.active' } as const

/** How unlike providers may be besides, for the three readings and the interval. */
const alternatives = [
  { key: 'evener', variation: 'ant.assumed.variationLow', words: { zh: '规模较齐时', en: 'were providers more alike' } },
  { key: 'skewed', variation: 'ant.assumed.variationHigh', words: { zh: '规模悬殊时', en: 'were providers very unlike' } },
] as const

const readings = [
  { key: 'errorOfActive', ...ofActive, words: { zh: '样本抽自活跃的', en: 'sample of the active' } },
  {
    key: 'errorOfActiveAmongRegistered',
    sample: 'ant.sampling.activeAmongRegistered',
    population: 'ant.providers.active',
    words: { zh: '样本抽自注册的、只用其中活跃的', en: 'sample of the registered, the active in it used' },
  },
  {
    key: 'errorOfRegistered',
    sample: 'ant.providers.sampleOfRegistered',
    population: 'ant.providers.registered',
    words: { zh: '样本抽自注册的、全部使用', en: 'sample of the registered, all of it used' },
  },
  {
    key: 'errorIfNearlyAll',
    sample: 'ant.providers.sampleOfRegistered',
    population: 'ant.providers.active',
    words: { zh: '样本家数按注册的、却全是活跃的', en: 'a sample as large as a twentieth of the registered, of the active alone' },
  },
] as const

const atOtherVariations = alternatives.flatMap(({ key, variation, words }) => [
  derived({
    id: `ant.sampling.${key}.variationOfRegistered`,
    label: {
      zh: `注册服务商就业的变异系数，不活跃的算作零，${words.zh}`,
      en: `Coefficient of variation of employment between registered providers, the inactive as zeros, ${words.en}`,
    },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    formula: variationWithIdle,
    of: { variation, activeShare: 'ant.providers.activeShare' },
  }),
  ...readings.map((reading) =>
    derived({
      id: `ant.sampling.${key}.${reading.key}`,
      label: {
        zh: `服务商就业的相对标准误，${reading.words.zh}，${words.zh}`,
        en: `Relative standard error of providers’ employment, ${reading.words.en}, ${words.en}`,
      },
      unit: 'ratio',
      scope: providers,
      digits: 2,
      percent: true,
      formula: ratioRelativeError,
      of: {
        variation: reading.key === 'errorOfRegistered' ? `ant.sampling.${key}.variationOfRegistered` : variation,
        designEffect: assumed.designEffect,
        sample: reading.sample,
        population: reading.population,
      },
      tex: ratioRelativeErrorTex,
    }),
  ),
  derived({
    id: `ant.sampling.${key}.error`,
    label: {
      zh: `服务商就业机会的标准误，${words.zh}`,
      en: `Standard error of the opportunities with service providers, ${words.en}`,
    },
    unit: 'person',
    scope: jobs,
    digits: 3,
    formula: ratioTotalError,
    of: { total: 'antDirect.providers.jobs', variation, designEffect: assumed.designEffect, ...ofActive },
    tex: ratioTotalErrorTex,
  }),
  derived({
    id: `ant.sampling.${key}.margin`,
    label: {
      zh: `服务商就业机会区间的半宽，${words.zh}`,
      en: `Half the width of the interval of opportunities with service providers, ${words.en}`,
    },
    unit: 'person',
    scope: jobs,
    digits: 3,
    formula: product,
    of: { amount: `ant.sampling.${key}.error`, times: 'ant.assumed.standardErrors' },
  }),
  derived({
    id: `ant.sampling.${key}.low`,
    label: {
      zh: `服务商就业机会，区间下端，${words.zh}`,
      en: `Opportunities with service providers, low end of the interval, ${words.en}`,
    },
    unit: 'person',
    scope: jobs,
    digits: 3,
    formula: remainder,
    of: { whole: 'antDirect.providers.jobs', part: `ant.sampling.${key}.margin` },
  }),
  derived({
    id: `ant.sampling.${key}.high`,
    label: {
      zh: `服务商就业机会，区间上端，${words.zh}`,
      en: `Opportunities with service providers, high end of the interval, ${words.en}`,
    },
    unit: 'person',
    scope: jobs,
    digits: 3,
    formula: sum,
    of: { terms: ['antDirect.providers.jobs', `ant.sampling.${key}.margin`] },
  }),
])

/**
 * How far the total expanded from a sample of providers may be off, at a coefficient of variation and a design effect that
 * are assumed. Whatever “all” were of which a twentieth was drawn, a twentieth of the active is in it: a mean of the active
 * rests on so many, and only a mean of all who are registered, which may not be multiplied by the active, on more.
 */
export const providersSample = [
  derived({
    id: 'ant.sampling.activeAmongRegistered',
    label: { zh: '样本中活跃的服务商，若样本抽自注册的全体', en: 'Active providers in the sample, if it was drawn from all registered' },
    unit: 'count',
    scope: providers,
    digits: 2,
    formula: product,
    of: { amount: 'ant.providers.sampleOfRegistered', times: 'ant.providers.activeShare' },
  }),
  derived({
    id: 'ant.sampling.errorOfActive',
    label: { zh: '服务商就业的相对标准误，样本抽自活跃的', en: 'Relative standard error of providers’ employment, sample of the active' },
    short: { zh: '抽自活跃的', en: 'of the active' },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    percent: true,
    formula: ratioRelativeError,
    of: { ...assumed, ...ofActive },
    tex: ratioRelativeErrorTex,
  }),
  derived({
    id: 'ant.sampling.errorOfActiveAmongRegistered',
    label: {
      zh: '服务商就业的相对标准误，样本抽自注册的、只用其中活跃的',
      en: 'Relative standard error of providers’ employment, sample of the registered, the active in it used',
    },
    short: { zh: '抽自注册的，用活跃的', en: 'of the registered, the active used' },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    percent: true,
    formula: ratioRelativeError,
    of: { ...assumed, sample: 'ant.sampling.activeAmongRegistered', population: 'ant.providers.active' },
    tex: ratioRelativeErrorTex,
  }),
  // Whoever is registered and inactive has nobody at work for Ant: a zero, and a spread far wider than that of the active.
  derived({
    id: 'ant.sampling.variationOfRegistered',
    label: {
      zh: '注册服务商就业的变异系数，不活跃的算作零',
      en: 'Coefficient of variation of employment between registered providers, the inactive as zeros',
    },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    formula: variationWithIdle,
    of: { variation: assumed.variation, activeShare: 'ant.providers.activeShare' },
  }),
  derived({
    id: 'ant.sampling.errorOfRegistered',
    label: {
      zh: '服务商就业的相对标准误，样本抽自注册的、全部使用',
      en: 'Relative standard error of providers’ employment, sample of the registered, all of it used',
    },
    short: { zh: '抽自注册的，全用', en: 'of the registered, all used' },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    percent: true,
    formula: ratioRelativeError,
    of: {
      variation: 'ant.sampling.variationOfRegistered',
      designEffect: assumed.designEffect,
      sample: 'ant.providers.sampleOfRegistered',
      population: 'ant.providers.registered',
    },
    tex: ratioRelativeErrorTex,
    note: {
      zh: '问的家数多，其中大多是零，相对误差并不更小；而且这是另一个平均数，只能乘注册的家数，不能乘活跃的。',
      en: 'More are asked, and most of them are zeros, so that the relative error is no smaller. It is another mean besides: one to be multiplied by the number registered, and not by that of the active.',
    },
  }),
  derived({
    id: 'ant.sampling.errorIfNearlyAll',
    label: {
      zh: '服务商就业的相对标准误，样本家数为注册者的百分之五、却全是活跃的',
      en: 'Relative standard error of providers’ employment, a sample as large as a twentieth of the registered, of the active alone',
    },
    short: { zh: '家数按注册的，全是活跃的', en: 'a twentieth of the registered in number, all active' },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    percent: true,
    formula: ratioRelativeError,
    of: { ...assumed, sample: 'ant.providers.sampleOfRegistered', population: 'ant.providers.active' },
    tex: ratioRelativeErrorTex,
    note: {
      zh: '几乎是普查：活跃的十家里有九家应答。',
      en: 'Nearly a census: nine in ten of the active would have answered.',
    },
  }),
  derived({
    id: 'ant.sampling.error',
    label: { zh: '服务商就业机会的标准误', en: 'Standard error of the opportunities with service providers' },
    unit: 'person',
    scope: jobs,
    digits: 3,
    formula: ratioTotalError,
    of: { total: 'antDirect.providers.jobs', ...assumed, ...ofActive },
    tex: ratioTotalErrorTex,
  }),
  derived({
    id: 'ant.sampling.margin',
    label: { zh: '服务商就业机会区间的半宽', en: 'Half the width of the interval of opportunities with service providers' },
    unit: 'person',
    scope: jobs,
    digits: 3,
    formula: product,
    of: { amount: 'ant.sampling.error', times: 'ant.assumed.standardErrors' },
  }),
  derived({
    id: 'ant.sampling.low',
    label: { zh: '服务商就业机会，区间下端', en: 'Opportunities with service providers, low end of the interval' },
    unit: 'person',
    scope: jobs,
    digits: 3,
    formula: remainder,
    of: { whole: 'antDirect.providers.jobs', part: 'ant.sampling.margin' },
  }),
  derived({
    id: 'ant.sampling.high',
    label: { zh: '服务商就业机会，区间上端', en: 'Opportunities with service providers, high end of the interval' },
    unit: 'person',
    scope: jobs,
    digits: 3,
    formula: sum,
    of: { terms: ['antDirect.providers.jobs', 'ant.sampling.margin'] },
  }),
  derived({
    id: 'ant.sampling.differenceOfDefinitions',
    label: { zh: '两种定义相差的就业机会', en: 'Opportunities by which the two definitions differ' },
    unit: 'person',
    scope: { ...jobs, measure: 'head-count' },
    digits: 1,
    formula: remainder,
    of: { whole: 'ant.providers.byPersons', part: 'antDirect.providers.jobs' },
  }),
  derived({
    id: 'ant.sampling.differenceInErrors',
    label: { zh: '两种定义之差，以标准误计', en: 'The difference of the two definitions in standard errors' },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    formula: share,
    of: { part: 'ant.sampling.differenceOfDefinitions', whole: 'ant.sampling.error' },
  }),
  // Two definitions on one sample share its luck. What two samples would have shown is the yardstick for “confirm”.
  derived({
    id: 'ant.sampling.variationIfIndependent',
    label: {
      zh: '两种定义之比的变异系数，若各用一个样本',
      en: 'Coefficient of variation of the ratio of the two definitions, had each its own sample',
    },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    formula: ratioVariation,
    of: { variation: 'ant.assumed.variation', auxiliaryVariation: 'ant.assumed.variation', correlation: 'ant.assumed.independent' },
    tex: ratioVariationTex,
  }),
  derived({
    id: 'ant.sampling.apartIfIndependent',
    label: {
      zh: '两个互不相干的样本，其估计之比的标准误',
      en: 'Standard error of the ratio of two estimates from samples that are independent',
    },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    percent: true,
    formula: ratioRelativeError,
    of: { variation: 'ant.sampling.variationIfIndependent', designEffect: 'ant.assumed.designEffect', ...ofActive },
    tex: ratioRelativeErrorTex,
  }),
  derived({
    id: 'ant.sampling.foundAgainstIndependent',
    label: {
      zh: '实际的差距，相当于独立样本本来会有的几分之几',
      en: 'The gap that was found, as a part of what independent samples would show',
    },
    unit: 'ratio',
    scope: providers,
    digits: 1,
    formula: rate,
    of: { amount: 'ant.providers.definitionsApart', base: 'ant.sampling.apartIfIndependent' },
  }),
  derived({
    id: 'ant.sampling.errorOfOperators',
    label: {
      zh: '每家商家数字化运营岗位的相对标准误，按开通小程序的样本',
      en: 'Relative standard error of posts in digital operation for each merchant, from those surveyed with mini-programs',
    },
    unit: 'ratio',
    scope: { ...providers, period: '2022' },
    digits: 2,
    percent: true,
    formula: ratioRelativeError,
    of: { ...assumed, sample: 'ant.miniPrograms.withPrograms' },
    tex: ratioRelativeErrorTex,
    note: {
      zh: '借用服务商的变异系数。没有专设岗位的商家很多，真实的可能更大；所乘的活跃小程序数没有给出，那里的误差不在其中。',
      en: 'With the coefficient of variation assumed for providers. Many merchants have no such post, so it may be larger; the number of active mini-programs that it is multiplied by is not printed, and any error of that is not in it.',
    },
  }),
  // What the platform has on its books of every provider would have served to expand by.
  derived({
    id: 'ant.sampling.variationByBusiness',
    label: {
      zh: '就业人数与业务量之比的变异系数',
      en: 'Coefficient of variation of the residuals, were employment expanded by business',
    },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    formula: ratioVariation,
    of: { variation: 'ant.assumed.variation', auxiliaryVariation: 'ant.assumed.variation', correlation: 'ant.assumed.businessCorrelation' },
    tex: ratioVariationTex,
  }),
  derived({
    id: 'ant.sampling.errorByBusiness',
    label: {
      zh: '服务商就业的相对标准误，若按业务量推算总数',
      en: 'Relative standard error of providers’ employment, were it expanded by business',
    },
    unit: 'ratio',
    scope: providers,
    digits: 2,
    percent: true,
    formula: ratioRelativeError,
    of: { variation: 'ant.sampling.variationByBusiness', designEffect: 'ant.assumed.designEffect', ...ofActive },
    tex: ratioRelativeErrorTex,
  }),
  derived({
    id: 'ant.sampling.sampleForNormal',
    label: {
      zh: '正态区间可用所需的样本家数，若服务商规模呈对数正态分布',
      en: 'Providers that a normal interval takes, were their sizes lognormal',
    },
    unit: 'count',
    scope: providers,
    digits: 2,
    formula: sampleForNormal,
    of: { variation: 'ant.assumed.variation' },
  }),
  ...atOtherVariations,
]
