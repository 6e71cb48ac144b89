import type { TopLevelSpec } from 'vega-lite'
import { ACCENT, colourOf, GAP, INK, LINE, SOFT } from '../house.ts'
import { measure, TEXT, wrap } from '../text.ts'
import { labelled } from './axis.ts'
import type { Row, Setting } from './row.ts'
import { type Datum, datumOf, keyFor, type Layer, layer, sheet, sheetWidth, softening, told } from './sheet.ts'

/** How far the scale goes to either side, and half the width of the band around its middle. */
const [REACH, BAND] = [3, 0.5]
/** From the end of the scale to the edge of the plot, where what lies beyond is folded in. */
const EDGE = 0.35
/** In px: the lane of a dot, of a sign that stands out, of what lies beyond the scale, and the pitch of what has no place on it. */
const LANE = { dot: 5, sign: 10, beyond: 18, unknown: 7 }
/** The most px that lanes of dots take together; beyond it they are drawn closer. */
const MOST = 760

/** How each verdict looks: the common one is a dot in a narrow lane, each other has a shape and a lane in which it stands out. */
const looks = {
  exact: { colour: 'var(--good)', shape: 'circle', dot: true, hollow: false },
  'within-rounding': { colour: 'var(--middling)', shape: 'diamond', dot: false, hollow: false },
  discrepant: { colour: 'var(--bad)', shape: 'cross', dot: false, hollow: false },
  conflicting: { colour: 'var(--bad)', shape: 'square', dot: false, hollow: false },
  'not-recomputable': { colour: 'var(--unknown)', shape: 'circle', dot: false, hollow: true },
} as const
type Kind = keyof typeof looks
const kinds = Object.keys(looks) as Kind[]

/** The states of marks in a strip. */
export const stripNames: readonly string[] = kinds

const lookOf = (row: Row) => looks[kinds.find((kind) => kind === row.state) ?? 'not-recomputable']
const isBeyond = (value: number): boolean => Math.abs(value) > REACH
const spread = ({ low, high }: Row): number => (high ?? Infinity) - (low ?? -Infinity)

/** Differences from zero as strips, a lane for each, with the range of each as a line; what has none stands beside the plot. */
export function strip(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const { narrow, language, words } = setting
  const full = sheetWidth(setting)
  const groups = [...Map.groupBy(rows, ({ group }) => group ?? '')]
  const aside = Math.max(4 * LANE.unknown, Math.ceil(measure(words.unknown ?? '')))
  const left = narrow ? 0 : 176
  const width = full - aside - (narrow ? 16 : 24) - left
  const domain = [-REACH - EDGE, REACH + EDGE]
  const unit = width / (2 * (REACH + EDGE))
  const lane = Math.min(LANE.dot, MOST / Math.max(1, rows.length))

  // Down the page the scale counts lanes of dots: what takes more room takes more of them.
  const lanes = (px: number): number => px / lane
  let y = 0
  const placed = groups.map(([name, members], index) => {
    const ruler = y
    y += index > 0 && !narrow ? lanes(6) : 0
    const lines = wrap(name, narrow ? full : left - 20, language)
    const block = lanes(lines.length * TEXT.line)
    y += narrow ? block + lanes(4) : 0
    const begin = y
    const marks: Datum[] = []
    // From what lies lowest to what lies highest, and of equals from the surest to the least sure.
    for (const row of members.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0) || spread(a) - spread(b))) {
      if (row.value === null) continue
      const height = isBeyond(row.value) ? lanes(LANE.beyond) : lookOf(row).dot ? 1 : lanes(LANE.sign)
      const clip = (value: number) => Math.max(-REACH - EDGE, Math.min(REACH + EDGE, value))
      const beyond = isBeyond(row.value)
      marks.push({
        ...datumOf(row),
        state: row.state,
        lane: y + height / 2,
        from: clip(row.low ?? -Infinity),
        to: clip(row.high ?? Infinity),
        // What lies beyond the scale is folded to its edge, and its number says how far.
        place: beyond ? Math.sign(row.value) * (REACH + EDGE / 2) : row.value,
        ...(beyond ? { beyond } : {}),
      })
      y += height
    }
    // Under their word, in rows as long as it is: a lane for each would leave the plot empty beside them.
    const nowhere = members.filter(({ value }) => value === null)
    const inRow = Math.max(1, Math.min(nowhere.length, Math.floor(aside / LANE.unknown)))
    nowhere.forEach((row, position) => {
      const px = full - left - aside / 2 + ((position % inRow) - (inRow - 1) / 2) * LANE.unknown
      marks.push({
        ...datumOf(row),
        state: row.state,
        lane: begin + lanes((Math.floor(position / inRow) + 0.5) * LANE.unknown),
        place: px / unit - REACH - EDGE,
        withheld: true,
      })
    })
    y = Math.max(y, begin + lanes(Math.ceil(nowhere.length / inRow) * LANE.unknown), narrow ? 0 : begin + block)
    const middle = narrow ? begin - lanes(4) - block / 2 : (begin + y) / 2
    y += lanes(6)
    return { marks, label: { lines, middle, ruler, first: index === 0 } }
  })
  const total = y || 1
  const height = total * lane

  const key = keyFor(setting.key, left, 0, setting, { symbolSize: 64, symbolStrokeWidth: 1.5 })
  const top = key.height + TEXT.line + 8
  const legend = key.legend && { ...key.legend, legendY: -top }
  const data = placed.flatMap(({ marks }) => marks)
  const labels = placed.map(({ label }) => label)
  const ticks = Array.from({ length: 2 * REACH + 1 }, (_, index) => index - REACH)
  const scaleLines = wrap(words.scale ?? '', narrow ? full : width, language)
  const ruled = {
    values: ticks,
    labelExpr: labelled(new Map(ticks.map((tick) => [tick, tick > 0 ? `+${tick}` : String(tick).replace('-', '−')]))),
    grid: true,
    domain: false,
    gridColor: { condition: { test: 'datum.value === 0', value: ACCENT }, value: LINE },
    gridDash: { condition: { test: 'datum.value === 0', value: [2, 3] }, value: [] },
    title: null,
    zindex: 0,
  }
  const x = (field: string) => ({ field, type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: ruled })
  const down = (field: string) => ({ field, type: 'quantitative', scale: { domain: [0, total], reverse: true, nice: false }, axis: null })
  const paint = (of: 'fill' | 'stroke') => ({
    domain: kinds,
    range: kinds.map((kind) => (of === 'fill' && looks[kind].hollow ? 'transparent' : looks[kind].colour)),
  })
  const state = { field: 'state', type: 'nominal', title: null }
  const look = { opacity: softening, tooltip: told(language) }
  const has = (test: (datum: Datum) => boolean) => data.some(test)
  const points = (filter: string, size: number, mark: object = {}): Layer =>
    layer({
      transform: [{ filter }],
      mark: { type: 'point', size: size ** 2, strokeWidth: 1.5, filled: false, ...mark },
      encoding: {
        x: x('place'),
        y: down('lane'),
        ...('shape' in mark
          ? {}
          : { shape: { ...state, scale: { domain: kinds, range: kinds.map((kind) => looks[kind].shape) }, legend } }),
        fill: { ...state, scale: paint('fill'), legend },
        stroke: { ...state, scale: paint('stroke'), legend },
        ...look,
      },
    })
  const inPlot = '!datum.beyond && !datum.withheld'
  const band = layer({
    data: { values: [{ from: -BAND, to: BAND }] },
    mark: { type: 'rect', fill: 'var(--good)', fillOpacity: 0.13 },
    encoding: { x: x('from'), x2: { field: 'to' } },
  })
  const fixed = (text: readonly string[], at: number, under: number, align: string): Layer =>
    layer({
      data: { values: [{}] },
      mark: { type: 'text', text: [...text], align, baseline: 'alphabetic', fill: SOFT },
      encoding: { x: { value: at }, y: { value: under } },
    })
  const numbers = layer({
    transform: [{ filter: 'datum.beyond' }],
    mark: {
      type: 'text',
      baseline: 'middle',
      fontWeight: 600,
      fill: INK,
      align: { expr: 'datum.value < 0 ? "left" : "right"' },
      dx: { expr: `datum.value < 0 ? ${(EDGE / 2) * unit + GAP} : ${(-EDGE / 2) * unit - GAP}` },
    },
    encoding: { x: x('place'), y: down('lane'), text: { field: 'shown', type: 'nominal' }, tooltip: told(language) },
  })
  const names = layer({
    data: { name: 'groups' },
    mark: {
      type: 'text',
      align: 'left',
      baseline: 'middle',
      fill: INK,
      ...(narrow ? { fontWeight: 600 } : {}),
      dy: { expr: `-${TEXT.line / 2} * (length(datum.lines) - 1)` },
    },
    encoding: { x: { value: -left }, y: down('middle'), text: { field: 'lines', type: 'nominal' } },
  })
  const rulers = layer({
    data: { name: 'groups' },
    transform: [{ filter: '!datum.first' }],
    mark: { type: 'rule', stroke: LINE },
    encoding: { x: { value: -left }, x2: { value: full - left }, y: down('ruler') },
  })
  const ranges = layer({
    transform: [{ filter: 'isValid(datum.from) && datum.from !== datum.to' }],
    mark: { type: 'rule', stroke: colourOf('muted') },
    encoding: { x: x('from'), x2: { field: 'to' }, y: down('lane') },
  })
  const layers = [
    points(`${inPlot} && datum.state === "exact"`, 3.4),
    points(`${inPlot} && datum.state !== "exact"`, 8),
    ...(has(({ beyond }) => beyond === true)
      ? [
          points('datum.beyond && datum.value < 0', 9, { shape: 'triangle-left' }),
          points('datum.beyond && datum.value > 0', 9, { shape: 'triangle-right' }),
        ]
      : []),
    ...(has(({ withheld }) => withheld === true) ? [points('datum.withheld', 5)] : []),
    ...(has(({ beyond }) => beyond === true) ? [numbers] : []),
  ]
  const under = height + 2 * TEXT.line + 10
  return sheet(
    data,
    [
      band,
      ...(narrow || labels.length < 2 ? [] : [rulers]),
      ranges,
      ...layers,
      ...(labels.length > 0 ? [names] : []),
      ...(words.band ? [fixed(wrap(words.band, width, language), width / 2, -8, 'center')] : []),
      ...(words.unknown && has(({ withheld }) => withheld === true) ? [fixed([words.unknown], full - left, -8, 'right')] : []),
      ...(scaleLines.length > 0 ? [fixed(scaleLines, narrow ? 0 : width / 2, under, narrow ? 'left' : 'center')] : []),
    ],
    { width, height, left, right: full - left - width, top, bottom: 2 * TEXT.line + 10 + (scaleLines.length - 1) * TEXT.line + 6 },
    setting,
    { groups: labels },
  )
}
