import type { Figure } from '../figures/compute.ts'
import { type Beyond, inFloats } from '../figures/value.ts'
import { baseOf } from '../numbers/units.ts'
import { oncePerFigure, upstreamOf, valueIn } from './upstream.ts'

/** How a figure answers to one that it rests on, directly or through others, when that one moves by itself. */
export interface Influence {
  /** The figure that moves. */
  readonly id: string
  /** By how much the figure changes for one more of it, in base units of both. */
  readonly slope: number
  /** By how many per cent the figure changes for one per cent more of it; absent where the figure is zero. */
  readonly elasticity?: number
}

/** What is more than this many times smaller than what it is the sum of is noise of floating point, and is zero. */
const noise = 1e-9

/**
 * Influences on a figure, the strongest first. What does not move it is left out: `x` is not in `x - x`.
 *
 * Slopes are found by reverse accumulation: a figure passes what it weighs on to each argument, times the local slope, from the
 * figure in question down to the printed inputs, so that every way on which one reaches it is counted.
 * Reference: Griewank and Walther, Evaluating Derivatives, 2nd edition, chapter 3.
 */
export const influencesOn = oncePerFigure((figures, id): readonly Influence[] => {
  const figure = figures.get(id)
  if (!figure) return []
  const weights = new Map([[id, 1]])
  const sizes = new Map([[id, 1]])
  for (const each of upstreamOf(figures, id).toReversed()) {
    const weight = weights.get(each.id) ?? 0
    for (const [part, slope] of localSlopes(figures, each.id)) {
      weights.set(part, (weights.get(part) ?? 0) + weight * slope)
      sizes.set(part, (sizes.get(part) ?? 0) + Math.abs(weight * slope))
    }
  }
  weights.delete(id)
  const value = figure.value.valueOf()
  const moved = (part: string) => Math.abs((weights.get(part) ?? 0) * valueIn(figures, part))
  const most = Math.max(Math.abs(value), ...[...weights.keys()].map(moved))
  return [...weights]
    .filter(
      ([part, slope]) => isQuantity(figures.get(part)) && Math.abs(slope) > noise * (sizes.get(part) ?? 0) && moved(part) > noise * most,
    )
    .sort(([a], [b]) => moved(b) - moved(a))
    .map(([part, slope]) => ({ id: part, slope, ...(value === 0 ? {} : { elasticity: (slope * valueIn(figures, part)) / value }) }))
})

/** Of what a method counts whole there is neither a little more nor a little less. */
const canBe = (compute: () => number): boolean => {
  try {
    compute()
    return true
  } catch {
    return false
  }
}

/**
 * The slope of a figure in each of its arguments, by the five-point rule: an error of the fourth power of a step of one
 * in a thousand, and none for a straight line.
 */
const localSlopes = oncePerFigure((figures, id): ReadonlyMap<string, number> => {
  const figure = figures.get(id)
  if (!figure) return new Map()
  return new Map(
    figure.from
      .filter((part) => isQuantity(figures.get(part)))
      .map((part) => {
        const centre = valueIn(figures, part)
        const { low, high } = figures.get(part)?.bounds ?? {}
        // A zero moves by what it was rounded by.
        const step = Math.abs(centre) * 1e-3 || (low && high ? high.sub(low).valueOf() : 0) || 1e-3
        const at = (steps: number, beyond?: Beyond) =>
          inFloats(figure, (other) => (other === part ? centre + steps * step : valueIn(figures, other)), beyond)
        if (![1, -1].some((steps) => canBe(() => at(steps, 'refused')))) return [part, 0]
        return [part, (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step)]
      }),
  )
})

/** A calendar year, a yes or no of our coding and a setting of a method are no quantities that could be a little more. */
const isQuantity = (figure: Figure | undefined): boolean =>
  figure !== undefined &&
  baseOf(figure).kind !== 'year' &&
  figure.input?.setting === undefined &&
  !(figure.input?.kind === 'assumed' && figure.input.grid !== undefined)
