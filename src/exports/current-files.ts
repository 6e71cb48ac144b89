import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { readCaptions } from '../chapters/captions.ts'
import { titlesIn } from '../current/chapters.ts'
import { currentLedger } from '../current/ledger.ts'
import { type ExportedFile, makeFiles } from './files.ts'

/** Files are made once for a ledger, for the pages that list them and the addresses that serve them. */
const made = new WeakMap<Ledger, Promise<readonly ExportedFile[]>>()

export const currentFiles = (): Promise<readonly ExportedFile[]> => {
  const ledger = currentLedger()
  const known = made.get(ledger)
  // While the report is written, a table’s file changes without the ledger.
  if (known && import.meta.env.PROD) return known
  const files = (async () =>
    makeFiles(ledger, {
      captions: readCaptions(ledger.root),
      titleOf: { zh: titlesIn('zh'), en: titlesIn('en') },
    }))()
  made.set(ledger, files)
  return files
}

/** One file as a page's address serves it. */
export const respond = async (path: string, type: string): Promise<Response> => {
  const file = (await currentFiles()).find((each) => each.path === path)
  return file
    ? new Response(file.bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } })
    : new Response(null, { status: 404 })
}
