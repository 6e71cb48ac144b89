import { LuDecomposition, Matrix } from 'ml-matrix'
import { dot, entry, rowTimes, transpose } from './algebra.ts'
import { checkTable } from './check-table.ts'
import { type Box, type BundleChoice, type CellKind, type Cells, digitBox, matrixOf, systemOf } from './digit-box.ts'
import { type Enclosure, enclose } from './enclosure.ts'
import { add, between, dotOf, type Interval, less, multiply, negative, reciprocal } from './interval.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { InputOutputTable, Square } from './table.ts'

/** What a multiplier can be, every printed cell being anywhere within half a unit of its last digit, each for itself. */
export interface DigitRange {
  /** −Infinity and Infinity where some choice of digits makes the table singular, or a direct job nought. */
  readonly low: number
  readonly high: number
  /**
   * Whether both ends are reached by a choice of digits, but for one part in 10¹² of rounding. Where a cell's sign of influence turns
   * within the box, the ends are put as far out as it could carry them: they hold, and may not be reached.
   */
  readonly tight: boolean
}

/** Ranges of all multipliers, n each; undefined where the multiplier is. */
export interface MultiplierRanges {
  readonly output: readonly DigitRange[]
  readonly simple: readonly (DigitRange | undefined)[]
  readonly typeI: readonly (DigitRange | undefined)[]
  /** Undefined altogether where the table has no households to close. */
  readonly typeII: readonly (DigitRange | undefined)[] | undefined
  /** Of output with households closed and left out of the sum. */
  readonly outputClosed: readonly DigitRange[] | undefined
  /** Undefined where imports are parted in proportion: they are a share of cells then, and none of their own. */
  readonly leakage: readonly DigitRange[] | undefined
}

/** What is summed along the chain: output itself, persons, or imports bought. */
type Weights = 'output' | 'employment' | 'bought'

/** A multiplier: of one sector's unit of final demand, or of a bundle; per unit of money, or per direct job. */
interface Measure {
  readonly weights: Weights
  readonly perDirect: boolean
  /** A sector by place, or the bundle of the box. */
  readonly target: number | 'bundle'
}

const open: DigitRange = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, tight: true }
const tightness = 1e-12

/** Solves u B = w for a row u, from an inverse of a matrix nearby, step by step; by decomposition where that is not near enough. */
const solveRow = (weights: readonly number[], matrix: Square, nearby: Square): readonly number[] => {
  let solution = rowTimes(weights, nearby)
  let last = Number.POSITIVE_INFINITY
  for (let step = 0; step < 40; step += 1) {
    const missed = rowTimes(solution, matrix).map((item, index) => entry(weights, index) - item)
    const change = rowTimes(missed, nearby)
    solution = solution.map((item, index) => item + entry(change, index))
    const size = Math.max(...change.map(Math.abs))
    if (size <= 1e-16 * Math.max(...solution.map(Math.abs))) return solution
    // Rounding is reached where a step no longer makes the next one smaller.
    if (size >= last / 2) {
      if (size <= 1e-13 * Math.max(...solution.map(Math.abs))) return solution
      break
    }
    last = size
  }
  return new LuDecomposition(new Matrix(transpose(matrix))).solve(Matrix.columnVector([...weights])).to1DArray()
}

/** The measure at one choice of cells. */
const valueAt = (cells: Cells, { rules }: Box, { weights, perDirect, target }: Measure, nearby: Square): number => {
  const system = systemOf(cells, rules)
  const weighed = weights === 'output' ? cells.output : weights === 'employment' ? cells.employment : cells.bought
  const content = solveRow(rules.closed ? [...weighed, 0] : weighed, matrixOf(system, rules.closed), nearby)
  const direct = (sector: number): number => entry(weighed, sector) / entry(cells.output, sector)
  if (target !== 'bundle') return entry(content, target) / (perDirect ? direct(target) : 1)
  const all = dot(system.bundle, content.slice(0, system.bundle.length))
  return perDirect ? all / system.bundle.reduce((sum, amount, sector) => sum + amount * direct(sector), 0) : all
}

/** Least and greatest of the products of two intervals, without an object for each of n² products. */
const leastProduct = (a: Interval, b: Interval): number => (b.low >= 0 ? (a.low >= 0 ? a.low * b.low : a.low * b.high) : multiply(a, b).low)
const mostProduct = (a: Interval, b: Interval): number =>
  b.low >= 0 ? (a.high >= 0 ? a.high * b.high : a.high * b.low) : multiply(a, b).high

const zero: Interval = { low: 0, high: 0 }
const at = (items: readonly Interval[], index: number): Interval => items[index] ?? zero

/** Contents u = w N and whatever else of the measure does not hang on its target, within bounds. */
interface Chain {
  readonly content: readonly Interval[]
  /** u − 1 of output: what suppliers make, by the sector's own equation, so that it is not below nought by a subtraction. */
  readonly beyondItself: readonly Interval[]
  readonly weighed: readonly Interval[]
}

const chainOf = (enclosure: Enclosure, { cells, radii, rules }: Box, weights: Weights): Chain => {
  const bought = cells.bought.map((amount) => between(amount - radii.bought, amount + radii.bought))
  const weighed = weights === 'output' ? enclosure.output : weights === 'employment' ? enclosure.employment : bought
  const content = enclosure.inverse.map((_, column) =>
    dotOf(
      weighed,
      enclosure.inverse.slice(0, weighed.length).map((row) => at(row, column)),
    ),
  )
  const beyondItself =
    weights === 'output'
      ? enclosure.output.map((made, buyer) => {
          const fromSectors = dotOf(
            content.slice(0, enclosure.output.length),
            enclosure.flows.map((row) => at(row, buyer)),
          )
          const fromHouseholds = rules.closed ? multiply(at(content, enclosure.output.length), at(enclosure.income, buyer)) : zero
          return multiply(add(fromSectors, fromHouseholds), reciprocal(made))
        })
      : []
  return { content, beyondItself, weighed }
}

/** Bounds of the derivatives by each cell, all to be multiplied by one number above nought, which is at most `scale`. */
interface Slopes {
  /** [seller][buyer], low and high ends apart, as there are n² of them for each of n multipliers. */
  readonly flowsLow: Square
  readonly flowsHigh: Square
  readonly lists: Readonly<Partial<Record<CellKind, readonly Interval[]>>>
  readonly scale: number
}

/**
 * Derivatives of a measure over the box. With N = (x̂ − Z)⁻¹, weights w, contents u = w N and requirements r = N f of the target f:
 * by a flow u_i r_j, by an output −u_j r_j, by a weight r_i; what a product of cells, a share or a quotient adds is told where it is
 * added. Households are the last row and column. Undefined where direct jobs may be nought. These are the adjoint derivatives of a linear system.
 */
const slopesOf = (enclosure: Enclosure, box: Box, chain: Chain, { weights, perDirect, target }: Measure): Slopes | undefined => {
  const { cells, radii, rules } = box
  const { content, beyondItself, weighed } = chain
  const { output, shares } = enclosure
  const size = output.length
  const within = (items: readonly number[], kind: CellKind): Interval[] =>
    items.map((item) => between(item - radii[kind], item + radii[kind]))
  const needed = enclosure.inverse.map((row) => (target === 'bundle' ? dotOf(enclosure.bundle, row) : at(row, target)))
  const ofHouseholds = rules.closed ? at(needed, size) : zero
  const printed = cells.flows
  const direct = output.map((made, sector) => multiply(at(weighed, sector), reciprocal(made)))

  // The measure is what the chain holds, over nothing, over a sector's direct jobs, or over the bundle's.
  let scale = between(1, 1)
  let ratio = zero
  if (perDirect) {
    const below = target === 'bundle' ? dotOf(enclosure.bundle, direct) : at(direct, target)
    if (below.low <= 0) return undefined
    scale = reciprocal(below)
    if (target === 'bundle') ratio = multiply(dotOf(enclosure.bundle, content.slice(0, size)), scale)
  }

  // What a product sells to others at home and to households, weighed with what the target needs of the buyers.
  const soldBy = (seller: number): Interval => {
    let [low, high] = [0, 0]
    for (const [buyer, flow] of entry(printed, seller).entries()) {
      const part = multiply(between(flow - radii.flows, flow + radii.flows), at(needed, buyer))
      low += part.low
      high += part.high
    }
    const spent = within(cells.spending.slice(seller, seller + 1), 'spending')
    return rules.closed ? add(between(low, high), multiply(at(spent, 0), ofHouseholds)) : between(low, high)
  }
  const sold = rules.proportional ? printed.map((_, seller) => soldBy(seller)) : undefined

  // Another unit of a sector's income is needed more, as far as the target needs the sector; and thins what is spent of all income.
  const byTotalIncome = rules.closed ? negative(multiply(at(content, size), ofHouseholds)) : zero
  const byIncome = output.map((_, sector) =>
    !rules.closed
      ? zero
      : multiply(at(content, size), rules.spendingIsIncome ? at(needed, sector) : less(at(needed, sector), ofHouseholds)),
  )

  const flowsLow: number[][] = []
  const flowsHigh: number[][] = []
  const perIncome = at(content, size)
  const joined = rules.spendingIsIncome ? zero : multiply(perIncome, ofHouseholds)
  for (let seller = 0; seller < size; seller += 1) {
    const own = multiply(at(content, seller), at(shares, seller))
    const low = needed.slice(0, size).map((need) => leastProduct(own, need))
    const high = needed.slice(0, size).map((need) => mostProduct(own, need))
    if (rules.residualIncome) {
      // u_i r_j − u_h (r_j − r_h): written also as (u_i − u_h) r_j + u_h r_h, so that what is in both terms is counted once.
      const beyond = less(own, perIncome)
      for (let buyer = 0; buyer < size; buyer += 1) {
        const [need, income] = [at(needed, buyer), at(byIncome, buyer)]
        low[buyer] = Math.max(entry(low, buyer) - income.high, leastProduct(beyond, need) + joined.low)
        high[buyer] = Math.min(entry(high, buyer) - income.low, mostProduct(beyond, need) + joined.high)
      }
    }
    flowsLow.push(low)
    flowsHigh.push(high)
  }

  const byBundle = output.map((_, sector) =>
    target === 'bundle' ? less(at(content, sector), perDirect ? multiply(ratio, at(direct, sector)) : zero) : zero,
  )
  const byShare = output.map((_, sector) => {
    const fromChain = sold ? multiply(at(content, sector), at(sold, sector)) : zero
    return target === 'bundle' ? add(fromChain, multiply(at(byBundle, sector), at(within(cells.bundle, 'bundle'), sector))) : fromChain
  })

  const byOutput = output.map((made, sector) => {
    if (perDirect && sector === target) {
      // u_k/x_k − u_k r_k, by the product's own balance: x_k r_k − 1 is what others need of it, times itself.
      return negative(multiply(multiply(at(content, sector), reciprocal(made)), multiply(at(shares, sector), soldBy(sector))))
    }
    const own = negative(multiply(weights === 'output' ? at(beyondItself, sector) : at(content, sector), at(needed, sector)))
    const ofDirect =
      perDirect && target === 'bundle'
        ? multiply(multiply(ratio, at(direct, sector)), multiply(at(enclosure.bundle, sector), reciprocal(made)))
        : zero
    return add(own, ofDirect)
  })
  const withIncome = byOutput.map((slope, sector) => {
    if (!rules.residualIncome) return slope
    const [income, need] = [at(byIncome, sector), at(needed, sector)]
    const apart = add(slope, income)
    if (weights === 'output' || (perDirect && sector === target)) return apart
    // −u_j r_j + u_h (r_j − r_h), the same joining of terms as for flows.
    const together = add(
      multiply(less(at(content, size), at(content, sector)), need),
      rules.spendingIsIncome ? zero : negative(multiply(at(content, size), ofHouseholds)),
    )
    return between(Math.max(apart.low, together.low), Math.min(apart.high, together.high))
  })
  const byWeight = output.map((made, sector) => {
    if (perDirect && sector === target) {
      // The sector's own jobs stand above and below: what is left is the others' part, over its own jobs.
      const others = at(
        [
          dotOf(
            weighed.filter((_, other) => other !== sector),
            needed.slice(0, size).filter((_, other) => other !== sector),
          ),
        ],
        0,
      )
      return negative(multiply(others, reciprocal(at(weighed, sector))))
    }
    return perDirect && target === 'bundle'
      ? less(at(needed, sector), multiply(ratio, multiply(at(enclosure.bundle, sector), reciprocal(made))))
      : at(needed, sector)
  })

  // A share at home, s = (x − e) / (x − e + m), moves with output, exports and imports.
  const shareSlopes = output.map((made, sector) => {
    const brought = at(within(cells.imports.slice(sector, sector + 1), 'imports'), 0)
    if (!rules.proportional || (brought.low === 0 && brought.high === 0)) return { made: zero, brought: zero }
    const kept = less(made, at(within(cells.exports.slice(sector, sector + 1), 'exports'), 0))
    const once = reciprocal(add(kept, brought))
    const twice = multiply(once, once)
    return { made: multiply(brought, twice), brought: negative(multiply(kept, twice)) }
  })
  const throughShare = (sector: number): Interval => multiply(at(byShare, sector), shareSlopes[sector]?.made ?? zero)
  return {
    flowsLow,
    flowsHigh,
    lists: {
      output: withIncome.map((slope, sector) => (rules.proportional ? add(slope, throughShare(sector)) : slope)),
      ...(weights === 'employment' ? { employment: byWeight } : {}),
      ...(weights === 'bought' ? { bought: byWeight } : rules.residualIncome ? { bought: byIncome.map(negative) } : {}),
      ...(rules.closed && !rules.residualIncome ? { income: byIncome } : {}),
      ...(rules.closed
        ? {
            spending: output.map((_, sector) =>
              add(multiply(multiply(at(content, sector), ofHouseholds), at(shares, sector)), rules.spendingIsIncome ? byTotalIncome : zero),
            ),
          }
        : {}),
      ...(rules.closed && rules.spendingIsIncome ? { spendingAbroad: [byTotalIncome] } : {}),
      ...(rules.proportional
        ? {
            imports: output.map((_, sector) => multiply(at(byShare, sector), shareSlopes[sector]?.brought ?? zero)),
            exports: output.map((_, sector) => add(negative(throughShare(sector)), rules.bundleHasExports ? at(byBundle, sector) : zero)),
          }
        : {}),
      ...(target === 'bundle' ? { bundle: byBundle.map((slope, sector) => multiply(slope, at(shares, sector))) } : {}),
    },
    scale: scale.high,
  }
}

/** The corner of the box at which each cell stands where its derivative points, and how far cells without a sure sign may carry the measure beyond. */
const cornerOf = ({ cells, radii }: Box, slopes: Slopes): { readonly corner: (end: 1 | -1) => Cells; readonly slack: number } => {
  let slack = 0
  const turn = (low: number, high: number, radius: number): 1 | -1 => {
    if (low >= 0) return 1
    if (high <= 0) return -1
    slack += Math.max(-low, high) * 2 * radius
    return low + high >= 0 ? 1 : -1
  }
  const flows = slopes.flowsLow.map((row, seller) =>
    row.map((low, buyer) => turn(low, entry(entry(slopes.flowsHigh, seller), buyer), radii.flows)),
  )
  const lists = Object.entries(slopes.lists) as readonly (readonly [CellKind, readonly Interval[]])[]
  const turns = new Map(lists.map(([kind, bounds]) => [kind, bounds.map(({ low, high }) => turn(low, high, radii[kind]))] as const))
  const moved = (kind: Exclude<CellKind, 'flows'>, end: 1 | -1): readonly number[] => {
    const ways = turns.get(kind)
    return ways && radii[kind] > 0 ? cells[kind].map((item, index) => item + end * (ways[index] ?? 1) * radii[kind]) : cells[kind]
  }
  return {
    slack: slack * slopes.scale,
    corner: (end) => ({
      flows:
        radii.flows > 0
          ? cells.flows.map((row, seller) => row.map((flow, buyer) => flow + end * entry(entry(flows, seller), buyer) * radii.flows))
          : cells.flows,
      output: moved('output', end),
      employment: moved('employment', end),
      income: moved('income', end),
      bought: moved('bought', end),
      spending: moved('spending', end),
      spendingAbroad: moved('spendingAbroad', end),
      imports: moved('imports', end),
      exports: moved('exports', end),
      bundle: moved('bundle', end),
    }),
  }
}

const rangeOf = (box: Box, enclosure: Enclosure, chain: Chain, measure: Measure): DigitRange => {
  const slopes = slopesOf(enclosure, box, chain, measure)
  if (!slopes) return open
  const { corner, slack } = cornerOf(box, slopes)
  const [low, high] = ([-1, 1] as const).map((end) => valueAt(corner(end), box, measure, enclosure.middle))
  if (low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high)) return open
  if (slack <= tightness * Math.max(Math.abs(low), Math.abs(high))) return { low, high, tight: true }
  return { low: low - slack, high: high + slack, tight: false }
}

/**
 * Ranges of one measure for every sector in the open model where each cell's sign is the same for all of them, as long as N, what is
 * weighed and what it makes of a chain are nowhere below nought: more flows and more of the weight raise it, more output lowers
 * it, and per direct job a sector's own jobs do. So N at the two ends of the box is that of all corners. Undefined where that is not so.
 */
const monotoneRanges = (
  { cells, rules }: Box,
  { inverse, output }: Enclosure,
  { content, weighed }: Chain,
  weights: Weights,
  perDirect: boolean,
): (DigitRange | undefined)[] | undefined => {
  if (rules.proportional || rules.closed || content.some(({ low }) => low < 0)) return undefined
  if (inverse.some((row) => row.some(({ low }) => low < 0))) return undefined
  return cells.output.map((_, target) => {
    const own = at(weighed, target)
    if (perDirect && own.low <= 0) return open
    const [low, high] = (['low', 'high'] as const).map((end) => {
      const other = end === 'low' ? 'high' : 'low'
      const needed = inverse.map((row) => at(row, target)[end])
      // N is least where outputs are greatest, and these are then the weights, too.
      if (weights === 'output')
        return dot(
          output.map((made) => made[other]),
          needed,
        )
      if (!perDirect)
        return dot(
          weighed.map((amount) => amount[end]),
          needed,
        )
      const others = dot(
        weighed.map((amount, sector) => (sector === target ? 0 : amount[end])),
        needed,
      )
      return at(output, target)[other] * (entry(needed, target) + others / own[other])
    })
    return low === undefined || high === undefined ? open : { low, high, tight: true }
  })
}

/** Ranges of one measure for every sector; undefined where its own weight is nought and it is asked for per direct job. */
const rangesOf = (
  box: Box,
  enclosure: Enclosure | undefined,
  weights: Weights,
  perDirect: boolean,
  everyCorner: boolean,
): (DigitRange | undefined)[] => {
  const own = weights === 'employment' ? box.cells.employment : box.cells.output
  const chain = enclosure && chainOf(enclosure, box, weights)
  const monotone = enclosure && chain && !everyCorner && monotoneRanges(box, enclosure, chain, weights, perDirect)
  return own.map((amount, target) => {
    if (perDirect && amount === 0) return undefined
    if (monotone) return monotone[target]
    return enclosure && chain ? rangeOf(box, enclosure, chain, { weights, perDirect, target }) : open
  })
}

const sure = (ranges: readonly (DigitRange | undefined)[]): DigitRange[] => ranges.map((range) => range ?? open)

/**
 * Ranges that the digits of a table leave to each of its multipliers: the extremes over the box in which every printed cell lies half
 * a unit to either side, each for itself (and not where rows balance: a table that does so to the last digit is one of many).
 *
 * Where the signs of all derivatives are sure over the whole box, both extremes are corners of it, found without a search; the signs
 * are proven by bounds on N over the box (`enclose`). In the open model of separate imports they are the same for every sector (`monotoneRanges`),
 * and two solved systems are enough; else each multiplier costs n² bounds and two systems. `everyCorner` takes the long way
 * always, for tests of the short one. Throws as checkTable does.
 */
export const multiplierRanges = (
  table: InputOutputTable,
  { everyCorner = false }: { readonly everyCorner?: boolean } = {},
): MultiplierRanges => {
  checkTable(table)
  const box = digitBox(table, false)
  if (!box) throw new InputOutputRefusal('shape', 'The table has no cells.')
  const enclosure = enclose(box)
  const noJobs = table.sectors.map(() => undefined)
  const closedBox = digitBox(table, true)
  const closedEnclosure = closedBox && enclose(closedBox)
  return {
    output: sure(rangesOf(box, enclosure, 'output', false, everyCorner)),
    simple: table.employment ? rangesOf(box, enclosure, 'employment', false, everyCorner) : noJobs,
    typeI: table.employment ? rangesOf(box, enclosure, 'employment', true, everyCorner) : noJobs,
    typeII: closedBox && (table.employment ? rangesOf(closedBox, closedEnclosure, 'employment', true, everyCorner) : noJobs),
    outputClosed: closedBox && sure(rangesOf(closedBox, closedEnclosure, 'output', false, everyCorner)),
    leakage: table.importsAre === 'separate' ? sure(rangesOf(box, enclosure, 'bought', false, everyCorner)) : undefined,
  }
}

/**
 * Range of jobs in the chain of a bundle per direct job (less 1: indirect ones per direct one). The bundle is final uses of the
 * table, whose digits count too, or amounts that are exact. Refused where the table has no employment; open where direct jobs may be nought.
 */
export const bundleRange = (table: InputOutputTable, choice: BundleChoice): DigitRange => {
  checkTable(table)
  const box = digitBox(table, false, choice)
  if (!box || !table.employment) throw new InputOutputRefusal('missing', 'The table has no employment, and a bundle’s jobs need it.')
  const enclosure = enclose(box)
  return enclosure
    ? rangeOf(box, enclosure, chainOf(enclosure, box, 'employment'), { weights: 'employment', perDirect: true, target: 'bundle' })
    : open
}
