import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { movementsSince, readSnapshot, snapshotFile, snapshotOf, snapshotText } from '../../../src/commands/verify/snapshot-file.ts'
import { runIn } from '../../commands/support.ts'
import { ledger } from '../estimates/support.ts'

describe('the accepted figures', () => {
  test('are those that the scripts compute now', () => {
    expect(movementsSince(readSnapshot(projectRoot), snapshotOf(ledger))).toEqual([])
  })
  test('stand one a line, so that a changed number is one changed line', () => {
    const text = snapshotText(snapshotOf(ledger))
    expect(text).toBe(readFileSync(`${projectRoot}/${snapshotFile}`, 'utf8'))
    expect(text.trim().split('\n')).toHaveLength(ledger.figures.size + 2)
  })
  test('tell a figure that moved, one that came and one that went', () => {
    const figure = (value: number) => ({ value, unit: 'person', zh: `${value}`, en: `${value}` })
    const before = { stays: figure(1), moves: figure(2), goes: figure(3) }
    const after = { stays: figure(1), moves: figure(4), comes: figure(5) }
    expect(movementsSince(before, after).map(({ id }) => id)).toEqual(['moves', 'goes', 'comes'])
  })
  test('tell a range that moved, and a verdict, though the value stands', () => {
    const figure = { value: 1, unit: 'person', zh: '1', en: '1' }
    const before = { wide: { ...figure, range: [0.5, 1.5] as const }, judged: { ...figure, checks: { text: 'exact' as const } } }
    const after = { wide: { ...figure, range: [1, 1.5] as const }, judged: { ...figure, checks: { text: 'discrepant' as const } } }
    expect(movementsSince(before, after).map(({ id }) => id)).toEqual(['wide', 'judged'])
    const { 'services.catering.directJobs': held } = snapshotOf(ledger)
    expect(held?.checks).toEqual({ text: 'exact' })
    expect(held?.range?.map((end) => Math.round(end ?? 0))).toEqual([1_040_365, 1_041_952])
  })
  test.each(['true', 'woodpecker'])(
    'are accepted by people alone: CI=%s is refused, and nothing is written',
    { timeout: 120_000 },
    (CI) => {
      const written = () => statSync(`${projectRoot}/${snapshotFile}`).mtimeMs
      const before = written()
      const { status, stdout, stderr } = runIn(projectRoot, { CI }, 'snapshot')
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toBe(
        'a machine accepts no figures: CI is set\n    expected: npm run snapshot by hand, and test/figures.json in the commit that moves them\n',
      )
      expect(written()).toBe(before)
    },
  )
})
