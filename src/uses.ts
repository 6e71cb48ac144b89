import { readdirSync, readFileSync } from 'node:fs'
import { Parser } from 'htmlparser2'

/** Where built pages show each figure: figure id -> "zh/retail/#anchor", the anchor being the nearest heading before it. */
export const usesOfFigures = (folder: string): Map<string, string[]> => {
  const uses = new Map<string, Set<string>>()
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !name.includes('/audit/'))
    .sort()
  for (const page of pages) {
    const address = page.replace(/index\.html$/, '')
    let anchor = ''
    const parser = new Parser({
      onopentag: (name, attributes) => {
        if (/^h[1-6]$/.test(name) && attributes.id) anchor = `#${attributes.id}`
        const figure = attributes['data-figure']
        if (name !== 'data' || !figure) return
        const places = uses.get(figure) ?? new Set()
        uses.set(figure, places.add(`${address}${anchor}`))
      },
    })
    parser.end(readFileSync(`${folder}/${page}`, 'utf8'))
  }
  return new Map([...uses].map(([id, places]) => [id, [...places]]))
}
