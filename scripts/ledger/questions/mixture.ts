import type { Figure } from '../figures/compute.ts'
import { addedIn } from '../figures/meaning.ts'
import { Complaints } from '../problem.ts'
import type { Measure } from '../types.ts'

/** What one figure adds together that does not count the same: several measures, or several periods. */
export interface Mixture {
  readonly measures: readonly Measure[]
  readonly periods: readonly string[]
}

/**
 * Measures and periods that a figure's sums mix; undefined where everything added counts alike, and where nothing that is
 * added says what it measures: sums over years of money are no mixture.
 */
export const mixtureOf = (figure: Figure, figures: ReadonlyMap<string, Figure>): Mixture | undefined => {
  const measures = new Set<Measure>()
  const periods = new Set<string>()
  const walk = (current: Figure, left: ReadonlySet<string>): void => {
    if (left.has(current.id)) return
    const addends = partsIn(current).flatMap((id) => figures.get(id) ?? [])
    if (addends.length > 0) {
      // What a remainder takes out is not in it.
      const out = addedIn(current).taken.flatMap((id) => allIn(id, figures))
      for (const addend of addends) walk(addend, new Set([...left, ...out]))
      return
    }
    const scope = current.input?.scope ?? current.derived?.scope
    if (scope?.measure) measures.add(scope.measure)
    if (scope) periods.add(scope.period)
  }
  if (partsIn(figure).length === 0) return undefined
  walk(figure, new Set())
  return measures.size > 1 || (measures.size === 1 && periods.size > 1)
    ? { measures: [...measures].sort(), periods: [...periods].sort() }
    : undefined
}

/** A sum may add unlike measures, as the sources do, if its scope says so; one that says so must. */
export const refuseHiddenMixtures = (figures: ReadonlyMap<string, Figure>): void => {
  const complaints = new Complaints()
  for (const figure of figures.values()) {
    if (partsIn(figure).length === 0) continue
    const measures = mixtureOf(figure, figures)?.measures ?? []
    const declared = figure.derived?.scope.measure === 'mixed'
    if (measures.length > 1 && !declared)
      complaints.add(`${figure.id} adds ${measures.join(', ')}`, figure.place, "scope: { measure: 'mixed' }")
    if (measures.length <= 1 && declared)
      complaints.add(`${figure.id} says that it mixes measures, and does not`, figure.place, 'the one measure that it counts')
  }
  complaints.stopIfAny()
}

/** A figure and all that it is added up from. */
const allIn = (id: string, figures: ReadonlyMap<string, Figure>): readonly string[] => {
  const figure = figures.get(id)
  return figure ? [id, ...partsIn(figure).flatMap((part) => allIn(part, figures))] : [id]
}

/** The figures that a figure is added up from, or what it is a remainder of; none for any other figure. */
const partsIn = (figure: Figure): readonly string[] => {
  const { added, taken } = addedIn(figure)
  return [...added, ...taken]
}
