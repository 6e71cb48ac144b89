import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nominalAlpha, nominalAlphaBound, ordinalAlpha, ordinalAlphaBound } from '../../scripts/methods/krippendorff-alpha.ts'

/** Turns rows of coders, as publications print them, into units; a dot is a code that was not given. */
const unitsOf = (...coders: readonly string[]): number[][] => {
  const rows = coders.map((row) => row.split(' '))
  return (rows[0] ?? []).map((_, unit) =>
    rows.flatMap((row) => {
      const code = row[unit] ?? '.'
      if (code === '.') return []
      return [/\d/.test(code) ? Number(code) : code.charCodeAt(0)]
    }),
  )
}

describe('the alpha of names gives what publications print', () => {
  it('0.095 for two observers and a yes or no: Krippendorff, Computing Krippendorff’s alpha-reliability, example A', () => {
    expect(nominalAlpha({ units: unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0') })).toBeCloseTo(0.095, 3)
  })
  it('0.692 for two observers and five names: the same, example B', () => {
    expect(nominalAlpha({ units: unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d') })).toBeCloseTo(0.692, 3)
  })
  it('0.743 as names and 0.815 as ordered codes for four observers with gaps: the same, examples C and D', () => {
    const units = unitsOf('1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .')
    expect(nominalAlpha({ units })).toBeCloseTo(0.743, 3)
    expect(ordinalAlpha({ units })).toBeCloseTo(0.815, 3)
  })
})

describe('alpha by hand', () => {
  it('is nought for 0 0, 0 1: of three noughts and a one, one unit of two differs', () => {
    // Four codes; o01 = 1, n0 n1 = 3: 1 - 3 × 1 / 3.
    expect(
      nominalAlpha({
        units: [
          [0, 0],
          [0, 1],
        ],
      }),
    ).toBeCloseTo(0, 12)
  })
  it('has no value where all codes are the same', () => {
    expect(
      nominalAlpha({
        units: [
          [2, 2],
          [2, 2],
        ],
      }),
    ).toBeNaN()
  })
})

const units = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 20 })
const varied = units.filter((rows) => new Set(rows.flat()).size > 1)

describe('laws of alpha', () => {
  it('is one where all agree and something varies', () => {
    fc.assert(
      fc.property(varied, (rows) => {
        const agreed = rows.flatMap(([a, b]) => [
          [a, a],
          [b, b],
        ])
        expect(nominalAlpha({ units: agreed })).toBeCloseTo(1, 12)
        expect(ordinalAlpha({ units: agreed })).toBeCloseTo(1, 12)
      }),
    )
  })
  it('never exceeds one, and does not mind who coded first or the order of units', () => {
    fc.assert(
      fc.property(varied, (rows) => {
        for (const alpha of [nominalAlpha, ordinalAlpha]) {
          expect(alpha({ units: rows })).toBeLessThanOrEqual(1 + 1e-12)
          expect(alpha({ units: rows.map(([a, b]) => [b, a]).reverse() })).toBeCloseTo(alpha({ units: rows }), 10)
        }
      }),
    )
  })
  it('as names does not mind what the names are, and as ordered codes only their order', () => {
    fc.assert(
      fc.property(varied, (rows) => {
        const turned = rows.map((codes) => codes.map((code) => 3 - code))
        const stretched = rows.map((codes) => codes.map((code) => 10 ** code))
        expect(nominalAlpha({ units: turned })).toBeCloseTo(nominalAlpha({ units: rows }), 10)
        expect(ordinalAlpha({ units: turned })).toBeCloseTo(ordinalAlpha({ units: rows }), 10)
        expect(ordinalAlpha({ units: stretched })).toBeCloseTo(ordinalAlpha({ units: rows }), 10)
      }),
    )
  })
  it('is the same for names and for order where there are two codes only', () => {
    fc.assert(
      fc.property(varied, (rows) => {
        const two = [[0, 1], ...rows.map((codes) => codes.map((code) => (code > 1 ? 1 : 0)))]
        expect(ordinalAlpha({ units: two })).toBeCloseTo(nominalAlpha({ units: two }), 10)
      }),
    )
  })
})

describe('the bootstrap interval', () => {
  const rows = [
    [0, 0],
    [1, 1],
    [0, 1],
    [2, 2],
    [3, 3],
    [1, 2],
    [0, 0],
    [3, 2],
  ]
  const bound = (quantile: number, seed = 7) => ordinalAlphaBound({ units: rows, resamples: 500, seed, quantile })
  it('is the same for the same seed, and moves a little with another', () => {
    expect(bound(0.025)).toBe(bound(0.025))
    expect(Math.abs(bound(0.5) - bound(0.5, 8))).toBeLessThan(0.1)
  })
  it('holds the alpha of the units themselves between its ends', () => {
    expect(bound(0.025)).toBeLessThan(ordinalAlpha({ units: rows }))
    expect(bound(0.975)).toBeGreaterThan(ordinalAlpha({ units: rows }))
  })
  it('draws the numbers that Park and Miller print: from 1, the ten thousandth is 1043618065', () => {
    let state = 1
    for (let step = 0; step < 10000; step += 1) state = (16807 * state) % 2147483647
    expect(state).toBe(1043618065)
  })
  it('leaves out samples of one code alone, and is no number where there is nothing else', () => {
    expect(
      nominalAlphaBound({
        units: [
          [1, 1],
          [1, 1],
        ],
        resamples: 20,
        seed: 1,
        quantile: 0.5,
      }),
    ).toBeNaN()
  })
})
