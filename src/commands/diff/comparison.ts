import type { CheckRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Bilingual, Interval, Unit, Verdict } from '../../../scripts/ledger/types.ts'
import { type RootCause, rootCauses } from './causes.ts'
import type { ComparedFigure, ComparedLedger } from './compared-ledger.ts'
import { type SentencePair, sentencesTouched } from './sentences-touched.ts'
import type { Sight } from './sight.ts'

export interface State {
  readonly value: number
  readonly unit: Unit
  readonly shown: Bilingual
  readonly interval?: Interval
}

export interface Move {
  readonly id: string
  readonly label?: Bilingual
  readonly sight: Sight
  readonly before: State
  readonly after: State
  /** As a share of the old value; null where that is zero or in another unit. */
  readonly relative: number | null
  /** Keys of the root causes. */
  readonly causes: readonly string[]
  readonly usedIn: readonly string[]
}

/** A figure that came or went. */
export interface Single extends State {
  readonly id: string
  readonly label?: Bilingual
  readonly place?: string
}

export interface VerdictChange {
  readonly claim: string
  readonly figure: string
  readonly before: Judgement
  readonly after: Judgement
  readonly reason: Bilingual | null
}

export interface Judgement {
  readonly printed: string
  readonly recomputed: number | null
  readonly verdict: Verdict
  readonly cause: string | null
}

/** Ids of what came, went, and is told otherwise. */
export interface ListChange {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

export interface Comparison {
  readonly added: readonly Single[]
  readonly removed: readonly Single[]
  /** Those seen first, then those that rounding hides, then those whose range alone moved. */
  readonly moved: readonly Move[]
  /** What the movements go back to, the one that moves most first; some changes move nothing. */
  readonly causes: readonly RootCause[]
  readonly sentences: readonly SentencePair[]
  /** One side was computed without its pages, so that the other's sentences stand alone. */
  readonly oneSided: boolean
  readonly verdicts: readonly VerdictChange[]
  readonly checks: Omit<ListChange, 'changed'>
  readonly conflicts: ListChange
  readonly sources: ListChange
  /** Files behind the numbers; null where a ledger is too old to tell. */
  readonly files: ListChange | null
  /** One side knows values alone, so that causes and sentences are told as far as the other knows them. */
  readonly valuesOnly: boolean
}

const stateOf = ({ value, unit, shown, interval }: ComparedFigure): State => ({ value, unit, shown, ...(interval ? { interval } : {}) })

const singleOf = (figure: ComparedFigure): Single => {
  const place = figure.dataScript ?? figure.script
  return { id: figure.id, ...(figure.label ? { label: figure.label } : {}), ...stateOf(figure), ...(place ? { place } : {}) }
}

/** Undefined where nothing moved. */
const sightOf = (before: ComparedFigure, after: ComparedFigure): Sight | undefined => {
  if (before.shown.zh !== after.shown.zh || before.shown.en !== after.shown.en) return 'seen'
  if (before.value !== after.value || before.unit !== after.unit) return 'hidden'
  return before.interval && after.interval && String(before.interval) !== String(after.interval) ? 'range' : undefined
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]) => new Map(items.map((item) => [item.id, item]))

/** Compares two ledgers, from what moved back to what moved it and forth to the sentences that say it. */
export const compare = (older: ComparedLedger, newer: ComparedLedger): Comparison => {
  const valuesOnly = older.valuesOnly || newer.valuesOnly
  const before = byId(older.figures)
  const after = byId(newer.figures)
  const added = newer.figures.filter(({ id }) => !before.has(id)).map(singleOf)
  const removed = older.figures.filter(({ id }) => !after.has(id)).map(singleOf)
  const files = older.files && newer.files ? fileChanges(older.files, newer.files) : null
  const sights = new Map(
    newer.figures.flatMap((figure) => {
      const old = before.get(figure.id)
      const sight = old && sightOf(old, figure)
      return sight ? [[figure.id, sight] as const] : []
    }),
  )
  const { causes, causesOf } = rootCauses(before, after, sights, files?.changed ?? [], valuesOnly)
  const moved = [...sights].flatMap(([id, sight]): Move[] => {
    const [old, now] = [before.get(id), after.get(id)]
    if (!old || !now) return []
    const comparable = old.unit === now.unit && old.value !== 0
    return [
      {
        id,
        ...(now.label ? { label: now.label } : {}),
        sight,
        before: stateOf(old),
        after: stateOf(now),
        relative: comparable ? (now.value - old.value) / Math.abs(old.value) : null,
        causes: causesOf(id),
        usedIn: now.usedIn?.length ? now.usedIn : (old.usedIn ?? []),
      },
    ]
  })
  const order: readonly Sight[] = ['seen', 'hidden', 'range']
  const visible = new Set([...moved.filter(({ sight }) => sight === 'seen'), ...added, ...removed].map(({ id }) => id))
  return {
    added,
    removed,
    moved: moved.toSorted((a, b) => order.indexOf(a.sight) - order.indexOf(b.sight)),
    causes,
    sentences: sentencesTouched(older.sentences, newer.sentences, visible),
    oneSided: (older.sentences === undefined) !== (newer.sentences === undefined),
    verdicts: valuesOnly ? [] : verdictChanges(older.checks, newer.checks),
    checks: valuesOnly
      ? { added: [], removed: [] }
      : listChange(
          older.checks.map(({ claim }) => ({ id: claim })),
          newer.checks.map(({ claim }) => ({ id: claim })),
          () => '',
        ),
    conflicts: valuesOnly
      ? none
      : listChange(older.conflicts, newer.conflicts, ({ kind, weight, title, why, passages }) =>
          JSON.stringify([kind, weight, title, why, passages.map(({ printed }) => printed)]),
        ),
    sources: valuesOnly ? none : listChange(older.sources, newer.sources, (source) => JSON.stringify(source)),
    files,
    valuesOnly,
  }
}

const none: ListChange = { added: [], removed: [], changed: [] }

/** Whether figures, checks or verdicts are other than they were. */
export const differs = ({ added, removed, moved, verdicts, checks }: Comparison): boolean =>
  [added, removed, moved, verdicts, checks.added, checks.removed].some(({ length }) => length > 0)

const listChange = <Item extends { readonly id: string }>(
  older: readonly Item[],
  newer: readonly Item[],
  content: (item: Item) => string,
): ListChange => {
  const [before, after] = [byId(older), byId(newer)]
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    changed: newer.flatMap((item) => {
      const old = before.get(item.id)
      return old && content(old) !== content(item) ? [item.id] : []
    }),
  }
}

const fileChanges = (older: Readonly<Record<string, string>>, newer: Readonly<Record<string, string>>): ListChange => {
  const items = (files: Readonly<Record<string, string>>) => Object.entries(files).map(([id, digest]) => ({ id, digest }))
  return listChange(items(older), items(newer), ({ digest }) => digest)
}

const verdictChanges = (older: readonly CheckRecord[], newer: readonly CheckRecord[]): VerdictChange[] => {
  const before = new Map(older.map((check) => [check.claim, check]))
  const judgement = ({ printed, qualifier, recomputed, verdict, cause }: CheckRecord): Judgement => ({
    printed: `${qualifier ? `${qualifier} ` : ''}${printed}`,
    recomputed,
    verdict,
    cause,
  })
  return newer.flatMap((check) => {
    const old = before.get(check.claim)
    if (!old) return []
    const [was, is] = [judgement(old), judgement(check)]
    if (was.verdict === is.verdict && was.printed === is.printed && was.cause === is.cause) return []
    return [{ claim: check.claim, figure: check.figure, before: was, after: is, reason: check.reason }]
  })
}
