import { balance } from '../../formulas/balance.ts'
import { growth } from '../../formulas/growth.ts'
import { product } from '../../formulas/product.ts'
import { rate } from '../../formulas/rate.ts'
import { remainder } from '../../formulas/remainder.ts'
import { share } from '../../formulas/share.ts'
import { sum } from '../../formulas/sum.ts'
import type { Data, Following } from '../../ledger/data-types.ts'
import type { Derived } from '../../ledger/derived.ts'
import type { Bilingual } from '../../ledger/types.ts'

/** What is recomputed of a printed number, after its own name. */
const recomputed: Readonly<Record<Following['kind'], Bilingual>> = {
  total: { zh: '（各项相加）', en: ', added up' },
  shares: { zh: '：各项比重之和', en: ': shares added up' },
  share: { zh: '（比重重算）', en: ', share recomputed' },
  growth: { zh: '（增长重算）', en: ', growth recomputed' },
  ratio: { zh: '（比值重算）', en: ', ratio recomputed' },
  product: { zh: '（乘积重算）', en: ', product recomputed' },
}

/** The formula that a number of a table follows by, and its arguments. */
const formulaOf = ({ kind, first: all, second: others }: Following): Pick<Derived, 'formula' | 'of'> => {
  const [first = '', ...more] = all
  const [second = '', ...further] = others
  const applied = <Terms>(formula: (terms: Terms) => number, of: Derived['of']) => ({ formula: formula as Derived['formula'], of })
  switch (kind) {
    case 'share':
      return applied(share, { part: first, whole: second })
    case 'growth':
      return applied(growth, { after: first, before: second })
    case 'ratio':
      return applied(rate, { amount: first, base: second })
    case 'product':
      return applied(product, { amount: first, times: second })
    default:
      if (!second) return applied(sum, { terms: all })
      if (more.length === 0 && further.length === 0) return applied(remainder, { whole: first, part: second })
      return applied(balance, { terms: all, less: others })
  }
}

/**
 * Totals, shares and growth that tables print, recomputed from their printed neighbours. What follows from what is said
 * in the description of each table, under `follows:`, and that is where a figure's statement stands.
 */
export const followed = ({ followings }: Data): Derived[] =>
  followings.map((following) => {
    const { id, kind, label, unit, per, scope, digits, percent, place } = following
    const { zh, en } = recomputed[kind]
    return {
      id,
      label: { zh: `${label.zh}${zh}`, en: `${label.en}${en}` },
      unit,
      ...(per ? { per } : {}),
      scope,
      digits,
      percent,
      ...formulaOf(following),
      place,
    }
  })
