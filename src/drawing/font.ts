/** The font of pictures. Pages use the reader's own fonts; a picture is painted where there may be none. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Glyph, type GlyphRun } from 'fontkit'

/** A corner of an outline, in units of the font; a variation moves it. */
interface Point {
  readonly copy: () => Point
}

/**
 * fontkit varies the weight of a TTF file but not of a WOFF2 one, whose outlines it decodes ahead: the glyphs’ points
 * keep the lightest weight unless they are moved by hand. Its types leave these parts out.
 */
interface VariableFont extends Font {
  variationCoords: readonly number[] | null
  readonly _variationProcessor: { transformPoints(glyph: number, points: Point[]): void }
  readonly _transformedGlyphs: readonly { readonly points?: Point[] }[]
}

/** Noto Sans SC comes in slices, each with some hundred characters, so that only what is used need be read. */
const require = createRequire(import.meta.url)
const FONT = '@fontsource-variable/noto-sans-sc'

interface Slice {
  readonly file: string
  readonly ranges: readonly (readonly [from: number, to: number])[]
}

const readSlices = (): readonly Slice[] => {
  const slices = JSON.parse(readFileSync(require.resolve(`${FONT}/unicode.json`), 'utf8')) as Readonly<Record<string, string>>
  return (
    Object.entries(slices)
      .map(([name, ranges]) => ({
        file: require.resolve(`${FONT}/files/noto-sans-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
        ranges: ranges.split(',').map((range) => {
          const [from = '', to = from] = range.replace('U+', '').split('-')
          return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
        }),
      }))
      // As in a style sheet, of several slices with a character the last one gives it: Latin comes last.
      .reverse()
  )
}

let slices: readonly Slice[] | undefined
const findSlice = (character: string, weight: number): string | undefined => {
  slices ??= readSlices()
  const code = character.codePointAt(0) ?? 0
  const ranged = slices.filter(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))
  // A range tells what a slice may have: that of Latin has the dagger in its range, and another slice has its outline.
  return ranged.find(({ file }) => fontFor(file, weight).hasGlyphForCodePoint(code))?.file
}
/** The slice of every character that was set, by weight. */
const slicesFound = new Map<string, string>()
const sliceOf = (character: string, weight: number, text: string): string => {
  const key = `${weight}${character}`
  const file = slicesFound.get(key) ?? findSlice(character, weight)
  if (!file) throw missing(character, text)
  slicesFound.set(key, file)
  return file
}

/** What every text is made of; the font has it, and need not be opened to say so. */
const usual = /[\u0020-\u007E\u00B7\u2013-\u2026\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/

/** The first character of a text that pictures cannot write, such as “😀”; undefined where there is none. */
export const unwritable = (text: string): string | undefined =>
  [...text].find((character) => !usual.test(character) && findSlice(character, 400) === undefined)
const missing = (sign: string, text: string): Error =>
  new Error(`the font of pictures cannot write “${sign}”${sign === text ? '' : `, which is in “${text}”`}: Noto Sans SC lacks the sign`)

/**
 * A slice at a weight. All its outlines are moved at once, and before any is asked for: fontkit keeps an outline as it
 * first measured it. A variation also moves four points beside an outline that carry the advance, for which the font has
 * a table.
 */
const open = (file: string, weight: number): VariableFont => {
  const font = create(readFileSync(file)) as VariableFont
  font.variationCoords = [weight]
  font.getGlyph(0)
  for (const [id, { points }] of font._transformedGlyphs.entries()) {
    const last = points?.at(-1)
    if (points && last) font._variationProcessor.transformPoints(id, [...points, last.copy(), last.copy(), last.copy(), last.copy()])
  }
  return font
}

const opened = new Map<string, VariableFont>()
const fontFor = (file: string, weight: number): VariableFont => {
  const key = `${weight} ${file}`
  const known = opened.get(key) ?? open(file, weight)
  opened.set(key, known)
  return known
}

/** A glyph in its place on a line that begins at zero: in units of an em, y upwards. */
export interface PlacedGlyph {
  readonly glyph: Glyph
  /** Units of the glyph’s outline that make an em. */
  readonly em: number
  readonly x: number
  readonly y: number
}

export interface Line {
  readonly glyphs: readonly PlacedGlyph[]
  /** In em. */
  readonly width: number
}

/** A stretch of text in one slice is set again and again, as lines are tried: each is shaped once. */
const shaped = new Map<string, GlyphRun>()
const shape = (file: string, weight: number, text: string, features: string[]): GlyphRun => {
  const key = `${weight} ${features.join()} ${file} ${text}`
  const run = shaped.get(key) ?? fontFor(file, weight).layout(text, features)
  shaped.set(key, run)
  return run
}

const HAN = /\p{Script=Han}/u

/** Sets a text in one line, with the font's own kerning. */
export const setLine = (text: string, weight: number): Line => {
  // The font's quotation marks and points are as wide as a Chinese character; other text takes its narrow ones.
  const features = HAN.test(text) ? [] : ['palt']
  const runs: { readonly file: string; text: string }[] = []
  for (const character of text) {
    const file = sliceOf(character, weight, text)
    const last = runs.at(-1)
    if (last?.file === file) last.text += character
    else runs.push({ file, text: character })
  }
  let width = 0
  const glyphs = runs.flatMap((run) => {
    const font = fontFor(run.file, weight)
    const { glyphs, positions } = shape(run.file, weight, run.text, features)
    return glyphs.map((glyph, index): PlacedGlyph => {
      if (glyph.id === 0) throw missing(run.text, text)
      const position = positions[index]
      const [x, y] = [width + (position?.xOffset ?? 0) / font.unitsPerEm, (position?.yOffset ?? 0) / font.unitsPerEm]
      width += (position?.xAdvance ?? 0) / font.unitsPerEm
      return { glyph, em: font.unitsPerEm, x, y }
    })
  })
  return { glyphs, width }
}

/** How wide a text is, set in one line at a size in px. */
export const widthOf = (text: string, size: number, weight = 400): number => setLine(text, weight).width * size
