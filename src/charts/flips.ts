/** What the report says that stops being so where a result goes far enough: statements of its sentences, and claims that sources make. */
import type Fraction from 'fraction.js'
import { judgeClaim } from '../../scripts/ledger/check.ts'
import { printedText } from '../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { evaluateExactly } from '../../scripts/ledger/numbers/exact.ts'
import { exactly, fromFloat, withoutNoise } from '../../scripts/ledger/numbers/printed.ts'
import { factorOf } from '../../scripts/ledger/numbers/units.ts'
import { expectedNames, Problem } from '../../scripts/ledger/problem.ts'
import { downstreamOf } from '../../scripts/ledger/questions/dependence.ts'
import type { Bilingual, Place } from '../../scripts/ledger/types.ts'
import { PredicateMistake, readPredicate } from '../markdown/predicate.ts'
import type { FlipDescription } from './chart-file.ts'

/** Where words stop holding on either side of the result, in base units of it. */
export interface Crossing {
  readonly words: Bilingual
  /** A claim that does not hold now, and would. */
  readonly would: boolean
  readonly below: number | null
  readonly above: number | null
  /** Whether it is otherwise where the result is another. */
  readonly changesAt: (value: number) => boolean
}

interface Given {
  readonly flip: FlipDescription
  /** The result that all rows move. */
  readonly result: Figure
  /** The inputs of the rows. */
  readonly movers: readonly string[]
  /** All values that the result takes in the chart. */
  readonly reached: readonly number[]
  readonly place: (key: string) => Place
}

type Holds = (value: Fraction) => boolean

interface Told {
  readonly holds: Holds
  readonly words: Bilingual
  /** A value at which it holds, in base units, if that is known: a claim’s own. */
  readonly own?: number
}

/** Finds where a flip’s words stop holding on the way from the result to the ends of what the chart reaches. */
export const crossingOf = (given: Given, ledger: Ledger): Crossing => {
  const { flip, result, reached, place } = given
  if ((flip.that === undefined) === (flip.claim === undefined))
    throw new Problem('what flips is a statement or a claim, and not both', place('that'), 'that: a statement, or claim: an id')
  const {
    holds,
    words,
    own: claimed,
  } = flip.claim === undefined ? ofStatement(given, flip.that ?? '', ledger) : ofClaim(given, flip.claim, ledger)
  const own = result.value.valueOf()
  const now = holds(result.value)
  if (!now && flip.claim === undefined)
    throw new Problem(
      `“${flip.that}” is not true as it is, and cannot stop being so`,
      place('that'),
      `a statement that holds where ${result.id} is ${own}`,
    )
  const changesAt = (value: number): boolean => holds(fromFloat(value)) !== now
  const turn = (end: number): number | null => {
    // What holds at one value alone is passed on the way, and must be looked for there.
    const isOnTheWay = claimed !== undefined && Math.min(own, end) < claimed && claimed < Math.max(own, end)
    const probe = [...(isOnTheWay ? [claimed] : []), end].find((value) => value !== own && changesAt(value))
    if (probe === undefined) return null
    let [inside, outside] = [own, probe]
    for (let round = 0; round < 60; round++) {
      const middle = (inside + outside) / 2
      if (changesAt(middle)) outside = middle
      else inside = middle
    }
    return withoutNoise(outside).valueOf()
  }
  return { words, would: !now, changesAt, below: turn(Math.min(own, ...reached)), above: turn(Math.max(own, ...reached)) }
}

const ofStatement = ({ flip, result, movers, place }: Given, text: string, { figures }: Ledger): Told => {
  if (!flip.words)
    throw new Problem('a statement that may flip has no words', place('that'), 'words: { zh: …, en: … }, as the report has them')
  const predicate = (() => {
    try {
      return readPredicate(text)
    } catch (error) {
      if (error instanceof PredicateMistake) throw new Problem(error.message, place('that'), error.expected)
      throw error
    }
  })()
  const moved = new Set(movers.flatMap((id) => [id, ...downstreamOf(figures, id).map((figure) => figure.id)]))
  const quantities = new Map<string, Fraction>()
  for (const { id: name } of predicate.names) {
    const [, end] = /\.(low|high)$/.exec(name) ?? []
    const figure = figures.get(name) ?? (end ? figures.get(name.slice(0, -end.length - 1)) : undefined)
    if (!figure) throw new Problem(`the figure id “${name}” is not known`, place('that'), expectedNames(name, figures.keys()))
    if (name === result.id) continue
    // The bars say what the result becomes, and of nothing else that moves with the same input.
    if (figure.id === result.id || moved.has(figure.id))
      throw new Problem(
        `${name} moves with the rows as ${result.id} does, and the bars do not say how far`,
        place('that'),
        `a statement of ${result.id} and of what no row moves`,
      )
    const value = figures.has(name) ? figure.value : end === 'low' ? figure.bounds.low : figure.bounds.high
    if (!value) throw new Problem(`the range of ${figure.id} is open`, place('that'), 'an end that is known')
    quantities.set(name, value)
  }
  if (!predicate.names.some(({ id }) => id === result.id))
    throw new Problem(
      `“${text}” does not name ${result.id}, and nothing in the chart moves it`,
      place('that'),
      `a statement of ${result.id}`,
    )
  return {
    words: flip.words,
    holds: (value) => evaluateExactly(predicate.statement, new Map([...quantities, [result.id, value]])) === true,
  }
}

const ofClaim = ({ flip, result, place }: Given, id: string, { data }: Ledger): Told => {
  const own = data.claims.filter(({ figure, withheld }) => figure === result.id && !withheld)
  const claim = own.find((each) => each.id === id)
  if (!claim)
    throw new Problem(
      `no claim “${id}” is held against ${result.id}`,
      place('claim'),
      expectedNames(
        id,
        own.map((each) => each.id),
      ),
    )
  const printed = printedText(claim)
  return {
    own: exactly(claim.digits).mul(factorOf(result.units, claim.unit)).valueOf(),
    words: flip.words ?? { zh: `来源所印的“${printed}”`, en: `the printed “${printed}”` },
    holds: (value) => judgeClaim(claim, { ...result, value, bounds: { low: value, high: value } }).verdict === 'exact',
  }
}
