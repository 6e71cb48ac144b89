/** The fifteen new forms of business among mechanisms and types of employment, as charts and tables show them. */
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import type { Bilingual, Language } from '../../../scripts/ledger/types.ts'
import { inBoth, type RowSource } from '../../charts/row-source.ts'
import type { SiteExtension } from '../../lib/site-extension.ts'
import type { TableSource } from '../../tables/table-source.ts'
import { type Fit, type Form, formsOf, mechanisms, type Placed, shortNames, types } from './places.ts'

const fits: readonly Fit[] = ['2', '1', '0']
const states: Readonly<Record<Fit, string>> = { '2': 'full', '1': 'half', '0': 'none' }
const fitWords: Readonly<Record<Fit, Bilingual>> = {
  '2': { zh: '合', en: 'fits' },
  '1': { zh: '部分', en: 'in part' },
  '0': { zh: '不合', en: 'no' },
}

const among = (form: Form, places: readonly string[]): readonly Placed[] => form.placed.filter(({ place }) => places.includes(place))

/** Mechanisms go by their letters, types by a word. */
const called = (place: string): Bilingual => shortNames[place] ?? { zh: place, en: place }

/** Where a form fits at all, in a few words. */
const fitting = (form: Form, places: readonly string[]): Bilingual =>
  inBoth((language) =>
    among(form, places)
      .filter(({ fit }) => fit !== '0')
      .map(({ place, fit }) => `${called(place)[language]} ${fitWords[fit][language]}`)
      .join(language === 'zh' ? '，' : ', '),
  )

/** A mark for each form and place; the reason stands beside it in the table. */
const marks =
  (places: readonly string[]): RowSource =>
  (ledger) => ({
    rows: formsOf(ledger).map((form) => ({
      id: form.id,
      label: form.name,
      group: form.class,
      cells: among(form, places).map(({ place, fit, reason }) => ({
        column: called(place),
        state: states[fit],
        text: inBoth((language) => `${fitWords[fit][language]}${language === 'zh' ? '：' : ': '}${reason[language]}`),
      })),
    })),
    key: { full: fitWords[2], half: fitWords[1], none: fitWords[0] },
    data: formsOf(ledger).map((form) => ({
      label: form.name,
      text: fitting(form, places),
      besides: among(form, places).map(({ fit }) => fitWords[fit]),
    })),
    besides: places.map(called),
    alternative: formsOf(ledger).map((form) => ({ label: form.name, shown: fitting(form, places) })),
  })

/** All reasons of a form: first where it fits, then in part, then where it does not; places with one reason are told together. */
const reasonsOf = (form: Form, places: readonly string[], language: Language): string => {
  const [comma, colon, stop] = language === 'zh' ? ['、', '：', '。'] : [', ', ': ', '. ']
  const told = fits.flatMap((fit) => {
    const own = among(form, places).filter((placed) => placed.fit === fit)
    return [...Map.groupBy(own, ({ reason }) => reason[language])].map(([reason, of]) => {
      const names = of.map(({ place }) => called(place)[language]).join(comma)
      return language === 'zh' ? `${names}（${fitWords[fit].zh}）${colon}${reason}` : `${names} (${fitWords[fit].en})${colon}${reason}`
    })
  })
  return `${told.join(stop)}${stop.trim()}`
}

const reasons = (places: readonly string[], heading: Bilingual): TableSource => ({
  columns: () => ({
    form: { heading: { zh: '业态', en: 'Form' } },
    reasons: { heading },
  }),
  rows: (ledger, language) =>
    formsOf(ledger).map((form) => ({ form: { text: form.name[language] }, reasons: { text: reasonsOf(form, places, language) } })),
})

/** The white paper’s own table, and beside it what a topic says of pay, hours or security. */
const taxonomy: TableSource = {
  columns: () => ({
    form: { heading: { zh: '业态', en: 'Form' } },
    meaning: { heading: { zh: '内涵与案例', en: 'Meaning and examples' } },
    quality: { heading: { zh: '报酬、工时与保障', en: 'Pay, hours, security' } },
  }),
  rows: (ledger, language) => {
    const printed = ledger.data.tables.get('new-forms')
    const topics = ledger.data.tables.get('form-problems')
    return formsOf(ledger).map((form) => ({
      form: { text: form.name[language] },
      meaning: { text: meaningOf(printed, form, language) },
      quality: { text: wordsIn(topics, topics?.csv.rows.find((row) => row[1]?.text === form.name.zh)?.[5]?.text, language) },
    }))
  },
}

type WordTable = ReturnType<Ledger['data']['tables']['get']>

const wordsIn = (table: WordTable, text = '', language: Language): string => table?.words[text]?.[language] ?? text

const meaningOf = (table: WordTable, form: Form, language: Language): string => {
  const row = table?.csv.rows.find((cells) => cells[1]?.text === form.name.zh) ?? []
  const [meaning, examples] = [row[2]?.text, row[4]?.text].map((text) => wordsIn(table, text, language))
  return language === 'zh' ? `${meaning}例：${examples}` : `${meaning} Examples: ${examples}`
}

export const forms: SiteExtension = {
  chartSources: { 'forms.mechanisms': marks(mechanisms), 'forms.types': marks(types) },
  tableSources: {
    'forms.taxonomy': taxonomy,
    'forms.mechanisms': reasons(mechanisms, { zh: '合于哪些机制，理由', en: 'Which mechanisms it fits, and why' }),
    'forms.types': reasons(types, { zh: '属于哪些就业类型，理由', en: 'To which types it belongs, and why' }),
  },
}
