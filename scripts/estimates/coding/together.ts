import type { Data } from '../../ledger/data/data-types.ts'
import { type Derived, derived } from '../../ledger/figures/derived.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import type { Bilingual, Scope } from '../../ledger/types.ts'
import { countsOf, scopeOf } from './counts.ts'
import { modelOf } from './index.ts'
import { type Teller, tellersOf } from './tellers.ts'

/** The years of all works that tell cases, from the first to the last. */
const scopeOfAll = (tellers: readonly Teller[]): Scope => {
  const years = tellers.map((teller) => scopeOf(teller).period.slice(0, 4)).sort()
  const [first = '', last = first] = [years[0], years.at(-1)]
  return { period: first === last ? first : `${first}/${last}`, entity: 'china' }
}

/**
 * Counts over the cases of every work together, as the sums of each work's own: whoever reads a sum sees what each adds, and
 * a work that comes to be coded moves all of them. The codebook is one; that the works have unlike aims the chapters say.
 */
export const codingTogether = (data: Data): Derived[] => {
  const model = modelOf(data)
  const tellers = tellersOf(model)
  const style = { unit: 'count', scope: scopeOfAll(tellers), digits: 2 } as const
  const named = ({ zh, en }: Bilingual): Bilingual => ({ zh: `${zh}（各研究合计）`, en: `${en}, all studies together` })
  const together = (path: string, label: Bilingual): Derived =>
    derived({
      ...style,
      id: `coding.all.${path}`,
      label: named(label),
      formula: sum,
      of: { terms: tellers.map(({ prefix }) => `${prefix}.${path}`) },
    })
  return [
    together('cases', { zh: '案例数', en: 'Number of cases' }),
    ...countsOf(model).map(({ path, label }) => together(path, label)),
    ...[...model.codes.dimensions.values()].map(({ id, label }) =>
      derived({
        ...style,
        id: `coding.all.silent.${id}`,
        label: named({ zh: `未提${label.zh}的案例`, en: `Cases silent on ${label.en}` }),
        formula: remainder,
        of: { whole: 'coding.all.cases', part: `coding.all.said.${id}` },
      }),
    ),
  ]
}
