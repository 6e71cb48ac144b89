import type { Nodes, Root } from 'mdast'
import { Complaints, type Problem } from '../../scripts/ledger/problem.ts'
import type { Language, Place } from '../../scripts/ledger/types.ts'
import type { SourceText } from '../chapters/source-text.ts'
import { components, identityOf } from '../components/registry.ts'
import { chapterLink } from './links.ts'

export interface Chapter {
  readonly source: SourceText
  readonly tree: Root
}

/** One chapter in both languages; one of them may be missing, and should not be. */
export type Pair = { readonly slug: string } & Partial<Readonly<Record<Language, Chapter>>>

/** A heading with what stands under it up to the next heading; depth 0 is what comes before the first. */
interface Section {
  readonly name: string
  readonly depth: number
  readonly place: Place
  /** What must be the same in both languages, and where each occurrence stands. */
  readonly uses: ReadonlyMap<string, readonly Place[]>
}

const sectionsOf = ({ source, tree }: Chapter): Section[] => {
  const sections = [{ name: 'the opening', depth: 0, place: source.placeAt(0), uses: new Map<string, Place[]>() }]
  const urls = new Map(tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])))
  const walk = (node: Nodes): void => {
    const place = source.placeAt(node.position?.start.offset ?? 0)
    if (node.type === 'heading') {
      const title = source.text.slice(node.position?.start.offset, node.position?.end.offset).replace(/^#+\s*/, '')
      sections.push({ name: `the section “${title}”`, depth: node.depth, place, uses: new Map() })
    }
    if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name && components.has(node.name)) {
      const uses = sections.at(-1)?.uses
      const use = useOf(
        node.name,
        new Map(node.attributes.flatMap((attribute) => ('name' in attribute ? [[attribute.name, attribute.value]] : []))),
      )
      uses?.set(use, [...(uses.get(use) ?? []), place])
    }
    const use = chapterLinked(node, urls)
    // How often a chapter is linked is the prose's own affair.
    if (use && !sections.at(-1)?.uses.has(use)) sections.at(-1)?.uses.set(use, [place])
    if ('children' in node) node.children.forEach(walk)
  }
  walk(tree)
  return sections
}

/** A link to a chapter, by the chapter: headings are called differently in the two languages. */
const chapterLinked = (node: Nodes, urls: ReadonlyMap<string, string>): string | undefined => {
  const url = node.type === 'link' ? node.url : node.type === 'linkReference' ? urls.get(node.identifier) : undefined
  const slug = url && chapterLink.exec(url)?.[1]
  return slug ? `a link to ${slug}` : undefined
}

/** A component as both languages must have it: its ids and predicates without the spaces that do not count, no words. */
const useOf = (name: string, attributes: ReadonlyMap<string, unknown>): string => {
  const identity = identityOf(name)
    .filter((key) => attributes.has(key) || components.get(name)?.required[key])
    .map((key) => ` ${key}="${String(attributes.get(key) ?? '').replace(/\s+/g, '')}"`)
  return `<${name}${identity.join('')}>`
}

/** What two languages' chapters do not have in common, told at the section that lacks it. */
export const parityProblems = (pairs: readonly Pair[]): Problem[] => {
  const complaints = new Complaints()
  for (const { slug, zh, en } of pairs) {
    if (zh && en) compareChapters(sectionsOf(zh), sectionsOf(en), complaints)
    else if (zh) complaints.add(`has no partner content/en/${slug}.mdx`, zh.source.placeAt(0))
    else if (en) complaints.add(`has no partner content/zh/${slug}.mdx`, en.source.placeAt(0))
  }
  return [...complaints.list]
}

const compareChapters = (zh: readonly Section[], en: readonly Section[], complaints: Complaints): void => {
  const [first, second] = unequalMiddle(zh, en)
  if (first.length !== second.length) {
    compareNumbers(first, second, complaints)
    return
  }
  for (const [index, one] of first.entries()) {
    const other = second[index]
    if (!other) continue
    if (one.depth !== other.depth) {
      // Sections that are not each other's partners would differ in everything.
      complaints.add(
        `${other.name} is at level ${other.depth}, its partner ${at(one.place)} at level ${one.depth}`,
        other.place,
        'the same levels in both languages',
      )
      return
    }
    lacks(one, other, complaints)
    lacks(other, one, complaints)
  }
}

/** Leaves off the sections, from the head and from the foot, that agree: what is left shows where a section is missing. */
const unequalMiddle = (zh: readonly Section[], en: readonly Section[]): [readonly Section[], readonly Section[]] => {
  const agree = (one: Section | undefined, other: Section | undefined): boolean =>
    one?.depth === other?.depth && signature(one) === signature(other)
  const least = Math.min(zh.length, en.length)
  let head = 0
  while (head < least && agree(zh[head], en[head])) head++
  let foot = 0
  while (foot < least - head && agree(zh.at(-1 - foot), en.at(-1 - foot))) foot++
  return [zh.slice(head, zh.length - foot), en.slice(head, en.length - foot)]
}

const signature = (section: Section | undefined): string =>
  [...(section?.uses ?? [])]
    .map(([use, places]) => `${use}${places.length}`)
    .sort()
    .join()

const compareNumbers = (zh: readonly Section[], en: readonly Section[], complaints: Complaints): void => {
  const [more, fewer] = zh.length > en.length ? [zh, en] : [en, zh]
  const [surplus] = more
  const [partner] = fewer
  if (!surplus) return
  if (!partner) for (const { name, place } of more) complaints.add(`${name} has no partner in the other language`, place)
  else
    complaints.add(
      `from ${surplus.name} on there are ${more.length} sections, where ${at(partner.place)} has ${fewer.length}`,
      surplus.place,
      'the same sections in both languages',
    )
}

const lacks = (having: Section, lacking: Section, complaints: Complaints): void => {
  for (const [use, places] of having.uses) {
    const present = lacking.uses.get(use)?.length ?? 0
    for (const place of places.slice(present))
      complaints.add(`${lacking.name} lacks ${present > 0 ? 'a further ' : ''}${use}, which ${at(place)} has`, lacking.place)
  }
}

const at = ({ file, line }: Place): string => `${file}:${line}`
