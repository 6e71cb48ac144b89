import type { Arithmetic } from './arithmetic.ts'
import { methods } from './doors.ts'
import { type Argument, type Expression, evaluate, parse } from './expression.ts'
import type { Method } from './method.ts'
import { type Figure, idsOf, type Terms } from './record.ts'

type Recipe = { readonly expression: Expression } | { readonly method: Method }

/** Figures as a graph: what each is made of, and its value for given values of the printed ones. */
export interface Graph {
  /** Printed figures and assumptions that a figure rests on, each once. Throws on a cycle or an unknown id. */
  readonly rootsOf: (id: string) => ReadonlySet<string>
  /** Figures that a derived figure is made of by its own formula; none for a printed one. */
  readonly termsOf: (id: string) => readonly string[]
  /** Works out a figure's own formula for given terms. Of a method, which is no single expression, what it divides by. */
  readonly formulaOver: <N>(id: string, arithmetic: Arithmetic<N>, termValue: (id: string) => N) => N | undefined
  /** Computes figures for given roots; every figure at most once. A derived figure may be given as well: it is not worked out then. */
  readonly over: <N>(arithmetic: Arithmetic<N>, rootValue: (id: string) => N, given?: (id: string) => N | undefined) => (id: string) => N
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** How a formula's text is to be worked out. Throws a SyntaxError for one that this folder does not know. */
export const recipeOf = (text: string): Recipe => {
  if (!text.startsWith('{')) return { expression: parse(text) }
  const method = methods.find((one) => one.text === squeezed(text))
  if (!method) throw new SyntaxError('a method that no file of replay/methods/ knows by this text')
  return { method }
}

export const graphOf = (figures: ReadonlyMap<string, Figure>): Graph => {
  const recipes = new Map<string, Recipe>()
  const recipe = (text: string): Recipe => {
    const known = recipes.get(text) ?? recipeOf(text)
    recipes.set(text, known)
    return known
  }
  const known = new Map<string, ReadonlySet<string>>()
  const open = new Set<string>()
  const rootsOf = (id: string): ReadonlySet<string> => {
    const done = known.get(id)
    if (done) return done
    const figure = figures.get(id)
    if (!figure) throw new ReferenceError(`“${id}” is no figure`)
    if (open.has(id)) throw new ReferenceError(`it rests on itself: ${[...open].slice([...open].indexOf(id)).join(' → ')} → ${id}`)
    open.add(id)
    try {
      const roots = figure.kind === 'derived' ? new Set(idsOf(figure.terms ?? {}).flatMap((term) => [...rootsOf(term)])) : new Set([id])
      known.set(id, roots)
      return roots
    } finally {
      open.delete(id)
    }
  }

  const argumentOver = <N>(ids: Terms[string], valueAt: (id: string) => N): Argument<N> =>
    typeof ids === 'string'
      ? valueAt(ids)
      : typeof ids[0] === 'string'
        ? (ids as readonly string[]).map(valueAt)
        : (ids as readonly (readonly string[])[]).map((row) => row.map(valueAt))
  const givenTo = <N>({ terms = {} }: Figure, valueAt: (id: string) => N): ReadonlyMap<string, Argument<N>> =>
    new Map(Object.entries(terms).map(([name, ids]) => [name, argumentOver(ids, valueAt)]))
  const printedOver = <N>({ terms = {} }: Figure, names: readonly string[], { of }: Arithmetic<N>): ReadonlyMap<string, Argument<N>> =>
    new Map(names.map((name) => [name, of(String(figures.get(String(terms[name]))?.value))]))

  return {
    rootsOf,
    termsOf: (id) => {
      const figure = figures.get(id)
      return figure?.kind === 'derived' ? idsOf(figure.terms ?? {}) : []
    },
    formulaOver: (id, arithmetic, termValue) => {
      const figure = figures.get(id)
      const how = figure?.kind === 'derived' ? recipe(figure.formula ?? '') : undefined
      if (!figure || !how) return undefined
      const given = givenTo(figure, termValue)
      if ('expression' in how) return evaluate(how.expression, given, arithmetic)
      for (const divisor of how.method.divisors?.(given, arithmetic) ?? []) arithmetic.divide(arithmetic.of('1'), divisor)
      return undefined
    },
    over: <N>(arithmetic: Arithmetic<N>, rootValue: (id: string) => N, given?: (id: string) => N | undefined) => {
      const values = new Map<string, N>()
      const valueAt = (id: string): N => {
        const told = given?.(id)
        if (told !== undefined) return told
        const figure = figures.get(id)
        if (figure?.kind !== 'derived') return rootValue(id)
        const before = values.get(id)
        if (before !== undefined) return before
        const value = derive(figure)
        values.set(id, value)
        return value
      }
      const derive = (figure: Figure): N => {
        const terms = givenTo(figure, valueAt)
        const how = recipe(figure.formula ?? '')
        if ('expression' in how) return evaluate(how.expression, terms, arithmetic)
        const { asPrinted = [], compute } = how.method
        return compute(new Map([...terms, ...printedOver(figure, asPrinted, arithmetic)]), arithmetic)
      }
      return valueAt
    },
  }
}
