import type { z } from 'zod'
import { type Complaints, expectedNames } from '../../ledger/problem.ts'
import type { Place } from '../../ledger/types.ts'
import { type PlaceIn, quotationsOf } from './quotations.ts'
import type { Quote, secondCodingSchema } from './schema.ts'
import type { Judgement, Model } from './types.ts'

type Written = Omit<z.infer<typeof secondCodingSchema>[string], 'axial'>

const listed = (quotes: Readonly<Record<string, Quote | ''>>): Record<string, readonly string[]> =>
  Object.fromEntries(Object.entries(quotes).map(([id, quote]) => [id, quotationsOf(quote)]))

/** One coder's finding as its file writes it, with the quotations of each axial category. */
export const judgementOf = (
  { mechanisms, evidence, dimensions }: Written,
  axial: Readonly<Record<string, readonly string[]>>,
): Judgement => ({
  mechanisms: Object.keys(mechanisms),
  mechanismQuotations: listed(mechanisms),
  evidence: {
    measuredBy: Object.keys(evidence.measuredBy),
    measuredByQuotations: listed(evidence.measuredBy),
    baseline: evidence.baseline,
    grade: evidence.grade,
    quotations: quotationsOf(evidence.quote),
  },
  dimensions: Object.fromEntries(
    Object.entries(dimensions).map(([id, { level, sign, quote }]) => [id, { level, sign, quotations: quotationsOf(quote) }]),
  ),
  axial,
})

/** Complains of a name that is none of those known. */
export type Refuse = (what: string, name: string, names: Iterable<string>, place: Place) => void

export const refusingUnknown =
  (complaints: Complaints): Refuse =>
  (what, name, names, place) => {
    const all = [...names]
    if (!all.includes(name)) complaints.add(`there is no ${what} “${name}”`, place, expectedNames(name, all))
  }

/** Complains of codes that no list holds, and of words that the case's text does not have. */
export const refuseUnknownCodes = (
  id: string,
  { mechanisms, mechanismQuotations, evidence, dimensions }: Judgement,
  model: Pick<Model, 'mechanisms' | 'codes'>,
  place: PlaceIn,
  { refuse, misquoted }: { readonly refuse: Refuse; readonly misquoted: (id: string, quotations: readonly string[], place: Place) => void },
): void => {
  const { codes } = model
  const letters = model.mechanisms.map((mechanism) => mechanism.id)
  for (const letter of mechanisms) {
    refuse('mechanism', letter, letters, place('mechanisms', letter))
    misquoted(id, mechanismQuotations[letter] ?? [], place('mechanisms', letter))
  }
  for (const measurer of evidence.measuredBy) {
    refuse('measurer', measurer, codes.measuredBy.keys(), place('evidence', 'measuredBy', measurer))
    misquoted(id, evidence.measuredByQuotations[measurer] ?? [], place('evidence', 'measuredBy', measurer))
  }
  refuse('baseline', evidence.baseline, codes.baseline.keys(), place('evidence', 'baseline'))
  refuse('grade of evidence', evidence.grade, codes.grades.keys(), place('evidence', 'grade'))
  misquoted(id, evidence.quotations, place('evidence', 'quote'))
  for (const [dimension, { level, sign, quotations }] of Object.entries(dimensions)) {
    refuse('dimension of job quality', dimension, codes.dimensions.keys(), place('dimensions', dimension))
    refuse('level', level, codes.levels.keys(), place('dimensions', dimension, 'level'))
    refuse('sign', sign, codes.directions.keys(), place('dimensions', dimension, 'sign'))
    misquoted(id, quotations, place('dimensions', dimension, 'quote'))
  }
}
