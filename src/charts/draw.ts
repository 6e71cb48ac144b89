import * as vega from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import { compile } from 'vega-lite'
import { measure } from './text.ts'

/** `label` says in a sentence what the chart shows. A screen reader reads it in place of the drawing. */
export interface DrawOptions {
  readonly label: string
}

// Vega exports this object without declaring it. Its own guess of 0.8 em for any character is too wide for Latin
// and too narrow for Chinese, and Vega cuts labels by that guess.
const { textMetrics } = vega as unknown as {
  textMetrics: { width: (item: { fontSize?: number }, text: string) => number }
}
textMetrics.width = ({ fontSize = 11 }, text) => measure(text, false, fontSize)

/** Draws a chart as one SVG element without size, style, font, id or script: the page gives it all of these. */
export async function drawChart(spec: TopLevelSpec, { label }: DrawOptions): Promise<string> {
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' })
  try {
    return tidy(await view.toSVG(), label)
  } finally {
    view.finalize()
  }
}

/** Attributes that say nothing here: the drawing is one image with one label, and its font comes from the page. */
const NOISE = /\s(?:aria-[\w-]+|role|class|pointer-events|font-family|version|xmlns:xlink|stroke-miterlimit)="[^"]*"/gu
const DEFAULTS = /\s(?:transform="translate\(0,\s?0\)"|text-anchor="start"|opacity="1"|stroke-width="[01]"(?![^>]*stroke="))/gu
/** Marks that paint nothing, such as Vega's empty group backgrounds; unset fills are inherited as "none". */
const EMPTY = /^<(?:g\/>|path(?![^>]*\s(?:fill|stroke)="))/u

/** Vega's SVG, cut to what a browser paints, and checked for what the page's Content-Security-Policy forbids. */
function tidy(svg: string, label: string): string {
  const viewBox = /viewBox="[^"]*"/u.exec(svg)?.[0] ?? ''
  const kept: boolean[] = []
  let out = ''
  for (const token of svg.match(/<[^>]*>|[^<]+/gu) ?? []) {
    if (!token.startsWith('<')) {
      out += token
      continue
    }
    const tag = token
      .replace(NOISE, '')
      .replace(DEFAULTS, '')
      .replace(/-?\d+\.\d{2,}/gu, (number) => String(Math.round(Number(number) * 10) / 10))
    if (tag.startsWith('<svg')) out += `<svg xmlns="http://www.w3.org/2000/svg" ${viewBox} role="img" aria-label="${escaped(label)}">`
    else if (EMPTY.test(tag)) continue
    else if (tag === '</g>') out += kept.pop() ? tag : ''
    else if (tag.startsWith('<g')) {
      kept.push(tag !== '<g>')
      out += tag === '<g>' ? '' : tag
    } else out += tag
  }
  const banned = /<(?:style|script)|\s(?:style|id|href|xlink:href)="/u.exec(out)
  if (banned) throw new Error(`A chart may not contain ${banned[0]}`)
  return out
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
