/** What a printed result was recomputed from, as the audit sets it beside the result. */
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import { signedOperands } from '../../scripts/ledger/figures/meaning.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'

/** What a result was recomputed from: the printed digits, and the signs between them; commas where it is no plain sum or quotient. */
export interface Recomputation {
  readonly operands: readonly Figure[]
  readonly signs: readonly string[]
  /** How many there are, where only the first and the last are told. */
  readonly all: number
}

const longest = 8

export const recomputationOf = ({ figures }: Pick<Ledger, 'figures'>, id: string, comma: string): Recomputation => {
  const figure = figures.get(id)
  const terms =
    (figure && signedOperands(figure)) ?? (figure?.from ?? []).map((each, index) => ({ id: each, sign: index === 0 ? '' : comma }))
  const shown = terms.length > longest ? [...terms.slice(0, 2), ...terms.slice(-1)] : terms
  return {
    operands: shown.flatMap((term) => figures.get(term.id) ?? []),
    signs: shown.map(({ sign }, index) => (terms.length > longest && index === shown.length - 1 ? `${sign}…${sign}` : sign)),
    all: terms.length,
  }
}
