import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { CheckRecord, FigureRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language, Place } from '../../scripts/ledger/types.ts'
import { topicOf } from '../audit/topic.ts'

/** Where things are on the site; every link inside it is made here. */
export const chapterAddress = (language: Language, slug: string): string => (slug === 'index' ? `/${language}/` : `/${language}/${slug}/`)

/** Where the chapters and the figures are searched. */
export const searchAddress = (language: Language): string => `/${language}/search/`

export const auditAddress = (language: Language): string => `/${language}/audit/`

/** The scenario explorer. */
export const exploreAddress = (language: Language): string => `/${language}/explore/`

/** A whole table in the audit. */
export const gridAddress = (language: Language, grid: string): string => `${auditAddress(language)}table/${grid}/`

/** What an address of a figure is made of, where neither the figure nor its record is at hand. */
export interface FigurePlace {
  readonly id: string
  /** The large table that it is a cell of. */
  readonly grid: string | undefined
}

/** A figure’s permalink: its page in the audit or, of a cell of a large table, its line on the table’s page. */
export const figureAddress = (language: Language, figure: Figure | FigureRecord | FigurePlace): string => {
  const grid = gridOf(figure)
  return grid === undefined ? `${auditAddress(language)}${figure.id}/` : `${gridAddress(language, grid)}#${cellAnchor(figure.id)}`
}

const gridOf = (figure: Figure | FigureRecord | FigurePlace): string | undefined => ('bounds' in figure ? figure.input?.grid : figure.grid)

/** The id of a cell’s line on the page of its table, as an address has it. */
const cellAnchor = (id: string): string => encodeURIComponent(id)

/** The list of every figure, which can be searched. */
export const figuresAddress = (language: Language): string => `${auditAddress(language)}figures/`

/** The id of a topic in the list of figures, and in the audit, which leads there. */
export const topicAnchor = (topic: string): string => `figures-${topic}`

export const topicAddress = (language: Language, topic: string): string => `${figuresAddress(language)}#${topicAnchor(topic)}`

/** The list of every script and data file, in reading order. */
export const sourcesAddress = (language: Language): string => `${auditAddress(language)}source/`

/** A script or a data file as a page; with a line, that line of it. */
export const sourceAddress = (language: Language, { file, line }: Pick<Place, 'file'> & Partial<Pick<Place, 'line'>>): string =>
  `${sourcesAddress(language)}${file}/${line === undefined ? '' : `#${lineAnchor(line)}`}`

/** The id of a line on the page of its file. */
export const lineAnchor = (line: number): string => `L${line}`

/** What one source prints on one topic, check by check. */
export const partAddress = (language: Language, { source, topic }: { readonly source: string; readonly topic: string }): string =>
  `${auditAddress(language)}checks/${source}/${topic}/`

/** A check: its row, in its part of the audit. */
export const checkAddress = (language: Language, { claim, source, figure }: Pick<CheckRecord, 'claim' | 'source' | 'figure'>): string =>
  `${partAddress(language, { source, topic: topicOf(figure) })}#${checkAnchor(claim)}`

/** The checks of the audit that have these properties; without a script the address leads to the list of their parts. */
export const checksAddress = (language: Language, wanted: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(wanted)
  return `${auditAddress(language)}${query.size > 0 ? `?${query}` : ''}#checks`
}

/** A file of a chart: a picture, its specification, its data, or what makes it live. */
export const chartFile = (language: Language, name: string, kind: 'svg' | 'png' | 'vl.json' | 'csv'): string =>
  kind === 'csv' ? `/data/charts/${language}/${name}.csv` : `/charts/${name}.${language}.${kind}`

/** The id of a check's row. */
export const checkAnchor = (claim: string): string => `check-${claim}`

/** What is counted under a name that it does not bear. */
export const clashesAddress = (language: Language): string => `${auditAddress(language)}clashes/`

/** What cannot be recomputed, and what it would take. */
export const needsAddress = (language: Language): string => `${auditAddress(language)}needs/`

/** Every conflict with its passages, in the audit. */
export const conflictEntriesAddress = (language: Language): string => `${auditAddress(language)}conflicts/`

/** The id of a conflict's entry, and of its name in the chapter. */
export const conflictAnchor = (conflict: string): string => `conflict-${conflict}`

export const conflictAddress = (language: Language, conflict: string): string =>
  `${conflictEntriesAddress(language)}#${conflictAnchor(conflict)}`
