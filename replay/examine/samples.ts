import { doubles, fractions } from '../arithmetic.ts'
import { pointIn, type Root, seeded } from '../extremes.ts'
import type { Graph } from '../graph.ts'
import { ofDouble, toNumber } from '../rational.ts'
import type { Figure, Interval } from '../record.ts'
import type { Examiner } from '../report.ts'

const isOutside = (value: number, [low, high]: Interval, slack: number): boolean =>
  (low !== null && value < low - slack) || (high !== null && value > high + slack) || Number.isNaN(value)

/** Whether a root can be anywhere else than where it is. */
const moves = ({ range: { low, high } }: Root): boolean => low === null || high === null || toNumber(low) !== toNumber(high)

const sampleSize = 200
/** Points of the box of all printed inputs, from a seed: no figure may leave its interval at any of them. */
export const examineSamples = (derived: readonly Figure[], graph: Graph, roots: ReadonlyMap<string, Root>, seen: Examiner): void => {
  // A figure of numbers that were never rounded is the same at every point, and was worked out as a derived value.
  const moving = derived.filter(({ id }) => [...graph.rootsOf(id)].some((root) => roots.get(root) && moves(roots.get(root) as Root)))
  const random = seeded(20201)
  const outside = new Map<string, number>()
  for (let index = 0; index < sampleSize; index += 1) {
    const point = pointIn(roots, random, index % 2 === 0)
    const valueAt = graph.over(doubles, (id) => point.get(id) as number)
    for (const { id, interval } of moving) {
      const value = valueAt(id)
      const slack = 1e-11 * Math.abs(value)
      if (!isOutside(value, interval, slack)) continue
      // Doubles may cancel badly; the same point over fractions decides.
      const again = toNumber(graph.over(fractions, (root) => ofDouble(point.get(root) as number))(id))
      if (isOutside(again, interval, slack)) outside.set(id, again)
    }
  }
  for (const { id, interval } of derived)
    seen.see('samples of the box', id, `${sampleSize} points`, !outside.has(id), `values in ${JSON.stringify(interval)}`, outside.get(id))
}
