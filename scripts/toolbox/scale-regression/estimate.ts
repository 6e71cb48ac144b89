/**
 * The scale regression of a table of shops, category by category: two readings of the table, the first for the lines and the second
 * for everything that needs residuals. What is computed of them is in `line.ts`, `robust-errors.ts`, `retransformation.ts` and
 * `prediction.ts`.
 */

import { type Shape, shapeOf } from './diagnostics.ts'
import { DatabaseProblem, type Engine, NoRoom, type Row } from './engine.ts'
import { asNumber, finestOfDoubles, finestOfIntegers, type Grid, powerAbove } from './exact-sums.ts'
import { aboutNought, type ExactSums, type Line, lostDigits, solveLine } from './line.ts'
import { interval, predict } from './prediction.ts'
import { factorsAgree, lognormalFactor, smearingError, smearingFactor } from './retransformation.ts'
import {
  classicalMeat,
  covarianceOf,
  type Errors,
  errorsOf,
  leverage,
  leverageOfOne,
  type Meat,
  smallSampleFactor,
  times,
} from './robust-errors.ts'
import {
  type Centres,
  type DropReason,
  droppedRows,
  dropReasons,
  type FitGrids,
  type LineConstants,
  type ResidualGrids,
  type ResidualGroup,
  type ResidualSum,
  residualGroups,
  residualSums,
  type Shops,
  sufficientStatistics,
} from './statements.ts'

export type Reason = DropReason | 'no_category' | 'one_shop' | 'constant_turnover'

/** A category with a line, and all that the second reading says of it. Undefined where it cannot be told. */
export interface Fitted {
  readonly line: Line
  /** The sum of squared residuals. */
  readonly squaresLeft: number
  readonly sigma: number | undefined
  readonly r2: number | undefined
  readonly r2OfEmployment: number | undefined
  /** Of slope and intercept; HC2 and HC3 are not told where a leverage is one. */
  readonly errors: Readonly<Record<'classical' | 'hc0' | 'hc1' | 'hc2' | 'hc3', Errors | undefined>>
  readonly smearing: number
  readonly smearingError: number
  readonly lognormal: number | undefined
  readonly factorsAgree: boolean | undefined
  readonly employment: number
  readonly employmentSmeared: number
  /** The employees that the file itself has in the same rows. */
  readonly employees: number
  /** Where 95 of 100 smeared sums lie, and the employees of as many new shops with these turnovers. */
  readonly intervalOfMean: readonly [number, number] | undefined
  readonly intervalOfNew: readonly [number, number] | undefined
  readonly mostLeverage: number
  /** The turnover of the row with the largest leverage. */
  readonly mostLeverageTurnover: number
  readonly shape: Shape | undefined
  readonly constants: CategoryConstants
  readonly sums: ResidualTotals
}

export interface CategoryEstimate {
  /** Null for the rows that have none. */
  readonly category: string | null
  /** Rows used. */
  readonly n: number
  readonly dropped: number
  readonly droppedBy: Readonly<Partial<Record<Reason, number>>>
  readonly fitted: Fitted | undefined
}

type ConstantName = keyof LineConstants['values']
type CategoryConstants = Readonly<Record<ConstantName, number>>
/** The sums of the second reading, and how many rows they are of. */
export type ResidualTotals = Readonly<Record<ResidualSum | 'rows', number>>

/** What is being done, for a person who waits. */
export type Stage = 'lines' | 'dropped' | 'centres' | 'residuals'

interface Watch {
  readonly stage?: (stage: Stage) => void
}

/** A table of which nobody knows the rows has no more than this power of two. */
const rowsOfUnknown = 34
/** Logarithms of turnovers in common use, and of turnovers per head, as powers of two; a table with others is asked again. */
const usualU = 5
const usualV = 6
/** Those of any double, and their differences. */
const largestU = 10
const largestV = 11
/** How often a statement is asked again on a coarser grid. */
const mostTries = 8

const powerOfRows = (rows: number | undefined): number => (rows === undefined ? rowsOfUnknown : Math.max(1, powerAbove(rows + 1)))

const fitGrids = (rows: number, u: number, v: number): FitGrids => {
  const grid = (each: number): Grid => ({ place: finestOfIntegers(each), each, total: each + rows, rows })
  return { u: grid(u), v: grid(v), uu: grid(2 * u), uv: grid(u + v), vv: grid(2 * v) }
}

interface FirstReading {
  readonly category: string | null
  readonly rows: number
  readonly used: number
  readonly least: number
  readonly most: number
  readonly sums: ExactSums
}

const within = (sum: bigint | undefined, total: number): boolean => sum !== undefined && Math.abs(asNumber(sum)) <= 2 ** total

/** The rows of an answer; undefined where an integer overflowed on its way. */
const answered = async (engine: Engine, statement: string): Promise<readonly Row[] | undefined> => {
  try {
    return await engine.run(statement)
  } catch (error) {
    if (error instanceof NoRoom) return undefined
    throw error
  }
}

/** The first reading, on grids that hold; with centres, about them and told about nought. */
const readLines = async (engine: Engine, shops: Shops, centres?: Centres): Promise<readonly FirstReading[]> => {
  const { read } = engine.dialect.exactSum
  let [rows, u, v] = [powerOfRows(engine.rowsAtMost), usualU, usualV]
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const grids = fitGrids(rows, u, v)
    const answer = await answered(engine, sufficientStatistics(shops, grids, centres))
    if (!answer) {
      u = largestU
      v = largestV
      continue
    }
    const used = Math.max(1, ...answer.map((row) => Number(row.rows_used)))
    const readings = answer.map((row) => {
      const sum = (name: keyof FitGrids) => read(row, `sum_${name}`, grids[name])
      return { row, u: sum('u'), v: sum('v'), uu: sum('uu'), uv: sum('uv'), vv: sum('vv') }
    })
    const hold =
      powerOfRows(used) <= rows &&
      readings.every((each) => (['u', 'v', 'uu', 'uv', 'vv'] as const).every((name) => within(each[name], grids[name].total)))
    if (hold) {
      return readings.map(({ row, u = 0n, v = 0n, uu = 0n, uv = 0n, vv = 0n }) => {
        const category = row.shop_category === null || row.shop_category === undefined ? null : String(row.shop_category)
        const n = Number(row.rows_used)
        const place = centres?.categories.indexOf(category ?? '') ?? -1
        const about = { n, u, v, uu, uv, vv }
        const sums = place < 0 ? about : aboutNought(about, centres?.values.centre_u[place] ?? 0, centres?.values.centre_v[place] ?? 0)
        return { category, rows: Number(row.rows_all), used: n, least: Number(row.least_x), most: Number(row.most_x), sums }
      })
    }
    const more = powerOfRows(used)
    if (more > rows) rows = more
    else [u, v] = [largestU, largestV]
  }
  throw new DatabaseProblem(engine.source, 'its sums overflow', 'turnovers and employees that a double holds')
}

/** Beyond so many binary digits lost to the mean, which more rows do not win back, a category is read again about its mean. */
const digitsToLose = 8

const codePoints = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
const byCategory = (a: string | null, b: string | null): number => (a === null ? (b === null ? 0 : 1) : b === null ? -1 : codePoints(a, b))

/** A category with nothing but spaces says nothing. */
const named = (category: string | null): category is string => category !== null && category.trim() !== ''

const readDropped = async (engine: Engine, shops: Shops): Promise<ReadonlyMap<string | null, Partial<Record<Reason, number>>>> => {
  const ledger = new Map<string | null, Partial<Record<Reason, number>>>()
  for (const row of await engine.run(droppedRows(shops))) {
    const category = row.shop_category === null || row.shop_category === undefined ? null : String(row.shop_category)
    const reason = dropReasons[Number(row.reason)]
    if (reason) ledger.set(category, { ...ledger.get(category), [reason]: Number(row.rows_dropped) })
  }
  return ledger
}

/** A power of two near one over a value. */
const scaleOf = (value: number): number => 2 ** -powerAbove(value)

/** No residual is told from nought below this part of one: logarithms themselves are rounded there. */
const finestResidual = 2 ** -40

interface Fit {
  readonly reading: FirstReading
  readonly line: Line
  readonly distance: number
  readonly leverage: number
  readonly constants: CategoryConstants
}

const fitOf = (reading: FirstReading, line: Line): Fit => {
  const ends = [Math.log(reading.least) - line.meanU, Math.log(reading.most) - line.meanU] as const
  const distance = Math.max(-ends[0], ends[1])
  const most = Math.min(1, leverage(distance, line))
  const spread = Math.sqrt(line.squaresU / line.n)
  const scatter = Math.max(finestResidual, Math.sqrt(line.squaresLeft / line.n))
  const scale_z = scaleOf(spread)
  const defined = most < leverageOfOne
  return {
    reading,
    line,
    distance,
    leverage: most,
    constants: {
      mean_u: line.meanU,
      mean_v: line.meanV,
      slope: line.p1,
      scale_z,
      scale_r: scaleOf(scatter),
      scale_y: scaleOf(Math.exp(line.meanU - line.meanV)),
      leverage_floor: defined ? 1 / line.n : 0,
      leverage_slope: defined ? 1 / (line.squaresU * scale_z ** 2) : 0,
      head_factor: Math.exp(line.meanV - line.meanU),
    },
  }
}

/** Bits to spare beyond what is expected, for each group of sums. */
type Spare = Record<ResidualGroup, number>

const groups = Object.keys(residualGroups) as ResidualGroup[]

const residualGrids = (fits: readonly Fit[], spare: Spare): ResidualGrids => {
  const largest = (of: (fit: Fit) => number) => Math.max(...fits.map(of))
  const rows = Math.max(1, powerAbove(largest(({ line }) => line.n)))
  const squareZ = Math.max(0, powerAbove(largest(({ distance, constants }) => (distance * constants.scale_z) ** 2)))
  const free = Math.max(0, powerAbove(largest((fit) => (fit.leverage < leverageOfOne ? 1 / (1 - fit.leverage) : 1))))
  const bend = (fit: Fit) => (Math.abs(1 - fit.line.p1) * fit.distance) / Math.LN2
  const m = Math.ceil(largest(bend))
  // Residuals of eight deviations are expected, and more of them are asked for again.
  const k = Math.ceil(largest(({ constants }) => 8 / constants.scale_r / Math.LN2)) + 1
  const heads = 8 + Math.ceil(largest(bend))
  // A sum of squares is known: no square is larger, nor is there more of all of them.
  const squares = (bits: number, group: ResidualGroup): Grid => {
    const total = rows + bits + spare[group] + 1
    return { place: finestOfDoubles(total), each: total, total, rows }
  }
  const each = (bits: number, group: ResidualGroup): Grid => {
    const most = bits + spare[group]
    return { place: finestOfIntegers(most), each: most, total: most + rows, rows }
  }
  return {
    residual: { ...squares(0, 'residual'), place: finestOfIntegers(rows + spare.residual + 1) },
    hc0: squares(squareZ, 'hc0'),
    hc2: squares(squareZ + free, 'hc2'),
    hc3: squares(squareZ + 2 * free, 'hc3'),
    line: each(m, 'line'),
    lineSquares: each(Math.max(2 * m, m + squareZ), 'lineSquares'),
    ratio: each(k, 'ratio'),
    ratioSquares: each(Math.max(2 * k, squareZ + rows), 'ratioSquares'),
    heads: each(heads, 'heads'),
    shape: squares(Math.max(squareZ, 8), 'shape'),
  }
}

const constantsOf = (fits: readonly Fit[]): LineConstants => {
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

const readResiduals = async (engine: Engine, shops: Shops, fits: readonly Fit[]): Promise<ReadonlyMap<string, ResidualTotals>> => {
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
    if (over.length === 0) return new Map(rows.map((row) => [String(row.shop_category), totalsOf(engine, row, grids)]))
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

const errorsBy = (fit: Fit, sums: ResidualTotals, squaresLeft: number): Fitted['errors'] => {
  const { line, constants } = fit
  if (line.n < 3) return { classical: undefined, hc0: undefined, hc1: undefined, hc2: undefined, hc3: undefined }
  const [r, z] = [constants.scale_r, constants.scale_z]
  const meat = (one: number, d: number, dd: number): Meat => ({ one: one / r ** 2, d: d / (r ** 2 * z), dd: dd / (r ** 2 * z ** 2) })
  const of = (each: Meat) => errorsOf(covarianceOf(each, line), line)
  const plain = meat(sums.rr, sums.rrz, sums.rrzz)
  const defined = fit.leverage < leverageOfOne
  return {
    classical: of(classicalMeat(squaresLeft, line)),
    hc0: of(plain),
    hc1: of(times(plain, smallSampleFactor(line.n))),
    hc2: defined ? of(meat(sums.rr2, sums.rr2z, sums.rr2zz)) : undefined,
    hc3: defined ? of(meat(sums.rr3, sums.rr3z, sums.rr3zz)) : undefined,
  }
}

const fittedOf = (fit: Fit, sums: ResidualTotals): Fitted => {
  const { line, constants, reading } = fit
  const { n } = line
  const squaresLeft = sums.rr / constants.scale_r ** 2
  const sigma = n > 2 ? Math.sqrt(squaresLeft / (n - 2)) : undefined
  const explained = (squares: number) => (squares > 0 ? 1 - Math.min(1, squaresLeft / squares) : undefined)
  const errors = errorsBy(fit, sums, squaresLeft)
  const smearingTerms = { n, ratios: sums.k, squaredRatios: sums.kk }
  const smearing = smearingFactor(smearingTerms)
  const smearingDoubt = smearingError(smearingTerms)
  const lognormal = sigma === undefined ? undefined : lognormalFactor(sigma)
  const heads = Math.exp(line.meanU - line.meanV)
  const employment = heads * sums.m
  const robust = errors.hc3 ?? errors.hc1
  const z = constants.scale_z
  const prediction =
    robust &&
    predict(
      {
        n,
        squaresU: line.squaresU,
        slopeVariance: robust.p1 ** 2,
        ratios: sums.k,
        squaredRatios: sums.kk,
        ratioDistances: sums.kz / z,
        // The residual of ln(employees) is that of the source's line with the other sign.
        ratioResiduals: -sums.krz / (constants.scale_r * z),
      },
      { sum: employment, distances: (heads * sums.mz) / z, squares: heads ** 2 * sums.mm },
    )
  return {
    line,
    squaresLeft,
    sigma,
    r2: explained(line.squaresV),
    r2OfEmployment: explained(line.squaresU - 2 * line.products + line.squaresV),
    errors,
    smearing,
    smearingError: smearingDoubt,
    lognormal,
    factorsAgree: lognormal === undefined ? undefined : factorsAgree(smearing, lognormal, smearingDoubt),
    employment,
    employmentSmeared: employment * smearing,
    employees: sums.heads / constants.scale_y,
    intervalOfMean: prediction && interval(prediction.total, prediction.relativeError),
    intervalOfNew: prediction && interval(prediction.total, prediction.relativeErrorOfNew),
    mostLeverage: fit.leverage,
    mostLeverageTurnover: Math.log(reading.most) - line.meanU >= line.meanU - Math.log(reading.least) ? reading.most : reading.least,
    shape: n > 3 ? shapeOf(n, line.squaresU * z ** 2, sums) : undefined,
    constants,
    sums,
  }
}

const changed = (engine: Engine): DatabaseProblem =>
  new DatabaseProblem(engine.source, 'the table changed while it was read: its rows are not as many as before', 'a table that stands still')

/** The lines of all categories, and what is dropped by reason. Categories come in the order of their bytes in UTF-8. */
export const estimateShops = async (
  engine: Engine,
  shops: Shops,
  { stage = () => undefined }: Watch = {},
): Promise<readonly CategoryEstimate[]> => {
  stage('lines')
  let readings = await readLines(engine, shops)
  stage('dropped')
  const ledger = readings.some(({ rows, used }) => rows > used) ? await readDropped(engine, shops) : new Map()
  const varied = (reading: FirstReading) => named(reading.category) && reading.used > 1 && reading.least < reading.most
  const lost = readings.filter((reading) => {
    const line = varied(reading) ? solveLine(reading.sums) : undefined
    return varied(reading) && (line === undefined || lostDigits(reading.sums, line) - Math.log2(reading.used) / 2 > digitsToLose)
  })
  if (lost.length > 0) {
    stage('centres')
    const mean = (sum: bigint, n: number) => asNumber(sum) / n
    const again = await readLines(engine, shops, {
      categories: lost.map(({ category }) => category ?? ''),
      values: {
        centre_u: lost.map(({ sums, used }) => mean(sums.u, used)),
        centre_v: lost.map(({ sums, used }) => mean(sums.v, used)),
      },
    })
    const better = new Map(again.map((reading) => [reading.category, reading]))
    readings = readings.map((reading) => better.get(reading.category) ?? reading)
  }
  const fits = new Map<string, Fit>()
  for (const reading of readings) {
    const line = varied(reading) ? solveLine(reading.sums) : undefined
    if (line && reading.category !== null) fits.set(reading.category, fitOf(reading, line))
  }
  stage('residuals')
  const totals = fits.size > 0 ? await readResiduals(engine, shops, [...fits.values()]) : new Map<string, ResidualTotals>()
  return readings
    .map((reading): CategoryEstimate => {
      const { category, rows, used } = reading
      const reasons: Partial<Record<Reason, number>> = { ...ledger.get(category) }
      const told = Object.values(reasons).reduce((sum, each) => sum + each, 0)
      if (told !== rows - used) throw changed(engine)
      if (!named(category)) return { category: null, n: 0, dropped: rows, droppedBy: { no_category: rows }, fitted: undefined }
      const fit = fits.get(category)
      if (!fit) {
        const reason: Reason = used === 1 ? 'one_shop' : 'constant_turnover'
        return { category, n: 0, dropped: rows, droppedBy: used > 0 ? { ...reasons, [reason]: used } : reasons, fitted: undefined }
      }
      const sums = totals.get(category)
      if (!sums || sums.rows !== used) throw changed(engine)
      return { category, n: used, dropped: rows - used, droppedBy: reasons, fitted: fittedOf(fit, sums) }
    })
    .reduce<CategoryEstimate[]>(joinUnnamed, [])
    .sort((a, b) => byCategory(a.category, b.category))
}

/** NULL and blank categories are told as one. */
const joinUnnamed = (list: CategoryEstimate[], each: CategoryEstimate): CategoryEstimate[] => {
  const index = each.category === null ? list.findIndex(({ category }) => category === null) : -1
  const before = list[index]
  if (!before) return [...list, each]
  const dropped = before.dropped + each.dropped
  return list.with(index, { ...before, dropped, droppedBy: { no_category: dropped } })
}
