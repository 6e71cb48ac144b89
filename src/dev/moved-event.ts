import type { Bilingual } from '../../scripts/ledger/types.ts'

/** Told to open pages when a change of data has moved figures. */
export const movedEvent = 'report:moved'

/** A figure that moved: its texts before and after, and its value as pages carry it. */
export interface Moved {
  readonly before: Bilingual
  readonly after: Bilingual
  readonly value: string
}

export type MovedFigures = Readonly<Record<string, Moved>>
