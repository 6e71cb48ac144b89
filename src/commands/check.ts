/**
 * Tells everything that is wrong in data, scripts and chapters, without building: `npm run check [-- --fix] [--json] [FILES]`.
 * Ends with 1 if there is anything. `--fix` mends what is safe to mend: spaces, marks and quotes in prose.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { type Problem, UsageProblem } from '../../scripts/ledger/problem.ts'
import { edited, type Finding } from '../markdown/lint/finding.ts'
import { allFindings, mendableFindings } from '../markdown/lint/index.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'

/** A problem in parts, for other tools. */
const parts = ({ problem: { what, place, expected }, edit }: Finding) => ({
  ...place,
  what,
  expected: expected ?? null,
  fixable: edit !== undefined,
})

/** The findings in the files asked for, or all. */
const among =
  (words: readonly string[]) =>
  ({ problem: { place } }: Finding): boolean =>
    words.length === 0 || words.some((word) => place.file === word || place.file.startsWith(`${word}/`))

/** Writes the edits, file by file; mending one thing may show another, so it is done until nothing is left to mend. */
const mend = (asked: (finding: Finding) => boolean): number => {
  let mended = 0
  for (let pass = 0; pass < 5; pass++) {
    const edits = Map.groupBy(mendableFindings(projectRoot).filter(asked), ({ problem }) => problem.place.file)
    if (edits.size === 0) break
    for (const [file, findings] of edits) {
      const text = readFileSync(`${projectRoot}/${file}`, 'utf8')
      writeFileSync(
        `${projectRoot}/${file}`,
        edited(
          text,
          findings.flatMap(({ edit }) => edit ?? []),
        ),
      )
      mended += findings.length
      for (const { problem } of findings) console.error(`mended ${oneLine(problem)}`)
    }
  }
  return mended
}

const oneLine = ({ message }: Problem): string => message.replace('\n    expected: ', '  →  ')

await run(() => {
  const { flags, words } = commandLine({
    name: 'check',
    does: 'Tells everything that is wrong in data, scripts and chapters, without building.',
    words: { '[FILES …]': 'files or folders; all if left out' },
    flags: { fix: { hint: 'mends spaces, marks and quotes in prose' }, json: { hint: 'prints findings for other tools' } },
    exits: { 1: 'something is wrong' },
  })
  const files = words.map((word) => {
    const name = relative(projectRoot, resolve(word))
    if (!existsSync(resolve(word)) || name.startsWith('..'))
      throw new UsageProblem(`there is no file ${word} in the project`, 'files or folders of the project, or none for all')
    return name
  })
  const mended = flags.has('fix') ? mend(among(files)) : 0
  const findings = allFindings(projectRoot).filter(among(files))
  if (findings.length > 0) process.exitCode = 1
  if (flags.has('json')) {
    process.stdout.write(`${JSON.stringify(findings.map(parts), null, 1)}\n`)
    return
  }
  for (const list of Map.groupBy(findings, ({ problem }) => problem.place.file).values())
    console.log(`${list.map(({ problem }) => problem.message).join('\n')}\n`)
  const fixable = findings.filter(({ edit }) => edit).length
  const count = findings.length === 0 ? 'Nothing is wrong.' : `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`
  console.log(
    [mended > 0 && `${mended} mended.`, count, fixable > 0 && `${fixable} can be mended by npm run check -- --fix.`]
      .filter(Boolean)
      .join(' '),
  )
})
