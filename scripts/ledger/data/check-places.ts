import { type Complaints, expectedNames } from '../problem.ts'
import type { Place } from '../types.ts'
import type { SourcePart } from './contents-types.ts'
import type { Locator } from './locator.ts'

/** Something that a source prints, and where. */
interface Located {
  readonly source: string
  readonly locator?: Locator
  readonly place: Place
}

/** Complains of chapters that a source does not have, where `contents.yaml` says which it has. */
export const refuseUnknownChapters = (items: Iterable<Located>, contents: readonly SourcePart[], complaints: Complaints): void => {
  const chapters = Map.groupBy(contents, ({ source }) => source)
  for (const { source, locator, place } of items) {
    const own = new Set((chapters.get(source) ?? []).flatMap((part) => part.locator.chapter ?? []))
    const chapter = locator?.chapter
    if (chapter !== undefined && own.size > 0 && !own.has(chapter))
      complaints.add(`${source} has no chapter “${chapter}”`, place, expectedNames(chapter, own))
  }
}
