/** The line under a chart that says where its figures come from. */

import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'
import { isMixed, mixedInWords, type ReportChart } from './report-chart.ts'
import { originOf } from './sources.ts'

/** The line in pieces: words, and works that a page links to their entries. */
export type Piece = { readonly text: string; readonly source?: string }

export const sourcePieces = (ledger: Ledger, { rows, figures }: ReportChart, language: Language): readonly Piece[] => {
  const words = wordsOf(language).charts
  const drawn = figures ?? rows.flatMap(({ figure }) => figure ?? [])
  const { cited, coded, assumed, computed } = originOf(ledger, drawn)
  const mixed = rows.some(({ figure }) => {
    const found = ledger.figures.get(figure ?? '')
    return found !== undefined && isMixed(ledger, found)
  })
  const works = ledger.data.sources
    .filter(({ id }) => cited.includes(id))
    .flatMap(({ id, short, year }, index): Piece[] => [
      ...(index > 0 ? [{ text: words.between }] : []),
      { text: words.work(short[language], `${year}`), source: id },
    ])
  const done = [
    ...(coded ? (['coded'] as const) : []),
    ...(assumed ? (['assumed'] as const) : []),
    ...(computed ? (['computed'] as const) : []),
  ]
  // Words alone have no source.
  if (works.length === 0 && done.length === 0) return []
  return [
    { text: words.sources(cited.length) },
    ...works,
    ...(done.length > 0 ? [{ text: `${works.length > 0 ? words.ours : ''}${words.own(done)}` }] : []),
    // The mark in the drawing has no title to point at.
    ...(mixed ? [{ text: `${language === 'zh' ? '；' : '; '}${mixedInWords(language)}` }] : []),
  ]
}

export const sourceText = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('')
