import { describe, expect, test } from 'vitest'
import { drawClaims, type Habit } from '../../bench/false-alarms.ts'
import { ledger } from '../estimates/support.ts'

const shareToldOff = (habit: Habit): number => {
  const { falseAlarms, judged } = drawClaims(ledger, { claims: 400, seed: 7, habit })
  return falseAlarms / judged
}

describe('a source that made no mistake', () => {
  test('is never told that it made one, whatever its inputs were before it rounded them', () => {
    // Once all figures of the report together, and once each formula by itself.
    const drawn = drawClaims(ledger, { claims: 3600, seed: 2020 })
    expect([drawn.falseAlarms, drawn.examples]).toEqual([0, []])
    // A method that counts has no value for so many and a half: of such draws nothing is said.
    expect(drawn.refused).toBeLessThan(0.03 * drawn.judged)
    expect(drawn.judged).toBeGreaterThanOrEqual(3600)
    expect(drawn.exact + drawn.withinRounding).toBe(drawn.judged)
    // Rounding of the inputs moves a result across an edge often enough for intervals to matter.
    expect(drawn.withinRounding / drawn.judged).toBeGreaterThan(0.2)
  })

  test('is drawn alike from one seed, and otherwise from another', () => {
    const draw = (seed: number) => drawClaims(ledger, { claims: 1, seed })
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(3))
  })
})

describe('the draws would find rules that are too strict', () => {
  test('for sources that cut digits off: one claim in twenty or more', () => expect(shareToldOff('cuts off')).toBeGreaterThan(0.05))

  test('for inputs taken at their word although they were rounded: one claim in ten or more', () => {
    expect(shareToldOff('says about of rounded inputs')).toBeGreaterThan(0.1)
  })

  test('for results taken at their word although they were rounded: some claims', () => {
    expect(shareToldOff('says about of what it rounded')).toBeGreaterThan(0)
  })

  test('for results rounded to tens and printed to the unit: most claims', () => {
    expect(shareToldOff('writes noughts')).toBeGreaterThan(0.5)
  })

  test('for results computed from results that were rounded before: some claims', () => {
    // Most figures are one step from what is printed.
    expect(shareToldOff('goes on from rounded results')).toBeGreaterThan(0.03)
  })
})
