import { tsPlugin } from '@sveltejs/acorn-typescript'
import { type Comment, Parser, type Token } from 'acorn'
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

/** A script's lines, each as pieces with their colour and what they name: a figure's id, an import, what was imported. */
export const scriptPieces = (text: string, names: Names): readonly (readonly Piece[])[] => {
  const tokens: Token[] = []
  const comments: Comment[] = []
  const { body } = TypeScriptParser.parse(text, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
    onToken: tokens,
    onComment: comments,
  })
  const imported = new Map(
    body.flatMap((statement) =>
      statement.type === 'ImportDeclaration'
        ? statement.specifiers.map(({ local }) => [local.name, String(statement.source.value)] as const)
        : [],
    ),
  )
  const pieces: Piece[] = []
  let end = 0
  // Where the parser had to try twice, tokens are told twice.
  for (const token of [...tokens, ...comments].sort((a, b) => a.start - b.start)) {
    if (token.start < end || token.end === token.start) continue
    pieces.push({ text: text.slice(end, token.start) })
    pieces.push(pieceOf(token, text, imported, names))
    end = token.end
  }
  pieces.push({ text: text.slice(end) })
  return splitLines(pieces)
}

const pieceOf = (token: Token | Comment, text: string, imported: ReadonlyMap<string, string>, names: Names): Piece => {
  const own = text.slice(token.start, token.end)
  const kind = kindOf(token, own, text)
  if (kind === 'string') {
    const value = own.slice(1, -1)
    const script = value.startsWith('.') ? names.place(value) : undefined
    return { text: own, kind, ...(names.isFigure(value) ? { figure: value } : {}), ...(script ? { script } : {}) }
  }
  const from = kind ? undefined : imported.get(own)
  const isMember = /^\s*:|\.$/.test(text.slice(token.end, token.end + 2)) || text[token.start - 1] === '.'
  const script = from === undefined || isMember ? undefined : names.place(from, own)
  return { text: own, ...(kind ? { kind } : {}), ...(script ? { script } : {}) }
}

const kindOf = (token: Token | Comment, own: string, text: string): Kind | undefined => {
  if (token.type === 'Block' || token.type === 'Line') return 'comment'
  const { label, keyword } = token.type as Token['type']
  if (label === 'string' || label === 'template' || label === '`') return 'string'
  if (label === 'num') return 'number'
  const isWord = contextual.has(own) && !/^\s*[:,)]/.test(text.slice(token.end))
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
