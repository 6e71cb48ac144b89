/** What charts are drawn from: rows in one language, with values in base units. */
import type { Language } from '../../../scripts/ledger/types.ts'
import type { Series } from '../house.ts'

/** A thing that a chart shows by a mark. What a kind does not draw of it, it leaves aside. */
export interface Row {
  /** Its own among the rows of a chart: the figure's, where there is one. */
  readonly id: string
  readonly label: string
  /** Null where there is nothing to draw: “not counted” is not zero. */
  readonly value: number | null
  /** The ends of a range, or of what the value may be; null where there is none or it is open. */
  readonly low: number | null
  readonly high: number | null
  /** The value in words as it is printed at the mark. */
  readonly shown: string
  /** The same with its unit, as a table and a tooltip say it. */
  readonly said: string
  readonly series: Series
  readonly figure?: string
  /** What it belongs to: a line, a block of rows. */
  readonly group?: string
  /** Of a line: its year or period. Of a slope: both ends and their words. */
  readonly at?: string
  readonly ends?: readonly [from: End, to: End]
  /** Of a fan: the ends of its bands, and what is marked on it. */
  readonly quantiles?: Readonly<Record<QuantileName, End>>
  readonly mark?: End
  readonly state?: string
  readonly parts?: readonly Part[]
  readonly cells?: readonly Cell[]
  readonly block?: Block
  /** What it means for somebody, by column. */
  readonly signs?: Readonly<Record<string, string>>
}

/** The quantiles that bound the bands of a fan. */
const quantileNames = ['p05', 'p25', 'p75', 'p95'] as const
export type QuantileName = (typeof quantileNames)[number]

export interface End {
  readonly value: number
  readonly shown: string
}

/** So many alike of what a row counts. */
export interface Part {
  readonly count: number
  readonly state: string
  readonly letter?: string
}

/** A crossing of a row and a column. */
export interface Cell {
  readonly column: string
  readonly state: string
  readonly text: string
}

/** Where a rectangle of an input-output table stands. */
export const blocks = ['upper-left', 'upper-right', 'lower-left', 'outside'] as const
export type Block = (typeof blocks)[number]

/** The value that all rows are held against: the result of a tornado. */
export interface Reference extends End {
  readonly label: string
  /** Where all bars meet, with every input at its median, where that is not known to be the value itself. */
  readonly middle?: number
}

/** Something the report says that stops being so where the result goes beyond a value: below the first, above the second. */
export interface Flip {
  /** By which marks and notes tell of it. */
  readonly letter: string
  readonly below: number | null
  readonly above: number | null
  /** The letter, the words, and from where on they do not hold. */
  readonly note: string
}

/** What a kind needs to know beside its rows. */
export interface Setting {
  readonly language: Language
  readonly narrow: boolean
  /** Words of the key, by series or state; in this order. */
  readonly key: Readonly<Record<string, string>>
  /** Words that a kind prints and that belong to no row. */
  readonly words: Readonly<Record<string, string>>
  /** Columns of signs: their ids and heads. */
  readonly columns: Readonly<Record<string, string>>
  readonly axis: { readonly title?: string; readonly scale?: 'linear' | 'log'; readonly ticks?: readonly number[] }
  readonly bins?: number
  readonly reference?: Reference
  readonly flips?: readonly Flip[]
  readonly notes: readonly string[]
  /** Writes a value on the axis as the report writes such values. */
  readonly write: (value: number) => string
}
