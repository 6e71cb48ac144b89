/** From coefficients to shops, and from shops back to coefficients: the whole road, through files. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shopColumns } from '../../../scripts/toolbox/scale-regression/columns.ts'
import { openFile } from '../../../scripts/toolbox/scale-regression/duckdb.ts'
import { estimateShops } from '../../../scripts/toolbox/scale-regression/estimate.ts'
import { type EstimateRecord, recordOf } from '../../../scripts/toolbox/scale-regression/record.ts'
import { blocksOf, type ShopModel } from '../../../scripts/toolbox/shops/synthetic-shops.ts'
import { writeCsv } from '../../../src/commands/shops/write-csv.ts'
import { writeParquet } from '../../../src/commands/shops/write-parquet.ts'

const folder = mkdtempSync(`${tmpdir()}/recovery-`)
afterAll(() => rmSync(folder, { recursive: true }))

const model: ShopModel = {
  categories: [
    { name: 'clothes', p1: 0.85, p0: 0.07 },
    { name: 'food', p1: 0.91, p0: -1.04 },
  ],
  sigma: 0.5,
  turnoverMean: 9,
  turnoverDeviation: 1.5,
  turnoverError: 0,
  whole: false,
  seed: 2,
}
const shops = 20_000

const estimated = async (file: string): Promise<readonly EstimateRecord[]> => {
  const engine = await openFile(file)
  try {
    const given = { dialect: engine.dialect, table: engine.table, thousands: false, ...shopColumns(engine, {}) }
    return (await estimateShops(engine, given)).map((estimate) => recordOf(estimate))
  } finally {
    await engine.close()
  }
}

const throughFile = async (given: ShopModel, name: string, format: 'csv' | 'parquet' = 'csv'): Promise<readonly EstimateRecord[]> => {
  const file = `${folder}/synthetic-${name}.${format}`
  const names = given.categories.map((category) => category.name)
  const { signal } = new AbortController()
  if (format === 'csv') await writeCsv(file, blocksOf(given, shops), names, signal)
  else await writeParquet(file, blocksOf(given, shops), shops, names, {}, signal)
  return await estimated(file)
}

describe('the estimate of synthetic shops', () => {
  let found: readonly EstimateRecord[] = []
  beforeAll(async () => {
    found = await throughFile(model, 'usual')
  })
  it('has every shop', () => {
    expect(found.map(({ category, n, dropped }) => [category, n, dropped])).toEqual([
      ['clothes', 10_000, 0],
      ['food', 10_000, 0],
    ])
  })
  it('finds slope and constant within four of its own standard errors, and the deviation of the errors to two per cent', () => {
    for (const [place, { p1, p0 }] of model.categories.entries()) {
      const told = found[place]
      expect(Math.abs(Number(told?.p1) - p1) / Number(told?.se_p1)).toBeLessThan(4)
      expect(Math.abs(Number(told?.p0) - p0) / Number(told?.se_p0)).toBeLessThan(4)
      expect(Number(told?.sigma) / 0.5).toBeCloseTo(1, 1)
    }
  })
  it('leaves out what medians do, one less e to minus half the variance, and smearing makes it good', () => {
    for (const { employment, employment_smeared, employees } of found) {
      expect(Number(employment) / Number(employees)).toBeCloseTo(Math.exp(-0.125), 1)
      expect(Math.abs(Number(employment_smeared) / Number(employees) - 1)).toBeLessThan(0.02)
    }
  })
  it('is the same of CSV and of Parquet, to the digit', async () => {
    expect(await throughFile(model, 'usual', 'parquet')).toEqual(found)
  })
  it('of turnover with as much error as truth finds a slope half way to one', async () => {
    const wrong = await throughFile({ ...model, turnoverError: 1.5 }, 'wrong')
    for (const [place, { p1 }] of model.categories.entries())
      expect(Math.abs(Number(wrong[place]?.p1) - (1 + p1) / 2)).toBeLessThan(4 * Number(wrong[place]?.se_p1))
  })
})

it('writing that is stopped ends as stopped', async () => {
  const stopped = new AbortController()
  stopped.abort()
  await expect(writeCsv(`${folder}/synthetic-stopped.csv`, blocksOf(model, shops), ['a', 'b'], stopped.signal)).rejects.toThrow(/abort/i)
})
