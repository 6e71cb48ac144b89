/** Marks stand where their values are, on scales that say so. */
import { describe, expect, test } from 'vitest'
import { kinds } from '../../../src/charts/kinds/index.ts'
import { marksOf, type Painted, paint } from './drawing.ts'
import { draw, row, setting } from './examples.ts'

const lengthOf = (mark: Painted | undefined): number => (mark ? mark.bounds.x2 - mark.bounds.x1 : Number.NaN)
const middleOf = (mark: Painted | undefined): number => (mark ? (mark.bounds.x1 + mark.bounds.x2) / 2 : Number.NaN)

describe.each([false, true])('bars (narrow: %s)', (narrow) => {
  test('are as long as their values', async () => {
    const picture = await paint(draw('bars', [6, 3, 1.5], narrow))
    const [six, three, less] = marksOf(picture, 'rect').map(lengthOf)
    expect((six ?? 0) / (three ?? 0)).toBeCloseTo(2, 9)
    expect((three ?? 0) / (less ?? 0)).toBeCloseTo(2, 9)
  })

  test('below zero run to the other side of the same line, and their words stand before them', async () => {
    const picture = await paint(draw('bars', [4, -2], narrow))
    const [above, below] = marksOf(picture, 'rect')
    expect(above?.bounds.x1).toBeCloseTo(below?.bounds.x2 ?? 0, 9)
    expect(lengthOf(above) / lengthOf(below)).toBeCloseTo(2, 9)
    if (!narrow) {
      const word = marksOf(picture, 'text').find(({ text }) => text === '-2')
      expect(word?.bounds.x2).toBeLessThan(below?.bounds.x1 ?? 0)
    }
  })

  test('are not drawn where nothing is counted, and say why', async () => {
    const picture = await paint(draw('bars', [4, null], narrow))
    expect(marksOf(picture, 'rect').length).toBe(1)
    expect(marksOf(picture, 'text').some(({ text }) => text === 'not counted')).toBe(true)
  })
})

test('a walk goes on where it stopped, down as well as up, and its total begins at zero', async () => {
  const rows = [row('a', 5), row('b', 3), row('c', -2), row('all', 6, { series: 'total' })]
  const [a, b, c, all] = marksOf(await paint(kinds.walk(rows, setting())), 'rect')
  // Outlines reach half a px beyond.
  expect(b?.bounds.x1).toBeCloseTo((a?.bounds.x2 ?? 0) - 1, 6)
  expect(c?.bounds.x2).toBeCloseTo(b?.bounds.x2 ?? 0, 6)
  expect(all?.bounds.x1).toBeCloseTo(a?.bounds.x1 ?? 0, 6)
  expect(all?.bounds.x2).toBeCloseTo((c?.bounds.x1 ?? 0) + 1, 6)
})

test('on a scale of ratios twice and half are equally far from no change', async () => {
  const rows = [row('twice', 2), row('same', 1), row('half', 0.5)]
  const picture = await paint(kinds.range(rows, setting(false, { axis: { scale: 'log', ticks: [0.5, 1, 2] } })))
  const at = (id: string) => middleOf(marksOf(picture, 'symbol', id)[0])
  expect(at('twice') - at('same')).toBeCloseTo(at('same') - at('half'), 6)
})

test('a range is drawn from its low to its high end', async () => {
  const picture = await paint(kinds.range([row('a', 3, { low: 2, high: 4 }), row('b', 8)], setting()))
  const [bar] = marksOf(picture, 'rect', 'a')
  const [, low, high] = [
    0,
    ...marksOf(picture, 'symbol', 'a')
      .map(middleOf)
      .toSorted((one, other) => one - other)
      .filter((_, index) => index !== 1),
  ]
  expect(bar?.bounds.x1).toBeCloseTo(low ?? 0, 6)
  expect(bar?.bounds.x2).toBeCloseTo(high ?? 0, 6)
})

test('a histogram counts each row once, the highest in the last bar', async () => {
  const picture = await paint(draw('histogram', [0, 1, 2, 2, 3, 10], false, { bins: 5 }))
  const counts = marksOf(picture, 'rect').map(({ datum }) => datum.count)
  expect(counts).toEqual([2, 3, 0, 0, 1])
})

test('tiles are as many as are counted', async () => {
  const rows = [
    row('a', 3, {
      parts: [
        { count: 2, state: 'full' },
        { count: 1, state: 'open', letter: 'Q' },
      ],
    }),
  ]
  const picture = await paint(kinds.tiles(rows, setting(false, { key: { full: 'is', open: 'may be' } })))
  expect(marksOf(picture, 'symbol', 'a').length).toBe(3)
  expect(marksOf(picture, 'text').some(({ text }) => text === 'Q')).toBe(true)
})

test('areas are in proportion to their values', async () => {
  const picture = await paint(
    kinds.areas(
      [
        row('i', 8, { block: 'upper-left' }),
        row('c', 3, { block: 'upper-right' }),
        row('x', 1, { block: 'upper-right' }),
        row('w', 4, { block: 'lower-left' }),
      ],
      setting(),
    ),
  )
  const size = (id: string) => {
    const [mark] = marksOf(picture, 'rect', id)
    // Outlines of 1.5 px reach out on every side.
    return mark ? (lengthOf(mark) - 1.5) * (mark.bounds.y2 - mark.bounds.y1 - 1.5) : Number.NaN
  }
  for (const [id, value] of [
    ['c', 3],
    ['x', 1],
    ['w', 4],
  ] as const)
    expect(size(id) / size('i')).toBeCloseTo(value / 8, 2)
})

describe.each([false, true])('a strip of differences (narrow: %s)', (narrow) => {
  test('folds what lies beyond three units to its edge, with its number', async () => {
    const picture = await paint(draw('strip', [0, -22, 5, null], narrow))
    const at = (id: string) => middleOf(marksOf(picture, 'symbol', id)[0])
    expect(at('r1')).toBeLessThan(at('r0'))
    expect(at('r2')).toBeGreaterThan(at('r0'))
    // What nobody can say stands beside the plot.
    expect(at('r3')).toBeGreaterThan(at('r2'))
    expect(marksOf(picture, 'text').map(({ text }) => text)).toEqual(expect.arrayContaining(['-22', '5']))
  })
})

test('lines that end close together have their names apart', async () => {
  const rows = ['A', 'B'].flatMap((group, index) => ['2001', '2002'].map((at) => row(`${group}${at}`, 5 + index * 0.01, { at, group })))
  const names = marksOf(await paint(kinds.line(rows, setting())), 'text').filter(({ text }) => text === 'A' || text === 'B')
  const [one, other] = names.toSorted((a, b) => a.bounds.y1 - b.bounds.y1)
  expect(other?.bounds.y1).toBeGreaterThanOrEqual((one?.bounds.y2 ?? 0) - 4)
})

describe.each([false, true])('a tornado (narrow: %s)', (narrow) => {
  const end = (value: number) => ({ value, shown: `${value}` })
  const bar = (id: string, low: number, high: number) => row(id, null, { ends: [end(low), end(high)] })
  const picture = (more: object = {}) =>
    paint(
      kinds.tornado(
        [bar('rising', 4, 12), bar('falling', 11, 9)],
        setting(narrow, { reference: { label: 'All', value: 10, shown: '10' }, ...more }),
      ),
    )
  const pointAt = async (id: string, state: string, more?: object) =>
    middleOf(marksOf(await picture(more), 'symbol', id).find(({ datum }) => datum.state === state))

  test('sets out from the result, to where it is at each end of the input', async () => {
    const drawn = await picture()
    const [light, full] = marksOf(drawn, 'rect', 'rising')
    // From 4 to 10 is three times as far as from 10 to 12.
    expect(lengthOf(light) / lengthOf(full)).toBeCloseTo(3, 6)
    expect(light?.bounds.x2).toBeCloseTo(full?.bounds.x1 ?? 0, 6)
  })

  test('tells the low end of an input from its high end by the dots alone', async () => {
    expect(await pointAt('rising', 'low')).toBeLessThan(await pointAt('rising', 'high'))
    expect(await pointAt('falling', 'low')).toBeGreaterThan(await pointAt('falling', 'high'))
  })

  test('marks the value at which words stop holding on the bars that cross it, and on no other', async () => {
    const flips = [{ letter: 'A', below: 7, above: null, note: 'A: “seven” no longer holds below 7.' }]
    const drawn = await picture({ flips })
    const at = (id: string) => marksOf(drawn, 'symbol', id).filter(({ datum }) => datum.state === 'flips')
    expect(at('falling')).toEqual([])
    // Seven lies halfway between four and ten.
    const [low, high] = [await pointAt('rising', 'low', { flips }), await pointAt('rising', 'high', { flips })]
    expect(middleOf(at('rising')[0])).toBeCloseTo(low + ((high - low) * 3) / 8, 6)
    const words = marksOf(drawn, 'text').map(({ text }) => text)
    expect(words).toContain('A')
    expect(words.join(' ')).toContain('no longer holds below 7.')
  })

  test('says in words alone what no bar reaches', async () => {
    const words = marksOf(await picture({ flips: [{ letter: 'A', below: null, above: null, note: 'A: all holds.' }] }), 'text')
    expect(words.map(({ text }) => text)).toContain('A: all holds.')
    expect(words.map(({ text }) => text)).not.toContain('A')
  })
})

describe.each([false, true])('a fan (narrow: %s)', (narrow) => {
  const end = (value: number) => ({ value, shown: `${value}` })
  const quantiles = { p05: end(0), p25: end(4), p75: end(6), p95: end(20) }

  test('has bands from quantile to quantile, its median within them and a diamond where the report is', async () => {
    const drawn = await paint(kinds.fan([row('a', 5, { quantiles, mark: end(10) })], setting(narrow)))
    const [outer, inner] = marksOf(drawn, 'rect', 'a')
    expect(lengthOf(outer) / lengthOf(inner)).toBeCloseTo(10, 6)
    const inPart = (place: number) => (place - (outer?.bounds.x1 ?? 0)) / lengthOf(outer)
    expect(inPart(middleOf(marksOf(drawn, 'rule', 'a')[0]))).toBeCloseTo(1 / 4, 6)
    expect(inPart(middleOf(marksOf(drawn, 'symbol', 'a')[0]))).toBeCloseTo(1 / 2, 6)
  })

  test('has one line where every row marks the same value', async () => {
    const rows = ['a', 'b'].map((id) => row(id, 5, { quantiles, mark: end(10) }))
    const drawn = await paint(kinds.fan(rows, setting(narrow, { key: { mark: 'in print' } })))
    expect(marksOf(drawn, 'symbol', 'a')).toEqual([])
    expect(marksOf(drawn, 'text').map(({ text }) => text)).toContain('in print: 10')
  })
})
