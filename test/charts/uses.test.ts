/** What each kind needs and makes no use of; units and numbers that do not fit; words that stand in the wrong place. */
import { describe, expect, test } from 'vitest'
import { kindNames } from '../../src/charts/kinds/index.ts'
import { told } from './town.ts'

const rows = 'rows:\n  - figure: town.old\n  - figure: town.new\n'

describe('a key that a kind needs or makes no use of is told', () => {
  test.each([
    [`kind: slope\n${rows}`, 'town.yaml:3:5  kind: slope needs “from” and “to” in each row | from: and to:, each the id of a figure'],
    [`kind: matrix\n${rows}`, 'town.yaml:3:5  kind: matrix needs “cells” in each row | cells: ['],
    [
      `kind: areas\n${rows}`,
      'town.yaml:3:5  kind: areas needs “block” in each row | block: one of upper-left, upper-right, lower-left, outside',
    ],
    ['kind: areas\nfigures: town.*ew\n', 'town.yaml:2:1  kind: areas needs “block” in each row'],
    [`kind: strip\n${rows}`, 'town.yaml:3:5  kind: strip needs “state” in each row | source: rows that have a verdict, such as checks'],
    [`kind: bars\nbins: 5\n${rows}`, 'town.yaml:2:1  “bins” does nothing in bars | kind: histogram, or no such key'],
    [
      `kind: walk\naxis: { scale: log }\n${rows}`,
      'town.yaml:2:1  “axis” does nothing in walk | kind: one of dots, range, line, histogram, or no such key',
    ],
    [
      `kind: histogram\naxis: { scale: log }\n${rows}`,
      'town.yaml:2:9  “axis.scale” does nothing in histogram | kind: one of dots, range, line',
    ],
    [
      'kind: bars\nrows:\n  - { figure: town.old, block: outside }\n',
      'town.yaml:3:25  “block” does nothing in bars | kind: areas, or no such key',
    ],
    [
      'kind: line\nrows:\n  - { label: { zh: 河, en: River }, at: "2001", group: { zh: 河, en: River } }\n',
      'town.yaml:3:5  kind: line needs “figure” in each row | figure: an id',
    ],
    [`kind: bars\nkey: { dirct: { zh: 直接, en: direct } }\n${rows}`, 'town.yaml:2:8  key: bars has no “dirct” to put into words | direct'],
    [
      `kind: slope\nwords: { form: { zh: 前, en: before } }\nrows:\n  - { from: town.old, to: town.new }\n`,
      'town.yaml:2:10  words: slope has no “form” to put into words | from',
    ],
    [`kind: bars\ndecimals: 2\n${rows}`, 'town.yaml:2:1  decimals are those of a unit, and the chart has none'],
    [
      `kind: dots\naxis: { scale: log, ticks: 0 1 10 }\n${rows}`,
      'town.yaml:2:21  a logarithmic scale has no place for zero and below | ticks above zero',
    ],
    [
      'notes: [{ zh: 注, en: A note }]\nfigures: town.*ew\nspec:\n  mark: bar\n',
      'town.yaml:1:1  “notes” does nothing in a specification of one’s own',
    ],
  ])('%j', (text, said) => {
    expect(told(text).join('\n')).toContain(said)
  })

  test('a kind that there is not is answered by the list of kinds', () => {
    expect(told(`kind: pie\n${rows}`)).toEqual([`town.yaml:1:1  kind: “pie” is not known | one of ${kindNames.join(', ')}`])
  })
})

describe('what cannot stand on one scale, or beyond the rows, is told', () => {
  test.each([
    [
      `kind: bars\nunit: hundredMillionYuan\n${rows}`,
      'town.yaml:2:1  town.old counts count, and the chart is in hundredMillionYuan | a unit that fits, or no unit',
    ],
    [
      'kind: dots\nrows:\n  - figure: town.ratio\n  - figure: town.share\n',
      'town.yaml:4:5  town sets town.ratio beside town.share, of other units',
    ],
    [`kind: bars\nleading: 9\n${rows}`, 'town.yaml:2:1  9 rows are to lead, and there are 2 | at most 2'],
  ])('%j', (text, said) => {
    expect(told(text).join('\n')).toContain(said)
  })

  test('a share and a multiple have one scale where one unit is asked for', () => {
    expect(told('kind: dots\nunit: percent\nrows:\n  - figure: town.ratio\n  - figure: town.share\n')).toEqual([])
  })
})

describe('words of a chart', () => {
  const labelled = (zh: string, en: string): readonly string[] =>
    told(`kind: bars\nrows:\n  - { figure: town.old, label: { zh: ${zh}, en: ${en} } }\n`)

  test('carry no number', () => {
    expect(labelled('七十名居民', '70 inhabitants')).toEqual([
      'town.yaml:3:45  “70” is typed into the chart | the figure in a row: town.new, or harvest.rice',
    ])
  })

  test('may name a year, of any century', () => {
    expect(labelled('老城，1891年', '"Old town, 1891"')).toEqual([])
    expect(labelled('1891年', '"1891"')).toEqual([])
    for (const words of ['"1891 people"', '"Old town, 1891, 1892"', '"Old town 1891"'])
      expect(labelled('老城', words).join()).toMatch(/“1891[^”]*” is typed into the chart/)
  })

  test('stand under their own language', () => {
    expect(labelled('Old town', '老城')).toEqual([
      'town.yaml:3:34  no Chinese stands under zh: “Old town” | zh: the Chinese words',
      'town.yaml:3:48  Chinese stands under en: “老城” | en: the English words',
    ])
  })

  test('may quote Chinese under en, and have what is filled in', () => {
    expect(labelled('老城', 'The “老城” quarter')).toEqual([])
    expect(labelled('老城', 'The “老城” 区')).toEqual(['town.yaml:3:42  Chinese stands under en: “The “老城” 区” | en: the English words'])
    expect(labelled('"{figure}"', 'Old town')).toEqual([])
    expect(labelled('"{figure} ab"', 'Old town').join()).toContain('no Chinese stands under zh: “{figure} ab”')
  })

  test('may be names that both languages write alike', () => {
    expect(labelled('GDP', 'GDP')).toEqual([])
  })
})
