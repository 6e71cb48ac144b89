import type { Data, Following } from '../data/data-types.ts'
import { balance } from '../formulas/balance.ts'
import { growth } from '../formulas/growth.ts'
import { product } from '../formulas/product.ts'
import { rate } from '../formulas/rate.ts'
import { remainder } from '../formulas/remainder.ts'
import { share } from '../formulas/share.ts'
import { sum } from '../formulas/sum.ts'
import type { Bilingual } from '../types.ts'
import { type Derived, derived } from './derived.ts'

/** What is recomputed of a printed number, after its own name. */
const recomputed: Readonly<Record<Following['kind'], Bilingual>> = {
  total: { zh: '（各项相加）', en: ', added up' },
  shares: { zh: '：各项比重之和', en: ': shares added up' },
  share: { zh: '（比重重算）', en: ', share recomputed' },
  growth: { zh: '（增长重算）', en: ', growth recomputed' },
  ratio: { zh: '（比值重算）', en: ', ratio recomputed' },
  product: { zh: '（乘积重算）', en: ', product recomputed' },
}
/** A total from which something is taken: it may stand beside the sum of the same row. */
const difference: Bilingual = { zh: '（相减得出）', en: ', by difference' }

/** A number of a table, by the formula that it follows by. */
const recompute = (following: Following): Derived => {
  const { kind, label, first: all, second: others, place: _, ...rest } = following
  const { zh, en } = kind === 'total' && following.second.length > 0 ? difference : recomputed[kind]
  const common = { ...rest, label: { zh: `${label.zh}${zh}`, en: `${label.en}${en}` } }
  const [first = '', ...more] = all
  const [second = '', ...further] = others
  switch (kind) {
    case 'share':
      return derived({ ...common, formula: share, of: { part: first, whole: second } })
    case 'growth':
      return derived({ ...common, formula: growth, of: { after: first, before: second } })
    case 'ratio':
      return derived({ ...common, formula: rate, of: { amount: first, base: second } })
    case 'product':
      return derived({ ...common, formula: product, of: { amount: first, times: second } })
    default:
      if (!second) return derived({ ...common, formula: sum, of: { terms: all } })
      if (more.length === 0 && further.length === 0) return derived({ ...common, formula: remainder, of: { whole: first, part: second } })
      return derived({ ...common, formula: balance, of: { terms: all, less: others } })
  }
}

/**
 * Totals, shares and growth that tables print, recomputed from their printed neighbours. What follows from what is said
 * in the description of each table, under `follows:`.
 */
export const followed = ({ followings }: Data): Derived[] =>
  followings.map((following) => ({ ...recompute(following), declared: following.place }))
