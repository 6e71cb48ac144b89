import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formulasIn, readFormulas } from '../../../scripts/ledger/figures/formula.ts'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { complaintOf } from '../support.ts'

describe('a formula read from its source text', () => {
  // Read anew in each test, so that a fault in the reading is laid at its door.
  const read = () =>
    formulasIn(
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
    const [share] = read()
    expect(share).toMatchObject({
      name: 'share',
      file: 'scripts/formulas/example.ts',
      line: 2,
      text: 'part / whole',
      arguments: ['part', 'whole'],
    })
  })
  test('has its text on one line', () => {
    const [, grown] = read()
    expect(grown).toMatchObject({ name: 'grown', line: 4, text: 'start * (1 + growth)', arguments: ['start', 'growth'] })
  })
  test('that is a body of statements has no expression', () => {
    const [, , method] = read()
    expect(method).toMatchObject({ name: 'method', line: 13, arguments: ['terms'] })
    expect(method?.expression).toBeUndefined()
  })
  test('is an exported arrow function and nothing else', () => {
    expect(formulasIn('export const a = 1\nconst b = () => 2\nexport function c() {}\nexport default () => 3', 'x.ts')).toEqual([])
  })
})

describe('a method read from its source text', () => {
  const read = (text: string) => formulasIn(text, 'scripts/methods/example.ts')

  test('does without an argument for which it has a value; an expression, whose text alone is evaluated, does not', () => {
    const [method, expression] = read(
      'export const method = ({ part, whole = 1 }: Terms): number => {\n  return part / whole\n}\nexport const expression = ({ part, whole = 1 }: Terms): number => part / whole',
    )
    expect(method).toMatchObject({ arguments: ['part', 'whole'], optional: ['whole'] })
    expect(expression).toMatchObject({ arguments: ['part', 'whole'] })
    expect(expression?.optional).toBeUndefined()
  })
  test('says which of its arguments are read as they are printed, each function of a file of its own', () => {
    const [first, second, third] = read(
      "export const asPrinted = ['share', 'decimals'] as const\nexport const first = ({ share, sample }) => {}\nexport const second = ({ sample, decimals }) => {}\nexport const third = ({ sample }) => {}",
    )
    expect([first?.asPrinted, second?.asPrinted, third?.asPrinted]).toEqual([['share'], ['decimals'], undefined])
  })
  test('says what a method divides by, of each that has all the arguments of it', () => {
    const [first, second, third] = read(
      "export const dividesBy = ['after - before', 'gap'] as const\nexport const first = ({ before, after }) => {}\nexport const second = ({ gap, after }) => {}\nexport const third = ({ after }) => {}",
    )
    expect([first, second, third].map((one) => one?.dividesBy?.map(({ type }) => type))).toEqual([
      ['BinaryExpression'],
      ['Identifier'],
      undefined,
    ])
  })
})

describe('the formulas and methods of the report', () => {
  const read = () => [...readFormulas(projectRoot).values()]
  test('carry the names of their arguments in words, two letters at the least', () => {
    for (const { name, arguments: names } of read())
      for (const argument of names) expect(argument.length, `${name}.${argument}`).toBeGreaterThan(1)
  })
  test('have no name twice', () => {
    const formulas = read()
    expect(formulas.length).toBeGreaterThan(20)
    expect(new Set(formulas.map(({ file, line }) => `${file}:${line}`)).size).toBe(formulas.length)
  })

  test('are read in the order of their files, formulas first, and nothing but scripts is', () => {
    const files = read().map(({ file }) => file)
    const folders = [...new Set(files.map(dirname))]
    expect(folders).toEqual(['scripts/formulas', 'scripts/ledger/formulas', 'scripts/methods'])
    expect(files).toEqual(folders.flatMap((folder) => files.filter((file) => dirname(file) === folder).sort()))
    expect(files.filter((file) => !/^[\w-]+\.ts$/.test(basename(file)))).toEqual([])
  })
})

test('a name that two files export is refused, with both places', () => {
  const root = mkdtempSync(`${tmpdir()}/formulas-`)
  for (const folder of ['formulas', 'methods']) {
    mkdirSync(`${root}/scripts/${folder}`, { recursive: true })
    writeFileSync(`${root}/scripts/${folder}/one.ts`, '\nexport const one = ({ a }) => a\n')
  }
  expect(complaintOf(() => readFormulas(root))).toBe(
    'scripts/methods/one.ts:2:1  the formula one is already exported by scripts/formulas/one.ts:2\n    expected: a name of its own',
  )
  rmSync(root, { recursive: true })
})
