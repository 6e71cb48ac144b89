/** What a scenario does to the report's sentences: read by the browser only once somebody wants to see it. */
import Fraction from 'fraction.js'
import { evaluateExactly, type FormulaSource, type Language, withoutNoise } from '../../scripts/browser.ts'
import { exactIn, type Scenario, type ScenarioGraph, theReport, write } from './scenario.ts'

/** A sentence that a scenario may change. */
export interface MovingSentence {
  /** The page's address with the nearest heading's anchor, from the site's root. */
  readonly place: string
  readonly text: string
  /** Figures in it that the explorer moves. */
  readonly figures: readonly string[]
  /** Indexes of predicates that its words rest on. */
  readonly holds?: readonly number[]
}

export interface Moving {
  /** Titles by the page's address. */
  readonly titles: Readonly<Record<string, string>>
  readonly sentences: readonly MovingSentence[]
  readonly predicates: readonly { readonly text: string; readonly statement: NonNullable<FormulaSource['expression']> }[]
  /** What predicates name beside figures that move, as "n/d". */
  readonly others: Readonly<Record<string, string>>
  /** Of figures that are cells of large tables, their places below the audit, where any moves. */
  readonly cells?: Readonly<Record<string, string>>
}

/** A sentence in a scenario: its numbers that are now others, and the predicates that are no longer true. */
export interface Change {
  readonly sentence: MovingSentence
  readonly numbers: readonly { readonly figure: string; readonly before: string; readonly now: string }[]
  readonly untrue: readonly string[]
}

export const changesIn = (graph: ScenarioGraph, moving: Moving, scenario: Scenario, language: Language): readonly Change[] => {
  const [before, now] = [exactIn(graph, theReport), exactIn(graph, scenario)]
  const quantities = new Map(Object.entries(moving.others).map(([name, value]) => [name, new Fraction(value)]))
  for (const id of Object.keys(graph.nodes)) {
    const computed = now(id)
    // What floating point computed is taken as the build takes it.
    if (computed) quantities.set(id, computed.exact ? computed.value : withoutNoise(computed.value.valueOf()))
  }
  const untrue = moving.predicates.map(({ statement }) => {
    try {
      return evaluateExactly(statement, quantities) !== true
    } catch {
      // It names a figure that has no value any more.
      return true
    }
  })
  const written = new Map<string, { readonly figure: string; readonly before: string; readonly now: string }>()
  const writtenOf = (figure: string) => {
    const known = written.get(figure) ?? {
      figure,
      before: write(graph, figure, before(figure)?.value, language),
      now: write(graph, figure, now(figure)?.value, language),
    }
    written.set(figure, known)
    return known
  }
  return moving.sentences.flatMap((sentence) => {
    const numbers = sentence.figures.map(writtenOf).filter((number) => number.before !== number.now)
    const fallen = (sentence.holds ?? []).flatMap((index) => (untrue[index] ? [moving.predicates[index]?.text ?? ''] : []))
    return numbers.length + fallen.length > 0 ? [{ sentence, numbers, untrue: fallen }] : []
  })
}
