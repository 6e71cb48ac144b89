/** The files of the report's own ledger, made once for the tests of one process. */
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import { readCaptions } from '../../../src/chapters/captions.ts'
import { makeFiles } from '../../../src/exports/files.ts'
import type { Names } from '../../../src/exports/tables.ts'
import { ledger } from '../estimates/support.ts'

export { ledger }
export const record = publish(ledger)
export const names: Names = { captions: readCaptions(projectRoot), titleOf: { zh: (slug) => slug, en: (slug) => slug } }

export const files = makeFiles(ledger, names)

export const file = async (path: string): Promise<Uint8Array> => {
  const found = (await files).find((each) => each.path === path)
  if (!found) throw new Error(`there is no ${path}`)
  return found.bytes
}

export const text = async (path: string): Promise<string> => new TextDecoder().decode(await file(path))
