import type { Conflict } from './conflict-types.ts'
import type { SourcePart } from './contents-types.ts'
import type { Locator } from './locator.ts'
import type { Model } from './model-types.ts'
import type { CsvFile } from './read-csv.ts'
import type { Bilingual, Cause, Place, Qualifier, Scope, SourceRecord } from './types.ts'

/** A value as a source prints it, or an assumption of ours. */
export interface Input {
  readonly id: string
  readonly kind: 'cited' | 'assumed'
  readonly source: string
  /** Digits as printed. */
  readonly digits: string
  readonly as?: string
  readonly qualifier?: Qualifier
  readonly unit: string
  readonly scope: Scope
  readonly label: Bilingual
  readonly note?: Bilingual
  readonly locator?: Locator
  readonly place: Place
  /** The grid of cells it belongs to, where it is one of hundreds and not told one by one. */
  readonly grid?: string
  /** What the row of its table is called, where it is a cell of one. */
  readonly row?: Bilingual
}

/** What a source prints as its result for a figure. */
export interface Claim {
  readonly id: string
  readonly figure: string
  readonly source: string
  readonly digits: string
  readonly as?: string
  readonly qualifier?: Qualifier
  readonly unit: string
  readonly scope?: Partial<Scope>
  readonly locator: Locator
  readonly withheld: boolean
  readonly cause?: Cause
  readonly reason?: Bilingual
  readonly place: Place
  /** Where the group of claims on the same figure begins. */
  readonly group: Place
}

/** A transcribed table: its cells as printed and, for tables of words, what they say in both languages. */
export interface Table {
  readonly id: string
  readonly source: string
  readonly number: string
  readonly locator: Locator
  readonly csv: CsvFile
  readonly words: Readonly<Record<string, Bilingual>>
  readonly place: Place
}

export interface Term {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly definition?: Bilingual
  /** The code of a standard classification, where one exists. */
  readonly code?: string
  /** Other ways to write it that count as the term. */
  readonly variants?: { readonly zh?: readonly string[] | undefined; readonly en?: readonly string[] | undefined }
  /** Whether chapters are held to it: from one language only where the other has it as an ordinary word, or not at all. */
  readonly check?: 'zh' | 'en' | 'no'
}

export interface Data {
  readonly sources: readonly SourceRecord[]
  readonly inputs: readonly Input[]
  readonly claims: readonly Claim[]
  readonly tables: ReadonlyMap<string, Table>
  readonly terms: ReadonlyMap<string, Term>
  readonly model: Model
  readonly conflicts: readonly Conflict[]
  /** The parts of the sources, in their own order. */
  readonly contents: readonly SourcePart[]
}

/** Drops keys without a value, as exact optional properties ask. */
export const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T as undefined extends T[K] ? never : K]: T[K]
  } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

/** A printed value with its unit, as the source prints it: "2010.6 万个", "近百万个". */
export const printedText = ({ digits, as, unit }: Pick<Input | Claim, 'digits' | 'as' | 'unit'>): string =>
  as ?? (unit === '1' ? digits : unit === '%' ? `${digits}%` : `${digits} ${unit}`)
