/** The languages of the report. */
export type Language = 'zh' | 'en'

/**
 * What a reader who points at a mark is told: what it stands for and its value, as the page writes them. Marks and words
 * that have the same one, not merely an equal one, are one thing to point at.
 */
export interface Told {
  readonly label: string
  readonly shown: string
}

/** What a mark stands for. It chooses the colour and nothing else. */
export type Series = 'direct' | 'indirect' | 'counted' | 'total' | 'muted'

/** One labelled value. `shown` is the formatted text printed beside the mark. */
export interface Row {
  readonly label: string
  readonly value: number
  readonly shown: string
  readonly series: Series
}

/** A bar. `value: null` draws no bar, only the text: "not counted" is not zero. */
export type BarRow = Omit<Row, 'value'> & { readonly value: number | null }

/** A step of the walk: the bar spans `from` to `to`, and the next step begins at `to`. */
export type WalkRow = Omit<Row, 'value'> & { readonly from: number; readonly to: number }

/** A dot. The first row whose series is not 'muted' is the reference that the others are held against. */
export type DotRow = Row

/** Where a rectangle of the input-output table stands. */
export type Quadrant = 'I' | 'II' | 'III' | 'imports'

/** A rectangle of the input-output table. There is no room for units in it: `said` is the value with its own. */
export type TableRow = Row & { readonly quadrant: Quadrant; readonly said: string }

/**
 * What every chart needs to know beside its rows. `narrow` asks for the drawing for a 360 px screen.
 * `Word` names the words a chart prints that belong to no row; most charts print none.
 */
export interface ChartOptions<Word extends string = never> {
  readonly language: Language
  readonly narrow: boolean
  readonly words: Readonly<Record<Word, string>>
}

/** Charts name CSS variables, not colours, so that one SVG serves the light and the dark page. */
export const colour = (series: Series): string => `var(--series-${series})`
export const INK = 'var(--ink)'
export const SOFT = 'var(--ink-soft)'
export const LINE = 'var(--line)'
export const PAPER = 'var(--paper)'
export const ACCENT = 'var(--accent)'
