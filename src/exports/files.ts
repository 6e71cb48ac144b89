/** The files for other people's tools that are known before pages are: all but the ledger itself and its lineage. */

import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { ledgerJsonSchema } from '../../scripts/ledger/publish/ledger-schema.ts'
import { publish } from '../../scripts/ledger/publish/publish.ts'
import type { Bilingual } from '../../scripts/ledger/types.ts'
import { type DataFile, dataPackage } from './data-package.ts'
import { ledgerResources } from './ledger-resources.ts'
import { bytesOf } from './resource.ts'
import { type Names, tableResources } from './tables.ts'
import { workbook } from './workbook/workbook.ts'

export interface ExportedFile {
  /** Below the site's root. */
  readonly path: string
  readonly bytes: Uint8Array
  /** What a table of data is called. */
  readonly title?: Bilingual
}

/** What is told of such a file where pages list it. */
export interface ListedFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly title?: Bilingual
}

export const listed = ({ path, bytes, title }: ExportedFile): ListedFile => ({ path, size: bytes.length, ...(title ? { title } : {}) })

/** JSON for people and machines: a line for each value. */
export const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`)

/** Makes every file but `ledger.json` and `ro-crate-metadata.json`, the same bytes whenever the numbers and words are the same. */
export const makeFiles = async (ledger: Ledger, names: Names): Promise<readonly ExportedFile[]> => {
  const record = publish(ledger)
  const data = [...ledgerResources(record, ledger.data.units), ...tableResources(ledger, names)].map(
    (resource): DataFile => ({ resource, bytes: bytesOf(resource) }),
  )
  return [
    { path: 'ledger.xlsx', bytes: (await workbook(ledger, record)).bytes },
    { path: 'ledger.schema.json', bytes: json(ledgerJsonSchema(ledger.data)) },
    { path: 'datapackage.json', bytes: json(dataPackage(record, data)) },
    ...data.map(({ resource, bytes }) => ({ path: resource.path, bytes, title: resource.title })),
  ]
}
