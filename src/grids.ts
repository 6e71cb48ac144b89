import type { Ledger } from '../scripts/index.ts'

/** The tables whose cells are figures that the audit shows together, each once. */
export const gridsOf = ({ figures }: Pick<Ledger, 'figures'>): readonly string[] => [
  ...new Set([...figures.values()].flatMap(({ input }) => input?.grid ?? [])),
]
