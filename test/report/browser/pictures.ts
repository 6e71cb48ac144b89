/**
 * Pages as small pictures. A screen is shrunk until its letters are grey: other fonts then change how grey, and where a
 * line ends, but not where something stands and where nothing does.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

/** How many times smaller than the screen a kept picture is. */
const shrunk = 8
/** How many times smaller than a kept picture the grid is on which things stand or do not: a cell is 32 px of the screen. */
const coarse = 4
/** Cells around which something may have moved: lines break elsewhere in other fonts. */
const reach = 2
/** How far from the ground a cell's colour is where something stands, from 0 to 1. */
const ink = 0.02
/** How far apart two colours are that count as two, from 0 to 1. */
const otherColour = 0.08

/**
 * What may differ, in parts of the whole. Measured on screens of six templates in both languages, widths and schemes.
 * Moved, that is gone or come: at most 0.05 without any Chinese font, 0.03 with other fonts of Chinese or Latin; on a desk
 * at least 0.09 without the contents, 0.10 without the masthead, 0.19 with a blank chart, 0.28 without the style sheet.
 * Recoloured: at most 0.19 without any Chinese font, 0.05 with other fonts; 0.11 to 0.37 without the style sheet.
 */
const tolerance = { moved: 0.07, recoloured: 0.25 }

/** Shrinks a screenshot into the picture that is kept. */
const shrink = async (screenshot: Buffer): Promise<Buffer> => {
  const { width, height } = await sharp(screenshot).metadata()
  return await sharp(screenshot)
    .resize(Math.round(width / shrunk), Math.round(height / shrunk), { fit: 'fill' })
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer()
}

type Colour = readonly [red: number, green: number, blue: number]
const apart = (one: Colour, other: Colour): number => Math.max(...[0, 1, 2].map((at) => Math.abs((one[at] ?? 0) - (other[at] ?? 0)))) / 255

interface Grid {
  readonly columns: number
  /** The colour that most cells have. */
  readonly ground: Colour
  /** Whether something stands in a cell. */
  readonly filled: readonly boolean[]
}

const gridOf = async (picture: Buffer): Promise<Grid> => {
  const { width, height } = await sharp(picture).metadata()
  const { data, info } = await sharp(picture)
    .resize(Math.round(width / coarse), Math.round(height / coarse), { fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const colours = Array.from(
    { length: info.width * info.height },
    (_, cell) => [...data.subarray(cell * 3, cell * 3 + 3)] as unknown as Colour,
  )
  const counts = new Map<string, number>()
  for (const colour of colours) counts.set(`${colour}`, (counts.get(`${colour}`) ?? 0) + 1)
  const [most = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  const ground = most.split(',').map(Number) as unknown as Colour
  return { columns: info.width, ground, filled: colours.map((colour) => apart(colour, ground) > ink) }
}

/** Cells in which something stands in one picture, while nothing stands near them in the other. */
const alone = (one: Grid, other: Grid): number[] => {
  const isEmptyAround = (cell: number): boolean => {
    const [x, y] = [cell % one.columns, Math.floor(cell / one.columns)]
    const near = Array.from({ length: 2 * reach + 1 }, (_, step) => step - reach)
    return near.every((dy) =>
      near.every((dx) => x + dx < 0 || x + dx >= one.columns || !(other.filled[(y + dy) * one.columns + x + dx] ?? false)),
    )
  }
  return one.filled.flatMap((isFilled, cell) => (isFilled && isEmptyAround(cell) ? [cell] : []))
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`

/** Says what differs more than fonts explain, in words; undefined if nothing does. */
export const differenceOf = async (expected: Buffer, seen: Buffer): Promise<string | undefined> => {
  const [sizes, wanted] = [await sharp(seen).metadata(), await sharp(expected).metadata()]
  const { width, height } = wanted
  if (sizes.width !== width || sizes.height !== height) return `its size is ${sizes.width} × ${sizes.height}, not ${width} × ${height}`

  const [before, now] = [await gridOf(expected), await gridOf(seen)]
  if (apart(before.ground, now.ground) > otherColour) return `its ground is rgb(${now.ground}), not rgb(${before.ground})`

  const [gone, come] = [alone(before, now), alone(now, before)]
  const moved = (gone.length + come.length) / before.filled.filter((isFilled, cell) => isFilled || now.filled[cell]).length
  if (moved > tolerance.moved) {
    const cell = shrunk * coarse
    const span = (values: readonly number[]) => `${cell * Math.min(...values)}–${cell * (Math.max(...values) + 1)}`
    const place = (cells: readonly number[]) =>
      `${span(cells.map((each) => each % before.columns))} px from the left, ${span(cells.map((each) => Math.floor(each / before.columns)))} px from the top`
    return [
      `${percent(moved)} of it moved, ${percent(tolerance.moved)} may`,
      ...(gone.length > 0 ? [`gone: ${place(gone)}`] : []),
      ...(come.length > 0 ? [`come: ${place(come)}`] : []),
    ].join('; ')
  }

  const [one, other] = await Promise.all([expected, seen].map((each) => sharp(each).blur(2).ensureAlpha().raw().toBuffer()))
  const different =
    one && other ? pixelmatch(one, other, undefined, width, height, { threshold: otherColour, includeAA: true }) : width * height
  const recoloured = different / (width * height)
  return recoloured > tolerance.recoloured
    ? `${percent(recoloured)} of it have another colour, ${percent(tolerance.recoloured)} may`
    : undefined
}

/** What was expected and what is seen, side by side. */
const sideBySide = async (expected: Buffer, seen: Buffer): Promise<Buffer> => {
  const [one, other] = [await sharp(expected).metadata(), await sharp(seen).metadata()]
  const gap = 4
  const sheet = await sharp({
    create: { width: one.width + gap + other.width, height: Math.max(one.height, other.height), channels: 3, background: '#888' },
  })
    .composite([
      { input: expected, left: 0, top: 0 },
      { input: seen, left: one.width + gap, top: 0 },
    ])
    .png()
    .toBuffer()
  return await sharp(sheet)
    .resize({ width: 4 * (one.width + gap + other.width), kernel: 'nearest' })
    .png()
    .toBuffer()
}

export interface Kept {
  readonly file: string
  /** Where both are drawn if they differ. */
  readonly differing: string
  /** Whether the screenshot is kept, instead of being held against what was kept. */
  readonly anew: boolean
}

/** Holds a screenshot against the picture that is kept of it, and says what is wrong, if anything. */
export const compare = async (screenshot: Buffer, { file, differing, anew }: Kept): Promise<string | undefined> => {
  const seen = await shrink(screenshot)
  if (anew) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, seen)
    return undefined
  }
  if (!existsSync(file)) return `${file}: no picture is kept`
  const expected = readFileSync(file)
  const fault = await differenceOf(expected, seen)
  if (!fault) return undefined
  mkdirSync(dirname(differing), { recursive: true })
  writeFileSync(differing, await sideBySide(expected, seen))
  return `${file}: ${fault}; as kept and as seen: ${differing}`
}
