/** Mending changes marks and spaces, never words, and never what Markdown makes of them. */
import type { Nodes } from 'mdast'
import { parseChapter } from '../../chapters/parse.ts'
import { SourceText } from '../../chapters/source-text.ts'
import { type Edit, edited, type Finding } from './finding.ts'
import type { Chapter } from './passages.ts'

/** A text without marks and spaces: what must stay. */
export const lettersOf = (text: string): string => text.replace(/[\p{P}\p{S}\s]/gu, '')

/** What a node is, and all of it that is no prose: addresses, code, formulas. */
const shapeOf = (node: Nodes): unknown[] => [
  node.type,
  'name' in node ? node.name : '',
  'url' in node ? node.url : '',
  node.type !== 'text' && 'value' in node ? node.value : '',
  'children' in node ? (node.children as Nodes[]).map(shapeOf) : [],
]

const shape = (file: string, text: string): string | undefined => {
  try {
    return JSON.stringify(shapeOf(parseChapter(new SourceText(file, text))))
  } catch {
    return undefined
  }
}

/** The findings, without the edits that would change more than marks and spaces. */
export const safely = ({ source: { file, text } }: Chapter, findings: readonly Finding[]): Finding[] => {
  const edits = findings.flatMap(({ edit }) => edit ?? [])
  if (edits.length === 0) return [...findings]
  const before = shape(file, text)
  const keeps = (some: readonly Edit[]): boolean => {
    const after = edited(text, some)
    return lettersOf(after) === lettersOf(text) && shape(file, after) === before
  }
  if (keeps(edits)) return [...findings]
  const kept: Edit[] = []
  for (const edit of edits) if (keeps([...kept, edit])) kept.push(edit)
  return findings.map((finding) => (finding.edit && kept.includes(finding.edit) ? finding : { problem: finding.problem }))
}
