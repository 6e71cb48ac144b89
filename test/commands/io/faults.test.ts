import { describe, expect, test } from 'vitest'
import { asCsv, asWorkbook, bureau, bureauAccounts, changed, type Row, reading, refusal, twoAccounts, twoSectors } from './small-tables.ts'

const accounts = twoAccounts
/** The lines of a refusal of the two sectors with one text put for another. */
const refused = async (from: string, to: string, inAccounts = false): Promise<readonly string[]> => {
  const [table, other] = inAccounts ? [twoSectors, accounts.replace(from, to)] : [twoSectors.replace(from, to), accounts]
  if (table === twoSectors && other === accounts) throw new Error(`“${from}” does not stand there`)
  return (await refusal({ table, accounts: other })).lines
}
/** What the balance report says besides what balances. */
const remarks = async (table: string, other = accounts) =>
  (await reading({ table, accounts: other })).balance.filter(({ severity }) => severity !== 'ok')

describe('cells that are no numbers are refused where they stand', () => {
  test('a blank one', async () => {
    expect(await refused('farm,150', 'farm,')).toEqual([
      'flows.csv:2:15  a blank cell where a number belongs\n    expected: 0 where nothing flows; or --blank-as-zero, where the source leaves noughts blank',
    ])
    expect(await refused('1000,', ',', true)).toEqual([expect.stringContaining('sectors.csv:2:6  a blank cell where a number belongs')])
  })

  test('a blank one is a nought where that is asked for, and said', async () => {
    const read = await reading({ table: asCsv(changed(bureau, 5, 2, null)), accounts: bureauAccounts }, { blankIsNought: true })
    expect(read.table.domestic[0]?.[0]).toBe(0)
    expect(read.balance).toContainEqual(expect.objectContaining({ kind: 'blank', severity: 'note', cell: 'flows.csv:6:9' }))
  })

  test.each([
    ['n/a', '“n/a” stands where a number belongs', 'a number; 0 where nothing flows'],
    ['NULL', '“NULL” stands where a number belongs', 'a number; 0 where nothing flows'],
    ['—', '“—” stands where a number belongs', 'a number; 0 where nothing flows'],
    ['about 150', 'the text “about 150” stands where a number belongs', 'a number such as 1234.5'],
    ['15O', '“15O” is no number: “O”, the letter O (U+004F) stands in it', '150'],
    ['１５０', '“１５０” is no number: “１”, a full-width digit (U+FF11) stands in it', '150'],
    ['15%', '“15%” is a percentage', 'an amount in the unit of the table'],
  ])('the text %s', async (text, what, expected) => {
    expect(await refused('farm,150', `farm,${text}`)).toEqual([`flows.csv:2:15  ${what}\n    expected: ${expected}`])
  })

  test('text late in the file, in a workbook by the name of its cell', async () => {
    const table = await asWorkbook(changed(bureau, 7, 4, 'x'))
    expect((await refusal({ table, accounts: bureauAccounts })).lines).toEqual([
      'flows.xlsx:8:5  投入产出表!E8: “x” stands where a number belongs\n    expected: a number; 0 where nothing flows',
    ])
  })

  test('one number with a comma between thousands among others without', async () => {
    const table = twoSectors.replace('500', '"1,500"').replace('350', '1350')
    expect((await refusal({ table })).lines).toEqual([
      'flows.csv:2:19  “1,500” has a comma between thousands, and other numbers have none\n    expected: 1500, as the number at flows.csv:2:27 is written; or commas between the thousands of all numbers',
    ])
  })

  test('an unquoted comma between thousands makes a cell too many, and is said', async () => {
    expect(await refused('1700', '1,700')).toEqual([
      'flows.csv:3:1  the row has 6 cells, and the heading 5\n    expected: as many cells as the heading has; a comma between thousands parts cells too',
    ])
  })

  test('commas between thousands of all numbers are read', async () => {
    const table = twoSectors.replace('1700', '"1,700"')
    const read = await reading({ table, accounts: accounts.replace('1000', '"1,000"').replace('2000', '"2,000"') })
    expect(read.table.finalUses[0]?.domestic).toEqual([350, 1700])
    expect(read.table.output).toEqual([1000, 2000])
    expect(read.balance).toContainEqual(expect.objectContaining({ kind: 'thousands', severity: 'note' }))
  })
})

describe('units that do not fit are refused', () => {
  test.each([10, 100, 1000, 10_000])('outputs in a unit %i times smaller', async (times) => {
    const other = `sector,gross_output,employment\nfarm,${1000 * times},300\nmill,${2000 * times},500\n`
    const { lines, balance } = await refusal({ table: twoSectors, accounts: other })
    expect(lines).toEqual([
      `sectors.csv:2:6  gross outputs are ${times.toLocaleString('en')} times the sums of their rows: they are in another unit than the flows\n    expected: outputs and flows in one unit`,
    ])
    expect(balance).toContainEqual(expect.objectContaining({ kind: 'unit', severity: 'error', cell: 'sectors.csv:2:6' }))
  })

  test('a row of flows ten thousand times as large as the others', async () => {
    const table = twoSectors.replace('150,500,350', '1500000,5000000,3500000')
    const { lines } = await refusal({ table, accounts })
    expect(lines).toEqual([
      'flows.csv:2:15  the uses of row “farm” are 10,000 times its gross output: the row, or its output, is in another unit\n    expected: flows and output in one unit; the output stands at sectors.csv:2:6',
    ])
  })

  test('a column of flows a thousand times as large', async () => {
    const table = twoSectors.replace('350', '350000').replace('1700', '1700000')
    expect((await refusal({ table, accounts })).lines).toEqual([
      'flows.csv:2:23  the column “consumption” is 1,000 times what balances the rows: it is in another unit\n    expected: flows in one unit',
    ])
  })

  test('a single cell that would balance its row in another unit', async () => {
    expect(await refused('1700', '17000')).toEqual([
      'flows.csv:3:23  in row “mill”, “17000” is 10 times what balances the row\n    expected: 1700, in the unit of the other cells',
    ])
  })

  const withImports = (domestic: number, imported: number): string =>
    `origin,sector,farm,mill,consumption
domestic,farm,${150 * domestic},${500 * domestic},${350 * domestic}
domestic,mill,200,100,1700
imported,farm,${30 * imported},${20 * imported},${10 * imported}
imported,mill,${10 * imported},${40 * imported},${50 * imported}
`

  test('imported rows ten thousand times as large as domestic ones, and ten thousand times as small', async () => {
    expect((await refusal({ table: withImports(1, 10_000), accounts })).lines).toEqual([
      expect.stringContaining('flows.csv:4:15  with imported products every column buys what it makes or more, and without them none does'),
    ])
    expect(await remarks(withImports(1, 0.0001))).toContainEqual(
      expect.objectContaining({ kind: 'unit', severity: 'warning', cell: 'flows.csv:4:15' }),
    )
    expect((await remarks(withImports(1, 1))).filter(({ kind }) => kind === 'unit')).toEqual([])
  })

  test('a row that balances in a unit of its own, as more than its buyers make', async () => {
    const table = `origin,sector,farm,mill,shop,consumption
domestic,farm,1500000,5000000,10000,3490000
domestic,mill,200,100,300,1400
domestic,shop,50,60,70,1820
`
    const other = 'sector,gross_output,employment\nfarm,10000000,300\nmill,2000,500\nshop,2000,400\n'
    expect((await refusal({ table, accounts: other })).lines).toEqual([
      expect.stringContaining('flows.csv:2:15  the row “farm” alone is more than most of its buyers make: it is in another unit'),
    ])
  })

  test('employment of one sector in persons where that of the others is in ten thousands', async () => {
    expect((await refusal({ table: asCsv(bureau), accounts: bureauAccounts.replace('01,50', '01,500000') })).lines).toEqual([
      expect.stringMatching(/^sectors\.csv:4:9 {2}“农林牧渔” has \d+ times the labour per output of the middle sector/),
    ])
  })

  test('employment in persons under a heading of ten thousands', async () => {
    expect(await refused('employment\nfarm,1000,300', 'employment_10k\nfarm,1000,300000000', true)).toEqual([
      expect.stringContaining('sectors.csv:2:11  employment comes to 3000005000000 persons, more than any country has at work'),
    ])
  })

  test('negative employment', async () => {
    expect(await refused('1000,300', '1000,-300', true)).toEqual([
      'sectors.csv:2:11  the employment of “farm” is negative: -300\n    expected: 0 or more',
    ])
  })
})

describe('coefficients and flows are told apart', () => {
  test('coefficients where flows belong', async () => {
    const table = 'origin,sector,farm,mill,consumption\ndomestic,farm,0.15,0.25,350\ndomestic,mill,0.20,0.05,1700\n'
    const first =
      'flows.csv:2:15  each column of the intermediate block sums below one, and rows do not balance: these are coefficients, and no flows'
    expect((await refusal({ table, accounts })).lines).toEqual([expect.stringContaining(first)])
    expect((await refusal({ table })).lines).toEqual([expect.stringContaining(first)])
  })

  test('flows beside outputs of one, as a table of coefficients ends', async () => {
    const other = 'sector,gross_output,employment\nfarm,1,300\nmill,1,500\n'
    expect((await refusal({ table: twoSectors, accounts: other })).lines).toEqual([
      expect.stringContaining(
        'sectors.csv:2:6  the gross output of every sector is 1, as columns of coefficients sum to: flows were taken for coefficients',
      ),
    ])
  })

  test('a small table in a large unit is no table of coefficients, as its rows balance', async () => {
    const inThousands = (text: string) => text.replace(/\d+/g, (digits) => (Number(digits) / 10_000).toFixed(4))
    const read = await reading({ table: inThousands(twoSectors), accounts: inThousands(accounts) })
    expect(read.table.output).toEqual([0.1, 0.2])
  })

  test('a column that buys as much as it makes, with its sum', async () => {
    const table = 'origin,sector,farm,mill,consumption\ndomestic,farm,150,1500,350\ndomestic,mill,200,500,1300\n'
    const other = 'sector,gross_output,employment\nfarm,2000,300\nmill,2000,500\n'
    expect((await refusal({ table, accounts: other })).lines).toEqual([
      'flows.csv:1:20  the input coefficients of column “mill” sum to 1, at or above one; the largest is bought from “farm”\n    expected: inputs below the gross output of the column',
    ])
  })

  test('a table that is singular, as all columns buy what they make', async () => {
    const table = 'origin,sector,farm,mill,consumption\ndomestic,farm,400,600,0\ndomestic,mill,600,400,0\n'
    const { lines } = await refusal({ table, accounts: 'sector,gross_output,employment\nfarm,1000,300\nmill,1000,500\n' })
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('the input coefficients of column “farm” sum to 1, at or above one')
    expect(lines[0]).toContain('So are those of all columns')
  })
})

describe('outputs and flows below nought, and sectors that are empty', () => {
  test('negative output is refused at its cell', async () => {
    expect(await refused('farm,1000', 'farm,-1000', true)).toEqual([
      'sectors.csv:2:6  the gross output of “farm” is negative: -1000\n    expected: gross output above 0',
    ])
  })

  test('an output of nought beside flows is refused', async () => {
    expect(await refused('farm,1000', 'farm,0', true)).toEqual([
      'sectors.csv:2:6  the gross output of “farm” is nought, and its flows are not\n    expected: gross output above 0',
    ])
  })

  test('a sector that is all nought is named, kept out, and changes nothing', async () => {
    const table =
      'origin,sector,farm,idle,mill,consumption\ndomestic,farm,150,0,500,350\ndomestic,idle,0,0,0,0\ndomestic,mill,200,0,100,1700\n'
    const read = await reading({ table, accounts: `${accounts}idle,0,0\n` })
    expect(read.table.sectors).toEqual(['farm', 'mill'])
    expect(read.sectors.map(({ name, at }) => [name, at])).toEqual([
      ['farm', 0],
      ['idle', null],
      ['mill', 1],
    ])
    expect(read.balance).toContainEqual(
      expect.objectContaining({ kind: 'idle-sector', sector: 'idle', cell: 'flows.csv:3:10', severity: 'warning' }),
    )
  })

  test('a negative flow is reported at its cell, and in inventories taken for usual', async () => {
    const table = 'origin,sector,farm,mill,consumption,inventory\ndomestic,farm,150,500,355,-5\ndomestic,mill,-10,100,1910,0\n'
    const found = (await remarks(table)).filter(({ kind }) => kind === 'negative-flow')
    expect(found.map(({ severity, cell }) => [severity, cell])).toEqual([
      ['warning', 'flows.csv:3:15'],
      ['note', 'flows.csv:2:27'],
    ])
  })

  test('a sector without employment has no employment multiplier, and that is said', async () => {
    const found = await remarks(twoSectors, accounts.replace('1000,300', '1000,0'))
    expect(found).toContainEqual(expect.objectContaining({ kind: 'employment', sector: 'farm', severity: 'warning' }))
  })
})

test('a block without final uses and without outputs is refused', async () => {
  expect((await refusal({ table: twoSectors.replace(/,\w+$/gm, '') })).lines).toEqual([
    expect.stringContaining('flows.csv:2:15  there is neither gross output nor final use'),
  ])
})

describe('names', () => {
  test('that occur twice are refused with the place of the other', async () => {
    expect(await refused('domestic,mill', 'domestic,farm')).toEqual([
      'flows.csv:3:10  a second domestic row is called “farm”, like the one at flows.csv:2:10\n    expected: a name of its own for each domestic row',
    ])
    expect(await refused('farm,mill,consumption', 'farm,farm,consumption')).toEqual([
      expect.stringContaining('flows.csv:1:20  a second column is called “farm”'),
    ])
    expect(await refused('mill,2000', 'farm,2000', true)).toEqual([
      expect.stringContaining('sectors.csv:3:1  a second row is called “farm”'),
    ])
    const twice = asCsv(changed(changed(bureau, 6, 0, '农林牧渔'), 6, 1, '01'))
    expect((await refusal({ table: twice })).lines.join('\n')).toContain(
      'flows.csv:7:1  a second row is called “农林牧渔”, like the one at flows.csv:6:1',
    )
  })

  test('of one file alone are refused with the nearest', async () => {
    expect(await refused('mill,2000', 'mills,2000', true)).toEqual([
      'flows.csv:3:10  the sector “mill” is not in sectors.csv\n    expected: mills',
      'sectors.csv:3:1  the sector “mills” is not in flows.csv\n    expected: mill',
    ])
  })

  test('of rows that no column has, and of columns without a row', async () => {
    expect(await refused('domestic,mill', 'domestic,mil')).toEqual([
      'flows.csv:1:20  the column “mill” has no row of domestic origin\n    expected: mil',
      'flows.csv:3:10  the sector “mil” has a row and no column\n    expected: mill',
    ])
    const short: readonly Row[] = bureau.filter((_, row) => row !== 6)
    expect((await refusal({ table: asCsv(short), accounts: bureauAccounts })).lines.join('\n')).toContain(
      'flows.csv:4:12  the column “工业” has no row',
    )
    const misspelt = asCsv(changed(bureau, 6, 0, '工业品'))
    expect((await refusal({ table: misspelt, accounts: bureauAccounts })).lines.join('\n')).toMatch(/the row “工业品” has no column/)
  })

  test('of an origin that there is not', async () => {
    expect(await refused('domestic,mill', 'abroad,mill')).toEqual([
      'flows.csv:3:1  “abroad” is no origin\n    expected: domestic or imported',
    ])
  })
})

describe('rows and columns are held against outputs within their digits', () => {
  const withFinal = (amount: string) => twoSectors.replace('350', amount)

  test('a gap on the edge of what digits allow is within, and one beyond it is reported with its size', async () => {
    // Three cells and the output, each half a unit: 2 in all.
    const row = async (amount: string) =>
      (await reading({ table: withFinal(amount), accounts })).balance.find(({ kind, sector }) => kind === 'row' && sector === 'farm')
    expect(await row('352')).toMatchObject({ gap: 2, allowed: 2, within: true, severity: 'ok' })
    expect(await row('353')).toMatchObject({ gap: 3, allowed: 2, within: false, severity: 'warning', cell: 'flows.csv:2:15' })
    expect(await row('352.1')).toMatchObject({ gap: 2.1, allowed: 1.55, within: false })
  })

  test('every row and every column has an entry', async () => {
    const { balance } = await reading({ table: asCsv(bureau), accounts: bureauAccounts })
    for (const kind of ['row', 'column'])
      expect(balance.filter((one) => one.kind === kind).map(({ sector, gap, within }) => [sector, gap, within])).toEqual(
        ['农林牧渔', '工业', '服务业'].map((sector) => [sector, 0, true]),
      )
  })

  test('a column whose value added does not add up, and a total that is none, are reported and not refused', async () => {
    const table = asCsv(changed(changed(bureau, 9, 2, 55), 5, 15, 47))
    const { balance } = await reading({ table, accounts: bureauAccounts })
    const off = balance.filter(({ within }) => within === false)
    expect(off).toContainEqual(expect.objectContaining({ kind: 'column', sector: '农林牧渔', gap: 5 }))
    expect(off).toContainEqual(expect.objectContaining({ kind: 'total', sector: '农林牧渔', gap: 5 }))
    expect(off).not.toContainEqual(expect.objectContaining({ kind: 'row' }))
  })
})

describe('files as other programs write them', () => {
  test('with a byte order mark and with carriage returns', async () => {
    const other = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`
    const read = await reading({ table: other(twoSectors), accounts: other(accounts) })
    expect(read.table.employment).toEqual([300, 500])
    expect(read.balance.find(({ kind }) => kind === 'row')?.cell).toBe('flows.csv:2:15')
  })

  test('in GB 18030 are read, and that is said', async () => {
    // 消费 is CF FB B7 D1 there.
    const bytes = (text: string) => Buffer.from(text.replaceAll('消', '\u00cf\u00fb').replaceAll('费', '\u00b7\u00d1'), 'latin1')
    const table = new Uint8Array(bytes(twoSectors.replace('consumption', '消费')))
    const read = await reading({ table, accounts })
    expect(read.table.finalUses.map(({ name, kind }) => [name, kind])).toEqual([['消费', 'consumption']])
    expect(read.balance).toContainEqual(
      expect.objectContaining({
        kind: 'reading',
        severity: 'note',
        message: { zh: 'flows.csv不是UTF-8，已按GB 18030读取', en: 'flows.csv is not UTF-8 and was read as GB 18030' },
      }),
    )
  })

  test('say in both languages what was left out or guessed', async () => {
    const read = await reading({
      table: twoSectors.replaceAll(/^(origin|domestic),/gm, ''),
      accounts: 'sector,gross_ouput,employment,employment_10k\nfarm,1000,300,1\nmill,2000,500,1\n',
    })
    const told = read.balance.filter(({ severity }) => severity !== 'ok').map(({ message }) => message)
    expect(told.map(({ en }) => en)).toEqual(
      expect.arrayContaining([
        'flows.csv has no column “origin”: all rows were taken for domestic products',
        'sectors.csv has 2 columns of employment; “employment” was taken, which stands first',
        'sectors.csv has no column “gross_output”; is “gross_ouput” meant?',
      ]),
    )
    expect(told.map(({ zh }) => zh)).toContain('sectors.csv没有“gross_output”一栏；是否应为“gross_ouput”？')
    for (const { zh } of told) expect(zh).toMatch(/\p{Script=Han}/u)
  })

  test('in UTF-16 are refused', async () => {
    const table = new Uint8Array(Buffer.from(`\uFEFF${twoSectors}`, 'utf16le'))
    expect((await refusal({ table, accounts })).lines).toEqual([
      'flows.csv:1:1  the file is UTF-16\n    expected: the same text, saved as UTF-8',
    ])
  })

  test('that hold no table are refused with what is expected', async () => {
    expect((await refusal({ table: 'a,b\n1,2\n' })).lines).toEqual([
      expect.stringContaining('flows.csv:1:1  no table was found whose sectors head rows and columns alike'),
    ])
    expect((await refusal({ table: twoSectors.replaceAll(',', ';') })).lines).toEqual([
      expect.stringContaining('flows.csv:1:7  the cells of this table are parted by “;”, a semicolon'),
    ])
    expect((await refusal({ table: '' })).lines).toEqual([expect.stringContaining('flows.csv:1:1  the file is empty')])
  })

  test('a workbook that is none is refused', async () => {
    expect((await refusal({ table: new Uint8Array([0x50, 1, 2, 3]) })).lines).toEqual([
      expect.stringContaining('flows.xlsx:1:1  this is no workbook that can be read'),
    ])
  })
})
