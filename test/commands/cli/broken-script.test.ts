/** What is wrong with a script of a report is told as every other mistake is, though Node finds it before a command begins. */
import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { problemOfScript } from '../../../src/commands/cli/broken-script.ts'

const failed = (name: string, message: string, stack: string): Error => Object.assign(new Error(message), { name, stack })
const script = `file://${projectRoot}/scripts/report.ts`

test.each([
  [
    'a slip of TypeScript, at the caret that Node shows',
    failed(
      'SyntaxError',
      'Expression expected',
      `${script}:3\nconst a =\n         ^\n\nSyntaxError: Expression expected\n    at x (node:internal/y:1:1)`,
    ),
    'scripts/report.ts:3:10  this is not TypeScript: Expression expected\n    expected: what an editor underlines here, mended',
  ],
  [
    'a name that the other script does not export',
    failed(
      'SyntaxError',
      "The requested module './index.ts' does not provide an export named 'estimats'",
      `${script}:2\nimport { estimats } from './index.ts'\n         ^^^^^^^^\nSyntaxError: …`,
    ),
    'scripts/report.ts:2:10  ./index.ts exports no “estimats”\n    expected: a name that it exports',
  ],
  [
    'a script that stops while it is read',
    failed(
      'ReferenceError',
      'lamp is not defined',
      `ReferenceError: lamp is not defined\n    at ${script}:5:7\n    at node:internal/z:1:1`,
    ),
    'scripts/report.ts:5:7  the script stops here: lamp is not defined\n    expected: a script that runs to its end',
  ],
])('%s', (_, error, told) => expect(problemOfScript(error)?.message).toBe(told))

test('a script that is not there is told where it is imported', () => {
  const { message } =
    problemOfScript(
      new Error(`Cannot find module '${projectRoot}/scripts/ledger/report.ts' imported from ${projectRoot}/scripts/report.ts`),
    ) ?? {}
  expect(message).toMatch(/^scripts\/report\.ts:\d+:\d+ {2}there is no file scripts\/ledger\/report\.ts to import\n/)
})

test('a script of the report’s pages is one of its scripts too', () => {
  const words = failed(
    'ReferenceError',
    'x is not defined',
    `ReferenceError: x is not defined\n    at file://${projectRoot}/src/report/index.ts?v=2:3:1`,
  )
  expect(problemOfScript(words)?.message).toMatch(/^src\/report\/index\.ts:3:1 {2}the script stops here/)
  const page = failed('ReferenceError', 'x', `ReferenceError: x\n    at file://${projectRoot}/src/pages/index.ts:3:1`)
  expect(problemOfScript(page)).toBeUndefined()
})

test('a script in another encoding is told as such, whatever sign its parser stumbled at', () => {
  const file = `${projectRoot}/scripts/estimates/gbk-${process.pid}.ts`
  writeFileSync(file, Uint8Array.from([0x2f, 0x2f, 0x20, 0xbe, 0xcd]))
  try {
    const { message } = problemOfScript(failed('SyntaxError', 'Unexpected character', `file://${file}:1\n// ??\n   ^\n`)) ?? {}
    expect(message).toBe(`scripts/estimates/gbk-${process.pid}.ts:1:1  the file is not UTF-8\n    expected: the same text, saved as UTF-8`)
  } finally {
    rmSync(file)
  }
})

test('all that is wrong is told before a command begins, and nothing more', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--import',
      `${projectRoot}/src/commands/cli/broken-script.ts`,
      '--input-type=module',
      '--eval',
      `import { Complaints } from '${projectRoot}/scripts/ledger/problem.ts'
       const complaints = new Complaints()
       for (const line of [1, 2]) complaints.add('a slip', { file: 'data/a.yaml', line, column: 1 })
       complaints.stopIfAny()`,
    ],
    { encoding: 'utf8' },
  )
  expect([status, stdout, stderr]).toEqual([1, '', 'data/a.yaml:1:1  a slip\ndata/a.yaml:2:1  a slip\n\nNothing was written.\n'])
})

test('an error of the engine is none of the report’s', () => {
  const own = failed('TypeError', 'x', `TypeError: x\n    at file://${projectRoot}/scripts/ledger/ledger.ts:5:7`)
  expect(problemOfScript(own)).toBeUndefined()
})
