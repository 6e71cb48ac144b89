/** Words beside each other do not cover each other: heads of columns, entries of a key, values over a line. */
import { describe, expect, test } from 'vitest'
import type { Language } from '../../../scripts/ledger/types.ts'
import { kinds } from '../../../src/charts/kinds/index.ts'
import { marksOf, type Painted, paint, sheetOf } from './drawing.ts'
import { row, setting } from './examples.ts'

const matrixOf = (columns: readonly string[], language: Language, narrow: boolean) =>
  kinds.matrix(
    ['First', 'Second'].map((id) => row(id, 1, { label: id, cells: columns.map((column) => ({ column, state: 'full', text: column })) })),
    setting(narrow, { language }),
  )

const meet = ({ bounds: one }: Painted, { bounds: other }: Painted): boolean =>
  Math.min(one.x2, other.x2) - Math.max(one.x1, other.x1) > 0 && Math.min(one.y2, other.y2) - Math.max(one.y1, other.y1) > 0

const heads: readonly (readonly [name: string, language: Language, columns: readonly string[]])[] = [
  ['some letters', 'en', ['A', 'B', 'C', 'D', 'E', 'F']],
  ['a long word among short ones', 'en', ['By the way', 'Incomprehensibility', 'On the other hand', 'Pay']],
  ['eight with a long word each', 'en', Array.from({ length: 8 }, (_, index) => `${index} characteristics`)],
  ['Chinese without spaces', 'zh', ['店主卖家', '其雇员与上游', '船工司机', '创作者主播', '平台员工与服务商']],
  ['Chinese with years', 'zh', ['城市2019', '城市2023', '农村2019', '农村2023', '其他', '不详']],
]

describe.each([false, true])('heads of a matrix (narrow: %s)', (narrow) => {
  test.each(heads)('do not cover each other: %s', async (_, language, columns) => {
    const spec = matrixOf(columns, language, narrow)
    const words = marksOf(await paint(spec), 'text').filter(({ datum }) => datum.column !== undefined)
    expect(words.length).toBe(columns.length)
    const { left, right } = sheetOf(spec)
    words.forEach((word, index) => {
      expect(
        words
          .slice(index + 1)
          .filter((other) => meet(word, other))
          .map(({ text }) => text),
        word.text,
      ).toEqual([])
      expect(word.bounds.x1, word.text).toBeGreaterThanOrEqual(left - 1)
      expect(word.bounds.x2, word.text).toBeLessThanOrEqual(right + 1)
    })
  })
})

test('letters as heads stand upright on a narrow sheet too', async () => {
  const [letter] = marksOf(await paint(matrixOf(['A', 'B', 'C'], 'en', true)), 'text').filter(({ datum }) => datum.column === 'A')
  expect(letter && letter.bounds.y2 - letter.bounds.y1).toBeGreaterThan((letter && letter.bounds.x2 - letter.bounds.x1) ?? Number.NaN)
})

test('a tick near the end of a narrow scale has its words on the sheet', async () => {
  const rows = [row('a', 0.00095), row('b', 0.5)]
  const spec = kinds.range(rows, setting(true, { axis: { scale: 'log', ticks: [0.001, 0.01, 0.1] }, write: (value) => `${value * 100} %` }))
  const { left } = sheetOf(spec)
  for (const { text, bounds } of marksOf(await paint(spec), 'text')) expect(bounds.x1, text).toBeGreaterThanOrEqual(left)
})

test('a line that climbs from a point leaves its value alone', async () => {
  const rows = [1, 2, 9, 9.5].map((value, index) => row(`r${index}`, value, { at: `${2001 + index}` }))
  const picture = await paint(kinds.line(rows, setting(true)))
  const [point] = marksOf(picture, 'symbol', 'r1')
  const value = marksOf(picture, 'text', 'r1')[0]
  expect(value?.bounds.x2).toBeLessThanOrEqual(((point?.bounds.x1 ?? 0) + (point?.bounds.x2 ?? 0)) / 2 + 1)
})

test.each([true, false])('the name of a result that is long stays on its sheet, in lines (narrow: %s)', async (narrow) => {
  const long = 'All that a study counts of those who have work by way of a platform, together with all who supply them'
  const ends = [
    { value: 1, shown: '1' },
    { value: 9, shown: '9' },
  ] as const
  const spec = kinds.tornado([row('a', null, { ends })], setting(narrow, { reference: { label: long, value: 9, shown: '9' } }))
  const { left, right, top } = sheetOf(spec)
  for (const { text, bounds } of marksOf(await paint(spec), 'text')) {
    expect(bounds.x1, text).toBeGreaterThanOrEqual(left - 1)
    expect(bounds.x2, text).toBeLessThanOrEqual(right + 1)
    expect(bounds.y1, text).toBeGreaterThanOrEqual(top - 2)
  }
})
