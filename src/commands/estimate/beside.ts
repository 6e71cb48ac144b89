/** What a person asks for beside the lines: clustered errors, a population, design weights, the bootstrap. */
import { UsageProblem } from '../../../scripts/ledger/problem.ts'
import { type Bootstrapped, bootstrap } from '../../../scripts/toolbox/scale-regression/bootstrap.ts'
import { type Clustered, clusterShops } from '../../../scripts/toolbox/scale-regression/clusters.ts'
import { findColumn, numberColumn, type Role } from '../../../scripts/toolbox/scale-regression/columns.ts'
import { Cancelled, type Engine } from '../../../scripts/toolbox/scale-regression/engine.ts'
import type { CategoryEstimate } from '../../../scripts/toolbox/scale-regression/estimate.ts'
import { type Expansion, expandShops } from '../../../scripts/toolbox/scale-regression/expansion.ts'
import { estimatePopulation, type PopulationEstimate } from '../../../scripts/toolbox/scale-regression/population.ts'
import { logarithmRows, type Shops } from '../../../scripts/toolbox/scale-regression/statements.ts'

export interface Asked {
  readonly cluster?: string | undefined
  readonly weights?: string | undefined
  readonly population?: Engine | undefined
  readonly columns: Readonly<Partial<Record<Role, string>>>
  readonly replicates?: number | undefined
  readonly seed: number
  /** Whether a person has stopped the work. */
  readonly stopped?: () => boolean
}

export interface Beside {
  readonly cluster?: { readonly by: string; readonly errors: ReadonlyMap<string, Clustered> }
  readonly population?: readonly PopulationEstimate[]
  readonly expansion?: readonly Expansion[]
  readonly bootstrap?: { readonly seed: number; readonly of: ReadonlyMap<string, Bootstrapped> }
}

/** Rows that the bootstrap holds in memory. */
const mostRows = 5_000_000

/** A list of numbers that grows. */
class Growing {
  #values = new Float64Array(1024)
  #length = 0

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(2 * this.#length)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length] = value
    this.#length += 1
  }

  get values(): Float64Array {
    return this.#values.subarray(0, this.#length)
  }
}

const bootstrapShops = async (
  engine: Engine,
  shops: Shops,
  estimates: readonly CategoryEstimate[],
  replicates: number,
  { seed, stopped }: Asked,
): Promise<ReadonlyMap<string, Bootstrapped>> => {
  const rows = estimates.reduce((sum, { n }) => sum + n, 0)
  if (!engine.stream) throw new UsageProblem('--bootstrap needs the rows, and a server keeps them', 'a file of CSV or Parquet')
  if (rows > mostRows) throw new UsageProblem(`--bootstrap holds the rows in memory, and ${rows} are too many`, `no more than ${mostRows}`)
  const pairs = new Map<string, { readonly u: Growing; readonly w: Growing }>()
  for (const { category, fitted } of estimates) if (fitted && category !== null) pairs.set(category, { u: new Growing(), w: new Growing() })
  for await (const chunk of engine.stream(logarithmRows(shops)))
    for (const { shop_category, u, w } of chunk) {
      const pair = pairs.get(String(shop_category))
      pair?.u.add(Number(u))
      pair?.w.add(Number(w))
    }
  const found = new Map<string, Bootstrapped>()
  for (const [stratum, [category, { u, w }]] of [...pairs].entries()) {
    const told = bootstrap({ u: u.values, w: w.values }, { replicates, seed, stratum })
    if (told) found.set(category, told)
    // Between categories a signal is heard.
    await new Promise((resume) => setImmediate(resume))
    if (stopped?.()) throw new Cancelled('the work was stopped')
  }
  return found
}

/** All that is asked for, in readings of their own. */
export const readBeside = async (engine: Engine, shops: Shops, estimates: readonly CategoryEstimate[], asked: Asked): Promise<Beside> => {
  const { cluster, weights, population, columns, replicates, seed } = asked
  const clusterColumn = cluster === undefined ? undefined : findColumn(engine, cluster, 'clusters')
  const weightColumn = weights === undefined ? undefined : numberColumn(engine, weights, 'weights')
  const told = population && {
    dialect: population.dialect,
    table: population.table,
    thousands: shops.thousands,
    category: findColumn(population, columns.category ?? 'category', 'the category', 'category'),
    turnover: numberColumn(population, columns.turnover ?? 'turnover', 'turnover', 'turnover'),
  }
  const clustered = clusterColumn && { by: clusterColumn.name, errors: await clusterShops(engine, shops, clusterColumn, estimates) }
  const ofPopulation = told && (await estimatePopulation(population, told, estimates))
  const turnovers = new Map(
    ofPopulation?.flatMap(({ category, turnover }) => (category === null || turnover === undefined ? [] : [[category, turnover] as const])),
  )
  const expansion = weightColumn && (await expandShops(engine, shops, weightColumn, turnovers))
  const drawn = replicates === undefined ? undefined : { seed, of: await bootstrapShops(engine, shops, estimates, replicates, asked) }
  return {
    ...(clustered ? { cluster: clustered } : {}),
    ...(ofPopulation ? { population: ofPopulation } : {}),
    ...(expansion ? { expansion } : {}),
    ...(drawn ? { bootstrap: drawn } : {}),
  }
}
