import type { TopLevelSpec } from 'vega-lite'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import { mixtureOf } from '../../scripts/ledger/questions/mixture.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'

/** A row of a chart's data table: a figure, or words where nothing is counted. */
export interface DataRow {
  readonly label: string
  readonly figure?: string
  readonly text?: string
  /** What the chart says of it besides, under the heads of `besides`. */
  readonly besides?: readonly string[]
}

export interface ReportChart {
  readonly rows: readonly DataRow[]
  /** Heads of what rows say besides their figures. */
  readonly besides?: readonly string[]
  /** The figures it is drawn from, where its rows are not all of them. */
  readonly figures?: readonly string[]
  readonly draw: (narrow: boolean) => TopLevelSpec
  /** The chart in words, for those who do not see it. */
  readonly alternative: string
}

/** What a chapter is called, by its name under content/; without it, its name. */
export type TitleOf = (slug: string) => string

export const figureIn = (ledger: Ledger, id: string): Figure => {
  const figure = ledger.figures.get(id)
  if (!figure) throw new Error(`a chart shows the unknown figure ${id}`)
  return figure
}

/** The mark of a figure that adds unlike measures, as src/components/Num.astro sets it. */
export const MIXED = '†'

/** Whether a figure bears that mark. */
export const isMixed = ({ figures }: Ledger, figure: Figure): boolean => mixtureOf(figure, figures) !== undefined

/** A figure as a page writes it, with the mark of unlike measures; `text` is other text for the same value. */
export const shownIn = (ledger: Ledger, id: string, language: Language, text?: string): string => {
  const figure = figureIn(ledger, id)
  return `${text ?? shown(figure, language)}${isMixed(ledger, figure) ? MIXED : ''}`
}

/** What the mark means, for where nothing else on the page or in a file would say it. */
export const mixedInWords = (language: Language): string => `${MIXED}${language === 'zh' ? '' : ' '}${wordsOf(language).mixes}`

export const inWords = (rows: readonly { readonly label: string; readonly shown: string }[], language: Language): string =>
  [
    ...rows.map(({ label, shown: text }) => (language === 'zh' ? `${label} ${text}` : `${label}: ${text}`)),
    ...(rows.some(({ shown: text }) => text.includes(MIXED)) ? [mixedInWords(language)] : []),
  ].join(language === 'zh' ? '；' : '; ')
