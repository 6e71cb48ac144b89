/** The numbers of charts and tables, “Figure 3-2”: the chapter’s, then the place among those of the page. */
import { readFileSync, statSync } from 'node:fs'
import type { Language } from '../../scripts/ledger/types.ts'
import { chapterFile, chapterSlugs } from '../lib/chapter-files.ts'
import { chapterNumbers, hiddenPart } from './order.ts'

export type Numbered = 'chart' | 'table'

/** A chart or table where a page shows it. */
export interface Shown {
  readonly kind: Numbered
  readonly id: string
}

export interface Placed extends Shown {
  /** The chapter by its name under content/. */
  readonly slug: string
  /** "3-2"; of a page without a number of its own, "2". */
  readonly number: string
}

/** Examples of the guide are not shown, and neither is what braces comment out. */
const quoted = /^([ \t]*)(`{3,}|~{3,})[\s\S]*?^[ \t]*\2[ \t]*$|`[^`\n]+`|\{\/\*[\s\S]*?\*\/\}/gmu
const element = /<(Chart|Table)\b[^>]*?\sid=["']([^"']+)["']/gu

/** What a chapter shows, each once, in its order. */
export const shownIn = (text: string): readonly Shown[] => {
  const found = new Map<string, Shown>()
  for (const [, name = '', id = ''] of text.replace(quoted, '').matchAll(element)) {
    const shown: Shown = { kind: name === 'Chart' ? 'chart' : 'table', id }
    found.set(`${shown.kind} ${id}`, shown)
  }
  return [...found.values()]
}

/** Whether a text speaks of anything by its number. */
export const usesNumbers = (text: string): boolean => text.includes('<See')

const hidden = /^part:\s*["']?hidden\b/mu
const read = new Map<string, { readonly changed: number; readonly shown: readonly Shown[] }>()

/** What the chapters of a language show, straight from their files; a file is read again when it has changed. */
export const shownByChapters = (root: string, language: Language): readonly Shown[] =>
  chapterSlugs(root, language).flatMap((slug) => {
    const file = `${root}/${chapterFile(language, slug)}`
    const changed = statSync(file).mtimeMs
    const known = read.get(file)
    if (known?.changed === changed) return known.shown
    const text = readFileSync(file, 'utf8')
    const shown = hidden.test(text) ? [] : shownIn(text)
    read.set(file, { changed, shown })
    return shown
  })

interface Chapter {
  readonly id: string
  readonly body?: string | undefined
  readonly data: { readonly part: string; readonly order: number }
}

/** Every chart and table of a language’s chapters with its number, in reading order; hidden pages come last. */
export const placedIn = (chapters: readonly Chapter[], language: Language): readonly Placed[] => {
  const numbers = chapterNumbers(chapters)
  const inOrder = chapters.toSorted((a, b) => rank(a, numbers) - rank(b, numbers))
  return inOrder.flatMap(({ id, body = '' }) => {
    const chapter = numbers.get(id)
    const counts = { chart: 0, table: 0 }
    return shownIn(body).map((shown): Placed => {
      const place = ++counts[shown.kind]
      return { ...shown, slug: id.slice(language.length + 1), number: chapter === undefined ? `${place}` : `${chapter}-${place}` }
    })
  })
}

const rank = ({ id, data }: Chapter, numbers: ReadonlyMap<string, number>): number =>
  numbers.get(id) ?? (data.part === hiddenPart ? Number.MAX_VALUE : Number.MAX_VALUE / 2)

/** Where a reader is sent who is told of a chart: on the same page, else where it comes first. */
export const placeFor = (placed: readonly Placed[], { kind, id }: Shown, slug: string): Placed | undefined => {
  const all = placed.filter((each) => each.kind === kind && each.id === id)
  return all.find((each) => each.slug === slug) ?? all[0]
}

/** The id of a chart or table on its page. */
export const placeAnchor = ({ kind, id }: Shown): string => `${kind}-${id}`
