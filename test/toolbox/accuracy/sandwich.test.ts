import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { clusterShops } from '../../../scripts/toolbox/scale-regression/clusters.ts'
import { findColumn, shopColumns } from '../../../scripts/toolbox/scale-regression/columns.ts'
import { openFile } from '../../../scripts/toolbox/scale-regression/duckdb.ts'
import { estimateShops } from '../../../scripts/toolbox/scale-regression/estimate.ts'
import { type EstimateRecord, recordOf } from '../../../scripts/toolbox/scale-regression/record.ts'

const folder = `${import.meta.dirname}/sandwich`
const temporary = mkdtempSync(`${tmpdir()}/sandwich-`)
afterAll(() => rmSync(temporary, { recursive: true }))

const tableOf = (file: string): readonly Readonly<Record<string, string>>[] => {
  const [heading = '', ...lines] = readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n')
  const names = heading.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, column) => [names[column] ?? '', cell])))
}

/** What R says, by set and category. */
const fromR = new Map<string, Map<string, number>>()
for (const { set, category, measure = '', value } of tableOf('results.csv')) {
  const key = `${set} ${category}`
  fromR.set(key, (fromR.get(key) ?? new Map()).set(measure, Number(value)))
}

const estimated = async (file: string): Promise<readonly EstimateRecord[]> => {
  const engine = await openFile(file)
  try {
    const shops = { dialect: engine.dialect, table: engine.table, thousands: false, ...shopColumns(engine, {}) }
    return (await estimateShops(engine, shops)).map((estimate) => recordOf(estimate))
  } finally {
    await engine.close()
  }
}

/** Errors by sellers, of a category: the third reading of a file. */
const clustered = async (file: string, category: string) => {
  const engine = await openFile(file)
  try {
    const shops = { dialect: engine.dialect, table: engine.table, thousands: false, ...shopColumns(engine, {}) }
    const estimates = await estimateShops(engine, shops)
    return (await clusterShops(engine, shops, findColumn(engine, 'seller', 'the cluster'), estimates)).get(category)
  } finally {
    await engine.close()
  }
}

/** What an estimate calls what R calls otherwise. */
const names = {
  n: 'n',
  p0: 'p0',
  p1: 'p1',
  r2: 'r2',
  sigma: 'sigma',
  smearing: 'smearing',
  employment: 'employment',
  'p0 classical': 'se_p0_classical',
  'p1 classical': 'se_p1_classical',
  'p0 HC0': 'se_p0_hc0',
  'p1 HC0': 'se_p1_hc0',
  'p0 HC1': 'se_p0_hc1',
  'p1 HC1': 'se_p1_hc1',
  'p0 HC2': 'se_p0_hc2',
  'p1 HC2': 'se_p1_hc2',
  'p0 HC3': 'se_p0',
  'p1 HC3': 'se_p1',
} as const satisfies Readonly<Record<string, keyof EstimateRecord>>

/** R's own rounding leaves some 12 digits. */
const near = (value: number, right: number): number => Math.abs(value / right - 1)
const near10 = 1e-10
/**
 * Factors and persons are added on a grid that leaves room for residuals of eight deviations, which is e^17 times the usual where
 * errors have a deviation of two in logarithms: there it tells the last digits less.
 */
const added: readonly string[] = ['smearing', 'employment']
const nearOf = (measure: string, sigma: number): number => (added.includes(measure) && sigma > 1 ? 1e-7 : near10)

describe.each([...fromR.keys()])('R’s lm and sandwich on %s', (key) => {
  const [set = '', category = ''] = key.split(' ')
  const right = fromR.get(key) ?? new Map<string, number>()
  it('agree with the estimate of a file, to 10 digits', async () => {
    const found = (await estimated(`${folder}/${set}.csv`)).find((each) => each.category === category)
    for (const [measure, name] of Object.entries(names))
      expect(near(Number(found?.[name]), right.get(measure) ?? Number.NaN), measure).toBeLessThan(nearOf(measure, right.get('sigma') ?? 0))
    expect(near(Number(found?.leverage?.most), right.get('greatest leverage') ?? Number.NaN)).toBeLessThan(near10)
  })
  it('agree with clustered errors, whose factor is G / (G - 1) (n - 1) / (n - 2)', async () => {
    const found = await clustered(`${folder}/${set}.csv`, category)
    const [n, sellers] = [right.get('n') ?? 0, right.get('sellers') ?? 0]
    expect(found?.clusters).toBe(sellers)
    expect(found?.factor).toBeCloseTo(((sellers / (sellers - 1)) * (n - 1)) / (n - 2), 14)
    expect(near(found?.errors?.p0 ?? 0, right.get('p0 clustered') ?? 0)).toBeLessThan(near10)
    expect(near(found?.errors?.p1 ?? 0, right.get('p1 clustered') ?? 0)).toBeLessThan(near10)
  })
  it('would tell one kind of error from another: no two agree to the third digit', () => {
    const kinds = ['classical', 'HC0', 'HC1', 'HC2', 'HC3', 'clustered'].map((kind) => right.get(`p1 ${kind}`) ?? 0)
    for (const [index, one] of kinds.entries())
      for (const other of kinds.slice(index + 1)) expect(near(one, other)).toBeGreaterThan(set === 'petersen' ? 1e-4 : 1e-3)
  })
})

describe('faults that must be noticed', () => {
  const shops = readFileSync(`${folder}/synthetic-shops.csv`, 'utf8').trim().split('\n')
  const [heading = '', ...rows] = shops
  const write = (name: string, lines: readonly string[]): string => {
    writeFileSync(`${temporary}/${name}`, `${[heading, ...lines].join('\n')}\n`)
    return `${temporary}/${name}`
  }
  const withoutDropped = ({ dropped, dropped_by, ...rest }: EstimateRecord) => rest

  it('rows with a blank are counted as dropped, and move no digit of what is left', async () => {
    const blanks = ['a,,3,a1', 'a,100,,a1', 'a,0,2,a1', 'a,-5,2,a1', 'a,many,2,a1']
    const [whole, withBlanks] = [await estimated(write('whole.csv', rows)), await estimated(write('blanks.csv', [...blanks, ...rows]))]
    expect(withBlanks.map(withoutDropped)).toEqual(whole.map(withoutDropped))
    expect([whole[0]?.dropped, withBlanks[0]?.dropped]).toEqual([0, 5])
  })
  it('a part that is lost changes the count and the slope', async () => {
    const [whole, half] = [await estimated(write('all.csv', rows)), await estimated(write('half.csv', rows.slice(30)))]
    expect([whole[0]?.n, half[0]?.n]).toEqual([60, 30])
    expect(near(Number(whole[0]?.p1), Number(half[0]?.p1))).toBeGreaterThan(1e-4)
  })
  it('rows in another order are the same shops, to the bit', async () => {
    const order = rows.map((row, index) => ({ row, key: (index * 7919) % 97 })).sort((a, b) => a.key - b.key)
    const mixed = order.map(({ row }) => row)
    expect(mixed).not.toEqual(rows)
    expect(await estimated(write('mixed.csv', mixed))).toEqual(await estimated(write('plain.csv', rows)))
  })
  it('a row that is there twice is not the same sample', async () => {
    const [once, twice] = [await estimated(write('once.csv', rows)), await estimated(write('twice.csv', [...rows, ...rows.slice(0, 1)]))]
    expect(twice[0]?.n).toBe(61)
    expect(twice[0]?.se_p1).not.toBe(once[0]?.se_p1)
  })
})
