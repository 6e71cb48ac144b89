/** The row sources that the report's extensions offer to its tables. */
import { site } from '#site'
import type { TableSources } from './table-source.ts'

export const tableSources: TableSources = Object.assign({}, ...(site.extensions ?? []).map((extension) => extension.tableSources ?? {}))
