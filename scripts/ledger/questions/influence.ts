import type { Figure } from '../figures/compute.ts'
import { ownSlopes } from '../figures/evaluate.ts'
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
  // What a simulation tells has indices of its own, and no slope of one draw.
  if (!figure || figure.simulated) return []
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
 * The slope of a figure in each of its arguments, as its method tells it or as it is felt. A formula is smooth over a step of one in a thousand, and the five-point
 * rule then errs by the fourth power of it, and not at all for a straight line. A method may have a pole near by, as a sample
 * has that is to tell two shares apart, or may count whole, as samples are: its step is sought.
 */
const localSlopes = oncePerFigure((figures, id): ReadonlyMap<string, number> => {
  const figure = figures.get(id)
  if (!figure) return new Map()
  const values = new Map(figure.from.map((part) => [part, valueIn(figures, part)]))
  const told = figure.derived && ownSlopes(figure.derived, (part) => values.get(part) ?? 0)
  if (told) return new Map([...told].map(([part, slope]) => [part, isQuantity(figures.get(part)) ? slope : 0]))
  return new Map(
    figure.from
      .filter((part) => isQuantity(figures.get(part)))
      .map((part) => {
        const centre = values.get(part) ?? 0
        const { low, high } = figures.get(part)?.bounds ?? {}
        // A zero moves by what it was rounded by.
        const size = Math.abs(centre) || (low && high ? high.sub(low).valueOf() * 1e3 : 0) || 1
        const valueOver = (distance: number, beyond?: Beyond) =>
          inFloats(figure, (other) => (other === part ? centre + distance : (values.get(other) ?? 0)), beyond)
        const usual = size * 1e-3
        if (![usual, -usual].some((distance) => canBe(() => valueOver(distance, 'refused')))) return [part, 0]
        // Steps of which one is twice the other share places, and a method may take its time.
        const met = new Map<number, number>()
        const at = (distance: number) => {
          const value = met.get(distance) ?? valueOver(distance)
          met.set(distance, value)
          return value
        }
        return [part, figure.formula?.expression ? fivePoints(at, usual).slope : slopeOfMethod(at, size)]
      }),
  )
})

type At = (distance: number) => number

/** The slope by the five-point rule over a step; by how much the whole moves on the way, and whether it moves in whole units. */
const fivePoints = (at: At, step: number) => {
  const [back, down, up, on] = [at(-2 * step), at(-step), at(step), at(2 * step)]
  return {
    slope: (8 * (up - down) - (on - back)) / (12 * step),
    moved: Math.abs(on - back),
    isWhole: [back, down, up, on].every(Number.isInteger),
  }
}

/** Steps that are tried where the usual one does not agree with half of it, in parts of the argument. */
const steps = [0.05, 0.02, 0.01, 0.005, 0.002, 1e-3, 5e-4, 2e-4, 1e-4, 5e-5, 2e-5, 1e-5, 1e-6, 1e-7] as const

/** In fewer units than this on the way, whole numbers tell stairs and no slope. */
const enoughStairs = 20

/**
 * The slope at the step that agrees best with the next smaller one: wide enough for what is counted whole, and within reach
 * of no pole. What moves by a few units at the most, as a count of codes, has none.
 */
const slopeOfMethod = (at: At, size: number): number => {
  const [usual, half] = [fivePoints(at, size * 1e-3), fivePoints(at, size * 5e-4)]
  if (!usual.isWhole && Math.abs(usual.slope - half.slope) <= 1e-7 * Math.abs(half.slope)) return usual.slope
  const tried = steps.map((step) => ({ ...fivePoints(at, size * step), step: size * step }))
  const telling = tried.filter(({ moved, isWhole }) => !isWhole || moved >= enoughStairs)
  const errors = telling.map(({ slope, step, isWhole }, index) => {
    const next = telling[index + 1]
    // Each of four whole numbers may be a unit from what was rounded up.
    return (next ? Math.abs(slope - next.slope) : Math.abs(slope) / 10) + (isWhole ? 1 / step : 0)
  })
  return telling[errors.indexOf(Math.min(...errors))]?.slope ?? 0
}

/** A calendar year, a yes or no of our coding and a setting of a method are no quantities that could be a little more. */
const isQuantity = (figure: Figure | undefined): boolean =>
  figure !== undefined &&
  baseOf(figure).kind !== 'year' &&
  figure.input?.setting === undefined &&
  !(figure.input?.kind === 'assumed' && figure.input.grid !== undefined)
