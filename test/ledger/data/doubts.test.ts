import { describe, expect, test } from 'vitest'
import { type Mistake, withMistakes } from './mistakes.ts'

const doubts = 'data/gull-point-1901/doubts.yaml'

/** The one complaint about a planted mistake, and where it is to stand. */
const refusal = (...mistakes: readonly Mistake[]) => {
  const { complaints, at } = withMistakes(...mistakes)
  expect(complaints, complaints.join('\n')).toHaveLength(1)
  return { message: complaints[0] ?? '', at }
}
const planted = (find: string, put: string) => refusal({ file: doubts, find, put })

describe('a doubt is refused, at the parameter that makes no sense,', () => {
  test('if a triangle has its mode outside', () => {
    const { message, at } = planted('mode: "12.5"', 'mode: "15"')
    expect(message).toBe(
      `${at(doubts, 'mode: "15"')}  no triangular distribution has low 11.5, mode 15, high 14\n    expected: low ≤ mode ≤ high`,
    )
  })

  test('if its bounds are the wrong way round', () => {
    const { message, at } = planted('low: "6.7"\n    high: "7.7"', 'low: "7.7"\n    high: "6.7"')
    expect(message).toBe(`${at(doubts, 'high: "6.7"')}  no uniform distribution has low 7.7, high 6.7\n    expected: low < high`)
  })

  test('if a shape of a beta distribution is not above nought', () => {
    const { message, at } = planted(
      'distribution: uniform\n    low: "6.7"\n    high: "7.7"',
      'distribution: beta\n    alpha: "0"\n    beta: "2"\n    low: "6.7"\n    high: "7.7"',
    )
    expect(message).toBe(
      `${at(doubts, 'alpha: "0"')}  no beta distribution has alpha 0, beta 2, low 6.7, high 7.7\n    expected: a number above 0`,
    )
  })

  test('if a parameter belongs to another distribution', () => {
    const { message, at } = planted('low: "6.7"\n', 'low: "6.7"\n    mode: "7"\n')
    expect(message).toBe(
      `${at(doubts, 'mode: "7"')}  “mode:” means nothing here: a uniform distribution has low, high\n    expected: low, high`,
    )
  })

  test('if a parameter is missing', () => {
    const { message } = planted('    low: "6.7"\n', '')
    expect(message).toMatch(/^data\/gull-point-1901\/doubts\.yaml:\d+:\d+ {2}lamp\.shortNights\.litresANight has no low: a uniform/)
  })

  test('if a parameter is no number and no figure', () => {
    const { message, at } = planted('low: "6.7"', 'low: lamp.shortNights.nihgts')
    expect(message.split('\n')).toEqual([
      `${at(doubts, 'low: lamp.shortNights.nihgts')}  “lamp.shortNights.nihgts” is no number, and no figure is called so`,
      expect.stringMatching(/^ {4}expected: a number as printed, or lamp\.shortNights\.nights, /),
    ])
  })

  test('if a parameter is a figure of another unit', () => {
    const { message, at } = planted('low: "6.7"', 'low: inhabitants.parish.y1901')
    expect(message).toBe(
      `${at(doubts, 'low: inhabitants.parish.y1901')}  inhabitants.parish.y1901 counts in people, and lamp.shortNights.litresANight in litres\n    expected: a figure of the same unit`,
    )
  })

  test('if no figure is called so, with the nearest that are', () => {
    const { message } = refusal({
      file: doubts,
      find: '  - figure: lamp.shortNights.nights\n',
      put: '  - figure: lamp.shortNights.nihgts\n',
    })
    expect(message).toMatch(/there is no figure “lamp\.shortNights\.nihgts” to doubt\n {4}expected: lamp\.shortNights\.nights/)
  })

  test('if a sampling error has no source', () => {
    const { message } = planted('    source: gull-point-1901\n', '')
    expect(message).toMatch(/the sampling error of inhabitants\.parish\.y1901 is given by no source\n {4}expected: “source:”/)
  })

  test('if the figure is doubted already', () => {
    const { message } = planted('  - figure: lamp.shortNights.nights\n', '  - figure: lamp.shortNights.litresANight\n')
    expect(message).toMatch(/lamp\.shortNights\.litresANight is doubted already at data\/gull-point-1901\/doubts\.yaml:\d+/)
  })

  test('if no simulated figure hangs on it', () => {
    const { message } = planted('  - figure: lamp.shortNights.nights\n', '  - figure: lamp.ships\n')
    expect(message).toMatch(/no simulated figure hangs on lamp\.ships\n {4}expected: no such doubt/)
  })

  test('if its deviation is nought', () => {
    const { message, at } = planted('mean: "732"\n    deviation: "6"', 'mean: "732"\n    deviation: "0"')
    expect(message).toBe(
      `${at(doubts, 'deviation: "0"')}  no normal distribution has mean 732, deviation 0\n    expected: a number above 0`,
    )
  })
})

describe('a group is refused', () => {
  test('if its matrix is not positive definite', () => {
    const { message, at } = planted('correlation: "0.6"', 'correlation: "1"')
    expect(message).toBe(
      `${at(doubts, 'correlation: "1"')}  2 quantities cannot all be correlated by 1: the matrix is not positive definite\n    expected: a number above −1/1 and below 1`,
    )
  })

  test('if it ties a sampling error to an assumption', () => {
    const { message } = planted(
      'figures: [lamp.longNights.litresANight, lamp.shortNights.litresANight]',
      'figures: [lamp.longNights.litresANight, inhabitants.parish.y1901]',
    )
    expect(message).toMatch(/ladle ties sampling errors to assumptions, which are never mixed/)
  })

  test('if it says neither how its doubts are correlated nor what they add up to', () => {
    const { message } = planted('    correlation: "0.6"\n', '')
    expect(message).toMatch(/the group ladle is told by its correlation, or by its total/)
  })

  test('if it ties what is not doubted', () => {
    const { message, at } = planted(
      'figures: [lamp.longNights.litresANight, lamp.shortNights.litresANight]',
      'figures: [lamp.longNights.litresANight, lamp.ships]',
    )
    expect(message).toMatch(/ladle ties “lamp\.ships”, which is not doubted/)
    expect(message.startsWith(at(doubts, 'lamp.ships'))).toBe(true)
  })
})

describe('a figure to simulate is refused', () => {
  test('if there is no such figure', () => {
    const { message } = planted('- { figure: lamp.litres,', '- { figure: lamp.litre,')
    expect(message).toMatch(/there is no figure “lamp\.litre” to simulate\n {4}expected: lamp\.litres/)
  })

  test('if it hangs on nothing that is doubted', () => {
    const { message } = planted('- { figure: lamp.litres,', '- { figure: lamp.ships,')
    expect(message).toMatch(/lamp\.ships hangs on nothing that is doubted/)
  })

  test('if one draw is all that is to be made', () => {
    const { message } = planted('{ figure: lamp.litres, digits: "2", draws: "4096"', '{ figure: lamp.litres, digits: "2", draws: "1"')
    expect(message).toMatch(/of 1 draws nothing can be told/)
  })
})
