import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointIn, type Root, rangesOver, seeded } from '../../replay/extremes.ts'
import { graphOf } from '../../replay/graph.ts'
import { decimal, toNumber } from '../../replay/rational.ts'
import type { Figure, Terms } from '../../replay/record.ts'
import { formulas } from '../ledger/support.ts'

const figure = (id: string, formula?: string, terms?: Terms): Figure => ({
  id,
  kind: formula === undefined ? 'cited' : 'derived',
  value: 0,
  unit: 'ratio',
  shown: { zh: '', en: '' },
  interval: [0, 0],
  source: '',
  usedIn: [],
  ...(formula === undefined ? {} : { formula }),
  ...(terms === undefined ? {} : { terms }),
})

type End = string | null
/** The range of a formula over printed numbers, each given as its value and its ends. */
const range = (
  formula: string,
  roots: Readonly<Record<string, readonly [value: string, low: End, high: End]>>,
  terms?: Terms,
  more: readonly Figure[] = [],
) => {
  const given = terms ?? Object.fromEntries(Object.keys(roots).map((id) => [id, id]))
  const figures = new Map(
    [...Object.keys(roots).map((id) => figure(id)), ...more, figure('result', formula, given)].map((one) => [one.id, one]),
  )
  const known = new Map(
    Object.entries(roots).map(([id, [value, low, high]]): [string, Root] => [
      id,
      { value: decimal(value), range: { low: low === null ? null : decimal(low), high: high === null ? null : decimal(high) } },
    ]),
  )
  const { low, high } = rangesOver(graphOf(figures), known)('result')
  return [low && toNumber(low), high && toNumber(high)]
}

describe('the range of a figure', () => {
  test('is reached at two corners of its inputs’ ranges', () => {
    expect(range('a + b', { a: ['1', '0.5', '1.5'], b: ['2', '1.5', '2.5'] })).toEqual([2, 4])
    expect(range('a - b', { a: ['1', '0.5', '1.5'], b: ['2', '1.5', '2.5'] })).toEqual([-2, 0])
    expect(range('a / b', { a: ['3', '2', '4'], b: ['2', '1', '4'] })).toEqual([0.5, 4])
  })

  test('takes an input that is used twice as one variable, through figures too', () => {
    expect(range('a - a', { a: ['1', '0.5', '1.5'] })).toEqual([0, 0])
    const double = figure('double', 'a * 2', { a: 'a' })
    expect(range('whole - part', { a: ['1', '0.5', '1.5'] }, { whole: 'double', part: 'a' }, [double])).toEqual([0.5, 1.5])
  })

  test('leaves what is read as it is printed where it is, and moves the rest', () => {
    const text = formulas.get('compatibleCounts')?.text ?? ''
    const asked = (sample: readonly [string, End, End]) =>
      range(
        text,
        { share: ['0.18', '0.175', '0.185'], decimals: ['0', '0', '0'], sample },
        { share: 'share', decimals: 'decimals', sample: 'sample' },
        [
          { ...figure('share'), value: 0.18 },
          { ...figure('decimals'), value: 0 },
        ],
      )
    expect(asked(['28', '28', '28'])).toEqual([1, 1])
    expect(asked(['10000', '5000', '15000'])).toEqual([51, 151])
  })

  test('is open where an open input would have to be followed, and closed where it would not', () => {
    expect(range('a / b', { a: ['300', '300', '300'], b: ['100', null, '100'] })).toEqual([3, null])
    expect(range('a * 12', { a: ['5800', '5800', null] })).toEqual([69_600, null])
    expect(range('1 - a / b', { a: ['10', null, '10'], b: ['40', '40', '40'] })).toEqual([0.75, null])
    expect(range('a - a', { a: ['1', '1', null] })).toEqual([0, 0])
  })

  test('is open at both ends where what is divided by may be zero, inside its range or at its end', () => {
    const a = ['2', '1.5', '2.5'] as const
    expect(range('1 / (a - b)', { a, b: ['1.95', '1.945', '1.955'] })).toEqual([null, null])
    expect(range('1 / (a - b)', { a, b: ['1', '0.5', '1.5'] })).toEqual([null, null])
    expect(range('1 / (a - b)', { a, b: ['3', '2.5', '3.5'] })).toEqual([null, null])
    expect(range('1 / (a - b)', { a, b: ['0', '-0.5', '0.5'] })).toEqual([1 / 3, 1])
    expect(range('1 / (a - b)', { a, b: ['4', '3.5', '4.5'] })).toEqual([-1, -1 / 3])
  })

  test('of a method is open at both ends where what it divides by may be zero', () => {
    const text = formulas.get('sampleForProportions')?.text ?? ''
    const between = (before: readonly [string, End, End], after: readonly [string, End, End]) =>
      range(text, { before, after, criticalErrors: ['2', '2', '2'], powerErrors: ['1', '1', '1'] })
    expect(between(['0.24', '0.235', '0.245'], ['0.25', '0.245', '0.255'])).toEqual([null, null])
    const [low, high] = between(['0.20', '0.195', '0.205'], ['0.25', '0.245', '0.255'])
    expect(low).toBeGreaterThan(800)
    expect(high).toBeLessThan(2000)
  })

  test('is open at both ends where a figure that it is made of is, and where such a figure is what it divides by', () => {
    const roots = { a: ['2', '1.5', '2.5'], b: ['1.95', '1.945', '1.955'] } as const
    const rest = figure('rest', 'a - b', { a: 'a', b: 'b' })
    const steep = figure('steep', 'a / rest', { a: 'a', rest: 'rest' })
    expect(range('rest + 1', roots, { rest: 'rest' }, [rest])).toEqual([0.545, 1.555])
    expect(range('1 / rest', roots, { rest: 'rest' }, [rest])).toEqual([null, null])
    expect(range('steep + 1', roots, { steep: 'steep' }, [rest, steep])).toEqual([null, null])
    expect(range('terms.reduce((total, term) => total + term, 0)', roots, { terms: ['steep', 'a'] }, [rest, steep])).toEqual([null, null])
  })

  test('takes what an input is used in twice at its word: two thirds of itself is never zero', () => {
    // The range of the figure divided by is tight, and not what its two terms would leave each by itself.
    const rest = figure('rest', 'a - b', { a: 'a', b: 'third' })
    const third = figure('third', 'a / 3', { a: 'a' })
    expect(range('a / rest', { a: ['2', '0.5', '3.5'] }, { a: 'a', rest: 'rest' }, [third, rest])).toEqual([1.5, 1.5])
  })

  test('is no wider for dividing by “nearly 10”, which is more than zero', () => {
    expect(range('a / b', { a: ['5', '4.5', '5.5'], b: ['10', null, '10'] })).toEqual([0.45, null])
    expect(range('a / b', { a: ['5', '4.5', '5.5'], b: ['-10', '-10', null] })).toEqual([null, -0.45])
    // 45 less "over 40" may be anything up to 5.
    const rest = figure('rest', 'a - b', { a: 'a', b: 'b' })
    expect(range('1 / rest', { a: ['45', '45', '45'], b: ['40', '40', null] }, { rest: 'rest' }, [rest])).toEqual([null, null])
  })

  test('finds a corner that one input at a time does not show', () => {
    // At the middle b moves nothing, as a is zero there.
    expect(range('a * b', { a: ['0', '-1', '1'], b: ['3', '2', '4'] })).toEqual([-4, 4])
  })

  test('holds every point of the box, for what is plain arithmetic in each input', () => {
    const ends = fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 9 }))
    const formulas = ['a + b * c', '(a - b) * c', 'a / (b + c)', 'a * b / c', 'a - b / c']
    fc.assert(
      fc.property(fc.constantFrom(...formulas), ends, ends, ends, fc.integer(), (formula, ...rest) => {
        const [a, b, c, seed] = rest
        const roots = Object.fromEntries(
          Object.entries({ a, b, c }).map(([id, [value, width]]) => [
            id,
            [`${value}`, `${value - (value * width) / 100}`, `${value + (value * width) / 100}`] as const,
          ]),
        )
        const [low = 0, high = 0] = range(formula, roots)
        const random = seeded(seed)
        for (let index = 0; index < 8; index += 1) {
          const at = Object.fromEntries(
            Object.entries(roots).map(([id, [, from, to]]) => [
              id,
              `${(Number(from) + (Number(to) - Number(from)) * random()).toFixed(6)}`,
            ]),
          )
          const [value = 0] = range(
            formula,
            Object.fromEntries(Object.entries(at).map(([id, digits]) => [id, [digits, digits, digits] as const])),
          )
          if (low === null || high === null || value === null) return false
          if (value < low - 1e-4 || value > high + 1e-4) return false
        }
        return true
      }),
      { numRuns: 50 },
    )
  })

  test('cannot be asked of what rests on itself', () => {
    const figures = new Map([figure('a', 'b + 0', { b: 'b' }), figure('b', 'a + 0', { a: 'a' })].map((one) => [one.id, one]))
    expect(() => graphOf(figures).rootsOf('a')).toThrow('it rests on itself: a → b → a')
    expect(() => graphOf(new Map()).rootsOf('a')).toThrow('“a” is no figure')
  })
})

describe('points of the box', () => {
  const roots = new Map<string, Root>([
    ['closed', { value: decimal('1'), range: { low: decimal('0.5'), high: decimal('1.5') } }],
    ['over', { value: decimal('40'), range: { low: decimal('40'), high: null } }],
    ['nearly', { value: decimal('700'), range: { low: null, high: decimal('700') } }],
  ])

  test('are the same for the same seed, and inside', () => {
    const points = (seed: number) => {
      const random = seeded(seed)
      return Array.from({ length: 50 }, (_, index) => pointIn(roots, random, index % 2 === 0))
    }
    expect(points(7)).toEqual(points(7))
    expect(points(7)).not.toEqual(points(8))
    for (const point of points(7)) {
      expect(Math.abs((point.get('closed') ?? 9) - 1)).toBeLessThanOrEqual(0.5)
      expect(point.get('over')).toBeGreaterThan(40)
      expect(point.get('nearly')).toBeGreaterThan(0)
      expect(point.get('nearly')).toBeLessThanOrEqual(700)
    }
  })
})
