import * as vega from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import { cached } from '../lib/cache.ts'
import { compiled } from './compiled.ts'
import { measure } from './text.ts'
import { type Drawing, tidy } from './tidy.ts'

// Vega exports this object without declaring it. Its own guess of 0.8 em for any character is too wide for Latin
// and too narrow for Chinese, and Vega cuts labels by that guess.
const { textMetrics, SVGStringRenderer } = vega as unknown as {
  textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number }
  SVGStringRenderer: new () => Renderer
}
interface Renderer {
  readonly initialize: (element: null, width: number, height: number, origin: readonly [number, number]) => Renderer
  readonly render: (scene: unknown) => Renderer
  readonly svg: () => string
}
textMetrics.width = ({ fontSize = 11 }, text) => measure(String(text ?? ''), false, fontSize)

/** Draws a chart as SVG without style, font, id or script: who shows it gives it all of these. */
export const drawChart = (spec: TopLevelSpec): Promise<Drawing> => cached('charts', [JSON.stringify(spec)], () => draw(spec))

async function draw(spec: TopLevelSpec): Promise<Drawing> {
  const view = new vega.View(vega.parse(compiled(spec).spec), { renderer: 'none' })
  try {
    return tidy(await view.toSVG())
  } finally {
    view.finalize()
  }
}

/** Draws a chart for whoever cannot wait, only to see whether it can be drawn, and how wide it is; its height is not that of a page. */
export const drawAtOnce = (spec: TopLevelSpec): Drawing => {
  const said: string[] = []
  const quiet = () => logger
  const note = (...words: readonly unknown[]) => {
    said.push(words.map((word) => (word instanceof Error ? word.message : String(word))).join(' '))
    return logger
  }
  const logger = { level: quiet, warn: quiet, error: note, info: quiet, debug: quiet } as unknown as vega.LoggerInterface
  const view = new vega.View(vega.parse(compiled(spec).spec), { renderer: 'none', logger })
  try {
    view.run()
    const { root } = view.scenegraph() as unknown as { readonly root: { readonly bounds: { readonly x1: number; readonly x2: number } } }
    const { x1, x2 } = root.bounds
    return { ...tidy(new SVGStringRenderer().initialize(null, view.width(), view.height(), [0, 0]).render(root).svg()), width: x2 - x1 }
  } catch (error) {
    // What Vega says of its own accord is nearer to the mistake than where it then stumbles.
    throw said[0] === undefined ? error : new Error(said[0])
  } finally {
    view.finalize()
  }
}
