/** Compares two ledgers: what came, went and moved, what moved it, and where readers meet it. */
import { readFileSync } from 'node:fs'
import { type FigureRecord, type LedgerRecord, UsageProblem } from '../index.ts'
import { commandLine } from './arguments.ts'
import { run } from './run.ts'
import { textTable } from './text-table.ts'

const read = (file: string): LedgerRecord => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LedgerRecord
  } catch {
    throw new UsageProblem(`${file} is no ledger`, 'a ledger.json that exists')
  }
}

interface Move {
  readonly before: FigureRecord
  readonly after: FigureRecord
}

/** What a moved figure was moved by: its own print or formula, or the moved figures it is computed from. */
const causesOf = ({ before, after }: Move, moved: ReadonlyMap<string, Move>): string => {
  const own = [
    before.printed !== after.printed && `printed “${before.printed}” → “${after.printed}” (${after.dataScript})`,
    before.formula !== after.formula && `formula ${before.formula} → ${after.formula} (${after.formulaScript})`,
    String(before.inputs) !== String(after.inputs) && `inputs ${before.inputs?.join(', ')} → ${after.inputs?.join(', ')} (${after.script})`,
  ].filter(Boolean)
  const through = (after.inputs ?? []).filter((id) => moved.has(id))
  return [...own, through.length > 0 && `through ${through.join(', ')}`].filter(Boolean).join('; ') || 'code that no formula shows'
}

await run(() => {
  const { flags, words } = commandLine(['md', 'json'], ['OLD.json', 'NEW.json'])
  const [older, newer] = [read(words[0] ?? ''), read(words[1] ?? '')]
  const before = new Map(older.figures.map((figure) => [figure.id, figure]))
  const after = new Map(newer.figures.map((figure) => [figure.id, figure]))
  const added = newer.figures.filter(({ id }) => !before.has(id))
  const removed = older.figures.filter(({ id }) => !after.has(id))
  const moved = new Map(
    newer.figures.flatMap((figure) => {
      const old = before.get(figure.id)
      return old && (old.value !== figure.value || old.shown.zh !== figure.shown.zh || old.shown.en !== figure.shown.en)
        ? [[figure.id, { before: old, after: figure }] as const]
        : []
    }),
  )
  const verdicts = newer.checks.flatMap((check) => {
    const old = older.checks.find(({ claim }) => claim === check.claim)
    return old && old.verdict !== check.verdict ? [{ claim: check.claim, before: old.verdict, after: check.verdict }] : []
  })
  const moves = [...moved.values()].map((move) => ({
    id: move.after.id,
    before: { value: move.before.value, shown: move.before.shown },
    after: { value: move.after.value, shown: move.after.shown },
    hidden: move.before.shown.zh === move.after.shown.zh && move.before.shown.en === move.after.shown.en,
    cause: causesOf(move, moved),
    usedIn: move.after.usedIn,
  }))
  if (flags.has('json')) {
    console.log(JSON.stringify({ added: added.map(({ id }) => id), removed: removed.map(({ id }) => id), moved: moves, verdicts }, null, 1))
    return
  }
  const visible = moves.filter(({ hidden }) => !hidden)
  const hidden = moves.filter((move) => move.hidden)
  const rows = (list: typeof moves) =>
    list.map(({ id, before: old, after: now, cause, usedIn }) => [
      id,
      `${old.shown.en} → ${now.shown.en}`,
      `${old.value} → ${now.value}`,
      cause,
      usedIn.join(' '),
    ])
  const head = ['figure', 'as shown', 'unrounded', 'moved by', 'used in']
  const table = (list: readonly (readonly string[])[]) =>
    flags.has('md')
      ? [head, head.map(() => '---'), ...list].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
      : textTable([head, ...list])
  const title = (text: string) => (flags.has('md') ? `\n### ${text}\n` : `\n${text}`)
  console.log(
    `${added.length} figures added, ${removed.length} removed, ${visible.length} moved, ${hidden.length} moved less than shows; ${verdicts.length} verdicts changed.`,
  )
  if (added.length > 0) console.log(title('Added'), `\n${added.map(({ id, shown }) => `${id} = ${shown.en}`).join('\n')}`)
  if (removed.length > 0) console.log(title('Removed'), `\n${removed.map(({ id, shown }) => `${id} = ${shown.en}`).join('\n')}`)
  if (visible.length > 0) console.log(`${title('Moved')}\n${table(rows(visible))}`)
  if (hidden.length > 0) console.log(`${title('Moved, and rounding hides it')}\n${table(rows(hidden))}`)
  if (verdicts.length > 0)
    console.log(`${title('Verdicts')}\n${verdicts.map((change) => `${change.claim}: ${change.before} → ${change.after}`).join('\n')}`)
})
