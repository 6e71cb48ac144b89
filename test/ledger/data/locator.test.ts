import { describe, expect, test } from 'vitest'
import { type Locator, locatorSchema, locatorText } from '../../../scripts/ledger/data/locator.ts'

describe('a place in a source', () => {
  const all: Locator = {
    part: 'abstract',
    chapter: '2',
    section: '二（三）2',
    paragraph: '5',
    footnote: '3',
    equation: '2.5',
    table: '2.2',
    figure: '2.1',
    row: '合计',
    column: '进口',
  }

  test('reads the same from the whole to the part in both languages', () => {
    expect(locatorText(all)).toEqual({
      zh: '报告摘要，第二章，二（三）2，第5段，脚注3，式（2.5），表2.2，图2.1，“合计”行，“进口”列',
      en: 'abstract, chapter 2, section 2(3)2, paragraph 5, footnote 3, equation (2.5), table 2.2, figure 2.1, row “合计”, column “进口”',
    })
  })

  test.each([
    [{ chapter: '9' }, '第九章', 'chapter 9'],
    [{ chapter: '1', paragraph: '3' }, '第一章，第3段', 'chapter 1, paragraph 3'],
    [{ chapter: '12' }, '第12章', 'chapter 12'],
    [{ section: '一' }, '一', 'section 1'],
    [{ section: '九（八）' }, '九（八）', 'section 9(8)'],
    [{ section: '二（六）2（1）' }, '二（六）2（1）', 'section 2(6)2(1)'],
    [{ table: '2.4', row: '汽车类' }, '表2.4，“汽车类”行', 'table 2.4, row “汽车类”'],
    [{ part: 'abstract', section: '2' }, '报告摘要，2', 'abstract, section 2'],
    [{ chapter: '2', section: '2.3' }, '第二章，第2.3节', 'chapter 2, section 2.3'],
    [{ part: 'fields', topic: '11', section: '一' }, '领域篇，第11题，一', 'part “Fields”, topic 11, section 1'],
    [{ part: 'preface' }, '前言', 'preface'],
    [{ part: { zh: '附', en: 'notes' } }, '附', 'notes'],
    [{}, '', ''],
  ] as const)('%o is “%s” and “%s”', (at, zh, en) => {
    expect(locatorText(at)).toEqual({ zh, en })
  })

  test('knows no other word', () => {
    expect(locatorSchema.safeParse(all).success).toBe(true)
    expect(locatorSchema.safeParse({ ...all, page: '12' }).success).toBe(false)
    expect(locatorSchema.safeParse({ part: 'afterword' }).success).toBe(false)
  })

  test('leaves no full-width bracket or Chinese numeral in an English section', () => {
    for (const section of ['一（一）', '二（三）2', '二（六）2（2）', '三（九）1（七）']) {
      expect(locatorText({ section }).en).not.toMatch(/[（）一二三四五六七八九]/)
    }
  })
})
