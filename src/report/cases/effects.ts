import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import { casesToldBy } from '../../../scripts/estimates/coding/tellers.ts'
import type { Case } from '../../../scripts/estimates/coding/types.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { formatIn } from '../../../scripts/ledger/numbers/format.ts'
import type { Bilingual, Language } from '../../../scripts/ledger/types.ts'

/** An effect that a case prints, with its figures: one, or the two ends of a range. */
export interface PrintedEffect {
  readonly study: Case
  readonly label: Bilingual
  readonly ends: readonly Figure[]
  /** How many times the former value it makes, in the order of `ends`. */
  readonly times: readonly Figure[]
  readonly worker: string
  readonly firm: string
}

const middle = ({ ends }: PrintedEffect): number => ends.reduce((sum, { value }) => sum + value.valueOf(), 0) / ends.length

/** The effects of the cases, those of the first work that tells any if no others are given, from the largest gain to the largest cut. */
export const effectsOf = ({ data, figures }: Pick<Ledger, 'data' | 'figures'>, cases = casesToldBy(modelOf(data))): PrintedEffect[] =>
  cases
    .flatMap((study) =>
      study.effects.map(({ label, figure, to, worker, firm }) => {
        const ids = to === undefined ? [figure] : [figure, to]
        const found = (names: readonly string[]) => names.flatMap((id) => figures.get(id) ?? [])
        const times = found(ids.map((id) => id.replace(/Effect$/, 'Times')))
        return { study, label, ends: found(ids), times, worker, firm }
      }),
    )
    .sort((a, b) => middle(b) - middle(a))

/** “×1.60”, “×0.25–0.40”: multiples with the same two decimals. */
export const timesText = (times: readonly Figure[], language: Language): string =>
  `×${times
    .map(({ value }) => value)
    .sort((a, b) => a.compare(b))
    .map((value) => formatIn(value, '1', 2, language))
    .join('–')}`
