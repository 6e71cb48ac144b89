import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { definitions, figure, ledger, recompute, rootsOf, value } from './support.ts'

/** Numbers between 0 and 1 that are the same in every run. */
const dice = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}

const inputs = [...ledger.figures.values()].filter(({ input }) => input)
const ends = new Map(
  inputs.map(({ id, bounds, value: nominal }) => [
    id,
    [bounds.low?.valueOf() ?? nominal.valueOf(), bounds.high?.valueOf() ?? nominal.valueOf()] as const,
  ]),
)
const within = (id: string, part: number): number => {
  const [low, high] = ends.get(id) ?? [Number.NaN, Number.NaN]
  return low + part * (high - low)
}

/** Figures that something uncertain moves; agreement of coders rests on codes and settings alone, and is slow to compute. */
const moving = [...definitions.keys()].filter((id) => {
  const { low, high } = figure(id).bounds
  return !(low && high?.equals(low))
})

/** The furthest that any value lies outside its figure's interval, as a part of the value; and which. */
const furthestOutside = (at: (input: string) => number): readonly [number, string] => {
  const known = new Map<string, number>()
  let [worst, which] = [0, '']
  for (const id of moving) {
    const here = recompute(id, at, known)
    const { low, high } = figure(id).bounds
    const outside =
      Math.max(low === null ? 0 : low.valueOf() - here, high === null ? 0 : here - high.valueOf()) /
      Math.max(Math.abs(here), Math.abs(value(id)), 1e-300)
    if (outside > worst && Math.abs(here) > 1e-12) [worst, which] = [outside, id]
  }
  return [worst, which]
}

describe('the report’s figures, computed a second time in floating point', () => {
  test('agree with the ledger at the printed values', () => {
    for (const id of definitions.keys()) {
      const here = recompute(id, value)
      expect(Math.abs(here - value(id)), id).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(value(id)), 1))
    }
  })

  test('land inside their intervals wherever the inputs lie inside theirs', () => {
    const roll = dice(20200)
    for (let point = 0; point < 150; point += 1) {
      const parts = new Map(inputs.map(({ id }) => [id, roll()]))
      const [outside, id] = furthestOutside((input) => within(input, parts.get(input) ?? 0.5))
      expect(outside, id).toBeLessThan(1e-11)
    }
  })

  test('land inside their intervals at the corners of those of the inputs', () => {
    const roll = dice(4976)
    const chances = [0, 1, ...Array.from({ length: 60 }, roll)]
    for (const chance of chances) {
      const parts = new Map(inputs.map(({ id }) => [id, roll() < chance ? 1 : 0]))
      const [outside, id] = furthestOutside((input) => within(input, parts.get(input) ?? 0.5))
      expect(outside, id).toBeLessThan(1e-11)
    }
  })

  /** The least and the greatest at any corner: what a figure's ends are where a slope turns as others move. */
  const atCorners = (id: string, roots: readonly string[]): readonly [number, number] => {
    const values = Array.from({ length: 2 ** roots.length }, (_, corner) =>
      recompute(id, (input) => (roots.includes(input) ? within(input, (corner >> roots.indexOf(input)) & 1) : value(input))),
    )
    return [Math.min(...values), Math.max(...values)]
  }

  test('rise or fall in each input all the way, and so reach the ends of their intervals and no further', () => {
    const turning = new Set<string>()
    expect(moving.length).toBeGreaterThan(250)
    for (const id of moving) {
      const roots = [...rootsOf(id)]
      const { low, high } = figure(id).bounds
      const steps = roots.map((root) => {
        const moved = (part: number) => recompute(id, (input) => (input === root ? within(root, part) : value(input)))
        return [root, moved(1) - moved(0)] as const
      })
      const corner = (up: boolean) => {
        const parts = new Map(steps.map(([root, step]) => [root, step > 0 === up ? 1 : 0]))
        return recompute(id, (input) => within(input, parts.get(input) ?? 0.5))
      }
      const hair = 1e-10 * Math.max(Math.abs(value(id)), 1e-3)
      const open = roots.filter((root) => within(root, 0) !== within(root, 1))
      const reached = [low?.valueOf() ?? corner(false), high?.valueOf() ?? corner(true)] as const
      let corners: readonly [number, number] = [corner(false), corner(true)]
      if (open.length <= 8 && corners.some((here, end) => Math.abs(here - (reached[end] ?? here)) > hair)) {
        turning.add(id)
        corners = atCorners(id, open)
      }
      expect(Math.abs(reached[0] - corners[0]), `${id} from below`).toBeLessThanOrEqual(hair)
      expect(Math.abs(reached[1] - corners[1]), `${id} from above`).toBeLessThanOrEqual(hair)
    }
    // Tightness rises with the elasticity of matches where it is below one, and falls where it is above.
    expect([...turning].filter((id) => !id.startsWith('matching.'))).toEqual([])
  }, 120_000)
})

describe('an interval of the report', () => {
  test('that adds up printed cells is as wide as all of them together', () => {
    let sums = 0
    for (const { id, formula, from, derived, bounds } of ledger.figures.values()) {
      if (formula?.name !== 'sum' || !from.every((part) => figure(part).input) || from.length !== derived?.of.terms?.length) continue
      if (!bounds.low || !bounds.high) continue
      sums += 1
      const widths = from.map((part) => {
        const { low, high } = figure(part).bounds
        return low && high ? high.sub(low) : new Fraction(0)
      })
      const together = widths.reduce((total, width) => total.add(width), new Fraction(0))
      expect(bounds.high.sub(bounds.low).equals(together), id).toBe(true)
    }
    expect(sums).toBeGreaterThan(10)
  })

  test('of intermediate use is 450 cells of a tenth of 亿元 wide: give or take 22.5', () => {
    const { low, high } = figure('nbs.intermediateUse').bounds
    expect([low?.valueOf(), high?.valueOf()]).toEqual([143_449_520_000_000, 143_454_020_000_000])
  })

  test('is open only where a source says “over” or “nearly”', () => {
    const open = [...ledger.figures.values()]
      .filter(({ bounds, simulated }) => !simulated && (bounds.low === null || bounds.high === null))
      .map(({ id }) => id)
    const bounded = (id: string) => ['over', 'nearly'].includes(figure(id).input?.qualifier ?? '')
    expect(open.filter((id) => ![...rootsOf(id)].some(bounded))).toEqual([])
    expect(open).toContain('entertainment.peoplePerAccount')
  })

  test('of things is a point where the source counts them, and a range where it prints 万 or 亿', () => {
    const ends = (id: string) => [figure(id).bounds.low?.valueOf(), figure(id).bounds.high?.valueOf()]
    expect(ends('cases.wasteIncineration.interventionsBefore')).toEqual([30, 30])
    expect(ends('cases.zhejiangGovernment.payments')).toEqual([135_000_000, 145_000_000])
  })

  test('is exact for all but what takes logarithms, ranks or solves equations', () => {
    const inexact = [...ledger.figures.values()]
      .filter(({ exact, from }) => !exact && from.every((part) => figure(part).exact))
      .flatMap(({ formula }) => formula ?? [])
    expect(inexact.length).toBeGreaterThan(0)
    const broken = /Math\.(?:log|exp|sqrt|pow)|\*\*/
    expect(inexact.filter(({ expression, text }) => expression && !broken.test(text)).map(({ name }) => name)).toEqual([])
  })
})
