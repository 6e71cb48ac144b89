/** What a chapter is not done with: placeholders, and links to headings that are not there. */

import { expectedNames, Problem } from '../../../scripts/ledger/problem.ts'
import { codeOf } from '../../../scripts/ledger/text/signs.ts'
import { anchorsOf } from '../sections.ts'
import { type Finding, findingIn } from './finding.ts'
import type { Chapter } from './passages.ts'

export const placeholderFindings = ({ source, passages }: Chapter): Finding[] =>
  passages.flatMap((passage) =>
    [...passage.text.matchAll(/\b(?:TODO|FIXME|XXX)\b/g)].map(({ index, 0: words }) =>
      findingIn(source, passage, [index, index + words.length], `${words} is still to be written`, 'the words that belong here'),
    ),
  )

/** What a reader sees that nobody meant: asterisks in an attribute, where nothing is made bold, and characters without width. */
export const strayFindings = ({ source, passages }: Chapter): Finding[] =>
  passages.flatMap((passage) => [
    ...(passage.setting === 'attribute' ? [...passage.text.matchAll(/\*\*/g)] : []).map(({ index }) =>
      findingIn(source, passage, [index, index + 2], 'the asterisks are printed and make nothing bold', 'words without them'),
    ),
    ...[...passage.text.matchAll(/[\u200B\u200C\u2060\uFEFF\u00AD]|(?<!\p{Emoji}|\uFE0F)\u200D/gu)].map(({ index, 0: character }) =>
      findingIn(source, passage, [index, index + 1], `a character without width stands here: ${codeOf(character)}`, 'nothing in its place'),
    ),
  ])

/**
 * What a link may end in: the anchors of a chapter's headings, which both languages have from the English ones, and
 * those of its charts, tables and sources.
 */
const anchorsIn = ({ source }: Chapter, { headings }: Chapter): ReadonlySet<string> => {
  const parts = [...source.text.matchAll(/<(Chart|Table|Cite)\s+(?:id|source)="([^"]+)"/g)]
  return new Set([
    ...anchorsOf(headings.map(({ text }) => text)),
    ...parts.map(([, name = '', id]) => `${name === 'Cite' ? 'source' : name.toLowerCase()}-${id}`),
    'text',
  ])
}

/** An anchor as its heading has it; a percent sign that encodes nothing is meant as it stands. */
const decoded = (anchor: string): string => {
  try {
    return decodeURI(anchor)
  } catch {
    return anchor
  }
}

/** Links to a place inside a chapter, its own or another's; chapters that are not there are another guard's. */
export const anchorFindings = (chapters: readonly Chapter[]): Finding[] => {
  const english = new Map(chapters.filter(({ language }) => language === 'en').map((chapter) => [chapter.slug, chapter]))
  const anchors = new Map(
    chapters.map((chapter) => [`${chapter.language}/${chapter.slug}`, anchorsIn(chapter, english.get(chapter.slug) ?? chapter)]),
  )
  return chapters.flatMap(({ source, language, slug, links }) =>
    links.flatMap(({ url, offset }): Finding[] => {
      const [, target, anchor] = /^(?![a-z][a-z0-9+.-]*:|\/)([^#?]*)#(.+)$/i.exec(url) ?? []
      const known = anchors.get(`${language}/${target || slug}`)
      if (anchor === undefined || !known || known.has(decoded(anchor))) return []
      const at = Math.max(offset, source.text.indexOf(url, offset))
      return [
        {
          problem: new Problem(`${target || 'this chapter'} has no heading “#${anchor}”`, source.placeAt(at), expectedNames(anchor, known)),
        },
      ]
    }),
  )
}
