import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { absolute, compare, decimal, equal, multiply, negate, ofDouble, type Rational, rational, subtract } from './rational.ts'
import { type Figure, type Ledger, languages } from './record.ts'
import type { Examiner } from './report.ts'
import { readShown } from './shown.ts'

const element = /<data\b([^>]*)>([\s\S]*?)<\/data>/g
const attribute = (attributes: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&#8722;', '−')
    .trim()

const sizes: readonly Rational[] = [
  ...[0n, 3n, 4n, 6n, 8n, 9n, 12n].map((power) => rational(10n ** power)),
  ...[10n, 60n, 100n, 3600n].map((part) => rational(1n, part)),
]

/** Whether the digits of a text are the value's, rounded once, in one of the sizes that the site writes in. */
const digitsAreOf = (text: string, figure: Figure): boolean => {
  const [, sign, digits] = /^[^\d−-]*([−-]?)\D{0,4}?(\d[\d,]*(?:\.\d+)?)/.exec(text) ?? []
  if (digits === undefined) return false
  const bare = digits.replaceAll(',', '')
  const size = decimal(bare)
  const read = sign ? negate(size) : size
  const step = rational(1n, 10n ** BigInt(bare.split('.')[1]?.length ?? 0))
  const value = ofDouble(figure.value)
  // A double next to a half may lie on its wrong side; the last digit may then be either.
  const near = (unit: Rational): boolean =>
    compare(absolute(subtract(value, multiply(read, unit))), multiply(multiply(step, unit), rational(500000001n, 1000000000n))) <= 0
  if (sizes.some(near)) return true
  return languages.some((language) => {
    const shown = readShown(figure.shown[language], language, figure.unit)
    return shown !== undefined && sizes.some((unit) => equal(multiply(read, unit), shown.value))
  })
}
/** Holds the pages of a built site against its ledger: every `<data>`, and every place that a figure says it is used in. */
export const examinePages = (ledger: Ledger, figures: ReadonlyMap<string, Figure>, site: string, seen: Examiner): void => {
  const shownOn = new Map<string, Set<string>>()
  // Most numbers stand on many pages.
  const judged = new Map<string, boolean>()
  const isRight = (text: string, figure: Figure): boolean => {
    const key = `${figure.id} ${text}`
    const before = judged.get(key)
    if (before !== undefined) return before
    const right = digitsAreOf(text, figure)
    judged.set(key, right)
    return right
  }
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
  for (const page of pages.sort()) {
    const html = readFileSync(`${site}/${page}`, 'utf8')
    const here = new Set<string>()
    for (const [, attributes = '', inner = ''] of html.matchAll(element)) {
      const id = attribute(attributes, 'data-figure')
      if (id === undefined) continue
      here.add(id)
      const figure = figures.get(id)
      const value = attribute(attributes, 'value')
      seen.see(
        'numbers on pages',
        id,
        `${page}: the value that is marked`,
        figure !== undefined && value === String(figure.value),
        figure?.value ?? 'a figure of the ledger',
        value,
      )
      if (!figure) continue
      const text = plain(inner)
      seen.see('numbers on pages', id, `${page}: the digits that are shown`, isRight(text, figure), figure.value, text)
    }
    shownOn.set(page, here)
  }
  for (const figure of ledger.figures)
    for (const place of figure.usedIn) {
      const [path = '', anchor] = place.split('#')
      const page = `${path}index.html`
      const held = existsSync(`${site}/${page}`) ? readFileSync(`${site}/${page}`, 'utf8') : undefined
      const found =
        held === undefined
          ? 'no such page'
          : anchor && !held.includes(`id="${anchor}"`)
            ? 'no such heading'
            : shownOn.get(page)?.has(figure.id)
              ? 'there'
              : 'the page does not show it'
      seen.see('places of use', figure.id, place, found === 'there', 'there', found)
    }
}
