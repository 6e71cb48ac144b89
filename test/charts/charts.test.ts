/** Charts as authors write them: what a file shows, and what is said of each slip. */
import { describe, expect, test } from 'vitest'
import { chartEditorSchema } from '../../src/charts/editor-schema.ts'
import { chartIds } from '../../src/charts/read-charts.ts'
import { chart, told, written } from './town.ts'

describe('a chart’s file', () => {
  test('is named by its id, and its rows by their figures’ short labels', () => {
    const text = 'kind: bars\nrows:\n  - figure: town.old\n  - { figure: town.new, label: { zh: 新的, en: The new } }\n'
    expect(chartIds(written(text))).toEqual(['town'])
    expect(chart(text).rows).toEqual([
      { label: 'Old town', figure: 'town.old' },
      { label: 'The new', figure: 'town.new' },
    ])
    expect(chart(text).alternative).toBe('Old town: 30; The new: 70')
    expect(chart(text, 'zh').rows.map(({ label }) => label)).toEqual(['老城', '新的'])
  })

  test('says why a row has no figure', () => {
    const { rows } = chart(
      'kind: bars\nrows:\n  - figure: town.old\n  - { label: { zh: 河, en: River }, note: { zh: 未计, en: not counted } }\n',
    )
    expect(rows[1]).toEqual({ label: 'River', text: 'not counted' })
  })

  test('takes every figure whose id fits, in the order asked for', () => {
    expect(chart('kind: bars\nfigures: harvest.*\nsort: falling\n').rows.map(({ label }) => label)).toEqual(['Rice', 'Wheat'])
    expect(chart('kind: bars\nfigures: "town.*ew"\n').rows.map(({ label }) => label)).toEqual(['New town'])
  })

  test('takes the rows of a table, as the table calls them', () => {
    expect(chart('kind: bars\ntable: harvest\ncolumn: 收成\nsort: rising\n').rows).toEqual([
      { label: 'Wheat', figure: 'harvest.wheat' },
      { label: 'Rice', figure: 'harvest.rice' },
    ])
  })

  test('takes what an extension offers by name', () => {
    expect(chart('kind: bars\nsource: town.streets\n').alternative).toBe('Street: two')
  })

  test('may hold a specification of Vega-Lite over its rows, with words in both languages', () => {
    const text = `figures: town.new
spec:
  mark: bar
  encoding:
    x: { field: value, type: quantitative, title: { zh: 人数, en: People } }
    y: { field: label, type: nominal }
`
    expect(told(text)).toEqual([])
    const spec = JSON.stringify(chart(text).draw(false))
    expect(spec).toContain('"title":"People"')
    expect(spec).toContain('"value":70')
  })
})

describe('a slip in a chart’s file is told at its place', () => {
  test.each([
    ['kind: bars\nrows:\n  - figure: town.odl\n', 'town.yaml:3:5  the figure id “town.odl” is not known | town.old, or town.new'],
    ['kind: bar\nfigures: town.new\n', 'town.yaml:1:1  kind: “bar” is not known | bars'],
    ['kind: bars\nrows: []\n', 'town.yaml:2:1  rows is an empty list | at least one item, or no such key'],
    [
      'kind: tiles\nrows:\n  - { label: { zh: 街, en: Street }, parts: [] }\n',
      'town.yaml:3:37  rows, item 1: parts is an empty list | at least one item, or no such key',
    ],
    ['kind: bars\nfigure: town.new\n', 'town.yaml:2:1  the file: the key “figure” means nothing here | figure, or figures'],
    ['kind: bars\n', 'town.yaml:1:1  the chart town has no rows | one of rows, figures, table or source'],
    ['kind: bars\nfigures: village.*\n', 'town.yaml:2:1  no figure’s id fits “village.*”'],
    ['kind: bars\nsource: town.street\n', 'town.yaml:2:1  no extension of the report offers the rows “town.street” | town.streets'],
    ['kind: bars\ntable: harvests\n', 'town.yaml:2:1  no table of data/ is called “harvests” | harvest'],
    ['kind: bars\ntable: harvest\ncolumn: 收获\n', 'town.yaml:3:1  the table harvest has no numbers under “收获” | 收成'],
    [
      'kind: bars\nrows:\n  - figure: town.old\n  - figure: town.share\n',
      'town.yaml:4:5  town sets town.old beside town.share, of other units',
    ],
    ['kind: bars\nrows:\n  - label: { zh: 河, en: River }\n', 'town.yaml:3:5  a row has no figure and does not say why'],
    ['figures: town.new\n', 'town.yaml:1:1  the chart town needs a kind or a spec, and not both'],
  ])('%j', (text, said) => {
    expect(told(text)[0]).toContain(said)
  })

  test('a name that no chapter could write', () => {
    expect(told('kind: bars\nfigures: town.new\n', 'my-town.yaml')[0]).toContain('my-town.yaml:1:1  “my-town” is no id of a chart')
  })
})

test('an editor is offered kinds, figures, tables, sources and units', () => {
  const schema = JSON.stringify(chartEditorSchema({ figure: ['town.old'], table: ['harvest'], source: ['town.streets'], unit: ['plain'] }))
  for (const name of ['"town.old"', '"harvest"', '"town.streets"', '"plain"', '"histogram"']) expect(schema).toContain(name)
})
