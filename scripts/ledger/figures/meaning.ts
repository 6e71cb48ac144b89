import type { Derived } from './derived.ts'
import type { FormulaSource } from './formula.ts'

/**
 * What a formula means besides what it computes, as its file declares by `export const meaning`, in names of its arguments.
 * Whoever asks whether figures are added up, or which one a share is of, asks this and not what the formula is called.
 */
export type Meaning =
  /** The result counts what these arguments count, less what those do that are taken away. */
  | { readonly adds: readonly string[]; readonly takesAway?: readonly string[] }
  /** One argument is a part of the other. */
  | { readonly part: string; readonly of: string }
  /** One argument is held against the other. */
  | { readonly divides: string; readonly by: string }
  /** By what part of the one the other is more: their quotient less one. */
  | { readonly grows: string; readonly from: string }
  /** These arguments are multiplied. */
  | { readonly multiplies: readonly string[] }

/** Whatever has a formula and what it is applied to. */
interface Made {
  readonly formula?: Pick<FormulaSource, 'meaning'>
  readonly derived?: Pick<Derived, 'of'>
}

const idsAt = ({ derived }: Made, names: readonly string[]): readonly string[] =>
  names.flatMap((name) => [derived?.of[name] ?? []].flat(3) as readonly string[])

/** The figures that a figure adds up and those that it takes away; none of what means something else. */
export const addedIn = (figure: Made): { readonly added: readonly string[]; readonly taken: readonly string[] } => {
  const meaning = figure.formula?.meaning
  if (!meaning || !('adds' in meaning)) return { added: [], taken: [] }
  return { added: idsAt(figure, meaning.adds), taken: idsAt(figure, meaning.takesAway ?? []) }
}

/** The figures that a figure is the sum of; none where anything is taken away, or anything else is done. */
export const addendsOf = (figure: Made): readonly string[] => {
  const { added, taken } = addedIn(figure)
  return taken.length === 0 ? added : []
}

/** The figure that a share is of; none for what is no share. */
export const wholeOf = (figure: Made): string | undefined => {
  const meaning = figure.formula?.meaning
  return meaning && 'part' in meaning ? idsAt(figure, [meaning.of])[0] : undefined
}

/** The figures that a formula is applied to, each with the sign before it; undefined for what has no declared meaning. */
export const signedOperands = (figure: Made): readonly { readonly id: string; readonly sign: string }[] | undefined => {
  const meaning = figure.formula?.meaning
  if (!meaning) return undefined
  const between = (sign: string, names: readonly string[]) =>
    idsAt(figure, names).map((id, index) => ({ id, sign: index === 0 ? '' : sign }))
  if ('adds' in meaning)
    return [...between(' + ', meaning.adds), ...idsAt(figure, meaning.takesAway ?? []).map((id) => ({ id, sign: ' − ' }))]
  if ('part' in meaning) return between(' ÷ ', [meaning.part, meaning.of])
  if ('divides' in meaning) return between(' ÷ ', [meaning.divides, meaning.by])
  if ('grows' in meaning) return between(' ÷ ', [meaning.grows, meaning.from])
  return between(' × ', meaning.multiplies)
}

/** Whether one is taken from the quotient of what a figure is made of. */
export const isGrowth = ({ formula }: Made): boolean => formula?.meaning !== undefined && 'grows' in formula.meaning
