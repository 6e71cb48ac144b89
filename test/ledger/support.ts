/** What the tests of the ledger share: invented inputs and figures, and what a piece of work complains of. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type Fraction from 'fraction.js'
import { judgeClaims } from '../../scripts/ledger/check.ts'
import type { Claim, Input } from '../../scripts/ledger/data/data-types.ts'
import { readScopes } from '../../scripts/ledger/data/read-scopes.ts'
import { readUnits } from '../../scripts/ledger/data/read-units.ts'
import type { Vocabulary } from '../../scripts/ledger/data/vocabulary.ts'
import { computeFigures, type Figure } from '../../scripts/ledger/figures/compute.ts'
import { type Derived, derived, type References } from '../../scripts/ledger/figures/derived.ts'
import { type FormulaSource, formulasIn, readFormulas } from '../../scripts/ledger/figures/formula.ts'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { type BaseUnit, baseOf } from '../../scripts/ledger/numbers/units.ts'
import { Complaints, Problem, Problems } from '../../scripts/ledger/problem.ts'
import type { CheckRecord } from '../../scripts/ledger/publish/record.ts'
import type { Place, Unit } from '../../scripts/ledger/types.ts'

export const examplesFile = 'test/ledger/examples.ts'

/** The report's own formulas and, beside them, the invented ones of `examples.ts`. */
export const formulas: ReadonlyMap<string, FormulaSource> = new Map([
  ...readFormulas(projectRoot),
  ...formulasIn(readFileSync(`${projectRoot}/${examplesFile}`, 'utf8'), examplesFile).map((formula) => [formula.name, formula] as const),
])

/** The units and scopes of what is invented. */
const vocabularyRoot = `${projectRoot}/test/ledger/vocabulary`
export const vocabulary: Vocabulary = { units: readUnits(vocabularyRoot, new Complaints()), scopes: readScopes(vocabularyRoot) }
export const { units } = vocabulary

/** A base unit by its name. */
export const base = (unit: string): BaseUnit => baseOf({ unit, units })

export const place = (line: number, file = 'scripts/estimates/example.ts'): Place => ({ file, line, column: 3 })
const label = { zh: '例', en: 'Example' }
const scope = { period: '2019', entity: 'china' }

/** An input as a source might print it. */
export const input = (id: string, digits: string, unit = '1', more: Partial<Input> = {}): Input => ({
  id,
  kind: 'cited',
  source: 'example',
  digits,
  unit,
  scope,
  label,
  place: place(1, 'data/example/inputs.yaml'),
  ...more,
})

/** A figure as a script might derive it. */
export const figure = <Terms>(
  id: string,
  formula: (terms: Terms) => number,
  of: References<Terms>,
  unit: Unit = 'ratio',
  more: Partial<Derived> = {},
): Derived => ({ ...derived({ id, formula, of, unit, label, scope }), place: place(7), ...more })

/** A claim as a source might make it. */
export const claim = (figureId: string, digits: string, unit = '1', more: Partial<Claim> = {}): Claim => ({
  id: `${figureId}@text`,
  figure: figureId,
  source: 'example',
  digits,
  unit,
  locator: { chapter: '2' },
  withheld: false,
  place: place(1, 'data/example/claims.yaml'),
  group: place(1, 'data/example/claims.yaml'),
  ...more,
})

export const compute = (inputs: readonly Input[], figures: readonly Derived[] = []): ReadonlyMap<string, Figure> =>
  computeFigures(inputs, figures, formulas, units)

export const get = (figures: ReadonlyMap<string, Figure>, id: string): Figure => {
  const found = figures.get(id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

/** An interval as plain numbers. */
export const interval = ({ bounds }: Figure): readonly [number | null, number | null] => [
  bounds.low?.valueOf() ?? null,
  bounds.high?.valueOf() ?? null,
]

/** Whether a number lies in a figure's interval, but for a hair of floating-point noise. */
export const holds = ({ bounds }: Figure, value: number): boolean => {
  const hair = Math.abs(value) * 1e-11
  return (bounds.low === null || bounds.low.valueOf() <= value + hair) && (bounds.high === null || bounds.high.valueOf() >= value - hair)
}

/** Everything that the work complains of, each message whole; fails if it complains of nothing or breaks otherwise. */
export const complaintsOf = (work: () => unknown): readonly string[] => {
  try {
    work()
  } catch (error) {
    if (error instanceof Problems) return error.list.map(({ message }) => message)
    if (error instanceof Problem) return [error.message]
    throw error
  }
  throw new Error('nothing was refused')
}

/** The one complaint that the work ends in. */
export const complaintOf = (work: () => unknown): string => {
  const [first, ...others] = complaintsOf(work)
  if (first === undefined || others.length > 0) throw new Error(`one complaint was expected, not these:\n${[first, ...others].join('\n')}`)
  return first
}

/** Prints a value with a number of decimals, half away from zero, by whole-number arithmetic of its own. */
export const printedWith = (value: Fraction, decimals: number): string => {
  const scale = 10n ** BigInt(decimals)
  const doubled = 2n * value.n * scale
  const steps = (doubled + value.d) / (2n * value.d)
  const digits = steps.toString().padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  return value.s < 0n && steps > 0n ? `-${text}` : text
}

/** Printed numerals above zero: up to six figures and up to three decimals, such as "98.0" or "2010.6". */
export const numerals = fc
  .record({ steps: fc.integer({ min: 1, max: 999_999 }), decimals: fc.integer({ min: 0, max: 3 }) })
  .map(({ steps, decimals }) => (decimals === 0 ? String(steps) : (steps / 10 ** decimals).toFixed(decimals)))

/** Printed numerals that are at least twenty units of their last digit, so that no rounding reaches zero. */
export const solidNumerals = fc
  .record({ steps: fc.integer({ min: 20, max: 999_999 }), decimals: fc.integer({ min: 0, max: 3 }) })
  .map(({ steps, decimals }) => (decimals === 0 ? String(steps) : (steps / 10 ** decimals).toFixed(decimals)))

/** A place between the ends of a range, the ends themselves among them. */
export const parts = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
)

/** The checks of claims as a report must have them before it is published: each verdict with the reason that it needs. */
export const checkClaims = (claims: readonly Claim[], figures: ReadonlyMap<string, Figure>): readonly CheckRecord[] => {
  const { checks, unexplained } = judgeClaims(claims, figures)
  if (unexplained.length > 0) throw new Problems(unexplained)
  return checks
}
