/** What is published of a chart is the chart: plain Vega-Lite draws the same picture from it, on scales of its values. */
import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { kindNames } from '../../../src/charts/kinds/index.ts'
import { specText } from '../../../src/charts/live.ts'
import { lightPalette } from '../../../src/charts/palette.ts'
import { standaloneSpec } from '../../../src/charts/picture.ts'
import { paint } from './drawing.ts'
import { draw } from './examples.ts'

const frame = {
  language: 'en',
  title: 'A & finding',
  source: 'Source: somebody',
  alternative: 'all in words',
  palette: lightPalette(projectRoot),
} as const
const values = [3, -2, 0, 5]

/** Values on their scales: the domains of all scales of numbers. */
const domainsOf = (spec: TopLevelSpec) =>
  ((compile(spec).spec.scales ?? []) as readonly { readonly name: string; readonly type: string; readonly domain: unknown }[]).filter(
    ({ type }) => ['linear', 'log', 'band', 'point'].includes(type),
  )

describe.each(kindNames)('the specification of %s', (kind) => {
  const published = JSON.parse(specText(standaloneSpec(draw(kind, values), frame))) as TopLevelSpec

  test('opens by itself: its data, its colours, its words', () => {
    const text = JSON.stringify(published)
    expect(text).not.toContain('var(')
    expect(text).not.toContain('"url"')
    // Nothing is placed in px: every channel that is placed by data has a scale.
    expect(text).not.toContain('"scale":null')
    expect(published).toMatchObject({
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: { text: ['A & finding'] },
      description: 'all in words',
    })
    expect((published as unknown as { datasets: { rows: unknown[] } }).datasets.rows.length).toBeGreaterThan(0)
  })

  test('has scales whose domains are values and names', () => {
    const scales = domainsOf(published)
    expect(scales.map(({ name }) => name)).toEqual(expect.arrayContaining(kind === 'histogram' ? ['x', 'y'] : ['x']))
    for (const { domain } of scales) expect(domain).toBeTruthy()
  })

  test('draws the marks of the page’s drawing, in the same places', async () => {
    const [page, alone] = [await paint(draw(kind, values)), await paint(published)]
    expect(alone.warnings).toEqual([])
    const placed = ({ marks }: typeof page) =>
      marks.map(({ type, text, bounds }) => [
        type,
        text,
        ...[bounds.x1, bounds.x2, bounds.y1, bounds.y2].map((at) => Math.round(at * 10) / 10),
      ])
    // The title and the source come on top.
    expect(placed(alone)).toEqual(expect.arrayContaining(placed(page)))
    expect(alone.svg).toContain('A &amp; finding')
    expect(alone.svg).toContain('Source: somebody')
  })

  test('softens all but what is pointed at, by a parameter of its own', async () => {
    const { view } = await paint(draw(kind, values))
    const signals = Object.keys(view.getState().signals as object)
    expect(signals).toEqual(expect.arrayContaining(['pointed_tuple', 'chosen_tuple']))
  })
})

test('pointing at a bar softens the others, also without compiled expressions', async () => {
  const { expressionInterpreter } = await import('vega-interpreter')
  const spec = compile(draw('bars', [3, 2, 1])).spec
  const view = new vega.View(vega.parse(spec, undefined, { ast: true }), {
    renderer: 'none',
    expr: expressionInterpreter,
  } as vega.ViewOptions)
  await view.runAsync()
  view.signal('pointed_tuple', { unit: '', fields: view.signal('pointed_tuple_fields'), values: ['r1'] })
  await view.runAsync()
  const svg = await view.toSVG()
  const bars = svg.match(/<path aria-label[^>]*>|<path [^>]*fill="var\(--series-direct\)"[^>]*>/gu) ?? []
  expect(bars.filter((bar) => bar.includes('opacity="0.3"')).length).toBe(2)
})
