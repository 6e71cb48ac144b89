import type { Arithmetic } from './arithmetic.ts'
import type { Argument } from './expression.ts'

/**
 * A method that is no single expression. It is known by the text that the ledger publishes, so a changed text is not
 * recomputed but named; what it computes is written here again, from the definition that the ledger prints as its equation.
 */
export interface Method {
  readonly text: string
  /** The equation after its equals sign, as the ledger publishes it. */
  readonly definition: string
  readonly compute: <N>(given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>) => N
}

export const list = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): readonly N[] => {
  const value = given.get(name)
  if (!Array.isArray(value) || value.some(Array.isArray)) throw new TypeError(`“${name}” is no list`)
  return value as readonly N[]
}
export const matrix = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): readonly (readonly N[])[] => {
  const value = given.get(name)
  if (!Array.isArray(value) || !value.every(Array.isArray)) throw new TypeError(`“${name}” is no matrix`)
  return value as readonly (readonly N[])[]
}
export const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index]
  if (item === undefined) throw new RangeError(`there is no item ${index + 1} of ${items.length}`)
  return item
}

/** A single number among the arguments. */
export const single = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): N => {
  const value = given.get(name)
  if (value === undefined || Array.isArray(value)) throw new TypeError(`“${name}” is no number`)
  return value as N
}
