/** Text as outlines, so that a picture looks the same whatever fonts a machine has. */
import { Parser } from 'htmlparser2'
import { setLine } from './font.ts'

type Attributes = Readonly<Record<string, string>>

/** What says how text is set; the rest (fill, opacity, transform) is an outline’s as well. */
const SETTING: ReadonlySet<string> = new Set([
  ...['x', 'y', 'dx', 'dy', 'text-anchor', 'font-family', 'font-size', 'font-weight', 'font-style'],
  ...['font-variant-numeric', 'xml:space'],
])
/** What inner elements take from outer ones. */
const INHERITED = ['text-anchor', 'font-size', 'font-weight'] as const

const WEIGHTS: Readonly<Record<string, number>> = { normal: 400, bold: 700 }
const SHIFT: Readonly<Record<string, number>> = { middle: 0.5, end: 1 }

/** A stretch of text with one look. */
interface Run {
  readonly element: Attributes
  readonly text: string
  readonly setting: Attributes
  readonly look: Attributes
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100)

/** The outline of one line of text that begins at a point, as SVG path data. */
export const outlineOf = (text: string, { x, y, size, weight }: { x: number; y: number; size: number; weight: number }): string =>
  setLine(text, weight)
    .glyphs.flatMap(({ glyph, em, x: right, y: up }) => {
      const scale = size / em
      return glyph.path.commands.map(({ command, args }) => {
        const places = args.map((value, index) =>
          rounded(index % 2 === 0 ? x + right * size + value * scale : y - up * size - value * scale),
        )
        return `${LETTERS[command]}${places.join(' ')}`
      })
    })
    .join('')

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`)
    .join('')

const numberIn = (attributes: Attributes, name: string): number | undefined => {
  const value = attributes[name]
  return value === undefined ? undefined : Number.parseFloat(value)
}

/** Runs in their places: an x begins a new stretch, which its anchor moves as a whole. */
function outlines(runs: readonly Run[], outer: Attributes): string {
  let [x, y] = [numberIn(outer, 'x') ?? 0, numberIn(outer, 'y') ?? 0]
  return runs
    .map(({ text, setting, look }) => {
      const size = numberIn(setting, 'font-size') ?? 16
      const weight = WEIGHTS[setting['font-weight'] ?? 'normal'] ?? Number(setting['font-weight'])
      x = (numberIn(setting, 'x') ?? x) + (numberIn(setting, 'dx') ?? 0)
      y = (numberIn(setting, 'y') ?? y) + (numberIn(setting, 'dy') ?? 0)
      const width = setLine(text, weight).width * size
      const start = x - width * (SHIFT[setting['text-anchor'] ?? 'start'] ?? 0)
      x = start + width
      return `<path${written(look)} d="${outlineOf(text, { x: start, y, size, weight })}"/>`
    })
    .join('')
}

/** An SVG whose every text is replaced by its outline, in Noto Sans SC; all else stays letter by letter. */
export function outlined(svg: string): string {
  const open: Attributes[] = []
  const runs: Run[] = []
  let [out, kept] = ['', 0]
  let text: { readonly depth: number; readonly attributes: Attributes } | undefined

  const inherited = (name: (typeof INHERITED)[number]): Attributes => {
    const value = open.findLast((attributes) => name in attributes)?.[name]
    return value === undefined ? {} : { [name]: value }
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'text') {
          text = { depth: open.length, attributes }
          out += svg.slice(kept, parser.startIndex)
        }
        open.push(attributes)
      },
      ontext(data) {
        if (!text || data.trim() === '') return
        const element = open.at(-1) ?? {}
        const inner = element === text.attributes ? {} : element
        const look = Object.fromEntries(Object.entries(inner).filter(([name]) => !SETTING.has(name)))
        const setting = { ...Object.assign({}, ...INHERITED.map(inherited)), ...inner } as Attributes
        // The parser may give a text in several pieces, as at an entity.
        const last = runs.at(-1)
        if (last && last.element === element) runs[runs.length - 1] = { ...last, text: last.text + data }
        else runs.push({ element, text: data, setting, look })
      },
      onclosetag() {
        open.pop()
        if (text?.depth !== open.length) return
        const { attributes } = text
        const look = Object.fromEntries(Object.entries(attributes).filter(([name]) => !SETTING.has(name)))
        out += `<g${written(look)}>${outlines(runs.splice(0), attributes)}</g>`
        kept = parser.endIndex + 1
        text = undefined
      },
    },
    { xmlMode: true },
  )
  parser.end(svg)
  return out + svg.slice(kept)
}
