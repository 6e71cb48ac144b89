import { LuDecomposition, Matrix } from 'ml-matrix'
import { dot, entry, rowTimes, transpose } from './algebra.ts'
import { checkTable } from './check-table.ts'
import { type Box, type BundleChoice, type CellKind, type Cells, digitBox, matrixOf, systemOf } from './digit-box.ts'
import { type Enclosure, enclose } from './enclosure.ts'
import { add, around, between, dotOf, type Interval, less, multiply, negative, reciprocal } from './interval.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { InputOutputTable, Square } from './table.ts'

/** What a multiplier can be, every printed cell being anywhere within half a unit of its last digit, each for itself. */
export interface DigitRange {
  /** −Infinity and Infinity where some choice of digits makes the table singular, or a direct job nought. */
  readonly low: number
  readonly high: number
  /**
   * Whether both ends are reached by a choice of digits, but for one part in 10¹² of rounding. Of a large table in which a cell's sign of
   * influence turns within the box, an end may be put as far out as that cell could carry it: it holds, and may not be reached.
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
    const [size, whole] = [Math.max(...change.map(Math.abs)), Math.max(...solution.map(Math.abs))]
    // The next step would be smaller than this one as this one is than the last: below what a double holds, it is left out.
    if (size === 0 || (Number.isFinite(last) && size * (size / last) <= 1e-17 * whole)) return solution
    // Rounding is reached where a step no longer makes the next one smaller.
    if (size >= last / 2) {
      if (size <= 1e-13 * whole) return solution
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
  const bought = cells.bought.map((amount, buyer) => around(amount, entry(radii.bought, buyer)))
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

type OtherKind = Exclude<CellKind, 'flows'>

/** Cells of which flows are given, and the other kinds made one by one. */
const eachKind = (flows: Square, make: (kind: OtherKind) => readonly number[]): Cells => ({
  flows,
  output: make('output'),
  employment: make('employment'),
  income: make('income'),
  bought: make('bought'),
  spending: make('spending'),
  spendingAbroad: make('spendingAbroad'),
  imports: make('imports'),
  exports: make('exports'),
  bundle: make('bundle'),
})

/** Bounds of the derivatives by each cell, all to be multiplied by one number above nought, which is at most `scale`. */
interface Slopes {
  /** [seller][buyer], low and high ends apart, as there are n² of them for each of n multipliers. */
  readonly flowsLow: Square
  readonly flowsHigh: Square
  readonly lists: Readonly<Partial<Record<OtherKind, readonly Interval[]>>>
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
  const within = (kind: OtherKind, index: number): Interval => around(entry(cells[kind], index), entry(radii[kind], index))
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
    const [row, widths] = [entry(printed, seller), entry(radii.flows, seller)]
    for (let buyer = 0; buyer < size; buyer += 1) {
      const [flow, width, need] = [row[buyer] ?? Number.NaN, widths[buyer] ?? Number.NaN, needed[buyer] ?? zero]
      // In numbers rather than intervals: this is done for n² cells of each of n multipliers.
      if (flow >= width && need.low >= 0) {
        low += (flow - width) * need.low
        high += (flow + width) * need.high
      } else {
        const part = multiply(around(flow, width), need)
        low += part.low
        high += part.high
      }
    }
    return rules.closed ? add(between(low, high), multiply(within('spending', seller), ofHouseholds)) : between(low, high)
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
    return target === 'bundle' ? add(fromChain, multiply(at(byBundle, sector), within('bundle', sector))) : fromChain
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
    const brought = within('imports', sector)
    if (!rules.proportional || (brought.low === 0 && brought.high === 0)) return { made: zero, brought: zero }
    const kept = less(made, within('exports', sector))
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

/** Where the cells go for one end of a measure's range. */
interface Narrowed {
  /** Each cell at the end of its interval that its slope points to; without a sure sign, the slope in the middle of its bounds. */
  readonly corner: Cells
  /** How many cells have no sure sign. */
  readonly unsure: number
  /** How far those may carry the measure beyond the corner. */
  readonly slack: number
  /** The box that is left: cells with a sure sign at their corner, the others as they were. */
  readonly box: () => Box
  /** Of the cells without a sure sign the one that may carry the measure furthest. */
  readonly widest: CellPlace | undefined
}

/** Where a cell stands; of kinds that are lists the row is 0. */
interface CellPlace {
  readonly kind: CellKind
  readonly row: number
  readonly index: number
}

/** One half of a box, cut through a cell. */
const halfOf = ({ cells, radii, rules }: Box, { kind, row, index }: CellPlace, side: 1 | -1): Box => {
  const rowsOf = (of: Cells): Square => (kind === 'flows' ? of.flows : [of[kind]])
  const half = (rowsOf(radii)[row]?.[index] ?? 0) / 2
  const put = (of: Cells, to: (item: number) => number): Cells => {
    const changed = rowsOf(of).map((items, line) =>
      line === row ? items.map((item, place) => (place === index ? to(item) : item)) : items,
    )
    return kind === 'flows' ? { ...of, flows: changed } : { ...of, [kind]: changed[0] ?? [] }
  }
  return { cells: put(cells, (item) => item + side * half), radii: put(radii, () => half), rules }
}

const isSure = (low: number, high: number): boolean => low >= 0 || high <= 0

/** Sends each cell to the end of its interval at which the measure is greatest (`end` 1) or least (−1). */
const narrow = ({ cells, radii, rules }: Box, slopes: Slopes, end: 1 | -1): Narrowed => {
  let [slack, unsure, furthest] = [0, 0, 0]
  let widest: CellPlace | undefined
  const sent = (
    kind: CellKind,
    row: number,
    items: readonly number[],
    widths: readonly number[],
    low: readonly number[],
    high: readonly number[],
  ): readonly number[] => {
    const corner = new Array<number>(items.length)
    for (let index = 0; index < items.length; index += 1) {
      const [item, width] = [items[index] ?? Number.NaN, widths[index] ?? Number.NaN]
      const [least, most] = [low[index] ?? Number.NaN, high[index] ?? Number.NaN]
      const sure = isSure(least, most)
      corner[index] = item + ((sure ? least >= 0 : least + most >= 0) ? end : -end) * width
      if (!sure && width > 0) {
        const reach = Math.max(-least, most) * 2 * width
        unsure += 1
        slack += reach
        if (reach > furthest) {
          furthest = reach
          widest = { kind, row, index }
        }
      }
    }
    return corner
  }
  const lows = (kind: OtherKind): readonly number[] | undefined => slopes.lists[kind]?.map(({ low }) => low)
  const highs = (kind: OtherKind): readonly number[] | undefined => slopes.lists[kind]?.map(({ high }) => high)
  const flows = cells.flows.map((row, seller) =>
    sent('flows', seller, row, entry(radii.flows, seller), entry(slopes.flowsLow, seller), entry(slopes.flowsHigh, seller)),
  )
  const corner = eachKind(flows, (kind) => {
    const [low, high] = [lows(kind), highs(kind)]
    // What the measure does not hang on stays where it is.
    return low && high ? sent(kind, 0, cells[kind], radii[kind], low, high) : cells[kind]
  })
  const pick = (sure: Cells, unsureCells: Cells): Cells => {
    const chosen = (low: readonly number[], high: readonly number[], whereSure: readonly number[], otherwise: readonly number[]) =>
      whereSure.map((item, index) => (isSure(entry(low, index), entry(high, index)) ? item : entry(otherwise, index)))
    return eachKind(
      sure.flows.map((row, seller) =>
        chosen(entry(slopes.flowsLow, seller), entry(slopes.flowsHigh, seller), row, entry(unsureCells.flows, seller)),
      ),
      (kind) => {
        const [low, high] = [lows(kind), highs(kind)]
        return low && high ? chosen(low, high, sure[kind], unsureCells[kind]) : sure[kind]
      },
    )
  }
  const fixed = eachKind(
    cells.flows.map((row) => row.map(() => 0)),
    (kind) => cells[kind].map(() => 0),
  )
  return {
    corner,
    unsure,
    widest,
    slack: slack * slopes.scale,
    box: () => ({ cells: pick(corner, cells), radii: pick(fixed, radii), rules }),
  }
}

/** Up to so many sectors a smaller box is bounded anew for the sake of the cells that the larger one left unsure: three inverses each time. */
const mostSectorsToNarrow = 60
/** So many boxes are cut in half, times n², before a range is left wider than it need be: they cost n³ each, and small tables are the coarse ones. */
const mostCuts = 2000

/** With most cells at their ends bounds are closer, and decide more of those that are left. */
const settled = (from: Narrowed, measure: Measure, end: 1 | -1): Narrowed => {
  let narrowed = from
  while (narrowed.unsure > 0 && narrowed.corner.output.length <= mostSectorsToNarrow) {
    const smaller = narrowed.box()
    const closer = slopesWithin(smaller, measure)
    if (!closer) break
    const next = narrow(smaller, closer, end)
    const stuck = next.unsure === narrowed.unsure
    narrowed = next
    if (stuck) break
  }
  return narrowed
}

const slopesWithin = (box: Box, measure: Measure): Slopes | undefined => {
  const bounds = enclose(box)
  return bounds && slopesOf(bounds, box, chainOf(bounds, box, measure.weights), measure)
}

/**
 * One end of a range: how far out the measure goes for sure, and whether a choice of digits reaches it. Where cells are left without a sure sign
 * the box is cut in half through the one that carries furthest, and the half that may reach furthest is cut again, until none
 * reaches beyond a corner that was computed, or the cuts are used up: branch and bound.
 */
const endOf = (
  box: Box,
  enclosure: Enclosure,
  slopes: Slopes,
  measure: Measure,
  end: 1 | -1,
): { readonly value: number; readonly tight: boolean } => {
  const size = box.cells.output.length
  const found = (from: Narrowed) => {
    const narrowed = settled(from, measure, end)
    const value = end * valueAt(narrowed.corner, box, measure, enclosure.middle)
    return { narrowed, value, reach: value + narrowed.slack }
  }
  const waiting = [found(narrow(box, slopes, end))]
  let best = waiting[0]?.value ?? Number.NaN
  let cuts = Math.floor(mostCuts / (size * size))
  for (;;) {
    waiting.sort((one, other) => other.reach - one.reach)
    const [furthest] = waiting
    if (!furthest || !(furthest.reach > best + tightness * Math.abs(best))) return { value: end * best, tight: true }
    const { widest } = furthest.narrowed
    const halves = cuts > 0 && widest ? ([1, -1] as const).map((side) => halfOf(furthest.narrowed.box(), widest, side)) : []
    const bounded = halves.map((half) => ({ half, slopes: slopesWithin(half, measure) }))
    if (bounded.length === 0 || bounded.some((each) => !each.slopes)) return { value: end * furthest.reach, tight: false }
    cuts -= 1
    waiting.shift()
    for (const { half, slopes: own } of bounded) {
      if (!own) continue
      const next = found(narrow(half, own, end))
      best = Math.max(best, next.value)
      waiting.push(next)
    }
  }
}

const rangeOf = (box: Box, enclosure: Enclosure, chain: Chain, measure: Measure): DigitRange => {
  const slopes = slopesOf(enclosure, box, chain, measure)
  if (!slopes) return open
  const [low, high] = [endOf(box, enclosure, slopes, measure, -1), endOf(box, enclosure, slopes, measure, 1)]
  if (!Number.isFinite(low.value) || !Number.isFinite(high.value)) return open
  return { low: low.value, high: high.value, tight: low.tight && high.tight }
}

/**
 * Ranges of one measure for every sector in the open model where each cell's sign is the same for all of them, as long as N, contents
 * and what suppliers make are nowhere below nought: more flows and more of the weight raise it, more output lowers it, and
 * per direct job a sector's own jobs do. So N at the two ends of the box is that of all corners. A sector is left out
 * (null) where that is not so, as where noughts that may be below nought are all that it sells or buys; undefined if all are.
 */
const monotoneRanges = (
  { cells, rules }: Box,
  { inverse, output, flows }: Enclosure,
  { content, weighed, beyondItself }: Chain,
  weights: Weights,
  perDirect: boolean,
): (DigitRange | null)[] | undefined => {
  if (rules.proportional || rules.closed) return undefined
  if ([...content, ...beyondItself].some(({ low }) => low < 0)) return undefined
  if (inverse.some((row) => row.some(({ low }) => low < 0))) return undefined
  return cells.output.map((_, target) => {
    const own = at(weighed, target)
    if (perDirect && own.low <= 0) return open
    const sold = (flows[target] ?? []).reduce((sum, flow, buyer) => sum + multiply(flow, at(inverse[buyer] ?? [], target)).low, 0)
    if (perDirect && sold < 0) return null
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
  const monotone = everyCorner || !enclosure || !chain ? undefined : monotoneRanges(box, enclosure, chain, weights, perDirect)
  return own.map((amount, target) => {
    if (perDirect && amount === 0) return undefined
    const found = monotone?.[target]
    if (found) return found
    return enclosure && chain ? rangeOf(box, enclosure, chain, { weights, perDirect, target }) : open
  })
}

const sure = (ranges: readonly (DigitRange | undefined)[]): DigitRange[] => ranges.map((range) => range ?? open)

/** The box with households, where the table has some that can be closed: income that is nowhere above nought is for householdAccount to refuse. */
const householdBox = (table: InputOutputTable): Box | undefined => {
  try {
    return digitBox(table, true)
  } catch (error) {
    if (error instanceof InputOutputRefusal) return undefined
    throw error
  }
}

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
  const closedBox = householdBox(table)
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
