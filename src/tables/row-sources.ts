/** The row sources that this report's extensions offer to its tables. */
import { rowSources as cases } from '../report/cases/tables.ts'
import type { RowSources } from './row-source.ts'

export const rowSources: RowSources = cases
