/** The picture of a page: whatever its title, nothing of it runs into anything else. */
import { describe, expect, test } from 'vitest'
import { setLine } from '../../src/drawing/font.ts'
import { pictureSize } from '../../src/drawing/path.ts'
import { titleCard } from '../../src/drawing/title-card.ts'

interface Line {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight: number
  readonly words: string
}

const linesOf = (svg: string): Line[] =>
  [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)" font-weight="(\d+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, size, weight, words = '']) => ({ x: Number(x), y: Number(y), size: Number(size), weight: Number(weight), words }),
  )
const endOf = ({ x, size, weight, words }: Line): number => x + setLine(words, weight).width * size

const card = (title: string, report = '一盏灯的一年') =>
  linesOf(titleCard({ language: 'zh', report, place: '第三章', title, number: { shown: '3593升', label: '全年灯油' } })).filter(
    ({ words }) => words,
  )

const sentence = '岛上的灯在一年里点了多少个夜晚又烧去了多少升的灯油'

describe('a title', () => {
  test.each([10, 30, 60, 100, 200, 400, 900])(
    'of %i Chinese characters ends above the bars and the number, inside the picture',
    (length) => {
      const title = sentence.repeat(40).slice(0, length)
      const lines = card(title)
      for (const line of lines) expect(endOf(line), line.words).toBeLessThanOrEqual(pictureSize.width - 79)
      const own = lines.filter(({ weight, size, y }) => weight === 700 && size !== 26 && y < 500)
      for (const { y } of own) expect(y).toBeLessThanOrEqual(440)
      const shown = own.map(({ words }) => words).join('')
      if (length <= 200) expect(shown).toBe(title)
      else expect(shown).toMatch(/…$/)
    },
  )

  test('of one long word is broken', () => {
    for (const line of card('W'.repeat(120))) expect(endOf(line)).toBeLessThanOrEqual(pictureSize.width - 79)
  })
})

test('a long name of the report leaves room for the place of the page', () => {
  const [report, place] = card('灯', sentence.repeat(3))
  expect(report?.words).toMatch(/…$/)
  expect(endOf(report as Line)).toBeLessThan((place as Line).x)
})
