import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, test } from 'vitest'
import { textTable, wrapped } from '../../../src/commands/cli/text-table.ts'

const text = fc
  .array(fc.constantFrom('机会', '，', '“就业”', 'jobs', 'a.b.c@text', ' ', '104.1', '——'), { maxLength: 12 })
  .map((parts) => parts.join(''))

describe('a table in a terminal', () => {
  test('has columns of Chinese text under each other, a character taking two', () => {
    expect(
      textTable([
        ['中文', 'a'],
        ['ab', 'b'],
      ]),
    ).toBe('中文  a\nab    b')
  })

  test('never has a line wider than the terminal, as long as a column may have a dozen', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { minLength: 2, maxLength: 5 }), fc.integer({ min: 42, max: 90 }), (rows, width) => {
        for (const note of [-1, 2])
          for (const line of textTable(rows, { width, note }).split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('begins every column in the same place of every line', () => {
    const table = textTable(
      [
        ['figure', 'printed', 'verdict'],
        ['lanterns.lighting.directOils', '近一百零四万个居民家庭', 'exact'],
      ],
      { width: 44 },
    ).split('\n')
    expect(table).toEqual([
      'figure            printed            verdict',
      'lanterns.         近一百零四万个居   exact',
      'lighting.         民家庭',
      'directOils',
    ])
  })

  test('puts sentences under their row where their column would be narrow, and beside it where there is room', () => {
    const rows = [
      ['claim', 'reason'],
      ['a@text', 'The caption says another year than the column does, and the text a third.'],
    ]
    expect(textTable(rows, { width: 36, note: 1 })).toBe(
      'claim\na@text\n    The caption says another year\n    than the column does, and the\n    text a third.',
    )
    expect(textTable(rows, { width: 60, note: 1 }).split('\n')[1]).toMatch(/^a@text {2}The caption says/)
  })

  test('becomes a list where there is no room for columns', () => {
    expect(
      textTable(
        [
          ['claim', 'printed', 'verdict', 'by'],
          ['lanterns.lighting.directOils@text', '104.1 万个', 'within-rounding', ''],
        ],
        { width: 34 },
      ),
    ).toBe('lanterns.lighting.directOils@\ntext\n  printed: 104.1 万个\n  verdict: within-rounding')
  })
})

describe('wrapping', () => {
  test('breaks beside Chinese characters, and leaves marks and numbers whole', () => {
    expect(wrapped('来源说“就业”，共104.1万个。', 8)).toEqual(['来源说', '“就业”，', '共104.1', '万个。'])
  })
  test('loses no letter', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 30 }), (words, width) => {
        const bare = (all: string) => all.replaceAll(/\s/g, '')
        expect(bare(wrapped(words, width).join(''))).toBe(bare(words))
      }),
    )
  })
})
