import type { Nodes, Root } from 'mdast'
import type { Language } from '../../../scripts/ledger/types.ts'
import { readFrontMatter } from '../../chapters/front-matter.ts'
import type { SourceText } from '../../chapters/source-text.ts'
import { type ComponentUse, usesIn } from '../../chapters/uses.ts'
import { components } from '../../components/registry.ts'
import { readAttributes } from '../html.ts'
import { headingWords } from '../sections.ts'

/** What stands in a passage for a number, a formula or code: something a reader meets that is no word. */
export const thing = '\uFFFC'

/** What stands in a passage for an address and the marks and spaces that touch it: a mark moved there would join the address. */
export const address = '\uE000'

/** Addresses as GFM links them, and wherever else words hold one; entities, escapes, and code or formulas in an attribute. */
const addresses = /(?:https?:\/\/|www\.)[^\s<]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi
const noProse = /&(?:#\d+|#x[\da-f]+|\w+);|\\[!-/:-@[-`{-~]|\$\$.+?\$\$|`[^`\n]+`/gi
const touching = new RegExp(`[^\\p{L}\\p{N}${thing}]*${address}+[^\\p{L}\\p{N}${thing}${address}]*`, 'gu')

/** Words alone, as long as before: what is no prose is covered. */
const covered = (text: string, foreign: readonly (readonly [number, number])[]): string => {
  let result = text
  for (const [from, to] of foreign) result = result.slice(0, from) + thing.repeat(to - from) + result.slice(to)
  return result
    .replace(addresses, (words) => address.repeat(words.length))
    .replace(noProse, (words) => thing.repeat(words.length))
    .replace(touching, (words) => address.repeat(words.length))
}

/**
 * A run of words as a reader meets it: a paragraph, a heading, a table's cell, an attribute or a value of the front
 * matter. Tags and marks are left out, and every character knows where the file has it.
 */
export interface Passage {
  readonly text: string
  /** The file's offset of each character; one more for the end. */
  readonly at: readonly number[]
  /** Where <Holds> binds the words, or <Cite> cites them: from, to. */
  readonly bound: readonly (readonly [number, number])[]
  /** In running text a component may stand; in an attribute or the front matter only words. */
  readonly setting: 'text' | 'heading' | 'attribute'
  /** How many headings stand before it: 0 is what comes before the first. */
  readonly section: number
}

/** A link of a chapter, as it is written. */
export interface Link {
  readonly url: string
  readonly offset: number
}

/** A heading, with its words as its anchor is made of them. */
export interface Heading {
  readonly depth: number
  readonly offset: number
  readonly text: string
}

/** One chapter, sound enough to be read: its words, its headings and links. */
export interface Chapter {
  readonly source: SourceText
  readonly language: Language
  readonly slug: string
  readonly passages: readonly Passage[]
  readonly uses: readonly ComponentUse[]
  readonly headings: readonly Heading[]
  readonly links: readonly Link[]
}

type Parent = Extract<Nodes, { children: unknown }>
const isPhrasing = ({ type }: Nodes): boolean =>
  [
    'text',
    'emphasis',
    'strong',
    'delete',
    'inlineCode',
    'inlineMath',
    'link',
    'linkReference',
    'image',
    'break',
    'mdxJsxTextElement',
  ].includes(type)

/** An element that says its words are in another language than the chapter's. */
const isForeign = (node: Nodes, language: Language): node is Extract<Nodes, { attributes: unknown }> =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
  node.attributes.some(
    ({ type, ...attribute }) =>
      type === 'mdxJsxAttribute' &&
      'name' in attribute &&
      attribute.name === 'lang' &&
      typeof attribute.value === 'string' &&
      attribute.value.slice(0, 2) !== language,
  )

/** Gathers characters with their places. */
class Gathering {
  text = ''
  readonly at: number[] = []
  readonly bound: [number, number][] = []
  /** Words in another language, from and to: the rules of this one are not theirs. */
  readonly foreign: [number, number][] = []

  add(words: string, start: number): void {
    for (let index = 0; index < words.length; index++) this.at.push(start + index)
    this.text += words
  }
  thing(start: number): void {
    this.add(thing, start)
  }
  passage(end: number, setting: Passage['setting'], section: number): Passage {
    return { text: covered(this.text, this.foreign), at: [...this.at, end], bound: this.bound, setting, section }
  }
}

/** Reads a parsed chapter into its words. */
export const readPassages = (source: SourceText, tree: Root, language: Language, slug: string): Chapter => {
  const passages: Passage[] = []
  const headings: Heading[] = []
  const links: Link[] = []
  const from = ({ position }: Nodes): number => position?.start.offset ?? 0
  const to = ({ position }: Nodes): number => position?.end.offset ?? 0

  for (const { start, end } of readFrontMatter(source).words) {
    const quoted = /^["']/.test(source.text.slice(start, start + 1)) ? 1 : 0
    const gathering = new Gathering()
    gathering.add(source.text.slice(start + quoted, end - quoted), start + quoted)
    passages.push(gathering.passage(end - quoted, 'attribute', 0))
  }

  const readAttributesOf = (node: Nodes): void => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return
    const { required = {}, optional = {} } = components.get(node.name ?? '') ?? {}
    const kinds: Readonly<Record<string, string>> = { ...required, ...optional }
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue
      if (kinds[attribute.name] !== 'words' && !readAttributes.has(attribute.name)) continue
      const start = attribute.position?.start.offset ?? 0
      const end = (attribute.position?.end.offset ?? 1) - 1
      const first = start + source.text.slice(start, end + 1).search(/["']/) + 1
      const gathering = new Gathering()
      gathering.add(source.text.slice(first, end), first)
      passages.push(gathering.passage(end, 'attribute', headings.length))
    }
  }

  /** How many elements in another language are open. */
  let abroad = 0
  const gather = (node: Nodes, into: Gathering): void => {
    const start = into.text.length
    const foreign = isForeign(node, language)
    if (foreign) for (const child of node.children as Nodes[]) gather(child, into)
    else gatherHere(node, into)
    if (foreign) into.foreign.push([start, into.text.length])
  }
  const gatherHere = (node: Nodes, into: Gathering): void => {
    readAttributesOf(node)
    if (node.type === 'text') {
      // A line that goes on is one space, whatever its indent; the file's own text is kept, escapes and all.
      const raw = source.text.slice(from(node), to(node))
      let index = 0
      for (const line of raw.matchAll(/\r?\n[ \t>]*/g)) {
        into.add(raw.slice(index, line.index), from(node) + index)
        into.add('\n', from(node) + line.index)
        index = line.index + line[0].length
      }
      into.add(raw.slice(index), from(node) + index)
    } else if (node.type === 'link') {
      links.push({ url: node.url, offset: from(node) })
      for (const child of node.children) gather(child, into)
    } else if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
      const start = into.text.length
      if (node.name === 'Cite' || node.name === 'br') {
        for (const child of node.children) gather(child, into)
      } else if (node.children.length === 0) into.thing(from(node))
      else for (const child of node.children) gather(child, into)
      if (node.name === 'Holds' || node.name === 'Cite') into.bound.push([start, into.text.length])
    } else if ('children' in node) {
      for (const child of node.children) gather(child, into)
    } else if (node.type !== 'footnoteReference') into.thing(from(node))
  }

  const walk = (node: Parent): void => {
    const foreign = isForeign(node, language)
    if (foreign) abroad++
    walkHere(node)
    if (foreign) abroad--
  }
  const walkHere = (node: Parent): void => {
    if (node.type === 'heading') headings.push({ depth: node.depth, offset: from(node), text: headingWords(node) })
    readAttributesOf(node)
    if ((node.children as Nodes[]).some(isPhrasing)) {
      const gathering = new Gathering()
      for (const child of node.children as Nodes[]) gather(child, gathering)
      if (abroad > 0) gathering.foreign.push([0, gathering.text.length])
      const last = node.children.at(-1) as Nodes
      passages.push(gathering.passage(to(last), node.type === 'heading' ? 'heading' : 'text', headings.length))
      return
    }
    for (const child of node.children as Nodes[]) {
      if ('children' in child) walk(child)
      else readAttributesOf(child)
    }
  }
  walk(tree)
  return { source, language, slug, passages, uses: usesIn(tree), headings, links }
}
