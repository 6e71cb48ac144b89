/** Where the shops are: in a file, or on a server. */
import { type DuckdbSettings, openFile } from '../../../scripts/toolbox/scale-regression/duckdb.ts'
import type { Engine } from '../../../scripts/toolbox/scale-regression/engine.ts'
import { openServer } from '../../../scripts/toolbox/scale-regression/open-server.ts'
import { isServerUrl } from '../../../scripts/toolbox/scale-regression/server-address.ts'

export interface SourceSettings extends DuckdbSettings {
  /** Which table of a server, where its URL does not say. */
  readonly table?: string
}

/** A URL opens a table of a server, anything else a file. */
export const openShops = async (source: string, { table, ...settings }: SourceSettings): Promise<Engine> =>
  isServerUrl(source) ? await openServer(source, { table, environment: process.env }) : await openFile(source, settings)
