/**
 * What can be done only when pages stand. Each is read once: first those that readers come to from outside, which take
 * their style sheets in and tell which figures they show and what they say; then the search's pages and the tables whose
 * cells they show, which are told of it, as the helper is for the entries of figures.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { site } from '#site'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { readingOrder } from '../chapters/contents.ts'
import { readChapters } from '../chapters/read.ts'
import { writeMoving } from '../explorer/write-moving.ts'
import { languages } from '../i18n/words.ts'
import { gridAddress } from '../lib/addresses.ts'
import type { Document } from '../search/index-types.ts'
import { readChapter } from '../search/read-chapter.ts'
import { withIndexes, writeSearch } from '../search/write-search.ts'
import type { Helper } from './current-helper.ts'
import { headingsIn, usesOf, withUsesOfCell } from './fill-uses.ts'
import { sheetsInside } from './inline-sheets.ts'
import { gatherUses, type PagesRead } from './uses.ts'

/** "en/retail/index.html" is of English and of the page "retail/". */
const partsOfName = (name: string): { readonly language: Language | undefined; readonly page: string } => {
  const [first = '', ...rest] = name.split('/')
  return { language: languages.find((language) => language === first), page: rest.join('/').replace(/index\.html$/, '') }
}

/** The built pages by how they are finished. */
const pagesIn = (folder: string) => {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()
  const isOf = (room: RegExp) => (name: string) => room.test(partsOfName(name).page) && partsOfName(name).language !== undefined
  const [isAudit, isSearch] = [isOf(/^audit\//), isOf(/^search\//)]
  return {
    search: names.filter(isSearch),
    others: names.filter((name) => !isAudit(name) && !isSearch(name)),
  }
}

/**
 * Finishes the pages of a built site, writes what is made of them, and gives where they show each figure. The audit’s
 * pages of figures and files, the files for other tools and pictures are put in by the helper, while the search is written.
 */
export const finishPages = async (folder: string, ledger: Ledger, helper: Pick<Helper, 'complete' | 'completed'>): Promise<PagesRead> => {
  const { search, others } = pagesIn(folder)
  const read = (name: string): string => readFileSync(`${folder}/${name}`, 'utf8')
  const write = (name: string, html: string): void => writeFileSync(`${folder}/${name}`, html)
  const inside = sheetsInside(folder)
  const figures = gatherUses()
  const headings = new Map<string, ReadonlyMap<string, string>>()
  const documents: Record<Language, Document[]> = { zh: [], en: [] }
  for (const name of others) {
    const { language, page } = partsOfName(name)
    const html = read(name)
    // The explorer shows every figure that it moves, and says nothing of them.
    if (!page.startsWith('explore/')) figures.take(name.replace(/index\.html$/, ''), html)
    if (!language) continue
    const address = `/${language}/${page}`
    headings.set(address, headingsIn(html))
    documents[language].push(...[readChapter(address, html) ?? []].flat())
    write(name, inside(html))
  }

  const orders = { zh: readingOrder(readChapters(ledger.root, 'zh'), 'zh'), en: readingOrder(readChapters(ledger.root, 'en'), 'en') }
  const gathered = figures.gathered()
  const used = [...gathered.uses.keys()].flatMap((id) => ledger.figures.get(id) ?? [])
  const placesOf = ({ id }: Figure): readonly string[] => gathered.uses.get(id) ?? []
  const usesIn = (language: Language): ReadonlyMap<string, string> =>
    new Map(used.map((figure) => [figure.id, usesOf(placesOf(figure), language, { order: orders[language], headings })]))
  await helper.complete({ folder, uses: { zh: usesIn('zh'), en: usesIn('en') } })
  for (const language of languages) {
    const cells = Map.groupBy(used, ({ input }) => input?.grid)
    for (const [grid, shownOn] of cells) {
      if (grid === undefined) continue
      const name = `${gridAddress(language, grid).slice(1)}index.html`
      const told = (html: string, figure: Figure): string =>
        withUsesOfCell(html, figure.id, placesOf(figure), language, { order: orders[language], headings })
      write(name, shownOn.reduce(told, read(name)))
    }
  }

  const inOrder = (language: Language): readonly Document[] => {
    const order = orders[language]
    const rank = ({ address }: Document): number => order.get(address) ?? order.size
    return documents[language].sort((one, other) => rank(one) - rank(other))
  }
  const indexes = writeSearch(folder, ledger, { zh: inOrder('zh'), en: inOrder('en') })
  for (const name of search) write(name, inside(withIndexes(read(name), indexes)))

  if (site.scenarios)
    for (const language of languages)
      writeMoving(folder, ledger, site.scenarios, language, gathered.sentences, {
        order: orders[language],
        titleOf: (address) => headings.get(address)?.get('') ?? '',
      })
  await helper.completed()
  return gathered
}
