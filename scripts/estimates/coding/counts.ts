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
import { casesToldBy, type Teller, tellersOf } from './tellers.ts'
import { type Case, type Coder, coders, type Judgement, type Model } from './types.ts'

/** Cases are told of one platform's own world, in the year of the work that tells them. */
export const scopeOf = ({ cases, entity }: Pick<Teller, 'cases' | 'entity'>): Scope => ({ period: cases[0]?.period ?? '', entity })

/** How many cases answer a cell so: with this answer, or with this one or a higher. */
export interface Count {
  /** What its id adds to “coding.”, such as "said.access". */
  readonly path: string
  readonly label: Bilingual
  readonly cell: CellName
  readonly answer: string
  readonly orHigher?: boolean
}

/** Everything that is counted over the cells, by mechanism, grade, measurer and dimension of job quality. */
export const countsOf = (model: Model): readonly Count[] => {
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
  teller: Teller,
  { cell, answer, orHigher }: Count,
  id: string,
  label: Bilingual,
  idOf: (study: Case) => string,
): Derived => {
  const style = { id, label, unit: 'count', scope: scopeOf(teller), digits: 2 } as const
  const ids = teller.cases.map(idOf)
  if (cell.answers.length === 2 && cell.answers[0] === no) return derived({ ...style, formula: sum, of: { terms: ids } })
  return orHigher
    ? derived({ ...style, formula: countAtLeast, tex: countAtLeastTex, of: { codes: ids, least: answerId(cell.kind, answer) } })
    : derived({ ...style, formula: countEqual, tex: countEqualTex, of: { codes: ids, code: answerId(cell.kind, answer) } })
}

const shareOfCases = (teller: Teller, path: string, label: Bilingual): Derived =>
  derived({
    id: `${teller.prefix}.${path}Share`,
    label: { zh: `${label.zh}（占全部案例）`, en: `${label.en} (share of all cases)` },
    unit: 'ratio',
    scope: scopeOf(teller),
    digits: 2,
    percent: true,
    formula: share,
    of: { part: `${teller.prefix}.${path}`, whole: `${teller.prefix}.cases` },
  })

const coderWords: Readonly<Record<Coder, Bilingual>> = {
  first: { zh: '（甲的编码）', en: ' (first coding)' },
  second: { zh: '（乙的编码）', en: ' (second coding)' },
}

/** Counts on which the two codings differ, or that what was decided moved: as each coder would have them. */
export const differingCounts = (model: Model): readonly { readonly path: string; readonly label: Bilingual }[] => {
  const cases = casesToldBy(model)
  const pairs = cases.map((study) => model.comparison?.judgements.get(study.id) ?? { first: study, second: study })
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
      tallied(each, cases),
    ]
    return first !== decided || second !== decided
  })
}

/**
 * Counts over the coding of the cases, of each work that tells any by itself: by mechanism, by grade of evidence, by measurer, by
 * dimension of job quality. A second coder has coded those of the first. A loop, so that each count has the place of its own statement.
 */
export const coding = (data: Data): Derived[] => {
  const model = modelOf(data)
  const { mechanisms, codes } = model
  const differing = new Set(differingCounts(model).map(({ path }) => path))
  const all: Derived[] = []
  for (const [index, teller] of tellersOf(model).entries()) {
    const moved = index === 0 ? differing : new Set<string>()
    const name = data.sources.find(({ id }) => id === teller.source)?.short ?? { zh: teller.source, en: teller.source }
    const whose = index === 0 ? { zh: '', en: '' } : { zh: `（${name.zh}）`, en: `, ${name.en}` }
    const { cases, prefix } = teller
    const named = ({ zh, en }: Bilingual): Bilingual => ({ zh: zh + whose.zh, en: en + whose.en })
    all.push(
      derived({
        id: `${prefix}.cases`,
        label: named({ zh: '案例数', en: 'Number of cases' }),
        unit: 'count',
        scope: scopeOf(teller),
        digits: 2,
        formula: count,
        of: { all: cases.map((study) => cellId(study, `mechanism.${mechanisms[0]?.id}`)) },
      }),
      ...countsOf(model).flatMap((each) => [
        countOver(teller, each, `${prefix}.${each.path}`, named(each.label), (study) => cellId(study, each.cell.id)),
        ...(each.cell.kind === 'sign' ? [] : [shareOfCases(teller, each.path, named(each.label))]),
        ...(moved.has(each.path)
          ? coders.map((coder) =>
              countOver(
                teller,
                each,
                `${prefix}.${coder}.${each.path}`,
                { zh: each.label.zh + coderWords[coder].zh, en: each.label.en + coderWords[coder].en },
                (study) => cellIdOf(model, study, each.cell, coder),
              ),
            )
          : []),
      ]),
      ...[...codes.dimensions.values()].flatMap(({ id, label }) => {
        const words = named({ zh: `未提${label.zh}的案例`, en: `Cases silent on ${label.en}` })
        return [
          derived({
            id: `${prefix}.silent.${id}`,
            label: words,
            unit: 'count',
            scope: scopeOf(teller),
            digits: 2,
            formula: remainder,
            of: { whole: `${prefix}.cases`, part: `${prefix}.said.${id}` },
          }),
          shareOfCases(teller, `silent.${id}`, words),
        ]
      }),
    )
  }
  return all
}
