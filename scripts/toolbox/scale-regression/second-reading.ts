/** The second reading of a table: with each category's line known, the sums of everything that needs residuals. */

import { DatabaseProblem, type Engine, type Row } from './engine.ts'
import { asNumber, finestOfDoubles, finestOfIntegers, type Grid, powerAbove } from './exact-sums.ts'
import { answered, type FirstReading, mostTries, scaleOf, within } from './first-reading.ts'
import type { Line } from './line.ts'
import { leverage, leverageOfOne } from './robust-errors.ts'
import {
  type LineConstants,
  type ResidualGrids,
  type ResidualGroup,
  type ResidualSum,
  residualExtremes,
  residualGroups,
  residualSums,
  type Shops,
} from './statements.ts'

type ConstantName = keyof LineConstants['values']
export type CategoryConstants = Readonly<Record<ConstantName, number>>
/** The sums of the second reading, and how many rows they are of. */
export type ResidualTotals = Readonly<Record<ResidualSum | 'rows', number>>

/** No residual is told from nought below this part of one: logarithms themselves are rounded there. */
const finestResidual = 2 ** -40

/** A category's line, and what its second reading is told of it. */
export interface Fit {
  readonly reading: FirstReading
  readonly line: Line
  /** How far the farthest u lies from the mean, and the leverage there. */
  readonly distance: number
  readonly leverage: number
  readonly constants: CategoryConstants
  /** k is multiplied by this power of two, which `head_factor` has in it. */
  readonly scaleK: number
}

/** Residuals of so many deviations are expected; where there are more of them, a coarser grid is taken. */
const expectedDeviations = 8

const binary = (natural: number): number => Math.ceil(natural / Math.LN2)

export const fitOf = (reading: FirstReading, line: Line): Fit => {
  const ends = [Math.log(reading.least) - line.meanU, Math.log(reading.most) - line.meanU] as const
  const distance = Math.max(-ends[0], ends[1])
  const most = Math.min(1, leverage(distance, line))
  const spread = Math.sqrt(line.squaresU / line.n)
  const scatter = Math.max(finestResidual, Math.sqrt(line.squaresLeft / line.n))
  // No residual is larger than the root of the sum of squares.
  const outer = Math.min(expectedDeviations, Math.sqrt(line.n)) * scatter
  // Of employees on the line, the most are at one end, and are known.
  const bend = Math.max((1 - line.p1) * ends[0], (1 - line.p1) * ends[1])
  const scale_z = scaleOf(spread)
  const scaleK = 2 ** -binary(outer)
  const defined = most < leverageOfOne
  return {
    reading,
    line,
    distance,
    leverage: most,
    scaleK,
    constants: {
      mean_u: line.meanU,
      mean_v: line.meanV,
      slope: line.p1,
      scale_z,
      scale_r: scaleOf(scatter),
      scale_y: 2 ** -binary(line.meanU - line.meanV + bend + outer),
      scale_m: 2 ** -binary(bend),
      leverage_floor: defined ? 1 / line.n : 0,
      leverage_slope: defined ? 1 / (line.squaresU * scale_z ** 2) : 0,
      head_factor: Math.exp(line.meanV - line.meanU) * scaleK,
    },
  }
}

/** Bits to spare beyond what is expected, for each group of sums. */
type Spare = Record<ResidualGroup, number>

const groups = Object.keys(residualGroups) as ResidualGroup[]

/** Sums of what is never below nought: they bound every term of their group, and tell how many digits were kept. */
const bounding: Readonly<Record<ResidualGroup, readonly ResidualSum[]>> = {
  residual: ['rr'],
  hc0: ['rrzz'],
  hc2: ['rr2', 'rr2zz'],
  hc3: ['rr3', 'rr3zz'],
  line: ['m'],
  lineSquares: ['mm'],
  ratio: ['k'],
  ratioSquares: ['kk'],
  heads: ['heads'],
  shape: ['r4', 'z4'],
}

/**
 * A sum with fewer binary digits is read again: one shop far from the others, of whatever category, makes the grid too coarse for the
 * rest. A hundred million shops of ordinary spread keep more.
 */
const digitsKept = 33
/** A sum beside one of its group that has so many is small for what is made of both. */
const digitsOfCompanion = 44

/** No sum of a group is larger, in any category. */
type Bounds = Readonly<Record<ResidualGroup, number>>

/**
 * Of what is near one, one part of doubles is added, which costs least: it has 50 binary digits for a category of a few shops, and for
 * ten million, where what is rounded off averages out, it errs by less than one part in 10^9. Of what is spread over orders of
 * magnitude, as employees and ratios are, integers are; and of everything whose sums are bounded by an earlier reading.
 */
const residualGrids = (fits: readonly Fit[], spare: Spare, bounds?: Bounds): ResidualGrids => {
  const largest = (of: (fit: Fit) => number) => Math.max(...fits.map(of))
  const rows = Math.max(1, powerAbove(largest(({ line }) => line.n)))
  const squareZ = Math.max(0, powerAbove(largest(({ distance, constants }) => (distance * constants.scale_z) ** 2)))
  const free = Math.max(0, powerAbove(largest((fit) => (fit.leverage < leverageOfOne ? 1 / (1 - fit.leverage) : 1))))
  // A sum of squares is known: no square is larger, nor is there more of all of them.
  const squares = (bits: number, group: ResidualGroup): Grid => {
    const total = rows + bits + spare[group] + 1
    return { place: finestOfDoubles(total), each: total, total, rows }
  }
  // What is scaled to lie below one, and may lie far below.
  const each = (bits: number, group: ResidualGroup): Grid => {
    const most = 1 + bits + spare[group]
    return { place: finestOfIntegers(most), each: most, total: most + rows, rows }
  }
  const halfZ = Math.ceil(squareZ / 2)
  if (bounds) {
    const within = (group: ResidualGroup) => each(powerAbove(bounds[group]), group)
    return {
      residual: within('residual'),
      hc0: within('hc0'),
      hc2: within('hc2'),
      hc3: within('hc3'),
      line: each(0, 'line'),
      lineSquares: each(halfZ, 'lineSquares'),
      ratio: each(0, 'ratio'),
      ratioSquares: each(halfZ + Math.ceil(rows / 2), 'ratioSquares'),
      heads: each(0, 'heads'),
      shape: within('shape'),
    }
  }
  return {
    residual: squares(0, 'residual'),
    hc0: squares(squareZ, 'hc0'),
    hc2: squares(squareZ + free, 'hc2'),
    hc3: squares(squareZ + 2 * free, 'hc3'),
    line: each(0, 'line'),
    lineSquares: squares(halfZ, 'lineSquares'),
    ratio: each(0, 'ratio'),
    ratioSquares: each(halfZ + Math.ceil(rows / 2), 'ratioSquares'),
    heads: each(0, 'heads'),
    shape: squares(Math.max(squareZ, 8), 'shape'),
  }
}

export const constantsOf = (fits: readonly Fit[]): LineConstants => {
  const of = (name: ConstantName) => fits.map(({ constants }) => constants[name])
  return {
    categories: fits.map(({ reading }) => reading.category ?? ''),
    values: {
      mean_u: of('mean_u'),
      mean_v: of('mean_v'),
      slope: of('slope'),
      scale_z: of('scale_z'),
      scale_r: of('scale_r'),
      scale_y: of('scale_y'),
      scale_m: of('scale_m'),
      leverage_floor: of('leverage_floor'),
      leverage_slope: of('leverage_slope'),
      head_factor: of('head_factor'),
    },
  }
}

/** The groups whose sums did not hold on their grids; every sum of squares is nought or more, and bounds its companions. */
const overflowing = (engine: Engine, rows: readonly Row[], grids: ResidualGrids): readonly ResidualGroup[] =>
  groups.filter((group) =>
    rows.some((row) =>
      Object.keys(residualGroups[group]).some(
        (name) => !within(engine.dialect.exactSum.read(row, `sum_${name}`, grids[group]), grids[group].total),
      ),
    ),
  )

/** Sums as they were read, each on the grid of its group. */
interface Reading {
  readonly grids: ResidualGrids
  readonly totals: ReadonlyMap<string, ResidualTotals>
}

const readOnce = async (
  engine: Engine,
  shops: Shops,
  fits: readonly Fit[],
  spare: Spare,
  bounds: Bounds | undefined,
): Promise<Reading | readonly ResidualGroup[]> => {
  const grids = residualGrids(fits, spare, bounds)
  const rows = await answered(engine, residualSums(shops, constantsOf(fits), grids))
  // Which integer overflowed is not told.
  const over = rows ? overflowing(engine, rows, grids) : notSure
  if (!rows || over.length > 0) return over
  return { grids, totals: new Map(rows.map((row) => [String(row.shop_category), totalsOf(engine, row, grids)])) }
}

/** Groups whose sums are only expected to hold: of all others a bound is known before anything is read. */
const notSure: readonly ResidualGroup[] = ['ratio', 'ratioSquares', 'heads', 'shape']

/** Fits whose ratios and employees are scaled by the largest that there are, and not by what is expected of them. */
const scaledByExtremes = async (engine: Engine, shops: Shops, fits: readonly Fit[]): Promise<readonly Fit[]> => {
  const rows = await engine.run(residualExtremes(shops, constantsOf(fits)))
  const read = new Map(rows.map((row) => [String(row.shop_category), row]))
  return fits.map((fit) => {
    const row = read.get(fit.reading.category ?? '')
    if (!row) return fit
    const scaleK = 2 ** -binary(-Number(row.least_r) / fit.constants.scale_r)
    return {
      ...fit,
      scaleK,
      constants: {
        ...fit.constants,
        scale_y: scaleOf(Number(row.most_y)),
        head_factor: Math.exp(fit.line.meanV - fit.line.meanU) * scaleK,
      },
    }
  })
}

/** Residuals that are nothing but the rounding of logarithms have no digits to be kept. */
const onLine = ({ constants }: Fit): boolean => constants.scale_r === scaleOf(finestResidual)
const ofResiduals: ReadonlySet<ResidualGroup> = new Set(['residual', 'hc0', 'hc2', 'hc3', 'shape'])

const hasLostDigits = (fit: Fit, totals: ResidualTotals, grids: ResidualGrids): boolean =>
  groups.some((group) => {
    if (ofResiduals.has(group) && onLine(fit)) return false
    const digits = bounding[group].map((name) => Math.log2(totals[name]) + grids[group].place)
    const most = Math.max(...digits)
    return most < digitsKept || (Math.min(...digits) < digitsKept && most < digitsOfCompanion)
  })

/** No more than a sum can be, of which each row may have lost half a unit. */
const boundOf = (totals: ResidualTotals, grids: ResidualGrids, group: ResidualGroup): number =>
  Math.max(...bounding[group].map((name) => totals[name])) + totals.rows * 2 ** -grids[group].place

/** What bounds the sums of several categories; what is made of a residual or a distance alone is below the squares or below one. */
const boundsOf = (fits: readonly Fit[], { grids, totals }: Reading): Bounds => {
  const largest = (group: ResidualGroup) =>
    Math.max(
      ...fits.flatMap(({ reading }) => {
        const each = totals.get(reading.category ?? '')
        return each ? [boundOf(each, grids, group)] : []
      }),
    )
  const residual = largest('residual')
  return {
    ...(Object.fromEntries(groups.map((group) => [group, largest(group)])) as Bounds),
    hc0: Math.max(residual, largest('hc0')),
    shape: Math.max(1, residual, largest('shape')),
  }
}

/** The sums of the second reading. Categories of whose sums few digits were kept are read again, on grids of their own. */
export const readResiduals = async (engine: Engine, shops: Shops, fits: readonly Fit[]): Promise<ReadonlyMap<string, ResidualTotals>> => {
  const found = new Map<string, ResidualTotals>()
  const spare = Object.fromEntries(groups.map((group) => [group, 0])) as Spare
  let [left, bounds, exact]: [readonly Fit[], Bounds | undefined, boolean] = [fits, undefined, false]
  for (let round = 0; round < mostTries && left.length > 0; round += 1) {
    const reading = await readOnce(engine, shops, left, spare, bounds)
    if (!('grids' in reading)) {
      if (exact) for (const group of reading) spare[group] += 12
      else left = await scaledByExtremes(engine, shops, left)
      exact = true
      continue
    }
    const lost: Fit[] = []
    for (const fit of left) {
      const totals = reading.totals.get(fit.reading.category ?? '')
      if (!totals) continue
      for (const [category, sums] of naturally(totals, fit.reading.category, fit.constants, fit.scaleK)) found.set(category, sums)
      if (hasLostDigits(fit, totals, reading.grids)) lost.push(fit)
    }
    bounds = boundsOf(lost, reading)
    left = exact || lost.length === 0 ? lost : await scaledByExtremes(engine, shops, lost)
    exact = true
  }
  if (found.size > 0) return found
  throw new DatabaseProblem(
    engine.source,
    'the sums of its residuals overflow',
    'employees and turnovers of one kind of shops in each category',
  )
}

const totalsOf = (engine: Engine, row: Row, grids: ResidualGrids): ResidualTotals =>
  Object.fromEntries([
    ['rows', Number(row.rows_used)],
    ...groups.flatMap((group) =>
      Object.keys(residualGroups[group]).map((name) => [
        name,
        asNumber(engine.dialect.exactSum.read(row, `sum_${name}`, grids[group]) ?? 0n),
      ]),
    ),
  ]) as ResidualTotals

/** Sums of employees in their own unit; z and r stay scaled. */
const naturally = (
  sums: ResidualTotals | undefined,
  category: string | null,
  { scale_y, scale_m }: CategoryConstants,
  scaleK: number,
): readonly (readonly [string, ResidualTotals])[] =>
  sums && category !== null
    ? [
        [
          category,
          {
            ...sums,
            m: sums.m / scale_m,
            mz: sums.mz / scale_m,
            mm: sums.mm / scale_m ** 2,
            k: sums.k / scaleK,
            kz: sums.kz / scaleK,
            kk: sums.kk / scaleK ** 2,
            krz: sums.krz / scaleK,
            heads: sums.heads / scale_y,
          },
        ] as const,
      ]
    : []
