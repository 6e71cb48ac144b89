import { quantileFunction } from '../../toolbox/uncertainty/distributions.ts'
import { compiled } from '../figures/compiled.ts'
import type { Doubted } from '../figures/doubted.ts'
import { type Figures, valueIn } from './upstream.ts'

/** A condition over figures, such as a sentence of prose rests on, or a claim’s being met. */
export interface Condition {
  /** The figures that it names. */
  readonly names: readonly string[]
  readonly holds: (figureAt: (id: string) => number) => boolean
}

/** Where a doubt, moved by itself from what the report has, turns a condition over. */
export interface Flip {
  /** The doubted figure. */
  readonly id: string
  /** Towards its 5 or its 95 per cent. */
  readonly towards: 'low' | 'high'
  /** The value at which the condition turns, in base units. */
  readonly at: number
  /** That end of the middle ninety per cent. */
  readonly end: number
}

const ends = [
  ['low', 0.05],
  ['high', 0.95],
] as const

/**
 * For every doubt, where on the way to either end of its middle ninety per cent the condition is no longer what it is in the report,
 * all else as the report has it. The first turn is found where there is one; a condition that turns twice on the way and is at the end
 * what it was is not told of.
 */
export const flipsOf = (figures: Figures, doubts: readonly Doubted[], { names, holds }: Condition): readonly Flip[] =>
  doubts.flatMap((doubt): readonly Flip[] => {
    const ways = names.map((name) => ({ name, ...compiled(figures, name, [doubt.figure]) }))
    const moved = new Map(ways.filter(({ from }) => from.length > 0).map(({ name, answer }) => [name, answer]))
    if (moved.size === 0) return []
    const drawn = new Float64Array(1)
    const holdsAt = (value: number): boolean => {
      drawn[0] = value
      return holds((id) => moved.get(id)?.(drawn) ?? valueIn(figures, id))
    }
    const now = valueIn(figures, doubt.figure)
    const before = holdsAt(now)
    const quantile = quantileFunction(doubt.stated)
    return ends.flatMap(([towards, probability]): readonly Flip[] => {
      const end = quantile(probability)
      if (holdsAt(end) === before) return []
      let [same, other] = [now, end]
      for (let round = 0; round < 60; round += 1) {
        const between = (same + other) / 2
        if (holdsAt(between) === before) same = between
        else other = between
      }
      return [{ id: doubt.figure, towards, at: other, end }]
    })
  })
