import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gwetAc1, rawAgreement } from '../../scripts/methods/gwet-ac1.ts'

const repeated = (times: number, unit: readonly number[]) => Array.from({ length: times }, () => unit)

describe('AC1', () => {
  // Both yes 118, only one of them 5 and 2, both no 0: where kappa is below nought although 94 per cent agree.
  const rare = [...repeated(118, [1, 1]), ...repeated(5, [1, 0]), ...repeated(2, [0, 1])]
  it('stays high where nearly all units carry one code: 0.94 for 118, 5, 2 and 0 of 125', () => {
    expect(rawAgreement({ units: rare })).toBeCloseTo(118 / 125, 12)
    // The share of yes is (123 + 120) / 250 = 0.972, so chance is 2 × 0.972 × 0.028 = 0.054432.
    expect(gwetAc1({ units: rare, categories: 2 })).toBeCloseTo((0.944 - 0.054432) / (1 - 0.054432), 12)
  })
  it('is a fifth for two units, one alike and one not: shares of 3/4 and 1/4', () => {
    // Chance is 2 × 3/16 = 3/8: (1/2 - 3/8) / (5/8) = 1/5.
    expect(
      gwetAc1({
        units: [
          [0, 0],
          [0, 1],
        ],
        categories: 2,
      }),
    ).toBeCloseTo(0.2, 12)
  })
  const units = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 20 })
  it('is one where all agree, also on a single code', () => {
    fc.assert(
      fc.property(units, (rows) => {
        expect(gwetAc1({ units: rows.map(([a]) => [a, a]), categories: 4 })).toBeCloseTo(1, 12)
      }),
    )
  })
  it('never exceeds agreement as it stands, nor minds who coded first', () => {
    fc.assert(
      fc.property(units, (rows) => {
        const value = gwetAc1({ units: rows, categories: 4 })
        expect(value).toBeLessThanOrEqual(rawAgreement({ units: rows }) + 1e-12)
        expect(gwetAc1({ units: rows.map(([a, b]) => [b, a]), categories: 4 })).toBeCloseTo(value, 12)
      }),
    )
  })
})
