/** Cited works as an author writes them, for tests of whatever reads them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { readSources } from '../../../scripts/ledger/data/read-sources.ts'
import type { SourceRecord } from '../../../scripts/ledger/publish/record.ts'

/** The works of a sources.yaml. */
export const worksIn = (yaml: string): readonly SourceRecord[] => {
  const root = mkdtempSync(`${tmpdir()}/sources-`)
  try {
    mkdirSync(`${root}/data`)
    writeFileSync(`${root}/data/sources.yaml`, yaml)
    return readSources(root).sources
  } finally {
    rmSync(root, { recursive: true })
  }
}
export const person = (family: string, zh?: string): string => `{ family: ${family}, given: Ann${zh ? `, zh: ${zh}` : ''} }`
export const article = (id: string, title: string, ...authors: readonly string[]): string =>
  `${id}: { group: literature, type: article, language: en, authors: [${authors.join(', ')}], title: { en: ${title} }, container: Tides, year: "2019" }\n`
