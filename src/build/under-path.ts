/** Puts a built site under a path of its host. Within the site every address begins at the root, so one pass is enough. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** Attributes that hold an address of the site. */
const addresses = /(\s(?:href|src|data-chart|data-list|data-elsewhere)="|\scontent="0; url=)\/(?!\/)/g

/** A page whose addresses begin at `base`, which its scripts read from its root element. */
export const pageUnder = (html: string, base: string): string =>
  html.replace(/<html(?=[\s>])/, `<html data-base="${base}"`).replace(addresses, `$1${base}/`)

/** Moves all pages of a built site, and its map, under `base`, such as “/report” on the host `origin`. */
export const putUnder = (folder: string, { base, origin }: { readonly base: string; readonly origin: string }): void => {
  const rewrite = (name: string, change: (text: string) => string): void =>
    writeFileSync(`${folder}/${name}`, change(readFileSync(`${folder}/${name}`, 'utf8')))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.html')) rewrite(name, (html) => pageUnder(html, base))
  rewrite('sitemap-index.xml', (text) => text.replaceAll(`<loc>${origin}/`, `<loc>${origin}${base}/`))
}
