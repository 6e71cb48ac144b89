import { coloured, terminalWidth } from '../cli/terminal.ts'
import { type Cell, textTable, wrapped } from '../cli/text-table.ts'
import type { RootCause } from './causes.ts'
import type { Comparison, ListChange, Move, Single } from './comparison.ts'
import { causeNames, effectOf, headline, inSight, relativeText } from './words.ts'

/** A comparison for people at a terminal, or in a pipe. */
export const diffText = (comparison: Comparison): string => {
  const { added, removed, moved, causes, sentences, oneSided, verdicts, files, valuesOnly } = comparison
  const number = new Map(causes.map(({ key }, index) => [key, index + 1]))
  const seen = inSight(moved, 'seen')
  const hidden = inSight(moved, 'hidden')
  const ranges = inSight(moved, 'range')
  return [
    headline(comparison),
    valuesOnly && 'One side knows values alone: what it printed, how it computed and what it said is not known.',
    section('What moved them', causes.map((cause, index) => causeText(cause, index + 1)).join('\n')),
    section('Moved', seen.length > 0 && moveTable(seen, number)),
    section('Moved, and rounding hides it', hidden.length > 0 && hiddenTable(hidden, number)),
    section('Moved in the range that rounding leaves, and not in value', ranges.map(({ id }) => id).join('\n')),
    section('Added', singles(added)),
    section('Removed', singles(removed)),
    section(oneSided ? 'Sentences of the one side whose pages are known' : 'Sentences', sentences.map(sentenceText).join('\n')),
    section(
      'Verdicts',
      verdicts
        .map(({ claim, before, after, reason }) =>
          [
            `${claim}: ${before.verdict} → ${coloured(after.verdict === 'exact' ? 'green' : 'red', after.verdict)}`,
            `  printed ${before.printed === after.printed ? `“${after.printed}”` : `“${before.printed}” → “${after.printed}”`}, recomputed ${before.recomputed ?? '—'} → ${after.recomputed ?? '—'}`,
            ...(reason ? [`  ${reason.en}`] : []),
          ].join('\n'),
        )
        .join('\n'),
    ),
    section('Checks', listText({ ...comparison.checks, changed: [] })),
    section('Conflicts inside the sources', listText(comparison.conflicts)),
    section('Sources', listText(comparison.sources)),
    section('Files behind the numbers', files && listText(files)),
  ]
    .filter(Boolean)
    .join('\n')
}

const section = (title: string, body: string | false | null): string | false => (body ? `\n${coloured('bold', title)}\n${body}` : false)

const causeText = (cause: RootCause, index: number): string => {
  const { kind, what, before, after, place } = cause
  const quote = (text?: string) => (kind === 'input' && text ? `“${text}”` : (text ?? 'not known'))
  const width = terminalWidth() - 6
  const change = before === undefined && after === undefined ? [] : [`${quote(before)} → ${quote(after)}`]
  return [
    `[${index}] ${causeNames[kind]} ${coloured('bold', what)}   ${place ?? ''}`.trimEnd(),
    ...[...change, effectOf(cause)].flatMap((text) => wrapped(text, width).map((line) => `      ${line}`)),
  ].join('\n')
}

const causesOf = (move: Move, number: ReadonlyMap<string, number>): string =>
  move.causes.map((key) => `[${number.get(key)}]`).join('') || '—'

const head = (...names: string[]): Cell[] => names.map((text) => ({ text, colour: 'bold' }))

const moveTable = (moves: readonly Move[], number: ReadonlyMap<string, number>): string =>
  textTable(
    [
      head('figure', 'was', 'is', '曾为', '今为', 'change', 'by', 'unrounded'),
      ...moves.map((move): Cell[] => [
        move.id,
        { text: move.before.shown.en, colour: 'red' },
        { text: move.after.shown.en, colour: 'green' },
        { text: move.before.shown.zh, colour: 'red' },
        { text: move.after.shown.zh, colour: 'green' },
        relativeText(move.relative),
        causesOf(move, number),
        unrounded(move),
      ]),
    ],
    { width: terminalWidth(), note: 7 },
  )

const hiddenTable = (moves: readonly Move[], number: ReadonlyMap<string, number>): string =>
  textTable(
    [
      head('figure', 'shown', 'change', 'by', 'unrounded'),
      ...moves.map((move) => [move.id, move.after.shown.en, relativeText(move.relative), causesOf(move, number), unrounded(move)]),
    ],
    { width: terminalWidth(), note: 4 },
  )

const unrounded = ({ before, after }: Move): string =>
  before.unit === after.unit
    ? `${before.value} → ${after.value} ${after.unit}`
    : `${before.value} ${before.unit} → ${after.value} ${after.unit}`

const singles = (list: readonly Single[]): string =>
  list.length === 0
    ? ''
    : textTable(
        list.map(({ id, shown, label, place }) => [id, shown.en, shown.zh, place ?? '', label?.en ?? '']),
        { width: terminalWidth(), note: 4 },
      )

const sentenceText = ({ page, before, after }: Comparison['sentences'][number]): string => {
  const lines = (sign: string, text: string) =>
    wrapped(text, terminalWidth() - 4).map((line, index) => `  ${index === 0 ? sign : ' '} ${line}`)
  if (before !== null && before === after)
    return [page, ...lines(' ', before), '    (the same words, which rest on what moved: read them again)'].join('\n')
  return [
    page,
    ...(before === null ? [] : lines('−', before).map((line) => coloured('red', line))),
    ...(after === null ? [] : lines('+', after).map((line) => coloured('green', line))),
  ].join('\n')
}

const listText = ({ added, removed, changed }: ListChange): string =>
  [...added.map((id) => `+ ${id}`), ...removed.map((id) => `− ${id}`), ...changed.map((id) => `~ ${id}`)].join('\n')
