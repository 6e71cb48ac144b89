import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import { dependentsOf } from '../../scripts/ledger/questions/dependence.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { figuresByTopic } from '../audit/checks.ts'
import { readingOrder } from '../build/fill-uses.ts'
import { languages, otherLanguageOf } from '../i18n/words.ts'
import { figureAddress, searchAddress } from '../lib/addresses.ts'
import type { Document, LanguageIndexes } from './index-types.ts'
import { readChapter } from './read-chapter.ts'
import { writeIndex } from './write-index.ts'

/** The pages that are searched, in reading order: all but the audit's, which lists its checks and figures itself, and the search's own. */
const chaptersOf = (folder: string, language: Language): readonly Document[] => {
  const order = readingOrder(folder, language)
  const rank = (address: string) => (order.includes(address) ? order.indexOf(address) : order.length)
  return readdirSync(`${folder}/${language}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)index\.html$/.test(name) && !/^(?:audit|search)\//.test(name))
    .sort()
    .flatMap((name) => {
      const address = `/${language}/${name.replace(/index\.html$/, '')}`
      return readChapter(address, readFileSync(`${folder}/${language}/${name}`, 'utf8')) ?? []
    })
    .sort((one, other) => rank(one.address) - rank(other.address))
}

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

/** Makes the built site searchable, and tells its search pages where the indexes are. */
export const writeSearch = (folder: string, ledger: Ledger): void => {
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
        chapters: writeIndex(folder, `${language}-chapters`, chaptersOf(folder, language), 1),
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
  const attribute = JSON.stringify(indexes).replaceAll('"', '&quot;')
  for (const language of languages) {
    const file = `${folder}${searchAddress(language)}index.html`
    if (!existsSync(file)) continue
    const page = readFileSync(file, 'utf8')
    if (!page.includes('data-indexes=""')) throw new Error(`${file} has no place for where the indexes are`)
    writeFileSync(
      file,
      page.replace('data-indexes=""', () => `data-indexes="${attribute}"`),
    )
  }
}
