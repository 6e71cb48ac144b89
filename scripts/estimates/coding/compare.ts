import type { z } from 'zod'
import { type Complaints, expectedNames } from '../../ledger/problem.ts'
import { type CellName, cellNamesOf, no, silent, yes } from './cell-names.ts'
import type { PlaceIn } from './quotations.ts'
import type { adjudicationSchema } from './schema.ts'
import type { Case, CodedAt, Coder, Comparison, Disagreement, Judgement, Model, Spoken } from './types.ts'

type Decisions = z.infer<typeof adjudicationSchema>
type Pair = Readonly<Record<Coder, Judgement>>

/** The cells on which two coders differ. Where one hears nothing of a dimension, the level says so and the sign need not. */
const differing = (
  names: readonly CellName[],
  { first, second }: Pair,
  categories: Iterable<string>,
): readonly Omit<CellName, 'label'>[] => [
  ...names.filter(({ id, kind, answerOf }) => {
    if (kind !== 'sign') return answerOf(first) !== answerOf(second)
    const dimension = id.slice('sign.'.length)
    return dimension in first.dimensions && dimension in second.dimensions && answerOf(first) !== answerOf(second)
  }),
  ...[...categories]
    .filter((id) => id in first.axial !== id in second.axial)
    .map((id) => ({
      id: `axial.${id}`,
      kind: 'mechanism' as const,
      answers: [no, yes],
      answerOf: ({ axial }: Judgement) => (id in axial ? yes : no),
      quotationsOf: ({ axial }: Judgement) => axial[id] ?? [],
    })),
]

/** Holds two codings against each other: every difference must be decided, and nothing else. */
export const compareCodings = (
  model: Model,
  second: ReadonlyMap<string, Judgement>,
  decisions: Decisions,
  { inSecond, inDecisions, complaints }: { readonly inSecond: PlaceIn; readonly inDecisions: PlaceIn; readonly complaints: Complaints },
): Comparison => {
  const names = cellNamesOf(model)
  const judgements = new Map<string, Pair & { readonly secondAt: CodedAt }>()
  const disagreements: Disagreement[] = []
  const known = new Set([...model.cases, ...model.begun].map(({ id }) => id))
  for (const id of [...second.keys()].filter((name) => !known.has(name)))
    complaints.add(`there is no case “${id}”`, inSecond(id), expectedNames(id, known))
  for (const id of Object.keys(decisions).filter((name) => !known.has(name)))
    complaints.add(`there is no case “${id}”`, inDecisions(id), expectedNames(id, known))
  for (const study of model.cases) {
    const other = second.get(study.id)
    // A case that is added later has one coder, until another codes it.
    if (!other) continue
    const pair: Pair = { first: study, second: other }
    const at = (field: string) => inSecond(study.id, field)
    judgements.set(study.id, {
      ...pair,
      secondAt: { mechanisms: at('mechanisms'), evidence: at('evidence'), dimensions: at('dimensions') },
    })
    const cells = differing(names, pair, model.axial.keys())
    const decided = decisions[study.id] ?? {}
    for (const { id, answerOf, quotationsOf } of cells) {
      const decision = decided[id]
      const codes = { first: answerOf(pair.first), second: answerOf(pair.second) }
      if (!decision) {
        complaints.add(
          `${study.id}, ${id}: the first coder gave “${codes.first}”, the second “${codes.second}”, and nobody decided`,
          inDecisions(study.id),
          `${id}: { keep: first, reason: { zh: …, en: … } }, or keep: second`,
        )
        continue
      }
      disagreements.push({
        case: study.id,
        cell: id,
        codes,
        quotations: { first: quotationsOf(pair.first), second: quotationsOf(pair.second) },
        kept: decision.keep,
        reason: decision.reason,
        place: inDecisions(study.id, id),
      })
    }
    const open = cells.map(({ id }) => id)
    for (const cell of Object.keys(decided).filter((name) => !open.includes(name)))
      complaints.add(`${study.id}, ${cell}: the coders do not differ on it`, inDecisions(study.id, cell), expectedNames(cell, open))
  }
  return { judgements, disagreements }
}

/** A case as it was decided: the first coding, with what was kept of the second. */
export const decidedCase = (study: Case, pair: Pair | undefined, disagreements: readonly Disagreement[], decisions: Decisions): Case => {
  if (!pair) return study
  const own = disagreements.filter((each) => each.case === study.id)
  const kept = (cell: string): Coder => own.find((each) => each.cell === cell)?.kept ?? 'first'
  const { first, second } = pair
  const letters = [...new Set([...first.mechanisms, ...second.mechanisms])]
  const measurers = [...new Set([...first.evidence.measuredBy, ...second.evidence.measuredBy])]
  const mechanisms = letters.filter((id) => pair[kept(`mechanism.${id}`)].mechanisms.includes(id))
  const measuredBy = measurers.filter((id) => pair[kept(`measuredBy.${id}`)].evidence.measuredBy.includes(id))
  const dimensions = [...new Set([...Object.keys(first.dimensions), ...Object.keys(second.dimensions)])].flatMap(
    (id): [string, Spoken][] => {
      const spoken = pair[kept(`level.${id}`)].dimensions[id]
      if (!spoken || spoken.level === silent) return []
      const sign = pair[kept(`sign.${id}`)].dimensions[id]?.sign ?? spoken.sign
      return [[id, { ...spoken, sign }]]
    },
  )
  const added = Object.keys(second.axial).filter((id) => !(id in first.axial) && kept(`axial.${id}`) === 'second')
  return {
    ...study,
    mechanisms,
    mechanismQuotations: Object.fromEntries(
      mechanisms.map((id) => [id, first.mechanismQuotations[id] ?? second.mechanismQuotations[id] ?? []]),
    ),
    evidence: {
      measuredBy,
      measuredByQuotations: Object.fromEntries(
        measuredBy.map((id) => [id, first.evidence.measuredByQuotations[id] ?? second.evidence.measuredByQuotations[id] ?? []]),
      ),
      baseline: pair[kept('baseline')].evidence.baseline,
      grade: pair[kept('grade')].evidence.grade,
      quotations: pair[kept('grade')].evidence.quotations,
    },
    dimensions: Object.fromEntries(dimensions),
    codes: [
      ...study.codes.filter(({ axial }) => axial in second.axial || kept(`axial.${axial}`) === 'first'),
      ...added.map((axial) => ({
        open: decisions[study.id]?.[`axial.${axial}`]?.open ?? { zh: axial, en: axial },
        axial,
        quotations: second.axial[axial] ?? [],
      })),
    ],
  }
}
