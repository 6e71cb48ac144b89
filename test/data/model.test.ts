/** The model of six mechanisms and the coding of the cases: what it says, and what is refused in it. */
import { describe, expect, test } from 'vitest'
import { figure, ledger, value } from '../estimates/support.ts'
import { type Mistake, withMistakes } from './support.ts'

const cases = 'data/model/cases.yaml'
const { model } = ledger.data
const coded = (id: string) => {
  const found = model.cases.find((study) => study.id === id)
  if (!found) throw new Error(`no case ${id}`)
  return found
}

describe('the model', () => {
  test('has a mechanism for each letter from A to F, and a relation for each mechanism', () => {
    expect(model.mechanisms.map(({ id }) => id).join('')).toBe('ABCDEF')
    expect(model.mechanisms.map(({ relation }) => relation)).toEqual(model.relations.map(({ id }) => id))
    expect(model.mechanisms.map(({ name }) => name.en)).toEqual([
      'Assistance',
      'Betterment',
      'Credit system',
      'Digitalization',
      'Empowerment',
      'Flexibilization',
    ])
  })

  test('tells the cases where the source does: two, two, one, eight, two and five', () => {
    const first = model.cases.map(({ mechanisms }) => mechanisms[0])
    expect(['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => first.filter((each) => each === letter).length)).toEqual([2, 2, 1, 8, 2, 5])
  })

  test('gives no case the same place in the source as another', () => {
    const places = model.cases.map(({ locator }) => locator.section)
    expect(new Set(places).size).toBe(places.length)
  })

  test('grades a case by values before and after only where something was held against a baseline', () => {
    for (const { id, evidence } of model.cases)
      if (evidence.grade === 'beforeAfter' || evidence.grade === 'changeOnly') expect(evidence.baseline, id).not.toBe('none')
  })

  test('calls a dimension compared only where the case has a baseline', () => {
    for (const { id, evidence, dimensions } of model.cases)
      if (Object.values(dimensions).includes('measured')) expect(evidence.baseline, id).not.toBe('none')
  })
})

describe('counts over the coding', () => {
  test('add up the cells, so that by grade and by measurer every case counts once', () => {
    const total = value('coding.cases')
    expect(total).toBe(model.cases.length)
    for (const [list, codes] of [
      ['grade', model.codes.grades],
      ['measuredBy', model.codes.measuredBy],
    ] as const)
      expect([...codes.keys()].reduce((sum, id) => sum + value(`coding.${list}.${id}`), 0)).toBe(total)
  })

  test('can be checked by hand: pay is spoken of in seven cases, compared in one', () => {
    const speaking = model.cases.filter(({ dimensions }) => dimensions.pay)
    expect(speaking.map(({ id }) => id)).toEqual([
      'cloud-customer-service',
      'xinyi-disability',
      'small-business-credit',
      'hema-shared-staff',
      'blue-sea-platform',
      'alipay-new-occupations',
      'riders-from-poor-counties',
    ])
    expect(value('coding.said.pay')).toBe(7)
    expect(value('coding.measured.pay')).toBe(1)
    expect(value('coding.silent.pay')).toBe(model.cases.length - 7)
  })

  test('stand on cells that are ours and were never rounded', () => {
    const cell = figure('coding.xinyiPicking.mechanism.B')
    expect(cell.input?.kind).toBe('assumed')
    expect(cell.bounds).toEqual({ low: cell.value, high: cell.value })
    expect(cell.value.valueOf()).toBe(coded('xinyi-picking').mechanisms.includes('B') ? 1 : 0)
  })
})

describe('in a case is refused', () => {
  const refusal = (mistake: Omit<Mistake, 'file'>) => {
    const { complaints, at } = withMistakes({ file: cases, ...mistake })
    expect(complaints).toHaveLength(1)
    return { message: complaints[0] ?? '', at: (text: string, nth = 1) => at(cases, text, nth) }
  }

  test('a mechanism that there is none of', () => {
    const { complaints, at } = withMistakes({ file: cases, find: 'mechanisms: [C]', put: 'mechanisms: [G]' })
    expect(complaints[0]).toMatch(`${at(cases, 'G]')}  there is no mechanism “G”\n    expected: `)
  })

  test('a code that its list does not hold, with the nearest', () => {
    const { message, at } = refusal({ find: 'sector: design', put: 'sector: desing' })
    expect(message).toBe(`${at('sector: desing')}  there is no sector “desing”\n    expected: design`)
  })

  test('a level of a dimension that is none', () => {
    const { message, at } = refusal({
      find: 'dimensions: { access: claimed, pay: counted }',
      put: 'dimensions: { access: claimed, pay: count }',
    })
    expect(message).toBe(`${at('pay: count }')}  there is no level “count”\n    expected: counted`)
  })

  test('a mechanism that no code of the case leads to', () => {
    const { message } = refusal({ find: 'mechanisms: [C]', put: 'mechanisms: [C, E]' })
    expect(message).toContain('small-business-credit is coded to E, and none of its codes leads there')
  })

  test('a code that leads to a mechanism the case leaves out', () => {
    const { message } = refusal({ find: 'mechanisms: [A, F]', put: 'mechanisms: [A]' })
    expect(message).toContain('a code of cloud-customer-service leads to F, which its mechanisms leave out')
  })

  test('a year that is none', () => {
    const { message } = refusal({ find: 'workers: sellers\n  year: "2011"', put: 'workers: sellers\n  year: "11"' })
    expect(message).toContain('aliexpress-university.year: a year has four digits')
  })
})
