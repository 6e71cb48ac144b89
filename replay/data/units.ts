import { decimal, divide, equal, multiply, one, type Rational, rational } from '../rational.ts'
import type { Language } from '../record.ts'
import { fieldsOf, listOf, text } from './fields.ts'
import type { DataFiles } from './files.ts'

/** What a unit's word makes of a printed number. */
export interface PrintedUnit {
  /** What one of it is in base units. */
  readonly factor: Rational
  readonly base: string
}

/** How a number of a unit is written: what stands before and after it, and what one so written is in base units. */
export interface Writing {
  readonly before: string
  readonly after: string
  readonly factor: Rational
}

/** The units that data/units.yaml declares, beside the few that need no word of a report. */
export interface Units {
  /** The unit of a word as a source prints it, "万个" or "%"; undefined for a word that is not known here. */
  readonly printed: (word: string) => PrintedUnit | undefined
  readonly writings: (unit: string, language: Language) => readonly Writing[]
  /** What one may be in a column whose head says so. */
  readonly columns: readonly Rational[]
}

/** Numerals that a Chinese word for a unit may begin with; the longest are asked first. */
const numerals: readonly (readonly [string, Rational])[] = [
  ['万亿', rational(10n ** 12n)],
  ['亿', rational(10n ** 8n)],
  ['万', rational(10n ** 4n)],
]

const hundredth = rational(1n, 100n)
const pattern = (written: string, factor: Rational): Writing => {
  const [before = '', after = ''] = written.split('{}')
  return { before, after, factor }
}
const bare = pattern('{}', one)

/** What every report has: plain numbers and per cent, counts of things, and years of the calendar. */
const ownWritings: Readonly<Record<string, Readonly<Record<Language, readonly Writing[]>>>> = {
  ratio: { zh: [bare, pattern('{}%', hundredth)], en: [bare, pattern('{}%', hundredth)] },
  count: { zh: [bare], en: [bare] },
  year: { zh: [pattern('{}年', one)], en: [bare] },
}
const ownWords: readonly (readonly [string, PrintedUnit])[] = [
  ['1', { factor: one, base: 'ratio' }],
  ['%', { factor: hundredth, base: 'ratio' }],
]

/** "10000", "0.1" or "1/60". */
const factorOf = (value: unknown): Rational => {
  const [above = '1', below] = (text(value) ?? '1').split('/')
  return below === undefined ? decimal(above) : divide(decimal(above), decimal(below))
}

export const unitsIn = (files: DataFiles): Units => {
  const { units, printed, columns } = files.yaml('data/units.yaml').fields
  const words = new Map<string, PrintedUnit>([
    ...ownWords,
    ...Object.entries(fieldsOf(printed)).map(([word, about]): [string, PrintedUnit] => {
      const { unit, factor } = fieldsOf(about)
      return [word, { factor: factorOf(factor), base: text(unit) ?? '' }]
    }),
  ])
  const writings = (unit: string, language: Language): readonly Writing[] => {
    const own = ownWritings[unit]
    if (own) return own[language]
    const about = fieldsOf(fieldsOf(units)[unit])
    const all = [{ about, factor: one }, ...listOf(about.parts).map((part) => ({ about: part, factor: divide(one, factorOf(part.of)) }))]
    return all.flatMap(({ about: { written, one: single }, factor }) =>
      [written, single].flatMap((patterns) => {
        const inLanguage = text(fieldsOf(patterns)[language])
        return inLanguage === undefined ? [] : [pattern(inLanguage, factor)]
      }),
    )
  }
  return {
    printed: (word) => {
      const declared = words.get(word)
      const numeral = numerals.find(([sign]) => word.startsWith(sign))
      const rest = numeral && words.get(word.slice(numeral[0].length))
      const counted = numeral && rest && { ...rest, factor: multiply(numeral[1], rest.factor) }
      if (declared && counted && declared.base === counted.base && !equal(declared.factor, counted.factor))
        throw new Error(`data/units.yaml says of ${word} another number than its numeral ${numeral?.[0]} does`)
      return declared ?? counted
    },
    writings,
    columns: Object.values(fieldsOf(columns)).flatMap((column) =>
      (['zh', 'en'] as const).map((language) => factorOf(fieldsOf(fieldsOf(column)[language]).factor)),
    ),
  }
}
