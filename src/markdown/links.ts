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

/** Addresses that links may have beside chapters: other sites, places of the same page, files at the head of the site. */
const otherAddress = /^(?:[a-z][a-z0-9+.-]*:|#.|\/[^/]+\.[a-z]+$)/i

const example = 'a chapter’s name, as in [words](retail), or an address with https://'

/** Complains of links to chapters that do not exist, that lead nowhere, and that stay text as nothing defines them. */
export const checkLink = (node: Nodes, source: SourceText, slugs: ReadonlySet<string>, complaints: Complaints): void => {
  const start = node.position?.start.offset ?? 0
  if (node.type === 'text') refuseUndefined(source, start, node.position?.end.offset ?? start, complaints)
  if ((node.type !== 'link' && node.type !== 'definition') || otherAddress.test(node.url)) return
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
