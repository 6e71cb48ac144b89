/** Drawings as pixels. */
import sharp from 'sharp'
import { outlined } from './glyphs.ts'

/** The size of a CSS pixel for the rasterizer, which thinks in points. */
const DENSITY = 72

/** An SVG as a PNG so many pixels wide, its text drawn from outlines: the same bytes on every machine. */
export async function png(svg: string, { width }: { readonly width: number }): Promise<Buffer> {
  const shapes = Buffer.from(outlined(svg))
  const own = (await sharp(shapes, { density: DENSITY }).metadata()).width
  return sharp(shapes, { density: (DENSITY * width) / own })
    .resize({ width })
    .flatten({ background: '#ffffff' })
    .png({ palette: true, compressionLevel: 9, effort: 7 })
    .toBuffer()
}
