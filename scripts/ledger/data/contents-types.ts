import type { Bilingual, Place } from '../types.ts'
import type { Locator } from './locator.ts'

/** What a source is made of, part by part. */
export const partKinds = ['section', 'table', 'figure', 'equation', 'footnote', 'case'] as const
export type PartKind = (typeof partKinds)[number]

/** What became of a part here: shown as it is, computed again, told in our words, or left out. */
export const treatments = ['reproduced', 'recomputed', 'told', 'not-reproduced'] as const
export type Treatment = (typeof treatments)[number]

/** One part of a source, and where it stands in this report. */
export interface SourcePart {
  readonly id: string
  readonly kind: PartKind
  readonly source: string
  /** As the source numbers it; absent where it does not. */
  readonly number?: string
  readonly title: Bilingual
  readonly locator: Locator
  /** The chapter of ours, by its name under content/, and a heading or id in it. */
  readonly chapter?: string
  readonly anchor?: string
  readonly treatment: Treatment
  readonly note?: Bilingual
  readonly place: Place
  /** Where `chapter` is written. */
  readonly chapterPlace: Place
}
