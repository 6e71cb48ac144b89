/** What the balance report says: an entry for each row, each column, each printed total that is off, and everything else worth knowing. */
import type { Problem } from '../../../scripts/ledger/problem.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'

/** `ok` balances; `note` is worth knowing; `warning` is likely a mistake and changes no digit here; `error` is refused. */
export type Severity = 'ok' | 'note' | 'warning' | 'error'

export type FindingKind =
  | 'row'
  | 'column'
  | 'total'
  | 'output'
  | 'unit'
  | 'coefficients'
  | 'column-sum'
  | 'negative-output'
  | 'negative-flow'
  | 'negative-imports'
  | 'idle-sector'
  | 'employment'
  | 'blank'
  | 'text'
  | 'thousands'
  | 'digits'
  | 'imports'
  | 'reading'

export interface Finding {
  readonly kind: FindingKind
  /** The sector’s name; null for what concerns the table. */
  readonly sector: string | null
  /** file:line:column, or file and sheet!B7; null where no one cell is meant. */
  readonly cell: string | null
  /** What is left over, in the unit of the table; null where nothing was summed. */
  readonly gap: number | null
  /** How far printed digits alone may bring it from nought. */
  readonly allowed: number | null
  readonly within: boolean | null
  readonly severity: Severity
  readonly message: Bilingual
  /** Where and how to mend it, of what is refused. */
  readonly problem?: Problem
}

/** A finding about no sum. */
export const remark = (
  kind: FindingKind,
  severity: Severity,
  message: Bilingual,
  {
    sector = null,
    cell = null,
    problem,
  }: { readonly sector?: string | null; readonly cell?: string | null; readonly problem?: Problem } = {},
): Finding => ({ kind, sector, cell, gap: null, allowed: null, within: null, severity, message, ...(problem ? { problem } : {}) })
