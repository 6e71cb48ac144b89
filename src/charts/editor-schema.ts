/** What an editor offers in a chart's file: its keys, the kinds, and the ids of figures. */
import { z } from 'zod'
import { chartSchema } from './chart-file.ts'

type Node = { readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the keys of a chart's file may name, for an editor to offer. */
export type ChartNames = Readonly<Record<'figure' | 'table' | 'source' | 'unit', readonly string[]>>

/** Keys whose value is a name of something known. */
const kinds: Readonly<Record<string, keyof ChartNames>> = {
  figure: 'figure',
  from: 'figure',
  to: 'figure',
  p05: 'figure',
  p25: 'figure',
  p75: 'figure',
  p95: 'figure',
  mark: 'figure',
  table: 'table',
  source: 'source',
  unit: 'unit',
}

/** Our files keep every scalar as text, also those that an editor reads as numbers; names are offered. */
const forEditors = (node: unknown, names: ChartNames, key = ''): unknown => {
  if (Array.isArray(node)) return node.map((each) => forEditors(each, names))
  if (!isNode(node)) return node
  const mapped = Object.fromEntries(
    Object.entries(node).map(([name, each]) => [
      name,
      name === 'properties' && isNode(each)
        ? Object.fromEntries(Object.entries(each).map(([property, shape]) => [property, forEditors(shape, names, property)]))
        : forEditors(each, names),
    ]),
  )
  if (node.type !== 'string') return mapped
  const kind = kinds[key]
  if (kind === undefined) return { ...mapped, type: ['string', 'number', 'boolean'] }
  const { description } = node
  // A cell of a table is a figure too, and there are hundreds: they may be named without being offered.
  return { ...(description === undefined ? {} : { description }), anyOf: [{ enum: names[kind] }, { type: 'string' }] }
}

export const chartEditorSchema = (names: ChartNames): unknown => {
  const schema = z.toJSONSchema(chartSchema, { unrepresentable: 'any', io: 'input' }) as Node
  // Of a row, `at` is a year; of the file it is a figure.
  const named = Object.fromEntries(
    Object.entries(schema.properties as Node).map(([key, shape]) => [key, forEditors(shape, names, key === 'at' ? 'figure' : key)]),
  )
  // Vega-Lite brings its own schema along.
  return { ...schema, properties: { ...named, spec: { $ref: '../../node_modules/vega-lite/build/vega-lite-schema.json' } } }
}
