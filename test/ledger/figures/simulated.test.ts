/** The oil of the year: 182 long nights and 183 short ones, doubted as test/example/data/gull-point-1901/doubts.yaml says. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { report } from '#report'
import { compiled } from '../../../scripts/ledger/figures/compiled.ts'
import type { Simulation } from '../../../scripts/ledger/figures/simulated.ts'
import { computeLedger } from '../../../scripts/ledger/ledger.ts'
import { ledgerSchema } from '../../../scripts/ledger/publish/ledger-schema.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import { influencesOn } from '../../../scripts/ledger/questions/influence.ts'
import { copyRooms } from '../../rooms.ts'

const root = mkdtempSync(`${tmpdir()}/simulated-`)
afterAll(() => rmSync(root, { recursive: true }))
copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])
const ledger = computeLedger(root, report)

const simulation = (output: string, kind: string): Simulation => {
  const found = ledger.simulations.find((each) => each.output.figure === output && each.kind === kind)
  if (!found) throw new Error(`${output} is not simulated by ${kind}`)
  return found
}
const value = (id: string): number => ledger.figures.get(id)?.value.valueOf() ?? Number.NaN

describe('a figure compiled from some that it rests on', () => {
  test('is what the ledger has where these are what the ledger has', () => {
    const { from, answer } = compiled(ledger.figures, 'lamp.litres', [
      'lamp.longNights.litresANight',
      'lamp.shortNights.nights',
      'lamp.ships',
    ])
    expect(from).toEqual(['lamp.longNights.litresANight', 'lamp.shortNights.nights'])
    expect(answer(Float64Array.of(12.5, 183))).toBeCloseTo(182 * 12.5 + 183 * 7.2, 9)
    expect(answer(Float64Array.of(13, 180))).toBeCloseTo(182 * 13 + 180 * 7.2, 9)
    // Nothing is left of the draw before.
    expect(answer(Float64Array.of(12.5, 183))).toBeCloseTo(value('lamp.litres'), 9)
  })

  test('is cut off where a figure on the way is named', () => {
    const { from, answer } = compiled(ledger.figures, 'lamp.litres', ['lamp.longNights.litres', 'lamp.longNights.nights'])
    expect(from).toEqual(['lamp.longNights.litres'])
    expect(answer(Float64Array.of(2000))).toBeCloseTo(2000 + 183 * 7.2, 9)
  })
})

describe('a simulated figure', () => {
  test('has the mean that its independent doubts give it', () => {
    // 182 × the mean of the triangle, (11.5 + 12.5 + 14) / 3, and 173 × 7.2 for the short nights.
    const { answers } = simulation('lamp.litres', 'assumption')
    const mean = (182 * (11.5 + 12.5 + 14)) / 3 + 173 * 7.2
    expect(Math.abs(answers.mean() - mean)).toBeLessThan(4 * answers.meanError())
  })

  test('keeps sampling errors and assumptions apart', () => {
    expect(ledger.simulations.map(({ output, kind }) => `${output.figure} ${kind}`)).toEqual([
      'lamp.litres assumption',
      'lamp.litresAnInhabitant sampling',
      'lamp.litresAnInhabitant assumption',
    ])
    expect(simulation('lamp.litresAnInhabitant', 'sampling').doubts.map(({ figure }) => figure)).toEqual(['inhabitants.parish.y1901'])
  })

  test('is told by figures in its own unit, each with its Monte Carlo error', () => {
    const low = ledger.figures.get('doubt.lamp.litres.assumption.p05')
    expect(low?.unit).toBe('litre')
    expect(low?.label.en).toBe('Oil in the year, by stated assumptions: 5th percentile')
    expect(low?.simulated?.error).toBeGreaterThan(0)
    expect(value('doubt.lamp.litres.assumption.p05')).toBeLessThan(value('doubt.lamp.litres.assumption.median'))
    expect(value('doubt.lamp.litres.assumption.median')).toBeLessThan(value('doubt.lamp.litres.assumption.p95'))
  })

  test('leaves what rounding says of it to the intervals', () => {
    expect(ledger.figures.get('doubt.lamp.litres.assumption.mean')?.bounds).toEqual({ low: null, high: null })
    expect(influencesOn(ledger.figures, 'doubt.lamp.litres.assumption.mean')).toEqual([])
  })

  test('shares its variance out among groups and doubts, and not of one alone', () => {
    const shares = [...ledger.figures.keys()].filter((id) => /\.(first|total)\./.test(id))
    expect(shares).toEqual(
      ['lamp.litres', 'lamp.litresAnInhabitant'].flatMap((output) =>
        ['ladle', 'lamp.shortNights.nights'].flatMap((factor) =>
          ['first', 'total'].map((order) => `doubt.${output}.assumption.${order}.${factor}`),
        ),
      ),
    )
    const total = value('doubt.lamp.litres.assumption.first.ladle') + value('doubt.lamp.litres.assumption.first.lamp.shortNights.nights')
    expect(total).toBeGreaterThan(0.85)
    expect(total).toBeLessThan(1.15)
  })

  test('says how far its shares of variance may be off at most', () => {
    const errors = simulation('lamp.litres', 'assumption').indices
    if (errors.constant) throw new Error('constant')
    const halves = errors.factors.flatMap(({ first, total }) => [first.high - first.low, total.high - total.low])
    expect(value('doubt.lamp.litres.assumption.shareError')).toBeCloseTo(Math.max(...halves) / 2 / 1.959964, 6)
  })

  test('has a tornado with ends that can be reckoned by hand', () => {
    // The short nights' 5 per cent is 164, with the medians of the others: the triangle's is 14 less the root of 1.875.
    const median = 14 - Math.sqrt(0.5 * 2.5 * 1.5)
    expect(value('doubt.lamp.litres.assumption.low.lamp.shortNights.nights')).toBeCloseTo(182 * median + 164 * 7.2, 6)
    expect(value('doubt.lamp.litres.assumption.high.lamp.shortNights.nights')).toBeCloseTo(182 * median + 182 * 7.2, 6)
  })

  test('has ends of bars with as many digits as the result, since nothing is drawn there', () => {
    // The result is told with four digits, and its draws with two.
    expect(ledger.figures.get('doubt.lamp.litres.assumption.low.lamp.shortNights.nights')?.derived?.digits).toBe(4)
    expect(ledger.figures.get('doubt.lamp.litres.assumption.p05')?.derived?.digits).toBe(2)
  })

  test('is published in the shape that the schema says', () => {
    const record = publish(ledger)
    expect(() => ledgerSchema.parse(record)).not.toThrow()
    expect(record.doubts?.map(({ figure, kind }) => `${figure} ${kind}`)).toContain('inhabitants.parish.y1901 sampling')
    const [first] = record.simulations ?? []
    expect(first?.histogram.counts.reduce((all, each) => all + each, first.histogram.below + first.histogram.above)).toBe(first?.draws)
  })

  test('comes out the same when it is computed again', () => {
    const again = computeLedger(root, report)
    for (const [id, { value: before, simulated }] of ledger.figures)
      if (simulated) expect(again.figures.get(id)?.value.equals(before), id).toBe(true)
  })
})
