/** The ground that everything else stands on: languages, places, units, scopes, verdicts. What `ledger.json` holds of them is in publish/record.ts. */

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

/**
 * How a source comes by its last digit: to the nearest, with halves away from zero, to the even digit or upwards; or always
 * away from zero, or always towards it, which cuts the rest off.
 */
export const roundings = ['half-away', 'half-even', 'half-up', 'up', 'down'] as const
export type Rounding = (typeof roundings)[number]

/** Closed bounds in base units; null where a bound is open-ended ("over 40"). */
export type Interval = readonly [low: number | null, high: number | null]

export const verdicts = ['exact', 'within-rounding', 'discrepant', 'conflicting', 'not-recomputable'] as const
export type Verdict = (typeof verdicts)[number]

export const causes = [
  'forced-additivity',
  'premature-rounding',
  'false-precision',
  'scope-clash',
  'unit-slip',
  'rounded-inputs',
  'truncated',
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
