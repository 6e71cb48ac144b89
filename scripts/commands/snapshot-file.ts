import { existsSync, readFileSync } from 'node:fs'
import { type Ledger, Problem, publish } from '../index.ts'

export const snapshotFile = 'test/figures.json'

/** What a change of must be seen: the value, its unit, and how both languages show it. */
export interface Accepted {
  readonly value: number
  readonly unit: string
  readonly zh: string
  readonly en: string
}
export type Snapshot = Readonly<Record<string, Accepted>>

export const snapshotOf = (ledger: Ledger): Snapshot =>
  Object.fromEntries(publish(ledger).figures.map(({ id, value, unit, shown }) => [id, { value, unit, zh: shown.zh, en: shown.en }]))

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
    const same =
      before && after && before.value === after.value && before.unit === after.unit && before.zh === after.zh && before.en === after.en
    return same ? [] : [{ id, ...(before ? { before } : {}), ...(after ? { after } : {}) }]
  })

export const snapshotExists = (root: string): boolean => existsSync(`${root}/${snapshotFile}`)

export const readSnapshot = (root: string): Snapshot => {
  if (!snapshotExists(root))
    throw new Problem('no figures were accepted yet', { file: snapshotFile, line: 1, column: 1 }, 'npm run snapshot')
  return JSON.parse(readFileSync(`${root}/${snapshotFile}`, 'utf8')) as Snapshot
}
