/** How all charts look: sizes, colours and Vega-Lite's configuration. */
import { TEXT } from './text.ts'

/** The two widths a chart is drawn at, in px; a page shows the one that fits. */
export const WIDTH = { narrow: 360, wide: 720 }
/** Between words and marks. */
export const GAP = 8

/** Charts name CSS variables, not colours, so that one drawing serves the light and the dark page; files have the light page's colours. */
export const INK = 'var(--ink)'
export const SOFT = 'var(--ink-soft)'
export const LINE = 'var(--line)'
export const PAPER = 'var(--paper)'
export const ACCENT = 'var(--accent)'

/** What a mark stands for. It chooses the colour and nothing else. */
export const seriesNames = ['direct', 'indirect', 'counted', 'total', 'muted'] as const
export type Series = (typeof seriesNames)[number]
export const colourOf = (series: Series): string => `var(--series-${series})`

/** The scale of colours of every chart. */
export const seriesScale = { domain: [...seriesNames], range: seriesNames.map(colourOf) }

/** The fonts of a page, for charts that leave it. */
export const FONTS =
  'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif'

/** Vega-Lite's configuration: the style of the house, for its own kinds and for a specification of an author's own. */
export const house = {
  font: FONTS,
  aria: false,
  view: { stroke: null },
  text: { fontSize: TEXT.size, lineHeight: TEXT.line, fill: INK, limit: 0 },
  bar: { fill: colourOf('direct') },
  line: { stroke: colourOf('direct'), strokeWidth: 2 },
  area: { fill: colourOf('direct'), fillOpacity: 0.32 },
  rule: { stroke: LINE, strokeWidth: 1 },
  tick: { fill: colourOf('direct') },
  point: { size: 100, filled: true, opacity: 1, fill: colourOf('direct') },
  rect: { fill: colourOf('direct') },
  range: { category: seriesNames.map(colourOf) },
  axis: {
    domainColor: LINE,
    gridColor: LINE,
    labelColor: SOFT,
    labelFontSize: TEXT.size,
    labelLimit: 0,
    labelPadding: 6,
    ticks: false,
    titleColor: SOFT,
    titleFontSize: TEXT.size,
    titleFontWeight: 'normal',
    titleLimit: 0,
  },
  legend: {
    labelColor: SOFT,
    labelFontSize: TEXT.size,
    labelLimit: 0,
    symbolSize: 169,
    symbolStrokeWidth: 0,
    titleFontSize: TEXT.size,
    titleColor: SOFT,
    titleFontWeight: 'normal',
  },
} as const
