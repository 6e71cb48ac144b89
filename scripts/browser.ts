/**
 * What scripts in a reader's browser may import, where index.ts would bring Node along: the ways from a formula's text
 * and from a method to a value, the one writer of numbers, simulations, and what a character looks like. test/imports.test.ts lets nothing else in.
 */
export type { ArgumentIds, Arguments } from './ledger/figures/derived.ts'
export { floatValue, functionValue, nearestOf, textValue } from './ledger/figures/evaluate.ts'
export type { FormulaSource } from './ledger/figures/formula.ts'
export { evaluateExactly, NotExact } from './ledger/numbers/exact.ts'
export { format, type Style } from './ledger/numbers/format.ts'
export { exactly, fromFloat, isNumeral, withoutNoise } from './ledger/numbers/printed.ts'
export { type BaseUnit, ratio } from './ledger/numbers/units.ts'
export { ordinary } from './ledger/text/look-alikes.ts'
export type { Language } from './ledger/types.ts'
export { type Distribution, faultOf } from './toolbox/uncertainty/distributions.ts'
export { samplerOf } from './toolbox/uncertainty/doubts.ts'
export { answersOf, blockSize, NoFiniteAnswer, settledDigits, settledOf } from './toolbox/uncertainty/monte-carlo.ts'
export { emptySummary, type Summary } from './toolbox/uncertainty/summary.ts'
