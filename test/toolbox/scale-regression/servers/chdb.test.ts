/** The scale regression in ClickHouse’s dialect of today, in process. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Column } from '../../../../scripts/toolbox/scale-regression/engine.ts'
import { type Chdb, chdbMissing, openChdb } from '../../../servers/chdb.ts'
import { estimated, estimatedInFile } from '../../../servers/estimated.ts'
import { shopRows } from '../../../servers/shops.ts'
import { describeWith } from '../../../servers/skipping.ts'

const columns: readonly Column[] = [
  { name: 'category', kind: 'text', type: 'Nullable(String)' },
  { name: 'turnover', kind: 'text', type: 'Nullable(String)' },
  { name: 'employees', kind: 'number', type: 'Nullable(Float64)' },
]

describeWith(chdbMissing, 'shops in chdb', () => {
  let chdb: Chdb
  const rows = shopRows()

  beforeAll(() => {
    chdb = openChdb()
    chdb.ask('CREATE DATABASE sales')
    chdb.ask(
      `CREATE TABLE sales.shops (${columns.map(({ name, type }) => `${name} ${type}`).join(', ')}) ENGINE = MergeTree ORDER BY tuple()`,
    )
    chdb.insert('sales.shops', rows)
  })
  afterAll(() => chdb?.close())

  test('it gives the numbers of the file, digit for digit, and drops the same rows for the same reasons', async () => {
    expect(await estimated(chdb.engine('sales.shops', columns))).toEqual(await estimatedInFile(rows))
  })

  test('columns that go by the names of a statement’s own quantities are no others', async () => {
    const named: readonly Column[] = columns.map((column, index) => ({ ...column, name: ['u', 'y', 'x'][index] ?? '' }))
    chdb.ask(
      'CREATE TABLE sales.letters ENGINE = MergeTree ORDER BY tuple() AS SELECT category AS u, turnover AS y, employees AS x FROM sales.shops',
    )
    const letters = { category: 'u', turnover: 'y', employees: 'x' }
    expect(await estimated(chdb.engine('sales.letters', named), letters)).toEqual(await estimatedInFile(rows))
  })
})
