/** Marks of Markdown and HTML in words of data, charts and tables, which are shown as they stand. */
import { globSync, readFileSync } from 'node:fs'
import { isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { Problem } from '../../../scripts/ledger/problem.ts'
import type { Place } from '../../../scripts/ledger/types.ts'
import type { Finding } from './finding.ts'

const tag = String.raw`</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>`
const others = [
  String.raw`\*\*[^\s*][^*\n]*\*\*`,
  String.raw`(?<![\w_])__[^\s_][^_\n]*__(?![\w_])`,
  String.raw`(?<![\w*])\*[^\s*](?:[^*\n]*[^\s*])?\*(?![\w*])`,
  String.raw`!?\[[^[\]\n]+\]\([^()\s]+\)`,
  '`[^`\n]+`',
  String.raw`\$\$[^$\n]+\$\$`,
  String.raw`&(?:#\d+|#x[\da-fA-F]+|[A-Za-z]{2,8});`,
].join('|')
const markup = new RegExp(`${tag}|${others}`, 'g')
/** Styles of citation know a few tags in the titles of works. */
const markupOfTitles = new RegExp(others, 'g')

/** Keys of words that a reader meets: in both languages, or in one text that both write alike. */
const ofWords: ReadonlySet<unknown> = new Set([
  'zh',
  'en',
  'heading',
  'label',
  'short',
  'group',
  'note',
  'title',
  'subtitle',
  'text',
  'description',
])
/** Of a specification only these are words; the rest may be expressions. */
const ofSpec: ReadonlySet<unknown> = new Set(['title', 'subtitle', 'text', 'description'])

/** What of a file is read as words and has marks in it, by its offset. */
const markedIn = (text: string, lines: LineCounter, pattern: RegExp): readonly { readonly written: string; readonly at: number }[] => {
  const found: { written: string; at: number }[] = []
  visit(parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false }), {
    Scalar: (key, { value, range }, ancestors) => {
      if (key === 'key' || typeof value !== 'string') return
      const keys = ancestors.flatMap((each) => (isPair(each) && isScalar(each.key) ? [each.key.value] : []))
      if (!ofWords.has(keys.at(-1)) || (keys.includes('spec') && !keys.some((each) => ofSpec.has(each)))) return
      for (const [written] of value.matchAll(pattern)) {
        const start = range?.[0] ?? 0
        found.push({ written, at: Math.max(start, text.indexOf(written, start)) })
      }
    },
  })
  return found
}

const finding = (written: string, place: Place): Finding => ({
  problem: new Problem(`“${written}” is printed as it stands: these words are shown as text`, place, 'words without marks'),
})

/** The same in the labels of figures that scripts declare. */
export const markupInLabels = (figures: Iterable<Figure>): Finding[] =>
  [...figures].flatMap(({ label, short, place }) =>
    place.file.endsWith('.ts')
      ? [label, short].flatMap((words) =>
          words ? [words.zh, words.en].flatMap((text) => [...text.matchAll(markup)].map(([written]) => finding(written, place))) : [],
        )
      : [],
  )

export const markupFindings = (root: string): Finding[] =>
  globSync(['data/**/*.yaml', 'content/**/*.yaml'], { cwd: root })
    .sort()
    .flatMap((file): Finding[] => {
      const text = readFileSync(`${root}/${file}`, 'utf8')
      const pattern = file === 'data/sources.yaml' ? markupOfTitles : markup
      // Hardly a file has any, and to take them all apart would be slow.
      if (text.search(pattern) < 0) return []
      const lines = new LineCounter()
      return markedIn(text, lines, pattern).map(({ written, at }) => {
        const { line, col } = lines.linePos(at)
        return finding(written, { file, line, column: col })
      })
    })
