/**
 * Holds every printed result against its recomputation, and every figure against the accepted snapshot.
 * Ends with 1 if a check that is not exact has no reason or a figure moved.
 */
import { site } from '#site'
import { printedText } from '../../scripts/ledger/data/data-types.ts'
import { projectRoot, reportDraft } from '../../scripts/ledger/index.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { commandLine, terminalLanguage } from './cli/arguments.ts'
import { run, tellUnexplained } from './cli/run.ts'
import { coloured, onTerminal, terminalWidth, whileBusy } from './cli/terminal.ts'
import { textTable } from './cli/text-table.ts'
import { checksAsked, checkTable, verdictColours, worstFirst } from './verify/check-table.ts'
import { type Accepted, type Movement, movementsSince, readSnapshot, snapshotFile, snapshotOf } from './verify/snapshot-file.ts'

/** How many moved figures are told one by one on a terminal. */
const mostTold = 30

/** What may tell one state of a figure from another, the plainest first. */
const aspects = (language: 'zh' | 'en'): readonly [(state: Accepted) => string, ...((state: Accepted) => string)[]] => [
  (state) => state[language],
  ({ value, unit }) => `${value} ${unit}`,
  ({ range }) => (range ? `${range[0] ?? '…'} – ${range[1] ?? '…'}` : 'no range'),
  ({ checks }) =>
    Object.entries(checks ?? {})
      .map(([claim, verdict]) => `${claim} ${verdict}`)
      .join(', ') || 'no check',
]

/** What a new input says on a page, beside what its source prints: a wrong unit, hours for ten thousand hours, is seen here or nowhere. */
const tellNew = (movements: readonly Movement[], { figures }: Ledger): void => {
  const rows = movements.flatMap(({ id, before, after }) => {
    const input = figures.get(id)?.input
    return !before && after && input
      ? [[id, after.zh, after.en, `printed “${printedText(input)}”`, `${input.place.file}:${input.place.line}`]]
      : []
  })
  if (rows.length === 0) return
  console.error(
    '\nNew inputs as readers meet them. Nothing else tells a wrong unit of one that no claim rests on: read them beside the source.',
  )
  console.error(textTable(onTerminal() ? rows.slice(0, mostTold) : rows))
  if (onTerminal() && rows.length > mostTold) console.error(`  … and ${rows.length - mostTold} more`)
}

const tellMovements = (movements: readonly Movement[]): void => {
  const language = terminalLanguage()
  const told = onTerminal() ? movements.slice(0, mostTold) : movements
  console.error(`\n${movements.length} ${movements.length === 1 ? 'figure is' : 'figures are'} not as accepted in ${snapshotFile}:`)
  console.error(
    textTable(
      told.map(({ id, before, after }) => {
        const aspect = aspects(language).find((text) => before && after && text(before) !== text(after)) ?? aspects(language)[0]
        return [id, before ? aspect(before) : 'not there', '→', after ? aspect(after) : 'gone']
      }),
    ),
  )
  if (told.length < movements.length) console.error(`  … and ${movements.length - told.length} more`)
  console.error(`
Why they moved, and which sentences that touches:  npm run -s diff -- OLD/dist dist
What moved against the accepted figures:           npm run -s diff -- ${snapshotFile}
If it is meant:                                    npm run snapshot, and commit ${snapshotFile} with the change`)
}

await run(() => {
  const { flags, values } = commandLine({
    name: 'verify',
    does: `Holds every printed result against its recomputation, and every figure against ${snapshotFile}.
On a terminal, what is exact is counted and not listed; the worst stands first.`,
    flags: {
      all: { hint: 'lists what is exact too, as is always done in a pipe' },
      verdict: { value: 'V,…', hint: `only these verdicts: ${worstFirst.join(', ')}` },
      topic: { value: 'ID', hint: `only checks on this figure, or on those whose ids begin with it: ${site.examples.topics.join(', ')}` },
      changed: { hint: 'only checks on figures that are not as accepted' },
      json: { hint: 'prints the checks for other tools' },
    },
    exits: { 1: 'a check that is not exact has no reason, or a figure moved' },
    examples: ['npm run -s verify -- --verdict discrepant,conflicting', 'npm run -s verify -- --topic retail --all'],
  })
  const { ledger, unexplained } = whileBusy('computing the ledger', () => reportDraft())
  const movements = movementsSince(readSnapshot(projectRoot), snapshotOf(ledger))
  const moved = new Set(movements.map(({ id }) => id))
  const checks = checksAsked(ledger.checks, { ...values, figures: flags.has('changed') ? moved : undefined })
  if (movements.length > 0) process.exitCode = 1
  if (flags.has('json')) {
    process.stdout.write(`${JSON.stringify(checks, null, 1)}\n`)
  } else {
    const folds = onTerminal() && !flags.has('all') && !values.verdict
    const listed = folds ? checks.filter(({ verdict }) => verdict !== 'exact') : checks
    if (listed.length > 0) console.log(`${checkTable(listed, terminalLanguage(), terminalWidth())}\n`)
    const counts = worstFirst.map((verdict) =>
      coloured(verdictColours[verdict], `${checks.filter((check) => check.verdict === verdict).length} ${verdict}`),
    )
    const unlisted = listed.length < checks.length ? ' (-- --all lists them)' : ''
    const accepted = movements.length === 0 ? ', all as accepted' : ''
    console.log(`${checks.length} checks: ${counts.join(', ')}${unlisted}. ${ledger.figures.size} figures${accepted}.`)
  }
  if (movements.length > 0) {
    tellMovements(movements)
    tellNew(movements, ledger)
  }
  tellUnexplained(unexplained)
})
