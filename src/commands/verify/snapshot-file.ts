import { existsSync, readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { Problem } from '../../../scripts/ledger/problem.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import type { Verdict } from '../../../scripts/ledger/types.ts'

export const snapshotFile = 'test/figures.json'

/** What a change of must be seen: the value, its unit, how both languages show it, its range, and what its checks came to. */
export interface Accepted {
  readonly value: number
  readonly unit: string
  readonly zh: string
  readonly en: string
  /** Left out where it is the value alone. */
  readonly range?: readonly [low: number | null, high: number | null]
  /** The verdict of each claim on the figure. */
  readonly checks?: Readonly<Record<string, Verdict>>
}
export type Snapshot = Readonly<Record<string, Accepted>>

export const snapshotOf = (ledger: Ledger): Snapshot => {
  const { figures, checks } = publish(ledger)
  const verdicts = Map.groupBy(checks, ({ figure }) => figure)
  return Object.fromEntries(
    figures.map(({ id, value, unit, shown, interval: [low, high] }): [string, Accepted] => {
      const own = verdicts.get(id)
      return [
        id,
        {
          value,
          unit,
          zh: shown.zh,
          en: shown.en,
          ...(low === value && high === value ? {} : { range: [low, high] }),
          ...(own ? { checks: Object.fromEntries(own.map(({ claim, verdict }) => [claim.replace(/.*@/, ''), verdict])) } : {}),
        },
      ]
    }),
  )
}

/** One figure a line, so that a changed number is one changed line. */
export const snapshotText = (snapshot: Snapshot): string =>
  `{\n${Object.entries(snapshot)
    .map(([id, figure]) => `  ${JSON.stringify(id)}: ${JSON.stringify(figure)}`)
    .join(',\n')}\n}\n`

export interface Movement {
  readonly id: string
  readonly before?: Accepted
  readonly after?: Accepted
}

/** Figures that came, went or moved since the snapshot was accepted. */
export const movementsSince = (accepted: Snapshot, now: Snapshot): Movement[] =>
  [...new Set([...Object.keys(accepted), ...Object.keys(now)])].flatMap((id): Movement[] => {
    const before = accepted[id]
    const after = now[id]
    return isDeepStrictEqual(before, after) ? [] : [{ id, ...(before ? { before } : {}), ...(after ? { after } : {}) }]
  })

export const snapshotExists = (root: string): boolean => existsSync(`${root}/${snapshotFile}`)

export const readSnapshot = (root: string): Snapshot => {
  if (!snapshotExists(root))
    throw new Problem('no figures were accepted yet', { file: snapshotFile, line: 1, column: 1 }, 'npm run snapshot')
  const text = readFileSync(`${root}/${snapshotFile}`, 'utf8')
  const refused = (what: string, line: number) => new Problem(what, { file: snapshotFile, line, column: 1 }, 'what npm run snapshot writes')
  // Two branches that both accepted figures leave their marks here.
  const torn = text.split('\n').findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line))
  if (torn >= 0) throw refused('a merge has left its marks here', torn + 1)
  let accepted: unknown
  try {
    accepted = JSON.parse(text)
  } catch {
    throw refused('the accepted figures are no JSON', 1)
  }
  if (typeof accepted !== 'object' || accepted === null || Array.isArray(accepted)) throw refused('the file holds no accepted figures', 1)
  return accepted as Snapshot
}
