/** Specifications of an author’s own: each slip is told at its key, and nothing that check lets through stops a build. */

import { compile } from 'vega-lite'
import { describe, expect, test } from 'vitest'
import { drawChart } from '../../src/charts/draw.ts'
import { chart, told } from './town.ts'

const spec = (lines: string): string => `figures: town.*ew\nspec:\n${lines.replace(/^/gm, '  ')}\n`
const bars = (x: string, more = ''): string => spec(`mark: bar\n${more}encoding:\n  x: { ${x} }\n  y: { field: label, type: nominal }`)
const value = 'field: value, type: quantitative'

describe('a slip in a specification is told at its place, with what was meant', () => {
  test.each([
    ['a field that no row has', bars('field: valeu, type: quantitative'), ['town.yaml:5:10  no row has the field “valeu” | value']],
    [
      'a field in an expression',
      bars(value, 'transform: [{ filter: datum.valeu > 0 }]\n'),
      ['town.yaml:4:17  no row has the field “valeu” | value'],
    ],
    [
      'a field that these rows do not have',
      bars('field: group, type: nominal'),
      ['town.yaml:5:10  no row of this chart has “group” | group: in the rows'],
    ],
    [
      'a number without a type',
      bars('field: value'),
      ['town.yaml:5:10  “value” is a number, and no type says so: each would stand as a name of its own | type: quantitative'],
    ],
    [
      'an expression that does not end',
      bars(value, 'transform: [{ filter: datum.value > }]\n'),
      ['town.yaml:4:17  “datum.value >” is no expression of Vega | such as datum.value > 0'],
    ],
    [
      'a key of the mark',
      spec('mark: { type: bar, cornerRadus: 4 }'),
      ['town.yaml:3:22  spec.mark: the key “cornerRadus” means nothing here | cornerRadius'],
    ],
    [
      'British spelling',
      spec('mark: { type: bar, colour: red }'),
      ['town.yaml:3:22  spec.mark: the key “colour” means nothing here | color'],
    ],
    ['a height below nought', spec('height: -40\nmark: bar'), ['town.yaml:3:3  spec.height is -40 | a number of px from 1 to 4000']],
    [
      'a step of nothing',
      spec('height: { step: 0 }\nmark: bar'),
      ['town.yaml:3:13  spec.height.step is 0 | a number of px from 1 to 4000'],
    ],
    ['a colour', spec('mark: { type: bar, color: gren }'), ['town.yaml:3:22  “gren” is no colour | green']],
    [
      'a colour of a channel',
      spec('mark: bar\nencoding: { color: { value: "#12345" } }'),
      ['town.yaml:4:24  “#12345” is no colour | a name such as teal, #rrggbb, or a colour of the page: var(--ink)'],
    ],
    [
      'a colour of a scale',
      spec('mark: bar\nencoding: { color: { field: label, type: nominal, scale: { range: [teal, oragne] } } }'),
      ['town.yaml:4:76  “oragne” is no colour | orange'],
    ],
    [
      'a colour that the page does not have',
      spec('mark: { type: bar, color: var(--inc) }'),
      ['town.yaml:3:22  “var(--inc)” is no colour | var(--ink), or var(--line), or var(--link)'],
    ],
    [
      'an order of words in one language',
      spec(`mark: bar\nencoding: { x: { ${value} }, y: { field: label, type: nominal, sort: [新城, 老城] } }`),
      ['town.yaml:4:90  spec.encoding.y.sort: “新城” stands in one language alone | { zh: […, …], en: […, …] }'],
    ],
    [
      'a scale of words in one language',
      spec(`mark: bar\nencoding: { x: { ${value} }, y: { field: label, type: nominal, scale: { domain: [New town] } } }`),
      ['town.yaml:4:99  spec.encoding.y.scale.domain: “New town” stands in one language alone | { zh: […, …], en: […, …] }'],
    ],
    [
      'three beside each other that have no room',
      spec(`hconcat:\n${'  - { width: 300, mark: bar, encoding: { x: { field: value, type: quantitative } } }\n'.repeat(3)}`),
      [
        'town.yaml:3:3  the chart town is 940 px wide where a wide page has 720 | fewer side by side, or a width: for each that leaves room for all; on a narrow page they stand below each other',
      ],
    ],
    [
      'a height in words',
      spec('height: tall\nmark: bar'),
      ['town.yaml:3:3  spec.height: “tall” is not known | container, or a number, or { step: … }'],
    ],
    [
      'a form of numbers that there is none of',
      bars(`${value}, axis: { format: "%%%" }`),
      ['town.yaml:5:52  Vega-Lite cannot draw the chart town as it is written: invalid format: %%% | a specification of Vega-Lite 6'],
    ],
    [
      'layers without one',
      spec('layer: []'),
      ['town.yaml:2:1  Vega-Lite cannot draw the chart town as it is written: it has no mark | a specification of Vega-Lite 6'],
    ],
    ['a mark', spec('mark: { type: barr }'), ['town.yaml:3:11  spec.mark.type: “barr” is not known | bar']],
    ['a mark in one word', spec('mark: barr'), ['town.yaml:3:3  spec.mark: “barr” is not known | bar']],
    ['a type', bars('field: value, type: quantitive'), ['town.yaml:5:24  spec.encoding.x.type: “quantitive” is not known | quantitative']],
    [
      'the key of the field',
      bars('feild: value, type: quantitative'),
      ['town.yaml:5:10  spec.encoding.x: the key “feild” means nothing here | field'],
    ],
    ['marks', spec('marks: bar'), ['town.yaml:3:3  spec: the key “marks” means nothing here | mark']],
    [
      'a title in Chinese alone',
      bars(`${value}, title: { zh: 人数 }`),
      ['town.yaml:5:44  spec.encoding.x.title has no English words | { zh: …, en: … }'],
    ],
    [
      'a title in one language',
      bars(`${value}, title: People`),
      ['town.yaml:5:44  spec.encoding.x.title: “People” stands in one language alone | { zh: …, en: … }'],
    ],
    [
      'a language',
      bars(`${value}, title: { zh: 人数, eng: People }`),
      ['town.yaml:5:61  spec.encoding.x.title: the key “eng” is no language | en'],
    ],
    [
      'words beside a mark in one language',
      spec('mark: text\nencoding: { text: { value: Total } }'),
      ['town.yaml:4:23  spec.encoding.text.value: “Total” stands in one language alone | { zh: …, en: … }'],
    ],
    [
      'a mark that needs a map',
      spec('mark: geoshape'),
      [
        'town.yaml:3:3  spec.mark: “geoshape” is not known | one of boxplot, errorbar, errorband, arc, area, bar, line, point, rect, rule, text, tick, trail, circle, square, or { type: … }',
      ],
    ],
    [
      'a channel without its field',
      spec('mark: bar\nencoding: { x: value }'),
      ['town.yaml:4:15  spec.encoding.x: “value” does not fit | { field: … } or { datum: … } or { value: … }'],
    ],
    [
      'what a tick does not have',
      bars(`${value}, axis: { labelExpr: datum.vlaue }`),
      ['town.yaml:5:52  what an axis or a legend marks has no “vlaue” | value'],
    ],
    ['a width', spec('mark: bar\nwidth: 900'), ['town.yaml:4:3  a chart is as wide as the page, wide or narrow | no width, or a height']],
    [
      'data of its own',
      spec('data: { url: "https://example.org/x.json" }\nmark: bar'),
      [
        'town.yaml:3:3  a specification has no data of its own | no data: they are the rows of the chart',
        'town.yaml:3:11  a drawing holds no picture and no address | a mark of its own, such as point',
      ],
    ],
    [
      'values of its own',
      spec('layer: [{ data: { values: [1] }, mark: bar }]'),
      ['town.yaml:3:13  a specification has no data of its own | no data: they are the rows of the chart'],
    ],
    [
      'lines of a title in one language',
      bars(value, 'title: [The town, and its people]\n'),
      ['town.yaml:4:3  spec.title: “The town and its people” stands in one language alone | { zh: […, …], en: […, …] }'],
    ],
    [
      'data sets of its own',
      spec('datasets: { a: [] }\nmark: bar'),
      ['town.yaml:3:3  a specification has no data of its own | no datasets: the data are the rows of the chart'],
    ],
    [
      'a link of its own',
      spec('mark: { type: bar, href: "https://a.example" }'),
      ['town.yaml:3:22  a mark leads nowhere in a drawing | a link in the chapter, and no href'],
    ],
    [
      'a number beyond its limits',
      spec('mark: { type: bar, opacity: 1.5 }'),
      ['town.yaml:3:22  spec.mark.opacity: “1.5” is out of its limits | a number from 0 to 1'],
    ],
    [
      'a number below the least',
      spec('mark: { type: bar, strokeWidth: -1 }'),
      ['town.yaml:3:22  spec.mark.strokeWidth: “-1” is out of its limits | a number from 0 on'],
    ],
    [
      'a number beyond the limits of one of its shapes',
      spec('mark: { type: bar, fillOpacity: 2 }'),
      ['town.yaml:3:22  spec.mark.fillOpacity: “2” is out of its limits | a number from 0 to 1'],
    ],
    [
      'a style under a name of its own',
      spec('config: { style: { mine: { opacty: 1 } } }\nmark: bar'),
      ['town.yaml:3:30  spec.config.style.mine: the key “opacty” means nothing here | opacity'],
    ],
    [
      'a list of too many items',
      bars(`${value}, bin: { divide: [5, 2, 1] }`),
      ['town.yaml:5:51  spec.encoding.x.bin.divide has 3 items | at most 2'],
    ],
    ['a list of nothing', bars(`${value}, bin: { steps: [] }`), ['town.yaml:5:51  spec.encoding.x.bin.steps has 0 items | at least 1']],
    ['a list of too few items', bars(`${value}, bin: { extent: [1] }`), ['town.yaml:5:51  spec.encoding.x.bin.extent has 1 item | 2']],
    [
      'a field that a density, a fold and a quantile do not make',
      spec(
        `transform: [{ fold: [valeu] }, { density: value, groupby: [laebl] }, { quantile: value }]\nmark: bar\nencoding: { x: { field: prob, type: quantitative }, y: { field: key, type: nominal }, color: { field: density, type: quantitative, legend: null } }`,
      ),
      ['town.yaml:3:17  no row has the field “valeu” | value', 'town.yaml:3:52  no row has the field “laebl” | label'],
    ],
    [
      'a field in a condition',
      spec(`mark: bar\nencoding: { x: { ${value} }, color: { condition: { test: datum.valeu > 0, value: red }, value: grey } }`),
      ['town.yaml:4:78  no row has the field “valeu” | value'],
    ],
    [
      'what the head of a facet does not have',
      spec(`mark: bar\nencoding: { x: { ${value} }, row: { field: label, type: nominal, header: { labelExpr: datum.lable } } }`),
      ['town.yaml:4:102  what an axis or a legend marks has no “lable” | label'],
    ],
    [
      'a number in a title',
      bars(`${value}, title: { zh: 占99.9%, en: The share of 99.9% }`),
      [
        'town.yaml:5:53  “99.9%” is typed into the chart | a figure in a row, or words without a number',
        'town.yaml:5:65  “99.9%” is typed into the chart | a figure in a row, or words without a number',
      ],
    ],
  ])('%s', (_, text, said) => {
    expect(told(text)).toEqual(said)
  })

  test('a mark that is not there', () => {
    expect(told(spec('height: 40'))).toEqual([
      'town.yaml:2:1  spec.mark is missing | one of boxplot, errorbar, errorband, arc, area, bar, line, point, rect, rule, text, tick, trail, circle, square, or { type: … }',
    ])
  })
})

describe('what a drawing cannot hold is told at its place', () => {
  test.each([
    [
      'round corners of bars that may be stacked',
      bars(value).replace('mark: bar', 'mark: { type: bar, cornerRadius: 4 }'),
      'town.yaml:3:22  the chart town cannot be drawn: a drawing has no clip paths and no gradients | stack: null',
    ],
    [
      'a clip path',
      spec(`mark: { type: bar, clip: true }\nencoding: { x: { ${value} } }`),
      'town.yaml:3:22  the chart town cannot be drawn: a drawing has no clip paths',
    ],
    [
      'a gradient for a legend',
      spec(`mark: point\nencoding: { color: { ${value} } }`),
      'town.yaml:4:15  the chart town cannot be drawn: a drawing has no clip paths and no gradients | legend: null',
    ],
    [
      'a fill that changes along its way',
      spec(
        `mark: { type: bar, color: { gradient: linear, stops: [{ offset: 0, color: red }, { offset: 1, color: blue }] } }\nencoding: { x: { ${value} } }`,
      ),
      'the chart town cannot be drawn: a drawing has no clip paths and no gradients | one colour',
    ],
    [
      'a view that readers may move',
      bars(value, 'params: [{ name: view, select: interval, bind: scales }]\n').replace('field: label, type: nominal', value),
      'the chart town cannot be drawn: a drawing has no clip paths and no gradients | no bind: a drawing stands still',
    ],
    [
      'words of several sizes',
      spec(`mark: bar\nencoding: { x: { ${value}, axis: { labelFontSize: 10 } }, y: { field: label, type: nominal } }`),
      'town.yaml:4:62  the chart town cannot be drawn: the words of a chart have one size',
    ],
    [
      'a mark that is mixed with what lies below',
      spec('mark: { type: bar, blend: multiply }'),
      'town.yaml:3:22  the chart town cannot be drawn: a drawing has no style sheet',
    ],
    [
      'a mark that is turned',
      spec(`mark: { type: point, shape: triangle, angle: 45 }\nencoding: { x: { ${value} } }`),
      'town.yaml:3:41  the chart town cannot be drawn: marks stand upright',
    ],
  ])('%s', (_, text, said) => {
    expect(told(text).join('\n')).toContain(said)
  })
})

describe('what is right is let through and drawn', () => {
  test.each([
    ['a bar with round corners', bars(`${value}, stack: null`).replace('mark: bar', 'mark: { type: bar, cornerRadius: 4 }')],
    ['a curve', spec(`mark: { type: line, interpolate: monotone }\nencoding:\n  x: { field: label, type: nominal }\n  y: { ${value} }`)],
    [
      'layers, a transform and a field that it makes',
      spec(
        `transform: [{ calculate: datum.value / 2, as: half }]\nencoding: { y: { field: label, type: nominal } }\nlayer:\n  - { mark: bar, encoding: { x: { ${value} } } }\n  - { mark: tick, encoding: { x: { field: half, type: quantitative } } }`,
      ),
    ],
    ['facets with heads', spec(`mark: bar\nencoding: { x: { ${value} }, row: { field: label, type: nominal } }`)],
    [
      'colours in every form',
      bars(value, 'config: { range: { category: [teal, "#123", "rgb(1, 2, 3)"] } }\n').replace(
        'mark: bar',
        'mark: { type: bar, fill: var(--ink), stroke: none }',
      ),
    ],
    [
      'an order of words in both languages',
      spec(
        `mark: bar\nencoding: { x: { ${value} }, y: { field: label, type: nominal, sort: { zh: [新城, 老城], en: [New town, Old town] } } }`,
      ),
    ],
    [
      'two beside each other',
      spec(`hconcat:\n${'  - { width: 300, mark: bar, encoding: { x: { field: value, type: quantitative } } }\n'.repeat(2)}`),
    ],
    ['columns', spec(`mark: bar\nencoding: { x: { ${value} }, column: { field: label, type: nominal } }`)],
    [
      'what repeats by columns',
      spec('repeat: { column: [value, low] }\nspec: { mark: bar, encoding: { x: { field: { repeat: column }, type: quantitative } } }'),
    ],
    ['an aggregate', spec('mark: bar\nencoding: { x: { aggregate: count }, y: { field: series, type: nominal } }')],
    ['a heading of a tooltip', bars(value).replace('  x:', '  tooltip: [{ field: label, type: nominal, title: title }]\n    x:')],
    [
      'a pivot, whose fields are not known before',
      spec(
        'transform: [{ pivot: label, value: value, groupby: [series] }]\nmark: bar\nencoding: { x: { field: Old town, type: quantitative } }',
      ),
    ],
    ['a number at its limits', bars(value).replace('mark: bar', 'mark: { type: bar, opacity: 1, strokeWidth: 0 }')],
    ['a title of its own', bars(value, 'title: { zh: 一座城, en: A town }\n')],
  ])('%s', async (_, text) => {
    expect(told(text)).toEqual([])
    for (const narrow of [false, true]) {
      const { inner, width } = await drawChart(chart(text).draw(narrow))
      expect(inner).toContain('<path')
      expect(width).toBeGreaterThan(0)
      expect(width).toBeLessThanOrEqual(narrow ? 360 : 720)
    }
  })
})

describe('the house fills in what an author leaves out', () => {
  const drawn = (text: string): string => JSON.stringify(compile(chart(text).draw(false)).spec)

  test('a discrete y takes thirty px a row', () => {
    expect(drawn(bars(value))).toContain('"name":"y_step","value":30')
  })

  test('no axis is called by its field', () => {
    expect(drawn(bars(value))).not.toContain('"title":"value"')
  })

  test('series keep their colours, and the chart’s key names them', () => {
    const text = `figures: town.*ew\nkey: { counted: { zh: 已计, en: counted } }\nspec:\n  mark: bar\n  encoding: { x: { ${value} }, color: { field: series } }\n`
    expect(told(text)).toEqual([])
    expect(drawn(text)).toContain('"domain":["direct","indirect","counted","total","muted"]')
    expect(drawn(text)).toContain('[datum.value]')
    expect(drawn(text.replace(/key: .*\n/, ''))).not.toContain('"legends"')
  })
})
