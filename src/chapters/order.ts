import type { Bilingual } from '../../scripts/ledger/types.ts'

/** The parts of the report, in reading order. A hidden chapter stands in no navigation and asks not to be indexed. */
export const parts = ['opening', 'scale', 'quality', 'cases', 'judgement', 'reference'] as const
export type Part = (typeof parts)[number] | 'hidden'
export const allParts = [...parts, 'hidden'] as const

export const partNames: Readonly<Record<Part, Bilingual>> = {
  opening: { zh: '概要', en: 'Overview' },
  scale: { zh: '规模：总数怎样算出', en: 'Scale: how the total was made' },
  quality: { zh: '质量：六种机制', en: 'Quality: six mechanisms' },
  cases: { zh: '案例', en: 'Cases' },
  judgement: { zh: '评判', en: 'Judgement' },
  reference: { zh: '查考', en: 'Reference' },
  hidden: { zh: '编写', en: 'Writing' },
}

interface Chapter {
  readonly id: string
  readonly data: { readonly part: Part; readonly order: number }
}

/** Reading order: by part, in it by the order that its front matter gives, then by name. */
export const byReadingOrder = (a: Chapter, b: Chapter): number =>
  allParts.indexOf(a.data.part) - allParts.indexOf(b.data.part) || a.data.order - b.data.order || a.id.localeCompare(b.id)

/** Cases are counted as cases, and what is hidden is not counted at all. */
const unnumbered: ReadonlySet<Part> = new Set(['cases', 'hidden'])

/**
 * The chapters’ numbers by id, in reading order from 1: charts and tables are numbered after them (“Figure 8-2”).
 * `chapters` are those of one language; both languages have the same chapters and so the same numbers.
 */
export const chapterNumbers = (chapters: readonly Chapter[]): ReadonlyMap<string, number> =>
  new Map(
    chapters
      .filter(({ data }) => !unnumbered.has(data.part))
      .toSorted(byReadingOrder)
      .map(({ id }, index) => [id, index + 1]),
  )
