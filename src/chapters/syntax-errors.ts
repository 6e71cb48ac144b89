import { Problem } from '../../scripts/ledger/problem.ts'
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

const explain = ({ reason, ruleId = '', source = '' }: SyntaxMessage): Explanation => {
  // “... for `<Holds>` (3:1-3:20) ...”: where the open tag stands.
  const open = /for `(<[^`]*>)` \((\d+):(\d+)/.exec(reason)
  const closing = /closing tag `(<\/[^`]*>)`/.exec(reason)?.[1]
  const character = /character `(.+?)` \(/.exec(reason)?.[1] ?? ''
  if (ruleId === 'end-tag-mismatch' && open) {
    const [, tag = '', line = '', column = ''] = open
    const end = tag.replace('<', '</')
    if (closing) return { what: `${closing} stands where ${tag}, opened at ${line}:${column}, is still open`, expected: end }
    const where = reason.includes('end of `paragraph`') ? 'in the same paragraph' : 'in the same part of the text'
    return { what: `${tag} is opened here and not closed ${where}`, expected: end, line: Number(line), column: Number(column) }
  }
  if (ruleId === 'end-tag-mismatch') return { what: `${closing ?? 'the closing tag'} stands in another paragraph than its opening tag` }
  if (ruleId === 'unexpected-closing-slash') return { what: 'a tag is closed here that was never opened' }
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
  if (!isSyntaxMessage(error)) throw error
  const { what, expected, ...from } = explain(error)
  const place = { file: source.file, line: from.line ?? error.line ?? 1, column: from.column ?? error.column ?? 1 }
  return new Problem(what, place, expected)
}
