/** The picture of a page, shown where its address is shared: the report, the page’s title, and the first number that it gives. */

import type { Language } from '../../scripts/ledger/types.ts'
import { escaped } from '../lib/escaped.ts'
import { setLine } from './font.ts'
import { pictureSize } from './path.ts'

export interface TitleCard {
  readonly language: Language
  readonly report: string
  /** Where in the report the page stands: "Chapter 6". */
  readonly place: string
  readonly title: string
  readonly number?: { readonly shown: string; readonly label: string } | undefined
}

/** The light colours of styles/base.css. */
const paper = '#fdfcf8'
const ink = '#20211f'
const soft = '#5d5d57'
const accent = '#8c2f1b'
const series = ['#23608f', '#c67a2b', '#5f8166', '#33332f']

const left = 80
const right = pictureSize.width - left
/** A bold line is set a little wider than the font’s own measure of its words. */
const widthOf = (text: string, size: number, weight: number): number => setLine(text, weight).width * size

/** Where a line may end: between words; in Chinese between characters, but never before a closing mark or after an opening one. */
const pieces = (text: string): readonly string[] =>
  text.match(/[“‘（《]*(?:[\p{Script=Han}]|[^\s\p{Script=Han}“‘（《]+)[，。：；、？！”’）》—]*\s*|./gsu) ?? [text]

/** Breaks a text into lines no wider than the room. */
export const linesOf = (text: string, room: number, size: number, weight: number): readonly string[] => {
  const lines = ['']
  for (const piece of pieces(text).flatMap((one) => (widthOf(one.trimEnd(), size, weight) > room ? [...one] : [one]))) {
    const line = `${lines.at(-1)}${piece}`
    if (lines.at(-1) && widthOf(line.trimEnd(), size, weight) > room) lines.push(piece)
    else lines[lines.length - 1] = line
  }
  return lines.map((line) => line.trimEnd())
}

const text = (words: string, x: number, y: number, size: number, weight: number, fill: string): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`

/** The same lines made about equally long, so that no word stands alone on the last. */
const balancedLines = (text: string, room: number, size: number, weight: number): readonly string[] => {
  let lines = linesOf(text, room, size, weight)
  for (let narrower = room - size / 2; narrower > 0; narrower -= size / 2) {
    const next = linesOf(text, narrower, size, weight)
    if (next.length > lines.length) break
    lines = next
  }
  return lines
}

/** Below this no line of a title stands: there are the bars, and the number. */
const foot = 440
/** From one line to the next, in sizes of its letters. */
const leading = 1.28
const firstLine = (size: number): number => 206 + size * 0.5
const fits = (lines: readonly string[], size: number, most: number): boolean =>
  lines.length <= most && firstLine(size) + (lines.length - 1) * size * leading <= foot

const smallest = 30
/** The largest size at which a title takes no more than three lines, or else as many as there is room for. */
const titleSize = (title: string): number =>
  [76, 68, 60, 52].find((size) => fits(linesOf(title, right - left, size, 700), size, 3)) ??
  [46, 40, 34].find((size) => fits(linesOf(title, right - left, size, 700), size, 6)) ??
  smallest

/** The lines that there is room for; what is left out is shown by a sign. */
const shortenedLines = (title: string, size: number): readonly string[] => {
  const lines = balancedLines(title, right - left, size, 700)
  if (fits(lines, size, lines.length)) return lines
  const most = 1 + Math.floor((foot - firstLine(size)) / (size * leading))
  const kept = linesOf(title, right - left - size, size, 700).slice(0, most)
  return kept.with(-1, `${kept.at(-1)?.replace(/[，。：；、,:;. ]+$/u, '')}…`)
}

/** A text in one line no wider than the room, cut where it is longer. */
const oneLine = (text: string, room: number, size: number, weight: number): string => {
  if (widthOf(text, size, weight) <= room) return text
  return `${(linesOf(text, room - size, size, weight)[0] ?? '').replace(/[，,：:；;]$/, '')}…`
}

/** The card as SVG. */
export const titleCard = ({ report, place, title, number }: TitleCard): string => {
  const { width, height } = pictureSize
  const size = titleSize(title)
  const lines = shortenedLines(title, size)
  const step = size * leading
  const first = firstLine(size)
  const room = right - left - widthOf(place, 26, 400) - 26
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${paper}"/>
<rect x="${left}" y="72" width="${right - left}" height="6" fill="${accent}"/>
${text(oneLine(report, room, 26, 700), left, 126, 26, 700, ink)}
${text(place, right - widthOf(place, 26, 400), 126, 26, 400, soft)}
${lines.map((line, index) => text(line, left, Math.round(first + index * step), size, 700, ink)).join('\n')}
${number ? `${text(number.shown, left, 540, 64, 700, accent)}\n${text(oneLine(number.label, 560, 24, 400), left, 580, 24, 400, soft)}` : ''}
${[56, 92, 40, 128].map((tall, index) => `<rect x="${right - 184 + index * 48}" y="${580 - tall}" width="40" height="${tall}" fill="${series[index]}"/>`).join('')}
</svg>`
}
