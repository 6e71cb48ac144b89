/**
 * What a report hands to the site that shows it: one value, `site` of src/report/index.ts, which the engine reaches as
 * `#site`. Everything else of a report’s site is found by its place: chapters under content/, data under data/.
 */

import type { Bilingual, Language, Place } from '../../scripts/ledger/types.ts'
import type { Scenarios } from '../explorer/declared.ts'
import type { SiteExtension } from './site-extension.ts'

/** A part of the report’s contents. */
export interface SitePart {
  /** As chapters name it in their front matter: `part: scale`. */
  readonly id: string
  readonly name: Bilingual
  /**
   * What a chapter of this part is called by its `order`, “Case 3”. Such chapters are counted by themselves and have no
   * number among the chapters; without it, chapters are numbered through the whole report.
   */
  readonly counted?: Readonly<Record<Language, (number: number) => string>>
  /** The pictures for sharing of this part’s chapters show the first number of the chapter. */
  readonly firstNumberInPicture?: true
  /** The audit and the explorer are listed after the chapters of this part; without it anywhere, after the last part. */
  readonly audit?: true
}

/** The report’s own words in one language; words that every report needs are the engine’s, in src/i18n. */
export interface SiteWords {
  /** The brand, as the masthead and the windows of browsers print it. */
  readonly title: string
  /** A sentence at the foot of every page: under which licence the text, the code and the numbers stand. */
  readonly licence: string
  /** What is shown in the empty field of the search: a word, a number, an id. */
  readonly searchExamples: string
  /** How a number may be searched for, such as “4976 or 49.76 million”. */
  readonly numberExample: string
  /** What the first part of a figure’s id stands for, and what a table of numbers is called: by that part, or by the table’s id. */
  readonly topics: Readonly<Record<string, string>>
  /** What the audit says of scope clashes and of sums that mix, where the report has better words than the engine’s. */
  readonly audit?: { readonly clashes?: string; readonly mixtures?: string }
}

/** What help texts and messages show as examples; each is of this report, so that it can be tried at once. */
export interface SiteExamples {
  /** A computed figure that much goes into, one that is small enough to be told whole, and digits to look for. */
  readonly figure: string
  readonly smallFigure: string
  readonly digits: string
  /** A chapter by its name, to show how one is cited; without it the first page. */
  readonly chapter?: string
  /** Beginnings of ids that `verify --topic` takes. */
  readonly topics: readonly [string, string]
  /** A formula over ids, as a cell of the workbook may have it. */
  readonly cellFormula: string
}

export interface Site {
  /** In reading order. */
  readonly parts: readonly SitePart[]
  readonly words: Readonly<Record<Language, SiteWords>>
  readonly examples: SiteExamples
  /** Words under which the data are found by others. */
  readonly keywords: readonly string[]
  /** Figures that describe the report to search engines. */
  readonly measured: readonly string[]
  /** The table of coefficients, a path from the project's folder, that `npm run shops` takes where none is named. */
  readonly coefficients?: string
  /** What the scenario explorer moves and shows; without it there is no explorer. */
  readonly scenarios?: Scenarios
  /** Rooms of the report that plug in. */
  readonly extensions?: readonly SiteExtension[]
}

/** Where a mistake in the report’s own value is mended. */
export const siteFile: Place = { file: 'src/report/index.ts', line: 1, column: 1 }

export const defineSite = (site: Site): Site => site
