import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import { dependentsOf } from '../../scripts/ledger/questions/dependence.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { figuresByTopic } from '../audit/checks.ts'
import { languages, otherLanguageOf } from '../i18n/words.ts'
import { figureAddress } from '../lib/addresses.ts'
import type { Document, LanguageIndexes } from './index-types.ts'
import { writeIndex } from './write-index.ts'

/** A figure is found by its label, its number in both languages, as printed and as claimed, and its id: as `explain` finds it. */
const figureDocument = (figure: Figure, language: Language, claimed: readonly string[]): Document => ({
  address: figureAddress(language, figure),
  text: [
    ...new Set([
      figure.label[language],
      shown(figure, language),
      shown(figure, otherLanguageOf(language)),
      figure.id,
      ...(figure.input?.digits ? [figure.input.digits] : []),
      ...claimed,
    ]),
  ].join('\n'),
  sections: [],
})

/** How many figures stand in one file: neighbours are often found together. */
const figuresTogether = 16

/** The searched pages of each language, in reading order. */
export type Searched = Readonly<Record<Language, readonly Document[]>>

/** Writes what makes the built site searchable, and gives the places of the indexes, as search pages are told them. */
export const writeSearch = (folder: string, ledger: Ledger, searched: Searched): string => {
  const claimed = Map.groupBy(ledger.checks, ({ figure }) => figure)
  // Of figures that say the same, that comes first on which most others rest.
  const weight = ({ id }: Figure) => dependentsOf(ledger.figures, id).length
  const figures = figuresByTopic(ledger)
    .flatMap(([, members]) => members)
    .sort((one, other) => weight(other) - weight(one))
  const indexes = Object.fromEntries(
    languages.map((language): [Language, LanguageIndexes] => [
      language,
      {
        chapters: writeIndex(folder, `${language}-chapters`, searched[language], 1),
        figures: writeIndex(
          folder,
          `${language}-figures`,
          figures.map((figure) =>
            figureDocument(
              figure,
              language,
              (claimed.get(figure.id) ?? []).map(({ printed }) => printed),
            ),
          ),
          figuresTogether,
        ),
      },
    ]),
  )
  return JSON.stringify(indexes)
}

/** A search page that knows where the indexes are. */
export const withIndexes = (html: string, indexes: string): string => {
  if (!html.includes('data-indexes=""')) throw new Error('the page of the search has no place for where the indexes are')
  return html.replace('data-indexes=""', () => `data-indexes="${indexes.replaceAll('"', '&quot;')}"`)
}
