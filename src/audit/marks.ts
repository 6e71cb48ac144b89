/** The signs of verdicts beside printed numbers, and the room that they need. */
import type { CheckRecord } from '../../scripts/ledger/publish/record.ts'
import { verdicts } from '../../scripts/ledger/types.ts'
import { byGravity } from './checks.ts'

/** The checks of one cell that end alike. */
export interface Mark {
  readonly verdict: CheckRecord['verdict']
  readonly claims: readonly string[]
}

/** The signs of verdicts beside a printed number; their words stand in the legend and for those who do not see them. */
export const signs = {
  exact: '✓',
  'within-rounding': '≈',
  discrepant: '✗',
  conflicting: '≠',
  'not-recomputable': '○',
} as const satisfies Record<CheckRecord['verdict'], string>

/** One mark for each verdict among the checks, the gravest first. */
export const marksOf = (checks: readonly CheckRecord[]): readonly Mark[] =>
  byGravity.flatMap((verdict) => {
    const claims = checks.filter((check) => check.verdict === verdict).map(({ claim }) => claim)
    return claims.length > 0 ? [{ verdict, claims }] : []
  })

/** How many signs the fullest cell of each column has. */
export const roomOf = (
  rows: readonly (readonly { readonly checks: readonly CheckRecord[]; readonly unfollowed?: boolean }[])[],
): readonly number[] =>
  (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => Math.max(marksOf(row[column]?.checks ?? []).length, row[column]?.unfollowed ? 1 : 0))),
  )

/** The verdicts that a legend has to explain. */
export const verdictsIn = (checks: readonly CheckRecord[]): readonly CheckRecord['verdict'][] =>
  verdicts.filter((verdict) => checks.some((check) => check.verdict === verdict))
