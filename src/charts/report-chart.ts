import type { TopLevelSpec } from 'vega-lite'
import { type Figure, type Language, type Ledger, shown } from '../../scripts/index.ts'

/** A row of a chart's data table: a figure, or words where nothing is counted. */
export interface DataRow {
  readonly label: string
  readonly figure?: string
  readonly text?: string
}

export interface ReportChart {
  readonly rows: readonly DataRow[]
  /** The figures it is drawn from, where its rows are not all of them. */
  readonly figures?: readonly string[]
  readonly draw: (narrow: boolean) => TopLevelSpec
  /** The chart in words, for those who do not see it. */
  readonly alternative: string
}

/** What a chapter is called, by its name under content/; without it, its name. */
export type TitleOf = (slug: string) => string

export type MakeChart = (ledger: Ledger, language: Language, titleOf?: TitleOf) => ReportChart

export const figureIn = (ledger: Ledger, id: string): Figure => {
  const figure = ledger.figures.get(id)
  if (!figure) throw new Error(`a chart shows the unknown figure ${id}`)
  return figure
}

export const shownIn = (ledger: Ledger, id: string, language: Language): string => shown(figureIn(ledger, id), language)

export const inWords = (rows: readonly { readonly label: string; readonly shown: string }[], language: Language): string =>
  rows.map(({ label, shown: text }) => (language === 'zh' ? `${label} ${text}` : `${label}: ${text}`)).join(language === 'zh' ? '；' : '; ')
