import type { Data } from '../../ledger/data/data-types.ts'
import { type Derived, derived } from '../../ledger/figures/derived.ts'
import type { Bilingual } from '../../ledger/types.ts'
import { countAtLeast, countAtLeastTex, countEqual, countEqualTex } from '../../methods/count-codes.ts'

const scope = { period: '2020', entity: 'china' } as const

/** The five types of employment, in the order of the study’s table. */
const types = ['goods', 'labour', 'services', 'display', 'direct'] as const

/** How many of the fifteen forms have a place in each mechanism and in each type, and how many have none: counted over form-places.csv. */
export const formPlaces = (data: Data): Derived[] => {
  const table = data.tables.get('form-places')
  if (!table) return []
  const { csv, words } = table
  const [forms, places] = [0, 1].map((key) => [...new Set(csv.rows.map((row) => row[key]?.text ?? ''))])
  const cell = (form: string, place: string): string => `formPlaces.${form}.${place}.fit`
  const named = (place: string): Bilingual => words[place] ?? { zh: place, en: place }
  const all: Derived[] = []
  for (const place of places ?? []) {
    const codes = (forms ?? []).map((form) => cell(form, place))
    const { zh, en } = named(place)
    all.push(
      derived({
        id: `forms.${place}.some`,
        label: { zh: `十五种业态中至少部分合于“${zh}”的`, en: `Forms that fit “${en}” at least in part` },
        unit: 'count',
        scope,
        digits: 2,
        formula: countAtLeast,
        tex: countAtLeastTex,
        of: { codes, least: 'forms.inPart' },
      }),
      derived({
        id: `forms.${place}.whole`,
        label: { zh: `十五种业态中合于“${zh}”的`, en: `Forms that fit “${en}”` },
        unit: 'count',
        scope,
        digits: 2,
        formula: countEqual,
        tex: countEqualTex,
        of: { codes, code: 'forms.fits' },
      }),
    )
  }
  for (const form of forms ?? []) {
    const { zh, en } = named(form)
    all.push(
      derived({
        id: `forms.${form}.types`,
        label: { zh: `${zh}至少部分所属的就业类型`, en: `Types of employment to which a form belongs at least in part: ${en}` },
        unit: 'count',
        scope,
        digits: 2,
        formula: countAtLeast,
        tex: countAtLeastTex,
        of: { codes: types.map((type) => cell(form, type)), least: 'forms.inPart' },
      }),
    )
  }
  all.push(
    derived({
      id: 'forms.withoutType',
      label: { zh: '不属五种就业中任何一种的业态', en: 'Forms that belong to none of the five types of employment' },
      unit: 'count',
      scope,
      digits: 2,
      formula: countEqual,
      tex: countEqualTex,
      of: { codes: (forms ?? []).map((form) => `forms.${form}.types`), code: 'forms.nowhere' },
    }),
  )
  return all
}
