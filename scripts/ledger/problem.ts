import { closest, distance } from 'fastest-levenshtein'
import { likeness, partingOf } from './text/signs.ts'
import type { Place } from './types.ts'

export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`

/** A mistake in data, scripts or prose, told to the person who can mend it: what, where, what was expected. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly what: string
  readonly place: Place
  readonly expected: string | undefined

  constructor(what: string, place: Place, expected?: string) {
    super(`${placeText(place)}  ${what}${expected ? `\n    expected: ${expected}` : ''}`)
    this.what = what
    this.place = place
    this.expected = expected
  }
}

/** A slip in a command's own words: there is no file to point at. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem'

  constructor(what: string, expected: string) {
    super(`${what}\n    expected: ${expected}`)
  }
}

/** All mistakes found in one pass, so that an author mends them together. */
export class Problems extends Error {
  override readonly name = 'Problems'
  readonly list: readonly Problem[]

  constructor(list: readonly Problem[]) {
    super(list.map(({ message }) => message).join('\n'))
    this.list = list
  }
}

/** Gathers problems while work goes on, and stops the work at the end if there are any. */
export class Complaints {
  readonly #list: Problem[] = []

  add(what: string, place: Place, expected?: string): void {
    this.#list.push(new Problem(what, place, expected))
  }

  /** Runs `work`; a problem thrown inside it is kept, and undefined returned. Other errors pass through. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      if (error instanceof Problem) this.#list.push(error)
      else if (error instanceof Problems) this.#list.push(...error.list)
      else throw error
      return undefined
    }
  }

  get list(): readonly Problem[] {
    return this.#list
  }

  stopIfAny(): void {
    if (this.#list.length > 0) throw new Problems(this.#list)
  }
}

/** The known names nearest to a misspelt one, best first; empty if none is near. */
export const nearest = (name: string, known: Iterable<string>, most = 3): string[] => {
  const limit = Math.max(2, Math.ceil(name.length * 0.45))
  return [...known]
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate))
    .slice(0, most)
    .map(({ candidate }) => candidate)
}

/** "one of a, b, c", or the nearest first where the list is long: longer than `short`. */
export const expectedNames = (name: string, known: Iterable<string>, short = 12): string => {
  const names = [...known]
  if (names.length === 0) return 'no name is known here'
  // What looks the same and is another name is told by the sign in which it differs.
  const twin = name === '' ? undefined : names.find((each) => each !== name && likeness(each) === likeness(name))
  if (twin !== undefined) return `“${twin}”; here it is written ${partingOf(name, twin)}`
  const near = nearest(name, names)
  // Where more than half of a word would change, as from pie to line, a short list says more than its nearest name; a
  // Chinese word of one or two signs is near by one of them.
  const [first = ''] = near
  const isSlip = name.length < 3 || 2 * distance(name.toLowerCase(), first.toLowerCase()) <= name.length
  if (near.length > 0 && (isSlip || names.length > short)) return near.join(', or ')
  return names.length <= short ? `one of ${names.join(', ')}` : `a known name, such as ${closest(name, names)}`
}
