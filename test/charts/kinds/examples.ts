/** Small charts of every kind, for tests: rows whose values can be checked by hand. */
import type { TopLevelSpec } from 'vega-lite'
import { type KindName, kinds } from '../../../src/charts/kinds/index.ts'
import type { Row, Setting } from '../../../src/charts/kinds/row.ts'

export const row = (id: string, value: number | null, more: Partial<Row> = {}): Row => ({
  id,
  label: `Label of ${id}`,
  value,
  low: null,
  high: null,
  shown: value === null ? 'not counted' : `${value}`,
  said: value === null ? 'not counted' : `${value} hours`,
  series: 'direct',
  ...more,
})

export const setting = (narrow = false, more: Partial<Setting> = {}): Setting => ({
  language: 'en',
  narrow,
  key: {},
  words: {},
  columns: {},
  axis: {},
  notes: [],
  write: String,
  ...more,
})

/** Rows as a kind takes them, made from values alone. */
const shaped: Readonly<Record<KindName, (value: number | null, index: number, label?: string) => Row>> = {
  bars: (value, index) => row(`r${index}`, value),
  dots: (value, index) => row(`r${index}`, value, { series: index === 0 ? 'direct' : 'muted' }),
  walk: (value, index) => row(`r${index}`, value),
  range: (value, index) => row(`r${index}`, value, value === null ? {} : { low: value - 1, high: value + 1 }),
  line: (value, index) => row(`r${index}`, value, { at: `${2001 + index}` }),
  slope: (value, index) =>
    row(
      `r${index}`,
      value,
      value === null
        ? {}
        : {
            ends: [
              { value, shown: `${value}` },
              { value: value / 2, shown: `${value / 2}` },
            ],
          },
    ),
  histogram: (value, index) => row(`r${index}`, value),
  tiles: (value, index) => row(`r${index}`, value === null ? null : Math.min(20, Math.abs(value))),
  matrix: (value, index) =>
    row(`r${index}`, value, {
      group: index < 2 ? 'First' : 'Second',
      cells: ['Pay', 'Hours'].map((column) => ({ column, state: value === null ? 'none' : 'full', text: `${column}: ${value}` })),
    }),
  areas: (value, index) =>
    row(`r${index}`, value, { block: (['upper-left', 'upper-right', 'lower-left', 'outside'] as const)[index % 4] ?? 'outside' }),
  tornado: (value, index) =>
    row(
      `r${index}`,
      null,
      value === null
        ? { shown: 'not counted' }
        : {
            ends: [
              { value, shown: `${value}` },
              { value: value * 2 + 1, shown: `${value * 2 + 1}` },
            ],
          },
    ),
  fan: (value, index) =>
    row(
      `r${index}`,
      value,
      value === null
        ? {}
        : {
            quantiles: {
              p05: { value: value - 2, shown: `${value - 2}` },
              p25: { value: value - 1, shown: `${value - 1}` },
              p75: { value: value + 1, shown: `${value + 1}` },
              p95: { value: value + 3, shown: `${value + 3}` },
            },
            ...(index === 1 ? { mark: { value: value + 2, shown: `${value + 2}` } } : {}),
          },
    ),
  strip: (value, index) =>
    row(`r${index}`, value, { group: 'All', state: value === null ? 'not-recomputable' : 'discrepant', low: value, high: value }),
}

export const rowsOf = (kind: KindName, values: readonly (number | null)[], label?: string): readonly Row[] =>
  values.map((value, index) => ({ ...shaped[kind](value, index), ...(label === undefined ? {} : { label }) }))

export const draw = (
  kind: KindName,
  values: readonly (number | null)[],
  narrow = false,
  more: Partial<Setting> = {},
  label?: string,
): TopLevelSpec => kinds[kind](rowsOf(kind, values, label), setting(narrow, more))
