/**
 * From the line of logarithms back to employees.
 *
 * The sum of a line adds up exp(a line of logarithms), which is the employees of the median shop of that turnover and not
 * of the mean one. The mean is that times E exp(e), with e a residual of ln(employees). Duan's smearing factor is the mean of
 * exp(e) over the rows; where residuals are normal it is exp(sigma^2 / 2). By Jensen's inequality both are at least one.
 *
 * Reference: Duan (1983), Smearing estimate: a nonparametric retransformation method, doi:10.1080/01621459.1983.10478017.
 */

export interface SmearingTerms {
  readonly n: number
  /** The sum of exp(e), e what ln(employees) is above the line. */
  readonly ratios: number
  /** The sum of exp(2 e). */
  readonly squaredRatios: number
}

/** Duan's factor. Rounding alone can bring it below one. */
export const smearingFactor = ({ n, ratios }: SmearingTerms): number => Math.max(1, ratios / n)

/** The standard error of the logarithm of Duan's factor, the line taken as known. */
export const smearingError = ({ n, ratios, squaredRatios }: SmearingTerms): number =>
  Math.sqrt(Math.max(0, (n * squaredRatios) / ratios ** 2 - 1) / n)

export const lognormalFactor = (sigma: number): number => Math.exp(sigma ** 2 / 2)

/** Factors this near to each other agree whatever their error. */
const negligible = 0.01

/** How many standard errors of Duan's factor the two may lie apart. */
const tolerated = 2

/** Whether the two factors say the same: their logarithms lie within two standard errors of Duan's, or within a hundredth. */
export const factorsAgree = (smearing: number, lognormal: number, error: number): boolean =>
  Math.abs(Math.log(smearing / lognormal)) <= Math.max(negligible, tolerated * error)
