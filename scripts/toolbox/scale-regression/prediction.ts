/**
 * How far the employees of shops of known turnover may lie from the smeared sum of the line.
 *
 * The sum is T = s * sum(m), with m a shop's employees by the line and s the mean of k = exp(e) over the n rows of the fit. A shift of
 * the whole line cancels in it, so that its relative error has two terms, of the slope and of the factor, which the same residuals
 * make (delta method):
 *
 *   ln T moves by  sum over rows of  g d e / S + (k / s - 1) / n,   g = sum(m d) / sum(m) - sum(k d) / sum(k)
 *
 * To its variance comes what new shops scatter about the line, sum(m^2) * var(k). The interval is T * exp(+- z * relative error),
 * which stays above nought. The slope's part takes the variance that is handed in (HC3, or clustered).
 *
 * For the file's own shops it says where the employees of as many other shops with the same turnovers would lie.
 */

export interface FitTerms {
  readonly n: number
  readonly squaresU: number
  /** The variance of the slope, which both forms of the equation share. */
  readonly slopeVariance: number
  /** Sums over the rows of the fit of k, k^2, k d and k e d. */
  readonly ratios: number
  readonly squaredRatios: number
  readonly ratioDistances: number
  readonly ratioResiduals: number
}

/** Sums over the shops that are predicted of m, m d and m^2, with d the distance of their u from the mean of the fit. */
export interface ShopTerms {
  readonly sum: number
  readonly distances: number
  readonly squares: number
}

export interface Prediction {
  readonly total: number
  /** Standard errors in parts of the total: of the estimate, and of the estimate with the scatter of new shops. */
  readonly relativeError: number
  readonly relativeErrorOfNew: number
}

export const predict = (fit: FitTerms, shops: ShopTerms): Prediction => {
  const { n, squaresU, slopeVariance, ratios, squaredRatios, ratioDistances, ratioResiduals } = fit
  const factor = Math.max(1, ratios / n)
  const slope = shops.distances / shops.sum - ratioDistances / ratios
  // The sum of e d is nought, so that only k e d is left of the mixed term.
  const mixed = (2 * slope * ratioResiduals) / (squaresU * n * factor)
  const ofFactor = Math.max(0, (squaredRatios / factor ** 2 - n) / n ** 2)
  const variance = Math.max(0, slope ** 2 * slopeVariance + mixed + ofFactor)
  const scatter = Math.max(0, squaredRatios / n - factor ** 2)
  const ofNew = variance + (shops.squares * scatter) / (factor * shops.sum) ** 2
  return { total: factor * shops.sum, relativeError: Math.sqrt(variance), relativeErrorOfNew: Math.sqrt(ofNew) }
}

/** Standard errors to each side of an interval that holds 95 of 100: the normal quantile of 0.975. */
const standardErrors95 = 1.959963984540054

export const interval = (total: number, relativeError: number): readonly [low: number, high: number] => {
  const factor = Math.exp(standardErrors95 * relativeError)
  return [total / factor, total * factor]
}
