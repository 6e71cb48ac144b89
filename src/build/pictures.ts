import { picturePath } from '../drawing/path.ts'
import { chartPixels } from '../drawing/raster.ts'
import { titleCards, titlePicture } from '../drawing/title-cards.ts'
import { languages } from '../i18n/words.ts'
import type { Drawn } from './current-helper.ts'

/** Pictures as bytes, by their paths on the site. */
export type Painted = Map<string, Uint8Array>

/** Paints the picture of every page that is shared. */
export const paintTitles = async (painted: Painted): Promise<void> => {
  for (const language of languages)
    for (const { slug, card } of titleCards(language)) painted.set(picturePath(language, slug), await titlePicture(card))
}

/** Paints a chart’s drawing. */
export const paintChart = async (painted: Painted, { path, svg }: Drawn): Promise<void> => {
  painted.set(path, await chartPixels(svg))
}
