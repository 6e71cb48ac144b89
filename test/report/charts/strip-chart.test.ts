import { describe, expect, test } from 'vitest'
import { checks } from '../../../src/charts/checks.ts'
import { type StripKind, type StripMark, stripChart } from '../../../src/charts/strip-chart.ts'
import { layersOf, marksOf, placeOf, wordsOf } from '../../charts/drawing.ts'
import { ledger } from '../estimates/support.ts'

const kinds: readonly StripKind[] = [
  { id: 'same', text: 'same', colour: 'var(--good)', shape: 'dot' },
  { id: 'near', text: 'near', colour: 'var(--middling)', shape: 'diamond' },
  { id: 'off', text: 'off', colour: 'var(--bad)', shape: 'cross' },
  { id: 'open', text: 'open', colour: 'var(--unknown)', shape: 'circle' },
]
const mark = (kind: string, value: number | null, low: number | null = value, high: number | null = value): StripMark => {
  return { kind, value, interval: [low, high], shown: `${value}` }
}
const groups = [
  { label: 'Retail', marks: [mark('same', 0), mark('near', -2, -9, 1), mark('open', null)] },
  { label: 'Cases', marks: [mark('off', -22), mark('same', 0, 0, null), mark('off', 5)] },
]
const draw = (narrow: boolean) =>
  stripChart(groups, kinds, { language: 'en', narrow, words: { scale: 'units', band: 'alike', unknown: 'withheld' } })
/** Marks of a shape in the plot, without those of the key. */
const shaped = (narrow: boolean, shape: string) =>
  layersOf(draw(narrow))
    .filter(({ mark, values }) => mark.type === 'point' && values.length !== kinds.length)
    .flatMap(({ values }) => values)
    .filter((value) => value.shape === shape)
const plain = (narrow: boolean) => layersOf(draw(narrow)).flatMap(({ mark, values }) => (mark.shape === 'circle' ? values : []))
const tick = (narrow: boolean, text: string) => placeOf(draw(narrow), text).x

describe.each([false, true])('a strip chart (narrow: %s)', (narrow) => {
  test('sets each difference on its place of the scale, with zero under the band', () => {
    expect(plain(narrow).map(({ x }) => x)).toEqual([tick(narrow, '0'), tick(narrow, '0')])
    expect(Number(shaped(narrow, 'diamond').at(-1)?.x)).toBeCloseTo(tick(narrow, '−2'), 9)
    const [band] = marksOf(draw(narrow), 'rect').filter(({ fill }) => fill === 'var(--good)')
    const unit = tick(narrow, '+1') - tick(narrow, '0')
    expect(Number(band?.x2) - Number(band?.x)).toBeCloseTo(unit, 9)
    expect((Number(band?.x2) + Number(band?.x)) / 2).toBeCloseTo(tick(narrow, '0'), 9)
  })

  test('folds what lies beyond three units to its edge, with its number', () => {
    const [left] = shaped(narrow, 'triangle-left')
    const [right] = shaped(narrow, 'triangle-right')
    expect(Number(left?.x)).toBeLessThan(tick(narrow, '−3'))
    expect(Number(right?.x)).toBeGreaterThan(tick(narrow, '+3'))
    expect(wordsOf(draw(narrow))).toEqual(expect.arrayContaining(['-22', '5']))
  })

  test('draws a range as a line, to the edge where it goes on, and none where there is none', () => {
    const lines = marksOf(draw(narrow), 'rule').filter(({ stroke }) => stroke === 'var(--series-muted)')
    expect(lines.length).toBe(2)
    const [wide, open] = lines
    expect(Number(wide?.x)).toBeLessThan(tick(narrow, '−3'))
    expect(Number(wide?.x2)).toBeCloseTo(tick(narrow, '+1'), 9)
    expect(Number(open?.x)).toBeCloseTo(tick(narrow, '0'), 9)
    expect(Number(open?.x2)).toBeGreaterThan(tick(narrow, '+3'))
  })

  test('sets what nobody can tell beside the plot', () => {
    const [aside] = shaped(narrow, 'circle').filter(({ fill }) => fill === 'none')
    expect(Number(aside?.x)).toBeGreaterThan(tick(narrow, '+3'))
    expect(wordsOf(draw(narrow))).toContain('withheld')
  })

  test('sets what has no value in rows under its word, so that many of them do not stretch the plot', () => {
    const heightOf = (open: number) => {
      const marks = [mark('same', 0), ...Array.from({ length: open }, () => mark('open', null))]
      const words = { scale: 'units', band: 'alike', unknown: 'withheld' }
      const spec = stripChart([{ label: 'Retail', marks }], kinds, { language: 'en', narrow, words })
      const signs = layersOf(spec).flatMap(({ mark, values }) => (mark.type === 'point' && values.length === open ? values : []))
      return { signs, height: Number((spec as { readonly height?: number }).height) }
    }
    const { signs, height } = heightOf(45)
    expect(new Set(signs.map(({ x, y }) => `${x} ${y}`)).size).toBe(45)
    expect(new Set(signs.map(({ y }) => y)).size).toBeLessThan(12)
    expect(height).toBeLessThan(heightOf(1).height + 12 * 7)
  })

  test('gives every mark a lane of its own', () => {
    const lanes = [...plain(narrow), ...['diamond', 'triangle-left', 'triangle-right'].flatMap((shape) => shaped(narrow, shape))]
    expect(new Set(lanes.map(({ y }) => y)).size).toBe(lanes.length)
  })
})

describe('the chart of the checks', () => {
  const chart = checks(ledger, 'en')

  test('has a mark for every check', () => {
    const layers = layersOf(chart.draw(false)).filter(({ mark }) => mark.type === 'point')
    expect(layers.reduce((sum, { values }) => sum + values.length, 0)).toBe(ledger.checks.length + 5)
  })

  test('tells verdicts by shape and not by colour alone', () => {
    const key = layersOf(chart.draw(false)).find(({ mark, values }) => mark.type === 'point' && values.length === 5)
    expect(new Set(key?.values.map(({ shape, fill }) => `${shape} ${fill === 'none'}`)).size).toBe(5)
  })

  test('says in words what it shows, topic by topic', () => {
    const retail = ledger.checks.filter(({ figure }) => figure.startsWith('retail.'))
    const exact = retail.filter(({ verdict }) => verdict === 'exact').length
    expect(chart.alternative).toContain(`Retail: exact ${exact}, within rounding 5, not recomputable 45, Difference: −2.0 – 0`)
    expect(chart.alternative).toContain('; Multiplier: exact ')
    // The table of checks stands beside it.
    expect(chart.rows).toEqual([])
  })

  test('stays a picture that a screen can hold, however many checks there are', () => {
    const many = { label: 'Many', marks: Array.from({ length: 2000 }, () => mark('same', 0)) }
    const { height } = stripChart([many], kinds, {
      language: 'en',
      narrow: false,
      words: { scale: 'units', band: 'alike', unknown: 'withheld' },
    }) as { readonly height?: number }
    expect(height).toBeLessThan(1000)
  })
})
