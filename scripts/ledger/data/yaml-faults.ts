import { signInWords } from '../text/signs.ts'

/** What the YAML parser says of a mistake, and the mistake as an author made it. */
interface YamlFault {
  readonly what: string
  readonly expected?: string
}

const quotes = 'quotes around the whole value: key: "…"'

/** A key with a full-width colon, at the head of a line or of a pair in braces. */
const wideColon = /(?:^\s*(?:- )?|[{,]\s*)([\w.-]+)：/
export const wideColonAfter = (text: string): YamlFault | undefined => {
  const key = wideColon.exec(text)?.[1]
  return key ? { what: `a full-width colon follows the key “${key}”`, expected: `a half-width colon and a space: ${key}: …` } : undefined
}

const own = (what: string, expected: string): YamlFault => ({ what, expected })

/** Each of the parser's codes; what it says itself is in words of its own making. */
const byCode: Readonly<Record<string, YamlFault>> = {
  ALIAS_PROPS: own('a reference carries a name or a tag', 'the value itself'),
  BAD_ALIAS: own('a value begins with “*” or “&”, which has a meaning of its own', quotes),
  BAD_COLLECTION_TYPE: own('a value begins with “!”, which has a meaning of its own', quotes),
  BAD_DIRECTIVE: own('a line begins with “%”, which has a meaning of its own', 'quotes around the value, or no such line'),
  BAD_DQ_ESCAPE: own(
    'a backslash stands in double quotes, where it has a meaning of its own',
    "the value in single quotes: '…', or each backslash twice",
  ),
  BAD_INDENT: own('the line is not as far in as those that it belongs to', 'the same number of spaces as its neighbours'),
  BAD_PROP_ORDER: own('a value begins with “&” or “!”, which has a meaning of its own', quotes),
  BAD_SCALAR_START: own('a value begins with a sign that has a meaning of its own', quotes),
  BLOCK_AS_IMPLICIT_KEY: own('a colon stands in a value without quotes', quotes),
  BLOCK_IN_FLOW: own('a colon stands in a value without quotes', quotes),
  KEY_OVER_1024_CHARS: own('what stands before the colon is too long for a key', quotes),
  MULTIPLE_ANCHORS: own('a value begins with “&”, which has a meaning of its own', quotes),
  MULTIPLE_DOCS: own('a line “---” begins a second file within this one', 'no such line: one file holds one group of keys, or one list'),
  MULTIPLE_TAGS: own('a value begins with “!”, which has a meaning of its own', quotes),
  NON_STRING_KEY: own('a group or a list stands where a key belongs', 'a word before the colon'),
  RESOURCE_EXHAUSTION: own('groups stand in groups too many times over', 'a few levels'),
  TAB_AS_INDENT: own('a tab indents this line', 'spaces'),
  TAG_RESOLVE_FAILED: own('a value begins with “!”, which has a meaning of its own', quotes),
  UNEXPECTED_TOKEN: own('a sign stands here that nothing asks for', `${quotes}, or braces and brackets that open and close`),
}

/** What the parser misses, by its words for it. */
const missing: readonly (readonly [RegExp, YamlFault])[] = [
  [/end with (?:a )?}/, own('a brace is opened and never closed', '“}” after the last pair')],
  [/end with (?:a )?]/, own('a bracket is opened and never closed', '“]” after the last item')],
  [
    /^Missing ,/,
    own('no comma stands between these two', 'a comma and a space; quotes around a value with a quote, a brace or a colon in it'),
  ],
  [/^Missing space after :/, own('no space follows the colon', 'a colon and a space')],
  [/^Tags and anchors must/, own('a value begins with “!” or “&”, which has a meaning of its own', quotes)],
  [/^(?:Block scalar header|Not a YAML token)/, own('a value begins with “>” or “|”, which has a meaning of its own', quotes)],
  [
    /^Unexpected block-seq-ind on same line/,
    own('a list begins on the line of its key', 'its items on the lines below, or in brackets: [a, b]'),
  ],
  [/^Comments must be separated/, own('“#” stands in a value without quotes', quotes)],
  [/^Sequence item without/, own('no “- ” begins this item of the list', '“- ” before each item')],
  [/^Block collection cannot start/, own('a value stands on the line “---”', 'no such line')],
]

/** Puts the parser's words for a mistake into an author's; `line` is the line on which the parser stopped. */
export const yamlFault = ({ code, message }: { readonly code: string; readonly message: string }, line: string): YamlFault => {
  if (message.startsWith('Unexpected scalar at node end') && !/["']/.test(line))
    return own('this line is of another kind than those before it', 'only items with “- ”, or only keys with a colon, side by side')
  if (message.startsWith('Unexpected scalar')) return own('words stand beside a value in quotes', `${quotes}; or a comma between two pairs`)
  if (code === 'MULTILINE_IMPLICIT_KEY' || /^(?:Implicit (?:map )?keys|A collection cannot)/.test(message)) {
    const key = /^\s*(?:- )?([\w.-]+):\S/.exec(line)?.[1]
    const plain = own('no colon follows the key on this line', 'a key, a colon and a space: key: …')
    return wideColonAfter(line) ?? (key ? { what: `no space follows the colon of “${key}”`, expected: `${key}: …` } : plain)
  }
  return missing.find(([words]) => words.test(message))?.[1] ?? byCode[code] ?? own('nothing can be made of this line', quotes)
}

/** The line of a text on which an offset stands. */
export const lineAt = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? ''

/** A mistake, and where in the text it stands. */
interface PlacedFault extends YamlFault {
  readonly offset: number
}

/** Marks of Chinese typing that look like those which give a file its shape, and what to write. */
const wideMarks: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '－': '-',
  '＃': '#',
  '＂': '"',
  '“': '"',
  '”': '"',
}

/**
 * Full-width marks where half-width ones give a file its shape: after a key, around and between pairs, before an item.
 * `known` tells the keys that there are, by which a comma between pairs is told from one in a sentence. What stands in quotes,
 * in comments and in values that go over lines is words.
 */
export const wideMarksIn = (text: string, known: ReadonlySet<string>): readonly PlacedFault[] => {
  const faults: PlacedFault[] = []
  let offset = 0
  let block: number | undefined
  for (const line of text.split('\n')) {
    const start = offset
    offset += line.length + 1
    const indent = /^ */.exec(line)?.[0].length ?? 0
    if (line.startsWith('＃')) faults.push({ ...own(`${signInWords('＃')} begins a comment`, '“#”, half-width'), offset: start })
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    if (block !== undefined && indent > block) continue
    block = /[:-]\s+[|>][-+\d]*\s*$/.test(line) ? indent : undefined
    const found = wideMarkIn(line, known)
    if (found) faults.push({ ...found, offset: start + found.offset })
  }
  return faults
}

const wideMarkIn = (line: string, known: ReadonlySet<string>): PlacedFault | undefined => {
  // Words in quotes are as long as before, and no marks any more.
  const bare = line.replace(/(?<=^|[\s:[{,，：［｛])("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/g, (quoted) => 'x'.repeat(quoted.length))
  const space = /^ *[\t\u00A0\u3000\u2000-\u200B]/.exec(bare)
  if (space) {
    const at = space[0].length - 1
    return { ...own(`${signInWords(line[at] ?? '')} indents this line`, 'spaces'), offset: at }
  }
  const fault = (at: number, what: string): PlacedFault => {
    const mark = line[at] ?? ''
    return { ...own(`${signInWords(mark)} ${what}`, `“${wideMarks[mark] ?? mark}”, half-width`), offset: at }
  }
  const item = /^\s*－\s*(?=\S)/.exec(bare)
  if (item) return fault(item[0].indexOf('－'), 'begins an item of a list')
  const isKey = (word: string) => known.size === 0 || known.has(word)
  const colon = /(?:^\s*(?:-\s+)?|[{,｛，[［]\s*)([\w.-]+)\s*：/.exec(bare)
  if (colon) {
    const [whole, word = ''] = colon
    const offset = colon.index + whole.lastIndexOf(word)
    const key = line.slice(offset, offset + word.length).replace(/^["']|["']$/g, '')
    return { ...(wideColonAfter(`${key}：`) ?? own('a full-width colon follows a key', 'a half-width colon and a space')), offset }
  }
  const opening = /(?::\s+|-\s+|[{[,]\s*)([｛［【])/.exec(bare)
  if (opening) return fault(opening.index + opening[0].length - 1, 'opens a group or a list')
  for (const [whole, word = ''] of bare.matchAll(/[，、]\s*([\w.-]+):(?=\s)/g)) {
    const at = bare.indexOf(whole)
    if (isKey(word) && /[{｛]/.test(bare.slice(0, at))) return fault(at, `parts “${word}” from what stands before it`)
  }
  const closes = /[｝］】]\s*(?:#.*)?$/.exec(bare)
  const opens = (bare.match(/[{[]/g) ?? []).length > (bare.match(/[}\]]/g) ?? []).length
  if (closes && opens) return fault(closes.index, 'closes a group or a list')
  return undefined
}
