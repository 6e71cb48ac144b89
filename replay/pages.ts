import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Units } from './data/units.ts'
import {
  absolute,
  compare,
  decimal,
  divide,
  equal,
  multiply,
  negate,
  ofDouble,
  one,
  type Rational,
  rational,
  subtract,
} from './rational.ts'
import type { Figure, Language, Ledger } from './record.ts'
import type { Examiner } from './report.ts'
import { readShown } from './shown.ts'

const element = /<data\b([^>]*)>([\s\S]*?)<\/data>/g
const attribute = (attributes: string, name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replaceAll('&#8722;', '−')
    .trim()

const tenTo = (power: number): Rational => rational(10n ** BigInt(power))

/** What one may be where a table’s head says it, and the number itself nothing. */
const sizesOfColumns: readonly Rational[] = [
  ...[0, 3, 4, 6, 8, 9, 12].map(tenTo),
  ...[10n, 60n, 100n, 3600n].map((part) => rational(1n, part)),
]

interface Numeral {
  readonly value: Rational
  /** One in the place of its last digit. */
  readonly step: Rational
}

/** Digits with their sign, without their unit. */
const numeral = (digits: string): Numeral => {
  const bare = digits.replace(/^[−-]|,/g, '')
  const size = decimal(bare)
  return { value: /^[−-]/.test(digits) ? negate(size) : size, step: divide(one, tenTo(bare.split('.')[1]?.length ?? 0)) }
}

const timesSize = ({ value, step }: Numeral, size: Rational): Numeral => ({ value: multiply(value, size), step: multiply(step, size) })

/** What a text may say in base units: one number where it names its scale, and none where its words are not known. */
const readingsOf = (shownText: string, { unit }: Figure, language: Language, units: Units): readonly Numeral[] => {
  // A source's remark beside its number, （估计值）, and a factor's sign say nothing of the scale.
  const text = shownText.replace(/（[^（）]*）$/, '')
  if (/^[−-]?\d[\d,]*(?:\.\d+)?$/.test(text)) return [...sizesOfColumns, ...units.columns].map((size) => timesSize(numeral(text), size))
  const shown = readShown(text.replace(/^×/, ''), language, unit, units)
  if (shown) return [shown]
  // A transcribed table keeps the words of its source, in both languages.
  const [, digits = '', word = ''] = /^([−-]?\d[\d,]*(?:\.\d+)?)\s?(\D+)$/.exec(text) ?? []
  const printed = units.printed(word)
  return digits !== '' && printed?.base === unit ? [timesSize(numeral(digits), printed.factor)] : []
}

/** Whether a text on a page is the value rounded once, in the scale that the text names. */
const isOf = (text: string, figure: Figure, language: Language, units: Units): boolean => {
  const value = ofDouble(figure.value)
  const asShown = readShown(figure.shown[language], language, figure.unit, units)
  // A double next to a half may lie on its wrong side; the last digit may then be either.
  const half = rational(500000001n, 1000000000n)
  return readingsOf(text, figure, language, units).some(
    (read) =>
      compare(absolute(subtract(value, read.value)), multiply(read.step, half)) <= 0 ||
      (asShown !== undefined && equal(read.value, asShown.value)),
  )
}

/** Holds the pages of a built site against its ledger: every `<data>`, and every place that a figure says it is used in. */
export const examinePages = (ledger: Ledger, figures: ReadonlyMap<string, Figure>, site: string, units: Units, seen: Examiner): void => {
  const shownOn = new Map<string, Set<string>>()
  // Most numbers stand on many pages.
  const judged = new Map<string, boolean>()
  const isRight = (text: string, figure: Figure, language: Language): boolean => {
    const key = `${language} ${figure.id} ${text}`
    const before = judged.get(key)
    if (before !== undefined) return before
    const right = isOf(text, figure, language, units)
    judged.set(key, right)
    return right
  }
  const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'))
  for (const page of pages.sort()) {
    const html = readFileSync(`${site}/${page}`, 'utf8')
    const language = page.startsWith('zh/') ? 'zh' : 'en'
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
      seen.see('numbers on pages', id, `${page}: the digits that are shown`, isRight(text, figure, language), figure.value, text)
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
