/** The ledger of this report, and the folder that it stands in. */
import { fileURLToPath } from 'node:url'
import { report } from '#report'
import { rememberYaml } from './data/read-yaml.ts'
import { rememberFigures } from './figures/remembered.ts'
import { computeLedger, type Draft, draftLedger, type Ledger } from './ledger.ts'

/**
 * The project's folder, as a path without a closing slash. Pages ask `currentLedger().root` instead: once they are bundled, this
 * file lies elsewhere.
 */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Computes the ledger of this report; `root` is where `data/` and `scripts/` stand. */
export const reportLedger = (root: string = projectRoot): Ledger => computeLedger(root, report)

/** The same before every verdict has its reason: what a change does can be seen while it is made. */
export const reportDraft = (root: string = projectRoot): Draft => draftLedger(root, report)

/**
 * From here on what has not changed is neither read nor worked out again, as while the report is written. With the ledger,
 * because a server that loads the scripts anew has a memory of its own.
 */
export const remember = (): void => {
  rememberYaml()
  rememberFigures()
}
