/**
 * The one reader of chapters. A chapter is read and parsed once as long as its file stays as it is, for whoever asks:
 * the guards, what `check` says beyond them, numbering, captions, the order of the contents, the book.
 */
import type { Root } from 'mdast'
import { readText } from '../../scripts/ledger/data/read-text.ts'
import { Complaints, type Problem } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { chapterFile, chapterSlugs } from '../lib/chapter-files.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { byReadingOrder } from './order.ts'
import { parseChapter } from './parse.ts'
import { SourceText } from './source-text.ts'
import { type ComponentUse, usesIn } from './uses.ts'

export interface Chapter {
  readonly language: Language
  /** Its name under content/, such as "notes/second". */
  readonly slug: string
  readonly source: SourceText
  readonly matter: FrontMatter
  readonly title: string
  /** The title as navigation prints it. */
  readonly short: string
  readonly description: string
  readonly part: string
  readonly order: number
  /** Nothing where the text cannot be parsed; `unread` says why. */
  readonly tree: Root | undefined
  readonly unread: readonly Problem[]
  readonly uses: readonly ComponentUse[]
}

/** Parsing waits until somebody asks for what it gives: titles and order need the head of the file alone. */
class FileOfChapter implements Chapter {
  readonly language: Language
  readonly slug: string
  readonly source: SourceText
  readonly matter: FrontMatter
  #parsed: Pick<Chapter, 'tree' | 'unread' | 'uses'> | undefined

  constructor(language: Language, slug: string, text: string) {
    this.language = language
    this.slug = slug
    this.source = new SourceText(chapterFile(language, slug), text)
    this.matter = readFrontMatter(this.source)
  }

  #value(key: string): string {
    return this.matter.values.get(key)?.text ?? ''
  }
  get title(): string {
    return this.#value('title')
  }
  get short(): string {
    return this.#value('short') || this.title
  }
  get description(): string {
    return this.#value('description')
  }
  get part(): string {
    return this.#value('part')
  }
  get order(): number {
    return Number(this.#value('order'))
  }

  get #parts(): Pick<Chapter, 'tree' | 'unread' | 'uses'> {
    if (this.#parsed) return this.#parsed
    const complaints = new Complaints()
    const tree = complaints.attempt(() => parseChapter(this.source))
    this.#parsed = { tree, unread: complaints.list, uses: tree ? usesIn(tree) : [] }
    return this.#parsed
  }
  get tree(): Root | undefined {
    return this.#parts.tree
  }
  get unread(): readonly Problem[] {
    return this.#parts.unread
  }
  get uses(): readonly ComponentUse[] {
    return this.#parts.uses
  }
}

const known = new Map<string, Chapter>()

/** A chapter as its file has it now; what is no text is thrown as a Problem. */
export const readChapter = (root: string, language: Language, slug: string): Chapter => {
  const file = `${root}/${chapterFile(language, slug)}`
  const text = readText(root, chapterFile(language, slug))
  const before = known.get(file)
  if (before?.source.text === text) return before
  const chapter = new FileOfChapter(language, slug, text)
  known.set(file, chapter)
  return chapter
}

/** The chapters of a language in reading order, the hidden ones last; what is no text is left out, and a guard says so. */
export const readChapters = (root: string, language: Language): readonly Chapter[] => {
  const complaints = new Complaints()
  return chapterSlugs(root, language)
    .flatMap((slug) => complaints.attempt(() => readChapter(root, language, slug)) ?? [])
    .toSorted(byReadingOrder)
}
