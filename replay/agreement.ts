import type { Arithmetic } from './arithmetic.ts'

/**
 * How far two coders agree, from the definitions and by another road than the build's: codes become ranks, disagreements
 * are counted in whole numbers, and one division at the end is left to the arithmetic that asks.
 */

/** The two codes of each unit as ranks among all that were given, from nought. */
export type Ranked = readonly (readonly [number, number])[]

/** What alpha takes from one: observed disagreement over expected, as whole numbers. Nothing expected where all are alike. */
interface Disagreement {
  readonly over: number
  readonly under: number
}

export const ranked = <N>(units: readonly (readonly N[])[], { compare }: Pick<Arithmetic<N>, 'compare'>): Ranked => {
  const sorted = units.flat().sort(compare)
  const steps = sorted.filter((code, index) => index === 0 || compare(sorted[index - 1] as N, code) !== 0)
  const rank = (code: N) => steps.findIndex((step) => compare(step, code) === 0)
  return units.map((codes) => {
    const [first, second] = codes
    if (codes.length !== 2 || first === undefined || second === undefined) throw new RangeError('a unit has other than two codes')
    return [rank(first), rank(second)]
  })
}

/**
 * Krippendorff (2004), Content analysis, chapter 11: of all pairs of codes, those of one unit against those of any. In
 * order, two codes are as far apart as there are codes from the one to the other, each end counted half; here all is doubled
 * so that halves stay whole, which falls out of the ratio.
 */
const disagreementOf = (units: Ranked, ordered: boolean): Disagreement => {
  const given: number[] = []
  for (const unit of units) for (const rank of unit) given[rank] = (given[rank] ?? 0) + 1
  const times = Array.from(given, (count = 0) => count)
  const apart = (a: number, b: number): number => {
    if (a === b) return 0
    if (!ordered) return 1
    const [low, high] = a < b ? [a, b] : [b, a]
    let doubled = (times[low] ?? 0) + (times[high] ?? 0)
    for (let between = low + 1; between < high; between += 1) doubled += 2 * (times[between] ?? 0)
    return doubled * doubled
  }
  let within = 0
  for (const [a, b] of units) within += apart(a, b)
  let among = 0
  for (const [a, left] of times.entries()) for (const [b, right] of times.entries()) if (a < b) among += left * right * apart(a, b)
  return { over: (2 * units.length - 1) * within, under: among }
}

const alphaFrom = <N>({ over, under }: Disagreement, { subtract, divide, of }: Arithmetic<N>): N =>
  subtract(of('1'), divide(of(String(over)), of(String(under))))

export const alpha = <N>(units: Ranked, ordered: boolean, arithmetic: Arithmetic<N>): N => {
  const found = disagreementOf(units, ordered)
  if (found.under === 0) throw new RangeError('all codes are alike')
  return alphaFrom(found, arithmetic)
}

/** The next number of Park and Miller (1988), over whole numbers of any size. */
const following = (state: bigint): bigint => (state * 16807n) % 2147483647n

/** The value below which the given part of the alphas of so many samples lies; drawn as the equation says. */
export const alphaBound = <N>(
  units: Ranked,
  ordered: boolean,
  { resamples, seed, quantile }: { readonly resamples: number; readonly seed: number; readonly quantile: N },
  arithmetic: Arithmetic<N>,
): N => {
  let state = BigInt(seed)
  const found: Disagreement[] = []
  for (let sample = 0; sample < resamples; sample += 1) {
    const drawn = units.map(() => {
      state = following(state)
      return units[Number((state * BigInt(units.length)) / 2147483647n)] as readonly [number, number]
    })
    const disagreement = disagreementOf(drawn, ordered)
    if (disagreement.under > 0) found.push(disagreement)
  }
  found.sort((a, b) => b.over / b.under - a.over / a.under)
  const { compare, divide, of } = arithmetic
  const chosen = found.find((_, index) => compare(divide(of(String(index + 1)), of(String(found.length))), quantile) >= 0)
  if (!chosen) throw new RangeError('no sample has an alpha')
  return alphaFrom(chosen, arithmetic)
}

/** Units whose two codes are alike, of all. */
export const raw = <N>(units: Ranked, { divide, of }: Arithmetic<N>): N =>
  divide(of(String(units.filter(([a, b]) => a === b).length)), of(String(units.length)))

/**
 * Gwet (2008): agreement less what chance gives, over one less that. A code of share s is alike by chance in s (1 - s) over
 * the number of other categories.
 */
export const ac1 = <N>(units: Ranked, categories: N, arithmetic: Arithmetic<N>): N => {
  const { add, subtract, multiply, divide, of } = arithmetic
  const one = of('1')
  const times = new Map<number, number>()
  for (const unit of units) for (const code of unit) times.set(code, (times.get(code) ?? 0) + 1)
  let spread = of('0')
  for (const count of times.values()) {
    const share = divide(of(String(count)), of(String(2 * units.length)))
    spread = add(spread, multiply(share, subtract(one, share)))
  }
  const chance = divide(spread, subtract(categories, one))
  return divide(subtract(raw(units, arithmetic), chance), subtract(one, chance))
}
