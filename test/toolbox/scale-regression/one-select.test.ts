import { expect, test } from 'vitest'
import { clickhouse } from '../../../scripts/toolbox/scale-regression/dialect.ts'
import { inOneSelect } from '../../../scripts/toolbox/scale-regression/one-select.ts'
import { droppedRows, type Shops, sufficientStatistics } from '../../../scripts/toolbox/scale-regression/statements.ts'

test('what inner SELECTs compute stands where it is used first, and by its name from then on', () => {
  expect(
    inOneSelect(
      'SELECT kind, sum(a) AS total, sum(a * b) AS products FROM (SELECT kind, x + 1 AS a, x AS b FROM (SELECT `type` AS kind, `amount` AS x FROM shops WHERE `amount` > 0) AS inner_rows WHERE x < 9) AS outer_rows GROUP BY kind',
    ),
  ).toBe(
    'SELECT `type` AS kind, sum((`amount` + 1 AS shop_row_a)) AS total, sum(shop_row_a * `amount`) AS products FROM shops WHERE (`amount` > 0) AND (`amount` < 9) GROUP BY `type`',
  )
})

test('words in quotes are no names, brackets and commas in them none either', () => {
  expect(inOneSelect("SELECT k, sum(a) AS s FROM (SELECT `a` AS k, if(`b, (` = 'a FROM (', 1, 2) AS a FROM t) AS rows GROUP BY k")).toBe(
    "SELECT `a` AS k, sum((if(`b, (` = 'a FROM (', 1, 2) AS shop_row_a)) AS s FROM t GROUP BY `a`",
  )
})

test('a name that means two things is refused', () => {
  expect(() =>
    inOneSelect('SELECT sum(a) AS s FROM (SELECT a + 1 AS a FROM (SELECT `x` AS a FROM t) AS inner_rows) AS outer_rows'),
  ).toThrow(/“a” means two things/)
})

test('every statement of the scale regression can be written so', () => {
  const column = (name: string) => ({ name, kind: 'text' as const, type: 'String' })
  const shops: Shops = {
    dialect: clickhouse,
    table: 'shops',
    category: column('category'),
    turnover: column('turnover'),
    employees: column('employees'),
    thousands: true,
  }
  const grid = { place: 40, total: 20, rows: 10, each: 10 }
  const centres = { categories: ['a', "b's"], values: { centre_u: [1, 2], centre_v: [3, 4], spread_u: [1, 1], spread_v: [1, 1] } }
  const grids = { u: grid, v: grid, uu: grid, uv: grid, vv: grid }
  for (const statement of [sufficientStatistics(shops, grids), sufficientStatistics(shops, grids, centres), droppedRows(shops)]) {
    expect(statement.match(/SELECT/g)?.length).toBeGreaterThan(1)
    expect(inOneSelect(statement).match(/SELECT/g)).toHaveLength(1)
  }
})
