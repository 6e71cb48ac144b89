import { existsSync } from 'node:fs'
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { Complaints, expectedNames, nearest, Problem, Problems } from '../problem.ts'
import type { Place } from '../types.ts'
import { readText } from './read-text.ts'
import { lineAt, wideColonAfter, wideMarksIn, yamlFault } from './yaml-faults.ts'

type Path = readonly PropertyKey[]

export interface YamlFile<T> {
  readonly value: T
  /** Where the node at a path stands; for a missing key, where its parent stands. */
  readonly placeOf: (path: Path) => Place
}

/**
 * Reads a YAML file whose scalars are all kept as text (digits survive as printed) and holds it against a schema.
 * Everything wrong is reported together, each at its line and column; `keys` are those to offer for a misspelt one.
 */
export const readYaml = <T>(root: string, file: string, schema: z.ZodType<T>, keys: readonly string[] = []): YamlFile<T> => {
  if (!existsSync(`${root}/${file}`)) throw new Problem('the file is missing', { file, line: 1, column: 1 })
  const text = readText(root, file)
  const last = remembered?.get(`${root}/${file}`)
  // What a schema let through once, it lets through again.
  if (last && last.text === text && last.schema === schema) return last.read as YamlFile<T>
  const read = parsed(file, text, schema, keys)
  remembered?.set(`${root}/${file}`, { text, schema, read })
  return read
}

/** Files as they were last read, by their paths; only while the report is written. */
let remembered: Map<string, { readonly text: string; readonly schema: unknown; readonly read: YamlFile<unknown> }> | undefined

/** From here on a file that has not changed is not taken apart again: of a second's change, all but one have not. */
export const rememberYaml = (): void => {
  remembered ??= new Map()
}

/** Groups within groups that a file may have; far more than anybody reads. */
const deepest = 60
const tooDeep = (place: Place): Problem => new Problem(`groups stand in groups more than ${deepest} deep`, place, 'a few levels')

/** Where a text first goes deeper than that, by its braces and brackets or by how far its lines stand in. */
const whereTooDeep = (text: string): Pick<Place, 'line' | 'column'> => {
  let open = 0
  const levels: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const indent = line.search(/\S/)
    if (indent < 0) continue
    while ((levels.at(-1) ?? -1) >= indent) levels.pop()
    levels.push(indent)
    if (levels.length > deepest) return { line: index + 1, column: indent + 1 }
    for (const [column, sign] of [...line].entries()) {
      if (sign === '{' || sign === '[') open += 1
      if (sign === '}' || sign === ']') open -= 1
      if (open > deepest) return { line: index + 1, column: column + 1 }
    }
  }
  return { line: 1, column: 1 }
}

const parsed = <T>(file: string, text: string, schema: z.ZodType<T>, keys: readonly string[]): YamlFile<T> => {
  try {
    return shaped(file, text, schema, keys)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooDeep({ file, ...whereTooDeep(text) })
  }
}

const shaped = <T>(file: string, text: string, schema: z.ZodType<T>, keys: readonly string[]): YamlFile<T> => {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const complaints = new Complaints()
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(Math.min(offset, Math.max(0, text.trimEnd().length - 1)))
    return { file, line, column: col }
  }

  // Where no keys are told, any word may be one.
  const known = new Set(keys.length > 0 ? [...keys, 'zh', 'en'] : [])
  const wide = (): readonly Problem[] =>
    wideMarksIn(text, known).map(({ what, expected, offset }) => new Problem(what, placeAt(offset), expected))
  // A full-width mark makes the parser lose its way, and what it says after that is no mistake of the author's.
  const stopAtWideMarks = (from: number): void => {
    const faults = wide()
    const [first] = faults
    if (first && first.place.line <= from) throw new Problems(faults)
  }
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw tooDeep({ file, ...whereTooDeep(text) })
  if (document.errors.length > 0) stopAtWideMarks(Math.max(...document.errors.map(({ pos }) => placeAt(pos[0]).line)))

  // One tab makes the parser lose its way: what it says after that is not the author's mistake.
  const tab = /^[ \t]*?(?=\t)/m.exec(text)
  if (tab && document.errors.length > 0) throw new Problem('a tab indents this line', placeAt(tab.index + tab[0].length), 'spaces')

  const told = new Set<number>()
  for (const error of [...document.errors, ...document.warnings]) {
    // The parser says several things of one line; the first is the mistake.
    const { line } = placeAt(error.pos[0])
    // A line that is out of place puts those after it out of place.
    const isEffect = error.code === 'BAD_INDENT' && [1, 2].some((before) => told.has(line - before))
    if (told.has(line)) continue
    told.add(line)
    if (isEffect) continue
    if (error.code === 'DUPLICATE_KEY') {
      complaints.add(...duplicateKey(document, error.pos[0], placeAt))
      continue
    }
    const fault = yamlFault(error, lineAt(text, error.pos[0]))
    // A quote that never closes is best shown where it opens, not where the file ends.
    const unclosed = error.code === 'MISSING_CHAR' && /closing .?quote/i.test(error.message)
    complaints.add(
      unclosed ? 'a quote is opened here and never closed' : `this is not YAML: ${fault.what}`,
      placeAt(unclosed ? openingQuote(text, error.pos[0]) : error.pos[0]),
      unclosed ? 'a closing quote of the same kind on the same line' : fault.expected,
    )
  }
  complaints.stopIfAny()
  visit(document, {
    Collection: (_, node, path) => {
      if (path.length <= 2 * deepest) return
      throw tooDeep(placeAt(node.range?.[0] ?? 0))
    },
    // A pair in braces without a value: a comma, or a full-width colon, has made a key of what was meant as words.
    Pair: (_, { key, value }, path) => {
      // The language that reads it keeps this name for itself, and what goes by it would be lost.
      if (isScalar(key) && key.value === '__proto__')
        complaints.add('nothing can be called “__proto__”', placeAt(key.range?.[0] ?? 0), 'another name')
      const parent = path.at(-1)
      if (value !== null || !isMap(parent) || !parent.flow || !isScalar(key)) return
      const words = String(key.value)
      const fault = wideColonAfter(words)
      if (!fault) stopAtWideMarks(placeAt(key.range?.[0] ?? 0).line)
      complaints.add(
        fault?.what ?? `a comma without quotes parts “${words}” from the value before it`,
        placeAt(key.range?.[0] ?? 0),
        fault?.expected ?? 'quotes around the whole value: key: "…, …"',
      )
    },
    Alias: (_, node) => {
      complaints.add(`*${node.source} repeats a value by reference`, placeAt(node.range?.[0] ?? 0), 'the value itself')
    },
  })
  complaints.stopIfAny()

  const placeOf = (path: Path): Place => {
    let node: unknown = document.contents
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
        if (!pair) break
        if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
        node = pair.value
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)]
        if (!isNode(item) || isAlias(item)) break
        offset = item.range?.[0] ?? offset
        node = item
      } else break
    }
    return placeAt(offset)
  }

  if (document.contents === null) throw new Problem('the file is empty', { file, line: 1, column: 1 })
  const result = schema.safeParse(document.toJS(), { reportInput: true })
  if (!result.success) {
    stopAtWideMarks(Number.POSITIVE_INFINITY)
    for (const issue of result.error.issues) report(complaints, issue, placeOf, keys, document.toJS())
    complaints.stopIfAny()
  }
  return { value: result.data as T, placeOf }
}

/** A key that a group has twice, with the line of the first. */
const duplicateKey = (document: Document, offset: number, placeAt: (offset: number) => Place): [string, Place, string] => {
  let found: { readonly name: string; readonly first: number } | undefined
  visit(document, {
    Map: (_, { items }) => {
      const twin = items.find(({ key }) => isScalar(key) && key.range?.[0] === offset)
      if (!twin || !isScalar(twin.key)) return
      const name = String(twin.key.value)
      const first = items.find(({ key }) => isScalar(key) && String(key.value) === name)
      found = { name, first: isScalar(first?.key) ? (first.key.range?.[0] ?? 0) : 0 }
      return visit.BREAK
    },
  })
  const before = found ? `, first in line ${placeAt(found.first).line}` : ''
  return [`“${found?.name ?? 'this key'}” stands twice in one group${before}`, placeAt(offset), 'one of the two, or a name of its own']
}

/** The last quote before `end` that a value or list item opens with. */
const openingQuote = (text: string, end: number): number => {
  const before = text.slice(0, Math.max(1, end))
  const opens = [...before.matchAll(/(?:^|[:,[{-]\s*)(["'])/gm)]
  // The unclosed quote is the first one after which no quote of its kind closes on the same line.
  for (const open of opens) {
    const at = open.index + open[0].length - 1
    const rest = before.slice(at + 1, before.indexOf('\n', at + 1) === -1 ? undefined : before.indexOf('\n', at + 1))
    if (!rest.includes(open[1] ?? '"')) return at
  }
  return Math.max(0, end - 1)
}

/** What a schema calls a value, as an author calls it. */
const inWords: Readonly<Record<string, string>> = { object: 'a group of keys', record: 'a group of keys', array: 'a list', string: 'text' }

/** Keys whose values are words in both languages. */
const bilingualKeys: ReadonlySet<string> = new Set(['label', 'title', 'reason', 'why'])

const isLanguage = (key: PropertyKey | undefined): boolean => key === 'zh' || key === 'en'

/** What an item of a list is told by, in the order of what tells most. */
const tellers = ['claim', 'id', 'figure', 'figures', 'row', 'to', 'column', 'about'] as const

/** A path in an author's words: an item of a list goes by what it is about, else by its number, which begins at one. */
const itemNamed = (whole: unknown, path: Path): string => {
  let node = whole
  let words = ''
  for (const step of path) {
    const isItem = Array.isArray(node)
    node = (node as Readonly<Record<PropertyKey, unknown>> | undefined)?.[step]
    const item = node as Readonly<Record<string, unknown>> | undefined
    const told = isItem ? tellers.map((key) => item?.[key]).find((value) => typeof value === 'string' && value !== '') : undefined
    if (isItem) words += `${words && ', '}${told === undefined ? `item ${Number(step) + 1}` : `“${String(told)}”`}: `
    else words += `${words && !words.endsWith(' ') ? '.' : ''}${String(step)}`
  }
  return words.replace(/: $/, '')
}

/** What the schema library says of a value that may have several shapes and has none of them. */
const unionWithoutWords = 'Invalid input'

/** The shape that a value was meant to have: one of its own kind, a group or text, that least is wrong with. */
const nearestShape = (shapes: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] => {
  const otherKind = (issues: readonly z.core.$ZodIssue[]) => issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0)
  const [first = []] = shapes.toSorted((a, b) => Number(otherKind(a)) - Number(otherKind(b)) || a.length - b.length)
  return first
}

const report = (
  complaints: Complaints,
  issue: z.core.$ZodIssue,
  placeOf: (path: Path) => Place,
  keys: readonly string[],
  whole: unknown,
): void => {
  const name = itemNamed(whole, issue.path) || 'the file'
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      complaints.add(
        `${name}: the key “${key}” means nothing here`,
        placeOf([...issue.path, key]),
        nearest(key, keys).join(', or ') || undefined,
      )
    }
  } else if (issue.code === 'invalid_value') {
    const given = typeof issue.input === 'string' ? issue.input : ''
    complaints.add(
      given ? `${name}: “${given}” is not known` : `${name} is missing or not known`,
      placeOf(issue.path),
      // What a schema lists is a closed list, and worth reading a little longer.
      expectedNames(given, issue.values.map(String), 16),
    )
  } else if (issue.code === 'invalid_type' && issue.input === undefined && isLanguage(issue.path.at(-1))) {
    complaints.add(
      `${itemNamed(whole, issue.path.slice(0, -1))} has no ${issue.path.at(-1) === 'zh' ? 'Chinese' : 'English'} words`,
      placeOf(issue.path),
      '{ zh: …, en: … }',
    )
  } else if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === '' || issue.input === null)) {
    const words = bilingualKeys.has(String(issue.path.at(-1)))
    complaints.add(
      `${name} is ${issue.input === undefined ? 'missing' : 'empty'}`,
      placeOf(issue.path),
      words
        ? '{ zh: …, en: … }'
        : issue.input === undefined && issue.expected !== 'object'
          ? 'a value'
          : (inWords[issue.expected] ?? 'a value'),
    )
  } else if (issue.code === 'invalid_type') {
    const given = Array.isArray(issue.input) ? 'array' : typeof issue.input
    complaints.add(`${name} is ${inWords[given] ?? given}`, placeOf(issue.path), inWords[issue.expected] ?? issue.expected)
  } else if (issue.code === 'invalid_union' && issue.message === unionWithoutWords && issue.errors.length > 0) {
    for (const inner of nearestShape(issue.errors))
      report(complaints, { ...inner, path: [...issue.path, ...inner.path] }, placeOf, keys, whole)
  } else if (issue.code === 'invalid_key') {
    complaints.add(`${name}: ${issue.issues.map(({ message }) => message).join('; ')}`, placeOf(issue.path))
  } else if (issue.code === 'too_small') {
    const [what, expected] = issue.origin === 'array' ? ['an empty list', 'at least one item, or no such key'] : ['empty', 'words']
    complaints.add(`${name} is ${what}`, placeOf(issue.path), expected)
  } else {
    const expected: unknown = issue.code === 'custom' ? issue.params?.expected : undefined
    complaints.add(`${name}: ${issue.message}`, placeOf(issue.path), typeof expected === 'string' ? expected : undefined)
  }
}
