import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import type { Piece } from './listing.ts'

/** A YAML file's lines: comments, keys, and the ids of figures wherever they stand. */
export const yamlPieces = (text: string, figures: Ledger['figures']): readonly (readonly Piece[])[] =>
  text.split('\n').map((line) => {
    const comment = line.search(/(^|\s)#/)
    // A sign in quotes begins no comment.
    const code = comment >= 0 && line.slice(0, comment).split('"').length % 2 === 1 ? line.slice(0, comment) : line
    return [
      ...[...code.matchAll(/([\w-]+(?:\.[\w-]+)+)|([\w-]+)(?=:(?:\s|$))|[^\w]+|\w+/g)].map(
        ([part, dotted, key]): Piece => ({
          text: part,
          ...(dotted !== undefined && figures.has(dotted) ? { figure: dotted } : {}),
          ...(key === undefined ? {} : { kind: 'key' }),
        }),
      ),
      ...(code === line ? [] : [{ text: line.slice(code.length), kind: 'comment' } as const]),
    ].reduce(joinPlain, [])
  })

const joinPlain = (pieces: readonly Piece[], piece: Piece): readonly Piece[] => {
  const last = pieces.at(-1)
  const plain = ({ kind, figure }: Piece) => kind === undefined && figure === undefined
  return last && plain(last) && plain(piece) ? [...pieces.slice(0, -1), { text: last.text + piece.text }] : [...pieces, piece]
}

/** A table's lines: every cell that is a figure leads to it. */
export const csvPieces = (text: string, inputs: Ledger['data']['inputs']): readonly (readonly Piece[])[] => {
  const byLine = Map.groupBy(inputs, ({ place }) => place.line)
  return text.split('\n').map((line, index) => {
    const pieces: Piece[] = []
    let end = 0
    for (const { id, digits, place } of (byLine.get(index + 1) ?? []).toSorted((a, b) => a.place.column - b.place.column)) {
      const start = line.indexOf(digits, place.column - 1)
      if (start < end) continue
      pieces.push({ text: line.slice(end, start) }, { text: digits, kind: 'number', figure: id })
      end = start + digits.length
    }
    return [...pieces, { text: line.slice(end), ...(index === 0 ? { kind: 'key' as const } : {}) }].filter(({ text: own }) => own !== '')
  })
}
