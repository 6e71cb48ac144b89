import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { report } from '#report'
import { computeLedger } from '../../scripts/ledger/ledger.ts'
import { UsageProblem } from '../../scripts/ledger/problem.ts'
import { doubtsOf } from '../../src/commands/uncertainty/doubts-of.ts'
import { doubtsText } from '../../src/commands/uncertainty/text.ts'
import { copyRooms } from '../rooms.ts'

const root = mkdtempSync(`${tmpdir()}/uncertainty-`)
afterAll(() => rmSync(root, { recursive: true }))
copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])
const ledger = computeLedger(root, report)
const text = (id: string, sobol = false): string =>
  doubtsText(ledger, doubtsOf(ledger, id, {}), { sobol, language: 'en', width: Number.POSITIVE_INFINITY })

describe('npm run uncertainty', () => {
  test('tells three ranges, one under the other, and says that they are not added up', () => {
    const told = text('lamp.litresAnInhabitant')
    expect(told).toMatch(/^lamp\.litresAnInhabitant = 4\.91 litres {3}Oil per inhabitant\n\nby digits {7}4\.\d+ litres – 4\.\d+ litres/)
    expect(told).toMatch(/\nby sampling {5}4\.8 litres – 5\.0 litres {3}the middle ninety per cent of [\d,]+ draws\n/)
    expect(told).toMatch(/\nby assumption {3}4\.\d litres – 5\.\d litres/)
    expect(told).toContain('The three are of different kinds and are not added up.')
  })

  test('says of a range that cannot be told why not', () => {
    expect(text('lamp.litres')).toContain('by sampling     none   no source gives the standard error of anything that it hangs on')
  })

  test('draws the widest bar first', () => {
    const told = text('lamp.litres')
    expect(told.indexOf('Oil in a long night')).toBeLessThan(told.lastIndexOf('Short nights'))
    expect(told).toContain('━')
  })

  test('adds Sobol’ indices where they are asked for', () => {
    expect(text('lamp.litres')).toContain('With --sobol')
    const told = text('lamp.litres', true)
    expect(told).toMatch(/The ladle +\d+\.\d% +\d+\.\d% – \d+\.\d%/)
    expect(told).toContain('how the first came to rest')
  })

  test('makes as many draws as it is asked for', () => {
    expect(doubtsOf(ledger, 'lamp.litres', { draws: 3000 }).record.assumption?.draws).toBe(3000)
    expect(doubtsOf(ledger, 'lamp.litres', { seed: 5 }).record.assumption?.mean).not.toBe(
      doubtsOf(ledger, 'lamp.litres', {}).record.assumption?.mean,
    )
  })

  test('answers for a figure that the data do not simulate, from the doubts that it hangs on', () => {
    const { record } = doubtsOf(ledger, 'lamp.longNights.litres', {})
    expect(record.sampling).toBeNull()
    expect(record.assumption?.factors.map(({ id }) => id)).toEqual(['lamp.longNights.litresANight'])
  })

  test('refuses what hangs on nothing doubted, and what tells of a simulation itself', () => {
    expect(() => doubtsOf(ledger, 'lamp.ships', {})).toThrow(UsageProblem)
    expect(() => doubtsOf(ledger, 'lamp.ships', {})).toThrow(/expected: a figure that does, such as lamp\.litres/)
    expect(() => doubtsOf(ledger, 'doubt.lamp.litres.assumption.mean', {})).toThrow(/expected: the figure that was simulated, lamp\.litres/)
  })
})
