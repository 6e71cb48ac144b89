/** One list of shops for every engine, with all that a ledger of dropped rows tells apart. Synthetic: made by the rule below. */

/** Category, turnover (a column of text), employees (a column of numbers). */
export type ShopRow = readonly [category: string | null, turnover: string | null, employees: string | null]

/** A generator that everyone can repeat: Lehmer's, with Park and Miller's multiplier of 1993. */
const unitNumbers = function* (seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647
    yield state / 2147483647
  }
}

/** Three categories whose jobs follow the scale regression with noise, rows interleaved. */
const regular = (count: number): ShopRow[] => {
  const units = unitNumbers(2020)
  const next = (): number => units.next().value as number
  return Array.from({ length: count }, (_, index): ShopRow => {
    const category = ['餐饮', "women's clothes", 'Zubehör'][index % 3] ?? ''
    const turnover = Math.exp(9 + 5 * next())
    const employees = Math.max(1, Math.round(turnover ** 0.4 * (0.02 + 0.06 * next()) * 10)) / 2
    return [category, turnover.toFixed(2), String(employees)]
  })
}

/** Rows that are dropped, and what they are dropped for, in the names of the command’s ledger. */
export const faultyRows: readonly (readonly [ShopRow, reason: string])[] = [
  [['餐饮', null, '3'], 'turnover null'],
  [['餐饮', '', '3'], 'turnover null'],
  [['餐饮', 'NULL', '3'], 'turnover null'],
  [['餐饮', 'n/a', '3'], 'turnover not a number'],
  [['餐饮', '1,234', '3'], 'turnover not a number'],
  [['餐饮', '1_000', '3'], 'turnover not a number'],
  [['餐饮', '0x10', '3'], 'turnover not a number'],
  [['餐饮', 'NaN', '3'], 'turnover not a number'],
  [['餐饮', 'inf', '3'], 'turnover not a number'],
  [['餐饮', '0', '3'], 'turnover nought'],
  [['餐饮', '-0.00', '3'], 'turnover nought'],
  [['餐饮', '-12.5', '3'], 'turnover negative'],
  [["women's clothes", '800', null], 'employees null'],
  [["women's clothes", '800', '0'], 'employees nought'],
  [["women's clothes", '800', '-2'], 'employees negative'],
]

/** Used like any other: blanks around, an exponent, a sign. */
const unusual: readonly ShopRow[] = [
  ['Zubehör', ' 12000 ', '4'],
  ['Zubehör', '1.25e4', '4.5'],
  ['Zubehör', '+13000.50', '5'],
]

export const oneShop = 'a single shop'
export const sameTurnover = 'same turnover'

export const shopRows = (count = 3000): readonly ShopRow[] => [
  ...regular(count),
  ...faultyRows.map(([row]) => row),
  ...unusual,
  [oneShop, '5000', '2'],
  [sameTurnover, '7000', '2'],
  [sameTurnover, '7000', '3'],
  [sameTurnover, '7000', '4'],
  [null, '9000', '2'],
  [' ', '9000', '2'],
]

/** The same rows as a file; nothing stands where a value is missing. */
export const shopsCsv = (rows: readonly ShopRow[]): string =>
  [
    'category,turnover,employees',
    ...rows.map((row) => row.map((value) => (value === null ? '' : `"${value.replaceAll('"', '""')}"`)).join(',')),
  ].join('\n')
