import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { leastSquares } from '../../../scripts/toolbox/scale-regression/least-squares.ts'
import { solveLine, sumsOfPairs } from '../../../scripts/toolbox/scale-regression/line.ts'
import { certified, digitsRight, fewestRight } from './certified.ts'

const eleven = ['Filip', 'Longley', 'NoInt1', 'NoInt2', 'Norris', 'Pontius', 'Wampler1', 'Wampler2', 'Wampler3', 'Wampler4', 'Wampler5']

/** Half a unit of the 15th digit that NIST prints, where the digits before it are few: 1.00e-14 of a number that begins with 1. */
const printedDigits = 14

test('all of NIST’s linear regressions are here, with as many rows and coefficients as it says', () => {
  expect([...certified.keys()]).toEqual(eleven)
  const sizes = [...certified.values()].map(({ data, coefficients }) => [data.length, coefficients.length])
  expect(sizes).toEqual([
    [82, 11],
    [16, 7],
    [11, 1],
    [3, 1],
    [36, 2],
    [40, 3],
    [21, 6],
    [21, 6],
    [21, 6],
    [21, 6],
    [21, 6],
  ])
})

test('each is to the byte as NIST serves it, but for carriage returns', () => {
  const read = (file: string) => readFileSync(`${import.meta.dirname}/nist/${file}`, 'utf8')
  const sums = eleven.map((name) => {
    const served = read(`${name}.dat`).replace(/\r?\n/g, '\r\n')
    return `${createHash('sha256').update(served).digest('hex')}  ${name}.dat`
  })
  expect(sums.join('\n')).toBe(read('SHA256SUMS').trim())
})

describe.each([...certified.values()])('exact least squares on $name, of $difficulty difficulty', (set) => {
  const found = leastSquares(set.rows, set.responses, set.constant ? 'mean' : 'nought')
  it('has every certified digit of the coefficients', () => {
    expect(found.coefficients).toHaveLength(set.coefficients.length)
    expect(fewestRight(found.coefficients, set.coefficients)).toBeGreaterThan(printedDigits)
  })
  it('has every certified digit of the standard errors', () => {
    expect(fewestRight(found.standardErrors, set.standardErrors)).toBeGreaterThan(printedDigits)
  })
  it('has every certified digit of what is left over', () => {
    const values = [found.residualDeviation, found.squaresLeft, found.rSquared]
    expect(fewestRight(values, [set.residualDeviation, set.squaresLeft, set.rSquared])).toBeGreaterThan(printedDigits)
  })
})

describe('the line of a scale regression', () => {
  const norris = certified.get('Norris')
  const numbers = (column: number) => (norris?.data ?? []).map((row) => Number(row[column]))
  it('has 14 digits of Norris right, although tenths are no doubles', () => {
    const line = solveLine(sumsOfPairs(numbers(1), numbers(0)))
    expect(digitsRight(line?.p1 ?? 0, norris?.coefficients[1] ?? '')).toBeGreaterThan(14)
    expect(digitsRight(line?.p0 ?? 0, norris?.coefficients[0] ?? '')).toBeGreaterThan(13)
    expect(digitsRight(line?.squaresLeft ?? 0, norris?.squaresLeft ?? '')).toBeGreaterThan(13)
  })
  it('keeps its slope where all is moved by a hundred million, which costs a library of doubles half its digits', () => {
    const moved = solveLine(
      sumsOfPairs(
        numbers(1).map((x) => Math.round(x * 10) + 1e8),
        numbers(0).map((y) => Math.round(y * 10) + 1e8),
      ),
    )
    expect(digitsRight(moved?.p1 ?? 0, norris?.coefficients[1] ?? '')).toBeGreaterThan(14)
  })
})

test('digits right: none of a third for a half, three of 1.001 for 1, all of what is equal, and of nought the zeros', () => {
  expect(digitsRight(1 / 3, '0.5')).toBeCloseTo(Math.log10(3), 12)
  expect(digitsRight(1.001, '1.00000')).toBeCloseTo(3, 10)
  expect(digitsRight(2.5, '0.25E+01')).toBe(15)
  expect(digitsRight(-1e-7, '0.000000000000000')).toBeCloseTo(7, 10)
  expect(digitsRight(Number.NaN, '1')).toBe(0)
})
