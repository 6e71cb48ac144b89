import { dirname, join } from 'node:path/posix'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { declaringLine, linesOf } from '../../../scripts/ledger/publish/declaring-line.ts'
import { fingerprints } from '../../../scripts/ledger/publish/fingerprints.ts'
import type { Place } from '../../../scripts/ledger/types.ts'
import { csvPieces, yamlPieces } from './data-pieces.ts'
import { scriptPieces } from './script-pieces.ts'

/** What a piece of a line is, for its colour. */
export type Kind = 'comment' | 'keyword' | 'string' | 'number' | 'key'

/** A piece of a line, and what it names: a figure by its id, or a script. */
export interface Piece {
  readonly text: string
  readonly kind?: Kind
  readonly figure?: string
  readonly script?: FilePlace
}

/** A file, or a line of it. */
export type FilePlace = Pick<Place, 'file'> & Partial<Pick<Place, 'line'>>

/** A line of a file with what it declares: figures, and results that a source claims. */
export interface Line {
  readonly number: number
  readonly pieces: readonly Piece[]
  readonly figures: readonly string[]
  readonly claims: readonly string[]
}

/** Every file that a number may be followed to, as the ledger lists them, with its fingerprint; and the table of contents. */
export const listedFiles = (ledger: Ledger): ReadonlyMap<string, string | undefined> => {
  const known = memory(ledger)
  known.files ??= new Map([
    ...Object.entries(fingerprints(ledger.root)).filter(([file]) => !file.endsWith('.md')),
    [contentsFile, undefined],
  ])
  return known.files
}

/** The script that says in which order the others are read. */
export const contentsFile = 'scripts/index.ts'

/** A file as lines, read and taken apart once for all pages that show a part of it. */
export const listingOf = (ledger: Ledger, file: string): readonly Line[] => {
  const { listings } = memory(ledger)
  const known = listings.get(file)
  if (known) return known
  const declared = declarationsIn(ledger, file)
  const claims = Map.groupBy(
    ledger.data.claims.filter(({ place }) => place.file === file),
    ({ place }) => place.line,
  )
  const lines = piecesOf(ledger, file).map(
    (pieces, index): Line => ({
      number: index + 1,
      pieces,
      figures: declared.get(index + 1)?.map(({ id }) => id) ?? [],
      claims: claims.get(index + 1)?.map(({ id }) => id) ?? [],
    }),
  )
  listings.set(file, lines)
  return lines
}

const piecesOf = (ledger: Ledger, file: string): readonly (readonly Piece[])[] => {
  const text = linesOf(ledger, file).join('\n')
  if (file.endsWith('.yaml')) return yamlPieces(text, ledger.figures)
  if (file.endsWith('.csv')) return csvPieces(text, inputsIn(ledger, file))
  const files = listedFiles(ledger)
  return scriptPieces(text, {
    isFigure: (id) => ledger.figures.has(id),
    /** A formula's own line; of any other script, the script. */
    place: (from, name) => {
      const path = join(dirname(file), from)
      const formula = name === undefined ? undefined : ledger.formulas.get(name)
      if (formula?.file === path) return { file: path, line: formula.line }
      return files.has(path) ? { file: path } : undefined
    },
  })
}

const inputsIn = (ledger: Ledger, file: string) => ledger.data.inputs.filter(({ place }) => place.file === file)

/** The line on which the comment begins that describes what stands on a line; the line itself where there is none. */
export const describedFrom = (ledger: Ledger, { file, line }: Pick<Place, 'file' | 'line'>): number => {
  const before = linesOf(ledger, file).slice(0, line - 1)
  return before.at(-1)?.trim().endsWith('*/') ? before.findLastIndex((text) => text.trim().startsWith('/**')) + 1 : line
}

/** What that comment says; empty where there is none. */
export const descriptionOf = (ledger: Ledger, place: Pick<Place, 'file' | 'line'>): string =>
  linesOf(ledger, place.file)
    .slice(describedFrom(ledger, place) - 1, place.line - 1)
    .map((text) => text.replace(/^\s*(\/\*\*|\*\/|\*)?\s?|\s*\*\/\s*$/g, ''))
    .join(' ')
    .trim()

/** What a file says of itself: the comment at the head of a data file, or before the first thing that a script exports. */
export const headOf = (ledger: Ledger, file: string): string => {
  const lines = linesOf(ledger, file)
  if (!file.endsWith('.ts'))
    return lines
      .slice(
        0,
        Math.max(
          0,
          lines.findIndex((text) => !text.startsWith('#')),
        ),
      )
      .map((text) => text.slice(1).trim())
      .join(' ')
  if (lines[0]?.startsWith('/**')) return descriptionOf(ledger, { file, line: lines.findIndex((text) => text.endsWith('*/')) + 2 })
  const documented = (declares: RegExp) => lines.findIndex((text, index) => declares.test(text) && lines[index - 1]?.trim().endsWith('*/'))
  const own = [/^export const /, /^export (class|interface|type) /].map(documented).find((index) => index >= 0) ?? -1
  return own < 0 ? '' : descriptionOf(ledger, { file, line: own + 1 })
}

const declarationsIn = (ledger: Ledger, file: string): ReadonlyMap<number, readonly Figure[]> =>
  Map.groupBy(
    [...ledger.figures.values()].filter(({ place }) => place.file === file),
    (figure) => declaringLine(ledger, figure).line,
  )

/** What was read for one ledger. */
interface Memory {
  files?: ReadonlyMap<string, string | undefined>
  readonly listings: Map<string, readonly Line[]>
}
const memories = new WeakMap<Ledger, Memory>()
const memory = (ledger: Ledger): Memory => {
  const known = memories.get(ledger) ?? { listings: new Map() }
  memories.set(ledger, known)
  return known
}
