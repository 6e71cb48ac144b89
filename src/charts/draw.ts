import * as vega from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import { compile } from 'vega-lite'
import { cached } from '../lib/cache.ts'
import { measure } from './text.ts'
import { type Drawing, tidy } from './tidy.ts'

// Vega exports this object without declaring it. Its own guess of 0.8 em for any character is too wide for Latin
// and too narrow for Chinese, and Vega cuts labels by that guess.
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number }
}
textMetrics.width = ({ fontSize = 11 }, text) => measure(String(text ?? ''), false, fontSize)

/** Draws a chart as SVG without style, font, id or script: who shows it gives it all of these. */
export const drawChart = (spec: TopLevelSpec): Promise<Drawing> => cached('charts', [JSON.stringify(spec)], () => draw(spec))

async function draw(spec: TopLevelSpec): Promise<Drawing> {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' })
  try {
    return tidy(await view.toSVG())
  } finally {
    view.finalize()
  }
}
