/** Equation 2.5 over a population of which only the turnovers are known, by the lines of the shops that a file has. */

import { DatabaseProblem, type Engine } from './engine.ts'
import { byCategory, type CategoryEstimate, changed, fitTermsOf } from './estimate.ts'
import { asNumber, finestOfIntegers, type Grid, powerAbove } from './exact-sums.ts'
import { answered, mostTries, scaleOf, within } from './first-reading.ts'
import { interval, predict } from './prediction.ts'
import { populationCounts, populationSums, type Turnovers } from './statements.ts'

export interface PopulationEstimate {
  readonly category: string | null
  /** Shops whose turnover can be used, and those that are left out: no turnover above nought, or no line of their category. */
  readonly shops: number
  readonly leftOut: number
  readonly turnover: number | undefined
  readonly employment: number | undefined
  readonly employmentSmeared: number | undefined
  /** Where 95 of 100 smeared sums lie, and the employees of these very shops. */
  readonly intervalOfMean: readonly [number, number] | undefined
  readonly intervalOfNew: readonly [number, number] | undefined
  /** Whether turnovers lie beyond those that the line was fitted to. */
  readonly beyond: boolean
}

export const estimatePopulation = async (
  engine: Engine,
  shops: Turnovers,
  estimates: readonly CategoryEstimate[],
): Promise<readonly PopulationEstimate[]> => {
  const counts = await engine.run(populationCounts(shops))
  const fittedBy = new Map(estimates.flatMap(({ category, fitted }) => (fitted && category !== null ? [[category, fitted] as const] : [])))
  const found = counts.flatMap((row) => {
    const fitted = fittedBy.get(String(row.shop_category))
    const used = Number(row.rows_used)
    if (!fitted || row.shop_category === null || used === 0) return []
    const { line, constants } = fitted.fit
    const ends = [Number(row.least_x), Number(row.most_x)] as const
    const farthest = Math.max(...ends.map((end) => (1 - line.p1) * (Math.log(end) - line.meanU)))
    return [
      {
        category: String(row.shop_category),
        used,
        fitted,
        beyond: ends[0] < fitted.fit.reading.least || ends[1] > fitted.fit.reading.most,
        values: {
          mean_u: constants.mean_u,
          slope: constants.slope,
          scale_z: constants.scale_z,
          scale_m: 2 ** -Math.ceil(farthest / Math.LN2),
          scale_x: scaleOf(ends[1]),
        },
        z: Math.max(...ends.map((end) => Math.abs(Math.log(end) - line.meanU) * constants.scale_z)),
      },
    ]
  })
  const sums = await readSums(engine, shops, found)
  const told = counts.map((row): PopulationEstimate => {
    const category = row.shop_category === null || row.shop_category === undefined ? null : String(row.shop_category)
    const each = found.find((one) => one.category === category)
    const sum = each && sums.get(each.category)
    const all = Number(row.rows_all)
    if (!each || !sum)
      return {
        category,
        shops: 0,
        leftOut: all,
        turnover: undefined,
        employment: undefined,
        employmentSmeared: undefined,
        intervalOfMean: undefined,
        intervalOfNew: undefined,
        beyond: false,
      }
    const { fitted, used, values } = each
    const heads = Math.exp(fitted.line.meanU - fitted.line.meanV) / values.scale_m
    const employment = heads * sum.m
    const terms = fitTermsOf(fitted)
    const prediction =
      terms && predict(terms, { sum: employment, distances: (heads * sum.mz) / values.scale_z, squares: heads ** 2 * sum.mm })
    return {
      category,
      shops: used,
      leftOut: all - used,
      turnover: sum.x / values.scale_x,
      employment,
      employmentSmeared: employment * fitted.smearing,
      intervalOfMean: prediction && interval(prediction.total, prediction.relativeError),
      intervalOfNew: prediction && interval(prediction.total, prediction.relativeErrorOfNew),
      beyond: each.beyond,
    }
  })
  return told.sort((a, b) => byCategory(a.category, b.category))
}

interface Found {
  readonly category: string
  readonly used: number
  readonly values: Readonly<Record<'mean_u' | 'slope' | 'scale_z' | 'scale_m' | 'scale_x', number>>
  readonly z: number
}

type Sums = Readonly<Record<'m' | 'mz' | 'mm' | 'x', number>>

const readSums = async (engine: Engine, shops: Turnovers, found: readonly Found[]): Promise<ReadonlyMap<string, Sums>> => {
  if (found.length === 0) return new Map()
  const rows = Math.max(1, powerAbove(Math.max(...found.map(({ used }) => used))))
  const z = Math.max(0, powerAbove(Math.max(Number.MIN_VALUE, ...found.map((each) => each.z))))
  const of = (name: keyof Found['values']) => found.map(({ values }) => values[name])
  const constants = {
    categories: found.map(({ category }) => category),
    values: { mean_u: of('mean_u'), slope: of('slope'), scale_z: of('scale_z'), scale_m: of('scale_m'), scale_x: of('scale_x') },
  }
  for (let spare = 1; spare < mostTries; spare += 1) {
    const grid = (bits: number): Grid => ({ place: finestOfIntegers(bits + spare), each: bits + spare, total: bits + spare + rows, rows })
    const grids = { m: grid(0), mz: grid(z), mm: grid(0), x: grid(0) }
    const answer = await answered(engine, populationSums(shops, constants, grids))
    const read = answer?.map((row) => ({
      category: String(row.shop_category),
      used: Number(row.rows_used),
      sums: Object.fromEntries(
        Object.entries(grids).map(([name, each]) => [name, engine.dialect.exactSum.read(row, `sum_${name}`, each)]),
      ) as Record<keyof Sums, bigint | undefined>,
    }))
    if (!read?.every(({ sums }) => (['m', 'mz', 'mm', 'x'] as const).every((name) => within(sums[name], grids[name].total)))) continue
    if (read.length !== found.length || read.some(({ category, used }) => found.find((each) => each.category === category)?.used !== used))
      throw changed(engine)
    return new Map(
      read.map(({ category, sums }) => [
        category,
        { m: asNumber(sums.m ?? 0n), mz: asNumber(sums.mz ?? 0n), mm: asNumber(sums.mm ?? 0n), x: asNumber(sums.x ?? 0n) },
      ]),
    )
  }
  throw new DatabaseProblem(engine.source, 'the sums of its turnovers overflow', 'turnovers near those of the shops')
}
