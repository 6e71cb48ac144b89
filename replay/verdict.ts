import { meets, printedNumber, printsAs, type Range, rangeOf } from './printed.ts'
import { compare, type Rational } from './rational.ts'
import type { Qualifier, Rounding } from './record.ts'

/** What a verdict is reached from, in the unit of the printed number. */
export interface Evidence {
  readonly value: Rational
  readonly range: Range
  /** Whether the figure is itself printed, and with what qualifier. */
  readonly printedFigure: boolean
  readonly figureQualifier: Qualifier | null
  readonly digits: string
  readonly qualifier: Qualifier | null
  readonly rounding: Rounding
  readonly withheld: boolean
}

/** The verdict of CONTRIBUTING.md, “How a verdict is reached”. */
export const verdictOf = ({ value, range, printedFigure, figureQualifier, digits, qualifier, rounding, withheld }: Evidence): string => {
  if (withheld) return 'not-recomputable'
  const printed = printedNumber(digits)
  const bounds = new Set([qualifier, figureQualifier])
  // “More than a thousand” and “nearly a thousand” share only what neither of them means.
  if (printedFigure && bounds.has('over') && bounds.has('nearly') && compare(value, printed.value) === 0) return 'conflicting'
  const holds =
    qualifier === 'over'
      ? compare(value, printed.value) >= 0
      : qualifier === 'nearly'
        ? compare(value, printed.value) <= 0
        : printsAs(value, printed, rounding)
  if (holds) return 'exact'
  if (meets(range, rangeOf(printed, qualifier, true, rounding))) return 'within-rounding'
  return printedFigure ? 'conflicting' : 'discrepant'
}
