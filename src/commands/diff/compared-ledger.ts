import { existsSync, readFileSync, statSync } from 'node:fs'
import { UsageProblem } from '../../../scripts/ledger/problem.ts'
import type {
  CheckRecord,
  ConflictRecord,
  FigureRecord,
  LedgerRecord,
  SentenceRecord,
  SourceRecord,
} from '../../../scripts/ledger/publish/record.ts'
import { type Snapshot, snapshotFile } from '../verify/snapshot-file.ts'

/** A figure of a ledger of any age: its value at least, and what else that ledger knew. */
export type ComparedFigure = Pick<FigureRecord, 'id' | 'value' | 'unit' | 'shown'> & Partial<FigureRecord>

/** A ledger of any age, or the accepted figures, which know values alone. */
export interface ComparedLedger {
  readonly figures: readonly ComparedFigure[]
  readonly checks: readonly CheckRecord[]
  readonly conflicts: readonly ConflictRecord[]
  readonly sources: readonly SourceRecord[]
  readonly files?: LedgerRecord['files']
  readonly sentences?: readonly SentenceRecord[]
  /** Values alone: nothing is known of formulas, inputs or checks. */
  readonly valuesOnly: boolean
}

/** Reads a ledger.json, a folder that holds one, or accepted figures such as test/figures.json. */
export const readCompared = (path: string): ComparedLedger => {
  const wanted = `a ledger.json, a folder with one, or ${snapshotFile}`
  const file = existsSync(path) && statSync(path).isDirectory() ? `${path}/ledger.json` : path
  if (!existsSync(file)) throw new UsageProblem(`${path} is no ledger: there is no file ${file}`, wanted)
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new UsageProblem(`${path} is no ledger: it is no JSON`, wanted)
  }
  if (isLedger(content)) return comparedLedger(content)
  if (isSnapshot(content)) return acceptedLedger(content)
  throw new UsageProblem(`${path} is no ledger: it has no figures`, wanted)
}

/** A ledger as it was published: pages and sentences are known only to a build. */
export const comparedLedger = ({ figures, checks = [], conflicts = [], sources = [], files, sentences }: OlderLedger): ComparedLedger => ({
  figures,
  checks,
  conflicts,
  sources,
  ...(files ? { files } : {}),
  ...(sentences ? { sentences } : {}),
  valuesOnly: false,
})

const acceptedLedger = (snapshot: Snapshot): ComparedLedger => ({
  figures: Object.entries(snapshot).map(([id, { value, unit, zh, en }]) => ({
    id,
    value,
    unit: unit as FigureRecord['unit'],
    shown: { zh, en },
  })),
  checks: [],
  conflicts: [],
  sources: [],
  valuesOnly: true,
})

type OlderLedger = Pick<LedgerRecord, 'figures'> & Partial<LedgerRecord>

const isRecord = (content: unknown): content is Readonly<Record<string, unknown>> =>
  typeof content === 'object' && content !== null && !Array.isArray(content)

const isLedger = (content: unknown): content is OlderLedger =>
  isRecord(content) && Array.isArray(content.figures) && content.figures.every((figure) => isRecord(figure) && isRecord(figure.shown))

const isSnapshot = (content: unknown): content is Snapshot =>
  isRecord(content) &&
  Object.keys(content).length > 0 &&
  Object.values(content).every((figure) => isRecord(figure) && typeof figure.value === 'number' && typeof figure.en === 'string')
