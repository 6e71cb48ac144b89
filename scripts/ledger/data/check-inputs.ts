import { type Complaints, placeText } from '../problem.ts'
import type { SourceRecord } from '../publish/record.ts'
import { likeness } from '../text/signs.ts'
import type { Language, Place } from '../types.ts'
import type { Input } from './data-types.ts'

/** How a name is compared with others: to the eye, and without regard to capitals. */
const eyed = (name: string): string => likeness(name).toLowerCase()

const languages: readonly Language[] = ['zh', 'en']

/**
 * Complains of values of one source that go by one label: on a page nobody could tell them apart. Cells of a grid are told
 * by their table. A row whose name another has is told once, not for each of its cells.
 */
export const refuseTwinLabels = (inputs: readonly Input[], complaints: Complaints): void => {
  const told = new Set<string>()
  for (const language of languages) {
    const named = new Map<string, Input>()
    for (const input of inputs.filter(({ grid }) => grid === undefined)) {
      const key = `${input.source}\n${eyed(input.label[language])}`
      const first = named.get(key)
      if (!first) {
        named.set(key, input)
        continue
      }
      const about = input.cell ? `${input.cell.table}\n${input.cell.row}` : input.id
      // Of a cell that is described twice is told where it is described.
      const isOneCell = input.cell && first.cell && Object.entries(input.cell).join() === Object.entries(first.cell).join()
      if (told.has(about) || first.id === input.id || isOneCell) continue
      told.add(about)
      complaints.add(
        `${input.id} goes by the same label as ${first.id} at ${placeText(first.place)}: “${input.label[language]}”`,
        input.place,
        'labels that tell the two apart, as by year or by whose they are',
      )
    }
  }
}

/** How many years after its source a number may speak of, as a projection does. */
const farthest = 100

/** Complains of periods that no source of that year can speak of: a slip of a digit. */
export const refuseFarPeriods = (inputs: readonly Input[], sources: readonly SourceRecord[], complaints: Complaints): void => {
  const years = new Map(sources.map(({ id, year }) => [id, year]))
  for (const { id, source, scope, place } of inputs) {
    const year = years.get(source)
    const last = Math.max(...(scope.period.match(/\d{4}/g) ?? []).map(Number))
    if (year !== undefined && last > year + farthest)
      complaints.add(
        `${id} speaks of ${scope.period}, ${last - year} years after its source of ${year}`,
        place,
        'a period that the source tells of',
      )
  }
}

/** Complains of works that are younger than the report that cites them: a slip of a digit, or a report whose own year is old. */
export const refuseLaterYears = (
  sources: readonly SourceRecord[],
  own: string,
  placeOf: (path: readonly PropertyKey[]) => Place,
  complaints: Complaints,
): void => {
  const last = sources.find(({ id }) => id === own)?.year
  for (const { id, year } of sources)
    if (last !== undefined && year > last)
      complaints.add(
        `${id} is of ${year}, and this report of ${last}`,
        placeOf([id, 'year']),
        `a year up to ${last}; or a later one of the report itself, under ${own}`,
      )
}
