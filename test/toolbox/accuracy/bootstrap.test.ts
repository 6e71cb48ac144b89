/** Faults of a bootstrap that its results would hide: draws without replacement, weights that are all one, replicates that repeat. */
import { describe, expect, it } from 'vitest'
import { bootstrap, drawCounts } from '../../../scripts/toolbox/scale-regression/bootstrap.ts'
import { solveLine, sumsOfPairs } from '../../../scripts/toolbox/scale-regression/line.ts'
import { covarianceOf, errorsOf } from '../../../scripts/toolbox/scale-regression/robust-errors.ts'
import { normalAt } from '../../../scripts/toolbox/uncertainty/standard-normal.ts'

const plan = { replicates: 400, seed: 5, stratum: 0 }

describe('draws of a bootstrap', () => {
  const replicates = Array.from({ length: 200 }, (_, replicate) => drawCounts(1000, plan, replicate))
  it('are as many as there are shops', () => {
    for (const counts of replicates) expect(counts.reduce((sum, each) => sum + each, 0)).toBe(1000)
  })
  it('are with replacement: e^-1 of the shops are drawn in none, as many once, half as many twice', () => {
    const part = (times: number) => replicates.reduce((sum, counts) => sum + counts.filter((each) => each === times).length, 0) / 200_000
    // The probabilities of n = 1000 draws among 1000; their standard errors over 200 replicates are below 0.001.
    expect(Math.abs(part(0) - 0.999 ** 1000)).toBeLessThan(0.004)
    expect(Math.abs(part(1) - 0.999 ** 999)).toBeLessThan(0.004)
    expect(Math.abs(part(2) - (999 / 2) * 0.001 * 0.999 ** 998)).toBeLessThan(0.004)
  })
  it('reach every shop alike: none is drawn much more often than others over all replicates', () => {
    const totals = Array.from({ length: 1000 }, (_, shop) => replicates.reduce((sum, counts) => sum + (counts[shop] ?? 0), 0))
    // Each is a count with mean 200 and a standard deviation of about 14.
    expect(Math.min(...totals)).toBeGreaterThan(200 - 6 * 15)
    expect(Math.max(...totals)).toBeLessThan(200 + 6 * 15)
  })
  it('are other ones in each replicate, each category and each seed, and the same when they are asked again', () => {
    const text = (seed: number, stratum: number, replicate: number) => drawCounts(50, { seed, stratum }, replicate).join()
    const kinds = [text(5, 0, 0), text(5, 0, 1), text(5, 1, 0), text(6, 0, 0)]
    expect(new Set(kinds).size).toBe(4)
    expect(text(5, 0, 0)).toBe(kinds[0])
  })
})

describe('the errors of a bootstrap', () => {
  /** Errors that grow with the distance from the mean, so that classical errors are far too small. */
  const u = Float64Array.from({ length: 400 }, (_, shop) => normalAt(1, 0, shop))
  const v = u.map((x, shop) => 0.8 * x + (0.2 + x * x) * normalAt(1, 1, shop))
  const w = u.map((x, shop) => x - (v[shop] ?? 0))
  it('are those of HC0 within a tenth, which no bootstrap without replacement and no classical error is', () => {
    const line = solveLine(sumsOfPairs([...u], [...v]))
    if (!line) throw new Error('there is no line')
    const dd = u.reduce((sum, x, shop) => {
      const d = x - line.meanU
      return sum + (((v[shop] ?? 0) - line.p0 - line.p1 * x) * d) ** 2
    }, 0)
    const hc0 = errorsOf(covarianceOf({ one: 0, d: 0, dd }, line), line).p1
    const classical = Math.sqrt(line.squaresLeft / (line.n - 2) / line.squaresU)
    const found = bootstrap({ u, w }, plan)
    expect(Math.abs((found?.slopeError ?? 0) / hc0 - 1)).toBeLessThan(0.1)
    expect(hc0 / classical).toBeGreaterThan(1.5)
    expect(found?.slopes[0]).toBeLessThan(line.p1)
    expect(found?.slopes[1]).toBeGreaterThan(line.p1)
  })
  it('are the same to the bit whatever the order of the shops', () => {
    const order = Array.from({ length: 400 }, (_, shop) => (shop * 151) % 400)
    const mixed = { u: Float64Array.from(order, (shop) => u[shop] ?? 0), w: Float64Array.from(order, (shop) => w[shop] ?? 0) }
    expect(bootstrap(mixed, plan)).toEqual(bootstrap({ u, w }, plan))
  })
})
