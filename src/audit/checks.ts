/** The checks as the audit lays them out: by topic, by how grave a verdict is, and by how far printed and recomputed lie apart. */

import type { Claim } from '../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { CheckRecord } from '../../scripts/ledger/publish/record.ts'
import { type Distance, distanceOf } from '../../scripts/ledger/questions/distance.ts'
import { type Verdict, verdicts } from '../../scripts/ledger/types.ts'
import { topicOf } from './topic.ts'

/** The figures that are told one by one, by topic; the cells of a transcribed table are told by the table. */
export const figuresByTopic = ({ figures }: Pick<Ledger, 'figures'>): readonly (readonly [topic: string, readonly Figure[]])[] => [
  ...Map.groupBy(
    [...figures.values()].filter(({ input }) => !input?.grid),
    ({ id }) => topicOf(id),
  ),
]

/** The number agrees, and is said to count something else. */
export const isClash = (check: CheckRecord): boolean => check.verdict === 'exact' && check.cause === 'scope-clash'

/** Verdicts from the one that asks most of a reader to the one that asks nothing. */
export const byGravity = ['discrepant', 'conflicting', 'within-rounding', 'not-recomputable', 'exact'] as const satisfies readonly Verdict[]

/** A check with the claim it judges and the distance between the two numbers; no distance where the data are withheld. */
export interface Judged {
  readonly check: CheckRecord
  readonly claim: Claim
  readonly distance: Distance | undefined
}

export const judgedIn = ({ data, figures }: Pick<Ledger, 'data' | 'figures'>, checks: readonly CheckRecord[]): readonly Judged[] => {
  const claims = new Map(data.claims.map((claim) => [claim.id, claim]))
  return checks.flatMap((check) => {
    const claim = claims.get(check.claim)
    const figure = figures.get(check.figure)
    return claim && figure ? [{ check, claim, distance: distanceOf(claim, figure) }] : []
  })
}

/** Digits of the last printed place up to which a distance is drawn; what lies beyond stands at the edge with its number. */
export const reach = 3

/** A distance with its sign, to one decimal: "+1.6", "−22.0"; "0" is none at all, "0.0" less than can be said so. */
export const distanceText = (value: number): string => {
  const size = Math.abs(value).toFixed(1)
  return value === 0 ? '0' : size === '0.0' ? size : `${value < 0 ? '−' : '+'}${size}`
}

/** How many checks there are of each verdict. */
export const countVerdicts = (checks: readonly CheckRecord[]): Readonly<Record<Verdict, number>> =>
  Object.fromEntries(verdicts.map((verdict) => [verdict, checks.filter((check) => check.verdict === verdict).length])) as Record<
    Verdict,
    number
  >
