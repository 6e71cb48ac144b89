/** Counts over the cases of all works: counted once more from the cases themselves, and told of the years of those works. */
import { describe, expect, test } from 'vitest'
import { modelOf } from '../../../../scripts/estimates/coding/index.ts'
import { tellersOf } from '../../../../scripts/estimates/coding/tellers.ts'
import { codingTogether } from '../../../../scripts/estimates/coding/together.ts'
import type { Case } from '../../../../scripts/estimates/coding/types.ts'
import type { Data } from '../../../../scripts/ledger/data/data-types.ts'
import { figure, ledger, value } from '../support.ts'

const model = modelOf(ledger.data)
const tellers = tellersOf(model)
const cases = (holds: (study: Case) => boolean) => model.cases.filter(holds).length

describe('the cases of all studies', () => {
  test('are twenty, ten and four: 34', () => {
    expect(tellers.map(({ source, cases: told }) => [source, told.length])).toEqual([
      ['alibaba-2020', 20],
      ['ant-2022', 10],
      ['cass-2024', 4],
    ])
    expect(value('coding.all.cases')).toBe(34)
  })

  test('add up each study’s own count, every study once', () => {
    const sums = [...ledger.figures.values()].filter(({ id, formula }) => id.startsWith('coding.all.') && formula?.name === 'sum')
    for (const { id, from } of sums) expect(from, id).toEqual(tellers.map(({ prefix }) => `${prefix}.${id.replace('coding.all.', '')}`))
    // Cases; mechanisms, grades and measurers; and of each dimension said, compared and three directions.
    const { codes, mechanisms } = model
    expect(sums).toHaveLength(1 + mechanisms.length + codes.grades.size + codes.measuredBy.size + 5 * codes.dimensions.size)
  })

  test('are as many by mechanism, grade and measurer as the cases themselves say', () => {
    for (const { id } of model.mechanisms)
      expect(value(`coding.all.mechanism.${id}`), id).toBe(cases((study) => study.mechanisms.includes(id)))
    for (const id of model.codes.grades.keys())
      expect(value(`coding.all.grade.${id}`), id).toBe(cases(({ evidence }) => evidence.grade === id))
    for (const id of model.codes.measuredBy.keys())
      expect(value(`coding.all.measuredBy.${id}`), id).toBe(cases(({ evidence }) => evidence.measuredBy.includes(id)))
  })

  test('speak of a dimension or are silent on it, and none is both; nobody speaks of voice', () => {
    for (const id of model.codes.dimensions.keys()) {
      expect(value(`coding.all.said.${id}`), id).toBe(cases(({ dimensions }) => dimensions[id] !== undefined))
      expect(value(`coding.all.said.${id}`) + value(`coding.all.silent.${id}`), id).toBe(34)
    }
    expect(value('coding.all.silent.voice')).toBe(34)
  })

  test('are of the years from the first study to the last', () =>
    expect(figure('coding.all.cases').derived?.scope).toEqual({ period: '2020/2024', entity: 'china' }))
})

test('where one study alone tells cases, all are its own, of its own year', () => {
  const own = { ...model, cases: tellers[0]?.cases ?? [] }
  const data = { sources: ledger.data.sources, extensions: new Map([['model', { value: own }]]) } as unknown as Data
  const [first] = codingTogether(data)
  expect(first).toMatchObject({ id: 'coding.all.cases', scope: { period: '2020' }, of: { terms: ['coding.cases'] } })
})
