/**
 * What scripts in a reader's browser may import, where index.ts would bring Node along: the functions that the build ran,
 * the two ways to a value, and the one writer of numbers. test/imports.test.ts lets nothing else in.
 */
import { count } from './formulas/count.ts'
import { employmentMultiplier } from './formulas/employment-multiplier.ts'
import { filmJobs } from './formulas/film-jobs.ts'
import { finalUseFromIncome } from './formulas/final-use-from-income.ts'
import { fullTimeJobs } from './formulas/full-time-jobs.ts'
import { grown } from './formulas/grown.ts'
import { indirectJobs } from './formulas/indirect-jobs.ts'
import { multiplied } from './formulas/multiplied.ts'
import { outputFromIncome } from './formulas/output-from-income.ts'
import { outputFromUse } from './formulas/output-from-use.ts'
import { product } from './formulas/product.ts'
import { projectedIntermediateUse } from './formulas/projected-intermediate-use.ts'
import { remainder } from './formulas/remainder.ts'
import { share } from './formulas/share.ts'
import { sum } from './formulas/sum.ts'
import { turnoverShare } from './formulas/turnover-share.ts'
import type { Derived } from './ledger/figures/derived.ts'

/** The formulas that the scenario explorer runs, by name; check says which one is missing. */
export const formulas = {
  count,
  employmentMultiplier,
  filmJobs,
  finalUseFromIncome,
  fullTimeJobs,
  grown,
  indirectJobs,
  multiplied,
  outputFromIncome,
  outputFromUse,
  product,
  projectedIntermediateUse,
  remainder,
  share,
  sum,
  turnoverShare,
} as unknown as Readonly<Record<string, Derived['formula']>>

export type { ArgumentIds } from './ledger/figures/derived.ts'
export { functionValue, textValue } from './ledger/figures/evaluate.ts'
export type { FormulaSource } from './ledger/figures/formula.ts'
export { evaluateExactly, NotExact } from './ledger/numbers/exact.ts'
export { format, type Style } from './ledger/numbers/format.ts'
export { exactly, fromFloat, isNumeral } from './ledger/numbers/printed.ts'
export { type BaseUnit, ratio } from './ledger/numbers/units.ts'
export type { Language } from './ledger/types.ts'
