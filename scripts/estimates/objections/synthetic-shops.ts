import { attenuatedSlope } from '../../formulas/attenuated-slope.ts'
import { errorAtCentre } from '../../formulas/error-at-centre.ts'
import { explainedShare } from '../../formulas/explained-share.ts'
import { roundingOfCoefficients } from '../../formulas/rounding-of-coefficients.ts'
import { shopsForDigits } from '../../formulas/shops-for-digits.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { product } from '../../ledger/formulas/product.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual } from '../../ledger/types.ts'
import {
  employmentByRoundedSlope,
  employmentByRoundedSlopeTex,
  fittedOverTrue,
  fittedOverTrueTex,
  lognormalOverTrue,
  lognormalOverTrueTex,
  recoveredSlope,
  recoveredSlopeTex,
  slopeOfWholePersons,
  slopeOfWholePersonsTex,
  slopeStandardErrorHC3,
  slopeStandardErrorHC3Tex,
  slopeWithTurnoverError,
  slopeWithTurnoverErrorTex,
  smearedOverTrue,
  smearedOverTrueTex,
} from '../../methods/scale-regression.ts'

const shops = { period: '2020', entity: 'synthetic-shops' } as const
const alibaba2019 = { period: '2019', entity: 'alibaba' } as const
const directJobs = { ...alibaba2019, reach: 'direct', measure: 'opportunities' } as const

/** What is true of the shops that are made up, but for their number and their errors. */
const truth = {
  slope: 'synthetic.assumed.slope',
  intercept: 'synthetic.assumed.intercept',
  turnoverMean: 'synthetic.assumed.turnoverMean',
  turnoverDeviation: 'synthetic.assumed.turnoverDeviation',
  seed: 'synthetic.assumed.seed',
} as const
const smallErrors = { ...truth, deviation: 'objections.smallError' } as const
const largeErrors = { ...truth, deviation: 'objections.largeError' } as const
const largest = 'synthetic.assumed.most'

/** Everything that rests on made-up shops says so in its name. */
const synthetic = (zh: string, en: string): Bilingual => ({ zh: `模拟：${zh}`, en: `Synthetic: ${en}` })

const samples = [
  { size: 'fewest', zh: '最小的样本', en: 'the smallest sample' },
  { size: 'few', zh: '较小的样本', en: 'the second sample' },
  { size: 'more', zh: '较大的样本', en: 'the third sample' },
  { size: 'most', zh: '最大的样本', en: 'the largest sample' },
] as const

const errors = [
  { name: 'small', zh: '误差较小', en: 'small errors', of: { ...smallErrors, shops: largest } },
  { name: 'large', zh: '误差较大', en: 'large errors', of: { ...largeErrors, shops: largest } },
] as const

const categories = [
  'food',
  'apparel',
  'cosmetics',
  'jewellery',
  'dailyGoods',
  'hardware',
  'sports',
  'appliances',
  'office',
  'furniture',
  'communications',
  'building',
  'cars',
  'otherGoods',
  'otherServices',
] as const

/** The unit that turnover may have had: the study does not say, and the example shop is given in both. */
const units = [
  { name: 'inYuan', zh: '交易额若以元计', en: 'if turnover is in yuan', turnover: 'objections.shopTurnoverInYuan' },
  { name: 'inTenThousands', zh: '交易额若以万元计', en: 'if it is in ten thousands', turnover: 'objections.shopTurnoverInTenThousands' },
] as const

/** What the method finds where the truth is known, and what its digits, its logarithms and its turnover cost. */
export const syntheticShops = [
  // How much a fit says: the same errors about two lines, one of which has turnover on both sides.
  derived({
    id: 'synthetic.fit.salesPerHead',
    label: synthetic('人均销售额的方程，拟合优度R²', 'fit, R², of the equation for sales per head'),
    unit: 'ratio',
    scope: shops,
    digits: 2,
    formula: explainedShare,
    of: { slope: truth.slope, turnoverDeviation: truth.turnoverDeviation, deviation: 'objections.smallError' },
  }),
  derived({
    id: 'synthetic.elasticity',
    label: synthetic('人数对交易额的弹性', 'elasticity of jobs with respect to turnover'),
    unit: 'ratio',
    scope: shops,
    digits: 2,
    formula: remainder,
    of: { whole: 'synthetic.assumed.unrelated', part: truth.slope },
  }),
  derived({
    id: 'synthetic.fit.jobs',
    label: synthetic('人数的方程，同样的店铺，拟合优度R²', 'fit, R², of the equation for jobs, same shops'),
    unit: 'ratio',
    scope: shops,
    digits: 2,
    formula: explainedShare,
    of: { slope: 'synthetic.elasticity', turnoverDeviation: truth.turnoverDeviation, deviation: 'objections.smallError' },
  }),
  derived({
    id: 'synthetic.fit.unrelated',
    label: synthetic(
      '人数与交易额无关时，人均销售额方程的R²',
      'fit, R², of the equation for sales per head where jobs have nothing to do with turnover',
    ),
    unit: 'ratio',
    scope: shops,
    digits: 2,
    formula: explainedShare,
    of: {
      slope: 'synthetic.assumed.unrelated',
      turnoverDeviation: truth.turnoverDeviation,
      deviation: 'objections.smallError',
    },
  }),

  // What is recovered, from samples of four sizes.
  ...samples.flatMap(({ size, zh, en }) => {
    const of = { ...smallErrors, shops: `synthetic.assumed.${size}` }
    return [
      derived({
        id: `synthetic.${size}.slope`,
        label: synthetic(`${zh}所得的规模系数`, `scale coefficient found in ${en}`),
        unit: 'ratio',
        scope: shops,
        digits: 3,
        formula: recoveredSlope,
        tex: recoveredSlopeTex,
        of,
      }),
      derived({
        id: `synthetic.${size}.error`,
        label: synthetic(`${zh}规模系数的标准误（HC3）`, `standard error (HC3) of the coefficient in ${en}`),
        unit: 'ratio',
        scope: shops,
        digits: 2,
        formula: slopeStandardErrorHC3,
        tex: slopeStandardErrorHC3Tex,
        of,
      }),
      derived({
        id: `synthetic.${size}.margin`,
        label: synthetic(`${zh}规模系数的区间半宽`, `half the interval of the coefficient in ${en}`),
        unit: 'ratio',
        scope: shops,
        digits: 2,
        formula: product,
        of: { amount: `synthetic.${size}.error`, times: 'ant.assumed.standardErrors' },
      }),
      derived({
        id: `synthetic.${size}.low`,
        label: synthetic(`${zh}规模系数的区间下端`, `low end of the coefficient’s interval in ${en}`),
        unit: 'ratio',
        scope: shops,
        digits: 3,
        formula: remainder,
        of: { whole: `synthetic.${size}.slope`, part: `synthetic.${size}.margin` },
      }),
      derived({
        id: `synthetic.${size}.high`,
        label: synthetic(`${zh}规模系数的区间上端`, `high end of the coefficient’s interval in ${en}`),
        unit: 'ratio',
        scope: shops,
        digits: 3,
        formula: sum,
        of: { terms: [`synthetic.${size}.slope`, `synthetic.${size}.margin`] },
      }),
    ]
  }),
  derived({
    id: 'synthetic.shopsForTwoDecimals',
    label: synthetic(
      '一个类目要多少店铺，区间才不宽于两位小数',
      'shops that a category takes before its interval is no wider than two decimals leave open',
    ),
    unit: 'count',
    scope: shops,
    digits: 2,
    formula: shopsForDigits,
    of: {
      criticalErrors: 'ant.assumed.standardErrors',
      deviation: 'objections.smallError',
      turnoverDeviation: truth.turnoverDeviation,
      slopeShift: 'synthetic.assumed.halfUnit',
    },
  }),

  // What two printed decimals cost: by an elasticity, at the example shop's size, as the sizes themselves are withheld.
  ...units.flatMap(({ name, zh, en, turnover }) => {
    const share = `digits.${name}`
    return [
      derived({
        id: share,
        label: {
          zh: `两个系数各差半个末位，就业机会相差的部分，${zh}`,
          en: `Part of opportunities that half a last digit of both coefficients moves, ${en}`,
        },
        unit: 'ratio',
        scope: alibaba2019,
        digits: 2,
        percent: true,
        formula: roundingOfCoefficients,
        of: { slopeShift: 'synthetic.assumed.halfUnit', interceptShift: 'synthetic.assumed.halfUnit', turnover },
      }),
      ...categories.map((category) =>
        derived({
          id: `retail.${category}.digits.${name}`,
          row: `retail.${category}.slope`,
          label: {
            zh: `两个系数各差半个末位所移动的机会，${zh}`,
            en: `opportunities that half a last digit of both coefficients moves, ${en}`,
          },
          unit: 'person',
          scope: directJobs,
          digits: 2,
          formula: product,
          of: { amount: `retail.${category}.directJobs`, times: share },
        }),
      ),
      derived({
        id: `digits.total.${name}`,
        label: {
          zh: `同上，十五类都往一个方向差时的合计，${zh}`,
          en: `The same in all fifteen categories together, were all to err one way, ${en}`,
        },
        unit: 'person',
        scope: directJobs,
        digits: 2,
        formula: sum,
        of: { terms: categories.map((category) => `retail.${category}.digits.${name}`) },
      }),
    ]
  }),
  derived({
    id: 'synthetic.digits',
    label: synthetic('规模系数多半个末位，就业变动的部分', 'change of jobs, in parts, by half a last digit more of the scale coefficient'),
    unit: 'ratio',
    scope: shops,
    digits: 2,
    percent: true,
    formula: employmentByRoundedSlope,
    tex: employmentByRoundedSlopeTex,
    of: {
      slope: truth.slope,
      turnoverMean: truth.turnoverMean,
      turnoverDeviation: truth.turnoverDeviation,
      seed: truth.seed,
      shops: largest,
      shift: 'synthetic.assumed.halfUnit',
    },
  }),
  derived({
    id: 'synthetic.errorAtCentre',
    label: synthetic('较大的样本中，一家中等店铺就业的标准误', 'standard error of jobs in a middling shop, in the third sample'),
    unit: 'ratio',
    scope: shops,
    digits: 2,
    percent: true,
    formula: errorAtCentre,
    of: { deviation: 'objections.smallError', shops: 'synthetic.assumed.more' },
  }),

  // Going back from logarithms.
  ...errors.flatMap(({ name, zh, en, of }) => [
    derived({
      id: `synthetic.${name}.fitted`,
      label: synthetic(`式2.5所得与真实就业之比，${zh}`, `jobs by equation 2.5 over true jobs, ${en}`),
      unit: 'ratio',
      scope: shops,
      digits: 3,
      formula: fittedOverTrue,
      tex: fittedOverTrueTex,
      of,
    }),
    derived({
      id: `synthetic.${name}.smeared`,
      label: synthetic(`乘以Duan的涂抹因子之后，${zh}`, `the same times Duan’s smearing factor, ${en}`),
      unit: 'ratio',
      scope: shops,
      digits: 3,
      formula: smearedOverTrue,
      tex: smearedOverTrueTex,
      of,
    }),
    derived({
      id: `synthetic.${name}.lognormal`,
      label: synthetic(`乘以对数正态因子之后，${zh}`, `the same times the lognormal factor, ${en}`),
      unit: 'ratio',
      scope: shops,
      digits: 3,
      formula: lognormalOverTrue,
      tex: lognormalOverTrueTex,
      of,
    }),
  ]),
  derived({
    id: 'objections.retailAsMeansSmall',
    label: { zh: '零售直接机会，若按平均数相加，误差较小时', en: 'Direct retail opportunities if means were added up, errors being small' },
    unit: 'person',
    scope: directJobs,
    digits: 3,
    formula: product,
    of: { amount: 'retail.directJobs', times: 'objections.smallRetransformation' },
  }),
  derived({
    id: 'objections.retailAsMeansLarge',
    label: { zh: '零售直接机会，若按平均数相加，误差较大时', en: 'Direct retail opportunities if means were added up, errors being large' },
    unit: 'person',
    scope: directJobs,
    digits: 3,
    formula: product,
    of: { amount: 'retail.directJobs', times: 'objections.largeRetransformation' },
  }),

  // Error in turnover, and persons who come whole.
  derived({
    id: 'synthetic.attenuated',
    label: synthetic(
      '交易额的差异有一半是误差时，规模系数在理论上变成',
      'what the scale coefficient becomes in theory if half the variance of turnover is error',
    ),
    unit: 'ratio',
    scope: shops,
    digits: 3,
    formula: attenuatedSlope,
    of: { slope: truth.slope, reliability: 'objections.turnoverReliability' },
  }),
  derived({
    id: 'synthetic.withTurnoverError',
    label: synthetic(
      '交易额的差异有一半是误差时，最大的样本所得的规模系数',
      'scale coefficient found in the largest sample if half the variance of turnover is error',
    ),
    unit: 'ratio',
    scope: shops,
    digits: 3,
    formula: slopeWithTurnoverError,
    tex: slopeWithTurnoverErrorTex,
    of: { ...smallErrors, shops: largest, reliability: 'objections.turnoverReliability' },
  }),
  derived({
    id: 'synthetic.wholePersons',
    label: synthetic(
      '人数取整且至少为一时，最大的样本所得的规模系数',
      'scale coefficient found in the largest sample where persons are whole and at least one',
    ),
    unit: 'ratio',
    scope: shops,
    digits: 3,
    formula: slopeOfWholePersons,
    tex: slopeOfWholePersonsTex,
    of: { ...smallErrors, turnoverMean: 'synthetic.assumed.turnoverMeanInTenThousands', shops: largest },
  }),
]
