/** The table of contents: every estimate, in reading order. */
import { fileURLToPath } from 'node:url'
import { cateringAndFilm } from './estimates/alibaba-2020/catering-and-film.ts'
import { coding } from './estimates/alibaba-2020/coding.ts'
import { entertainment } from './estimates/alibaba-2020/entertainment.ts'
import { headCounts } from './estimates/alibaba-2020/head-counts.ts'
import { infrastructure } from './estimates/alibaba-2020/infrastructure.ts'
import { multiplier } from './estimates/alibaba-2020/multiplier.ts'
import { retail, retailCategories } from './estimates/alibaba-2020/retail.ts'
import { riders } from './estimates/alibaba-2020/riders.ts'
import { total } from './estimates/alibaba-2020/total.ts'
import { assistance } from './estimates/cases/assistance.ts'
import { betterment } from './estimates/cases/betterment.ts'
import { creditSystem } from './estimates/cases/credit-system.ts'
import { digitalization } from './estimates/cases/digitalization.ts'
import { effects } from './estimates/cases/effects.ts'
import { empowerment } from './estimates/cases/empowerment.ts'
import { flexibilization } from './estimates/cases/flexibilization.ts'
import { sectorMultipliers } from './estimates/nbs-2017/sector-multipliers.ts'
import { fullTime } from './estimates/objections/full-time.ts'
import { objections } from './estimates/objections/objections.ts'
import { followed } from './estimates/tables/follows.ts'
import { computeLedger, type Draft, draftLedger, type Estimate, type Ledger } from './ledger/ledger.ts'

export const estimates = [
  multiplier,
  retail,
  riders,
  cateringAndFilm,
  headCounts,
  entertainment,
  infrastructure,
  total,
  sectorMultipliers,
  objections,
  fullTime,
  assistance,
  betterment,
  creditSystem,
  digitalization,
  empowerment,
  flexibilization,
  effects,
  coding,
  followed,
] satisfies readonly Estimate[]

/** The project's folder, as a path without a closing slash. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** Computes the ledger of this report; `root` is where `data/` and `scripts/` stand. */
export const reportLedger = (root: string = projectRoot): Ledger => computeLedger(root, estimates)

/** The same before every verdict has its reason: what a change does can be seen while it is made. */
export const reportDraft = (root: string = projectRoot): Draft => draftLedger(root, estimates)

/** The browser for what only a browser can do; loaded when it is asked for, since pages are built without one. */
export const browserTools = () => import('./commands/chromium.ts')

export { commandLine } from './commands/arguments.ts'
export { run } from './commands/run.ts'
export { localAddress, publishedAt, siteAddress } from './commands/site-address.ts'
export type { Figure } from './ledger/compute.ts'
export * from './ledger/conflict-types.ts'
export * from './ledger/contents-types.ts'
export { type Claim, printedText, type Table, type Term } from './ledger/data.ts'
export * from './ledger/dependence.ts'
export { type Distance, distanceOf, printedValue } from './ledger/distance.ts'
export { editorSchemas } from './ledger/editor-schemas.ts'
export { evaluateExactly } from './ledger/exact.ts'
export { fingerprints } from './ledger/fingerprints.ts'
export { format, formatIn, plainNumber } from './ledger/format.ts'
export { type FormulaSource, parseTypeScript } from './ledger/formula.ts'
export * from './ledger/ledger.ts'
export { ledgerJsonSchema } from './ledger/ledger-schema.ts'
export { locatorText } from './ledger/locator.ts'
export * from './ledger/model-types.ts'
export { Complaints, expectedNames, nearest, Problem, Problems, UsageProblem } from './ledger/problem.ts'
export { camelCase } from './ledger/read-model.ts'
export { nameIn, readSources, wordsIn } from './ledger/read-sources.ts'
export { readText } from './ledger/read-text.ts'
export { rememberYaml } from './ledger/read-yaml.ts'
export * from './ledger/sensitivity.ts'
export * from './ledger/types.ts'
export { factorOf } from './ledger/units.ts'
export { lineAt, yamlFault } from './ledger/yaml-faults.ts'
export { labourContent } from './methods/leontief.ts'
export { retailCategories }
