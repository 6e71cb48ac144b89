import type { Data } from '../../ledger/data/data-types.ts'
import { type Derived, derived } from '../../ledger/figures/derived.ts'
import { count } from '../../ledger/formulas/count.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual, Scope } from '../../ledger/types.ts'
import { countAtLeast, countAtLeastTex, countEqual, countEqualTex } from '../../methods/count-codes.ts'
import { type CellName, cellNamesOf, levelsOf, no, silent, yes } from './cell-names.ts'
import { answerId, cellId, cellIdOf } from './cells.ts'
import { modelOf } from './index.ts'
import { type Case, type Coder, coders, type Judgement, type Model } from './types.ts'

/** Cases are told of the platform's own world, in the years of the works that tell them. */
export const scopeOf = (cases: readonly Case[]): Scope => {
  const periods = cases.map(({ period }) => period).sort()
  const [first = '', last = first] = [periods[0], periods.at(-1)]
  return { period: first === last ? first : `${first}/${last}`, entity: 'alibaba' }
}

/** How many cases answer a cell so: with this answer, or with this one or a higher. */
interface Count {
  /** What its id adds to “coding.”, such as "said.access". */
  readonly path: string
  readonly label: Bilingual
  readonly cell: CellName
  readonly answer: string
  readonly orHigher?: boolean
}

/** Everything that is counted over the cells, by mechanism, grade, measurer and dimension of job quality. */
const countsOf = (model: Model): readonly Count[] => {
  const { mechanisms, codes } = model
  const cells = new Map(cellNamesOf(model).map((cell) => [cell.id, cell]))
  const of = (cell: string, count: Omit<Count, 'cell'>): Count[] => {
    const found = cells.get(cell)
    return found ? [{ ...count, cell: found }] : []
  }
  const levels = levelsOf(model)
  const [lowest, highest] = [levels[1] ?? silent, levels.at(-1) ?? silent]
  return [
    ...mechanisms.flatMap(({ id, name }) =>
      of(`mechanism.${id}`, {
        path: `mechanism.${id}`,
        label: { zh: `归入机制${id}（${name.zh}）的案例`, en: `Cases coded to ${id} (${name.en})` },
        answer: yes,
      }),
    ),
    ...[...codes.grades.values()].flatMap(({ id, label }) =>
      of('grade', {
        path: `grade.${id}`,
        label: { zh: `证据为“${label.zh}”的案例`, en: `Cases whose evidence is “${label.en}”` },
        answer: id,
      }),
    ),
    ...[...codes.measuredBy.values()].flatMap(({ id, label }) =>
      of(`measuredBy.${id}`, {
        path: `measuredBy.${id}`,
        label: { zh: `由${label.zh}测量的案例`, en: `Cases measured by: ${label.en}` },
        answer: yes,
      }),
    ),
    ...[...codes.dimensions.values()].flatMap(({ id, label }) => [
      ...of(`level.${id}`, {
        path: `said.${id}`,
        label: { zh: `谈及${label.zh}的案例`, en: `Cases that speak of ${label.en}` },
        answer: lowest,
        orHigher: true,
      }),
      ...of(`level.${id}`, {
        path: `measured.${id}`,
        label: { zh: `对${label.zh}作了比较的案例`, en: `Cases that compare ${label.en}` },
        answer: highest,
      }),
      ...[...codes.directions.values()].flatMap((direction) =>
        of(`sign.${id}`, {
          path: `${direction.id}.${id}`,
          label: {
            zh: `${label.zh}一项对劳动者${direction.label.zh}的案例`,
            en: `Cases where ${label.en.toLowerCase()} is ${direction.label.en.toLowerCase()} for workers`,
          },
          answer: direction.id,
        }),
      ),
    ]),
  ]
}

/** How many of these judgements a count counts. */
const tallied = ({ cell, answer, orHigher }: Count, judgements: readonly Judgement[]): number =>
  judgements.filter((judgement) => {
    const given = cell.answerOf(judgement)
    return orHigher ? cell.answers.indexOf(given) >= cell.answers.indexOf(answer) : given === answer
  }).length

/** The count over cells that are named by `idOf`: a sum where the answer is yes or no, else a count of the answer's number. */
const countOver = (
  model: Model,
  { cell, answer, orHigher }: Count,
  id: string,
  label: Bilingual,
  idOf: (study: Case) => string,
): Derived => {
  const style = { id, label, unit: 'count', scope: scopeOf(model.cases), digits: 2 } as const
  const ids = model.cases.map(idOf)
  if (cell.answers.length === 2 && cell.answers[0] === no) return derived({ ...style, formula: sum, of: { terms: ids } })
  return orHigher
    ? derived({ ...style, formula: countAtLeast, tex: countAtLeastTex, of: { codes: ids, least: answerId(cell.kind, answer) } })
    : derived({ ...style, formula: countEqual, tex: countEqualTex, of: { codes: ids, code: answerId(cell.kind, answer) } })
}

const shareOfCases = (model: Model, path: string, label: Bilingual): Derived =>
  derived({
    id: `coding.${path}Share`,
    label: { zh: `${label.zh}（占全部案例）`, en: `${label.en} (share of all cases)` },
    unit: 'ratio',
    scope: scopeOf(model.cases),
    digits: 2,
    percent: true,
    formula: share,
    of: { part: `coding.${path}`, whole: 'coding.cases' },
  })

const coderWords: Readonly<Record<Coder, Bilingual>> = {
  first: { zh: '（甲的编码）', en: ' (first coding)' },
  second: { zh: '（乙的编码）', en: ' (second coding)' },
}

/** Counts on which the two codings differ, or that what was decided moved: as each coder would have them. */
export const differingCounts = (model: Model): readonly { readonly path: string; readonly label: Bilingual }[] => {
  const pairs = model.cases.map((study) => model.comparison?.judgements.get(study.id) ?? { first: study, second: study })
  return countsOf(model).filter((each) => {
    const [first, second, decided] = [
      tallied(
        each,
        pairs.map((pair) => pair.first),
      ),
      tallied(
        each,
        pairs.map((pair) => pair.second),
      ),
      tallied(each, model.cases),
    ]
    return first !== decided || second !== decided
  })
}

/** Counts over the coding of the cases: by mechanism, by grade of evidence, by measurer, by dimension of job quality. */
export const coding = (data: Data): Derived[] => {
  const model = modelOf(data)
  const { cases, mechanisms, codes } = model
  const moved = new Set(differingCounts(model).map(({ path }) => path))
  return [
    derived({
      id: 'coding.cases',
      label: { zh: '案例数', en: 'Number of cases' },
      unit: 'count',
      scope: scopeOf(cases),
      digits: 2,
      formula: count,
      of: { all: cases.map((study) => cellId(study, `mechanism.${mechanisms[0]?.id}`)) },
    }),
    ...countsOf(model).flatMap((each) => [
      countOver(model, each, `coding.${each.path}`, each.label, (study) => cellId(study, each.cell.id)),
      ...(each.cell.kind === 'sign' ? [] : [shareOfCases(model, each.path, each.label)]),
      ...(moved.has(each.path)
        ? coders.map((coder) =>
            countOver(
              model,
              each,
              `coding.${coder}.${each.path}`,
              { zh: each.label.zh + coderWords[coder].zh, en: each.label.en + coderWords[coder].en },
              (study) => cellIdOf(model, study, each.cell, coder),
            ),
          )
        : []),
    ]),
    ...[...codes.dimensions.values()].flatMap(({ id, label }) => {
      const words = { zh: `未提${label.zh}的案例`, en: `Cases silent on ${label.en}` }
      return [
        derived({
          id: `coding.silent.${id}`,
          label: words,
          unit: 'count',
          scope: scopeOf(cases),
          digits: 2,
          formula: remainder,
          of: { whole: 'coding.cases', part: `coding.said.${id}` },
        }),
        shareOfCases(model, `silent.${id}`, words),
      ]
    }),
  ]
}
