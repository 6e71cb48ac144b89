/**
 * Sections have one anchor in both languages, made of the English heading: a link to a section stays good when its
 * reader changes the language, and an address can be read aloud.
 */
import { existsSync, readFileSync } from 'node:fs'
import GithubSlugger from 'github-slugger'
import type { Element, Root } from 'hast'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { parseChapter } from '../chapters/parse.ts'
import { type ProseFile, SourceText } from '../chapters/source-text.ts'
import { languageOfFile } from './links.ts'

/** The words of a heading as its anchor is made of them: what components print is no part of it. */
export const headingWords = (node: Nodes): string =>
  'children' in node
    ? (node.children as Nodes[]).map(headingWords).join('')
    : node.type === 'text' || node.type === 'inlineCode'
      ? node.value
      : ''

/** The anchors of headings in their order, as Astro makes them. */
export const anchorsOf = (headings: readonly string[]): string[] => {
  const slugger = new GithubSlugger()
  return headings.map((words) => slugger.slug(words))
}

/** The English partner of a chapter’s file. */
export const partnerOf = (path: string): string => path.replace(/content\/zh\//, 'content/en/')

/** The anchors of the English partner; none where there is none yet, or it cannot be read: a guard says so. */
const anchorsInPartner = (path: string): string[] => {
  const partner = partnerOf(path)
  if (!existsSync(partner)) return []
  try {
    const headings: string[] = []
    visit(parseChapter(new SourceText(partner, readFileSync(partner, 'utf8'))), 'heading', (node) => {
      headings.push(headingWords(node))
    })
    return anchorsOf(headings)
  } catch {
    return []
  }
}

/** Gives the headings of a Chinese chapter the anchors of its English partner, before Astro makes others of their words. */
export const rehypeSectionAnchors = () => (tree: Root, file: ProseFile) => {
  if (languageOfFile(file.path) === 'en') return
  const anchors = anchorsInPartner(file.path)
  visit(tree, 'element', (node: Element) => {
    const anchor = /^h[1-6]$/.test(node.tagName) && anchors.shift()
    if (anchor) node.properties.id = anchor
  })
}

/**
 * Puts a link to itself behind the heading of every section, for the pointer that copies an address: the contents have
 * the same links for everybody. The style shows its sign.
 */
export const rehypeSectionLinks = () => (tree: Root) => {
  visit(tree, 'element', (node: Element) => {
    if (!/^h[23]$/.test(node.tagName) || typeof node.properties.id !== 'string') return
    node.children.push({
      type: 'element',
      tagName: 'a',
      properties: { className: ['section-link'], href: `#${node.properties.id}`, ariaHidden: 'true', tabIndex: -1 },
      children: [],
    })
  })
}
