/** The checks in the parts that the audit gives them in: what one source prints on one topic. */
import type { CheckRecord } from '../../scripts/ledger/publish/record.ts'
import { topicOf } from './topic.ts'

export interface Part {
  readonly source: string
  readonly topic: string
  readonly checks: readonly CheckRecord[]
}

/** Sources, and the topics of each, stand in the order of their first checks. */
export const partsOf = (checks: readonly CheckRecord[]): readonly Part[] =>
  [...Map.groupBy(checks, ({ source }) => source)].flatMap(([source, printed]) =>
    [...Map.groupBy(printed, ({ figure }) => topicOf(figure))].map(([topic, members]) => ({ source, topic, checks: members })),
  )
