import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { type Complaints, expectedNames } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import type { ProseFile, SourceText } from '../chapters/source-text.ts'
import { chapterAddress } from '../lib/addresses.ts'
import { nearSlug } from './file-names.ts'

/** A link inside the report names a chapter as its file is named: `[text](notes/the-lamp)`, `[text](theory#some-heading)`, `[text](#here)`. */
export const chapterLink = /^(?![a-z][a-z0-9+.-]*:|\/|#)([^#?.]+)(#.*)?$/i

/** The language a chapter is written in, by its folder. */
export const languageOfFile = (path: string): Language => (/content\/zh\//.test(path) ? 'zh' : 'en')

/** Addresses that links may have beside chapters and other sites: places of the same page, files at the head of the site. */
const ownAddress = /^(?:#.|\/[^/]+\.[a-z]+$)/i

const whole = 'https://example.org/…'

/** Links to other sites are whole and encrypted, end with the address, and do nothing but lead there. */
const checkAddress = (url: string, written: string): readonly [what: string, expected: string] | undefined => {
  const bare = !/^[[<]/.test(written)
  // A bare address runs on to the next space, over marks and words that no address has.
  const [own = '', rest] = /^([!-~]*)(.?)/su.exec(written)?.slice(1) ?? []
  if (bare && rest) return [`the address runs on into the sentence: “${written}”`, `[words](${own.replace(/^www\./, 'https://www.')})`]
  if (/[，。；：、！？）】》”’]$/.test(url)) return [`the address ends in “${url.slice(-1)}”`, 'the mark behind the link']
  // To a bare www.… Markdown itself puts http.
  if (bare && written.startsWith('www.')) return undefined
  if (/^http:/i.test(url)) return [`the link ${url} is not encrypted`, url.replace(/^http:/i, 'https:')]
  const isWhole = URL.canParse(url) && /^(?:mailto:.+@|https:\/\/[^/]+\.)/i.test(url)
  return isWhole ? undefined : [`the link ${url} is no address`, whole]
}

const example = 'a chapter’s name, as in [words](retail), or an address with https://'

/** Complains of links to chapters that do not exist, that lead nowhere, and that stay text as nothing defines them. */
export const checkLink = (node: Nodes, source: SourceText, slugs: ReadonlySet<string>, complaints: Complaints): void => {
  const start = node.position?.start.offset ?? 0
  if (node.type === 'text') refuseUndefined(source, start, node.position?.end.offset ?? start, complaints)
  if (node.type === 'link' && node.children.length === 0) {
    complaints.add('the link has no words, and nobody sees it', source.placeAt(start), `[words](${node.url})`)
    return
  }
  if ((node.type !== 'link' && node.type !== 'definition') || ownAddress.test(node.url)) return
  if (/^(?:www\.|[a-z][a-z0-9+.-]*:)/i.test(node.url)) {
    const end = node.position?.end.offset ?? start
    const fault = checkAddress(node.url, node.type === 'link' ? source.text.slice(start, end) : '[')
    if (fault) complaints.add(fault[0], source.placeAt(start), fault[1])
    return
  }
  const slug = node.url.replace(/#.*$/s, '')
  if (slugs.has(slug)) return
  if (slug === '') {
    complaints.add('the link leads nowhere', source.placeAt(start), example)
    return
  }
  const at = source.text.indexOf(node.url, start)
  const near = nearSlug(slug).replace(/^(?:zh|en)\//, '')
  complaints.add(`there is no chapter “${slug}”`, source.placeAt(at < 0 ? start : at), slugs.has(near) ? near : expectedNames(slug, slugs))
}

/** “[words][name]” and “[^name]” of which no definition stands in the chapter; with signs escaped they are meant as they are. */
const refuseUndefined = (source: SourceText, start: number, end: number, complaints: Complaints): void => {
  for (const { 0: words, index } of source.text.slice(start, end).matchAll(/(?<=\])\[[^[\]]+\]|\[\^[^[\]\s]+\]/g))
    complaints.add(
      `nothing defines ${words}`,
      source.placeAt(start + index),
      words.startsWith('[^') ? `${words}: and the footnote, in a line of its own` : example,
    )
}

/** Turns the names of chapters in links into their addresses. */
export const remarkChapterLinks = () => (tree: Root, file: ProseFile) => {
  const language = languageOfFile(file.path ?? '')
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    const match = chapterLink.exec(node.url)
    if (match?.[1]) node.url = `${chapterAddress(language, match[1])}${match[2] ?? ''}`
  })
}
