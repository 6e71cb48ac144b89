/** A Vega-Lite specification of an author's own over a chart's rows. */

import { mergeConfig } from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import { house, SOFT, seriesNames, seriesScale } from '../house.ts'
import type { Row, Setting } from '../kinds/row.ts'
import { datumOf, sheetWidth } from '../kinds/sheet.ts'
import { TEXT } from '../text.ts'
import { type Group, inLanguage, isGroup } from './words.ts'

/** What stands beside each other has sizes of its own. */
const compound = ['hconcat', 'vconcat', 'concat', 'facet', 'repeat'] as const

/** Channels that make a view several. */
const parting = ['row', 'column', 'facet'] as const

/** Whether a specification is one view, which has the width of the page. */
export const isSingle = (spec: Group): boolean => {
  const { encoding = {} } = spec
  return !compound.some((name) => name in spec) && !parting.some((name) => isGroup(encoding) && name in encoding)
}

/** Columns become rows, where there are none already. */
const asRows = (node: Group): Group => {
  const { column, ...rest } = node
  return column === undefined || 'row' in node ? node : { ...rest, row: column }
}

/** On a narrow page what stands side by side stands below each other. */
const stacked = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(stacked)
  if (!isGroup(node)) return node
  const { hconcat, ...rest } = node
  const { repeat } = node
  const turned = isGroup(repeat) && asRows(repeat) !== repeat
  const upright: Group = hconcat === undefined ? node : { ...rest, vconcat: hconcat }
  return Object.fromEntries([
    ...Object.entries(upright).map(([key, value]): readonly [string, unknown] => {
      if (key === 'columns' && !isSingle(node)) return [key, 1]
      if ((key === 'encoding' || key === 'facet' || key === 'repeat') && isGroup(value)) return [key, ofRows(stacked(asRows(value)), key)]
      return [key, stacked(turned ? repeatedByRow(value) : value)]
    }),
    // Without this they all stand in one line.
    ...('concat' in node || (isGroup(node.facet) && 'field' in node.facet) || Array.isArray(repeat) ? [['columns', 1] as const] : []),
  ])
}

/** A channel that parts a view into several lays them out itself. */
const ofRows = (node: unknown, key: string): unknown =>
  key === 'encoding' && isGroup(node) && isGroup(node.facet) ? { ...node, facet: { ...node.facet, columns: 1 } } : node

/** Where what repeats by columns repeats by rows, its fields are those of the row. */
const repeatedByRow = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(repeatedByRow)
  if (!isGroup(node)) return node
  if (node.repeat === 'column') return { ...node, repeat: 'row' }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, repeatedByRow(value)]))
}

/** Px for each row of a discrete y, and the height of any other drawing, where the author says neither. */
const HEIGHT = { step: 30, whole: 280 }

const words = { labelFontSize: TEXT.size, labelColor: SOFT, titleFontSize: TEXT.size, titleColor: SOFT, titleFontWeight: 'normal' }

/**
 * What an author's own specification needs beside the style of the house: Vega-Lite would call axes by their fields in
 * English, and set words in several sizes.
 */
const own = mergeConfig<object>(house, {
  view: { discreteHeight: { step: HEIGHT.step }, continuousHeight: HEIGHT.whole },
  axis: { title: null },
  legend: { title: null },
  header: { ...words, title: null },
  title: { fontSize: TEXT.size, subtitleFontSize: TEXT.size },
})

/** Channels that a series colours. */
const coloured: ReadonlySet<string> = new Set(['color', 'fill', 'stroke'])

/** The series keep the report's colours, and its chart's key tells them; without a key the finding does. */
const withSeries = (node: unknown, key: Readonly<Record<string, string>>): unknown => {
  if (Array.isArray(node)) return node.map((each) => withSeries(each, key))
  if (!isGroup(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, each]) => [
      name,
      coloured.has(name) && isGroup(each) && each.field === 'series' ? seriesChannel(each, key) : withSeries(each, key),
    ]),
  )
}

const seriesChannel = (channel: Group, key: Readonly<Record<string, string>>): Group => {
  const named = seriesNames.filter((name) => key[name] !== undefined)
  const legend = named.length === 0 ? null : { values: named, labelExpr: `(${JSON.stringify(key)})[datum.value]`, symbolType: 'square' }
  return { type: 'nominal', scale: seriesScale, legend, ...channel }
}

/** The author's specification with the rows as its data, in the sizes and the style of the house where it says nothing else. */
export const customSpec = (given: object, rows: readonly Row[], setting: Setting): TopLevelSpec => {
  const wide = withSeries(inLanguage(given, setting.language), setting.key) as Group
  const spec = setting.narrow && !isSingle(wide) ? (stacked(wide) as Group) : wide
  return {
    ...(isSingle(wide) ? { width: sheetWidth(setting), autosize: { type: 'fit-x', contains: 'padding' } } : {}),
    background: 'transparent',
    padding: 0,
    ...spec,
    data: { name: 'rows', values: rows.map(datumOf) },
    config: mergeConfig<object>(own, (spec.config ?? {}) as object),
  } as unknown as TopLevelSpec
}
