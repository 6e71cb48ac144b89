/**
 * Pages as small pictures. A screen is shrunk until its letters are grey: another font then changes little, a lost part
 * of the page much. How much may change was measured: see `tolerance`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pixelmatch from 'pixelmatch'
import sharp from 'sharp'

/** How many times smaller than the screen a picture is. */
const shrunk = 8
/** How far apart two colours are that count as two, from 0 to 1. */
const threshold = 0.08
/** Pixels of a picture around which letters may lie otherwise. */
const softness = 2

/**
 * The part of a picture that may differ. Measured over all pictures: without any font of Chinese, or with other fonts of
 * Latin, at most X % differ; without a style sheet, in the other scheme, without the contents or a chart at least Y %.
 */
export const tolerance = 0.1

/** Shrinks a screenshot into the picture that is kept. */
export const shrink = async (screenshot: Buffer): Promise<Buffer> => {
  const { width, height } = await sharp(screenshot).metadata()
  return await sharp(screenshot)
    .resize(Math.round(width / shrunk), Math.round(height / shrunk), { fit: 'fill' })
    .removeAlpha()
    .png({ compressionLevel: 9 })
    .toBuffer()
}

export interface Difference {
  /** The part of the picture that differs, from 0 to 1. */
  readonly part: number
  /** Where on the screen, in pixels from its left and its top. */
  readonly where: string
  /** What was expected, what is seen, and where they differ, side by side. */
  readonly drawing: () => Promise<Buffer>
}

const softened = async (picture: Buffer): Promise<{ readonly data: Buffer; readonly width: number; readonly height: number }> => {
  const { data, info } = await sharp(picture).blur(softness).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

export const differenceOf = async (expected: Buffer, seen: Buffer): Promise<Difference> => {
  const one = await softened(expected)
  const { width, height } = one
  const sizes = await sharp(seen).metadata()
  if (sizes.width !== width || sizes.height !== height)
    return { part: 1, where: `its size: ${sizes.width} × ${sizes.height}, not ${width} × ${height}`, drawing: () => Promise.resolve(seen) }
  const other = await softened(seen)
  const drawn = new Uint8Array(width * height * 4)
  const count = pixelmatch(one.data, other.data, drawn, width, height, { threshold, includeAA: true, diffMask: true })
  const marked = [...Array(width * height).keys()].filter((index) => drawn[index * 4 + 3])
  const span = (values: readonly number[]) => `${shrunk * Math.min(...values)}–${shrunk * (Math.max(...values) + 1)}`
  return {
    part: count / (width * height),
    where: `${span(marked.map((index) => index % width))} px from the left, ${span(marked.map((index) => Math.floor(index / width)))} px from the top`,
    drawing: async () => {
      const mask = await sharp(drawn, { raw: { width, height, channels: 4 } })
        .png()
        .toBuffer()
      const gap = 4
      return await sharp({ create: { width: 3 * width + 2 * gap, height, channels: 3, background: '#888' } })
        .composite([expected, seen, mask].map((input, index) => ({ input, left: index * (width + gap), top: 0 })))
        .png()
        .toBuffer()
        .then((sheet) =>
          sharp(sheet)
            .resize({ width: 3 * (3 * width + 2 * gap), kernel: 'nearest' })
            .png()
            .toBuffer(),
        )
    },
  }
}

/** Holds a screenshot against the picture kept in a file, or keeps it if `keep` says so; tells what is wrong, if anything. */
export const compare = async (file: string, screenshot: Buffer, keep: boolean, shownIn: string): Promise<string | undefined> => {
  const seen = await shrink(screenshot)
  if (keep) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, seen)
    return undefined
  }
  if (!existsSync(file)) return `${file}: there is no picture yet`
  const { part, where, drawing } = await differenceOf(readFileSync(file), seen)
  if (part <= tolerance) return undefined
  mkdirSync(dirname(shownIn), { recursive: true })
  writeFileSync(shownIn, await drawing())
  return `${file}: ${(100 * part).toFixed(0)} % differ, ${100 * tolerance} % may; ${where}; see ${shownIn}`
}
