/** What a chart rests on: the works that print its figures’ inputs, and what of it is ours. */
import type { Ledger } from '../../scripts/ledger/ledger.ts'

export interface Origin {
  /** Ids of the works. */
  readonly cited: readonly string[]
  /** Cases are coded by us. */
  readonly coded: boolean
  /** Values are assumed by us. */
  readonly assumed: boolean
  /** Something is computed and not merely printed. */
  readonly computed: boolean
}

/** Follows figures down to their inputs. */
export const originOf = ({ figures }: Pick<Ledger, 'figures'>, ids: readonly string[]): Origin => {
  const [seen, sources] = [new Set<string>(), new Set<string>()]
  let [coded, assumed, computed] = [false, false, false]
  const follow = (id: string): void => {
    const figure = figures.get(id)
    if (!figure || seen.has(id)) return
    seen.add(id)
    computed ||= figure.derived !== undefined
    if (figure.input?.kind === 'cited') sources.add(figure.input.source)
    coded ||= figure.input?.grid === 'coding'
    assumed ||= figure.input?.kind === 'assumed' && figure.input.grid !== 'coding'
    figure.from.forEach(follow)
  }
  ids.forEach(follow)
  return { cited: [...sources], coded, assumed, computed }
}
