/** The colours of the light page, for pictures that leave it. */
import { readFileSync } from 'node:fs'

export type Palette = ReadonlyMap<string, string>

/** Reads the page’s own style sheet, so that there is one list of colours; of a variable’s two colours the first is the light one. */
export const lightPalette = (root: string): Palette => {
  const sheet = readFileSync(`${root}/src/styles/base.css`, 'utf8')
  const colours = new Map<string, string>()
  for (const [, name = '', colour = ''] of sheet.matchAll(/^\s*(--[\w-]+):\s*(?:light-dark\(\s*)?(#[\da-f]{3,8})\b/gimu))
    if (!colours.has(name)) colours.set(name, colour)
  return colours
}

/** A drawing or a specification with colours in the place of variables. */
export const resolved = (text: string, palette: Palette): string =>
  text.replace(/var\((--[\w-]+)\)/gu, (variable, name: string) => {
    const colour = palette.get(name)
    if (!colour) throw new Error(`src/styles/base.css gives ${variable} no colour as #rrggbb`)
    return colour
  })
