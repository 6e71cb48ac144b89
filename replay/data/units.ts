import { decimal, divide, one, type Rational } from '../rational.ts'
import { type Language, languages } from '../record.ts'
import { fieldsOf, listOf, text } from './fields.ts'
import type { DataFiles } from './files.ts'

/** How prose writes a number of a unit: what stands before and after it, and what one of it is in base units. */
export interface Form {
  readonly before: string
  readonly after: string
  readonly factor: Rational
}

/** The units that a report declares for itself, in data/units.yaml. */
export interface DeclaredUnits {
  /** What a source’s word stands for; undefined for a word that is not declared. */
  readonly printed: (word: string) => { readonly base: string; readonly factor: Rational } | undefined
  readonly forms: (unit: string, language: Language) => readonly Form[]
}

export const noUnits: DeclaredUnits = { printed: () => undefined, forms: () => [] }

const file = 'data/units.yaml'

export const declaredUnitsIn = (files: DataFiles): DeclaredUnits => {
  const { units, printed } = files.yaml(file).fields
  const words = fieldsOf(printed)
  const written = new Map(
    Object.entries(fieldsOf(units)).flatMap(([unit, about]) =>
      languages.map((language) => [`${language} ${unit}`, formsOf(fieldsOf(about), language)] as const),
    ),
  )
  return {
    printed: (word) => {
      const { unit, factor } = fieldsOf(words[word])
      const base = text(unit)
      return base === undefined ? undefined : { base, factor: fraction(text(factor) ?? '1') }
    },
    forms: (unit, language) => written.get(`${language} ${unit}`) ?? [],
  }
}

const formsOf = ({ written, one: single, parts }: ReturnType<typeof fieldsOf>, language: Language): readonly Form[] => [
  ...[written, single].flatMap((form) => formIn(form, language, one)),
  ...listOf(parts).flatMap((part) =>
    [part.written, part.one].flatMap((form) => formIn(form, language, divide(one, fraction(text(part.of) ?? '1')))),
  ),
]

const formIn = (form: unknown, language: Language, factor: Rational): readonly Form[] => {
  const [before, after] = text(fieldsOf(form)[language])?.split('{}') ?? []
  return before === undefined || after === undefined ? [] : [{ before, after, factor }]
}

/** A decimal, or a fraction such as 1/60. */
const fraction = (digits: string): Rational => {
  const [above = '1', below] = digits.split('/')
  return below === undefined ? decimal(above) : divide(decimal(above), decimal(below))
}
