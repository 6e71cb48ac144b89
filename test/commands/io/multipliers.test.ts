import { describe, expect, test } from 'vitest'
import { finalUseBundles } from '../../../src/commands/io/bundles.ts'
import { computeIo } from '../../../src/commands/io/results.ts'
import { asCsv, asWorkbook, bureau, bureauAccounts, bureauInEnglish, reading, twoAccounts, twoSectors } from './small-tables.ts'

const none = { bundles: [] }

describe('a table of two sectors, by hand', () => {
  // L = [[.95, .25], [.20, .85]] / (.85 × .95 − .25 × .20), as Miller and Blair print it.
  const determinant = 0.85 * 0.95 - 0.25 * 0.2

  test('has the multipliers that Miller and Blair compute', async () => {
    const { sectors, totals } = computeIo(await reading({ table: twoSectors, accounts: twoAccounts }), none)
    const [farm, mill] = sectors
    expect(farm?.output_multiplier).toBeCloseTo((0.95 + 0.2) / determinant, 12)
    expect(mill?.output_multiplier).toBeCloseTo((0.25 + 0.85) / determinant, 12)
    expect(farm?.type1).toBeCloseTo((0.3 * 0.95 + 0.25 * 0.2) / determinant / 0.3, 12)
    expect(farm?.type1).toBeCloseTo(1.47415, 5)
    expect(mill?.type1).toBeCloseTo(1.51815, 5)
    expect(farm?.indirect_per_direct).toBeCloseTo((farm?.type1 ?? 0) - 1, 14)
    // All 800 work for final demand of 350 and 1700; directly .3 × 350 + .25 × 1700 = 530 do.
    expect(totals.indirect_per_direct).toBeCloseTo(800 / 530 - 1, 12)
    expect(totals.uniform_labour_multiplier).toBeCloseTo(3000 / 2050 - 1, 12)
    expect(totals.intermediate_per_final_use).toBeCloseTo(950 / 2050, 12)
    expect(totals.employment).toBe(800)
  })

  test('has ranges that hold the multiplier, as wide as whole numbers are', async () => {
    const { sectors } = computeIo(await reading({ table: twoSectors, accounts: twoAccounts }), none)
    for (const { output_multiplier: own, output_multiplier_range: range, type1, type1_range: ofType1 } of sectors) {
      expect(range?.[0]).toBeLessThan(own ?? 0)
      expect(range?.[1]).toBeGreaterThan(own ?? 0)
      expect(ofType1?.[0]).toBeLessThan(type1 ?? 0)
      expect(ofType1?.[1]).toBeGreaterThan(type1 ?? 0)
    }
    // One more digit of every number makes the range a tenth as wide.
    const finer = computeIo(
      await reading({ table: twoSectors.replace(/\d+/g, '$&.0'), accounts: twoAccounts.replace(/\d+/g, '$&.0') }),
      none,
    )
    const width = ([low, high]: readonly (number | null)[]) => (high ?? 0) - (low ?? 0)
    expect(width(sectors[0]?.output_multiplier_range ?? []) / width(finer.sectors[0]?.output_multiplier_range ?? [])).toBeCloseTo(10, 1)
  })

  test('stays the same in another unit and in another order of rows, columns and accounts', async () => {
    const plain = computeIo(await reading({ table: twoSectors, accounts: twoAccounts }), none)
    const turned = computeIo(
      await reading({
        table: 'sector,origin,consumption,mill,farm\nmill,domestic,1700,100,200\nfarm,domestic,350,500,150\n',
        accounts: 'employment,notes,gross_output,sector\n500,x,2000,mill\n300,y,1000,farm\n',
      }),
      none,
    )
    expect(turned.sectors.map(({ sector }) => sector)).toEqual(['mill', 'farm'])
    for (const { sector, type1, output_multiplier: output } of plain.sectors) {
      const same = turned.sectors.find((one) => one.sector === sector)
      expect(same?.type1).toBeCloseTo(type1 ?? 0, 13)
      expect(same?.output_multiplier).toBeCloseTo(output ?? 0, 13)
    }
  })

  test('counts employment in ten thousands where its heading says so', async () => {
    const { totals, table } = computeIo(
      await reading({ table: twoSectors, accounts: twoAccounts.replace('employment', 'employment_10k') }),
      none,
    )
    expect(totals.employment).toBe(800)
    expect(totals.employment_persons).toBe(8_000_000)
    expect(table.employment_unit).toBe('10,000 persons')
  })

  test('has the ranges of the digits that are printed, in whatever unit: 0.0300 of ten thousands is known as well as 300', async () => {
    const inPersons = computeIo(await reading({ table: twoSectors, accounts: twoAccounts }), none)
    const inTenThousands = computeIo(
      await reading({ table: twoSectors, accounts: 'sector,gross_output,employment_10k\nfarm,1000,0.0300\nmill,2000,0.0500\n' }),
      none,
    )
    for (const [index, { type1_range: range }] of inPersons.sectors.entries()) {
      expect(inTenThousands.sectors[index]?.type1_range?.[0]).toBeCloseTo(range?.[0] ?? Number.NaN, 9)
      expect(inTenThousands.sectors[index]?.type1_range?.[1]).toBeCloseTo(range?.[1] ?? Number.NaN, 9)
    }
  })

  test('without accounts takes the rows for outputs, and has no employment', async () => {
    const { sectors, balance, table } = computeIo(await reading({ table: twoSectors }), none)
    expect(table.output_from).toBe('rows')
    expect(sectors[0]?.output_multiplier).toBeCloseTo((0.95 + 0.2) / determinant, 12)
    expect(sectors[0]?.type1).toBeNull()
    expect(balance).toContainEqual(expect.objectContaining({ kind: 'output', severity: 'note' }))
  })
})

describe('files of other shapes', () => {
  const cells = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(',').map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell)))

  test('workbooks of both files, with titles above the accounts, say the same as text', async () => {
    const text = computeIo(await reading({ table: twoSectors, accounts: twoAccounts }), none)
    const book = computeIo(
      await reading({
        table: await asWorkbook(cells(twoSectors)),
        accounts: await asWorkbook([['Accounts of the year', null, null], ...cells(twoAccounts)]),
      }),
      none,
    )
    expect(book.sectors).toEqual(text.sectors)
    expect(book.totals).toEqual(text.totals)
  })

  test('a workbook that has dropped noughts has the digits of its longest numbers', async () => {
    const { table } = await reading({
      table: await asWorkbook(cells(twoSectors).map((row) => row.map((cell) => (cell === 350 ? 350.25 : cell)))),
    })
    expect(table.halfUnits.flows).toBe(0.005)
  })

  test('the block alone with its outputs has multipliers, and no rows to hold against outputs', async () => {
    const { sectors, balance } = computeIo(await reading({ table: twoSectors.replace(/,\w+$/gm, ''), accounts: twoAccounts }), none)
    expect(sectors[0]?.type1).toBeCloseTo(1.47415, 5)
    expect(balance).not.toContainEqual(expect.objectContaining({ kind: 'row' }))
  })
})

describe('the statistics office’s layout', () => {
  const rows = { table: asCsv(bureau), accounts: bureauAccounts }

  test('is read from text: sectors, final uses and no subtotal twice', async () => {
    const { table, laidOut, totals, balance } = await reading(rows)
    expect(laidOut.layout).toBe('bureau')
    expect(laidOut.unit).toBe('万元')
    expect(laidOut.sectors.map(({ name, code }) => `${code} ${name}`)).toEqual(['01 农林牧渔', '02 工业', '03 服务业'])
    expect(table.finalUses.map(({ name, kind }) => [name, kind])).toEqual([
      ['农村居民消费支出', 'household'],
      ['城镇居民消费支出', 'household'],
      ['政府消费支出', 'government'],
      ['固定资本形成总额', 'capital'],
      ['存货变动', 'inventory'],
      ['出口', 'export'],
    ])
    expect(totals.finalUse.value).toBe(45 + 180 + 110)
    expect(totals.intermediateUse.value).toBe(295)
    expect(totals.imports.value).toBe(30)
    expect(table.compensation).toEqual([50, 60, 80])
    expect(table.valueAdded).toEqual([60, 120, 125])
    expect(table.employment).toEqual([500_000, 300_000, 400_000])
    expect(balance.filter(({ severity }) => severity === 'warning')).toEqual([])
  })

  test('parts imports in proportion to use at home and says so', async () => {
    const { table, balance } = await reading(rows)
    expect(table.importsAre).toBe('proportional')
    // 30 of 300 + 30 − 40 used at home are imported.
    expect(table.domestic[1]?.[0]).toBeCloseTo(20 * (1 - 30 / 290), 12)
    expect(table.imported[1]?.[0]).toBeCloseTo(20 * (30 / 290), 12)
    expect(table.domestic[0]).toEqual([10, 40, 5])
    const exports = table.finalUses.at(-1)
    expect(exports?.domestic[1]).toBe(40)
    expect(balance).toContainEqual(expect.objectContaining({ kind: 'imports', severity: 'note' }))
  })

  test('says the same as a workbook with merged headings and codes as text', async () => {
    const merged = [
      { startRow: 2, startCol: 2, endRow: 2, endCol: 5 },
      { startRow: 2, startCol: 6, endRow: 2, endCol: 15 },
      { startRow: 2, startCol: 16, endRow: 3, endCol: 16 },
      { startRow: 2, startCol: 18, endRow: 3, endCol: 18 },
      { startRow: 0, startCol: 0, endRow: 0, endCol: 18 },
    ]
    const text = computeIo(await reading(rows), none)
    const book = computeIo(await reading({ table: await asWorkbook(bureau, merged), accounts: bureauAccounts }), none)
    expect(book.sectors).toEqual(text.sectors)
    expect(book.totals).toEqual(text.totals)
    expect(book.sectors.map(({ code }) => code)).toEqual(['01', '02', '03'])
  })

  test('is read in English with one heading row, to the same numbers', async () => {
    const chinese = computeIo(await reading(rows), none)
    const english = computeIo(
      await reading({
        table: asCsv(bureauInEnglish),
        accounts: 'code,sector,employment\n1,Agriculture,500000\n2,Industry,300000\n3,Services,400000\n',
      }),
      none,
    )
    expect(english.sectors.map(({ type1 }) => type1)).toEqual(chinese.sectors.map(({ type1 }) => type1))
    expect(english.sectors.map(({ type2 }) => type2)).toEqual(chinese.sectors.map(({ type2 }) => type2))
    expect(english.sectors[0]?.type2).toBeGreaterThan(english.sectors[0]?.type1 ?? Number.POSITIVE_INFINITY)
  })

  test('with headings in two rows finds final uses below the heading of their group, and imports merged over both', async () => {
    const rowsInTwo = [
      [null, '农业', '工业', '最终使用', null, null, '进口', '总产出'],
      [null, null, null, '居民消费', '出口', '最终使用合计', null, null],
      ['农业', 10, 40, 45, 5, 50, 0, 100],
      ['工业', 20, 100, 100, 20, 120, 40, 200],
    ]
    const merges = [
      ...[1, 2, 6, 7].map((column) => ({ startRow: 0, startCol: column, endRow: 1, endCol: column })),
      { startRow: 0, startCol: 3, endRow: 0, endCol: 5 },
    ]
    for (const table of [await asWorkbook(rowsInTwo, merges), await asWorkbook(rowsInTwo)]) {
      const read = await reading({ table })
      expect(read.table.finalUses.map(({ name }) => name)).toEqual(['居民消费', '出口'])
      expect(read.table.imports).toEqual([0, 40])
      expect(read.table.output).toEqual([100, 200])
    }
  })

  test('takes imports that are printed below nought for what comes in', async () => {
    const signed = bureau.map((row, index) =>
      index >= 5 && index <= 7 ? row.map((cell, at) => (at === 16 && typeof cell === 'number' ? -cell : cell)) : row,
    )
    const { table, balance } = await reading({ table: asCsv(signed), accounts: bureauAccounts })
    expect(table.imports).toEqual([0, 30, 0])
    expect(balance.filter(({ kind, within }) => kind === 'row' && !within)).toEqual([])
  })

  test('knows a sector by its row and column, though it be called as other items are', async () => {
    const table = asCsv([
      ['', 'Taxi services', 'Employment services', 'Other', 'Households', 'Exports', 'Gross output'],
      ['Taxi services', 10, 10, 10, 65, 5, 100],
      ['Employment services', 20, 30, 40, 10, 0, 100],
      ['Other', 5, 5, 5, 80, 5, 100],
      ['Value added', 65, 55, 45],
      ['Total inputs', 100, 100, 100],
    ])
    const { laidOut, balance } = await reading({ table })
    expect(laidOut.sectors.map(({ name }) => name)).toEqual(['Taxi services', 'Employment services', 'Other'])
    expect(laidOut.finalUses.map(({ name }) => name)).toEqual(['Households', 'Exports'])
    expect(balance.filter(({ within }) => within === false)).toEqual([])
  })

  test('parts rows of domestic and imported products that one heading each stands over', async () => {
    const apart = [
      [null, '农业', '工业', '消费', '出口', '总产出'],
      ['国产品', null, null, null, null, null],
      ['农业', 10, 40, 45, 5, 100],
      ['工业', 20, 100, 60, 20, 200],
      ['进口品', null, null, null, null, null],
      ['农业', 1, 2, 3, 0, null],
      ['工业', 4, 5, 6, 0, null],
    ]
    const { table, totals } = await reading({ table: asCsv(apart) })
    expect(table.importsAre).toBe('separate')
    expect(table.domestic).toEqual([
      [10, 40],
      [20, 100],
    ])
    expect(table.imported).toEqual([
      [1, 2],
      [4, 5],
    ])
    expect(totals.imports.value).toBe(21)
  })
})

test('bundles are final uses, one or several together', async () => {
  const read = await reading({ table: asCsv(bureau), accounts: bureauAccounts })
  const { bundles } = computeIo(read, { bundles: finalUseBundles('household+government,出口', read) })
  expect(bundles.map(({ bundle }) => bundle)).toEqual(['household+government', '出口'])
  expect(bundles[1]?.demand).toBe(56)
  for (const { employment, by_workplace: places } of bundles)
    expect(places.reduce((sum, place) => sum + place.employment, 0)).toBeCloseTo(employment ?? 0, 10)
})
