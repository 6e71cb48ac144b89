import { entry, times } from './algebra.ts'
import type { Box } from './digit-box.ts'
import { matrixOf, shareAtHome, systemOf } from './digit-box.ts'
import { add, around, between, type Interval, less, multiply, sum } from './interval.ts'
import { identityLess, inverseOf } from './inverse.ts'

/** Everything that the equations are made of, and their inverse N = (x̂ − Z)⁻¹, each within bounds that hold over the whole box. */
export interface Enclosure {
  readonly shares: readonly Interval[]
  readonly flows: readonly (readonly Interval[])[]
  readonly output: readonly Interval[]
  readonly employment: readonly Interval[]
  readonly income: readonly Interval[]
  readonly spending: readonly Interval[]
  readonly bundle: readonly Interval[]
  /** [row][column] of N, households last where they are closed. */
  readonly inverse: readonly (readonly Interval[])[]
  /** N in the middle of the box. */
  readonly middle: readonly (readonly number[])[]
}

/** Inverses of the two ends of an interval of matrices, the least system last; undefined unless neither has a negative entry. */
const ends = (greatest: number[][], least: number[][]): readonly [number[][], number[][]] | undefined => {
  const both = [inverseOf(greatest), inverseOf(least)]
  const [low, high] = both
  if (!low || !high) return undefined
  // Weighed with what is on the diagonal, entries are pure numbers, and a hair of rounding can be told from a negative one.
  const clean = (inverse: number[][]): number[][] | undefined => {
    const hair = 1e-14
    if (inverse.some((row, index) => row.some((item) => item * Math.abs(entry(entry(least, index), index)) < -hair))) return undefined
    return inverse.map((row) => row.map((item) => Math.max(0, item)))
  }
  const [first, last] = [clean(low), clean(high)]
  return first && last ? [first, last] : undefined
}

/**
 * Bounds that hold over the whole box. Where the systems at both ends have inverses without a negative entry, so has every one
 * between them, and its inverse lies between theirs (Kuttler 1971, Mathematics of Computation 25(114)). Else, with N₀ the inverse in
 * the middle and R the radii, |N − N₀| ≤ (I − P)⁻¹ P |N₀| with P = |N₀| R, where the rounds of P end. Undefined where they do
 * not: some choice of digits may make the table singular.
 */
export const enclose = ({ cells, radii, rules }: Box): Enclosure | undefined => {
  const bounds = (items: readonly number[], widths: readonly number[]): Interval[] =>
    items.map((item, index) => around(item, entry(widths, index)))
  const output = bounds(cells.output, radii.output)
  const [imports, exports] = [bounds(cells.imports, radii.imports), bounds(cells.exports, radii.exports)]
  if (output.some(({ low }) => low <= 0)) return undefined
  const shares = output.map((made, sector) => {
    const [brought, sent] = [entry(imports, sector), entry(exports, sector)]
    if (!rules.proportional || (brought.low === 0 && brought.high === 0)) return between(1, 1)
    return between(shareAtHome(made.low, sent.high, brought.high), shareAtHome(made.high, sent.low, brought.low))
  })
  if (output.some((made, sector) => rules.proportional && made.low - entry(exports, sector).high + entry(imports, sector).low <= 0))
    return undefined
  const printed = cells.flows.map((row, seller) => bounds(row, entry(radii.flows, seller)))
  const flows = rules.proportional ? printed.map((row, seller) => row.map((flow) => multiply(flow, entry(shares, seller)))) : printed
  const income = rules.residualIncome
    ? output.map((made, buyer) =>
        less(less(made, around(entry(cells.bought, buyer), entry(radii.bought, buyer))), sum(printed.map((row) => entry(row, buyer)))),
      )
    : bounds(cells.income, radii.income)
  const spent = bounds(cells.spending, radii.spending)
  const spending = spent.map((amount, seller) => multiply(amount, entry(shares, seller)))
  const totalIncome = rules.spendingIsIncome ? add(sum(spent), sum(bounds(cells.spendingAbroad, radii.spendingAbroad))) : sum(income)
  const at = (end: 'low' | 'high') => {
    const other = end === 'low' ? 'high' : 'low'
    return matrixOf(
      {
        shares: [],
        flows: flows.map((row) => row.map((flow) => flow[other])),
        output: output.map((made) => made[end]),
        employment: [],
        income: income.map((amount) => amount[other]),
        spending: spending.map((amount) => amount[other]),
        totalIncome: totalIncome[end],
        bundle: [],
      },
      rules.closed,
    )
  }
  const [least, greatest] = [at('low'), at('high')]
  const middle = inverseOf(matrixOf(systemOf(cells, rules), rules.closed))
  if (!middle) return undefined
  const made = {
    shares,
    flows,
    output,
    employment: bounds(cells.employment, radii.employment),
    income,
    spending,
    bundle: bounds(cells.bundle, radii.bundle).map((amount, seller) => {
      const own = multiply(amount, entry(shares, seller))
      return rules.bundleHasExports ? add(own, entry(exports, seller)) : own
    }),
    middle,
  }
  const monotone = ends(greatest, least)
  if (monotone) {
    const [low, high] = monotone
    return { ...made, inverse: low.map((row, index) => row.map((item, column) => between(item, entry(entry(high, index), column)))) }
  }
  const centre = matrixOf(systemOf(cells, rules), rules.closed)
  const radius = centre.map((row, index) =>
    row.map((item, column) => Math.max(entry(entry(greatest, index), column) - item, item - entry(entry(least, index), column))),
  )
  const size = middle.map((row) => row.map(Math.abs))
  const once = times(size, radius)
  const rounds = inverseOf(identityLess(once))
  if (!rounds || rounds.some((row) => row.some((item) => item < 0))) return undefined
  const width = times(times(rounds, once), size)
  return {
    ...made,
    inverse: middle.map((row, index) => row.map((item, column) => around(item, entry(entry(width, index), column)))),
  }
}
