import { describe, expect, test } from 'vitest'
import { effectPlot } from '../../src/charts/effect-plot.ts'
import { layersOf, placeOf } from './drawing.ts'

const row = (label: string, ...ends: readonly number[]) => ({
  label,
  ends,
  shown: `×${label}`,
  said: `×${label}`,
  worker: 'unclear',
  firm: 'better',
})
const rows = [row('2', Math.log(2)), row('1', 0), row('½', Math.log(0.5)), row('0.1 – 0.2', Math.log(0.1), Math.log(0.2))]
const draw = (narrow: boolean) =>
  effectPlot(
    rows,
    [
      { id: 'better', text: 'better' },
      { id: 'unclear', text: 'unclear' },
    ],
    { language: 'en', narrow, words: { worker: 'Worker', firm: 'Firm', unchanged: 'no change' } },
  )
const points = (narrow: boolean) =>
  layersOf(draw(narrow))
    .filter(({ mark }) => mark.type === 'point' && mark.shape === 'circle')
    .flatMap(({ values }) => values.map(({ x }) => Number(x)))

describe('a plot of effects', () => {
  test.each([false, true])('sets twice and half equally far from no change (narrow: %s)', (narrow) => {
    const [twice = 0, same = 0, half = 0] = points(narrow)
    expect(twice - same).toBeCloseTo(same - half, 9)
    expect(placeOf(draw(narrow), 'no change').x).toBeCloseTo(same, 9)
  })

  test('shows both ends of a range, and a bar between them', () => {
    const ends = points(false).slice(3)
    const [bar] = layersOf(draw(false))
      .filter(({ mark, values }) => mark.type === 'rect' && values.length === 1)
      .flatMap(({ values }) => values)
    expect([Number(bar?.x), Number(bar?.x2)]).toEqual(ends)
  })

  test('judges worker and firm apart, by shape', () => {
    const spec = draw(false)
    const shapes = layersOf(spec)
      .filter(({ mark, values }) => mark.type === 'point' && values.length === 2 * rows.length)
      .flatMap(({ values }) => values.map(({ shape, x }) => [shape, x]))
    expect(shapes.slice(0, 2)).toEqual([
      ['circle', placeOf(spec, 'Worker').x],
      ['triangle-up', placeOf(spec, 'Firm').x],
    ])
  })
})
