import { describe, expect, test } from 'vitest'
import type { MarkKind } from '../../src/charts/marks.ts'
import { tiles } from '../../src/charts/tiles.ts'
import { layersOf, marksOf, wordsOf } from './drawing.ts'

const many = (count: number, kind: MarkKind) => Array.from({ length: count }, () => ({ kind }))
const rows = [
  { label: 'Pay', shown: '3', tiles: [...many(1, 'full'), ...many(2, 'open'), ...many(2, 'none')] },
  { label: 'Voice', shown: '0', tiles: many(5, 'none') },
]
const draw = (narrow: boolean) => tiles(rows, [], { language: 'en', narrow, words: {} })

describe('a chart of squares', () => {
  test.each([false, true])('draws one mark for each thing counted (narrow: %s)', (narrow) => {
    expect(marksOf(draw(narrow), 'rect').length).toBe(1 + 2)
    expect(marksOf(draw(narrow), 'rule').length).toBe(2 + 5)
  })

  test('tells filled from empty squares by shape and not by colour alone', () => {
    const [filled, empty] = layersOf(draw(false)).filter(({ mark, values }) => mark.type === 'rect' && values.length > 0)
    expect(filled?.values.map(({ fill }) => fill)).toEqual(['var(--series-direct)'])
    expect(empty?.values.map(({ fill }) => fill)).toEqual(['none', 'none'])
    expect(empty?.mark.stroke).toBe('var(--series-direct)')
  })

  test('sets the squares of all rows under one another, evenly', () => {
    const rules = marksOf(draw(false), 'rule').map(({ x, x2 }) => (Number(x) + Number(x2)) / 2)
    // The last two of the first row stand over the last two of the second.
    expect(rules.slice(0, 2)).toEqual(rules.slice(5))
    const steps = rules.slice(3).map((x, index) => x - (rules[index + 2] ?? 0))
    expect(new Set(steps.map((step) => step.toFixed(6))).size).toBe(1)
  })

  test('prints each count, and the letter of a square that has one', () => {
    expect(wordsOf(draw(true))).toEqual(['Pay', '3', 'Voice', '0'])
    const lettered = [{ label: 'Plan', shown: '1', tiles: [{ kind: 'open' as const, letter: 'A' }] }]
    expect(wordsOf(tiles(lettered, [{ kind: 'open', text: 'a case' }], { language: 'en', narrow: false, words: {} }))).toEqual([
      'a case',
      'A',
      'Plan',
      '1',
    ])
  })
})
