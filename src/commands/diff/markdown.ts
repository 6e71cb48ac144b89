import type { RootCause } from './causes.ts'
import type { Comparison, ListChange, Move, Single } from './comparison.ts'
import { causeNames, effectOf, inSight, plural, relativeText, shortHeadline } from './words.ts'

/** GitHub takes no comment of more than 65,536 characters; some are left for what a workflow adds. */
export const longestComment = 65_000

/** Rows of a table, from all to few, that are tried until the whole is short enough. */
const trials = [Number.POSITIVE_INFINITY, 300, 150, 80, 40, 20, 10, 5, 2, 0] as const
const longestCell = 600

/** A comparison for a pull request: the headline and the causes first, the rest to be unfolded; cut, and said so, where it is too long. */
export const diffMarkdown = (comparison: Comparison, longest = longestComment): string => {
  for (const rows of trials) {
    const text = written(comparison, rows)
    if (text.length <= longest) return text
  }
  return `**${shortHeadline(comparison)}**\n`
}

const written = (comparison: Comparison, most: number): string => {
  const { added, removed, moved, causes, sentences, oneSided, verdicts, checks, conflicts, sources, files, valuesOnly } = comparison
  const number = new Map(causes.map(({ key }, index) => [key, index + 1]))
  const by = (move: Move) => move.causes.map((key) => `[${number.get(key)}]`).join('')
  const seen = inSight(moved, 'seen')
  const hidden = inSight(moved, 'hidden')
  const ranges = inSight(moved, 'range')
  const causeList = causes.slice(0, Math.max(most, 3))
  const whole = [
    `**${shortHeadline(comparison)}**`,
    valuesOnly && 'One side knows values alone: what it printed, how it computed and what it said is not known.',
    causeList.map((cause, index) => `${index + 1}. ${causeMarkdown(cause)}`).join('\n'),
    causeList.length < causes.length && `… and ${plural(causes.length - causeList.length, 'more cause')}`,
    folded(
      plural(verdicts.length, 'verdict'),
      ['claim', 'printed', 'recomputed', 'verdict', 'reason'],
      verdicts.map(({ claim, before, after, reason }) => [
        code(claim),
        change(before.printed, after.printed),
        change(String(before.recomputed ?? '—'), String(after.recomputed ?? '—')),
        change(before.verdict, after.verdict),
        plain(reason?.en ?? ''),
      ]),
      most,
      true,
    ),
    folded(
      `${plural(seen.length, 'figure')} moved`,
      ['figure', 'en', 'zh', 'change', 'by', 'unrounded'],
      seen.map((move) => [
        code(move.id),
        change(move.before.shown.en, move.after.shown.en),
        change(move.before.shown.zh, move.after.shown.zh),
        relativeText(move.relative),
        by(move),
        unrounded(move),
      ]),
      most,
      true,
    ),
    folded(
      `${plural(sentences.length, 'sentence')}${oneSided ? ' of the one side whose pages are known' : ''}`,
      oneSided ? ['page', 'sentence'] : ['page', 'was', 'is'],
      sentences.map(({ page, before, after }) => {
        if (oneSided) return [code(page), plain(before ?? after ?? '')]
        const same = before !== null && before === after
        const [was, is] = same ? [plain(before), '<i>the same words, which rest on what moved: read them again</i>'] : marked(before, after)
        return [code(page), was, is]
      }),
      most,
      true,
    ),
    folded(
      `${plural(hidden.length, 'figure')} moved less than shows`,
      ['figure', 'shown', 'change', 'by', 'unrounded'],
      hidden.map((move) => [code(move.id), plain(move.after.shown.en), relativeText(move.relative), by(move), unrounded(move)]),
      most,
    ),
    folded(
      `${plural(ranges.length, 'figure')} moved in range alone`,
      ['figure', 'shown', 'by'],
      ranges.map((move) => [code(move.id), plain(move.after.shown.en), by(move)]),
      most,
    ),
    singles('added', added, most),
    singles('removed', removed, most),
    list('checks', { ...checks, changed: [] }, most),
    list('conflicts inside the sources', conflicts, most),
    list('sources', sources, most),
    files && list('files behind the numbers', files, most),
    most < Number.POSITIVE_INFINITY && `Tables are cut at ${most} rows. \`npm run -s diff -- OLD NEW\` tells all.`,
  ]
  return `${whole.filter(Boolean).join('\n\n')}\n`
}

/** GitHub marks up, links and calls people by what stands in text; nothing that comes from data may. */
export const plain = (text: string): string =>
  (text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/[@#](?=\w)/g, '$&<!-- -->')
    .replace(/(?<=\bhttps?)(?=:)|(?<=\bwww)(?=\.)/g, '<!-- -->')
    .replace(/\s+/g, ' ')

/** Text as it stands, in letters of one width; a fence longer than any in it, and no bar that would end a table's cell. */
const code = (text: string): string => {
  const short = (text.length > longestCell ? `${text.slice(0, longestCell)}…` : text).replace(/\s+/g, ' ')
  const fence = '`'.repeat(Math.max(0, ...[...short.matchAll(/`+/g)].map(([ticks]) => ticks.length)) + 1)
  const space = /^`|`$/.test(short) ? ' ' : ''
  return `${fence}${space}${short.replaceAll('|', '\\|')}${space}${fence}`
}

const change = (before: string, after: string): string => (before === after ? plain(after) : `${plain(before)} → <b>${plain(after)}</b>`)

const causeMarkdown = (cause: RootCause): string => {
  const { kind, what, before, after, place } = cause
  // Outside a table a bar ends nothing, and a backslash in code would be seen.
  const bare = (text: string) => code(text).replaceAll('\\|', '|')
  const quote = (text?: string) => {
    if (text === undefined) return 'not known'
    return kind === 'input' ? `“${plain(text)}”` : bare(text)
  }
  const told =
    before === undefined && after === undefined ? '' : `: ${quote(before)} → ${kind === 'input' ? `<b>${quote(after)}</b>` : quote(after)}`
  return `${causeNames[kind]} ${bare(what)}${told}${place ? ` (${bare(place)})` : ''} **${effectOf(cause)}**`
}

const unrounded = ({ before, after }: Move): string =>
  before.unit === after.unit
    ? `${before.value} → ${after.value} ${after.unit}`
    : `${before.value} ${before.unit} → ${after.value} ${after.unit}`

const folded = (
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  most: number,
  open = false,
): string | false => {
  if (rows.length === 0) return false
  const kept = rows.slice(0, most)
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = kept.length > 0 ? [line(head), line(head.map(() => '---')), ...kept.map(line)].join('\n') : ''
  const more = rows.length - kept.length
  return [
    `<details${open && rows.length <= 20 ? ' open' : ''}><summary>${title}</summary>`,
    ...(table ? [table] : []),
    ...(more > 0 ? [`… and ${more} more`] : []),
    '</details>',
  ].join('\n\n')
}

const singles = (what: string, figures: readonly Single[], most: number) =>
  folded(
    `${plural(figures.length, 'figure')} ${what}`,
    ['figure', 'en', 'zh', 'label', 'place'],
    figures.map(({ id, shown, label, place }) => [
      code(id),
      plain(shown.en),
      plain(shown.zh),
      plain(label?.en ?? ''),
      place ? code(place) : '',
    ]),
    most,
  )

const list = (what: string, { added, removed, changed }: ListChange, most: number) => {
  const rows = [
    ...added.map((id) => ['added', code(id)]),
    ...removed.map((id) => ['removed', code(id)]),
    ...changed.map((id) => ['changed', code(id)]),
  ]
  return folded(`${rows.length} ${what}`, ['', ''], rows, most)
}

/** Two texts with what differs between them set bold, whole words and numbers of it. */
export const marked = (before: string | null, after: string | null): readonly [string, string] => {
  if (before === null || after === null) return [plain(before ?? '—'), plain(after ?? '—')]
  const [old, now] = [pieces(before), pieces(after)]
  let start = 0
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start += 1
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end += 1
  const bold = (all: readonly string[]) => {
    const part = (from: number, to: number) => plain(all.slice(from, to).join(''))
    const middle = part(start, all.length - end)
    return `${part(0, start)}${middle && `<b>${middle}</b>`}${part(all.length - end, all.length)}`
  }
  return [bold(old), bold(now)]
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const pieces = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment)
