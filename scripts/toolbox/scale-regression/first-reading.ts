/** The first reading of a table: the exact sums by which each category's line is fitted. */
import { DatabaseProblem, type Engine, NoRoom, type Row } from './engine.ts'
import { asNumber, finestOfIntegers, type Grid, powerAbove } from './exact-sums.ts'
import { type About, aboutNought, type ExactSums } from './line.ts'
import { type Centres, type FitGrids, type Shops, sufficientStatistics } from './statements.ts'

/** A table of which nobody knows the rows has no more than this power of two. */
const rowsOfUnknown = 34
/** Logarithms of turnovers in common use, and of turnovers per head, as powers of two; a table with others is asked again. */
const usualU = 5
const usualV = 6
/** Those of any double, and their differences. */
const largestU = 10
const largestV = 11
/** How often a statement is asked again on a coarser grid. */
export const mostTries = 8

const powerOfRows = (rows: number | undefined): number => (rows === undefined ? rowsOfUnknown : Math.max(1, powerAbove(rows + 1)))

const fitGrids = (rows: number, u: number, v: number): FitGrids => {
  const grid = (each: number): Grid => ({ place: finestOfIntegers(each), each, total: each + rows, rows })
  return { u: grid(u), v: grid(v), uu: grid(2 * u), uv: grid(u + v), vv: grid(2 * v) }
}

export interface FirstReading {
  readonly category: string | null
  readonly rows: number
  readonly used: number
  readonly least: number
  readonly most: number
  readonly sums: ExactSums
}

export const within = (sum: bigint | undefined, total: number): boolean => sum !== undefined && Math.abs(asNumber(sum)) <= 2 ** total

const placeOf = ({ values }: Centres, index: number): About => ({
  centreU: values.centre_u[index] ?? 0,
  centreV: values.centre_v[index] ?? 0,
  spreadU: Math.log2(values.spread_u[index] ?? 1),
  spreadV: Math.log2(values.spread_v[index] ?? 1),
})

/** The rows of an answer; undefined where an integer overflowed on its way. */
export const answered = async (engine: Engine, statement: string): Promise<readonly Row[] | undefined> => {
  try {
    return await engine.run(statement)
  } catch (error) {
    if (error instanceof NoRoom) return undefined
    throw error
  }
}

/** The first reading, on grids that hold; with centres, about them and told about nought. */
export const readLines = async (engine: Engine, shops: Shops, centres?: Centres): Promise<readonly FirstReading[]> => {
  const { read } = engine.dialect.exactSum
  const rowsAtMost = powerOfRows(engine.rowsAtMost)
  // About their means and over their deviations, u and v are no larger than the root of the rows.
  const root = Math.ceil(rowsAtMost / 2) + 1
  let [rows, u, v] = centres ? [rowsAtMost, 1, root] : [rowsAtMost, usualU, usualV]
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
        const sums = place < 0 || !centres ? about : aboutNought(about, placeOf(centres, place))
        return { category, rows: Number(row.rows_all), used: n, least: Number(row.least_x), most: Number(row.most_x), sums }
      })
    }
    const more = powerOfRows(used)
    if (more > rows) rows = more
    else [u, v] = [largestU, largestV]
  }
  throw new DatabaseProblem(engine.source, 'its sums overflow', 'turnovers and employees that a double holds')
}

/** A power of two near one over a value. */
export const scaleOf = (value: number): number => 2 ** -powerAbove(value)

/** Logarithms of turnover per head are not spread finer than this, of a part of one. */
const finestSpread = 2 ** -24

/** The means of categories as centres; turnovers by their extremes, and turnovers per head by their deviation, as spreads. */
export const centresOf = (readings: readonly FirstReading[]): Centres => {
  const mean = (sum: bigint, n: number) => asNumber(sum) / n
  return {
    categories: readings.map(({ category }) => category ?? ''),
    values: {
      centre_u: readings.map(({ sums, used }) => mean(sums.u, used)),
      centre_v: readings.map(({ sums, used }) => mean(sums.v, used)),
      spread_u: readings.map(({ least, most }) => scaleOf(Math.max(Math.log1p((most - least) / least), Number.EPSILON))),
      spread_v: readings.map(({ sums, used }) =>
        scaleOf(Math.max(finestSpread, Math.sqrt(Math.max(0, mean(sums.vv, used) - mean(sums.v, used) ** 2)))),
      ),
    },
  }
}
