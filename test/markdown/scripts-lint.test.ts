/** What `check` says of scripts that stand there and that nothing uses, and of those that compute another number at each run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Finding } from '../../src/markdown/lint/finding.ts'
import { strayEstimates, unsteadyScripts, unusedFormulas } from '../../src/markdown/lint/scripts.ts'

const told = (findings: readonly Finding[]): string[] => findings.map(({ problem }) => problem.message.replace('\n    expected: ', ' → '))

const inFolder = (files: Readonly<Record<string, string>>, work: (root: string) => void): void => {
  const root = mkdtempSync(`${tmpdir()}/scripts-`)
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(`${root}/${file}`), { recursive: true })
      writeFileSync(`${root}/${file}`, text)
    }
    work(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

test('an estimate that no list leads to is told; a list, and what lists import, are not', () => {
  const declares = (name: string) => `export const ${name} = [derived({ id: '${name}' })]\n`
  inFolder(
    {
      'scripts/report.ts': "import { estimates } from './index.ts'\n",
      'scripts/index.ts': "import { lamp } from './estimates/point/lamp.ts'\n",
      'scripts/estimates/point/lamp.ts': `import { oil } from './oil.ts'\n${declares('lamp')}`,
      'scripts/estimates/point/oil.ts': declares('oil'),
      'scripts/estimates/point/keepers.ts': declares('keepers'),
      'scripts/estimates/point/words.ts': "export const words = 'no figure'\n",
    },
    (root) =>
      expect(told(strayEstimates(root))).toEqual([
        'scripts/estimates/point/keepers.ts:1:1  the figures that are declared here are in no list, and no page can show them → keepers among the estimates of scripts/index.ts',
      ]),
  )
})

test('a formula of the report that no figure is computed by is told; the engine’s are a shelf', () => {
  const formula = (name: string, file: string) => [name, { name, file, line: 9 }] as const
  const ledger = {
    formulas: new Map([
      formula('oilBurned', 'scripts/formulas/oil-burned.ts'),
      formula('wickWorn', 'scripts/formulas/wick-worn.ts'),
      formula('balance', 'scripts/ledger/formulas/balance.ts'),
    ]),
    figures: new Map([['litres', { formula: { name: 'oilBurned' } }]]),
  } as unknown as Ledger
  expect(told(unusedFormulas(ledger))).toEqual([
    'scripts/formulas/wick-worn.ts:9:1  no figure is computed by wickWorn → a figure that is, or no such file',
  ])
})

test.each([
  ['Math.random()', 'Math.random'],
  ['Date.now()', 'Date.now'],
  ['new Date().getFullYear()', 'new Date()'],
  ['Number(process.env.NIGHTS)', 'process.env'],
  ["Math['random']()", "Math['random']"],
  ['globalThis.process.uptime()', 'globalThis.process.uptime'],
  ['Number(import.meta.env.NIGHTS)', 'import.meta.env'],
  ["await fetch('https://example.org')", "fetch('https://example.org')"],
  ['crypto.getRandomValues(list)', 'crypto.getRandomValues'],
])('a number that is another at each run is refused in a formula and in an estimate, at its place: %s', (code, written) => {
  const text = `// Date.now() in a remark, and ‘Math.random()’ in words, are no call.\nexport const words = 'new Date()'\nexport const nights = ${code}\n`
  const column = 'export const nights = '.length + code.indexOf(written) + 1
  const says = (file: string) =>
    `${file}:3:${column}  “${written}” is another at each run or on each machine, and nobody could compute the figures again → an input of data/, under assumptions if it is our own choice`
  inFolder({ 'scripts/formulas/nights.ts': text, 'scripts/estimates/point/nights.ts': text }, (root) =>
    expect(told(unsteadyScripts(root))).toEqual(['scripts/estimates/point/nights.ts', 'scripts/formulas/nights.ts'].map(says)),
  )
})

test('what is taken out of its object first is refused where it is taken', () => {
  inFolder({ 'scripts/formulas/nights.ts': 'const { max, random } = Math\nconst { abs } = Math\n' }, (root) =>
    expect(told(unsteadyScripts(root)).map((message) => message.split(' is another')[0])).toEqual([
      'scripts/formulas/nights.ts:1:7  “{ max, random } = Math”',
    ]),
  )
})

test('a script that speaks of dates and processes without asking for them is left alone', () => {
  const text = 'export const process = (update: { fetch: number }) => Math.max(update.fetch, 1)\nexport const production = { process: 1 }\n'
  inFolder({ 'scripts/formulas/steady.ts': text }, (root) => expect(unsteadyScripts(root)).toEqual([]))
})
