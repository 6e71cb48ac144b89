/**
 * Expanding a sample with design weights: of how many shops of the population each stands. What is told is the weighted total of
 * employees, their ratio to the weighted turnover, and that ratio times the population's turnover, where it is known.
 *
 * The ratio's variance is linearised: residuals y - R x, weighted, as in a sample drawn with replacement.
 * Reference: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, section 5.6, doi:10.1007/978-1-4612-4378-6.
 */
import { type Column, DatabaseProblem, type Engine } from './engine.ts'
import { byCategory } from './estimate.ts'
import { asNumber, finestOfIntegers, type Grid, powerAbove, quotient, scale } from './exact-sums.ts'
import { scaleOf, within } from './first-reading.ts'
import { type Shops, weightExtremes, weightSums } from './statements.ts'

export interface Expansion {
  readonly category: string
  readonly n: number
  /** Rows that could be used but for their weight: none, no number, or below nought. */
  readonly withoutWeight: number
  readonly weights: number
  /** The weighted total of employees, and its standard error. */
  readonly total: number
  readonly totalError: number | undefined
  /** Employees for each unit of turnover, and the standard error in parts of it. */
  readonly ratio: number
  readonly ratioRelativeError: number | undefined
  /** The ratio times the population's turnover. */
  readonly population: number | undefined
}

/** n/(n - 1) times an exact sum of squares, of integers of the common scale, as a standard error. */
const errorOf = (n: number, squares: bigint, unit: bigint): number | undefined =>
  n < 2 ? undefined : Math.sqrt(((squares > 0n ? quotient(squares, unit) : 0) * n) / (n - 1))

/** The expansion of each category of which a row has a weight above nought; `turnovers` are the population's by category. */
export const expandShops = async (
  engine: Engine,
  shops: Shops,
  weights: Column,
  turnovers: ReadonlyMap<string, number> = new Map(),
): Promise<readonly Expansion[]> => {
  const extremes = (await engine.run(weightExtremes(shops, weights))).filter(
    (row) => String(row.shop_category ?? '').trim() !== '' && Number(row.most_weight) > 0,
  )
  if (extremes.length === 0) return []
  const scales = extremes.map((row) => ({
    scale_weight: scaleOf(Number(row.most_weight)),
    scale_x: scaleOf(Number(row.most_x)),
    scale_y: scaleOf(Number(row.most_y)),
  }))
  const rows = Math.max(1, powerAbove(Math.max(...extremes.map((row) => Number(row.rows_used)))))
  const grid: Grid = { place: finestOfIntegers(1), each: 1, total: 1 + rows, rows }
  const of = (name: 'scale_weight' | 'scale_x' | 'scale_y') => scales.map((each) => each[name])
  const constants = {
    categories: extremes.map((row) => String(row.shop_category)),
    values: { scale_weight: of('scale_weight'), scale_x: of('scale_x'), scale_y: of('scale_y') },
  }
  const answer = new Map((await engine.run(weightSums(shops, weights, constants, grid))).map((row) => [String(row.shop_category), row]))
  const one = 1n << BigInt(scale)
  const told = extremes.map((row, index): Expansion => {
    const category = String(row.shop_category)
    const sums = answer.get(category)
    const { scale_weight = 1, scale_x = 1, scale_y = 1 } = scales[index] ?? {}
    const n = Number(row.rows_weighted)
    if (!sums || Number(sums.rows_weighted) !== n)
      throw new DatabaseProblem(
        engine.source,
        'the table changed while it was read: its rows are not as many as before',
        'a table that stands still',
      )
    const read = (name: string): bigint => {
      const sum = engine.dialect.exactSum.read(sums, `sum_${name}`, grid)
      if (sum === undefined || !within(sum, grid.total)) throw new DatabaseProblem(engine.source, 'its weighted sums overflow')
      return sum
    }
    const [x, y, xx, xy, yy] = [read('wx'), read('wy'), read('xx'), read('xy'), read('yy')]
    const count = BigInt(n)
    // The sum of squares about the mean, n times; and that of y - R x, times x^2.
    const total = asNumber(y) / scale_y
    const ratio = (quotient(y, x) * scale_x) / scale_y
    const residuals = yy * x * x - 2n * xy * x * y + xx * y * y
    const ratioError = errorOf(n, residuals, x * x * one)
    const totalError = errorOf(n, count * yy * one - y * y, count * one * one)
    const turnover = turnovers.get(category)
    return {
      category,
      n,
      withoutWeight: Number(row.rows_used) - n,
      weights: asNumber(read('w')) / scale_weight,
      total,
      totalError: totalError === undefined ? undefined : totalError / scale_y,
      ratio,
      ratioRelativeError: ratioError === undefined ? undefined : ratioError / asNumber(y),
      population: turnover === undefined ? undefined : ratio * turnover,
    }
  })
  return told.sort((a, b) => byCategory(a.category, b.category))
}
