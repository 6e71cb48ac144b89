/**
 * The distribution function of the standard normal: which part of it lies below so many standard deviations. A rational function
 * near the middle and a continued fraction in the tails, with an absolute error of about 1e-15; beyond 7 deviations
 * what is left is told to seven digits.
 *
 * Reference: Hart and others (1968), Computer approximations, Wiley, algorithm 5666, as given in West (2005), Better approximations
 * to cumulative normal functions, Wilmott Magazine, May, 70-76. The test holds it against scipy.
 */
import { exp } from './elementary.ts'

/** Highest power first. */
const above = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931, 220.206867912376,
] as const
const below = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831, 793.826512519948,
  440.413735824752,
] as const

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0
  for (const each of coefficients) sum = sum * x + each
  return sum
}

/** The part of the standard normal distribution below `deviations`: one half at 0, 0.975 at 1.96. */
export const standardNormalProbability = (deviations: number): number => {
  const away = Math.abs(deviations)
  if (away > 37) return deviations > 0 ? 1 : 0
  const bell = exp((-away * away) / 2)
  const beyond =
    away < 7.07106781186547
      ? (bell * polynomial(above, away)) / polynomial(below, away)
      : bell / (away + 1 / (away + 2 / (away + 3 / (away + 4 / (away + 0.65))))) / 2.506628274631
  return deviations > 0 ? 1 - beyond : beyond
}
