/** What is claimed of matching, in the model: held against a solution of its own, and against flows that are counted. */
import { describe, expect, test } from 'vitest'
import { value } from '../support.ts'

const market = (name: string) => value(`matching.china.${name}`)

/** By how much the cost of a vacancy exceeds its worth at a tightness, at so many times the efficiency. */
const excess = (times: number, t: number): number => {
  const waiting =
    ((market('discountRate') + market('separationRate')) * t ** market('matchingElasticity')) / (market('matchingEfficiency') * times)
  const worth = (1 - market('bargainingPower')) * (market('productivity') - market('unemploymentValue'))
  return market('vacancyCost') * (waiting + market('bargainingPower') * t) - worth
}

const claims = ['partners', 'search', 'sooner', 'guild', 'certificate', 'hired']

describe('a claim that is true for all seekers', () => {
  test.each(claims)('leaves firms with vacancies that are worth what they cost: %s', (claim) => {
    expect(excess(value(`cass.matching.${claim}.times`), value(`cass.matching.${claim}.tightness`))).toBeCloseTo(0, 12)
  })

  test.each(claims)('leaves as many who find work as lose it: %s', (claim) => {
    const u = value(`cass.matching.${claim}.unemploymentRate`)
    expect(market('separationRate') * (1 - u)).toBeCloseTo(value(`cass.matching.${claim}.jobFindingRate`) * u, 12)
  })

  test('lowers unemployment the more, the larger it is', () => {
    const rates = claims.map((claim) => value(`cass.matching.${claim}.unemploymentRate`))
    expect(rates).toEqual([...rates].sort((a, b) => a - b))
  })

  test('is 1.8 times the efficiency where 80 per cent are gained, and 1 over 0.65 times where hiring takes 35 per cent less time', () => {
    expect(value('cass.matching.partners.times')).toBeCloseTo(1.8, 12)
    expect(value('cass.matching.sooner.times')).toBeCloseTo(1 / 0.65, 12)
  })
})

describe('a claim that is true of a share of matches', () => {
  test.each([
    ['partners', 0.8],
    ['search', 0.6],
    ['guild', 0.5],
    ['hired', 0.0293],
  ])('makes up what unemployment needs to reach its latest rate: %s', (claim, gain) => {
    const reach = value(`cass.matching.${claim}.reach`)
    expect(1 - reach + reach * (1 + gain)).toBeCloseTo(1 + value('matching.china.latest.gain'), 12)
  })

  test('is much the same by flows alone: 19 over 17.87 times as fast, and a ninth of what that adds', () => {
    expect(value('cass.matching.findingRise')).toBeCloseTo(0.95 / 0.05 / (0.947 / 0.053), 12)
    expect(value('cass.matching.tenfoldByFlows')).toBeCloseTo((0.95 / 0.05 / (0.947 / 0.053) - 1) / 9, 12)
  })

  test('takes from all others what its users gain, if it adds no match: together as many find work as before', () => {
    const reach = value('matching.china.latest.reach')
    const others = 1 - value('cass.matching.othersLoss')
    expect((1 - reach) * others + reach * 10 * others).toBeCloseTo(1, 12)
  })

  test('of being hired alone could not do so for all', () => {
    expect(value('cass.matching.hired.reach')).toBeGreaterThan(1)
  })
})

describe('the adviser beside all hires', () => {
  test('serves 13 seekers in ten thousand hires of half a year', () => {
    expect(value('cass.matching.halfYearHires')).toBeCloseTo(740410000 * market('separationRate') * 2, 3)
    expect(value('cass.matching.adviserOfHires')).toBeCloseTo(100000 / (740410000 * market('separationRate') * 2), 12)
  })

  test('is smaller than what a tenfold channel could have had', () => {
    expect(value('cass.adviser.consultations')).toBeLessThan(value('cass.matching.tenfoldHires'))
  })
})
