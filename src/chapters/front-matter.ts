import { isMap, isScalar, parseDocument } from 'yaml'
import { lineAt, yamlFault } from '../../scripts/ledger/data/yaml-faults.ts'
import { Complaints, expectedNames, type Problem } from '../../scripts/ledger/problem.ts'
import type { Place } from '../../scripts/ledger/types.ts'
import { unwritable } from '../drawing/font.ts'
import { allParts } from './order.ts'
import type { SourceText, Stretch } from './source-text.ts'

/** The keys of a chapter's front matter, and whether a chapter may leave them out. */
const keys: ReadonlyMap<string, 'required' | 'optional'> = new Map([
  ['title', 'required'],
  ['description', 'required'],
  ['part', 'required'],
  ['order', 'required'],
  ['short', 'optional'],
])

const required = [...keys].flatMap(([name, need]) => (need === 'required' ? [name] : []))

export interface FrontMatter {
  readonly problems: readonly Problem[]
  /** The values that readers see; `part` and `order` only sort. */
  readonly words: readonly Stretch[]
  /** Every value that is text, and where its key stands. */
  readonly values: ReadonlyMap<string, { readonly text: string; readonly place: Place }>
}

/** From the file's first line “---” to the next line “---”. A byte order mark may come first. */
const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*\r?$/m

/** The text with its front matter turned into spaces, so that lines and columns of the rest stay as they are. */
export const withoutFrontMatter = (text: string): string => text.replace(block, (matter) => matter.replace(/[^\r\n]/g, ' '))

/** Reads the front matter and says what is missing, unknown or empty, each at its line. */
export const readFrontMatter = (source: SourceText): FrontMatter => {
  const complaints = new Complaints()
  const top = source.placeAt(0)
  const match = block.exec(source.text)
  if (match?.index !== 0) {
    complaints.add('the file has no front matter', top, `“---”, ${required.join(', ')}, “---” at its head`)
    return nothing(complaints)
  }
  const from = source.text.indexOf('\n') + 1
  const document = parsed(match[1] ?? '')
  if (!document) {
    complaints.add('the front matter is not YAML: too many things stand inside each other', source.placeAt(from), 'text for each key')
    return nothing(complaints)
  }
  const pairs = isMap(document.contents) ? document.contents.items : []
  for (const { message, pos, code } of document.errors) {
    // A quote that is never closed is shown where it opens: it runs from the last value on to the end.
    const last = pairs.at(-1)?.value
    const start = code === 'MISSING_CHAR' && isScalar(last) ? last.range?.[0] : undefined
    const fault = yamlFault({ message, code }, lineAt(match[1] ?? '', pos[0]))
    complaints.add(`the front matter is not YAML: ${fault.what}`, source.placeAt(from + (start ?? pos[0])), fault.expected)
  }
  if (document.errors.length > 0) return nothing(complaints)

  const words: Stretch[] = []
  const values = new Map<string, { text: string; place: Place }>()
  const found = new Set<string>()
  for (const { key, value } of pairs) {
    if (!isScalar(key)) continue
    const name = String(key.value)
    const place = source.placeAt(from + (key.range?.[0] ?? 0))
    found.add(name)
    if (!keys.has(name)) complaints.add(`the key “${name}” means nothing here`, place, expectedNames(name, keys.keys()))
    const text = isScalar(value) && typeof value.value === 'string' ? value.value.trim() : ''
    // Others read these as no text at all, and an author means them as one only between quotes.
    if (isScalar(value) && value.type === 'PLAIN' && /^(?:null|~|true|false)$/i.test(text)) {
      complaints.add(`${name} is “${text}”, which is no text`, place, `words, or "${text}" in quotes`)
      continue
    }
    if (text) values.set(name, { text, place })
    const sign = name === 'title' ? unwritable(text) : undefined
    if (!isScalar(value) || !text) complaints.add(`${name} is empty`, place, 'text')
    else if (name !== 'part' && /<\/?[a-z][^<>]*>|\*\*|(?<![\w*])\*(?=[^\s*])[^*]*[^\s*]\*|\[[^\]]+\]\([^)]*\)/i.test(text))
      complaints.add(`${name} has signs of Markdown or HTML, and they would be printed`, place, 'words alone')
    else if (sign) complaints.add(`the title has “${sign}”, which the font of the page’s picture lacks`, place, 'Chinese, or Latin letters')
    else if (name === 'part') {
      if (!allParts.some((part) => part === text)) complaints.add(`there is no part “${text}”`, place, expectedNames(text, allParts))
    } else if (name !== 'order')
      words.push({ words: String(value.value), start: from + (value.range?.[0] ?? 0), end: from + (value.range?.[1] ?? 0) })
    else if (!/^\d+$/.test(text)) complaints.add(`order is “${text}”`, place, 'a whole number')
  }
  for (const [name, need] of keys) if (need === 'required' && !found.has(name)) complaints.add(`the front matter has no ${name}`, top)
  return { problems: complaints.list, words, values }
}

/** The front matter as YAML; nothing where it is too deep to be read. */
const parsed = (text: string) => {
  try {
    return parseDocument(text, { schema: 'failsafe', prettyErrors: false })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const nothing = ({ list }: Complaints): FrontMatter => ({ problems: list, words: [], values: new Map() })
