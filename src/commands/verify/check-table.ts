import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import { expectedNames, UsageProblem } from '../../../scripts/ledger/problem.ts'
import type { CheckRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language, Verdict } from '../../../scripts/ledger/types.ts'
import type { Colour } from '../cli/terminal.ts'
import { textTable } from '../cli/text-table.ts'

/** From the worst to the best, as the table lists them. */
export const verdictColours = {
  discrepant: 'red',
  conflicting: 'magenta',
  'within-rounding': 'yellow',
  'not-recomputable': 'blue',
  exact: 'green',
} as const satisfies Record<Verdict, Colour>
export const worstFirst = Object.keys(verdictColours) as Verdict[]

const range = ({ interval }: CheckRecord): string =>
  interval ? interval.map((end) => (end === null ? '…' : plainNumber(end))).join(' – ') : '—'

export interface Asked {
  /** Verdicts with commas between. */
  readonly verdict?: string | undefined
  /** A figure, or the beginning of the ids of several. */
  readonly topic?: string | undefined
  /** Only checks on these figures. */
  readonly figures?: ReadonlySet<string> | undefined
}

/** The checks that are asked for, in their order; an unknown verdict or topic is refused with the nearest. */
export const checksAsked = (checks: readonly CheckRecord[], { verdict, topic, figures }: Asked): CheckRecord[] => {
  const wanted = verdict?.split(',').map((name) => name.trim())
  for (const name of wanted ?? [])
    if (!worstFirst.includes(name as Verdict)) throw new UsageProblem(`there is no verdict “${name}”`, expectedNames(name, worstFirst))
  const about = ({ figure }: CheckRecord) => topic === undefined || figure === topic || figure.startsWith(`${topic}.`)
  if (topic !== undefined && !checks.some(about))
    throw new UsageProblem(
      `no check is about “${topic}”`,
      expectedNames(topic, new Set(checks.flatMap(({ figure }) => [figure.split('.')[0] ?? '', figure]))),
    )
  return checks.filter((check) => about(check) && (!wanted || wanted.includes(check.verdict)) && (!figures || figures.has(check.figure)))
}

/** Checks as a table within a width, the worst first, with reasons in one language. */
export const checkTable = (checks: readonly CheckRecord[], language: Language, width: number): string => {
  const rows = checks
    .toSorted((a, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict))
    .map((check) => [
      check.claim,
      `${check.qualifier ? `${check.qualifier} ` : ''}${check.printed}`,
      check.recomputed === null ? '—' : plainNumber(check.recomputed),
      range(check),
      { text: check.verdict, colour: verdictColours[check.verdict] },
      check.reason?.[language] ?? '',
    ])
  const head = ['claim', 'printed', 'recomputed', 'range', 'verdict', 'reason'].map((text) => ({ text, colour: 'bold' as const }))
  return textTable([head, ...rows], { width, note: head.length - 1 })
}
