/** One row of the bench: what was measured, what came out, and the goal where there is one. */
export type Measured = readonly [what: string, now: string, goal: string]

/** 0.934 -> "93.4 %". */
export const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** What goes on meanwhile, for a person who waits; the results alone go to standard output. */
export const tellProgress = (text: string): void => {
  console.error(text)
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
