/** The accepted figures are a file that two branches change at once: what a merge leaves in it is told, and not as a stack. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { readSnapshot } from '../../../src/commands/verify/snapshot-file.ts'
import { complaintOf } from '../../ledger/support.ts'

test.each([
  ['{\n<<<<<<< HEAD\n}\n', 'test/figures.json:2:1  a merge has left its marks here'],
  ['{', 'test/figures.json:1:1  the accepted figures are no JSON'],
  ['null', 'test/figures.json:1:1  the file holds no accepted figures'],
  ['[]', 'test/figures.json:1:1  the file holds no accepted figures'],
])('%j', (text, told) => {
  const root = mkdtempSync(`${tmpdir()}/accepted-`)
  try {
    mkdirSync(`${root}/test`)
    writeFileSync(`${root}/test/figures.json`, text)
    expect(complaintOf(() => readSnapshot(root))).toBe(`${told}\n    expected: what npm run snapshot writes`)
  } finally {
    rmSync(root, { recursive: true })
  }
})
