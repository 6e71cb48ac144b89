/** What is remembered of figures while the report is written: each ledger is the one that is worked out whole. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { afterAll, afterEach, expect, test } from 'vitest'
import { report } from '#report'
import { rememberFigures } from '../../../scripts/ledger/figures/remembered.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { draftLedger } from '../../../scripts/ledger/ledger.ts'
import { Problems } from '../../../scripts/ledger/problem.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import { copyRooms } from '../../rooms.ts'
import { longestOf, raised, turning } from '../examples.ts'
import { compute, figure, get, input } from '../support.ts'

const root = mkdtempSync(`${tmpdir()}/remembered-`)
copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])
/** Other tests of this worker work everything out. */
let forget = (): void => {}
afterEach(() => forget())
afterAll(() => rmSync(root, { recursive: true, force: true }))

const folder = `${root}/data/gull-point-1901`
interface Change {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly put: string
}
/** What an author may change by one word or one number. */
const changes: readonly Change[] = [
  { name: 'a value', file: 'inputs.yaml', find: 'printed: "12.5"', put: 'printed: "12.7"' },
  { name: 'how a value is rounded', file: 'inputs.yaml', find: 'qualifier: about', put: 'qualifier: over' },
  { name: 'a cell', file: 'hamlets.csv', find: 'Hill,250,240', put: 'Hill,250,241' },
  {
    name: 'what a figure is computed from',
    file: 'derived.yaml',
    find: 'share: lamp.longNights.litres',
    put: 'share: lamp.shortNights.litres',
  },
  { name: 'a unit', file: 'derived.yaml', find: 'rate: lamp.litres\n    per:', put: 'rate: lamp.longNights.litres\n    per:' },
  { name: 'a doubt', file: 'doubts.yaml', find: 'high: "14"', put: 'high: "13.5"' },
  { name: 'a mistake', file: 'inputs.yaml', find: 'printed: "7.2"', put: 'printed: "seven"' },
]

/** What comes of a piece of work once the changes are made and before they are taken back. */
const withChanges = <Result>(some: readonly Change[], work: () => Result): Result => {
  const before = new Map(some.map(({ file }) => [file, readFileSync(`${folder}/${file}`, 'utf8')]))
  try {
    for (const { file, find, put } of some) {
      const text = readFileSync(`${folder}/${file}`, 'utf8')
      if (text.split(find).length !== 2) throw new Error(`“${find}” does not stand once in ${file}`)
      writeFileSync(`${folder}/${file}`, text.replace(find, put))
    }
    return work()
  } finally {
    for (const [file, text] of before) writeFileSync(`${folder}/${file}`, text)
  }
}

/** The ledger, or what is wrong. */
const ledgerWith = (some: readonly Change[]): string =>
  withChanges(some, () => {
    try {
      return JSON.stringify(publish(draftLedger(root, report).ledger))
    } catch (error) {
      if (!(error instanceof Problems)) throw error
      return error.message
    }
  })

const subsets = [[], ...changes.map((change) => [change]), changes.slice(0, -1), changes]
// Before anything is remembered.
const whole = subsets.map(ledgerWith)

test('the changes that are tried are changes', () => {
  expect(new Set(whole).size).toBe(subsets.length - 1)
})

test('whatever was changed before, each ledger is the one that is worked out whole', () => {
  forget = rememberFigures()
  fc.assert(
    fc.property(fc.array(fc.nat(subsets.length - 1), { minLength: 1, maxLength: 12 }), (order) => {
      for (const index of order) expect(ledgerWith(subsets[index] ?? [])).toBe(whole[index])
    }),
    { numRuns: 12 },
  )
})

/** A figure by a method that is no single expression: what it gives is told by nothing but its running. */
const method: typeof figure = (id, formula, of) => figure(id, formula, of, 'ratio', { tex: 'x' })

test('a figure that rests on nothing that changed stands; one that does is worked out again', () => {
  forget = rememberFigures()
  const figures = [
    method('left', longestOf, { terms: ['a', 'b'] }),
    method('right', longestOf, { terms: ['c'] }),
    method('top', longestOf, { terms: ['left', 'right'] }),
  ]
  const inputs = (c: string) => [input('a', '1.5'), input('b', '2.5'), input('c', c)]
  const before = compute(inputs('3.5'), figures)
  const after = compute(inputs('4.5'), figures)
  expect(get(after, 'left').bounds).toBe(get(before, 'left').bounds)
  expect([get(after, 'right'), get(after, 'top')].map(({ value }) => value.valueOf())).toEqual([4.5, 4.5])
})

test('draws of a simulation stand while nothing that they hang on changes, and are drawn again once a doubt does', () => {
  forget = rememberFigures()
  const drawn = (...names: readonly string[]) =>
    withChanges(
      changes.filter(({ name }) => names.includes(name)),
      () => draftLedger(root, report).ledger.simulations.find(({ output }) => output.figure === 'lamp.litres')?.answers,
    )
  const before = drawn()
  expect(before).toBeDefined()
  expect(drawn('how a value is rounded')).toBe(before)
  expect(drawn('a doubt')).not.toBe(before)
})

test('a range follows an input whose rounding changed, and whose value did not', () => {
  forget = rememberFigures()
  const figures = [method('turned', turning, { first: 'a', second: 'b' })]
  const bounds = (qualifier?: 'over') => {
    const { low, high } = get(
      compute([input('a', '2.0', '1', qualifier ? { qualifier } : {}), input('b', '0.95')], figures),
      'turned',
    ).bounds
    return [low?.valueOf() ?? null, high?.valueOf() ?? null]
  }
  const printed = bounds()
  expect(bounds('over')).not.toEqual(printed)
  expect(bounds()).toEqual(printed)
})

test('a figure whose arguments change places is worked out again, though it rests on the same figures in the same order', () => {
  forget = rememberFigures()
  const by = (of: { readonly first: string; readonly second: string }) =>
    get(compute([input('a', '8'), input('b', '2')], [method('raised', raised, of)]), 'raised').value.valueOf()
  expect([by({ first: 'a', second: 'b' }), by({ second: 'a', first: 'b' })]).toEqual([64, 256])
})

test('a figure that is said to count in another unit is held against its units again', () => {
  forget = rememberFigures()
  const workers = (unit: string) =>
    compute([input('a', '8', '万人'), input('b', '2', '万人')], [figure('workers', sum, { terms: ['a', 'b'] }, unit)])
  expect(get(workers('person'), 'workers').value.valueOf()).toBe(100_000)
  expect(() => workers('yuan')).toThrow('the units of workers do not work out')
})

test('a figure that is given to another formula is worked out by that one', () => {
  forget = rememberFigures()
  const by = (formula: (terms: { readonly terms: readonly number[] }) => number) =>
    get(compute([input('a', '1'), input('b', '2')], [method('both', formula, { terms: ['a', 'b'] })]), 'both').value.valueOf()
  expect([by(sum), by(longestOf), by(sum)]).toEqual([3, 2, 3])
})
