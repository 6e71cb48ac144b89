import type { TopLevelSpec } from 'vega-lite'
import { GAP, seriesScale } from '../house.ts'
import { measure, TEXT, widest, wrap } from '../text.ts'
import { apart } from './apart.ts'
import { labelled, roundTicks } from './axis.ts'
import type { Row, Setting } from './row.ts'
import { datumOf, layer, sheet, sheetWidth, softening, told } from './sheet.ts'

/** A period as a year: "2019" is 2019, "2019-07" the middle of it, "2004/2020" its end. */
export const yearOf = (period: string): number | null => {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(period.split('/').at(-1) ?? '') ?? []
  return year === undefined ? null : Number(year) + (month === undefined ? 0 : (Number(month) - 1) / 12)
}

/** Lines over years: points of one group are joined, and the last of each tells which line it is. */
export function line(given: readonly Row[], setting: Setting): TopLevelSpec {
  const { narrow, language, axis, write } = setting
  const log = axis.scale === 'log'
  const rows = given
    .flatMap((row) => {
      const year = yearOf(row.at ?? '')
      return year === null || row.value === null || (log && row.value <= 0) ? [] : [{ row, year, value: row.value, group: row.group ?? '' }]
    })
    .toSorted((a, b) => a.year - b.year)
  const groups = [...new Set(rows.map(({ group }) => group))]
  const years = [...new Set(rows.map(({ year }) => year))]
  const values = rows.map(({ value }) => value)
  const low = Math.min(...(log ? [] : [0]), ...values)
  const high = Math.max(...(log ? [] : [0]), ...values)
  const sound = Number.isFinite(low) && high > low
  const ticks = axis.ticks ?? (sound ? (log ? [] : roundTicks(low, high, 4)) : [0])
  const domain = sound
    ? [Math.min(low, ...ticks), Math.max(high, ...ticks)]
    : [low === high && Number.isFinite(low) ? Math.min(0, low) : 0, low === high && low > 0 ? low : 1]

  const full = sheetWidth(setting)
  const tickWidth = Math.ceil(widest(ticks.map(write))) + GAP
  // One line needs no name: the finding says what it is.
  const named = groups.length > 1
  const nameWidth = narrow ? 110 : 180
  const names = groups.map((group) => ({ group, lines: wrap(group, nameWidth, language) }))
  const lastOf = (group: string) => rows.findLast((each) => each.group === group)
  const ends = rows.filter((each) => (named ? each === lastOf(each.group) : false))
  const after = Math.max(8, ...(named ? [GAP + 4 + Math.max(0, ...names.map(({ lines }) => widest(lines, true)))] : []))
  const before = tickWidth
  const [left, right] = [Math.ceil(before), Math.ceil(after)]
  const width = Math.max(80, full - left - right)
  const height = narrow ? 220 : 280
  const span = years.length > 1 ? [years[0], years.at(-1)] : years.length === 1 ? [(years[0] ?? 0) - 1, (years[0] ?? 0) + 1] : [0, 1]

  // Names of lines that end close together stand apart.
  const place = (value: number) => {
    const [from = 0, to = 1] = domain
    const part = log ? (Math.log(value) - Math.log(from)) / (Math.log(to) - Math.log(from)) : (value - from) / (to - from)
    return height * (1 - part)
  }
  const spots = ends.map((each) => ({
    at: place(each.value),
    extent: (names.find(({ group }) => group === each.group)?.lines.length ?? 1) * TEXT.line,
  }))
  const moved = apart(spots, 0, height)
  const widestValue = Math.max(0, ...rows.map(({ row }) => measure(row.shown, true)))
  // A value over a point stands on the side from which no steep line runs through it.
  const across = width / Math.max(1, (span[1] ?? 1) - (span[0] ?? 0))
  const climb = (from: (typeof rows)[number] | undefined, to: (typeof rows)[number] | undefined): number =>
    from && to ? ((place(from.value) - place(to.value)) / ((to.year - from.year) * across)) * (widestValue / 2) : 0
  const sideOf = (index: number): 'left' | 'right' | undefined => {
    if (index === 0 || index === rows.length - 1) return undefined
    const [rises, falls] = [climb(rows[index], rows[index + 1]) > 6, climb(rows[index - 1], rows[index]) < -6]
    return rises === falls ? undefined : rises ? 'right' : 'left'
  }
  const data = rows.map((each, index) => {
    const end = ends.indexOf(each)
    const side = named ? undefined : sideOf(index)
    return {
      ...datumOf(each.row),
      year: each.year,
      ...(side ? { side } : {}),
      ...(each === rows[0] && (rows[1]?.value ?? each.value) > each.value ? { rising: true } : {}),
      ...(end < 0
        ? {}
        : { lines: names.find(({ group }) => group === each.group)?.lines ?? [], nudge: (moved[end] ?? 0) - (spots[end]?.at ?? 0) }),
    }
  })
  const yearWidth = widest(years.map(String))
  // Years are left out of the axis where they would touch.
  const everyYear = Math.max(1, Math.ceil(((yearWidth + GAP) * years.length) / width))
  const shownYears = years.filter((_, index) => index % everyYear === 0)
  const periodOf = (year: number): string =>
    rows
      .find((each) => each.year === year)
      ?.row.at?.split('/')
      .at(-1) ?? String(year)
  const x = {
    field: 'year',
    type: 'quantitative',
    scale: { domain: span, nice: false, zero: false },
    axis: { values: shownYears, labelExpr: labelled(new Map(shownYears.map((year) => [year, periodOf(year)]))), grid: false, title: null },
  }
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false, zero: false, ...(log ? { type: 'log' } : {}) },
    axis: { values: ticks, labelExpr: labelled(new Map(ticks.map((tick) => [tick, write(tick)]))), grid: true, domain: false, title: null },
  }
  const colour = { field: 'series', type: 'nominal', scale: seriesScale, legend: null }
  const detail = { field: 'group', type: 'nominal' }
  // All values are printed where they have room: else the first and the last.
  const roomy = !named && (widestValue + GAP) * years.length <= width + left
  const printed = roomy ? 'true' : named ? 'false' : `datum.year === ${span[0]} || datum.year === ${span[1]}`
  const layers = [
    layer({ mark: { type: 'line' }, encoding: { x, y, color: colour, ...(named ? { detail } : {}) } }),
    layer({
      mark: { type: 'point', shape: 'circle', size: 64 },
      encoding: { x, y, color: colour, opacity: softening, tooltip: told(language) },
    }),
    ...(printed === 'false' || rows.length === 0
      ? []
      : [
          layer({
            transform: [{ filter: printed }],
            mark: {
              type: 'text',
              baseline: 'alphabetic',
              align: { expr: `datum.year === ${span[0]} ? "left" : datum.year === ${span[1]} ? "right" : datum.side || "center"` },
              fontWeight: 600,
              // Under a line that rises from it, over any other.
              dy: { expr: 'datum.rising ? 22 : -10' },
            },
            encoding: { x, y, text: { field: 'shown', type: 'nominal' }, tooltip: told(language) },
          }),
        ]),
    ...(named
      ? [
          layer({
            transform: [{ filter: 'isValid(datum.lines)' }],
            mark: {
              type: 'text',
              align: 'left',
              baseline: 'middle',
              fontWeight: 600,
              dx: GAP + 4,
              dy: { expr: `datum.nudge - ${TEXT.line / 2} * (length(datum.lines) - 1)` },
            },
            encoding: { x, y, text: { field: 'lines', type: 'nominal' }, tooltip: told(language) },
          }),
        ]
      : []),
  ]
  const title = axis.title ? wrap(axis.title, full, language) : []
  const head = title.length > 0 ? title.length * TEXT.line + 8 : 0
  const heading =
    title.length > 0
      ? [
          layer({
            data: { values: [{}] },
            mark: { type: 'text', text: title, align: 'left', baseline: 'alphabetic', fill: 'var(--ink-soft)' },
            encoding: { x: { value: -left }, y: { value: -head - 20 + TEXT.size } },
          }),
        ]
      : []
  return sheet(
    data,
    [...layers, ...heading],
    { width, height, left, right: full - left - width, top: head + 24, bottom: TEXT.line + 8 },
    setting,
  )
}
