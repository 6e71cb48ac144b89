import type { Locator } from '../../ledger/data/locator.ts'
import { type Complaints, nearest } from '../../ledger/problem.ts'
import type { Place } from '../../ledger/types.ts'
import type { Quote } from './schema.ts'
import type { Passage } from './types.ts'

/** A place inside one file. */
export type PlaceIn = (...path: readonly (string | number)[]) => Place

/** The quotations of a code as a list; a code that nobody measured has none. */
export const quotationsOf = (quote: Quote | '' | undefined): readonly string[] =>
  quote === undefined || quote === '' ? [] : typeof quote === 'string' ? [quote] : quote

/** Passages of each case, in the source's order. */
export type Passages = ReadonlyMap<string, readonly Passage[]>

interface PassageData {
  readonly paragraph: string
  readonly at?: Locator | undefined
  readonly text: string
  readonly gloss: string
}

/** The passages with their places: the case says which section, unless the passage does, and the passage which paragraph of it. */
export const passagesOf = (data: Readonly<Record<string, readonly PassageData[]>>, locators: ReadonlyMap<string, Locator>): Passages =>
  new Map(
    Object.entries(data).map(([id, passages]) => [
      id,
      passages.map(({ paragraph, at, text, gloss }) => ({ text, gloss, locator: { ...(at ?? locators.get(id)), paragraph } })),
    ]),
  )

/** Complains of quotations that no passage of their case has letter by letter, and offers the passage that is nearest. */
export const refusingMisquoted =
  (passages: Passages, complaints: Complaints) =>
  (id: string, quotations: readonly string[], place: Place): void => {
    for (const quotation of quotations) {
      const texts = (passages.get(id) ?? []).map(({ text }) => text)
      if (texts.some((text) => text.includes(quotation))) continue
      const pieces = texts.flatMap((text) => piecesOf(text, quotation.length))
      const [near] = nearest(quotation, pieces, 1)
      complaints.add(
        `${id} quotes “${quotation}”, which no passage of it has letter by letter`,
        place,
        near ? `“${near}”` : `the source’s own words, in a passage of ${id} in data/model/passages.yaml`,
      )
    }
  }

/** What stands in a text, as long as the quotation, from every letter on. */
const piecesOf = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length) + 1 }, (_, start) => text.slice(start, start + length))
