import { describe, expect, test } from 'vitest'
import { run } from '../../commands/support.ts'
import { ledger } from '../estimates/support.ts'

const files = ['data/nbs-2017/flows.csv', 'data/nbs-2017/sectors.csv']

// The command runs beside other tests.
describe('io on the national table as it stands', { timeout: 120_000 }, () => {
  const { status, stdout } = run('io', ...files, '--json')
  const { sectors, totals, balance } = JSON.parse(stdout)
  const { figures } = ledger
  const ours = (id: string): number => Number(figures.get(id)?.value ?? Number.NaN)
  const sector = (name: string) => sectors.find((one: { sector: string }) => one.sector === name)

  test('balances in every row', () => {
    expect(status).toBe(0)
    const rows = balance.filter(({ kind }: { kind: string }) => kind === 'row')
    expect(rows).toHaveLength(15)
    // Nineteen cells and the output, each printed to a tenth.
    for (const row of rows) expect(row).toMatchObject({ within: true, allowed: 1 })
  })

  test('comes to the figures of the report', () => {
    expect(totals.intermediate_per_final_use).toBeCloseTo(ours('multiplier.bothOrigins'), 12)
    expect(totals.uniform_labour_multiplier).toBeCloseTo(ours('multiplier.uniformLabour'), 12)
    expect(totals.indirect_per_direct).toBeCloseTo(ours('multiplier.sectorLabour'), 11)
    expect(totals.indirect_per_direct_consumption).toBeCloseTo(ours('multiplier.consumption'), 11)
    for (const name of ['trade', 'catering', 'culture'])
      expect(sector(name).indirect_per_direct).toBeCloseTo(ours(`multiplier.${name}`), 11)
  })

  test('comes to the values of an independent calculation', () => {
    expect(totals.intermediate_per_final_use).toBeCloseTo(1.475107, 5)
    expect(totals.uniform_labour_multiplier).toBeCloseTo(1.410069, 5)
    expect(totals.indirect_per_direct).toBeCloseTo(1.313572, 6)
    expect(totals.indirect_per_direct_consumption).toBeCloseTo(1.008777, 5)
    expect(sector('trade').indirect_per_direct).toBeCloseTo(0.159, 3)
    expect(sector('catering').indirect_per_direct).toBeCloseTo(0.975, 3)
    expect(sector('culture').indirect_per_direct).toBeCloseTo(1.613, 3)
    expect(totals.imports).toBeCloseTo(149268.4, 6)
    expect(totals.employment).toBe(77639)
  })

  test('has ranges as narrow as the ledger’s own', () => {
    for (const name of ['trade', 'catering', 'culture']) {
      const { low, high } = figures.get(`multiplier.${name}`)?.bounds ?? { low: null, high: null }
      expect(sector(name).indirect_per_direct_range[0]).toBeCloseTo(low?.valueOf() ?? Number.NaN, 9)
      expect(sector(name).indirect_per_direct_range[1]).toBeCloseTo(high?.valueOf() ?? Number.NaN, 9)
    }
  })
})
