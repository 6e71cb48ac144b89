import { employmentElasticity } from '../../formulas/employment-elasticity.ts'
import { lognormalFactor } from '../../formulas/lognormal-factor.ts'
import { derived } from '../../ledger/figures/derived.ts'

const alibaba2019 = { period: '2019', entity: 'alibaba' } as const

/** What a referee would ask of equations 2.3 to 2.5: turnover on both sides, and medians added up. */
export const regression = [
  derived({
    id: 'objections.apparelElasticity',
    label: {
      zh: '服装店铺就业对交易额的弹性，照原报告系数',
      en: 'Elasticity of a clothing shop’s jobs with respect to turnover, as the coefficient has it',
    },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 2,
    formula: employmentElasticity,
    of: { slope: 'retail.apparel.slope', reliability: 'objections.noError' },
  }),
  derived({
    id: 'objections.apparelElasticityCorrected',
    label: {
      zh: '同一弹性，若交易额的差异有一半只是误差或一时波动',
      en: 'The same elasticity if half the variance of turnover is error or passing',
    },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 2,
    formula: employmentElasticity,
    of: { slope: 'retail.apparel.slope', reliability: 'objections.turnoverReliability' },
  }),
  derived({
    id: 'objections.smallRetransformation',
    label: { zh: '由中位数换成平均数的倍数，误差较小时', en: 'From median to mean, times, if errors are small' },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 3,
    formula: lognormalFactor,
    of: { deviation: 'objections.smallError' },
  }),
  derived({
    id: 'objections.largeRetransformation',
    label: { zh: '由中位数换成平均数的倍数，误差较大时', en: 'From median to mean, times, if errors are large' },
    unit: 'ratio',
    scope: alibaba2019,
    digits: 3,
    formula: lognormalFactor,
    of: { deviation: 'objections.largeError' },
  }),
]
