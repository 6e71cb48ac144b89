import type { ConflictKind, ConflictWeight } from './data/conflict-types.ts'

/** The shapes that the ledger is made of and that `dist/ledger.json` publishes. */

export type Language = 'zh' | 'en'
export type Bilingual = Readonly<Record<Language, string>>

/** A place in a file that an author can go to: lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What a number counts in, by its name in data/units.yaml; amounts are kept in base units throughout. */
export type Unit = string

/**
 * What exactly is counted, by its name in data/scopes.yaml, or `mixed`. Figures of one unit may be added across measures, as
 * sources do; the page then says so.
 */
export type Measure = string

export interface Scope {
  /** The year or period the number speaks of, as in "2019", "2019-01/2019-06" or "2004/2020". */
  readonly period: string
  /** Whose number it is, by its name in data/scopes.yaml. */
  readonly entity: string
  /** How much of it, as in direct or total, by its name in data/scopes.yaml. */
  readonly reach?: string
  readonly measure?: Measure
}

export type Qualifier = 'about' | 'over' | 'nearly'

/** Closed bounds in base units; null where a bound is open-ended ("over 40"). */
export type Interval = readonly [low: number | null, high: number | null]

export type FigureKind = 'cited' | 'assumed' | 'derived'

/** One number of the report as `ledger.json` publishes it. */
export interface FigureRecord {
  readonly id: string
  readonly kind: FigureKind
  readonly value: number
  readonly unit: Unit
  /** For a rate, what it is reckoned for one of: yuan per person. */
  readonly per?: Unit
  readonly scope: Scope
  readonly label: Bilingual
  /** A shorter label where there is little room; absent where the label is short enough. */
  readonly short?: Bilingual
  /** The value as prose prints it, rounded once, with the same significant digits in both languages. */
  readonly shown: Bilingual
  readonly interval: Interval
  readonly source: string
  readonly locator?: Bilingual
  readonly printed?: string
  readonly qualifier?: Qualifier
  readonly note?: Bilingual
  /** Source text of the formula that ran; absent for cited and assumed figures. */
  readonly formula?: string
  readonly tex?: string
  /** Ids of the figures the formula was applied to, each once, in the order of its arguments. */
  readonly inputs?: readonly string[]
  /** The formula's arguments by name: the id of a figure, or a list or a matrix of ids. */
  readonly terms?: Readonly<Record<string, string | readonly string[] | readonly (readonly string[])[]>>
  /** path:line of the statement that derives the figure. */
  readonly script?: string
  /** path:line of the entry of data that asks for it, where one does. */
  readonly declared?: string
  /** path:line of the formula. */
  readonly formulaScript?: string
  /** path:line of the transcribed value; absent for derived figures. */
  readonly dataScript?: string
  /** Measures and periods that the figure adds together although they do not count alike. */
  readonly mixture?: { readonly measures: readonly Measure[]; readonly periods: readonly string[] }
  readonly usedIn: readonly string[]
}

export const verdicts = ['exact', 'within-rounding', 'discrepant', 'conflicting', 'not-recomputable'] as const
export type Verdict = (typeof verdicts)[number]

export const causes = [
  'forced-additivity',
  'premature-rounding',
  'false-precision',
  'scope-clash',
  'unit-slip',
  'rounded-inputs',
  'rounded-in-words',
  'slip-of-wording',
  'withheld-data',
] as const
export type Cause = (typeof causes)[number]

/** A cell of a transcribed table, by the source's labels; a whole row or column where the other is left out. */
export interface CellReference {
  readonly table: string
  readonly row?: string
  readonly column?: string
}

/** A printed result held against its figure. Numbers are in the unit of `printed`. */
export interface CheckRecord {
  readonly claim: string
  readonly figure: string
  readonly source: string
  readonly locator: Bilingual
  readonly printed: string
  readonly qualifier: Qualifier | null
  readonly recomputed: number | null
  readonly interval: Interval | null
  readonly verdict: Verdict
  readonly cause: Cause | null
  readonly reason: Bilingual | null
  /** Where it cannot be recomputed: what that would take, a thing a line. */
  readonly needs?: Bilingual
  /** The cell of a transcribed table that prints it. */
  readonly cell?: CellReference
  /** Nothing is printed: shares of a whole make 100 %, and the table leaves that unsaid. */
  readonly implied?: true
}

/** Words that both languages share, or that each has its own of. */
export type Words = string | Bilingual

/** A person, or a body under its name in each language. */
export type Name = { readonly family: string; readonly given: string; readonly zh?: string } | Bilingual

/** A cited work: what a citation style needs of it. */
export interface SourceRecord {
  readonly id: string
  /** The list it stands in. */
  readonly group: 'studied' | 'compared' | 'statistics' | 'literature' | 'own'
  readonly type: 'article' | 'book' | 'chapter' | 'dataset' | 'report'
  readonly language: 'zh' | 'en' | 'zh, en'
  /** In both languages the same where there is no translation. */
  readonly title: Bilingual
  /** What a citation in the text calls it. */
  readonly short: Bilingual
  /** The authors in words, and one by one. */
  readonly authors: Bilingual
  readonly creators: readonly Name[]
  readonly year: number
  /** Of a translation or a later edition: when the work first appeared, "1919" or "1904/1905". */
  readonly originalYear?: string
  readonly container?: Words
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly editors?: readonly Name[]
  readonly translators?: readonly Name[]
  /** Who published it, or the journal that did. */
  readonly publisher: Bilingual
  readonly place?: Words
  readonly doi?: string
  readonly url?: string
}

/** A place where a source disagrees with itself or with another. */
export interface ConflictRecord {
  readonly id: string
  readonly kind: ConflictKind
  readonly weight: ConflictWeight
  readonly source: string
  readonly title: Bilingual
  /** The sources' own words, where they stand, and the same in English. */
  readonly passages: readonly { readonly source: string; readonly locator: Bilingual; readonly printed: string; readonly gloss: string }[]
  readonly why: Bilingual
  readonly figures: readonly string[]
  readonly checks: readonly string[]
}

/** A sentence of a page that shows figures or whose words rest on them, as its reader sees it; a row of a table is one. */
export interface SentenceRecord {
  /** "en/retail/#anchor", the anchor being the nearest heading before it. */
  readonly page: string
  readonly language: Language
  readonly text: string
  readonly figures: readonly string[]
  /** Predicates that its words rest on. */
  readonly holds?: readonly string[]
}

export interface LedgerRecord {
  readonly sources: readonly SourceRecord[]
  readonly figures: readonly FigureRecord[]
  readonly checks: readonly CheckRecord[]
  readonly conflicts: readonly ConflictRecord[]
  /** SHA-256 of every file of data and every script that the numbers are made of, by path. */
  readonly files: Readonly<Record<string, string>>
  /** Known only to a build. */
  readonly sentences?: readonly SentenceRecord[]
}
