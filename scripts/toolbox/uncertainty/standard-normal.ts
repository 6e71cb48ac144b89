/**
 * The quantiles of the standard normal distribution over all probabilities that a double can name, for draws by inversion: one
 * uniform number makes one normal number, so that draws can be counted, and the order of the one is the order of the other.
 *
 * Rational approximations in three ranges of the tail's probability, with a relative error of about 1e-16. The figures of the ledger
 * have the first two in scripts/methods/normal-quantile.ts, which can import nothing; the test holds the two files together.
 *
 * Reference: Wichura (1988), Algorithm AS 241: The percentage points of the normal distribution, Journal of the Royal
 * Statistical Society, Series C (Applied Statistics) 37(3), 477-484, doi:10.2307/2347330.
 */

import { log } from './elementary.ts'
import { uniformAt } from './philox.ts'

/** The highest coefficient first. */
type Coefficients = readonly [number, number, number, number, number, number, number, number]
/** A polynomial, written out: draws by the million go through it. */
const polynomial = (c: Coefficients, x: number): number =>
  ((((((c[0] * x + c[1]) * x + c[2]) * x + c[3]) * x + c[4]) * x + c[5]) * x + c[6]) * x + c[7]

interface Ratio {
  readonly above: Coefficients
  readonly below: Coefficients
}

/** Near the middle, in the square of the distance from one half. The coefficients are written as doubles hold them. */
const middle: Ratio = {
  above: [
    2.5090809287301227e3, 3.343057558358813e4, 6.72657709270087e4, 4.592195393154987e4, 1.373169376550946e4, 1.9715909503065513e3,
    1.3314166789178438e2, 3.3871328727963665,
  ],
  below: [
    5.226495278852854e3, 2.8729085735721943e4, 3.930789580009271e4, 2.1213794301586597e4, 5.394196021424751e3, 6.871870074920579e2,
    4.231333070160091e1, 1,
  ],
}

/** In the tails, in the root of the logarithm of what lies beyond, less 1.6. */
const tail: Ratio = {
  above: [
    7.745450142783414e-4, 2.2723844989269184e-2, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 5.475938084995345e-4, 1.5198666563616457e-2, 0.14810397642748008, 0.6897673349851, 1.6763848301838038,
    2.053191626637759, 1,
  ],
}

/** Far out, in the same root less 5: tails below e^-25, some 1.4e-11. */
const farTail: Ratio = {
  above: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
    5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
    0.599832206555888, 1,
  ],
}

/**
 * How many standard deviations above the mean a given part of the distribution lies below: minus infinity at 0, infinity at 1.
 * `beyond` is what lies above, where that is known to more digits than 1 less the probability. Throws a RangeError for what is no
 * probability.
 */
export const standardNormalQuantile = (probability: number, beyond = 1 - probability): number => {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`a probability lies from 0 to 1, and ${probability} does not`)
  const away = probability - 0.5
  if (Math.abs(away) <= 0.425) {
    const square = 0.180625 - away * away
    return (away * polynomial(middle.above, square)) / polynomial(middle.below, square)
  }
  const left = Math.min(probability, beyond)
  if (left <= 0) return away < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  // The square root is the processor's, rounded as IEEE 754 asks, whatever the engine.
  const r = Math.sqrt(-log(left))
  const range = r <= 5 ? tail : farTail
  const beside = r - (r <= 5 ? 1.6 : 5)
  return (Math.sign(away) * polynomial(range.above, beside)) / polynomial(range.below, beside)
}

/** A draw from the standard normal distribution; seed, stream and index as `uniformAt` takes them. It lies within 8.3 of nought. */
export const normalAt = (seed: number, stream: number, index: number): number => standardNormalQuantile(uniformAt(seed, stream, index))
