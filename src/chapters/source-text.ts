import { relative, resolve } from 'node:path'
import type { Place } from '../../scripts/ledger/types.ts'

/** A stretch of words as a reader meets it, and the offsets between which the file writes it. */
export interface Stretch {
  readonly words: string
  readonly start: number
  readonly end: number
}

/** The part of a virtual file that is needed here; unified's VFile is one. */
export interface ProseFile {
  readonly path: string
  readonly cwd: string
  readonly value: string | Uint8Array
  readonly data?: { readonly astro?: { readonly frontmatter?: Readonly<Record<string, unknown>> } }
}

/** The text of a content file, and the way from an offset in it to a line and column. */
export class SourceText {
  readonly file: string
  readonly text: string
  readonly #lineStarts: readonly number[]

  constructor(file: string, text: string) {
    this.file = file
    this.text = text
    this.#lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  }

  /** The file's path is told from the project's folder, as in every other problem. */
  static of({ path, cwd, value }: ProseFile): SourceText {
    return new SourceText(relative(cwd, resolve(cwd, path)), typeof value === 'string' ? value : new TextDecoder().decode(value))
  }

  placeAt(offset: number): Place {
    const after = this.#lineStarts.findIndex((start) => start > offset)
    const line = after === -1 ? this.#lineStarts.length : after
    return { file: this.file, line, column: offset - (this.#lineStarts[line - 1] ?? 0) + 1 }
  }

  /**
   * Where the words at `index` of a stretch stand in the file. The parser drops indents and escapes, and typographic
   * plugins change quotes and dashes, so that offsets need not agree: the same occurrence of the words is looked for.
   */
  placeIn({ words, start, end }: Stretch, index: number, length: number): Place {
    const written = this.text.slice(start, end)
    const wanted = words.slice(index, index + length)
    const earlier = words.slice(0, index).split(wanted).length - 1
    let at = written.indexOf(wanted)
    for (let passed = 0; passed < earlier && at !== -1; passed++) at = written.indexOf(wanted, at + wanted.length)
    return this.placeAt(start + Math.max(0, at))
  }
}
