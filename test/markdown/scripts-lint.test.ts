/** What `check` says of scripts that stand there and that nothing uses. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Finding } from '../../src/markdown/lint/finding.ts'
import { strayEstimates, unusedFormulas } from '../../src/markdown/lint/scripts.ts'

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
