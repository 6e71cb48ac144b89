import type { z } from 'zod'
import type { ledgerSchema } from './ledger-schema.ts'

/** What `dist/ledger.json` publishes. Its schema says the shape, and what every field means. */
export type LedgerRecord = ReadOnly<z.infer<typeof ledgerSchema>>

/** One number of the report. */
export type FigureRecord = LedgerRecord['figures'][number]
export type FigureKind = FigureRecord['kind']

/** A printed result held against its figure. Numbers are in the unit of `printed`. */
export type CheckRecord = LedgerRecord['checks'][number]

/** A cited work: what a citation style needs of it. */
export type SourceRecord = LedgerRecord['sources'][number]
/** A person, or a body under its name in each language. */
export type Name = SourceRecord['creators'][number]
/** Words that both languages share, or that each has its own of. */
export type Words = NonNullable<SourceRecord['container']>

/** A place where a source disagrees with itself or with another. */
export type ConflictRecord = LedgerRecord['conflicts'][number]

/** A sentence of a page that shows figures or whose words rest on them, as its reader sees it; a row of a table is one. */
export type SentenceRecord = NonNullable<LedgerRecord['sentences']>[number]

type ReadOnly<T> = T extends object ? { readonly [Key in keyof T]: ReadOnly<T[Key]> } : T
