import type { TopLevelSpec } from 'vega-lite'
import { GAP, INK, PAPER, SOFT, seriesScale } from '../house.ts'
import { TEXT, wrap } from '../text.ts'
import type { Block, Row, Setting } from './row.ts'
import { type Datum, datumOf, layer, sheet, sheetWidth, softening, told } from './sheet.ts'

/**
 * An input-output table with every area in proportion to its value. The upper blocks share a height, the left ones a
 * width, as in the printed table. What stands outside is cut from the outer side of the upper right: what is then left of
 * the upper row has the area of the left column. Along x runs the value of a block, along y its share: an area is both.
 */
export function areas(rows: readonly Row[], setting: Setting): TopLevelSpec {
  const { narrow, language, words: said } = setting
  // An area below zero is none.
  const sizeOf = ({ value }: Row): number => Math.max(0, value ?? 0)
  const of = (block: Block) => rows.filter((row) => row.block === block)
  const sum = (block: Block) => of(block).reduce((total, row) => total + sizeOf(row), 0)
  const [second, third] = [sum('upper-right'), sum('lower-left')]
  // Without an upper block the lower one is a square of its own.
  const first = sum('upper-left') || third
  // No more can be cut from a block than it has.
  const outside = Math.min(sum('outside'), second)
  const across = first + second || 1
  // The left column is as wide as its upper block is large.
  const below = first > 0 ? third / first : 0
  const full = sheetWidth(setting)
  // Gaps between blocks hold the headings and take nothing from the areas.
  const width = full - GAP
  // What is much larger below leaves less height to what stands above.
  const upper = Math.min(narrow ? 350 : 300, (narrow ? 700 : 600) / (1 + below))
  const height = upper * (1 + below)
  const px = (value: number) => (value / across) * width
  const wide = px(first)
  const aside = wide + GAP
  const bite = second > 0 ? (px(second) * outside) / second : 0

  const stack = (block: Block, from: number, to: number, start: number, share: number): Datum[] => {
    const total = sum(block)
    let y = start
    return of(block).map((row) => {
      const y2 = y + (total > 0 ? (sizeOf(row) / total) * share : 0)
      const room = (block === 'lower-left' ? full : px(to - from)) - GAP - 2 - (block === 'upper-right' ? bite : 0)
      const datum = { ...datumOf(row), block, x: from, x2: to, y, y2, lines: wrap(row.label, Math.max(40, room), language) }
      y = y2
      return datum
    })
  }
  const data = [
    ...stack('upper-left', 0, first, 0, 1),
    ...stack('upper-right', first, first + second, 0, 1),
    ...stack('lower-left', 0, first, 1, below),
    ...stack('outside', first + second - outside, first + second, 0, 1),
  ]

  const under = 2 * GAP + TEXT.line
  const headsOf = (word: string | undefined, room: number) => (word ? wrap(word, room, language, true) : [])
  const [left, right] = [headsOf(said['upper-left'], wide), headsOf(said['upper-right'], full - aside)]
  const top = Math.max(left.length, right.length, 1) * TEXT.line + 2
  const x = { field: 'x', type: 'quantitative', scale: { domain: [0, across], nice: false }, axis: null }
  const y = { field: 'y', type: 'quantitative', scale: { domain: [1 + below, 0], nice: false, zero: false }, axis: null }
  const shift = {
    'upper-left': {},
    'upper-right': { xOffset: GAP, x2Offset: GAP },
    'lower-left': { yOffset: under, y2Offset: under },
    outside: { xOffset: GAP, x2Offset: GAP },
  }
  const only = (block: Block) => [{ filter: `datum.block === "${block}"` }]
  const rectangles = (block: Block, look: object) =>
    layer({
      transform: only(block),
      mark: { type: 'rect', ...shift[block], ...look },
      encoding: {
        x,
        x2: { field: 'x2' },
        y,
        y2: { field: 'y2' },
        ...(block === 'outside' ? {} : { color: { field: 'series', type: 'nominal', scale: seriesScale, legend: null } }),
        opacity: softening,
        tooltip: told(language),
      },
    })
  const filled = { stroke: PAPER, strokeWidth: 1.5, fillOpacity: 0.32 }
  const text = (block: Block, field: 'lines' | 'shown', look: object, place: object = {}) =>
    layer({
      transform: only(block),
      mark: { type: 'text', align: 'left', baseline: 'alphabetic', fill: INK, ...shift[block], ...look },
      encoding: { x, y, ...place, text: { field, type: 'nominal' }, tooltip: told(language) },
    })
  const strong = { fontWeight: 600 }
  const baseline = 3 + TEXT.size
  const middle = { y: { ...y, field: 'middle' } }
  const middles = [{ calculate: '(datum.y + datum.y2) / 2', as: 'middle' }]
  const beside = (field: 'lines' | 'shown', look: object, place: object) => {
    const made = text('lower-left', field, { baseline: 'middle', ...look }, { ...middle, ...place })
    return { ...made, transform: [...only('lower-left'), ...middles] }
  }
  const fixed = (words: readonly string[], at: number, down: number) =>
    layer({
      data: { values: [{}] },
      mark: { type: 'text', text: [...words], align: 'left', baseline: 'alphabetic', ...strong },
      encoding: { x: { value: at }, y: { value: down } },
    })
  const blocksOf = (['upper-left', 'upper-right', 'lower-left', 'outside'] as const).filter(
    (block) => (block === 'outside' ? outside : sum(block)) > 0,
  )
  const has = (block: Block) => blocksOf.includes(block)
  const outsideRows = of('outside').map((row) => ({ ...datumOf(row), lines: wrap(row.label, full - aside, language) }))
  const outsideWords = (field: 'lines' | 'shown', look: object) =>
    layer({
      data: { values: outsideRows },
      mark: { type: 'text', align: 'right', baseline: 'alphabetic', fill: INK, ...look },
      encoding: { x: { value: full }, y: { value: upper + 4 + TEXT.size }, text: { field, type: 'nominal' }, tooltip: told(language) },
    })
  const layers = [
    ...blocksOf.map((block) =>
      rectangles(block, block === 'outside' ? { fill: PAPER, stroke: SOFT, strokeDash: [4, 3], fillOpacity: 0.75 } : filled),
    ),
    ...(['upper-left', 'upper-right'] as const)
      .filter(has)
      .flatMap((block) => [
        text(block, 'lines', { dx: GAP, dy: baseline }),
        text(block, 'shown', { dx: GAP, dy: { expr: `${baseline} + ${TEXT.line} * length(datum.lines)` }, ...strong }),
      ]),
    // The bands of the lower block are too thin for two lines, so their values stand in the empty fourth.
    ...(has('lower-left')
      ? [
          beside('lines', { dx: GAP }, {}),
          beside('shown', second > 0 ? strong : { ...strong, align: 'right', dx: -GAP }, { x: { value: second > 0 ? aside : full } }),
        ]
      : []),
    ...(has('outside')
      ? [outsideWords('lines', {}), outsideWords('shown', { ...strong, dy: { expr: `${TEXT.line} * length(datum.lines)` } })]
      : []),
    ...(left.length > 0 ? [fixed(left, 0, -8 - (left.length - 1) * TEXT.line)] : []),
    ...(right.length > 0 ? [fixed(right, aside, -8 - (right.length - 1) * TEXT.line)] : []),
    ...(said['lower-left'] ? [fixed([said['lower-left']], 0, upper + under - 8)] : []),
  ]
  const outsideTall = outsideRows.reduce((tall, { lines }) => Math.max(tall, lines.length + 1), 0) * TEXT.line + 8
  return sheet(
    data,
    layers,
    { width, height, left: 0, right: full - width, top, bottom: Math.max(below > 0 ? under : 0, outsideTall - upper * below) },
    setting,
  )
}
