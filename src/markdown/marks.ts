import type { Nodes, Paragraph, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { SourceText } from '../chapters/source-text.ts'

/** Marks that Markdown prints as they stand, though whoever wrote them meant what other tools make of them. */
interface Mark {
  readonly pattern: RegExp
  readonly what: (written: string) => string
  readonly expected: string
}

/** Anywhere in words: no code, no formula. A backslash says that a mark is meant as it stands. */
const inWords: readonly Mark[] = [
  {
    pattern: /(?<!\\)\*\*(?:[^*\n]*\*\*)?/g,
    what: () => 'the asterisks are printed and make nothing bold',
    expected: 'the stop or bracket outside the asterisks: **words**。',
  },
  {
    pattern: /(?<![\\\w_])__(?=\S)(?:[^_\n]*__)?|(?<=[^\s\\_])__(?![\w_])/g,
    what: () => 'the underscores are printed and make nothing bold',
    expected: '**words**',
  },
  {
    pattern: /(?<![\\\w*])\*(?=[^\s*])[^*\n]*[^\s*\\]\*(?!\*)/g,
    what: () => 'the asterisks are printed and set nothing apart',
    expected: 'the stop or bracket outside the asterisks: *words*。',
  },
  {
    pattern: /(?<![\\\w_])_(?=[^\s_])[^_\n]*[^\s_\\]_(?![\w_])/g,
    what: () => 'the underscores are printed and set nothing apart',
    expected: '*words*',
  },
  {
    pattern: /(?<!\\)\$\$/g,
    what: () => 'two dollar signs open a formula that nothing closes',
    expected: '$$ … $$ in one paragraph, or \\$ for a dollar sign',
  },
  {
    pattern: /(?<![\\$\w])\$(?![\s\d$])[^$\n]*?[^\s\\$]\$(?![\d$])/g,
    what: (written) => `“${written}” is printed with its dollar signs, and is no formula`,
    expected: 'two of them on each side: $$x$$',
  },
  {
    pattern: /\\\([^\n]*?\\\)|\\\[(?=(?:(?!\\\]).)*?(?!\\\])[\\^_=])[^\n]*?\\\]/g,
    what: (written) => `“${written}” is printed without its backslashes, and is no formula`,
    expected: '$$x$$',
  },
  { pattern: /(?<!\\)\\[A-Za-z]{2,}/g, what: (written) => `“${written}” is printed as it stands, and is no formula`, expected: '$$x$$' },
  {
    pattern: /(?<![=\\])==(?=[^\s=])[^=\n]*[^\s=]==(?!=)|\[\[[^[\]\n]+\]\]/g,
    what: (written) => `“${written}” is printed as it stands`,
    expected: '**words**, or a link: [words](a-chapter)',
  },
  {
    // The address itself may be made a link, and then stands behind.
    pattern: /(?:\[[^[\]\n^]+\](?: [（(]|（)|［[^［］\n]+］ ?[（(])(?=$|https?:|www\.|#)/g,
    what: (written) => `“${written}” begins no link, and is printed`,
    expected: '[words](address): half-width brackets, and no space between',
  },
  {
    pattern: /\[[^[\]\n^]+\]\((?!https?:)[^()\n]*\s[^()\n]*\)/g,
    what: (written) => `“${written}” is no link, and is printed`,
    expected: '[words](address), with no space in the address',
  },
  {
    pattern: /[^\s\t]\t+(?=\S)/g,
    what: () => 'a tab parts these words, and is printed as a space',
    expected: 'a space; for a table | a | b | in each line, and a line of dashes under the heads',
  },
  {
    pattern: /&(?:nbsp|lt|gt|amp|quot|mdash|ndash|hellip|times|middot)\b(?!;)/g,
    what: (written) => `“${written}” is printed as it stands`,
    expected: 'a semicolon after it, or the sign itself',
  },
]

/** At the head of a line: what would begin a heading, an item or a row, had it a space, or dashes under it. */
const atHead: readonly Mark[] = [
  {
    pattern: /^(?:#{1,6}(?=[^\s#\d])|＃+)/,
    what: (written) => `“${written}” begins no heading, and is printed`,
    expected: '## and a space before the words',
  },
  {
    pattern: /^(?:[-+]|\*(?![^\n]*\*))(?=[\p{L}“（《<[])|^\d{1,2}[.)](?=[^\s\d])/u,
    what: (written) => `“${written}” begins no item of a list, and is printed`,
    expected: 'a space after it',
  },
  {
    pattern: /^:{3,}|^\[TOC\]/i,
    what: (written) => `“${written}” is nothing that the page knows, and is printed`,
    expected: 'a heading, a quotation or a component; the contents come by themselves',
  },
  {
    pattern: /^(?:[\u3000\u2000-\u200A\u00A0]|&(?:emsp|ensp|nbsp|#12288|#x3000);)+/i,
    what: () => 'spaces that are printed indent this line',
    expected: 'the words alone: the page sets paragraphs apart',
  },
  {
    pattern: /^[•●○▪■◆➢·・](?=\s*\p{L})/u,
    what: (written) => `“${written}” begins no item of a list, and is printed`,
    expected: '- and a space',
  },
  {
    pattern: /^[|｜]/,
    what: () => 'this line has bars and belongs to no table',
    expected: 'under the heads a line with as many cells of dashes: | --- | --- |',
  },
]

/** 一、, （二） and 3、: lines of one paragraph follow each other as one. */
const byHand = /^(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、．）])/

/** Complains of marks that a reader would see, and of those that do what nobody meant. */
export const checkMarks = (tree: Root, source: SourceText, complaints: Complaints): void => {
  visit(tree, (node, _, parent) => {
    const [from, to] = spanOf(node)
    const place = () => source.placeAt(from)
    const written = source.text.slice(from, to)
    switch (node.type) {
      case 'text':
        refuseIn(written, from, inWords, source, complaints)
        refuseUnknownSigns(written, node.value, from, source, complaints)
        break
      case 'paragraph':
        refuseHeadsOfLines(node, source, complaints)
        if (parent?.type === 'root' && isBoldLine(node))
          complaints.add(
            `${written.split('\n', 1)[0]?.trimEnd()} stands alone in bold, and is no heading: neither the contents nor a link lead to it`,
            place(),
            '## or ### and the words; or a sentence with its stop',
          )
        break
      case 'delete':
        if (!written.startsWith('~~'))
          complaints.add(`“${written}” is struck through`, place(), '～, 至 or – for a range; \\~ for the sign; ~~ … ~~ to strike words')
        break
      case 'list':
        // Items are numbered by the page, where nobody looks for a number of the ledger.
        if (node.ordered && (node.start ?? 1) > 99)
          complaints.add(`a list begins at ${node.start}`, place(), `1., or ${node.start}\\. for a number that begins no list`)
        break
      case 'heading':
        if (!/^ *#/.test(written))
          complaints.add(
            'a line of dashes makes a heading of the words above it',
            place(),
            '## and the heading, or an empty line before the dashes',
          )
        break
      case 'code':
      case 'math':
        // What is never closed takes in all the rest of the chapter.
        if (!/^(?:`{3,}|~{3,}|\$\$)/.test(written) || /\n[ \t>]*(?:`{3,}|~{3,}|\$\$)[ \t]*$/.test(written)) break
        complaints.add(
          node.type === 'code' ? 'this code is never closed' : 'this formula is never closed',
          place(),
          `a line ${/^(?:`{3,}|~{3,}|\$\$)/.exec(written)?.[0]} after its last`,
        )
        break
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
        if (node.value.trim() === '') complaints.add('braces with nothing in them are not printed', place(), '\\{\\} for braces in prose')
    }
  })
}

/** Bold words that are a paragraph, or a line that ends by force, and no sentence. */
const isBoldLine = ({ children }: Paragraph): boolean => {
  const [only, next] = children
  if (only?.type !== 'strong' || (next && next.type !== 'break')) return false
  const last = only.children.at(-1)
  return only.children.every(({ type }) => type === 'text') && last?.type === 'text' && !/[。！？!?.…；;，,：:][”’）)]*$/.test(last.value)
}

const spanOf = ({ position }: Nodes): readonly [number, number] => [position?.start.offset ?? 0, position?.end.offset ?? 0]

const refuseIn = (written: string, from: number, marks: readonly Mark[], source: SourceText, complaints: Complaints): void => {
  const taken: [number, number][] = []
  for (const { pattern, what, expected } of marks)
    for (const { 0: found, index } of written.matchAll(pattern)) {
      // One slip is told once, as the first mark that it is.
      if (taken.some(([start, end]) => index < end && index + found.length > start)) continue
      taken.push([index, index + found.length])
      complaints.add(what(found), source.placeAt(from + index), expected)
    }
}

/** “&foo;” is a sign to nobody: the parser leaves in the words what it does not know. */
const refuseUnknownSigns = (written: string, read: string, from: number, source: SourceText, complaints: Complaints): void => {
  for (const { 0: sign, index } of written.matchAll(/&(?:#\w+|[A-Za-z][a-z]+\d*);/g))
    if (read.includes(sign) && !written.includes(`&amp;${sign.slice(1)}`))
      complaints.add(`“${sign}” is no sign that HTML knows, and is printed`, source.placeAt(from + index), 'the sign itself')
}

/** The words of a node that are neither code nor formula, as stretches of the file. */
const textSpans = (node: Parents): (readonly [number, number])[] =>
  node.children.flatMap((child) => (child.type === 'text' ? [spanOf(child)] : 'children' in child ? textSpans(child) : []))

const refuseHeadsOfLines = (paragraph: Paragraph, source: SourceText, complaints: Complaints): void => {
  const [from, to] = spanOf(paragraph)
  const spans = textSpans(paragraph)
  const lines = [...source.text.slice(from, to).matchAll(/(?<=^|\n)[ \t>]*([^\r\n]*)/g)].flatMap(({ 0: all, 1: words = '', index }) => {
    const at = from + index + all.length - words.length
    return words && spans.some(([start, end]) => start <= at && at < end) ? [{ words, at }] : []
  })
  for (const [number, { words, at }] of lines.entries()) {
    const before = lines[number - 1]?.words ?? ''
    // Of a table’s rows the first is enough.
    if (/^[|｜]/.test(before) && /^[|｜]/.test(words)) continue
    if (byHand.test(before) && byHand.test(words) && !byHand.test(lines[number - 2]?.words ?? ''))
      complaints.add(
        'lines that are numbered by hand run together',
        source.placeAt(at),
        'an empty line between them, or a list: 1. and a space',
      )
    for (const { pattern, what, expected } of atHead) {
      const found = pattern.exec(words)?.[0]
      if (found) complaints.add(what(found), source.placeAt(at), expected)
    }
  }
  const bars = lines.findIndex(({ words }, number) =>
    [words, lines[number + 1]?.words].every((line) => line && /^[^|｜]+\s[|｜]\s/.test(line)),
  )
  const row = lines[bars]
  if (row) complaints.add('lines with bars make no table', source.placeAt(row.at), 'a line of dashes under the heads: --- | ---')
}
