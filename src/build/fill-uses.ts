import { readFileSync, writeFileSync } from 'node:fs'
import type { Language } from '../../scripts/ledger/types.ts'
import { languages, wordsOf } from '../i18n/words.ts'
import { figureAddress } from '../lib/addresses.ts'

/** A page as a host names it: "/en/retail/" for en/retail/index.html. */
const fileOf = (folder: string, address: string): string => `${folder}${address}index.html`

/** The headings of a built page by anchor, its title under "": what stands between the tags, escaped as the page has it. */
const headingsIn = (html: string): ReadonlyMap<string, string> =>
  new Map(
    [...html.matchAll(/<h([1-6])\b([^>]*)>([\s\S]*?)<\/h\1>/g)].map(([, level, attributes = '', inside = '']) => [
      level === '1' ? '' : (/\bid="([^"]*)"/.exec(attributes)?.[1] ?? ''),
      inside.replace(/<[^>]*>/g, '').trim(),
    ]),
  )

/** The chapters in reading order, as the contents of every page list them. */
export const readingOrder = (folder: string, language: Language): readonly string[] => [
  ...new Set([...readFileSync(fileOf(folder, `/${language}/`), 'utf8').matchAll(/ href="([^"#]*)"/g)].map(([, address = '']) => address)),
]

/** How many chapters the card of a number names; the figure's page names all. */
const inCard = 5

/**
 * Writes into the entry of each figure where chapters show it: it is known only when they are built.
 * `uses` says for a figure's id "en/retail/#anchor"; a page names those of its own language.
 */
export const fillUses = (folder: string, uses: ReadonlyMap<string, readonly string[]>): void => {
  for (const language of languages) {
    const words = wordsOf(language)
    const order = new Map(readingOrder(folder, language).map((address, index) => [address, index]))
    // A chapter that the contents leave out comes last.
    const rank = (address: string) => order.get(address) ?? order.size
    const headings = new Map<string, ReadonlyMap<string, string>>()
    const headingsOf = (address: string) => {
      const known = headings.get(address) ?? headingsIn(readFileSync(fileOf(folder, address), 'utf8'))
      headings.set(address, known)
      return known
    }
    for (const [id, places] of uses) {
      const chapters = Map.groupBy(
        places.filter((place) => place.startsWith(`${language}/`)).map((place) => `/${place}`.split('#')),
        ([address = '']) => address,
      )
      if (chapters.size === 0) continue
      const link = (address: string, anchor = '') =>
        `<a href="${address}${anchor && `#${anchor}`}">${headingsOf(address).get(anchor) ?? anchor}</a>`
      const lines = [...chapters]
        .sort(([one], [other]) => rank(one) - rank(other))
        .map(([address, sections], index) => {
          const named = sections.flatMap(([, anchor]) => (anchor ? [link(address, anchor)] : []))
          return `<li${index < inCard ? '' : ' data-more'}>${[link(address), named.join(' · ')].filter(Boolean).join(' — ')}</li>`
        })
      const rest = lines.length > inCard ? `<li class="rest">${words.card.more(lines.length - inCard)}</li>` : ''
      const file = fileOf(folder, figureAddress(language, { id }))
      const page = readFileSync(file, 'utf8')
      const [before, after] = page.split(`<div class="uses" data-uses-of="${id}" hidden></div>`)
      if (before === undefined || after === undefined) throw new Error(`${file} has no place for where ${id} is used`)
      const list = `<div class="uses"><h2 id="used-in">${words.card.usedIn}</h2><ul>${lines.join('')}${rest}</ul></div>`
      writeFileSync(file, `${before}${list}${after}`)
    }
  }
}
