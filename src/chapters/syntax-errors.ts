import type { Nodes, Root } from 'mdast'
import { nearest, Problem } from '../../scripts/ledger/problem.ts'
import { components } from '../components/registry.ts'
import type { SourceText } from './source-text.ts'

/** What the MDX parser throws. `place` is missing where a tag is open at the end of the file. */
interface SyntaxMessage extends Error {
  readonly reason: string
  readonly ruleId?: string
  readonly source?: string
  readonly line?: number
  readonly column?: number
}

const isSyntaxMessage = (error: unknown): error is SyntaxMessage => error instanceof Error && 'reason' in error && 'ruleId' in error

interface Explanation {
  readonly what: string
  readonly expected?: string
  /** Where the mistake began, if that is not where the parser gave up. */
  readonly line?: number
  readonly column?: number
}

const sign = 'a tag such as <Num id="…" />, or &lt; for “less than”'
const brace = '\\{ for a brace in prose; {/* … */} for a remark'

/** Elements of HTML that hold nothing. */
const empty: ReadonlySet<string> = new Set(['br', 'wbr', 'hr', 'img', 'input'])

/** How the open tag at a place is closed: in itself, where nothing stands in such a one. */
const closed = (tag: string, text: string, line: number, column: number): string => {
  const name = tag.slice(1, -1)
  const rule = components.get(name)
  if (!empty.has(name) && (!rule || rule.words || Object.keys(rule.required).length === 0)) return tag.replace('<', '</')
  const written = /^<[^<>]*(?=>)/.exec(text.split('\n')[line - 1]?.slice(column - 1) ?? '')?.[0]
  return `${written?.trimEnd() ?? tag.slice(0, -1)} />`
}

/** Which of two tags that should be one has a name that is a slip for the other's. */
const misspeltOf = (opening: string, closing: string): 'opening' | 'closing' | undefined => {
  const known = components.has(opening)
  if (known === components.has(closing) || nearest(opening, [closing]).length === 0) return undefined
  return known ? 'closing' : 'opening'
}

const explain = ({ reason, ruleId = '', source = '', line: at = 1, column: from = 1 }: SyntaxMessage, text: string): Explanation => {
  // “... for `<Holds>` (3:1-3:20) ...”: where the open tag stands.
  const open = /for `(<[^`]*>)` \((\d+):(\d+)/.exec(reason)
  const closing = /closing tag `(<\/[^`]*>)`/.exec(reason)?.[1]
  const character = /character `(.+?)` \(/.exec(reason)?.[1] ?? ''
  if (ruleId === 'end-tag-mismatch' && open) {
    const [, tag = '', line = '', column = ''] = open
    const end = closed(tag, text, Number(line), Number(column))
    const misspelt = closing && misspeltOf(tag.slice(1, -1), closing.slice(2, -1))
    if (misspelt)
      return misspelt === 'opening'
        ? { what: `there is no component ${tag}`, expected: closing.replace('/', ''), line: Number(line), column: Number(column) }
        : { what: `there is no component ${closing.replace('/', '')}`, expected: end }
    if (closing) return { what: `${closing} stands where ${tag}, opened at ${line}:${column}, is still open`, expected: end }
    const where = reason.includes('end of `paragraph`') ? 'in the same paragraph' : 'in the same part of the text'
    return { what: `${tag} is opened here and not closed ${where}`, expected: end, line: Number(line), column: Number(column) }
  }
  if (ruleId === 'end-tag-mismatch') return { what: `${closing ?? 'the closing tag'} stands in another paragraph than its opening tag` }
  const line = text.split('\n')[at - 1] ?? ''
  if (ruleId === 'unexpected-closing-slash') {
    const name = /^<\/\s*([\w.]*)/.exec(line.slice(Math.max(0, from - 2)))?.[1] ?? ''
    return { what: 'a tag is closed here that was never opened', ...(empty.has(name) ? { expected: `<${name} />` } : {}) }
  }
  const address = [...line.matchAll(/<((?:https?:\/\/|mailto:|[\w.+-]+@)[^<>\s]*)>?/g)].find(
    ({ index, 0: { length } }) => index < from && from <= index + length + 1,
  )
  if (address)
    return {
      what: 'an address stands in angle brackets, and is read as a tag',
      expected: `[words](${address[1]})`,
      column: address.index + 1,
    }
  if (ruleId === 'unexpected-lazy')
    return { what: 'a tag goes on over lines that have left its list or quotation', expected: 'the whole tag on one line' }
  if (source === 'micromark-extension-mdxjs-esm') {
    return {
      what: 'a paragraph that begins with “import” or “export” is read as program text',
      expected: 'another first word; MDX files import nothing',
      column: 1,
    }
  }
  if (source === 'micromark-extension-mdx-expression') {
    return ruleId === 'unexpected-eof'
      ? { what: 'a brace “{” is opened and never closed', expected: brace }
      : { what: 'what stands in braces is read as program text, and is none', expected: brace }
  }
  if (character === '!') return { what: '“<!” begins no remark in MDX', expected: '{/* … */}' }
  if (reason.includes('before name') && (ruleId === 'unexpected-eof' || !character.trim()))
    return { what: '“<” opens a tag here, and no name follows', expected: sign }
  if (reason.includes('before name')) return { what: `“<” opens a tag here, and no tag's name begins with “${character}”`, expected: sign }
  if (reason.includes('before attribute value') && /[“”‘’＂]/.test(character))
    return { what: 'the quotes around an attribute are not straight', expected: 'straight quotes: name="value"' }
  if (reason.includes('before attribute value')) return { what: 'an attribute has no quotes around its value', expected: 'name="value"' }
  if (ruleId === 'unexpected-eof')
    return { what: 'a tag, or a quote in it, is opened and never closed', expected: '<Name attribute="value" />' }
  return { what: `the tag is not written as a tag at “${character}”`, expected: `<Name attribute="value" />; ${sign}` }
}

/** Turns what the MDX parser throws into a problem that the author of a chapter can mend; other errors pass through. */
export const syntaxProblem = (error: unknown, source: SourceText): Problem => {
  if (error instanceof RangeError) return tooDeep(source)
  if (!isSyntaxMessage(error)) throw error
  const { what, expected, ...from } = explain(error, source.text)
  const place = { file: source.file, line: from.line ?? error.line ?? 1, column: from.column ?? error.column ?? 1 }
  return new Problem(what, place, expected)
}

/** More levels than any text has, and fewer than anything that walks down a tree can take. */
const deepest = 60

/** What stands in so many others that nobody meant it, and that no stack would hold. */
const tooDeep = (source: SourceText, offset?: number): Problem => {
  // Where reading itself gave up, the first long row of what opens something.
  const at = offset ?? source.text.search(/(?:[*_[{]|<\w+>){40}/)
  return new Problem('too many things stand inside each other here', source.placeAt(Math.max(0, at)), `at most ${deepest} levels`)
}

/** Quotations and lists in each other are told before they are read: that takes a while, and then no stack would hold. */
export const refuseMarksInMarks = (source: SourceText): void => {
  const at = source.text.search(new RegExp(`^[ \\t]*(?:[>*+-][ \\t]?){${deepest},}[^\\s>*+-]`, 'm'))
  if (at >= 0) throw tooDeep(source, at)
}

/** Refuses a tree that is too deep, without going down into it step by step. */
export const refuseDepth = (tree: Root, source: SourceText): void => {
  let level: readonly Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) throw tooDeep(source, level[0]?.position?.start.offset)
    level = level.flatMap((node) => ('children' in node ? (node.children as Nodes[]) : []))
  }
}
