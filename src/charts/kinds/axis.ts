import { ACCENT, LINE } from '../house.ts'
import { TEXT, wrap } from '../text.ts'
import type { Setting } from './row.ts'

/** Texts of an axis by its values, as an expression of Vega. */
export const labelled = (texts: ReadonlyMap<number | string, string | readonly string[]>): string =>
  `(${JSON.stringify(Object.fromEntries(texts))})[datum.value]`

/** An axis of values with lines across the plot at the author's ticks; the line at `base` stands out. */
export const valueAxis = (
  { axis: { ticks = [], title }, words, write, language, narrow }: Setting,
  base: number,
  grid: boolean,
): object => ({
  values: [...ticks],
  // Between the ticks that are written others may only be lines.
  labelExpr: labelled(new Map(ticks.map((tick) => [tick, tick === base ? (words.unchanged ?? write(tick)) : write(tick)]))),
  grid,
  domain: false,
  // On a narrow sheet nothing is left beside the plot, and a tick near its end has its words within.
  ...(narrow ? { labelFlush: 16 } : {}),
  ...(title ? { title: wrap(title, 340, language), titleLineHeight: TEXT.line, titlePadding: 8 } : { title: null }),
  gridColor: { condition: { test: `datum.value === ${base}`, value: ACCENT }, value: LINE },
})

/** Even steps that cover what lies between two values, at round numbers: about `count` of them. */
export const roundTicks = (low: number, high: number, count: number): number[] => {
  if (!(high > low)) return [low]
  const rough = (high - low) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough * 0.999) ?? rough
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}
