/** The second reading of a table: with each category's line known, the sums of everything that needs residuals. */

import { DatabaseProblem, type Engine, type Row } from './engine.ts'
import { asNumber, finestOfDoubles, type Grid, powerAbove } from './exact-sums.ts'
import { answered, type FirstReading, mostTries, scaleOf, within } from './first-reading.ts'
import type { Line } from './line.ts'
import { leverage, leverageOfOne } from './robust-errors.ts'
import {
  type LineConstants,
  type ResidualGrids,
  type ResidualGroup,
  type ResidualSum,
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
  const bend = Math.abs(1 - line.p1) * distance
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

/**
 * One part of doubles for each sum, which costs least: with quantities near one it has 50 binary digits for a category of a few shops,
 * and for ten million, where what is rounded off averages out, it errs by less than one part in 10^10.
 */
const residualGrids = (fits: readonly Fit[], spare: Spare): ResidualGrids => {
  const largest = (of: (fit: Fit) => number) => Math.max(...fits.map(of))
  const rows = Math.max(1, powerAbove(largest(({ line }) => line.n)))
  const squareZ = Math.max(0, powerAbove(largest(({ distance, constants }) => (distance * constants.scale_z) ** 2)))
  const free = Math.max(0, powerAbove(largest((fit) => (fit.leverage < leverageOfOne ? 1 / (1 - fit.leverage) : 1))))
  // A sum of squares is known: no square is larger, nor is there more of all of them.
  const squares = (bits: number, group: ResidualGroup): Grid => {
    const total = rows + bits + spare[group] + 1
    return { place: finestOfDoubles(total), each: total, total, rows }
  }
  // What is scaled to lie below one.
  const each = (bits: number, group: ResidualGroup): Grid => {
    const most = 1 + bits + spare[group]
    return { place: finestOfDoubles(most + rows), each: most, total: most + rows, rows }
  }
  const halfZ = Math.ceil(squareZ / 2)
  return {
    residual: squares(0, 'residual'),
    hc0: squares(squareZ, 'hc0'),
    hc2: squares(squareZ + free, 'hc2'),
    hc3: squares(squareZ + 2 * free, 'hc3'),
    line: each(0, 'line'),
    lineSquares: each(halfZ, 'lineSquares'),
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

export const readResiduals = async (engine: Engine, shops: Shops, fits: readonly Fit[]): Promise<ReadonlyMap<string, ResidualTotals>> => {
  const spare = Object.fromEntries(groups.map((group) => [group, 0])) as Spare
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const grids = residualGrids(fits, spare)
    const rows = await answered(engine, residualSums(shops, constantsOf(fits), grids))
    if (!rows) {
      // Which integer overflowed is not told.
      for (const group of groups) spare[group] += 12
      continue
    }
    const over = overflowing(engine, rows, grids)
    if (over.length === 0) {
      const read = new Map(rows.map((row) => [String(row.shop_category), totalsOf(engine, row, grids)]))
      return new Map(
        fits.flatMap(({ reading, constants, scaleK }) => naturally(read.get(reading.category ?? ''), reading.category, constants, scaleK)),
      )
    }
    for (const group of over) spare[group] += 12
  }
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
