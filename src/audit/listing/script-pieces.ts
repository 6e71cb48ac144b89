import { tsPlugin } from '@sveltejs/acorn-typescript'
import { type Comment, Parser, type Token } from 'acorn'
import { cachedNow } from '../../lib/cache.ts'
import type { FilePlace, Kind, Piece } from './listing.ts'

/** What a script's words may name. */
interface Names {
  readonly isFigure: (id: string) => boolean
  /** Where another script, or what is imported from it by name, stands. */
  readonly place: (from: string, name?: string) => FilePlace | undefined
}

const TypeScriptParser = Parser.extend(tsPlugin())

/** Words that the tokeniser takes for names. */
const contextual: ReadonlySet<string> = new Set(['as', 'from', 'interface', 'readonly', 'satisfies', 'type'])

/** A word, a sign or a comment: where it stands in its text, and what it is where that has a colour. */
interface Word {
  readonly start: number
  readonly end: number
  readonly kind: Kind | undefined
}

/** What a script's text is made of, whatever its words may name. */
interface Parsed {
  readonly words: readonly Word[]
  /** What is imported by name, and from where. */
  readonly imported: ReadonlyMap<string, string>
}

const parsed = (text: string): Parsed => {
  const tokens: Token[] = []
  const comments: Comment[] = []
  const { body } = TypeScriptParser.parse(text, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
    onToken: tokens,
    onComment: comments,
  })
  return {
    words: [...tokens, ...comments]
      .sort((a, b) => a.start - b.start)
      .map((token) => ({ start: token.start, end: token.end, kind: kindOf(token, text) })),
    imported: new Map(
      body.flatMap((statement) =>
        statement.type === 'ImportDeclaration'
          ? statement.specifiers.map(({ local }) => [local.name, String(statement.source.value)] as const)
          : [],
      ),
    ),
  }
}

/** A script's lines, each as pieces with their colour and what they name: a figure's id, an import, what was imported. */
export const scriptPieces = (text: string, names: Names): readonly (readonly Piece[])[] => {
  const { words, imported } = cachedNow('scripts', [text], () => parsed(text))
  const pieces: Piece[] = []
  let end = 0
  // Where the parser had to try twice, words are told twice.
  for (const word of words) {
    if (word.start < end || word.end === word.start) continue
    pieces.push({ text: text.slice(end, word.start) })
    pieces.push(pieceOf(word, text, imported, names))
    end = word.end
  }
  pieces.push({ text: text.slice(end) })
  return splitLines(pieces)
}

const pieceOf = ({ start, end, kind }: Word, text: string, imported: ReadonlyMap<string, string>, names: Names): Piece => {
  const own = text.slice(start, end)
  if (kind === 'string') {
    const value = own.slice(1, -1)
    const script = value.startsWith('.') ? names.place(value) : undefined
    return { text: own, kind, ...(names.isFigure(value) ? { figure: value } : {}), ...(script ? { script } : {}) }
  }
  const from = kind ? undefined : imported.get(own)
  const isMember = /^\s*:|\.$/.test(text.slice(end, end + 2)) || text[start - 1] === '.'
  const script = from === undefined || isMember ? undefined : names.place(from, own)
  return { text: own, ...(kind ? { kind } : {}), ...(script ? { script } : {}) }
}

const kindOf = (token: Token | Comment, text: string): Kind | undefined => {
  if (token.type === 'Block' || token.type === 'Line') return 'comment'
  const { label, keyword } = token.type as Token['type']
  if (label === 'string' || label === 'template' || label === '`') return 'string'
  if (label === 'num') return 'number'
  const isWord = contextual.has(text.slice(token.start, token.end)) && !/^\s*[:,)]/.test(text.slice(token.end))
  return keyword || label === 'const' || isWord ? 'keyword' : undefined
}

/** Pieces of a whole text, parted at its line breaks; neighbours without a mark of their own are one. */
export const splitLines = (pieces: readonly Piece[]): readonly (readonly Piece[])[] => {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    for (const [index, text] of piece.text.split('\n').entries()) {
      if (index > 0) lines.push([])
      const line = lines.at(-1)
      const last = line?.at(-1)
      if (text === '' || !line) continue
      if (last && isPlain(last) && isPlain(piece)) line[line.length - 1] = { text: last.text + text }
      else line.push({ ...piece, text })
    }
  }
  return lines
}

const isPlain = ({ kind, figure, script }: Piece): boolean => kind === undefined && figure === undefined && script === undefined
