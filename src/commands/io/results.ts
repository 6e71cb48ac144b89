/** What `npm run io` computes of a table, in one object: the shape that --json prints. */
import { Problem, Problems } from '../../../scripts/ledger/problem.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { aggregation } from '../../../scripts/toolbox/input-output/aggregation.ts'
import { bundleBand } from '../../../scripts/toolbox/input-output/bundle-band.ts'
import {
  bundleRange,
  type DigitRange,
  type MultiplierRanges,
  multiplierRanges,
} from '../../../scripts/toolbox/input-output/digit-ranges.ts'
import { embodiedEmployment, finalDemand } from '../../../scripts/toolbox/input-output/embodied-employment.ts'
import { type EmploymentMultipliers, employmentMultipliers } from '../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { mostInfluential } from '../../../scripts/toolbox/input-output/field-of-influence.ts'
import { type HouseholdAssumption, householdAccount, householdMultipliers } from '../../../scripts/toolbox/input-output/households.ts'
import { bundleLeakage, importLeakage } from '../../../scripts/toolbox/input-output/import-leakage.ts'
import type { SolvedInverse } from '../../../scripts/toolbox/input-output/inverse.ts'
import { ghoshInverse, leontiefInverse, technologyInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import { isKeySector, linkages } from '../../../scripts/toolbox/input-output/linkages.ts'
import { outputMultipliers } from '../../../scripts/toolbox/input-output/output-multipliers.ts'
import { InputOutputRefusal } from '../../../scripts/toolbox/input-output/refusal.ts'
import { type Decomposition, structuralDecomposition } from '../../../scripts/toolbox/input-output/structural-decomposition.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import type { Bundle } from './bundles.ts'
import type { Finding } from './finding.ts'
import type { ReadTable } from './read-table.ts'

/** Both ends; null where printed digits do not bound it. */
export type Range = readonly [low: number | null, high: number | null]

export interface SectorResult {
  readonly sector: string
  readonly code: string
  readonly output: number
  /** In the unit of the file. */
  readonly employment: number | null
  readonly output_multiplier: number | null
  readonly output_multiplier_range: Range | null
  /** Persons per unit of money of final demand; and what part of them is the sector’s own. */
  readonly simple: number | null
  readonly simple_range: Range | null
  readonly direct: number | null
  readonly type1: number | null
  readonly type1_range: Range | null
  readonly type2: number | null
  readonly type2_range: Range | null
  readonly indirect_per_direct: number | null
  readonly indirect_per_direct_range: Range | null
  /** Over the mean of all sectors; the sums themselves beside it. */
  readonly backward: number | null
  readonly backward_total: number | null
  readonly forward: number | null
  readonly forward_total: number | null
  readonly key_sector: boolean | null
  readonly import_leakage: number | null
  readonly import_leakage_range: Range | null
  /** Output multiplier of the technology, flows of both origins together; and with households closed, left out of the sum. */
  readonly output_multiplier_both_origins: number | null
  readonly output_multiplier_households: number | null
  /** Whether every range of the sector is reached at both ends. */
  readonly ranges_tight: boolean | null
}

export interface BundleResult {
  readonly bundle: string
  readonly demand: number
  readonly direct_employment: number | null
  readonly employment: number | null
  readonly indirect_per_direct: number | null
  readonly indirect_per_direct_range: Range | null
  readonly import_leakage: number | null
  readonly by_workplace: readonly { readonly sector: string; readonly employment: number }[]
}

export interface Asked {
  readonly bundles: readonly Bundle[]
  readonly influence?: number | undefined
  readonly key?: ReadonlyMap<string, string> | undefined
  readonly later?: ReadTable | undefined
  /** Of the messages of the balance. */
  readonly language?: Language | undefined
}

const finite = (value: number | undefined): number | null => (value === undefined || !Number.isFinite(value) ? null : value)
const rangeOf = (range: DigitRange | undefined, less = 0): Range | null =>
  range === undefined ? null : [finite(range.low - less), finite(range.high - less)]

/** Everything that hangs on the inverses of one table. */
interface Computed {
  readonly table: InputOutputTable
  readonly leontief: SolvedInverse
  readonly ghosh: SolvedInverse
  readonly technology: SolvedInverse | undefined
  readonly jobs: EmploymentMultipliers | undefined
  readonly ranges: MultiplierRanges
}

/** What an estimator refuses of the table, at the row of the sector that it blames. */
const placed = <Result>(read: ReadTable, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof InputOutputRefusal)) throw error
    const sector = read.laidOut.sectors.find(({ name }) => name === error.sectors[0]) ?? read.laidOut.sectors[0]
    const place = sector?.row.place ?? { file: read.laidOut.file, line: 1, column: 1 }
    throw new Problems([new Problem(error.message, place)])
  }
}

const attempted = <Result>(work: () => Result): Result | undefined => {
  try {
    return work()
  } catch (error) {
    if (error instanceof InputOutputRefusal) return undefined
    throw error
  }
}

/** The whole of it; throws Problems, at the row of the sector that is to blame, where a table cannot be computed with. */
export const computeIo = (read: ReadTable, asked: Asked): IoResult => placed(read, () => results(read, asked))

/** What --json prints. */
export type IoResult = ReturnType<typeof results>

const results = (read: ReadTable, asked: Asked) => {
  const { table, sectors, totals, employment } = read
  const leontief = leontiefInverse(table)
  const computed: Computed = {
    table,
    leontief,
    ghosh: ghoshInverse(table),
    // Technology may be unproductive where imports are large, and domestic multipliers still stand.
    technology: attempted(() => technologyInverse(table)),
    jobs: table.employment ? employmentMultipliers(table, leontief) : undefined,
    ranges: multiplierRanges(table),
  }
  const { ghosh, technology, jobs, ranges } = computed
  const output = outputMultipliers(leontief)
  const { backward, backwardTotal, forward, forwardTotal } = linkages(leontief, ghosh)
  const hasImports = table.imported.some((row) => row.some((flow) => flow !== 0)) || totals.imports.value !== 0
  const leakage = hasImports ? importLeakage(table, leontief) : undefined
  const bothOrigins = technology && outputMultipliers(technology)
  const account = attempted(() => householdAccount(table))
  const closed = account && attempted(() => householdMultipliers(table, account, leontief, jobs?.direct))
  const persons = employment?.persons ?? 1

  const sectorResults = sectors.map(({ name, code, at, output: made, employment: employed }): SectorResult => {
    const of = <Item>(items: readonly Item[] | undefined): Item | undefined => (at === null ? undefined : items?.[at])
    const told = [of(ranges.output), of(ranges.simple), of(ranges.typeI), of(ranges.typeII), of(ranges.leakage)]
    return {
      sector: name,
      code,
      output: made,
      employment: employed === null ? null : employed / persons,
      output_multiplier: finite(of(output)),
      output_multiplier_range: rangeOf(of(ranges.output)),
      direct: finite(of(jobs?.direct)),
      simple: finite(of(jobs?.simple)),
      simple_range: rangeOf(of(ranges.simple)),
      type1: finite(of(jobs?.typeI)),
      type1_range: rangeOf(of(ranges.typeI)),
      type2: jobs ? finite(of(closed?.typeII)) : null,
      type2_range: rangeOf(of(ranges.typeII)),
      indirect_per_direct: finite(of(jobs?.indirectPerDirect)),
      indirect_per_direct_range: rangeOf(of(ranges.typeI), 1),
      backward: finite(of(backward)),
      backward_total: finite(of(backwardTotal)),
      forward: finite(of(forward)),
      forward_total: finite(of(forwardTotal)),
      key_sector: at === null ? null : isKeySector({ backward, backwardTotal, forward, forwardTotal }, at),
      import_leakage: finite(of(leakage)),
      import_leakage_range: leakage ? rangeOf(of(ranges.leakage)) : null,
      output_multiplier_both_origins: finite(of(bothOrigins)),
      output_multiplier_households: finite(of(closed?.output)),
      ranges_tight: at === null ? null : told.every((range) => range === undefined || range.tight),
    }
  })

  const bundles = asked.bundles.map((bundle) => bundleResult(bundle, computed, leakage, persons))
  const all =
    table.finalUses.length > 0
      ? bundleResult({ name: 'all', of: { uses: table.finalUses.map(({ name }) => name) } }, computed, leakage, persons)
      : undefined
  const consuming = table.finalUses
    .filter(({ kind }) => kind === 'household' || kind === 'government' || kind === 'consumption')
    .map(({ name }) => name)
  const consumption =
    consuming.length > 0 ? bundleResult({ name: 'consumption', of: { uses: consuming } }, computed, leakage, persons) : undefined
  const band = jobs && attempted(() => bundleBand(table.sectors, jobs))
  const intermediate = totals.intermediateUse.value
  const domesticFinal = totals.domesticFinalUse.value
  const employed = table.employment?.reduce((sum, each) => sum + each, 0)
  const ratio = (upper: number, lower: number): number | null => (lower === 0 ? null : upper / lower)
  const uniform = ratio(totals.grossOutput.value, domesticFinal)
  return {
    table: {
      file: read.laidOut.file,
      layout: read.laidOut.layout,
      sectors: sectors.length,
      unit: read.laidOut.unit ?? null,
      employment_unit: employment ? unitOfEmployment(employment.persons) : null,
      persons_per_employment: employment?.persons ?? null,
      output_from: read.outputFrom,
      imports: table.importsAre === 'proportional' ? 'proportional' : hasImports ? 'separate' : 'none',
      final_uses: table.finalUses.map(({ name, kind }) => ({ name, kind })),
    },
    sectors: sectorResults,
    totals: {
      intermediate_use: intermediate,
      domestic_intermediate_use: totals.domesticIntermediateUse.value,
      imported_intermediate_use: intermediate - totals.domesticIntermediateUse.value,
      final_use: totals.finalUse.value,
      domestic_final_use: domesticFinal,
      imported_final_use: totals.finalUse.value - domesticFinal,
      imports: totals.imports.value,
      gross_output: totals.grossOutput.value,
      employment: employed === undefined ? null : employed / persons,
      employment_persons: employed ?? null,
      intermediate_per_final_use: ratio(intermediate, totals.finalUse.value),
      uniform_labour_multiplier: uniform === null ? null : uniform - 1,
      indirect_per_direct: all?.indirect_per_direct ?? null,
      indirect_per_direct_range: all?.indirect_per_direct_range ?? null,
      indirect_per_direct_consumption: consumption?.indirect_per_direct ?? null,
      indirect_per_direct_consumption_range: consumption?.indirect_per_direct_range ?? null,
      band: band ? { low: band.low, high: finite(band.high), low_sector: band.lowSector, high_sector: band.highSector } : null,
      import_leakage: all?.import_leakage ?? null,
      residual_leontief: leontief.residual,
      residual_ghosh: ghosh.residual,
      residual_both_origins: technology?.residual ?? null,
      residual_households: closed?.residual ?? null,
      condition: leontief.condition,
      households: account ? assumptionResult(account.assumption) : null,
      rows_within: read.balance.filter(({ kind, within }) => kind === 'row' && within).length,
      rows_beyond: read.balance.filter(({ kind, within }) => kind === 'row' && within === false).length,
    },
    bundles,
    influence: asked.influence === undefined ? undefined : mostInfluential(table, leontief, asked.influence, 'outputElasticity'),
    aggregation: asked.key && aggregationResult(table, asked.key),
    decomposition: asked.later && decompositionResult(structuralDecomposition(table, asked.later.table), persons),
    balance: read.balance.map((finding) => findingResult(finding, asked.language ?? 'en')),
  }
}

const unitOfEmployment = (persons: number): string => (persons === 1 ? 'persons' : `${persons.toLocaleString('en')} persons`)

const assumptionResult = (assumption: HouseholdAssumption) => ({
  income: assumption.income,
  spending: assumption.spending,
  uses: assumption.uses,
  total_income: assumption.totalIncome,
  total_spending: assumption.totalSpending,
  domestic_spending_per_income: assumption.domesticSpendingPerIncome,
})

/** The domestic products of a bundle, and what it embodies; employment in the unit of the file. */
const bundleResult = (
  { name, of }: Bundle,
  { table, leontief, jobs }: Computed,
  leakage: readonly number[] | undefined,
  persons: number,
): BundleResult => {
  const amounts = 'uses' in of ? finalDemand(table, of.uses) : of.amounts
  const uses = 'uses' in of ? table.finalUses.filter((use) => of.uses.includes(use.name)) : []
  const abroad = table.sectors.map((_, sector) => uses.reduce((sum, use) => sum + (use.imported[sector] ?? 0), 0))
  const held = jobs && embodiedEmployment(table, leontief, jobs, amounts)
  const leaked = leakage && bundleLeakage(leakage, table.sectors, amounts, abroad)
  return {
    bundle: name,
    demand: amounts.reduce((sum, amount) => sum + amount, 0),
    direct_employment: held ? held.direct / persons : null,
    employment: held ? held.employment / persons : null,
    indirect_per_direct: finite(held?.indirectPerDirect),
    indirect_per_direct_range: held?.indirectPerDirect === undefined ? null : rangeOf(bundleRange(table, of), 1),
    import_leakage: finite(leaked?.share),
    by_workplace: held ? table.sectors.map((sector, index) => ({ sector, employment: (held.byWorkplace[index] ?? 0) / persons })) : [],
  }
}

const aggregationResult = (table: InputOutputTable, key: ReadonlyMap<string, string>) => {
  const { groups, all } = aggregation(table, key)
  return {
    groups: groups.map(({ group, sectors, aggregated, detailed }) => ({
      group,
      sectors,
      aggregated: { output_multiplier: aggregated.outputMultiplier, indirect_per_direct: finite(aggregated.indirectPerDirect) },
      detailed: { output_multiplier: detailed.outputMultiplier, indirect_per_direct: finite(detailed.indirectPerDirect) },
    })),
    all: { aggregated: finite(all.aggregated), detailed: finite(all.detailed) },
  }
}

const decompositionResult = (moved: Decomposition, persons: number) => {
  const inUnit = (amount: number): number => amount / persons
  const named = ({ labour, technology, mix, level }: Record<'labour' | 'technology' | 'mix' | 'level', number>) => ({
    labour: inUnit(labour),
    technology: inUnit(technology),
    mix: inUnit(mix),
    level: inUnit(level),
  })
  return {
    totals: { ...named(moved.totals), change: inUnit(moved.totals.change) },
    unexplained: inUnit(moved.unexplained),
    polar: moved.polar.map(named),
    sectors: moved.sectors.map((sector, index) => ({
      sector,
      ...named({
        labour: moved.labour[index] ?? 0,
        technology: moved.technology[index] ?? 0,
        mix: moved.mix[index] ?? 0,
        level: moved.level[index] ?? 0,
      }),
      change: inUnit(moved.change[index] ?? 0),
    })),
  }
}

/** A finding as --json prints it. */
const findingResult = ({ message, problem: _, ...finding }: Finding, language: Language): object => ({
  ...finding,
  message: message[language],
})

/** Problems as --json prints them, with what of the balance was known. */
export const problemsResult = (list: readonly Problem[], balance: readonly Finding[], language: Language): object => ({
  problems: list.map(({ what, place, expected, message }) => ({ ...place, what, expected: expected ?? null, message })),
  balance: balance.map((finding) => findingResult(finding, language)),
})
