import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { inverse, Matrix } from 'ml-matrix'
import { describe, expect, it } from 'vitest'
import type { CategoryEstimate } from '../../../scripts/toolbox/scale-regression/estimate.ts'
import { recordOf } from '../../../scripts/toolbox/scale-regression/record.ts'
import { csvOf, estimateText, fitText, type Shop, withFile } from './shops.ts'

/** Turnovers and employees of eight shops, of which the last is far from the others. */
const eight: readonly Shop[] = [
  [1200, 2],
  [3400, 3],
  [5600, 9],
  [9100, 4],
  [15000, 12],
  [22000, 9],
  [41000, 31],
  [900000, 140],
].map(([turnover = 0, employees = 0]) => ({ category: 'books', turnover, employees }))

const logs = (shops: readonly Shop[]) => ({
  u: shops.map(({ turnover }) => Math.log(Number(turnover))),
  v: shops.map(({ turnover, employees }) => Math.log(Number(turnover)) - Math.log(Number(employees))),
})

/** The textbook's matrices: b = (X'X)^-1 X'v, and (X'X)^-1 X' diag(w e^2) X (X'X)^-1. */
const byMatrices = (shops: readonly Shop[]) => {
  const { u, v } = logs(shops)
  const x = new Matrix(u.map((value) => [1, value]))
  const bread = inverse(x.transpose().mmul(x))
  const coefficients = bread.mmul(x.transpose()).mmul(Matrix.columnVector(v)).to1DArray()
  const [p0 = 0, p1 = 0] = coefficients
  const residuals = v.map((value, row) => value - p0 - p1 * (u[row] ?? 0))
  const hat = x.mmul(bread).mmul(x.transpose()).diagonal()
  const n = shops.length
  const errors = (weight: (residual: number, leverage: number) => number) => {
    const meat = x
      .transpose()
      .mmul(Matrix.diag(residuals.map((residual, row) => weight(residual, hat[row] ?? 0))))
      .mmul(x)
    const variance = bread.mmul(meat).mmul(bread)
    return { p1: Math.sqrt(variance.get(1, 1)), p0: Math.sqrt(variance.get(0, 0)) }
  }
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0)
  return {
    p1,
    p0,
    residuals,
    hat,
    sigma: Math.sqrt(squares / (n - 2)),
    errors: {
      classical: errors(() => squares / (n - 2)),
      hc0: errors((e) => e ** 2),
      hc1: errors((e) => (e ** 2 * n) / (n - 2)),
      hc2: errors((e, h) => e ** 2 / (1 - h)),
      hc3: errors((e, h) => e ** 2 / (1 - h) ** 2),
    },
  }
}

/** What is told of a category, but for how many of its rows are dropped. */
const toldOf = (estimate: CategoryEstimate | undefined) => estimate && { ...recordOf(estimate), dropped: 0, dropped_by: {} }

describe('a line that goes through every shop', () => {
  // Turnover per head is the square root of turnover: 10 of 100, 100 of 10,000, so that p1 = 1/2 and p0 = 0.
  const exact: readonly Shop[] = [100, 10_000, 1_000_000].map((turnover) => ({ category: 'a', turnover, employees: Math.sqrt(turnover) }))

  it('has the slope and intercept that the shops were made with', async () => {
    const { line, r2, sigma, smearing } = await fitText(exact)
    expect(line.p1).toBeCloseTo(0.5, 13)
    expect(line.p0).toBeCloseTo(0, 12)
    expect(r2).toBeCloseTo(1, 13)
    expect(sigma).toBeLessThan(1e-11)
    expect(smearing).toBeCloseTo(1, 13)
  })
  it('gives each shop the employees that it has: 10 + 100 + 1,000', async () => {
    const { employment, employmentSmeared, employees } = await fitText(exact)
    expect(employment).toBeCloseTo(1110, 9)
    expect(employmentSmeared).toBeCloseTo(1110, 9)
    expect(employees).toBe(1110)
  })
})

describe('three shops whose line can be drawn by hand', () => {
  // ln x = 0, 1, 2 and ln(x / y) = 0, 1, 0: the slope is 0, the level 1/3, the residuals -1/3, 2/3, -1/3.
  const shops: readonly Shop[] = [
    { category: 'a', turnover: 1, employees: 1 },
    { category: 'a', turnover: Math.E, employees: 1 },
    { category: 'a', turnover: Math.E ** 2, employees: Math.E ** 2 },
  ]

  it('is level at a third', async () => {
    const { line, sigma, r2 } = await fitText(shops)
    expect(line.p1).toBeCloseTo(0, 13)
    expect(line.p0).toBeCloseTo(1 / 3, 13)
    // The squares of the residuals add up to 6/9, with one degree of freedom.
    expect(sigma).toBeCloseTo(Math.sqrt(2 / 3), 13)
    expect(r2).toBeCloseTo(0, 12)
  })
  it('is smeared by the mean of exp(1/3), exp(-2/3) and exp(1/3)', async () => {
    const { smearing, employment, lognormal } = await fitText(shops)
    expect(smearing).toBeCloseTo((2 * Math.exp(1 / 3) + Math.exp(-2 / 3)) / 3, 13)
    expect(lognormal).toBeCloseTo(Math.exp(1 / 3), 12)
    expect(employment).toBeCloseTo((1 + Math.E + Math.E ** 2) / Math.exp(1 / 3), 12)
  })
  it('has a slope whose HC3 error is known: residuals over one minus leverages of 5/6, 1/3 and 5/6', async () => {
    // The ends weigh (1/3) / (1/6) = 2 each, the middle is at the mean: sqrt(4 + 4) / 2.
    const { errors } = await fitText(shops)
    expect(errors.hc3?.p1).toBeCloseTo(Math.SQRT2, 11)
    // HC0: sqrt(2 / 9) / 2; HC1 has 3 / 1 times its variance.
    expect(errors.hc0?.p1).toBeCloseTo(Math.sqrt(2) / 6, 12)
    expect(errors.hc1?.p1).toBeCloseTo(Math.sqrt(6) / 6, 12)
  })
  it('explains another part of ln(employees) than of turnover per head', async () => {
    // ln y = 0, 0, 2: 8/3 about its mean, of which 2/3 is left.
    expect((await fitText(shops)).r2OfEmployment).toBeCloseTo(3 / 4, 12)
  })
})

describe('standard errors', () => {
  it('are those of the textbook’s matrices', async () => {
    const { errors, line, sigma, mostLeverage } = await fitText(eight)
    const direct = byMatrices(eight)
    expect(line.p1).toBeCloseTo(direct.p1, 11)
    expect(line.p0).toBeCloseTo(direct.p0, 10)
    expect(sigma).toBeCloseTo(direct.sigma, 11)
    expect(mostLeverage).toBeCloseTo(Math.max(...direct.hat), 11)
    for (const kind of ['classical', 'hc0', 'hc1', 'hc2', 'hc3'] as const) {
      expect(errors[kind]?.p1, kind).toBeCloseTo(direct.errors[kind].p1, 11)
      expect(errors[kind]?.p0, kind).toBeCloseTo(direct.errors[kind].p0, 10)
    }
  })
  it('differ from each other here, so that one told for another is noticed', async () => {
    const { errors } = await fitText(eight)
    const told = Object.values(errors).map((error) => error?.p1.toPrecision(6))
    expect(new Set(told).size).toBe(5)
  })
  it('are not told of two shops, which leave nothing over', async () => {
    const { errors, sigma } = await fitText(eight.slice(0, 2))
    expect(Object.values(errors).every((error) => error === undefined)).toBe(true)
    expect(sigma).toBeUndefined()
  })
  it('of HC2 and HC3 are not told where the line must go through one shop', async () => {
    const shops = [
      ...[2, 3, 5].map((employees) => ({ category: 'a', turnover: 100, employees })),
      { category: 'a', turnover: 900, employees: 7 },
    ]
    const { errors, mostLeverage, mostLeverageTurnover } = await fitText(shops)
    expect(mostLeverage).toBeCloseTo(1, 12)
    expect(mostLeverageTurnover).toBe(900)
    expect(errors.hc1).toBeDefined()
    expect(errors.hc2).toBeUndefined()
    expect(errors.hc3).toBeUndefined()
  })
})

describe('rows that cannot be used', () => {
  const rows: readonly Shop[] = [
    ...eight,
    { category: 'books', employees: 3 },
    { category: 'books', turnover: 'NULL', employees: 3 },
    { category: 'books', turnover: 'unknown', employees: 3 },
    { category: 'books', turnover: 'NaN', employees: 3 },
    { category: 'books', turnover: 0, employees: 3 },
    { category: 'books', turnover: -5, employees: 3 },
    { category: 'books', turnover: 10 },
    { category: 'books', turnover: 10, employees: 'two' },
    { category: 'books', turnover: 10, employees: 0 },
    { category: 'books', turnover: 10, employees: -1 },
    { category: 'books', turnover: '1_000', employees: 1 },
    { category: 'books', turnover: '1,234', employees: 1 },
  ]

  it('are counted by the first reason that holds, and move nothing', async () => {
    const [books] = await estimateText(csvOf(rows))
    expect(books).toMatchObject({
      n: 8,
      dropped: 12,
      droppedBy: {
        turnover_null: 2,
        turnover_not_a_number: 4,
        turnover_nought: 1,
        turnover_negative: 1,
        employees_null: 1,
        employees_not_a_number: 1,
        employees_nought: 1,
        employees_negative: 1,
      },
    })
    expect(books?.fitted?.line).toEqual((await fitText(eight)).line)
  })
  it('have commas between thousands, unless these are asked for', async () => {
    const [books] = await estimateText(csvOf(rows), { thousands: true })
    expect(books).toMatchObject({ n: 9, dropped: 11, droppedBy: { turnover_not_a_number: 3 } })
  })
  it('do not become thousands where commas part no threes', async () => {
    const [books] = await estimateText(csvOf([...eight, { category: 'books', turnover: '12,34', employees: 1 }]), { thousands: true })
    expect(books?.droppedBy).toEqual({ turnover_not_a_number: 1 })
  })
  it('may come late: a word in row 30,000 of numbers changes no other row', async () => {
    const many = Array.from({ length: 30_000 }, (_, row) => ({ category: 'a', turnover: 100 + row, employees: 1 + (row % 7) }))
    const [clean] = await estimateText(csvOf(many))
    const [worded] = await estimateText(csvOf([...many, { category: 'a', turnover: '约三万', employees: 2 }]))
    expect(worded).toMatchObject({ n: 30_000, dropped: 1, droppedBy: { turnover_not_a_number: 1 } })
    expect(toldOf(worded)).toEqual(toldOf(clean))
  })
  it('are all of a category with one shop, or with one turnover', async () => {
    const estimates = await estimateText(
      csvOf([
        { category: 'alone', turnover: 5, employees: 1 },
        { category: 'alone', employees: 1 },
        { category: 'level', turnover: 7, employees: 1 },
        { category: 'level', turnover: 7, employees: 2 },
      ]),
    )
    expect(estimates.map(({ category, n, dropped, droppedBy, fitted }) => ({ category, n, dropped, droppedBy, fitted }))).toEqual([
      { category: 'alone', n: 0, dropped: 2, droppedBy: { turnover_null: 1, one_shop: 1 }, fitted: undefined },
      { category: 'level', n: 0, dropped: 2, droppedBy: { constant_turnover: 2 }, fitted: undefined },
    ])
  })
  it('may lack a category, or have a blank one, and are told together', async () => {
    const estimates = await estimateText(csvOf([...eight, { turnover: 5, employees: 1 }, { category: '  ', turnover: 5, employees: 1 }]))
    expect(estimates.map(({ category }) => category)).toEqual(['books', null])
    expect(estimates[1]).toMatchObject({ n: 0, dropped: 2, droppedBy: { no_category: 2 } })
  })
})

describe('categories', () => {
  it('come in the order of their bytes, in quotes or in Chinese', async () => {
    const names = ['服饰', 'a "b", c', 'Z', "o'clock", '食品']
    const shops = names.flatMap((category) => eight.map((shop) => ({ ...shop, category })))
    const estimates = await estimateText(csvOf(shops))
    expect(estimates.map(({ category }) => category)).toEqual(['Z', 'a "b", c', "o'clock", '服饰', '食品'])
    expect(estimates.every(({ n }) => n === 8)).toBe(true)
  })
  it('may stand in a column of another name', async () => {
    const text = csvOf(eight).replace('category,turnover', '\ufeff类目,销售额')
    const [books] = await estimateText(text, { columns: 'category=类目,turnover=销售额' })
    expect(books?.n).toBe(8)
  })
})

describe('a file’s path', () => {
  it.each(['category=other/shops.csv', 'turnover=1/shops.csv', 'shops[1].csv', 'shops*.csv'])(
    'is letters alone: %s is read as it stands, with its own columns',
    async (name) => {
      const estimates = await estimateText(csvOf(eight), { name })
      expect(estimates.map(({ category, n }) => [category, n])).toEqual([['books', 8]])
      expect(estimates.map(toldOf)).toEqual((await estimateText(csvOf(eight))).map(toldOf))
    },
  )
  it('is letters alone for Parquet too', async () => {
    const written = await withFile(csvOf(eight), async (file) => {
      const instance = await DuckDBInstance.create(':memory:')
      const connection = await instance.connect()
      await connection.run(`COPY (FROM '${file}') TO '${file}.parquet' (FORMAT parquet)`)
      connection.closeSync()
      instance.closeSync()
      return readFileSync(`${file}.parquet`)
    })
    const estimates = await estimateText(written, { name: 'category=other/shops[1].parquet' })
    expect(estimates.map(({ category, n }) => [category, n])).toEqual([['books', 8]])
  })
})

describe('files that cannot be read', () => {
  it.each([
    ['an empty file', '', /:1:1 {2}the file is empty\n {4}expected: a heading/],
    ['a misspelt column', 'category,turnovr,employees\na,1,2\n', /no column “turnover” for turnover\n {4}expected: turnovr/],
    ['two columns of one name', 'category,turnover,turnover,employees\n', /two columns are called “turnover”, in whatever case/],
    [
      'two columns that differ in case alone',
      'category,Turnover,turnover,employees\n',
      /two columns are called “turnover”, in whatever case/,
    ],
    [
      'a row with a field too many',
      `${csvOf(eight)}\nbooks,1,234,5,6\n`,
      /shops\.csv:10:1 {2}this row has 5 fields, and the heading has 4/,
    ],
    ['UTF-16', Buffer.from('\ufeffcategory,turnover,employees\n', 'utf16le'), /this is UTF-16\n {4}expected: UTF-8/],
    ['GBK', Buffer.from([0xc0, 0xe0, 0xc4, 0xbf, 0x2c, 0x61, 0x0a]), /this is not UTF-8\n {4}expected: UTF-8; a file in GBK becomes so/],
    [
      'a line in GBK among many in UTF-8',
      Buffer.concat([Buffer.from(`${csvOf(eight)}\n`), Buffer.from([0xc0, 0xe0, 0x2c, 0x35, 0x2c, 0x36, 0x2c, 0x0a])]),
      /shops\.csv:10:1 {2}this is not UTF-8/,
    ],
    [
      'a line that ends in another way',
      'category,turnover,employees\r\na,1,2\nb,3,4\r\n',
      /its lines do not all end alike\n {4}expected: one kind/,
    ],
    ['a missing column', 'category,turnover\na,1\n', /no column “employees”.*\n.*--columns employees=NAME/],
  ])('say where %s is wrong and what was expected', async (_, text, message) => {
    await expect(estimateText(text)).rejects.toThrow(message)
  })
  it('may begin with empty lines: the heading is no row', async () => {
    const estimates = await estimateText(`\n\n${csvOf(eight)}`)
    expect(estimates.map(({ category, n, dropped }) => [category, n, dropped])).toEqual([['books', 8, 0]])
  })
  it('have no rows under their heading: there is no category', async () => {
    expect(await estimateText('category,turnover,employees\n')).toEqual([])
  })
})

const someShops = fc.array(
  fc.record({
    turnover: fc.double({ min: 1e-3, max: 1e9, noNaN: true }),
    employees: fc.double({ min: 0.01, max: 1e5, noNaN: true }),
  }),
  { minLength: 3, maxLength: 40 },
)
const inCategory = (shops: readonly { readonly turnover: number; readonly employees: number }[]): readonly Shop[] =>
  shops.map((shop) => ({ category: 'a', ...shop }))

describe('laws', () => {
  it('the order of rows and the number of threads move no bit', async () => {
    await fc.assert(
      fc.asyncProperty(someShops, fc.integer({ min: 1, max: 4 }), async (shops, threads) => {
        const [forth] = await estimateText(csvOf(inCategory(shops)), { threads: 1 })
        const [back] = await estimateText(csvOf(inCategory(shops.toReversed())), { threads })
        expect(back).toEqual(forth)
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })
  it('another unit of turnover leaves the slope, and shifts the intercept by (1 - p1) times its logarithm', async () => {
    await fc.assert(
      fc.asyncProperty(someShops, async (shops) => {
        const [yuan] = await estimateText(csvOf(inCategory(shops)))
        const [wan] = await estimateText(csvOf(inCategory(shops.map((shop) => ({ ...shop, turnover: shop.turnover * 10_000 })))))
        if (!yuan?.fitted || !wan?.fitted || yuan.fitted.mostLeverage > 0.999 || yuan.fitted.line.squaresU < 1) return
        const { p1, p0 } = yuan.fitted.line
        expect(wan.fitted.line.p1).toBeCloseTo(p1, 7)
        expect(wan.fitted.line.p0).toBeCloseTo(p0 + (1 - p1) * Math.log(10_000), 6)
        expect(wan.fitted.employment / yuan.fitted.employment).toBeCloseTo(1, 7)
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })
  it('smearing is at least one, and the mean of exp(-residual)', async () => {
    await fc.assert(
      fc.asyncProperty(someShops, async (shops) => {
        const [estimate] = await estimateText(csvOf(inCategory(shops)))
        if (!estimate?.fitted) return
        expect(estimate.fitted.smearing).toBeGreaterThanOrEqual(1)
        expect(estimate.fitted.employmentSmeared).toBeGreaterThanOrEqual(estimate.fitted.employment)
        const direct = byMatrices(inCategory(shops))
        const mean = direct.residuals.reduce((sum, residual) => sum + Math.exp(-residual), 0) / shops.length
        if (estimate.fitted.mostLeverage < 0.999 && estimate.fitted.line.squaresU > 1)
          expect(estimate.fitted.smearing / mean).toBeCloseTo(1, 6)
      }),
      { numRuns: 6, endOnFailure: true },
    )
  })
  it('rows that are NULL are never counted', async () => {
    await fc.assert(
      fc.asyncProperty(someShops, fc.nat({ max: 5 }), async (shops, nulls) => {
        const blanks = Array.from({ length: nulls }, (): Shop => ({ category: 'a', employees: 1 }))
        const [with_] = await estimateText(csvOf([...inCategory(shops), ...blanks]))
        const [without] = await estimateText(csvOf(inCategory(shops)))
        expect(with_?.n).toBe(without?.n)
        expect((with_?.dropped ?? 0) - (without?.dropped ?? 0)).toBe(nulls)
        expect(toldOf(with_)).toEqual(toldOf(without))
      }),
      { numRuns: 5 },
    )
  })
})

describe('turnovers that differ little', () => {
  it('are read again about their mean, and give the digits that their logarithms have', async () => {
    const shops = Array.from({ length: 9 }, (_, row) => ({ category: 'a', turnover: 1_000_000 + row / 1024, employees: 3 + (row % 3) }))
    const { line } = await fitText(shops)
    // By centred sums; the logarithms differ by 1e-9 and have 2e-15 of error each.
    const { u, v } = logs(shops)
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    const [meanU, meanV] = [mean(u), mean(v)]
    const slope =
      u.reduce((sum, value, row) => sum + (value - meanU) * ((v[row] ?? 0) - meanV), 0) /
      u.reduce((sum, value) => sum + (value - meanU) ** 2, 0)
    expect(line.p1 / slope).toBeCloseTo(1, 5)
  })
})

describe('a shop far from all others', () => {
  const usual = Array.from({ length: 60 }, (_, row) => ({
    category: 'usual',
    turnover: 500 * 1.1 ** row,
    employees: 1.07 ** row * (1 + ((row * 7) % 11) / 10),
  }))
  const told = async (shops: readonly Shop[], category: string) =>
    toldOf((await estimateText(csvOf(shops))).find((each) => each.category === category))

  it('takes no digit from the errors of another category, however near to one its leverage is', async () => {
    const near = Array.from({ length: 50 }, (_, row) => ({ category: 'far', turnover: 100 + row / 100, employees: 2 + (row % 3) }))
    const alone = await told(usual, 'usual')
    const beside = await told([...usual, ...near, { category: 'far', turnover: 1_000_000, employees: 300 }], 'usual')
    for (const name of ['se_p1', 'se_p0', 'se_p1_hc2', 'sigma', 'smearing', 'employment'] as const)
      expect(Number(beside?.[name]) / Number(alone?.[name]), name).toBeCloseTo(1, 9)
  })

  it.each([1e300, 1e-300])('with %d employees, is answered for as it stands, and moves no other category', async (employees) => {
    const many = [...usual, ...usual].map((each) => ({ ...each, category: 'far' }))
    const shops = [...usual, ...many, { category: 'far', turnover: 20_000, employees }]
    const found = (await estimateText(csvOf(shops))).find(({ category }) => category === 'far')?.fitted
    const { residuals } = byMatrices(shops.filter(({ category }) => category === 'far'))
    const mean = residuals.reduce((sum, residual) => sum + Math.exp(-residual), 0) / residuals.length
    expect(Math.log(found?.smearing ?? 0)).toBeCloseTo(Math.log(mean), 9)
    const [alone, beside] = [await told(usual, 'usual'), await told(shops, 'usual')]
    for (const name of ['se_p1', 'smearing', 'employment', 'employees'] as const)
      expect(Number(beside?.[name]) / Number(alone?.[name]), name).toBeCloseTo(1, 9)
  })
})
