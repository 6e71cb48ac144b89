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
  text.match(/[“‘（《]*(?:[\p{Script=Han}]|[^\s\p{Script=Han}“‘（《]+)[，。：；、？！”’）》—]*\s*/gu) ?? [text]

/** Breaks a text into lines no wider than the room. */
export const linesOf = (text: string, room: number, size: number, weight: number): readonly string[] => {
  const lines = ['']
  for (const piece of pieces(text)) {
    const line = `${lines.at(-1)}${piece}`
    if (lines.at(-1) && widthOf(line.trimEnd(), size, weight) > room) lines.push(piece)
    else lines[lines.length - 1] = line
  }
  return lines.map((line) => line.trimEnd())
}

const text = (words: string, x: number, y: number, size: number, weight: number, fill: string): string =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(words)}</text>`

/** The same lines made about equally long, so that no word stands alone on the last. */
export const balancedLines = (text: string, room: number, size: number, weight: number): readonly string[] => {
  let lines = linesOf(text, room, size, weight)
  for (let narrower = room - size / 2; narrower > 0; narrower -= size / 2) {
    const next = linesOf(text, narrower, size, weight)
    if (next.length > lines.length) break
    lines = next
  }
  return lines
}

/** The largest size at which a title takes no more than three lines. */
const titleSize = (title: string): number => [76, 68, 60, 52].find((size) => linesOf(title, right - left, size, 700).length <= 3) ?? 46

/** The card as SVG. */
export const titleCard = ({ report, place, title, number }: TitleCard): string => {
  const { width, height } = pictureSize
  const size = titleSize(title)
  const lines = balancedLines(title, right - left, size, 700)
  const step = size * 1.28
  const first = 206 + size * 0.5
  const label = number ? (linesOf(number.label, 560, 24, 400)[0] ?? '') : ''
  const shortened = number && label !== number.label ? `${label.replace(/[，,：:；;]$/, '')}…` : label
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${paper}"/>
<rect x="${left}" y="72" width="${right - left}" height="6" fill="${accent}"/>
${text(report, left, 126, 26, 700, ink)}
${text(place, right - widthOf(place, 26, 400), 126, 26, 400, soft)}
${lines.map((line, index) => text(line, left, Math.round(first + index * step), size, 700, ink)).join('\n')}
${number ? `${text(number.shown, left, 540, 64, 700, accent)}\n${text(shortened, left, 580, 24, 400, soft)}` : ''}
${[56, 92, 40, 128].map((tall, index) => `<rect x="${right - 184 + index * 48}" y="${580 - tall}" width="40" height="${tall}" fill="${series[index]}"/>`).join('')}
</svg>`
}
