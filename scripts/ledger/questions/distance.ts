import Fraction from 'fraction.js'
import type { Claim } from '../data/data-types.ts'
import type { Figure } from '../figures/compute.ts'
import { boundsOf, exactly, lastPlaceOf } from '../numbers/printed.ts'
import { factorOf, type Units } from '../numbers/units.ts'
import type { Interval } from '../types.ts'

/** How far our result lies from a printed one, in units of the last digit that is printed: 1 is one in that digit. */
export interface Distance {
  /** Recomputed less printed. */
  readonly value: number
  /** The same for both ends of the range that the rounding of the inputs leaves; null where an end is open. */
  readonly interval: Interval
  /** What the printed number may stand for, by its rounding or by its word. */
  readonly band: Interval
}

/** What a claim prints, in base units. */
export const printedValue = ({ digits, unit }: Pick<Claim, 'digits' | 'unit'>, units: Units): number =>
  exactly(digits).mul(factorOf(units, unit)).valueOf()

/** The distance of a figure from a claim made of it; there is none where the source withholds what it would take. */
export const distanceOf = (
  claim: Pick<Claim, 'digits' | 'qualifier' | 'rounding' | 'unit' | 'withheld'>,
  figure: Figure,
): Distance | undefined => {
  if (claim.withheld) return undefined
  const factor = new Fraction(factorOf(figure.units, claim.unit))
  const printed = exactly(claim.digits)
  const place = lastPlaceOf(claim.digits)
  const steps = (value: Fraction) => value.sub(printed).div(place).valueOf()
  const ours = (value: Fraction | null) => (value === null ? null : steps(value.div(factor)))
  const band = boundsOf(claim.digits, claim.qualifier, claim.rounding)
  const theirs = (value: Fraction | null) => (value === null ? null : steps(value))
  return {
    value: steps(figure.value.div(factor)),
    interval: [ours(figure.bounds.low), ours(figure.bounds.high)],
    band: [theirs(band.low), theirs(band.high)],
  }
}
