/** A chart that stands alone: with its finding, its source and its own colours, for whoever takes it elsewhere. */

import type { TopLevelSpec } from 'vega-lite'
import type { Language } from '../../scripts/ledger/types.ts'
import { escaped } from '../lib/escaped.ts'
import { FONTS, INK, PAPER, SOFT, WIDTH } from './house.ts'
import { type Palette, resolved } from './palette.ts'
import { TEXT, wrap } from './text.ts'
import type { Drawing } from './tidy.ts'

/** What stands around a drawing. */
export interface Frame {
  readonly language: Language
  readonly title: string
  readonly source: string
  /** The chart in words. */
  readonly alternative: string
  readonly palette: Palette
}

const MARGIN = 24
const TITLE = { size: 18, line: 26 }
const SOURCE = { size: 12, line: 18 }

/** Lines of a text of another size than a chart’s own, whose widths are known. */
const linesOf = (text: string, size: number, language: Language, strong: boolean): readonly string[] =>
  wrap(text, (WIDTH.wide * TEXT.size) / size, language, strong)

/** The wide drawing as an SVG file. */
export function picture({ width, height, inner }: Drawing, { language, title, source, alternative, palette }: Frame): string {
  const heads = linesOf(title, TITLE.size, language, true)
  const feet = linesOf(source, SOURCE.size, language, false)
  const top = MARGIN + heads.length * TITLE.line + 8
  const bottom = top + height + 16
  const [outerWidth, outerHeight] = [width + 2 * MARGIN, Math.ceil(bottom + feet.length * SOURCE.line + MARGIN / 2)]
  const lines = (all: readonly string[], from: number, { size, line }: typeof TITLE): string =>
    all.map((text, index) => `<text x="${MARGIN}" y="${from + size + index * line}">${escaped(text)}</text>`).join('')
  const tag = language === 'zh' ? 'zh-CN' : 'en'
  return resolved(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${outerWidth}" height="${outerHeight}" viewBox="0 0 ${outerWidth} ${outerHeight}" xml:lang="${tag}" font-family="${FONTS}" role="img">` +
      `<title>${escaped(title)}</title><desc>${escaped(alternative)}</desc>` +
      `<rect width="${outerWidth}" height="${outerHeight}" fill="${PAPER}"/>` +
      `<g font-size="${TITLE.size}" font-weight="600" fill="${INK}">${lines(heads, MARGIN - 4, TITLE)}</g>` +
      `<g transform="translate(${MARGIN} ${top})">${inner}</g>` +
      `<g font-size="${SOURCE.size}" fill="${SOFT}">${lines(feet, bottom, SOURCE)}</g></svg>\n`,
    palette,
  )
}

/** The wide drawing as a Vega-Lite specification that needs nothing beside it. */
export function standaloneSpec(spec: TopLevelSpec, { language, title, source, alternative, palette }: Frame): object {
  const heads = linesOf(title, TITLE.size, language, true)
  const feet = linesOf(source, SOURCE.size, language, false)
  const { padding, layer, height, ...rest } = spec as TopLevelSpec & Partial<Placed>
  // A specification of an author's own has a frame of its own.
  const placed = typeof padding === 'object' && layer && typeof height === 'number' ? { padding, layer, height } : undefined
  const left = placed?.padding.left ?? 0
  const heading = {
    text: heads,
    anchor: 'start',
    frame: 'group',
    fontSize: TITLE.size,
    lineHeight: TITLE.line,
    fontWeight: 600,
    color: INK,
    limit: 0,
    dx: -left,
    // The key and the heads of columns stand between the title and the plot.
    offset: (placed?.padding.top ?? 0) + 16,
    ...(placed
      ? {}
      : { subtitle: feet, subtitleFontSize: SOURCE.size, subtitleLineHeight: SOURCE.line, subtitleColor: SOFT, subtitlePadding: 6 }),
  }
  const foot = placed && {
    data: { values: [{}] },
    mark: { type: 'text', text: feet, align: 'left', baseline: 'alphabetic', fill: SOFT, fontSize: SOURCE.size, lineHeight: SOURCE.line },
    encoding: { x: { value: -left }, y: { value: placed.height + placed.padding.bottom + 16 + SOURCE.size } },
  }
  const whole = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: alternative,
    title: heading,
    ...rest,
    ...(placed
      ? {
          height: placed.height,
          layer: [...placed.layer, foot],
          padding: {
            left: left + MARGIN,
            right: placed.padding.right + MARGIN,
            top: placed.padding.top + MARGIN + heads.length * TITLE.line + 8,
            bottom: placed.padding.bottom + 16 + feet.length * SOURCE.line + MARGIN / 2,
          },
        }
      : { ...(height === undefined ? {} : { height }), ...(layer ? { layer } : {}), padding: MARGIN }),
    background: PAPER,
  }
  return JSON.parse(resolved(JSON.stringify(whole), palette)) as object
}

/** What a kind of the house says of its frame. */
interface Placed {
  readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly layer: readonly object[]
  readonly height: number
}
