import { describe, expect, test } from 'vitest'
import { printedText } from '../../../scripts/ledger/data/data-types.ts'
import { ledger } from '../estimates/support.ts'

const { data } = ledger
const { inputs, units } = data

describe('what the sources print', () => {
  test('is kept in digits as printed', () => {
    for (const { id, digits } of inputs) expect(digits, id).toMatch(/^[-−]?\d+(\.\d+)?$/)
    expect(inputs.find(({ id }) => id === 'retail.hardware.directJobs')?.digits).toBe('98.0')
    expect(inputs.find(({ id }) => id === 'retail.appliances.slope')?.digits).toBe('0.90')
  })

  test('has a unit, a scope, a label in both languages and, where cited, a place', () => {
    for (const { id, unit, scope, label, kind, locator } of inputs) {
      expect(units.printed.get(unit), id).toBeDefined()
      expect(scope.period.length * scope.entity.length * label.zh.length * label.en.length, id).toBeGreaterThan(0)
      if (kind === 'cited') expect(locator, id).toBeDefined()
    }
  })

  test.each([
    ['services.catering.employmentGrowth', '4.8%'],
    ['retail.food.slope', '0.85'],
    ['services.catering.turnover', '2298.87 亿元'],
    ['entertainment.accounts', '近百万个'],
    ['retail.hardware.directJobs', '98.0 万个'],
  ])('%s is printed as “%s”', (id, text) => {
    const input = inputs.find((each) => each.id === id)
    expect(input && printedText(input)).toBe(text)
  })

  test('joined from two sources in one table names the source of each column', () => {
    const [output, jobs] = ['sectors.trade.output', 'sectors.trade.jobs'].map((id) => inputs.find((each) => each.id === id))
    expect([output?.source, output?.scope]).toEqual(['nbs-2017', { period: '2017', entity: 'china' }])
    expect([jobs?.source, jobs?.scope]).toEqual(['wang-2021', { period: '2017', entity: 'china', measure: 'head-count' }])
  })

  test('in a keyed table is found by its keys', () => {
    expect(inputs.find(({ id }) => id === 'flows.imported.catering.trade')?.locator).toMatchObject({
      row: 'imported / catering',
      column: 'trade',
    })
  })

  test('with a mark beside it is read without the mark', () => {
    expect(data.claims.find(({ id }) => id === 'inputOutput.grossOutput2019@table-2-3')?.digits).toBe('2663676')
    expect(data.tables.get('projection')?.csv.cell('总产出', '2019 年', { file: '', line: 1, column: 1 }).text).toBe('2663676（估计值）')
  })

  test('counts people in a measure', () => {
    expect(inputs.filter(({ unit, scope }) => units.printed.get(unit)?.base === 'person' && !scope.measure).map(({ id }) => id)).toEqual([])
  })
})

describe('table 2.4', () => {
  test('prints a total that is two tenths more than its rows', () => {
    const table = data.tables.get('retail-categories')
    const column = table?.csv.header.indexOf('emp_tra（万个）') ?? -1
    const cells = table?.csv.rows.map((row) => Number(row[column]?.text)) ?? []
    const total = cells.at(-1) ?? 0
    expect(cells).toHaveLength(16)
    expect(total - cells.slice(0, -1).reduce((sum, cell) => sum + cell, 0)).toBeCloseTo(0.2, 9)
  })
})

describe('table 2.2', () => {
  const table = data.tables.get('input-output')
  const cell = (row: string, column: string) => Number(table?.csv.cell(row, column, table.place).text)
  test('balances: total input is total output, and value added plus intermediate input is both', () => {
    expect(cell('总投入', '合计（中间使用）')).toBe(cell('合计（中间投入）', '总产出'))
    expect(cell('合计（中间投入）', '合计（中间使用）') + cell('合计（增加值）', '合计（中间使用）')).toBeCloseTo(
      cell('总投入', '合计（中间使用）'),
      6,
    )
    expect(cell('合计（中间投入）', '农产品（中间使用）') + cell('合计（增加值）', '农产品（中间使用）')).toBeCloseTo(
      cell('总投入', '农产品（中间使用）'),
      6,
    )
  })
})
