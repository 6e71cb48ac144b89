import { reportLedger } from '../../scripts/ledger/index.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'

/**
 * The one ledger of a process. In a build it is computed once in each, in plain Node, before Astro renders anything; pages
 * and remark plugins are bundled apart and meet here by reference.
 */
const key = Symbol.for('report.ledger')
const room = globalThis as { [key]?: Ledger }

export const currentLedger = (): Ledger => (room[key] ??= reportLedger())

/** Puts a newly computed ledger in the place of the last one. */
export const replaceLedger = (ledger: Ledger): void => {
  room[key] = ledger
}
