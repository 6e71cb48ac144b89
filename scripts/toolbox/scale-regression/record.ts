/** An estimate as other tools read it: one object a category, with null where something cannot be told. */
import type { CategoryEstimate, Fitted, Reason } from './estimate.ts'
import { leverageOfOne, smallSampleFactor } from './robust-errors.ts'

/**
 * Digits that are told of a double. Sums are exact, and logarithms are not: libraries round their last binary digit differently, and
 * so many decimal digits are the same on all engines.
 */
const digits = 13

const rounded = (value: number): number => Number(value.toPrecision(digits))
/** A number with the digits that are told, null where there is none. */
export const orNull = (value: number | undefined): number | null => (value === undefined || !Number.isFinite(value) ? null : rounded(value))
const ends = (interval: readonly [number, number] | undefined): readonly [number | null, number | null] | null =>
  interval ? [orNull(interval[0]), orNull(interval[1])] : null

const nothing: Partial<Fitted> = {}

export const recordOf = (estimate: CategoryEstimate) => {
  const { category, n, dropped, droppedBy, fitted } = estimate
  const { line, errors, shape, smearing, lognormal, factorsAgree } = fitted ?? nothing
  return {
    category,
    n,
    dropped,
    dropped_by: droppedBy as Partial<Record<Reason, number>>,
    p1: orNull(line?.p1),
    p0: orNull(line?.p0),
    se_p1: orNull(errors?.hc3?.p1),
    se_p0: orNull(errors?.hc3?.p0),
    r2: orNull(fitted?.r2),
    sigma: orNull(fitted?.sigma),
    smearing: orNull(smearing),
    employment: orNull(fitted?.employment),
    employment_smeared: orNull(fitted?.employmentSmeared),
    employees: orNull(fitted?.employees),
    standard_errors: 'HC3',
    se_p1_classical: orNull(errors?.classical?.p1),
    se_p0_classical: orNull(errors?.classical?.p0),
    se_p1_hc0: orNull(errors?.hc0?.p1),
    se_p0_hc0: orNull(errors?.hc0?.p0),
    se_p1_hc1: orNull(errors?.hc1?.p1),
    se_p0_hc1: orNull(errors?.hc1?.p0),
    se_p1_hc2: orNull(errors?.hc2?.p1),
    se_p0_hc2: orNull(errors?.hc2?.p0),
    hc1_factor: n > 2 ? rounded(smallSampleFactor(n)) : null,
    hc1_factor_is: 'n / (n - 2)',
    denominator: n > 2 ? n - 2 : null,
    employment_form: { slope: orNull(line && 1 - line.p1), level: orNull(line && -line.p0), r2: orNull(fitted?.r2OfEmployment) },
    lognormal: orNull(lognormal),
    smearing_se: orNull(fitted && fitted.smearing * fitted.smearingError),
    factors: factorsAgree === undefined ? null : factorsAgree ? 'agree' : 'part',
    interval_of_mean: ends(fitted?.intervalOfMean),
    interval_of_new_shops: ends(fitted?.intervalOfNew),
    level: 0.95,
    leverage: fitted
      ? {
          most: orNull(fitted.mostLeverage),
          turnover: fitted.mostLeverageTurnover,
          is_one: fitted.mostLeverage >= leverageOfOne,
        }
      : null,
    diagnostics: shape
      ? {
          skewness: orNull(shape.skewness),
          excess_kurtosis: orNull(shape.excessKurtosis),
          breusch_pagan: orNull(shape.scatter),
          bend: orNull(shape.bend),
          jarque_bera: orNull(shape.normality),
        }
      : null,
  }
}

export type EstimateRecord = ReturnType<typeof recordOf>
