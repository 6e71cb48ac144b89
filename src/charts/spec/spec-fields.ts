/** The fields that a specification asks for, held against those that its rows have. */
import * as vega from 'vega'
import { nearest } from '../../../scripts/ledger/problem.ts'
import type { Misfit, Path } from './schema-fit.ts'
import { type Group, groupsIn, isGroup } from './words.ts'

// Vega exports it without declaring it.
const { parseExpression } = vega as unknown as { parseExpression: (text: string) => unknown }

/** What every row may have; what an author's rows leave out is told apart. */
const rowFields = ['id', 'label', 'value', 'low', 'high', 'shown', 'said', 'series', 'figure', 'group', 'at'] as const

/** How a row comes by what not every row has. */
const remedies: Readonly<Record<string, string>> = {
  low: 'figures with a range, or from: and to: in the rows',
  high: 'figures with a range, or from: and to: in the rows',
  figure: 'figure: in the rows',
  group: 'group: in the rows',
  at: 'at: in the rows, or figures of a period',
  value: 'figures with a value',
}

/** Transforms that make fields under names of their own where they are given none. */
const unasked: Readonly<Record<string, readonly string[]>> = {
  fold: ['key', 'value'],
  density: ['value', 'density'],
  quantile: ['prob', 'value'],
}

/** Keys that hold the name of a field, a list of them, or an expression over a row. */
const single: ReadonlySet<string> = new Set(['field'])
const lists: ReadonlySet<string> = new Set(['groupby', 'fields', 'fold', 'flatten'])
const expressions: ReadonlySet<string> = new Set(['calculate', 'filter', 'expr', 'test', 'labelExpr'])
/** Where an expression's datum is no row: a tick of an axis, an entry of a legend. */
const elsewhere: ReadonlySet<PropertyKey> = new Set(['axis', 'legend', 'header', 'config'])
const ofTicks: readonly string[] = ['value', 'label', 'index']
/** Channels on whose scale a number without a type would stand as a name. */
const measured: ReadonlySet<PropertyKey> = new Set(['x', 'y', 'color', 'fill', 'stroke', 'size', 'opacity', 'theta', 'radius'])

interface Met {
  readonly name: string
  readonly path: Path
}

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(texts) : []

/** The first word of a path into a field: rows hold nothing nested. */
const outer = (field: string): string => field.replaceAll('\\', '').split(/[.[]/)[0] ?? field

/** What is wrong with the fields of a specification; `path` is where it stands. */
export const fieldMisfits = (spec: object, rows: readonly Group[], path: Path): readonly Misfit[] => {
  const groups = groupsIn(spec)
  // A pivot makes fields of values: their names are not known before it is drawn.
  if (groups.some(({ group }) => 'pivot' in group)) return []
  const made = new Set(
    groups.flatMap(({ group }) => [...texts(group.as), ...Object.entries(unasked).flatMap(([key, names]) => (key in group ? names : []))]),
  )
  const present = new Set(
    rows.flatMap((row) => Object.entries(row).flatMap(([name, value]) => (value === null || value === '' ? [] : [name]))),
  )
  const known = [...rowFields, ...made]
  const told = ({ name, path: at }: Met): readonly Misfit[] => {
    const field = outer(name)
    const inSpec = [...path, ...at]
    if (!known.includes(field))
      return [
        {
          path: inSpec,
          what: `no row has the field “${name}”`,
          expected: nearest(field, known, 1).join() || `one of ${known.join(', ')}`,
          weight: 1,
        },
      ]
    if (made.has(field) || present.has(field) || rows.length === 0) return []
    return [
      { path: inSpec, what: `no row of this chart has “${field}”`, expected: remedies[field] ?? 'a field that its rows have', weight: 1 },
    ]
  }
  return groups.flatMap(({ group, path: at }) =>
    Object.entries(group).flatMap(([key, value]): readonly Misfit[] => {
      const place = [...at, key]
      if (single.has(key) && typeof value === 'string') {
        const channel = at.at(-1)
        const untyped =
          at.at(-2) === 'encoding' &&
          measured.has(channel ?? '') &&
          ['value', 'low', 'high'].includes(value) &&
          !['type', 'bin', 'aggregate', 'timeUnit'].some((each) => each in group)
        return [
          ...told({ name: value, path: place }),
          ...(untyped
            ? [
                {
                  path: [...path, ...place],
                  what: `“${value}” is a number, and no type says so: each would stand as a name of its own`,
                  expected: 'type: quantitative',
                  weight: 1,
                },
              ]
            : []),
        ]
      }
      if (lists.has(key) && Array.isArray(value)) return texts(value).flatMap((name) => told({ name, path: place }))
      // Where it repeats, a field is named by the list that it stands for.
      if (key === 'repeat' && typeof value === 'object')
        return texts(isGroup(value) ? Object.values(value) : value).flatMap((name) => told({ name, path: place }))
      if (!expressions.has(key) || typeof value !== 'string') return []
      const read = fieldsOf(value)
      if (read === undefined)
        return [{ path: [...path, ...place], what: `“${value}” is no expression of Vega`, expected: 'such as datum.value > 0', weight: 1 }]
      if (at.some((step) => elsewhere.has(step)))
        return read
          .filter((name) => !ofTicks.includes(name))
          .map((name) => ({
            path: [...path, ...place],
            what: `what an axis or a legend marks has no “${name}”`,
            expected: nearest(name, ofTicks, 1).join() || `one of ${ofTicks.join(', ')}`,
            weight: 1,
          }))
      return read.flatMap((name) => told({ name, path: place }))
    }),
  )
}

/** The fields of a row that an expression reads; undefined where it is none. */
const fieldsOf = (text: string): readonly string[] | undefined => {
  try {
    parseExpression(text)
  } catch {
    return undefined
  }
  return [...text.matchAll(/\bdatum(?:\.([A-Za-z_$][\w$]*)|\[\s*(['"])(.*?)\2\s*\])/g)].map(([, plain, , quoted]) => plain ?? quoted ?? '')
}
