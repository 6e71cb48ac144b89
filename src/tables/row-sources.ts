/** The row sources that the report's extensions offer to its tables. */
import { site } from '#site'
import type { RowSources } from './row-source.ts'

export const rowSources: RowSources = Object.assign({}, ...(site.extensions ?? []).map((extension) => extension.rowSources ?? {}))
