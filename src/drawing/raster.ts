/** Drawings as pixels. */
import sharp from 'sharp'
import { cached } from '../lib/cache.ts'
import { outlined } from './glyphs.ts'

// Pictures are many and each is made once: nothing of them is worth keeping in memory.
sharp.cache(false)
sharp.concurrency(1)

/** The dots per inch at which a CSS pixel is a pixel: the rasterizer thinks in points. */
const DENSITY = 72

/** How large a picture is to be: so many pixels wide, or so many to each px of the drawing. */
export type Extent = { readonly width: number } | { readonly scale: number }

/** An SVG as a PNG, its text drawn from outlines: the same bytes on every machine. What was painted once is kept. */
export const png = (svg: string, extent: Extent): Promise<Uint8Array<ArrayBuffer>> =>
  cached('pictures', [svg, JSON.stringify(extent)], () => painted(svg, extent))

/** A chart’s picture as pixels, two for each px of a page. */
export const chartPixels = (svg: string): Promise<Uint8Array<ArrayBuffer>> => png(svg, { scale: 2 })

async function painted(svg: string, extent: Extent): Promise<Uint8Array<ArrayBuffer>> {
  const shapes = Buffer.from(outlined(svg))
  const own = (await sharp(shapes, { density: DENSITY }).metadata()).width
  const width = 'width' in extent ? extent.width : Math.round(own * extent.scale)
  const bytes = await sharp(shapes, { density: (DENSITY * width) / own })
    .resize({ width })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 9 })
    .toBuffer()
  // A plain array of bytes comes out of the cache as it went in; a buffer would not.
  return new Uint8Array(bytes)
}
