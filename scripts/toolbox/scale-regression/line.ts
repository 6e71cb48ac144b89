/**
 * The least-squares line v = p1 u + p0, solved from exact sums: the normal equations are solved in whole numbers, so that nothing
 * cancels and the only rounding is that of each result to a double.
 *
 * The source's equation has u = ln(turnover) and v = ln(turnover / employees), so that turnover stands on both sides. The same line
 * told of employees is ln(employees) = (1 - p1) u - p0: its residuals are those of the source's with the other sign, and only the
 * share of the variance that it explains is another.
 *
 * Reference: Björck (1996), Numerical Methods for Least Squares Problems, section 1.1, doi:10.1137/1.9781611971484.
 */
import { asNumber, exactly, quotient, scale } from './exact-sums.ts'

/** Sums of n pairs as exact binary fractions, whole numbers of 2^-scale. */
export interface ExactSums {
  readonly n: number
  readonly u: bigint
  readonly v: bigint
  readonly uu: bigint
  readonly uv: bigint
  readonly vv: bigint
}

export interface Line {
  readonly n: number
  readonly p1: number
  readonly p0: number
  readonly meanU: number
  readonly meanV: number
  /** Sums of squares and products about the means. */
  readonly squaresU: number
  readonly products: number
  readonly squaresV: number
  /** The sum of squared residuals, as the sums of products tell it: nought or more. */
  readonly squaresLeft: number
}

const product = (a: bigint, b: bigint): bigint => (a * b) >> BigInt(scale)

/** The exact sums of pairs of doubles: what a statement brings back, for pairs that are at hand. */
export const sumsOfPairs = (u: readonly number[], v: readonly number[]): ExactSums => {
  if (u.length !== v.length) throw new RangeError(`${u.length} and ${v.length} values are no pairs`)
  const sums = { u: 0n, v: 0n, uu: 0n, uv: 0n, vv: 0n }
  for (const [index, value] of u.entries()) {
    const [a, b] = [exactly(value), exactly(v[index] ?? 0)]
    sums.u += a
    sums.v += b
    sums.uu += product(a, a)
    sums.uv += product(a, b)
    sums.vv += product(b, b)
  }
  return { n: u.length, ...sums }
}

/** Of what the sums are: (u - centre) times a power of two, and v likewise. */
export interface About {
  readonly centreU: number
  readonly centreV: number
  /** The powers, as exponents of two. */
  readonly spreadU: number
  readonly spreadV: number
}

const divided = (sum: bigint, power: number): bigint => (power >= 0 ? sum >> BigInt(power) : sum << BigInt(-power))

/** The sums of pairs about nought, from sums about centres. */
export const aboutNought = (sums: ExactSums, { centreU, centreV, spreadU, spreadV }: About): ExactSums => {
  const [u, v] = [divided(sums.u, spreadU), divided(sums.v, spreadV)]
  const [uu, uv, vv] = [divided(sums.uu, 2 * spreadU), divided(sums.uv, spreadU + spreadV), divided(sums.vv, 2 * spreadV)]
  const [a, b, count] = [exactly(centreU), exactly(centreV), BigInt(sums.n)]
  return {
    n: sums.n,
    u: u + count * a,
    v: v + count * b,
    uu: uu + 2n * product(a, u) + count * product(a, a),
    uv: uv + product(a, v) + product(b, u) + count * product(a, b),
    vv: vv + 2n * product(b, v) + count * product(b, b),
  }
}

const one = 1n << BigInt(scale)

/** The line through n pairs, of which two differ in u; undefined where none do. */
export const solveLine = ({ n, u, v, uu, uv, vv }: ExactSums): Line | undefined => {
  const count = BigInt(n)
  // n times the sums of squares about the means, in units of 2^-(2 scale).
  const squaresU = count * uu * one - u * u
  const products = count * uv * one - u * v
  const squaresV = count * vv * one - v * v
  if (n < 2 || squaresU <= 0n) return undefined
  const unit = count * one * one
  const left = squaresU * squaresV - products * products
  return {
    n,
    p1: quotient(products, squaresU),
    p0: quotient(v * uu - u * uv, squaresU),
    meanU: quotient(u, count * one),
    meanV: quotient(v, count * one),
    squaresU: quotient(squaresU, unit),
    products: quotient(products, unit),
    squaresV: quotient(squaresV < 0n ? 0n : squaresV, unit),
    squaresLeft: left <= 0n ? 0 : quotient(left, squaresU * unit),
  }
}

/** How many binary digits a sum of squares about the mean has lost to the mean, where the squares were rounded before. */
export const lostDigits = ({ n, uu }: ExactSums, { squaresU }: Line): number =>
  Math.max(0, Math.log2(Math.max(asNumber(uu), n) / Math.max(squaresU, Number.MIN_VALUE)))
