/** What is wrong in an author's own specification, each slip at its key: by Vega-Lite's schema, by the rows, by what a page can show. */
import { createRequire } from 'node:module'
import type { TopLevelSpec } from 'vega-lite'
import type { Complaints } from '../../../scripts/ledger/problem.ts'
import { compiled } from '../compiled.ts'
import { drawAtOnce } from '../draw.ts'
import { WIDTH } from '../house.ts'
import type { Row } from '../kinds/row.ts'
import { datumOf } from '../kinds/sheet.ts'
import type { ChartFile } from '../read-charts.ts'
import { TEXT } from '../text.ts'
import { type Obstacle, Undrawable } from '../tidy.ts'
import { colourMisfits } from './colours.ts'
import { isSingle } from './custom-spec.ts'
import { type Misfit, misfits, type Path, type Schema } from './schema-fit.ts'
import { fieldMisfits } from './spec-fields.ts'
import { type Group, groupsIn, isGroup, isWords } from './words.ts'

/** Marks that rows cannot draw: a file, and a map. */
const undrawn: ReadonlySet<unknown> = new Set(['image', 'geoshape'])

let known: Schema | undefined
/** Vega-Lite's own schema without the marks that rows cannot draw; it is large, and only a specification of an author's own needs it. */
const vegaLite = (): Schema => {
  if (known) return known
  const whole = createRequire(import.meta.url)('vega-lite/vega-lite-schema.json') as Schema
  const { Mark: marks } = whole.definitions ?? {}
  known = {
    ...whole,
    definitions: { ...whole.definitions, Mark: { ...marks, enum: marks?.enum?.filter((mark) => !undrawn.has(mark)) ?? [] } },
  }
  return known
}

/** Keys whose text a reader meets. */
const read: ReadonlySet<PropertyKey> = new Set(['title', 'subtitle', 'text', 'description'])

/** Whether a path within a chart's file leads to words that a reader meets, and not to a sign or an expression in two forms. */
export const isSpecText = (path: Path): boolean => path[0] !== 'spec' || path.some((step) => read.has(step))

const slip = (path: Path, what: string, expected: string): Misfit => ({ path, what, expected, weight: 1 })

/** Words that stand in one language alone. */
const wordMisfits = (node: unknown, path: Path): readonly Misfit[] => {
  const key = path.at(-1)
  if (isWords(node)) {
    const strange = Object.keys(node).filter((name) => name !== 'zh' && name !== 'en')
    const missing = (['zh', 'en'] as const).filter((name) => node[name] === undefined || node[name] === '')
    // A misspelt language is not missing besides.
    if (strange.length > 0)
      return strange.map((name) =>
        slip([...path, name], `${path.join('.')}: the key “${name}” is no language`, missing[0] ?? 'zh and en alone'),
      )
    return missing.map((name) => slip(path, `${path.join('.')} has no ${name === 'zh' ? 'Chinese' : 'English'} words`, '{ zh: …, en: … }'))
  }
  if (typeof node === 'string') {
    // A tooltip's heading is asked for by this very word.
    const reserved = node === 'title' && path.includes('tooltip')
    const isRead = read.has(key ?? '') || (key === 'value' && read.has(path.at(-2) ?? ''))
    return isRead && /\p{L}/u.test(node) && !reserved
      ? [slip(path, `${path.join('.')}: “${node}” stands in one language alone`, '{ zh: …, en: … }')]
      : []
  }
  if (Array.isArray(node)) {
    if (read.has(key ?? '') && node.some((each) => typeof each === 'string' && /\p{L}/u.test(each)))
      return [slip(path, `${path.join('.')}: “${node.join(' ')}” stands in one language alone`, '{ zh: […, …], en: […, …] }')]
    return node.flatMap((each, index) => wordMisfits(each, [...path, index]))
  }
  return isGroup(node) ? Object.entries(node).flatMap(([name, each]) => wordMisfits(each, [...path, name])) : []
}

/** What comes from elsewhere than the rows, or leads elsewhere. */
const foreign: Readonly<Record<string, readonly [what: string, expected: string]>> = {
  data: ['a specification has no data of its own', 'no data: they are the rows of the chart'],
  datasets: ['a specification has no data of its own', 'no datasets: the data are the rows of the chart'],
  href: ['a mark leads nowhere in a drawing', 'a link in the chapter, and no href'],
  url: ['a drawing holds no picture and no address', 'a mark of its own, such as point'],
}

const foreignMisfits = (spec: Group): readonly Misfit[] =>
  groupsIn(spec).flatMap(({ group, path }) =>
    isWords(group)
      ? []
      : Object.keys(group).flatMap((key) => {
          const found = Object.hasOwn(foreign, key) ? foreign[key] : undefined
          return found ? [slip(['spec', ...path, key], ...found)] : []
        }),
  )

/** Words in both languages, each held against the schema in the place of both. */
const bothLanguages = (node: unknown) =>
  isWords(node) ? (['zh', 'en'] as const).flatMap((name) => (node[name] === undefined ? [] : [[name, node[name]] as const])) : undefined

/** A drawing is as wide as the page, which is wide or narrow; what stands beside each other shares it. */
const widthMisfits = (spec: Group): readonly Misfit[] =>
  'width' in spec && isSingle(spec)
    ? [slip(['spec', 'width'], 'a chart is as wide as the page, wide or narrow', 'no width, or a height')]
    : []

const sizes: ReadonlySet<string> = new Set(['height', 'width', 'step'])
/** Px that no drawing of a page is taller than. */
const tallest = 4000

const sizeMisfits = (spec: Group): readonly Misfit[] =>
  groupsIn(spec).flatMap(({ group, path }) =>
    Object.entries(group).flatMap(([key, value]) =>
      sizes.has(key) && typeof value === 'number' && !(value > 0 && value <= tallest)
        ? [
            slip(
              ['spec', ...path, key],
              `${['spec', ...path, key].map(String).join('.')} is ${value}`,
              `a number of px from 1 to ${tallest}`,
            ),
          ]
        : [],
    ),
  )

/** Fields whose words are others in the other language. */
const spokenFields: ReadonlySet<unknown> = new Set(['label', 'group', 'shown', 'said'])
/** Lists of such words, beside the field or in its scale, axis or legend. */
const wordLists: readonly Path[] = [['sort'], ['scale', 'domain'], ['axis', 'values'], ['legend', 'values'], ['oneOf'], ['equal']]

/** Words of rows that are told in one language: in the other no row would have them. */
const listMisfits = (spec: Group): readonly Misfit[] =>
  groupsIn(spec).flatMap(({ group, path }) => {
    if (!spokenFields.has(group.field)) return []
    return wordLists.flatMap((keys) => {
      const value = keys.reduce<unknown>((node, key) => (isGroup(node) ? node[String(key)] : undefined), group)
      const list = Array.isArray(value) ? value : keys[0] === 'equal' ? [value] : []
      const word: unknown = list.find((each) => typeof each === 'string' && /\p{L}/u.test(each))
      const expected = Array.isArray(value) ? '{ zh: […, …], en: […, …] }' : '{ zh: …, en: … }'
      const at = ['spec', ...path, ...keys]
      return word === undefined ? [] : [slip(at, `${at.map(String).join('.')}: “${String(word)}” stands in one language alone`, expected)]
    })
  })

const schemaMisfits = (spec: Group): readonly Misfit[] => {
  const { data, datasets, ...own } = spec
  // The rows are given to it later.
  const whole = { ...own, data: { values: [] } }
  return misfits(vegaLite(), { $ref: '#/definitions/TopLevelSpec' }, whole, ['spec'], bothLanguages)
}

/** Every slip that can be told without drawing. */
export const specMisfits = (spec: object, rows: readonly Row[] | undefined): readonly Misfit[] => {
  const given = spec as Group
  const languages = wordMisfits(given, ['spec'])
  const inWords = (path: Path) => languages.some((each) => each.path.every((step, index) => step === path[index]))
  return [
    ...languages,
    ...foreignMisfits(given),
    ...widthMisfits(given),
    ...sizeMisfits(given),
    ...listMisfits(given),
    ...colourMisfits(given, vegaLite().definitions?.ColorName?.enum ?? []),
    ...schemaMisfits(given).filter(({ path }) => !inWords(path)),
    ...(rows ? fieldMisfits(given, rows.map(datumOf), ['spec']) : []),
  ]
}

/** What in a specification may ask for that which a drawing cannot hold, and what to write instead. */
const causes: Readonly<
  Record<Obstacle, readonly (readonly [is: (key: string, value: unknown, path: Path) => boolean, expected: string])[]>
> = {
  named: [
    [(key, value) => key === 'clip' && value !== false, 'no clip: a scale that holds the values, or a filter'],
    [(key, value) => key === 'bind' && value === 'scales', 'no bind: a drawing stands still'],
    [(key) => key === 'gradient', 'one colour'],
    [
      (key, value) => key.startsWith('cornerRadius') && value !== 0,
      'stack: null beside the field of the value, or no round corners: on bars that may be stacked they are cut out',
    ],
    [
      (key, value, path) =>
        ['color', 'fill', 'stroke'].includes(key) &&
        path.at(-1) === 'encoding' &&
        isGroup(value) &&
        (value.type === 'quantitative' || value.type === 'temporal') &&
        value.legend !== null &&
        !(isGroup(value.legend) && value.legend.type === 'symbol'),
      'legend: null, or legend: { type: symbol }: the legend of a scale of values is a gradient',
    ],
  ],
  styled: [[(key) => key === 'blend' || key === 'cursor', 'no such key']],
  linked: [],
  sizes: [
    [(key, value) => /^fontSize$|FontSize$/.test(key) && value !== TEXT.size, `no such key: all words of charts are ${TEXT.size} px tall`],
    [(key, _, path) => key === 'size' && path.includes('text'), `no such key: all words of charts are ${TEXT.size} px tall`],
    [(key, value) => key === 'mark' && isGroup(value) && value.type === 'text' && 'size' in value, 'a text without size'],
  ],
  turned: [[(key) => key === 'angle', 'angle with text alone']],
  shape: [],
}

const warningOf = (draw: () => string | undefined): string | Undrawable | undefined => {
  try {
    return draw()
  } catch (error) {
    if (error instanceof Undrawable) return error
    return error instanceof Error ? error.message : String(error)
  }
}

/** Draws it in both widths, as a page will; what Vega-Lite warns of would be something else than its author meant. */
export const drawOwn = (chart: ChartFile, draw: (narrow: boolean) => TopLevelSpec, complaints: Complaints): void => {
  for (const narrow of [false, true]) {
    let drawn = 0
    const warning = warningOf(() => {
      const spec = draw(narrow)
      const { warnings } = compiled(spec)
      if (warnings[0] !== undefined) return warnings[0]
      const drawing = drawAtOnce(spec)
      drawn = drawing.width
      return /<(?:path|text)\b/.test(drawing.inner) ? undefined : 'it has no mark'
    })
    const room = narrow ? WIDTH.narrow : WIDTH.wide
    if (warning === undefined && drawn > room + 1 && !isSingle((chart.spec ?? {}) as Group)) {
      tellTooWide(chart, Math.round(drawn), room, complaints)
      return
    }
    if (warning === undefined) continue
    if (warning instanceof Undrawable) {
      tellObstacle(chart, warning, complaints)
      return
    }
    complaints.add(
      `Vega-Lite cannot draw the chart ${chart.id} as it is written: ${warning}`,
      chart.placeOf(whereSaid(chart, warning)),
      'a specification of Vega-Lite 6',
    )
    return
  }
}

/** What sets drawings side by side, the likeliest first. */
const besideKeys = ['hconcat', 'concat', 'facet', 'repeat', 'column', 'columns'] as const

const tellTooWide = ({ id, spec = {}, placeOf }: ChartFile, drawn: number, room: number, complaints: Complaints): void => {
  const groups = groupsIn(spec)
  const found = besideKeys.flatMap((key) => groups.flatMap(({ group, path }) => (key in group ? [['spec', ...path, key]] : [])))
  complaints.add(
    `the chart ${id} is ${drawn} px wide where a ${room === WIDTH.narrow ? 'narrow' : 'wide'} page has ${room}`,
    placeOf(found[0] ?? ['spec']),
    'fewer side by side, or a width: for each that leaves room for all; on a narrow page they stand below each other',
  )
}

/** The key whose text a warning ends with, as “invalid format: %%%” does; else the whole. */
const whereSaid = ({ spec = {} }: ChartFile, warning: string): Path => {
  const found = groupsIn(spec).flatMap(({ group, path }) =>
    Object.entries(group).flatMap(([key, value]) =>
      typeof value === 'string' && value !== '' && warning.endsWith(`: ${value}`) ? [['spec', ...path, key]] : [],
    ),
  )
  return found[0] ?? ['spec']
}

const tellObstacle = ({ id, spec = {}, placeOf }: ChartFile, { obstacle, message }: Undrawable, complaints: Complaints): void => {
  const what = `the chart ${id} cannot be drawn: ${message}`
  const found = groupsIn(spec).flatMap(({ group, path }) =>
    Object.entries(group).flatMap(([key, value]) => {
      const cause = causes[obstacle].find(([is]) => is(key, value, path))
      return cause ? [{ path: ['spec', ...path, key], expected: cause[1] }] : []
    }),
  )
  for (const { path, expected } of found) complaints.add(what, placeOf(path), expected)
  if (found.length === 0) complaints.add(what, placeOf(['spec']), 'marks, words and lines as the authoring guide names them')
}
