import { describe, expect, it } from 'vitest'
import { figure, ledger, value } from '../support.ts'

const results = ['tightness', 'jobFindingRate', 'unemploymentRate', 'vacancyRate', 'wage'] as const
const parameters = [
  'productivity',
  'separationRate',
  'discountRate',
  'unemploymentValue',
  'matchingEfficiency',
  'matchingElasticity',
  'bargainingPower',
  'vacancyCost',
] as const

describe('the theory of matching', () => {
  it.each(['matching', 'matching.china'])('%s has every parameter and every result', (id) => {
    for (const name of [...parameters, ...results]) expect(ledger.figures.has(`${id}.${name}`), name).toBe(true)
  })

  it('the published calibration is Shimer’s, table 2', () => {
    expect(parameters.map((name) => value(`matching.${name}`))).toEqual([1, 0.1, 0.012, 0.4, 1.355, 0.72, 0.72, 0.213])
  })

  // Solved elsewhere from the same parameters.
  it.each([
    ['matching', [0.9821404445, 1.3481800677, 0.0690521864, 0.0678189451, 0.9826210586]],
    ['matching.twice', [1.0365578227, 2.7373824607, 0.0352437507, 0.0365321855, 0.9909665077]],
  ])('%s equals an independent solution to nine digits', (id, known) => {
    for (const [index, name] of results.entries()) expect(Math.abs(value(`${id}.${name}`) - (known[index] ?? 0)), name).toBeLessThan(1e-10)
  })

  it('the Chinese calibration has what it was calibrated to', () => {
    expect(value('matching.china.unemploymentRate')).toBeCloseTo(value('cass.unemployment.mean'), 12)
    expect(value('matching.china.tightness')).toBeCloseTo(value('cass.unemployment.vacancyRatio'), 12)
    expect(1 - Math.exp(-2 * value('matching.china.jobFindingRate'))).toBeCloseTo(value('cass.reemployment.halfYear'), 12)
  })

  it('both solutions meet the equations, and each other', () => {
    for (const id of ['matching', 'matching.china']) expect([value(`${id}.residual`), value(`${id}.solutionsApart`)]).toEqual([0, 0])
  })

  it('unemployment at greater efficiency lies between its ends over what was assumed', () => {
    for (const factor of ['twice', 'tenfold']) {
      const [low, here, high] = ['lowEnd.', '', 'highEnd.'].map((end) => value(`matching.china.${end}${factor}.unemploymentRate`))
      expect([low, here, high]).toEqual([low, here, high].toSorted((a = 0, b = 0) => a - b))
    }
  })

  it('the range of unemployment is that of the corners of what is printed', () => {
    // All that makes jobs scarce, and all that makes them plentiful.
    const { low, high } = figure('matching.unemploymentRate').bounds
    expect(low?.valueOf()).toBeCloseTo(0.0638283894, 9)
    expect(high?.valueOf()).toBeCloseTo(0.0746620803, 9)
  })
})
