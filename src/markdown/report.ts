/** The guards, bound to this report's ledger, charts and tables. */
import type { Problem } from '../../scripts/index.ts'
import { charts } from '../charts/index.ts'
import { currentLedger } from '../current-ledger.ts'
import { tables } from '../tables/index.ts'
import { checkContent } from './check.ts'
import type { ProseContext } from './inspection.ts'
import { remarkNumbers } from './numbers.ts'

const context: ProseContext = {
  ledger: currentLedger,
  charts: new Set(Object.keys(charts)),
  tables: new Set(Object.keys(tables)),
}

/** Stops the rendering of a chapter that is not bound to the ledger, also while it is being written. */
export const remarkReport = () => remarkNumbers(context)

/** Every mistake in all chapters, found before anything is rendered. */
export const contentProblems = (root: string): Problem[] => checkContent(root, context)
