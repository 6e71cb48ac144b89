import Fraction from 'fraction.js'
import { type Bilingual, type Case, type Figure, formatIn, type Language, type Ledger } from '../scripts/index.ts'

/** An effect that a case prints, with its figures: one, or the two ends of a range. */
export interface PrintedEffect {
  readonly study: Case
  readonly label: Bilingual
  readonly ends: readonly Figure[]
  readonly worker: string
  readonly firm: string
}

const middle = ({ ends }: PrintedEffect): number => ends.reduce((sum, { value }) => sum + value.valueOf(), 0) / ends.length

/** The effects of the cases, from the largest gain to the largest cut. */
export const effectsOf = ({ data, figures }: Pick<Ledger, 'data' | 'figures'>, cases = data.model.cases): PrintedEffect[] =>
  cases
    .flatMap((study) =>
      study.effects.map(({ label, figure, to, worker, firm }) => {
        const ends = [figure, ...(to === undefined ? [] : [to])].flatMap((id) => figures.get(id) ?? [])
        return { study, label, ends, worker, firm }
      }),
    )
    .sort((a, b) => middle(b) - middle(a))

/** How many times the former value an effect makes: “×1.60”, “×0.25 – 0.40”. */
export const timesText = (ends: readonly Figure[], language: Language): string =>
  `×${ends
    // The noise of the logarithm's last digits would decide how 0.125 is rounded.
    .map(({ value }) => new Fraction(Math.exp(value.valueOf()).toPrecision(12)))
    .sort((a, b) => a.compare(b))
    .map((times) => formatIn(times, '1', 2, language))
    .join('–')}`
