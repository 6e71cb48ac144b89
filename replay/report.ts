/** One thing that the ledger says otherwise than it was found to be. */
export interface Difference {
  readonly examined: string
  /** The figure, claim, file or page. */
  readonly id: string
  readonly what: string
  readonly expected: string
  readonly found: string
}

/** How many things of a kind were looked at, and how many differ. */
export interface Count {
  readonly examined: string
  readonly count: number
  readonly differing: number
}

export interface Report {
  readonly counts: readonly Count[]
  readonly differences: readonly Difference[]
  /** What could not be looked at, in sentences. */
  readonly notes: readonly string[]
}

/** Gathers a report. */
export interface Examiner {
  /** Counts one thing of a kind; names it if `holds` is false. */
  readonly see: (examined: string, id: string, what: string, holds: boolean, expected: unknown, found: unknown) => void
  /** Runs a part that may throw; what it throws is a difference. */
  readonly attempt: (examined: string, id: string, what: string, part: () => void) => void
  readonly note: (sentence: string) => void
  readonly report: () => Report
}

const words = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing'))

export const examiner = (onProgress: (examined: string) => void = () => {}): Examiner => {
  const counts = new Map<string, { count: number; differing: number }>()
  const differences: Difference[] = []
  const notes: string[] = []
  const countOf = (examined: string) => {
    const known = counts.get(examined)
    if (known) return known
    onProgress(examined)
    const fresh = { count: 0, differing: 0 }
    counts.set(examined, fresh)
    return fresh
  }
  const differs = (examined: string, id: string, what: string, expected: unknown, found: unknown): void => {
    countOf(examined).differing += 1
    differences.push({ examined, id, what, expected: words(expected), found: words(found) })
  }
  return {
    see: (examined, id, what, holds, expected, found) => {
      countOf(examined).count += 1
      if (!holds) differs(examined, id, what, expected, found)
    },
    attempt: (examined, id, what, part) => {
      try {
        part()
      } catch (error) {
        countOf(examined).count += 1
        differs(examined, id, what, 'something that can be worked out', error instanceof Error ? error.message : String(error))
      }
    },
    note: (sentence) => {
      notes.push(sentence)
    },
    report: () => ({ counts: [...counts].map(([examined, count]) => ({ examined, ...count })), differences, notes }),
  }
}

const named = 20

/** The report for people: one line a kind, then the first differences. */
export const inWords = ({ counts, differences, notes }: Report, ledger: string): string => {
  const width = Math.max(...counts.map(({ examined }) => examined.length))
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return [
    ...counts.map(
      ({ examined, count, differing }) =>
        `${examined.padEnd(width)}  ${String(count).padStart(6)}  ${differing === 0 ? 'agree' : `${differing} differ${differing === 1 ? 's' : ''}`}`,
    ),
    ...notes,
    '',
    ...differences
      .slice(0, named)
      .flatMap(({ examined, id, what, expected, found }) => [
        `${id}: ${what} (${examined})`,
        `  expected  ${expected}`,
        `  found     ${found}`,
      ]),
    ...(differences.length > named ? [`… and ${differences.length - named} more: --json tells all.`] : []),
    differences.length === 0
      ? `${ledger}: ${total} things examined; all agree.`
      : `${ledger}: ${total} things examined; ${differences.length} differ${differences.length === 1 ? 's' : ''}.`,
  ].join('\n')
}
