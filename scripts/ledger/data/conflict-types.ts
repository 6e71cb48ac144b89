import type { Bilingual, Place } from '../types.ts'
import type { Locator } from './locator.ts'

/** What a conflict is about, in the order in which readers meet the kinds. */
export const conflictKinds = [
  'caption',
  'period',
  'count',
  'measure',
  'classification',
  'name',
  'reference',
  'promise',
  'coverage',
  'comparison',
  'logic',
] as const
export type ConflictKind = (typeof conflictKinds)[number]

/** Whether a conflict touches a result or what a case rests on. */
export const conflictWeights = ['matters', 'minor'] as const
export type ConflictWeight = (typeof conflictWeights)[number]

/** A source's own words, and where they stand. */
export interface Passage {
  /** Whose words they are. */
  readonly source: string
  readonly locator: Locator
  /** In the source's language, letter by letter. */
  readonly printed: string
  /** The same in English. */
  readonly gloss: string
}

/** Whether passages of more than one source stand against each other; else a source disagrees with itself. */
export const isBetweenSources = ({ passages }: { readonly passages: readonly { readonly source: string }[] }): boolean =>
  new Set(passages.map(({ source }) => source)).size > 1

/** Where a conflict lies: inside the work studied, inside a study read beside it, or between sources. */
export const conflictStandings = ['studied', 'compared', 'between'] as const
export type ConflictStanding = (typeof conflictStandings)[number]

/** Where a conflict lies. Sources that are no studies, as statistics are, count with those read beside the one studied. */
export const standingOf = (
  conflict: Pick<Conflict, 'source' | 'passages'>,
  sources: readonly { readonly id: string; readonly group: string }[],
): ConflictStanding => {
  if (isBetweenSources(conflict)) return 'between'
  const source = sources.find(({ id }) => id === conflict.source)
  return source?.group === 'studied' ? 'studied' : 'compared'
}

/** A place where a source disagrees with itself or with another, or prints what cannot be right. */
export interface Conflict {
  readonly id: string
  readonly kind: ConflictKind
  readonly weight: ConflictWeight
  /** The source that it is about; of a conflict between sources the first that it quotes. */
  readonly source: string
  readonly title: Bilingual
  readonly passages: readonly Passage[]
  /** What cannot both be true, and what that means for a reader. */
  readonly why: Bilingual
  /** Ids of the figures it touches. */
  readonly figures: readonly string[]
  /** Ids of the claims that show it by arithmetic. */
  readonly checks: readonly string[]
  readonly place: Place
  /** Where each of these ids is written. */
  readonly named: ReadonlyMap<string, Place>
}
