import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../scripts/index.ts'
import { formulasIn, readFormulas } from '../../scripts/ledger/formula.ts'

describe('a formula read from its source text', () => {
  const [share, grown, method] = formulasIn(
    `/** A share. */
export const share = ({ part, whole }: Terms): number => part / whole

export const grown = ({
  start,
  growth,
}: Terms): number =>
  start *
  (1 + growth)
const hidden = ({ a }: Terms): number => a
export const constant = 5
export function declared(a: number): number { return a }
export const method = ({ terms }: Terms): number => {
  return terms.length
}`,
    'scripts/formulas/example.ts',
  )

  test('has its name, file, line, arguments and text', () => {
    expect(share).toMatchObject({
      name: 'share',
      file: 'scripts/formulas/example.ts',
      line: 2,
      text: 'part / whole',
      arguments: ['part', 'whole'],
    })
  })
  test('has its text on one line', () => {
    expect(grown).toMatchObject({ name: 'grown', line: 4, text: 'start * (1 + growth)', arguments: ['start', 'growth'] })
  })
  test('that is a body of statements has no expression', () => {
    expect(method).toMatchObject({ name: 'method', line: 13, arguments: ['terms'] })
    expect(method?.expression).toBeUndefined()
  })
  test('is an exported arrow function and nothing else', () => {
    expect(formulasIn('export const a = 1\nconst b = () => 2\nexport function c() {}\nexport default () => 3', 'x.ts')).toEqual([])
  })
})

describe('the formulas and methods of the report', () => {
  const formulas = [...readFormulas(projectRoot).values()]
  test('carry the names of their arguments in words, two letters at the least', () => {
    for (const { name, arguments: names } of formulas)
      for (const argument of names) expect(argument.length, `${name}.${argument}`).toBeGreaterThan(1)
  })
  test('have no name twice', () => {
    expect(new Set(formulas.map(({ file, line }) => `${file}:${line}`)).size).toBe(formulas.length)
  })
})
