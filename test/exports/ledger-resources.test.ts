/** Files for other tools speak of the report that they come from, and of no other. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, expect, test } from 'vitest'
import { report } from '#report'
import { computeLedger } from '../../scripts/ledger/ledger.ts'
import { publish } from '../../scripts/ledger/publish/publish.ts'
import { ledgerResources } from '../../src/exports/ledger-resources.ts'
import { copyRooms } from '../rooms.ts'

const root = mkdtempSync(`${tmpdir()}/resources-`)
afterAll(() => rmSync(root, { recursive: true }))
copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])

test('the table of figures names the units that the report counts in', () => {
  const ledger = computeLedger(root, report)
  const [figures] = ledgerResources(publish(ledger), ledger.data.units)
  const value = figures?.fields.find(({ name }) => name === 'value')
  expect(value?.description).toBe('In base units: people, litres; a ratio is plain, 0.05 for 5%. Not rounded.')
})
