/** NIST's certified linear regressions as they are kept in nist/, and how many digits of a result are right. */
import { readdirSync, readFileSync } from 'node:fs'
import type Fraction from 'fraction.js'
import { type Exact, powers } from '../../../scripts/toolbox/scale-regression/least-squares.ts'

const folder = `${import.meta.dirname}/nist`

export interface Certified {
  readonly name: string
  /** Lower, Average or Higher, as NIST calls it. */
  readonly difficulty: string
  /** Response first, as printed. */
  readonly data: readonly (readonly string[])[]
  /** The columns of the model for each row. */
  readonly rows: readonly (readonly Exact[])[]
  readonly responses: readonly string[]
  readonly constant: boolean
  readonly coefficients: readonly string[]
  readonly standardErrors: readonly string[]
  readonly residualDeviation: string
  readonly rSquared: string
  readonly squaresLeft: string
}

/** “760.” and “.11019” with a digit on each side of the point. */
const whole = (digits: string): string => digits.replace(/^([+-]?)\./, '$10.').replace(/\.$/, '')

const readSet = (file: string): Certified => {
  const text = readFileSync(`${folder}/${file}`, 'utf8')
  const lines = text.split(/\r?\n/)
  const [, first = 0, last = 0] = (/Data +\(lines (\d+) to +(\d+)\)/.exec(text) ?? []).map(Number)
  const data = lines.slice(first - 1, last).map((line) => line.trim().split(/\s+/).map(whole))
  const parameters = [...text.matchAll(/^ +B(\d+) +([-\d.E+]+) +([-\d.E+]+) *$/gm)]
  const read = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? ''
  const constant = parameters[0]?.[1] === '0'
  const many = (data[0]?.length ?? 0) > 2
  const columnsOf = ([, ...given]: readonly string[]): readonly Exact[] => {
    if (many) return ['1', ...given]
    const all: readonly Fraction[] = powers(given[0] ?? '', parameters.length - (constant ? 1 : 0))
    return constant ? all : all.slice(1)
  }
  return {
    name: file.replace('.dat', ''),
    difficulty: read(/(\w+) Level of Difficulty/),
    data,
    rows: data.map(columnsOf),
    responses: data.map(([y = '']) => y),
    constant,
    coefficients: parameters.map(([, , estimate = '']) => estimate),
    standardErrors: parameters.map(([, , , error = '']) => error),
    residualDeviation: read(/Standard Deviation +([\d.E+-]+) *$/m),
    rSquared: read(/R-Squared +([\d.E+-]+)/),
    squaresLeft: read(/^Residual +\d+ +([\d.E+-]+)/m),
  }
}

/** All eleven, by name. */
export const certified: ReadonlyMap<string, Certified> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.dat'))
    .sort()
    .map(readSet)
    .map((set) => [set.name, set]),
)

/** NIST certifies so many digits; no more can be seen. */
const certifiedDigits = 15

/**
 * The log relative error: about how many leading digits agree with the certified value, from 0 to 15; of a certified nought, how many
 * zeros stand behind the point.
 * Reference: McCullough (1998), Assessing the reliability of statistical software: part I, The American Statistician 52(4), 358-366.
 */
export const digitsRight = (value: number, exact: string): number => {
  const right = Number(exact)
  const error = right === 0 ? Math.abs(value) : Math.abs(value - right) / Math.abs(right)
  if (Number.isNaN(error)) return 0
  return Math.max(0, Math.min(certifiedDigits, -Math.log10(error)))
}

/** Of several values, the fewest digits that any of them has right. */
export const fewestRight = (values: readonly number[], exact: readonly string[]): number =>
  exact.reduce((fewest, each, index) => Math.min(fewest, digitsRight(values[index] ?? Number.NaN, each)), certifiedDigits)
