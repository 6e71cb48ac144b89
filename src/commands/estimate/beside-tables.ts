/** What was asked for beside the lines, for people. */
import type { Language } from '../../../scripts/ledger/types.ts'
import type { Beside } from './beside.ts'
import { decimals, headed, persons, range, significant } from './tables.ts'
import { words } from './words.ts'

export const besideTables = ({ cluster, population, expansion, bootstrap }: Beside, language: Language, width: number): string[] => {
  const say = words[language]
  const tables: string[] = []
  if (cluster) {
    const rows = [...cluster.errors].map(([category, { clusters, rowsWithout, factor, errors }]) => [
      category,
      persons(clusters),
      persons(rowsWithout),
      decimals(factor),
      significant(errors?.p1),
      significant(errors?.p0),
    ])
    tables.push(say.clusteredBy(cluster.by), headed(say.clusters, rows, width))
  }
  if (population) {
    const rows = population.map((each) => [
      each.category ?? say.none,
      persons(each.shops),
      persons(each.leftOut),
      persons(each.employment),
      persons(each.employmentSmeared),
      range(each.intervalOfMean),
      range(each.intervalOfNew),
      each.beyond ? { text: say.beyond, colour: 'yellow' as const } : '',
    ])
    tables.push(say.ofPopulation, headed(say.population, rows, width))
  }
  if (expansion) {
    const rows = expansion.map((each) => [
      each.category,
      persons(each.n),
      persons(each.withoutWeight),
      persons(each.weights),
      persons(each.total),
      persons(each.totalError),
      significant(each.ratio),
      persons(each.population),
      persons(
        each.population === undefined || each.ratioRelativeError === undefined ? undefined : each.population * each.ratioRelativeError,
      ),
    ])
    tables.push(say.ofWeights, headed(say.expansion, rows, width))
  }
  if (bootstrap) {
    const rows = [...bootstrap.of].map(([category, each]) => [
      category,
      persons(each.replicates - each.withoutLine),
      significant(each.slopeError),
      range(each.slopes, decimals),
      persons(each.sumError),
      range(each.sums),
    ])
    tables.push(say.ofBootstrap(bootstrap.seed), headed(say.bootstrap, rows, width))
  }
  return tables
}
