/** A Vega-Lite specification of an author's own over a chart's rows. */

import { mergeConfig } from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import { house } from './house.ts'
import type { Row, Setting } from './kinds/row.ts'
import { datumOf, sheetWidth } from './kinds/sheet.ts'

/** Words in both languages, wherever they stand, become those of one. */
const inLanguage = (node: unknown, language: 'zh' | 'en'): unknown => {
  if (Array.isArray(node)) return node.map((each) => inLanguage(each, language))
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node)
  const words = node as { readonly zh?: unknown; readonly en?: unknown }
  if (entries.length === 2 && words.zh !== undefined && words.en !== undefined) return words[language]
  return Object.fromEntries(entries.map(([name, each]) => [name, inLanguage(each, language)]))
}

/** What stands beside each other has sizes of its own. */
const compound = ['hconcat', 'vconcat', 'concat', 'facet', 'repeat'] as const

/** The author's specification with the rows as its data, in the sizes and the style of the house where it says nothing else. */
export const customSpec = (given: object, rows: readonly Row[], setting: Setting): TopLevelSpec => {
  const spec = inLanguage(given, setting.language) as Readonly<Record<string, unknown>>
  const single = !compound.some((name) => name in spec)
  return {
    ...(single ? { width: sheetWidth(setting), autosize: { type: 'fit-x', contains: 'padding' } } : {}),
    background: 'transparent',
    padding: 0,
    ...spec,
    data: { name: 'rows', values: rows.map(datumOf) },
    config: mergeConfig(house, (spec.config ?? {}) as object),
  } as unknown as TopLevelSpec
}
