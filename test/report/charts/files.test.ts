import * as vega from 'vega'
import { compile } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import { mixtureOf } from '../../../scripts/ledger/questions/mixture.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { compiled } from '../../../src/charts/compiled.ts'
import { drawChart } from '../../../src/charts/draw.ts'
import { liveSpec } from '../../../src/charts/live.ts'
import { lightPalette, resolved } from '../../../src/charts/palette.ts'
import { picture, standaloneSpec } from '../../../src/charts/picture.ts'
import { reportCharts } from '../../../src/charts/report-charts.ts'
import { sourcePieces, sourceText } from '../../../src/charts/source-line.ts'
import { originOf } from '../../../src/charts/sources.ts'
import { marksOf, paint } from '../../charts/kinds/drawing.ts'
import { ledger } from '../estimates/support.ts'

const charts = reportCharts(projectRoot)
const ids = [...charts.keys()]
const palette = lightPalette(projectRoot)
const chartOf = (id: string, language: Language) => {
  const chart = charts.get(id)?.(ledger, language)
  if (!chart) throw new Error(id)
  return chart
}
const frame = { language: 'en', title: 'A & finding', source: 'Source: somebody', alternative: 'all in words', palette } as const
const svgOf = async (spec: vega.Spec) => new vega.View(vega.parse(spec), { renderer: 'none' }).toSVG()
const marksIn = (svg: string) =>
  (svg.match(/<(?:path|line|text)\b(?![^>]*class="background")[^>]*\s(?:fill|stroke)="(?!none)/gu) ?? []).length

describe('where a chart’s figures come from', () => {
  test('is the works that print the inputs, however far down', () => {
    expect(originOf(ledger, ['multiplier.trade'])).toEqual({
      cited: ['nbs-2017', 'wang-2021'],
      coded: false,
      assumed: false,
      computed: true,
    })
    expect(originOf(ledger, ['coding.silent.pay'])).toEqual({ cited: [], coded: true, assumed: false, computed: true })
    expect(originOf(ledger, ['infrastructure.ant'])).toMatchObject({ cited: ['alibaba-2020'], computed: false })
  })

  test('is said in a line in either language', () => {
    const line = (id: string, language: Language) => sourceText(sourcePieces(ledger, chartOf(id, language), language))
    expect(line('multipliers', 'en')).toMatch(/^Sources: .*; computed by this report$/u)
    // The total of the steps adds what is not alike.
    expect(line('steps', 'en')).toBe('Source: Renmin group (2020); computed by this report; † adds unlike measures')
    expect(line('steps', 'zh')).toBe('来源：人大课题组（2020）；本报告计算；†口径混合')
    expect(line('dimensions', 'en')).toBe('Source: coded and computed by this report')
    expect(line('dimensions', 'zh')).toBe('来源：本报告编码、计算')
    // A picture of judgements alone rests on no figure.
    for (const id of ids.filter((each) => chartOf(each, 'en').rows.some(({ figure }) => figure !== undefined)))
      expect(line(id, 'en').length, id).toBeGreaterThan('Sources: '.length)
  })
})

describe.each(ids)('the files of %s', (id) => {
  const chart = chartOf(id, 'en')

  test('a Vega-Lite specification that opens by itself and draws the same marks', async () => {
    const spec = standaloneSpec(chart.draw(false), frame)
    const text = JSON.stringify(spec)
    expect(text).not.toContain('var(')
    expect(spec).toMatchObject({
      $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
      title: { text: ['A & finding'] },
      description: 'all in words',
    })
    expect(text).not.toContain('"url"')
    // Held to the same warnings as what the site draws.
    const { spec: whole, warnings } = compiled(spec as Parameters<typeof compile>[0])
    const drawn = await svgOf(whole)
    expect(warnings).toEqual([])
    // The title, the source and the paper come on top.
    expect(marksIn(drawn) - marksIn(await svgOf(compile(chart.draw(false)).spec))).toBeLessThanOrEqual(3)
    expect(drawn).toContain('A &amp; finding')
  })

  test('a picture with its finding, its source and its own colours', async () => {
    const svg = picture(await drawChart(chart.draw(false)), frame)
    expect(svg).not.toContain('var(')
    expect(svg).toContain('A &amp; finding')
    expect(svg).toContain('Source: somebody')
    expect(svg).toContain(`fill="${palette.get('--paper')}"`)
  })

  test('a live chart that draws the same, tells of every mark and needs no Vega-Lite', async () => {
    for (const narrow of [false, true]) {
      const spec = liveSpec(chart.draw(narrow))
      expect(marksIn(await svgOf(spec))).toBe(marksIn(await svgOf(compile(chart.draw(narrow)).spec)))
      const told = (await paint(chart.draw(narrow))).marks.filter(({ datum }) => datum.id !== undefined && datum.said !== undefined)
      expect(told.length).toBeGreaterThan(0)
      for (const { datum } of told) expect([datum.label, datum.said]).toEqual([expect.stringMatching(/\S/u), expect.stringMatching(/\S/u)])
    }
  })
})

test('a tooltip says what the table says, with its unit and with the mark of unlike measures', () => {
  for (const language of ['zh', 'en'] as const)
    for (const id of ['modules', 'categories', 'steps', 'multipliers', 'evidence', 'measures', 'types', 'structure'] as const) {
      const { rows, draw } = chartOf(id, language)
      const data = JSON.stringify(draw(false))
      for (const { label, figure, text } of rows) {
        const found = figure ? ledger.figures.get(figure) : undefined
        const said = found ? `${shown(found, language)}${mixtureOf(found, ledger.figures) ? '†' : ''}` : text
        expect(data).toContain(`"said":${JSON.stringify(said)}`)
        expect(data).toContain(`"label":${JSON.stringify(label)}`)
      }
    }
})

test('a figure that adds unlike measures bears its mark in the drawing and in words, and both say what it means', async () => {
  for (const [language, meaning] of [
    ['zh', '口径混合'],
    ['en', 'adds unlike measures'],
  ] as const)
    for (const id of ['modules', 'steps', 'evidence', 'types'] as const) {
      const chart = chartOf(id, language)
      for (const narrow of [false, true])
        expect(marksOf(await paint(chart.draw(narrow)), 'text').filter(({ text }) => text.endsWith('†')).length).toBeGreaterThan(0)
      expect(chart.alternative).toContain('†')
      expect(chart.alternative).toContain(meaning)
      expect(sourceText(sourcePieces(ledger, chart, language))).toContain(meaning)
    }
})

test('the data of effects have the multiple and what it means for worker and firm', () => {
  const { rows, besides } = chartOf('effects', 'en')
  expect(besides).toEqual(['Multiple', 'Worker', 'Firm'])
  for (const { besides: more } of rows)
    expect(more).toEqual([expect.stringMatching(/×/u), expect.stringMatching(/\S/u), expect.stringMatching(/\S/u)])
})

test('a colour that the page does not have is named', () => {
  expect(() => resolved('var(--nothing)', palette)).toThrow('src/styles/base.css gives var(--nothing) no colour')
})
