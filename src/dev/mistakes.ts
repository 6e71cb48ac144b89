import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { Language, Place } from '../../scripts/ledger/types.ts'
import { chapterAddress } from '../lib/addresses.ts'

/** What keeps the report from being shown while it is being written. */
export interface Mistake {
  readonly what: string
  /** Absent for an error that names no file of the project. */
  readonly place?: Place
  readonly expected?: string
}

/** A problem, as scripts that were loaded anew throw it: of another class than ours, and of the same shape. */
interface ProblemLike {
  readonly what: string
  readonly place: Place
  readonly expected?: string | undefined
}
const isProblem = (error: unknown): error is ProblemLike =>
  error instanceof Error &&
  'what' in error &&
  'place' in error &&
  typeof error.place === 'object' &&
  error.place !== null &&
  'file' in error.place

export const mistakeOf = ({ what, place, expected }: ProblemLike): Mistake => ({
  what,
  place,
  ...(expected ? { expected } : {}),
})

/** What compilers say of the place of a syntax error. */
interface Located {
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number }
  readonly id?: string
}

/** Whatever was thrown, as mistakes with their places: problems, a script's syntax error, or its failure at a line of the project. */
export const mistakesIn = (error: unknown, root: string): readonly Mistake[] => {
  if (isProblem(error)) return [mistakeOf(error)]
  if (error instanceof Error && 'list' in error && Array.isArray(error.list))
    return (error.list as unknown[]).filter(isProblem).map(mistakeOf)
  if (!(error instanceof Error)) return [{ what: String(error) }]
  // A compiler draws its message in colours, with the place inside a box; only the sentence and the place are wanted.
  const what = stripVTControlCharacters(error.message)
  const { loc, id } = error as Located
  const file = loc?.file ?? id
  if (file && loc?.line)
    return [{ what: sentence(what), place: { file: inside(file, root), line: loc.line, column: (loc.column ?? 0) + 1 } }]
  const boxed = /\[ (\S+):(\d+):(\d+) \]/.exec(what)
  if (boxed) return [{ what: sentence(what), place: placeOf(boxed, root) }]
  const frame = [...(error.stack ?? '').matchAll(/(?:file:\/\/)?(\/[^\s()]+?\.ts)(?:\?[^:]*)?:(\d+):(\d+)/g)].find(
    ([, path = '']) => path.startsWith('/scripts/') || path.startsWith(`${root}/`),
  )
  return [{ what, ...(frame ? { place: placeOf(frame, root) } : {}) }]
}

const placeOf = ([, path = '', line, column]: RegExpExecArray, root: string): Place => ({
  file: inside(path, root),
  line: Number(line),
  column: Number(column),
})

/** A compiler's message without its heading and its drawing. */
const sentence = (text: string): string =>
  text
    .split('\n')
    .find((line) => line.trim() && !/^Transform failed/.test(line) && !/[╭│╰─]/.test(line))
    ?.replace(/^\[PARSE_ERROR\]\s*/, '') ?? text

const inside = (file: string, root: string): string => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file.replace(/^\//, ''))

export const textOf = ({ what, place, expected }: Mistake): string =>
  `${place ? `${place.file}:${place.line}:${place.column}  ` : ''}${what}${expected ? `\n    expected: ${expected}` : ''}`

/** A mistake in a chapter's text keeps back that chapter; one in data, scripts or a front matter, which navigation prints, every page. */
export const touches = ({ place }: Mistake, root: string, address: string): boolean => {
  const [, language, slug] = /^content\/(zh|en)\/(.+)\.mdx$/.exec(place?.file ?? '') ?? []
  if (!place || !language || !slug) return true
  const path = `${root}/${place.file}`
  const matter = existsSync(path) ? readFileSync(path, 'utf8').split('\n').indexOf('---', 1) : -1
  return place.line <= matter + 1 || `${address.replace(/[?#].*$/, '').replace(/\/$/, '')}/` === chapterAddress(language as Language, slug)
}
