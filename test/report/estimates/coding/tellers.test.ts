/** Cases of several works: each is counted with those of its own work. */
import { expect, test } from 'vitest'
import { modelOf } from '../../../../scripts/estimates/coding/index.ts'
import { casesToldBy, tellersOf } from '../../../../scripts/estimates/coding/tellers.ts'
import { ledger, value } from '../support.ts'

const model = modelOf(ledger.data)

test('the first study keeps its twenty cases and the names of its counts', () => {
  const [first] = tellersOf(model)
  expect(first).toMatchObject({ source: 'alibaba-2020', prefix: 'coding', entity: 'alibaba' })
  expect(first?.cases).toHaveLength(20)
  expect(value('coding.cases')).toBe(20)
  expect(casesToldBy(model)).toEqual(first?.cases)
})

test('every count of another work carries its name and adds up cells of its own cases alone', () => {
  const others = tellersOf(model).slice(1)
  for (const { source, prefix, cases } of others) {
    expect(prefix).toBe(`coding.${source.replace('-', '')}`)
    expect(value(`${prefix}.cases`)).toBe(cases.length)
    const keys = new Set(cases.map(({ key }) => key))
    for (const { id, from } of [...ledger.figures.values()].filter((figure) => figure.id.startsWith(`${prefix}.mechanism.`)))
      for (const cell of from.filter((each) => !each.startsWith(prefix))) expect(keys, id).toContain(cell.split('.')[1])
  }
})

test('only cases of the first work have been coded a second time', () => {
  for (const id of model.comparison?.judgements.keys() ?? []) expect(casesToldBy(model).map((study) => study.id)).toContain(id)
})
