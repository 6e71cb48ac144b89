import type { SourceRecord } from '../publish/record.ts'
import type { Extended } from '../report.ts'
import type { Bilingual, Cause, CellReference, Place, Qualifier, Rounding, Scope, Unit } from '../types.ts'
import type { Conflict } from './conflict-types.ts'
import type { SourcePart } from './contents-types.ts'
import type { Locator } from './locator.ts'
import type { CsvFile } from './read-csv.ts'
import type { Declaration } from './read-derived.ts'
import type { DeclaredDoubts } from './read-doubts.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A value as a source prints it, or an assumption of ours. */
export interface Input {
  readonly id: string
  readonly kind: 'cited' | 'assumed'
  readonly source: string
  /** Digits as printed. */
  readonly digits: string
  readonly as?: string
  readonly qualifier?: Qualifier
  /** How its source rounds, where the author says so. */
  readonly rounding?: Rounding
  readonly unit: string
  readonly scope: Scope
  readonly label: Bilingual
  /** A shorter label where a chart or a table has little room. */
  readonly short?: Bilingual
  readonly note?: Bilingual
  readonly locator?: Locator
  readonly place: Place
  /** Said of a choice of a method that is no amount. */
  readonly setting?: 'yes'
  /** The grid of cells it belongs to, where it is one of hundreds and not told one by one. */
  readonly grid?: string
  /** What the row of its table is called, where it is a cell of one. */
  readonly row?: Bilingual
  /** What its column is called. */
  readonly column?: Bilingual
  /** The cell of a transcribed table that it is. */
  readonly cell?: CellReference
}

/** What a source prints as its result for a figure. */
export interface Claim {
  readonly id: string
  readonly figure: string
  readonly source: string
  readonly digits: string
  readonly as?: string
  readonly qualifier?: Qualifier
  /** How its source rounds, where the author says so. */
  readonly rounding?: Rounding
  readonly unit: string
  readonly scope?: Partial<Scope>
  readonly locator: Locator
  readonly withheld: boolean
  readonly cause?: Cause
  readonly reason?: Bilingual
  /** Of a withheld result: what it would take to recompute it, a thing a line. */
  readonly needs?: Bilingual
  readonly place: Place
  /** Where the group of claims on the same figure begins. */
  readonly group: Place
  /** The cell of a transcribed table that prints it. */
  readonly cell?: CellReference
  /** Of a table's own arithmetic: where the entry stands that says so, and what it says of rounding. */
  readonly follows?: FollowsJudgement
}

/** What an entry under `follows:` says of the cells that do not follow to the digit. */
export interface FollowsJudgement {
  readonly place: Place
  /** How the entry names a cell where it gives its reason: `row: 合计`. */
  readonly name: string
  /** One object for all cells of an entry. */
  readonly rounding?: { readonly cause: Cause; readonly reason: Bilingual; readonly place: Place }
  /** The table prints no such number: shares of a whole make 100 %. */
  readonly implied: boolean
}

/** A number of a table, to be recomputed from others that are printed. */
export interface Following {
  readonly id: string
  readonly kind: 'total' | 'shares' | 'share' | 'growth' | 'ratio' | 'product'
  /** What the number is called that it recomputes. */
  readonly label: Bilingual
  readonly unit: Unit
  readonly per?: Unit
  readonly scope: Scope
  readonly digits: number
  readonly percent: boolean
  /** The parts: what is added and what is taken away; or the one that is held and the one it is held against. */
  readonly first: readonly string[]
  readonly second: readonly string[]
  readonly place: Place
}

/** A transcribed table: its cells as printed and, for tables of words, what they say in both languages. */
export interface Table {
  readonly id: string
  readonly source: string
  readonly number: string
  readonly locator: Locator
  readonly csv: CsvFile
  readonly words: Readonly<Record<string, Bilingual>>
  /** What its rows and columns are called, by the source's labels. */
  readonly rows: Readonly<Record<string, Bilingual>>
  readonly columns: Readonly<Record<string, Bilingual>>
  /** Columns that together name a row; the first if none are given. */
  readonly keys: readonly string[]
  readonly marks: readonly string[]
  readonly title?: Bilingual
  readonly note?: Bilingual
  readonly restored?: Bilingual
  /** Cells that look computed and cannot be recomputed, with the reason. */
  readonly unfollowed: readonly { readonly cell: CellReference; readonly reason: Bilingual }[]
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
  /** Words that chapters do not use for it: “check” names each, with the term to write. */
  readonly avoid?: { readonly zh?: readonly string[] | undefined; readonly en?: readonly string[] | undefined }
}

export interface Data extends Vocabulary {
  readonly sources: readonly SourceRecord[]
  readonly inputs: readonly Input[]
  readonly claims: readonly Claim[]
  readonly tables: ReadonlyMap<string, Table>
  /** What tables say of their own numbers. */
  readonly followings: readonly Following[]
  /** Figures that data declare, to be computed from others. */
  readonly declarations: readonly Declaration[]
  readonly terms: ReadonlyMap<string, Term>
  /** What plugs into the report, by the folder of data/ that each reads. */
  readonly extensions: ReadonlyMap<string, Extended<unknown>>
  readonly conflicts: readonly Conflict[]
  /** The parts of the sources, in their own order. */
  readonly contents: readonly SourcePart[]
  /** What is doubted, and what is simulated for it; absent where nothing is. */
  readonly doubts?: DeclaredDoubts
}

/** Drops keys without a value, as exact optional properties ask. */
export const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T as undefined extends T[K] ? never : K]: T[K]
  } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

/** A printed value with its unit, as the source prints it: "2010.6 万个", "近百万个". */
export const printedText = ({ digits, as, unit }: Pick<Input | Claim, 'digits' | 'as' | 'unit'>): string =>
  as ?? (unit === '1' ? digits : unit === '%' ? `${digits}%` : `${digits} ${unit}`)
