import { currentHelper } from '../build/current-helper.ts'
import { readCaptions } from '../chapters/captions.ts'
import { titlesIn } from '../current/chapters.ts'
import { currentLedger } from '../current/ledger.ts'
import { type ExportedFile, type ListedFile, listed, makeFiles } from './files.ts'

/** Makes every file of the report as it stands. */
export const makeCurrentFiles = (): Promise<readonly ExportedFile[]> => {
  const ledger = currentLedger()
  return makeFiles(ledger, { captions: readCaptions(ledger.root), titleOf: { zh: titlesIn('zh'), en: titlesIn('en') } })
}

/** What these files are called and weigh: a build has them made by its helper, which tells. */
export const currentFiles = async (): Promise<readonly ListedFile[]> => currentHelper()?.files ?? (await makeCurrentFiles()).map(listed)
