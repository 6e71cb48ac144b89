/** The example's doubts as charts: bars and bands are the simulation's own numbers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { report } from '#report'
import { computeLedger } from '../../scripts/ledger/ledger.ts'
import { makeChart } from '../../src/charts/make-chart.ts'
import { readCharts } from '../../src/charts/read-charts.ts'
import { copyRooms } from '../rooms.ts'
import { marksOf, paint } from './kinds/drawing.ts'

const root = mkdtempSync(`${tmpdir()}/simulated-`)
afterAll(() => rmSync(root, { recursive: true }))
copyRooms(root, ['data', 'content', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])
const ledger = computeLedger(root, report)
const { charts } = readCharts(root)
const titles = { zh: (slug: string) => slug, en: (slug: string) => slug }
const chart = (id: string) => {
  const file = charts.get(id)
  if (!file) throw new Error(`no chart ${id}`)
  return makeChart(file, ledger, 'en', {}, titles)
}
const simulation = ledger.simulations.find(({ output, kind }) => output.figure === 'lamp.litres' && kind === 'assumption')

describe('a tornado of a simulation', () => {
  const { rows, draw } = chart('oilDoubts')

  test('has a bar for every doubt, the widest first, with what each input is at its ends', () => {
    const bars = simulation?.tornado.bars.map(({ id }) => ledger.figures.get(id)?.label.en) ?? []
    expect(bars).toHaveLength(3)
    expect(rows.map(({ label }) => label)).toEqual([
      'Oil in the year',
      ...bars.flatMap((label) => [
        expect.stringMatching(`^${label}, at its low end \\(`),
        expect.stringMatching(`^${label}, at its high end \\(`),
      ]),
    ])
    // A uniform doubt from 6.7 to 7.7 has its fifth percentile a twentieth of the way: 6.75.
    expect(rows.map(({ label }) => label)).toContain('Oil in a short night, at its low end (6.75 litres)')
  })

  test('draws its bars where the simulation says, and the words that may fall where they fall', async () => {
    const picture = await paint(draw(false))
    const at = (id: string, state: string) => marksOf(picture, 'symbol', id).find(({ datum }) => datum.state === state)?.datum.place
    for (const { id, atLow, atHigh } of simulation?.tornado.bars ?? []) {
      // A figure keeps twelve digits.
      expect(at(id, 'low')).toBeCloseTo(atLow, 6)
      expect(at(id, 'high')).toBeCloseTo(atHigh, 6)
      expect(at(id, 'flips')).toBe(3500)
    }
    const words = marksOf(picture, 'text')
      .map(({ text }) => text)
      .join(' ')
    expect(words).toContain('All bars meet at 3,544 litres, where every input is at its median.')
    expect(words).toContain('A: “more than three and a half thousand litres” – no longer so below 3,500 litres.')
  })
})

test('a fan has the quantiles of the draws, of each kind of doubt by itself', async () => {
  const { rows, draw } = chart('oilSureness')
  expect(rows.map(({ figure }) => figure)).toEqual(
    ['sampling', 'assumption'].flatMap((kind) => [
      ...['p05', 'p25', 'median', 'p75', 'p95'].map((name) => `doubt.lamp.litresAnInhabitant.${kind}.${name}`),
      'lamp.litresAnInhabitant',
    ]),
  )
  const [sampling, , assumption] = marksOf(await paint(draw(false)), 'rect')
  const width = (mark: typeof sampling) => (mark ? mark.bounds.x2 - mark.bounds.x1 : Number.NaN)
  const spread = (kind: string) => {
    const of = (name: string) => ledger.figures.get(`doubt.lamp.litresAnInhabitant.${kind}.${name}`)?.value.valueOf() ?? Number.NaN
    return of('p95') - of('p05')
  }
  const all = marksOf(await paint(draw(false)), 'rect').map(width)
  expect(width(sampling) / Math.max(...all)).toBeCloseTo(spread('sampling') / spread('assumption'), 6)
  expect(assumption).toBeDefined()
})
