/** How many digits of NIST's certified regressions come out right, beside those of libraries. */
import { readFileSync } from 'node:fs'
import Fraction from 'fraction.js'
import { Matrix, QrDecomposition } from 'ml-matrix'
import { leastSquares } from '../../scripts/toolbox/scale-regression/least-squares.ts'
import { solveLine, sumsOfPairs } from '../../scripts/toolbox/scale-regression/line.ts'
import { type Certified, certified, digitsRight, fewestRight } from '../toolbox/accuracy/certified.ts'
import type { Measured } from './measured.ts'

const nist = `${import.meta.dirname}/../toolbox/accuracy/nist`

/** What other programs have right, from the lines that are kept: library, set, coefficients, standard errors. */
const libraries = (): ReadonlyMap<string, string> => {
  const told = new Map<string, string>()
  for (const line of readFileSync(`${nist}/libraries.csv`, 'utf8').trim().split('\n').slice(1)) {
    const [errors = '', coefficients = '', set = '', ...library] = line.split(',').reverse()
    const words = `${library.reverse().join(',').split(' ')[0]} ${coefficients} / ${errors}`
    told.set(set, [told.get(set), words].filter(Boolean).join(', '))
  }
  return told
}

const both = (coefficients: number, errors: number): string => `${coefficients.toFixed(1)} / ${errors.toFixed(1)}`

/** The usual way in doubles: the decomposition of a library that the project has, for comparison in the same run. */
const inDoubles = ({ rows, responses, coefficients }: Certified): string => {
  const columns = new Matrix(rows.map((row) => row.map((each) => new Fraction(each).valueOf())))
  const qr = new QrDecomposition(columns)
  if (!qr.isFullRank()) return 'none'
  return fewestRight(qr.solve(Matrix.columnVector(responses.map(Number))).to1DArray(), coefficients).toFixed(1)
}

/** Rows of the bench: the fewest digits among the coefficients, and among the standard errors. */
export const measureAccuracy = (): readonly Measured[] => {
  const others = libraries()
  const rows = [...certified.values()].map((set): Measured => {
    const found = leastSquares(set.rows, set.responses, set.constant ? 'mean' : 'nought')
    const ours = both(fewestRight(found.coefficients, set.coefficients), fewestRight(found.standardErrors, set.standardErrors))
    return [
      `digits right of ${set.name}, ${set.difficulty.toLowerCase()}: coefficients / standard errors`,
      `${ours}; in doubles (ml-matrix) ${inDoubles(set)}`,
      `14 or more; ${others.get(set.name) ?? 'no library'}`,
    ]
  })
  const norris = certified.get('Norris')
  if (!norris) return rows
  const line = solveLine(
    sumsOfPairs(
      norris.data.map(([, x]) => Number(x)),
      norris.data.map(([y]) => Number(y)),
    ),
  )
  const ofLine = [line?.p0 ?? Number.NaN, line?.p1 ?? Number.NaN]
  return [
    ...rows,
    [
      'digits right of Norris by the line of the scale regression, from doubles',
      `${fewestRight(ofLine, norris.coefficients).toFixed(1)}; squares left ${digitsRight(line?.squaresLeft ?? Number.NaN, norris.squaresLeft).toFixed(1)}`,
      '13 or more',
    ],
  ]
}
