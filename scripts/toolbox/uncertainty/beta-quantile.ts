/**
 * The beta distribution: the incomplete beta ratio as a continued fraction, and its inverse by Newton's steps within a bracket.
 *
 * Kept packages for it were last renewed long ago and compute with Math.pow, whose bits engines may choose; here only the four
 * operations are used, with the logarithm and exponential of elementary.ts.
 *
 * References: NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov/8.17, formula 8.17.22 (the fraction) and 8.17.4
 * (its symmetry); 5.11.1 (Stirling's series of the logarithm of the gamma function); Lentz's way to sum the fraction from the top.
 * The test holds it against scipy.
 */
import { exp, log } from './elementary.ts'

/** Stirling's series in 1/x: B(2k) / (2k (2k - 1)). From 8 on, its first left-out term is below 1e-16. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400] as const

/** The logarithm of the gamma function of a number above 0. */
export const logGamma = (x: number): number => {
  // The recurrence carries small arguments to where the series is exact.
  let shift = 1
  let z = x
  while (z < 12) {
    shift *= z
    z += 1
  }
  const square = 1 / (z * z)
  let power = 1 / z
  let series = 0
  for (const coefficient of stirling) {
    series += coefficient * power
    power *= square
  }
  return (z - 0.5) * log(z) - z + 0.9189385332046728 + series - log(shift)
}

/** The continued fraction 8.17.22, by Lentz's method. */
const fraction = (x: number, a: number, b: number): number => {
  const tiny = 1e-300
  let d = 1 - ((a + b) * x) / (a + 1)
  d = 1 / (Math.abs(d) < tiny ? tiny : d)
  let c = 1
  let value = d
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 + even * d
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = 1 + even / c
    if (Math.abs(c) < tiny) c = tiny
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 + odd * d
    d = 1 / (Math.abs(d) < tiny ? tiny : d)
    c = 1 + odd / c
    if (Math.abs(c) < tiny) c = tiny
    value *= d * c
    if (Math.abs(d * c - 1) < 3e-16) return value
  }
  return value
}

/** The part of a beta distribution with shapes a and b that lies below x, from 0 to 1. */
export const betaRatio = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = exp(a * log(x) + b * log(1 - x) + logGamma(a + b) - logGamma(a) - logGamma(b))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b
}

/** What a part `probability` of a beta distribution with shapes a and b lies below: the inverse of `betaRatio`. */
export const betaQuantile = (probability: number, a: number, b: number): number => {
  if (probability <= 0) return 0
  if (probability >= 1) return 1
  // What lies above is subtracted exactly and told to all its digits; as a part of one it has as few as one less it has.
  if (probability > 0.5) return 1 - betaQuantile(1 - probability, b, a)
  const constant = logGamma(a + b) - logGamma(a) - logGamma(b)
  let [low, high] = [0, 1]
  let x = a / (a + b)
  for (let round = 0; round < 200; round += 1) {
    const off = betaRatio(x, a, b) - probability
    if (off === 0) return x
    if (off > 0) high = x
    else low = x
    const density = exp(constant + (a - 1) * log(x) + (b - 1) * log(1 - x))
    const newton = x - off / density
    // A step out of the bracket, as from where the density is next to nought, is answered by halving.
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= 2 ** -52 * x || next === low || next === high) return next
    x = next
  }
  return x
}
