/** Where the shops are: in a file, or on a server. */
import { type DuckdbSettings, openFile } from '../../../scripts/toolbox/scale-regression/duckdb.ts'
import type { Engine } from '../../../scripts/toolbox/scale-regression/engine.ts'

/** A URL opens a table of a server, anything else a file. */
export const openShops = async (source: string, settings: DuckdbSettings): Promise<Engine> => await openFile(source, settings)
