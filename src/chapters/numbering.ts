/** The numbers of charts and tables, “Figure 3-2”: the chapter’s, then the place among those of the page. */
import { chapterNumbers, isHidden, type Ordered } from './order.ts'
import type { ComponentUse } from './uses.ts'

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

const kinds: Readonly<Record<string, Numbered>> = { Chart: 'chart', Table: 'table' }

/** What a chapter shows, each once, in its order. */
export const shownIn = (uses: readonly ComponentUse[]): readonly Shown[] => {
  const found = new Map<string, Shown>()
  for (const { name, attributes } of uses) {
    const kind = kinds[name]
    if (kind && attributes.id) found.set(`${kind} ${attributes.id}`, { kind, id: attributes.id })
  }
  return [...found.values()]
}

/** Every chart and table with its number; chapters stand in reading order, hidden pages last. */
export const placedIn = (chapters: readonly (Ordered & { readonly uses: readonly ComponentUse[] })[]): readonly Placed[] => {
  const numbers = chapterNumbers(chapters)
  const rank = ({ slug, part }: Ordered): number => numbers.get(slug) ?? (isHidden(part) ? Number.MAX_VALUE : Number.MAX_VALUE / 2)
  return chapters
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap(({ slug, uses }) => {
      const chapter = numbers.get(slug)
      const counts = { chart: 0, table: 0 }
      return shownIn(uses).map((shown): Placed => {
        const place = ++counts[shown.kind]
        return { ...shown, slug, number: chapter === undefined ? `${place}` : `${chapter}-${place}` }
      })
    })
}

/** Where a reader is sent who is told of a chart: on the same page, else where it comes first. */
export const placeFor = (placed: readonly Placed[], { kind, id }: Shown, slug: string): Placed | undefined => {
  const all = placed.filter((each) => each.kind === kind && each.id === id)
  return all.find((each) => each.slug === slug) ?? all[0]
}

/** The id of a chart or table on its page. */
export const placeAnchor = ({ kind, id }: Shown): string => `${kind}-${id}`
