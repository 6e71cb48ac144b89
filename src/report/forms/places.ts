/** Where each of the fifteen forms of the white paper has its place, as data/platform-employment-report/form-places.csv judges it. */
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'

/** A judgement: none of it, a part, or the whole. */
export type Fit = '0' | '1' | '2'

export interface Placed {
  readonly place: string
  readonly name: Bilingual
  readonly fit: Fit
  readonly reason: Bilingual
}

export interface Form {
  readonly id: string
  readonly name: Bilingual
  readonly class: Bilingual
  readonly placed: readonly Placed[]
}

/** The places that are judged together. */
export const mechanisms = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const types = ['goods', 'labour', 'services', 'display', 'direct'] as const

/** What types are called where there is little room. */
export const shortNames: Readonly<Record<string, Bilingual>> = {
  goods: { zh: '实物', en: 'Goods' },
  labour: { zh: '劳务', en: 'Labour' },
  services: { zh: '服务', en: 'Services' },
  display: { zh: '展示', en: 'Display' },
  direct: { zh: '直接', en: 'Direct' },
}

const isFit = (text: string): text is Fit => ['0', '1', '2'].includes(text)
const alike = (text: string): Bilingual => ({ zh: text, en: text })

/** The forms in the order of the table, each with the class that the white paper’s own table gives it. */
export const formsOf = ({ data: { tables } }: Pick<Ledger, 'data'>): readonly Form[] => {
  const table = tables.get('form-places')
  const printed = tables.get('new-forms')
  if (!table || !printed) return []
  const named = (text: string): Bilingual => table.words[text] ?? alike(text)
  const lines = table.csv.rows.map((row) => row.map(({ text }) => text))
  return [...Map.groupBy(lines, ([form = '']) => form)].map(([id, rows]) => {
    const name = named(id)
    const [className] = printed.csv.rows.find((row) => row[1]?.text === name.zh) ?? []
    return {
      id,
      name,
      class: printed.words[className?.text ?? ''] ?? alike(className?.text ?? ''),
      placed: rows.map(([, place = '', fit = '', reason = '']) => ({
        place,
        name: named(place),
        fit: isFit(fit) ? fit : '0',
        reason: named(reason),
      })),
    }
  })
}
