/** What moves the figures of the report most, and what would make its sentences untrue. */
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../../scripts/ledger/figures/compute.ts'
import type { Arguments } from '../../../../scripts/ledger/figures/derived.ts'
import { format } from '../../../../scripts/ledger/numbers/format.ts'
import { styleOf } from '../../../../scripts/ledger/publish/shown.ts'
import { breakEvensOf } from '../../../../scripts/ledger/questions/break-even.ts'
import { influencesOn } from '../../../../scripts/ledger/questions/influence.ts'
import { definitions, ledger } from '../../estimates/support.ts'

type Figures = ReadonlyMap<string, Figure>

const elasticities = (figures: Figures, id: string): Readonly<Record<string, number | undefined>> =>
  Object.fromEntries(influencesOn(figures, id).map((influence) => [influence.id, influence.elasticity]))
const slopes = (figures: Figures, id: string): Readonly<Record<string, number>> =>
  Object.fromEntries(influencesOn(figures, id).map((influence) => [influence.id, influence.slope]))

describe('the influence of one figure on another', () => {
  test('is left out where it cancels: final use of 2019 is in the multiplier twice, above and below the line', () => {
    const found = elasticities(ledger.figures, 'multiplier.report')
    expect(found['inputOutput.finalUse2019']).toBeUndefined()
    expect(found['inputOutput.gdp2019']).toBeUndefined()
    expect(found['inputOutput.intermediateUse']).toBeCloseTo(1, 9)
    expect(found['inputOutput.finalUse']).toBeCloseTo(-1, 9)
  })

  test('is not asked of a calendar year, nor of a yes or no of our coding', () => {
    expect(Object.keys(elasticities(ledger.figures, 'coding.mechanism.A')).filter((id) => /^coding\.\w+\.mechanism/.test(id))).toEqual([])
    for (const { unit, id } of ledger.figures.values())
      expect(
        influencesOn(ledger.figures, id).filter((each) => ledger.figures.get(each.id)?.unit === 'year'),
        `${id} ${unit}`,
      ).toEqual([])
  })

  test('of the multiplier on the total is worked by hand', () => {
    // The multiplier works on 2010.4 + 123.70 = 2134.1 万 direct jobs and is 1.4751; the total is 6901 万:
    // 2134.1 × 1.4751 / 6901 = 0.4562.
    expect(elasticities(ledger.figures, 'total.jobs')['multiplier.report']).toBeCloseTo(0.456, 3)
    expect((slopes(ledger.figures, 'total.jobs')['multiplier.report'] ?? 0) / 1e4).toBeCloseTo(2134.1, 1)
  })
})

/** What a method gives, or at the edge of what can be, what it says is nearest. */
const atNearest = (compute: () => number): number => {
  try {
    return compute()
  } catch (error) {
    const { nearest } = error as { readonly nearest?: number }
    if (nearest === undefined) throw error
    return nearest
  }
}

/** A figure of the report with another one moved, computed again from the definitions, by themselves. */
const recomputed = (id: string, mover: string, value: number): number => {
  const values = new Map([[mover, value]])
  const of = (each: string): number => {
    const known = values.get(each)
    if (known !== undefined) return known
    const definition = definitions.get(each)
    const result = definition
      ? atNearest(() =>
          definition.formula(
            Object.fromEntries(
              Object.entries(definition.of).map(([name, ids]) => [
                name,
                typeof ids === 'string' ? of(ids) : ids.map((item) => (typeof item === 'string' ? of(item) : item.map(of))),
              ]),
            ) as Arguments,
          ),
        )
      : (ledger.figures.get(each)?.value.valueOf() ?? Number.NaN)
    values.set(each, result)
    return result
  }
  return of(id)
}
const slopeBy = (id: string, mover: string, step: number): number =>
  (recomputed(id, mover, now(mover) + step) - recomputed(id, mover, now(mover) - step)) / (2 * step)

const derivedIds = [...definitions.keys()]
const isWhole = (id: string): boolean => /wholeUnits|Math\.ceil/.test(ledger.figures.get(id)?.formula?.text ?? '')
/** Samples are whole, and so they or what they are multiplied to move by stairs. */
const standsOnWholes = (id: string): boolean => isWhole(id) || influencesOn(ledger.figures, id).some((each) => isWhole(each.id))
const now = (id: string): number => ledger.figures.get(id)?.value.valueOf() ?? Number.NaN

describe('in the report', () => {
  test('every strong influence is what moving that figure by a hundred-thousandth, and computing again, gives', () => {
    for (const id of derivedIds) {
      if (standsOnWholes(id)) continue
      for (const { id: mover, slope } of influencesOn(ledger.figures, id).slice(0, 3))
        expect(slope / slopeBy(id, mover, Math.abs(now(mover)) / 1e5), `${id} by ${mover}`).toBeCloseTo(1, 4)
    }
  })

  test('every strong influence on what is rounded up to whole units is what moving it by some hundredths gives, but for the stairs', () => {
    const whole = derivedIds.filter(standsOnWholes)
    expect(whole.length).toBeGreaterThan(20)
    for (const id of whole) {
      for (const { id: mover, slope } of influencesOn(ledger.figures, id).slice(0, 3)) {
        // So far that the figure moves by 3 %: near a pole that is not far.
        const step = 0.03 * Math.min(Math.abs(now(id) / slope), Math.abs(now(mover)))
        const stair = ledger.figures.get(id)?.unit === 'count' ? 1.5 / (Math.abs(slope) * step) : 0
        expect(Math.abs(slopeBy(id, mover, step) / slope - 1), `${id} by ${mover}`).toBeLessThan(0.03 + stair)
      }
    }
  })

  const all = derivedIds.flatMap((id) => breakEvensOf(ledger.figures, id).map((each) => ({ figure: id, ...each })))

  test('every break-even is true: there, and further on, the figure is past the round number', () => {
    expect(all.length).toBeGreaterThan(500)
    for (const { figure: id, id: mover, at, threshold, side, when } of all) {
      const goal = threshold.valueOf()
      const hair = 1e-9 * Math.max(Math.abs(goal), Math.abs(now(id)))
      for (const further of [1, 1.001, 1.01]) {
        const value = now(mover) + (at.valueOf() - now(mover)) * further
        const result = recomputed(id, mover, value)
        expect(
          side === 'below' ? result <= goal + hair : result >= goal - hair,
          `${id} by ${mover} at ${value} is ${result}, not ${side} ${goal}`,
        ).toBe(true)
      }
      expect(at.valueOf() < now(mover) ? 'under' : 'over').toBe(when)
    }
  })

  test('and it is near: well before it the figure is not yet past', () => {
    for (const { figure: id, id: mover, at, threshold, side } of all) {
      const result = recomputed(id, mover, now(mover) + (at.valueOf() - now(mover)) * 0.94)
      // What is counted whole may stand on the round number for a while, and be past it only at the next unit.
      const notYet = side === 'below' ? result > threshold.valueOf() : result < threshold.valueOf()
      expect(notYet || (isWhole(id) && result === threshold.valueOf()), `${id} by ${mover}`).toBe(true)
    }
  })

  test('and it is written whole: more digits would add nothing but zeros', () => {
    const number = (text: string) => Number.parseFloat(text.replace(/[^\d.]/g, ''))
    for (const { id: mover, at, digits } of all) {
      const figure = ledger.figures.get(mover)
      if (!figure) throw new Error(mover)
      const text = (more: number) => format(at, { ...styleOf(figure), digits: digits + more }, 'en')
      expect(number(text(4)), `${mover}: ${text(0)}`).toBe(number(text(0)))
    }
  })

  test('none asks for a value that cannot be: a share above the whole, or ten times as much', () => {
    for (const { id: mover, at } of all) {
      const times = at.valueOf() / now(mover)
      expect(times, mover).toBeGreaterThanOrEqual(0.1)
      expect(times, mover).toBeLessThanOrEqual(10)
      const { input: printed, derived } = ledger.figures.get(mover) ?? {}
      if ((derived?.percent || printed?.unit === '%') && now(mover) > 0 && now(mover) <= 1)
        expect(at.valueOf(), mover).toBeLessThanOrEqual(1)
    }
  })
})
