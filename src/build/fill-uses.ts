import type { Language } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'
import { attributes, Html, html } from '../lib/html.ts'

/** The headings of a built page by anchor, its title under "": what stands between the tags, escaped as the page has it. */
export const headingsIn = (page: string): ReadonlyMap<string, string> =>
  new Map(
    [...page.matchAll(/<h([1-6])\b([^>]*)>([\s\S]*?)<\/h\1>/g)].map(([, level, attributes = '', inside = '']) => [
      level === '1' ? '' : (/\bid="([^"]*)"/.exec(attributes)?.[1] ?? ''),
      inside.replace(/<[^>]*>/g, '').trim(),
    ]),
  )

/** What is known of the pages once all are read. */
export interface PagesKnown {
  /** A page’s place in the contents, by its address. */
  readonly order: ReadonlyMap<string, number>
  readonly headings: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** How many chapters the card of a number names; the figure's page names all. */
const inCard = 5

/** The chapters, each with its sections that show the figure, in reading order. */
const chaptersOf = (places: readonly string[], { order, headings }: PagesKnown): readonly string[] => {
  // A chapter that the contents leave out comes last.
  const rank = (address: string): number => order.get(address) ?? order.size
  const link = (address: string, anchor = '') =>
    `<a href="${address}${anchor && `#${anchor}`}">${headings.get(address)?.get(anchor) ?? anchor}</a>`
  const chapters = Map.groupBy(
    places.map((place) => `/${place}`.split('#')),
    ([address = '']) => address,
  )
  return [...chapters]
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([address, sections]) => {
      const named = sections.flatMap(([, anchor]) => (anchor ? [link(address, anchor)] : []))
      return [link(address), named.join(' · ')].filter(Boolean).join(' — ')
    })
}

const listOf = (chapters: readonly string[], language: Language): Html => {
  const { card } = wordsOf(language)
  const lines = chapters.map(
    (chapter, index) => html`<li${attributes({ 'data-more': index < inCard ? undefined : '' })}>${new Html(chapter)}</li>`,
  )
  const rest = lines.length > inCard && html`<li class="rest">${card.more(lines.length - inCard)}</li>`
  return html`<div class="uses"><h2 id="used-in">${card.usedIn}</h2><ul>${lines}${rest}</ul></div>`
}

/** Where chapters of a language show a figure, for its page; nothing where none does. `places` are "en/retail/#anchor". */
export const usesOf = (places: readonly string[], language: Language, pages: PagesKnown): string => {
  const own = places.filter((place) => place.startsWith(`${language}/`))
  return own.length > 0 ? listOf(chaptersOf(own, pages), language).text : ''
}

/** The page of a large table with where chapters show a cell of it, at the end of the cell’s line. */
export const withUsesOfCell = (page: string, id: string, places: readonly string[], language: Language, pages: PagesKnown): string => {
  const own = places.filter((place) => place.startsWith(`${language}/`))
  if (own.length === 0) return page
  const end = page.indexOf('</li>', page.indexOf(`<li id="${id}"`))
  if (end < 0 || !page.includes(`<li id="${id}"`)) throw new Error(`the table of ${id} in ${language} has no line for ${id}`)
  const [colon, semicolon] = language === 'zh' ? ['：', '；'] : [': ', '; ']
  const uses = `<small class="uses">${wordsOf(language).card.usedIn}${colon}${chaptersOf(own, pages).join(semicolon)}</small>`
  return `${page.slice(0, end)}${uses}${page.slice(end)}`
}
