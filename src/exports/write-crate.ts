/** Writes the lineage of a built site, when all its other files stand. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { LedgerRecord } from '../../scripts/ledger/publish/record.ts'
import { fingerprint } from './fingerprint.ts'
import { type CrateFile, crateText, researchCrate } from './research-crate.ts'

const files: readonly Omit<CrateFile, 'bytes' | 'sha256'>[] = [
  { path: 'ledger.json', name: 'Every figure and every check', type: 'application/json' },
  { path: 'ledger.schema.json', name: 'The shape of ledger.json, as JSON Schema', type: 'application/schema+json' },
  {
    path: 'ledger.xlsx',
    name: 'Every figure as a live formula',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { path: 'datapackage.json', name: 'What every CSV file holds, as a Frictionless Data Package', type: 'application/json' },
  { path: 'references.bib', name: 'All cited works, as BibTeX', type: 'application/x-bibtex' },
]

interface Package {
  readonly resources: readonly { readonly path: string; readonly title: string }[]
}

/** `folder` is the built site; its data package says which CSV files there are. */
export const writeCrate = (folder: string, ledger: LedgerRecord): void => {
  const { resources }: Package = JSON.parse(readFileSync(`${folder}/datapackage.json`, 'utf8'))
  const all = [...files, ...resources.map(({ path, title }) => ({ path, name: title, type: 'text/csv' }))].filter(({ path }) =>
    existsSync(`${folder}/${path}`),
  )
  const crate = researchCrate(
    ledger,
    all.map((file): CrateFile => {
      const bytes = readFileSync(`${folder}/${file.path}`)
      return { ...file, bytes: bytes.length, sha256: fingerprint(bytes) }
    }),
  )
  writeFileSync(`${folder}/ro-crate-metadata.json`, crateText(crate))
}
