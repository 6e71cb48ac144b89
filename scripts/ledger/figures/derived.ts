import type { Bilingual, Place, Scope, Unit } from '../types.ts'
import { callPlaces } from './call-places.ts'

/** The same shape as a formula's arguments, with figure ids in place of numbers. */
export type References<Terms> = {
  readonly [Name in keyof Terms]: NonNullable<Terms[Name]> extends number
    ? string
    : NonNullable<Terms[Name]> extends readonly (infer Item)[]
      ? readonly (Item extends number ? string : Item extends readonly number[] ? readonly string[] : never)[]
      : never
}

export type Arguments = Readonly<Record<string, number | readonly number[] | readonly (readonly number[])[]>>
export type ArgumentIds = Readonly<Record<string, string | readonly string[] | readonly (readonly string[])[]>>

/**
 * What a figure is computed by. A method of very many arguments may bring its own slopes, in the shape of its arguments:
 * felt one argument at a time they take as many computations.
 */
export interface Formula<Terms> {
  (terms: Terms): number
  readonly slopes?: (terms: Terms) => Terms
}

export interface DerivedDefinition<Terms> {
  readonly id: string
  readonly label: Bilingual
  /** A shorter label where a chart or a table has little room. */
  readonly short?: Bilingual
  readonly unit: Unit
  /** For a rate, what it is reckoned for one of: yuan per person. Its label names both. */
  readonly per?: Unit
  readonly scope: Scope
  readonly formula: Formula<Terms>
  readonly of: References<Terms>
  /** An input of a table, whose row's name then goes before the label. */
  readonly row?: string
  /** Significant digits when shown; four unless the figure needs more or deserves fewer. */
  readonly digits?: number
  /** Shown as a percentage. */
  readonly percent?: boolean
  readonly note?: Bilingual
  /** Hand-written TeX for a method that is no single expression; its symbols are the arguments' names. */
  readonly tex?: string
}

/** A figure that a script derives, with the place of the statement that does. */
export interface Derived extends Omit<DerivedDefinition<Arguments>, 'formula' | 'of'> {
  readonly formula: Formula<Arguments>
  readonly of: ArgumentIds
  readonly place: Place
  /** Where a description of data asks for it, if one does: that is where an author mends it. */
  readonly declared?: Place
}

/**
 * Declares a figure: `formula` applied to the figures that `of` names.
 * The arguments' names are checked when the scripts are type-checked; ids, units and cycles when the ledger is computed.
 */
export const derived = <Terms>(definition: DerivedDefinition<Terms>): Derived => ({
  ...(definition as unknown as Omit<Derived, 'place'>),
  place: placeOfCaller(),
})

/**
 * Where the statement stands that declares the figure: the outermost line of an estimate on the stack, so that a figure
 * made through a helper points at the call that names it, not at the helper.
 */
const placeOfCaller = (): Place => {
  const callers = callPlaces().filter(({ file }) => file !== ownFile && file !== callPlacesFile)
  const place = callers.findLast(({ file }) => file.startsWith('scripts/estimates/')) ?? callers[0]
  return place ?? { file: 'scripts', line: 1, column: 1 }
}

const ownFile = 'scripts/ledger/figures/derived.ts'
const callPlacesFile = 'scripts/ledger/figures/call-places.ts'
