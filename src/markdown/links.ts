import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { type Complaints, expectedNames, type Language } from '../../scripts/index.ts'
import { chapterAddress } from '../addresses.ts'
import type { ProseFile, SourceText } from './source-text.ts'

/** A link inside the report names a chapter as its file is named: `[text](cases/cement-kiln)`, `[text](theory#some-heading)`, `[text](#here)`. */
const chapterLink = /^(?![a-z][a-z0-9+.-]*:|\/|#)([^#?.]+)(#.*)?$/i

/** The language a chapter is written in, by its folder. */
export const languageOfFile = (path: string): Language => (/content\/zh\//.test(path) ? 'zh' : 'en')

/** Complains of links to chapters that do not exist. */
export const checkLink = (node: Nodes, source: SourceText, slugs: ReadonlySet<string>, complaints: Complaints): void => {
  if (node.type !== 'link' && node.type !== 'definition') return
  const slug = chapterLink.exec(node.url)?.[1]
  if (slug === undefined || slugs.has(slug)) return
  const start = node.position?.start.offset ?? 0
  const at = source.text.indexOf(node.url, start)
  complaints.add(`there is no chapter “${slug}”`, source.placeAt(at < 0 ? start : at), expectedNames(slug, slugs))
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
