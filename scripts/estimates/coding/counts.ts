import type { Data } from '../../ledger/data/data-types.ts'
import { type Derived, derived } from '../../ledger/figures/derived.ts'
import { count } from '../../ledger/formulas/count.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual, Scope } from '../../ledger/types.ts'
import { modelOf } from './index.ts'
import type { Case } from './types.ts'

/** Cases are told of the platform's own world, in the years of the works that tell them. */
const scopeOf = (cases: readonly Case[]): Scope => {
  const periods = cases.map(({ period }) => period).sort()
  const [first = '', last = first] = [periods[0], periods.at(-1)]
  return { period: first === last ? first : `${first}/${last}`, entity: 'alibaba' }
}

/** How many cases carry a code, and what share of all cases that is. */
const counted = (data: Data, path: string, label: Bilingual): Derived[] => [
  derived({
    id: `coding.${path}`,
    label,
    unit: 'count',
    scope: scopeOf(modelOf(data).cases),
    digits: 2,
    formula: sum,
    of: { terms: modelOf(data).cases.map(({ key }) => `coding.${key}.${path}`) },
  }),
  derived({
    id: `coding.${path}Share`,
    label: { zh: `${label.zh}（占全部案例）`, en: `${label.en} (share of all cases)` },
    unit: 'ratio',
    scope: scopeOf(modelOf(data).cases),
    digits: 2,
    percent: true,
    formula: share,
    of: { part: `coding.${path}`, whole: 'coding.cases' },
  }),
]

/** Counts over the coding of the cases: by mechanism, by grade of evidence, by measurer, by dimension of job quality. */
export const coding = (data: Data): Derived[] => {
  const { cases, mechanisms, codes } = modelOf(data)
  return [
    derived({
      id: 'coding.cases',
      label: { zh: '案例数', en: 'Number of cases' },
      unit: 'count',
      scope: scopeOf(modelOf(data).cases),
      digits: 2,
      formula: count,
      of: { all: cases.map(({ key }) => `coding.${key}.mechanism.${mechanisms[0]?.id}`) },
    }),
    ...mechanisms.flatMap(({ id, name }) =>
      counted(data, `mechanism.${id}`, { zh: `归入机制${id}（${name.zh}）的案例`, en: `Cases coded to ${id} (${name.en})` }),
    ),
    ...[...codes.grades.values()].flatMap(({ id, label }) =>
      counted(data, `grade.${id}`, { zh: `证据为“${label.zh}”的案例`, en: `Cases whose evidence is “${label.en}”` }),
    ),
    ...[...codes.measuredBy.values()].flatMap(({ id, label }) =>
      counted(data, `measuredBy.${id}`, { zh: `由${label.zh}测量的案例`, en: `Cases measured by: ${label.en}` }),
    ),
    ...[...codes.dimensions.values()].flatMap(({ id, label }) => [
      ...counted(data, `said.${id}`, { zh: `谈及${label.zh}的案例`, en: `Cases that speak of ${label.en}` }),
      ...counted(data, `measured.${id}`, { zh: `对${label.zh}作了比较的案例`, en: `Cases that compare ${label.en}` }),
      derived({
        id: `coding.silent.${id}`,
        label: { zh: `未提${label.zh}的案例`, en: `Cases silent on ${label.en}` },
        unit: 'count',
        scope: scopeOf(modelOf(data).cases),
        digits: 2,
        formula: remainder,
        of: { whole: 'coding.cases', part: `coding.said.${id}` },
      }),
      derived({
        id: `coding.silent.${id}Share`,
        label: { zh: `未提${label.zh}的案例（占全部案例）`, en: `Cases silent on ${label.en} (share of all cases)` },
        unit: 'ratio',
        scope: scopeOf(modelOf(data).cases),
        digits: 2,
        percent: true,
        formula: share,
        of: { part: `coding.silent.${id}`, whole: 'coding.cases' },
      }),
    ]),
  ]
}
