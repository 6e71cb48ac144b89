import type { RootCause } from './causes.ts'
import type { Comparison, Move } from './comparison.ts'
import type { Sight } from './sight.ts'

/** Words that the text and the markdown of a comparison share. */

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

export const inSight = (moved: readonly Move[], sight: Sight): readonly Move[] => moved.filter((move) => move.sight === sight)

/** "2 figures added, 1 removed, 14 moved, 3 moved less than shows; 1 verdict changed." */
export const headline = ({ added, removed, moved, verdicts }: Comparison): string => {
  const ranges = inSight(moved, 'range').length
  return [
    `${plural(added.length, 'figure')} added`,
    `${removed.length} removed`,
    `${inSight(moved, 'seen').length} moved`,
    `${inSight(moved, 'hidden').length} moved less than shows`,
    ...(ranges > 0 ? [`${ranges} moved in range alone`] : []),
  ]
    .join(', ')
    .concat(`; ${plural(verdicts.length, 'verdict')} changed.`)
}

/** The same in short: only what there is. "5 figures moved, 1 verdict changed." */
export const shortHeadline = (comparison: Comparison): string => {
  const { added, removed, moved, verdicts, checks } = comparison
  const counts: readonly (readonly [number, string])[] = [
    [inSight(moved, 'seen').length, 'moved'],
    [added.length, 'added'],
    [removed.length, 'removed'],
    [inSight(moved, 'hidden').length, 'moved less than shows'],
    [inSight(moved, 'range').length, 'moved in range alone'],
  ]
  const figures = counts
    .filter(([count]) => count > 0)
    .map(([count, what], index) => `${index === 0 ? plural(count, 'figure') : count} ${what}`)
  const judged = [
    verdicts.length > 0 && `${plural(verdicts.length, 'verdict')} changed`,
    checks.added.length > 0 && `${plural(checks.added.length, 'check')} added`,
    checks.removed.length > 0 && `${plural(checks.removed.length, 'check')} removed`,
  ].filter((part) => part !== false)
  return `${[figures.join(', ') || 'No figure moved', ...judged].join('; ')}.`
}

/** A relative change with the digits that tell it: +1.2%, −0.39%, ×2.5 beyond a doubling. */
export const relativeText = (relative: number | null): string => {
  if (relative === null) return ''
  if (relative === 0) return '0%'
  if (relative >= 1) return `×${Number((relative + 1).toPrecision(3))}`
  const percent = Math.abs(relative * 100)
  if (percent < 0.001) return 'under 0.001%'
  return `${relative < 0 ? '−' : '+'}${Number(percent.toPrecision(percent < 1 ? 2 : 3))}%`
}

/** "moves 14 figures, 3 less than shows": what a root cause does. */
export const effectOf = ({ moves }: RootCause): string => {
  const parts = [
    moves.seen.length > 0 && plural(moves.seen.length, 'figure'),
    moves.hidden.length > 0 && `${moves.hidden.length} less than shows`,
    moves.range.length > 0 && `${moves.range.length} in range alone`,
  ].filter(Boolean)
  return parts.length > 0 ? `moves ${parts.join(', ')}` : 'moves nothing'
}

/** What a root cause is called, without its values. */
export const causeNames = {
  input: 'printed input',
  formula: 'formula',
  arguments: 'what a figure is computed from:',
  definition: 'how a figure is declared:',
  file: 'file',
  unknown: 'what the ledgers do not tell, at',
} as const satisfies Record<RootCause['kind'], string>
