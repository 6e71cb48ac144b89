/** Rows that are made from more than a list of figures: what an extension of the report, or the audit, offers to chart files by name. */
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Bilingual, Language } from '../../scripts/ledger/types.ts'
import type { Series } from './house.ts'
import type { Block, QuantileName } from './kinds/row.ts'

/** What a chapter is called, by its name under content/. */
export type Titles = Readonly<Record<Language, (slug: string) => string>>

/** A row before a language is chosen: as a chart's file writes it, or as a source makes it. */
export interface GivenRow {
  readonly id?: string | undefined
  readonly figure?: string | undefined
  readonly label?: Bilingual | undefined
  readonly series?: Series | undefined
  readonly note?: Bilingual | undefined
  readonly group?: Bilingual | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly at?: string | undefined
  readonly quantiles?: Readonly<Record<QuantileName, string>> | undefined
  readonly mark?: string | undefined
  readonly state?: string | undefined
  readonly block?: Block | undefined
  readonly parts?: readonly GivenPart[] | undefined
  readonly cells?: readonly GivenCell[] | undefined
  readonly signs?: Readonly<Record<string, string>> | undefined
  /** In the place of a figure's, where a source computes what is drawn. */
  readonly value?: number | null | undefined
  readonly low?: number | null | undefined
  readonly high?: number | null | undefined
  readonly shown?: Bilingual | undefined
  readonly said?: Bilingual | undefined
}

export interface GivenPart {
  readonly figure?: string | undefined
  readonly count?: number | undefined
  readonly state: string
  readonly letter?: string | undefined
}

export interface GivenCell {
  readonly column: Bilingual
  readonly state: string
  readonly text: Bilingual
}

/** A line of a chart's data table and CSV. */
export interface GivenData {
  readonly label: Bilingual
  readonly figure?: string
  readonly text?: Bilingual
  /** What is said of it besides, under the heads of `besides`. */
  readonly besides?: readonly Bilingual[]
}

export interface SourceRows {
  readonly rows: readonly GivenRow[]
  /** Words of the key, unless the file has its own. */
  readonly key?: Readonly<Record<string, Bilingual>>
  readonly words?: Readonly<Record<string, Bilingual>>
  /** The data table, where it is not the rows'; an empty one where the page has a table already. */
  readonly data?: readonly GivenData[]
  readonly besides?: readonly Bilingual[]
  /** Figures that it is drawn from, where its data do not name all of them. */
  readonly figures?: readonly string[]
  /** What is said to those who do not see the chart, where it is not the rows. */
  readonly alternative?: readonly { readonly label: Bilingual; readonly shown: Bilingual }[]
}

export type RowSource = (ledger: Ledger, titles: Titles) => SourceRows
export type RowSources = Readonly<Record<string, RowSource>>

/** Both languages at once. */
export const inBoth = (write: (language: Language) => string): Bilingual => ({ zh: write('zh'), en: write('en') })
