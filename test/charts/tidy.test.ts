import sharp from 'sharp'
import * as vega from 'vega'
import { compile } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { drawChart } from '../../src/charts/draw.ts'
import { kindNames } from '../../src/charts/kinds/index.ts'
import { lightPalette, resolved } from '../../src/charts/palette.ts'
import { pathFrom, tidy } from '../../src/charts/tidy.ts'
import { outlined } from '../../src/drawing/glyphs.ts'
import { draw } from './kinds/examples.ts'

const palette = lightPalette(projectRoot)

const pixels = (inner: string, width: number, height: number) =>
  sharp(
    Buffer.from(resolved(outlined(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`), palette)),
  )
    .flatten({ background: '#fff' })
    .raw()
    .toBuffer()

describe('a tidied drawing', () => {
  test.each(kindNames)('paints what Vega painted: %s', async (kind) => {
    for (const narrow of [false, true]) {
      const spec = draw(kind, [5, 3, 1, 2], narrow)
      const svg = await new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG()
      const { width, height, inner } = await drawChart(spec)
      const [before, after] = await Promise.all([pixels(svg, width, height), pixels(inner, width, height)])
      // Places are rounded to a tenth of a px, which edges show as a shade.
      const differing = before.filter((value, index) => Math.abs(value - (after[index] ?? 0)) > 64).length
      expect(differing / before.length).toBeLessThan(0.001)
      expect(inner.length).toBeLessThan(svg.length / 2)
    }
  })

  test('says a path in steps from a rounded place', () => {
    expect(pathFrom([10, 20], 'M0,0h5.04v3h-5.04Z')).toBe('M10 20h5v3h-5z')
    expect(pathFrom([10.04, 0], 'M0,-4.3L-5,4.3L5,4.3Z')).toBe('M10-4.3l-5 8.6h10z')
    expect(pathFrom([10, 20], 'M0,0C1,0,2,1,2,2L4,4')).toBe('M10 20c1 0 2 1 2 2l2 2')
    expect(pathFrom([1, 1], 'M0.5,0A0.5,0.5,0,1,1,-0.5,0')).toBe('M1.5 1a.5 .5 0 1 1-1 0')
  })

  test('joins what looks alike and leaves what is seen through each other apart', () => {
    const two = (look: string) => `<svg viewBox="0 0 9 9"><path d="M0,0h1" ${look}/><path d="M2,2h1" ${look}/></svg>`
    expect(tidy(two('stroke="red"')).inner).toBe('<g fill="none"><path stroke="red" d="M0 0h1M2 2h1"/></g>')
    expect(tidy(two('fill="red" fill-opacity="0.5"')).inner.match(/<path/gu)).toHaveLength(2)
  })

  test('leaves out a label that Vega hides for want of room', () => {
    const label = (opacity: string, words: string) => `<text opacity="${opacity}" font-size="14px">${words}</text>`
    const { inner } = tidy(`<svg viewBox="0 0 9 9"><g opacity="0">${label('1', '1')}</g>${label('0', '2')}${label('1', '3')}</svg>`)
    expect(inner).toBe('<g fill="none" font-size="14"><g><text x="0" y="0">3</text></g></g>')
  })

  test('refuses what the policy of pages forbids', () => {
    expect(() => tidy('<svg viewBox="0 0 9 9"><path style="fill:red"/></svg>')).toThrow('a drawing has no style sheet')
  })

  test('escapes words', () => {
    expect(tidy('<svg viewBox="0 0 9 9"><text font-size="14px" fill="red">a &lt; b &amp; c</text></svg>').inner).toContain(
      'a &lt; b &amp; c',
    )
  })
})
