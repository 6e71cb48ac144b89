/**
 * The quantiles of the standard normal distribution: how many standard deviations above the mean a given part of it lies below.
 *
 * Rational approximations in two ranges of the tail's probability, with a relative error of about 1e-16; their coefficients are
 * written as doubles hold them. The third range of the algorithm, of tails below 1e-10, is left out: no test goes there.
 *
 * Reference: Wichura (1988), Algorithm AS 241: The percentage points of the normal distribution, Journal of the Royal
 * Statistical Society, Series C (Applied Statistics) 37(3), 477-484, doi:10.2307/2347330.
 */

interface ProbabilityTerms {
  /** The part of the distribution that lies below the quantile, from 1e-10 to 1 less 1e-10. */
  readonly probability: number
}

interface SignificanceTerms {
  /** The chance of calling something an effect that is none, both directions together: from 2e-10 to 1. 0.05 by custom. */
  readonly significance: number
}

/** The least tail of which a quantile is told. */
const least = 1e-10

/**
 * Refuses what cannot be. The error brings along what the nearest arguments that can be give, for where only rounding leads beyond
 * them. Word for word in every method that refuses: a method imports nothing of the project.
 */
const unless = (faults: readonly (string | false)[], nearest: number): number => {
  const found = faults.filter((fault) => fault !== false)
  if (found.length > 0) throw Object.assign(new RangeError(found.join('; ')), { nearest })
  return nearest
}

const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value))

/** A polynomial, its highest coefficient first. */
const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, each) => sum * x + each, 0)

/** Near the middle: in the square of the distance from one half. */
const middle = {
  above: [
    2.5090809287301227e3, 3.343057558358813e4, 6.72657709270087e4, 4.592195393154987e4, 1.373169376550946e4, 1.9715909503065513e3,
    1.3314166789178438e2, 3.3871328727963665,
  ],
  below: [
    5.226495278852854e3, 2.8729085735721943e4, 3.930789580009271e4, 2.1213794301586597e4, 5.394196021424751e3, 6.871870074920579e2,
    4.231333070160091e1, 1,
  ],
} as const

/** In the tails: in the root of the logarithm of what lies beyond. */
const tail = {
  above: [
    7.745450142783414e-4, 2.2723844989269184e-2, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 5.475938084995345e-4, 1.5198666563616457e-2, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1,
  ],
} as const

/** Of a probability that has been looked at; `beyond` is what lies above it, where that is known to more digits. */
const quantileOf = (probability: number, beyond = 1 - probability): number => {
  const away = probability - 0.5
  if (Math.abs(away) <= 0.425) {
    const r = 0.180625 - away * away
    return (away * polynomial(middle.above, r)) / polynomial(middle.below, r)
  }
  const r = Math.sqrt(-Math.log(Math.min(probability, beyond))) - 1.6
  return (Math.sign(away) * polynomial(tail.above, r)) / polynomial(tail.below, r)
}

const probabilityFaults = (probability: number) => [
  !(probability >= least && probability <= 1 - least) &&
    `a quantile is told of a probability from 1e-10 to 1 less that, and not of ${probability}`,
]

const significanceFaults = (significance: number) => [
  !(significance >= 2 * least && significance <= 1) && `a level of significance lies from 2e-10 to 1, and ${significance} does not`,
]

/** The quantile of a probability, in standard deviations from the mean: 0.84 at 80 per cent, the power that is asked for by custom. */
export const normalQuantile = ({ probability }: ProbabilityTerms): number => {
  const asked = between(least, probability, 1 - least)
  return unless(probabilityFaults(probability), quantileOf(asked))
}

/** How many standard errors from nought a two-sided test begins to call significant: 1.96 at 5 per cent. */
export const criticalErrors = ({ significance }: SignificanceTerms): number => {
  const beyond = between(2 * least, significance, 1) / 2
  return unless(significanceFaults(significance), quantileOf(1 - beyond, beyond))
}

/** Hand-written: Phi is the distribution function of the standard normal. */
export const normalQuantileTex = String.raw`\Phi^{-1}(\mathit{probability}),\quad \Phi(z) = \int_{-\infty}^{z} \frac{e^{-t^{2}/2}}{\sqrt{2\pi}}\,\mathrm{d}t`
export const criticalErrorsTex = String.raw`\Phi^{-1}\!\left(1 - \frac{\mathit{significance}}{2}\right),\quad \Phi(z) = \int_{-\infty}^{z} \frac{e^{-t^{2}/2}}{\sqrt{2\pi}}\,\mathrm{d}t`
