/** Rows that charts of the cases are drawn from, by the names that chart files use: cases of the first work that tells any. */
import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import { casesToldBy } from '../../../scripts/estimates/coding/tellers.ts'
import type { Case, Model } from '../../../scripts/estimates/coding/types.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import { type GivenRow, inBoth, type RowSource, type RowSources } from '../../charts/row-source.ts'
import { effectsOf, timesText } from './effects.ts'
import { caseSlug } from './slug.ts'

const words = {
  comma: { zh: '，', en: ', ' },
  semicolon: { zh: '；', en: '; ' },
  colon: { zh: '：', en: ': ' },
  to: { zh: '至', en: ' to ' },
  silent: { zh: '未提', en: 'silent' },
  measured: { zh: '有比较', en: 'compared' },
  said: { zh: '谈及', en: 'spoken of' },
  times: { zh: '倍数', en: 'Multiple' },
  worker: { zh: '劳动者', en: 'Worker' },
  firm: { zh: '企业', en: 'Firm' },
} as const satisfies Readonly<Record<string, Bilingual>>

const countOf = (ledger: Ledger, id: string): number => ledger.figures.get(id)?.value.valueOf() ?? 0
const shownBoth = (ledger: Ledger, id: string): Bilingual => {
  const figure = ledger.figures.get(id)
  return inBoth((language) => (figure ? shown(figure, language) : ''))
}
const joined = (parts: readonly Bilingual[], between: Bilingual): Bilingual =>
  inBoth((language) => parts.map((part) => part[language]).join(between[language]))
const lower = (text: Bilingual): Bilingual => ({ zh: text.zh, en: text.en.toLowerCase() })

/** Cases by mechanism: where the source tells them, and where their text leads besides. */
const byMechanism: RowSource = ({ data }) => ({
  rows: modelOf(data).mechanisms.map(({ id, name }): GivenRow => {
    const coded = casesToldBy(modelOf(data)).filter((study) => study.mechanisms.includes(id))
    const told = coded.filter((study) => study.mechanisms[0] === id).length
    return {
      figure: `coding.mechanism.${id}`,
      label: inBoth((language) => `${id} ${name[language]}`),
      parts: [
        { count: told, state: 'full' },
        { count: coded.length - told, state: 'open' },
      ],
    }
  }),
})

/** Cases by grade of evidence; each square carries the mechanism under which the source tells the case. */
const byGrade: RowSource = (ledger) => {
  const { mechanisms, codes } = modelOf(ledger.data)
  const cases = casesToldBy(modelOf(ledger.data))
  const rows = [...codes.grades.values()].map(({ id, label }) => {
    const letters = mechanisms.flatMap((mechanism) =>
      cases.filter((study) => study.evidence.grade === id && study.mechanisms[0] === mechanism.id).map(() => mechanism.id),
    )
    return { figure: `coding.grade.${id}`, label, letters }
  })
  return {
    rows: rows.map(({ figure, label, letters }) => ({
      figure,
      label,
      parts: letters.map((letter) => ({ count: 1, state: 'open', letter })),
    })),
    alternative: rows.map(({ figure, label, letters }) => {
      const count = shownBoth(ledger, figure)
      return { label, shown: { zh: `${count.zh}（${letters.join('')}）`, en: `${count.en} (${letters.join('')})` } }
    }),
  }
}

/** The dimensions of job quality: in how many cases each is compared, spoken of, or passed over. */
const byDimensionOf =
  (prefix: string): RowSource =>
  (ledger) => {
    const { codes } = modelOf(ledger.data)
    const rows = [...codes.dimensions.values()].map(({ id, label }) => {
      const [measured, said, silent] = [`${prefix}.measured.${id}`, `${prefix}.said.${id}`, `${prefix}.silent.${id}`]
      const told = [
        [words.said, said],
        [words.measured, measured],
        [words.silent, silent],
      ] as const
      return {
        label,
        figure: said,
        parts: [
          { count: countOf(ledger, measured), state: 'full' },
          { count: countOf(ledger, said) - countOf(ledger, measured), state: 'open' },
          { count: countOf(ledger, silent), state: 'none' },
        ],
        data: told.map(([word, figure]) => ({ label: joined([label, word], words.colon), figure })),
        shown: joined(
          told.map(([word, figure]) => joined([word, shownBoth(ledger, figure)], { zh: ' ', en: ' ' })),
          words.comma,
        ),
      }
    })
    return {
      rows: rows.map(({ label, figure, parts }) => ({ label, figure, parts })),
      data: rows.flatMap(({ data }) => data),
      alternative: rows.map(({ label, shown: text }) => ({ label, shown: text })),
    }
  }

const states: Readonly<Record<string, string>> = { measured: 'full', counted: 'half', claimed: 'open' }

/** What each case says of each dimension of job quality. */
const dimensions: RowSource = (ledger, titles) => {
  const { mechanisms, codes } = modelOf(ledger.data)
  const cases = casesToldBy(modelOf(ledger.data))
  const all = [...codes.dimensions.values()]
  const told = mechanisms.flatMap((mechanism) =>
    cases
      .filter((study) => study.mechanisms[0] === mechanism.id)
      .map((study) => {
        const said = all.map((dimension) => {
          const level = codes.levels.get(study.dimensions[dimension.id]?.level ?? '')
          return {
            column: dimension.label,
            level,
            state: states[level?.id ?? ''] ?? 'none',
            text: joined([dimension.label, level ? lower(level.label) : words.silent], words.colon),
          }
        })
        const spoken = said.filter(({ level }) => level)
        return {
          id: study.id,
          label: inBoth((language) => titles[language](caseSlug(study.id))),
          group: inBoth((language) => `${mechanism.id} ${mechanism.name[language]}`),
          cells: said.map(({ column, state, text }) => ({ column, state, text })),
          text:
            spoken.length > 0
              ? joined(
                  spoken.map(({ text }) => text),
                  words.semicolon,
                )
              : words.silent,
        }
      }),
  )
  const counts = all.map(({ id, label }) => ({
    label: { zh: `谈及${label.zh}的案例`, en: `Cases that speak of ${label.en.toLowerCase()}` },
    figure: `coding.said.${id}`,
  }))
  return {
    rows: told.map(({ id, label, group, cells }) => ({ id, label, group, cells })),
    key: {
      ...Object.fromEntries([...codes.levels.values()].map(({ id, label }) => [states[id] ?? 'open', lower(label)])),
      none: words.silent,
    },
    data: [...counts, ...told.map(({ label, text }) => ({ label, text }))],
    alternative: counts.map(({ label, figure }) => ({ label, shown: shownBoth(ledger, figure) })),
  }
}

/** Every effect that a case prints, as a multiple of what was before, with what it means for worker and firm. */
const effectsFrom =
  (casesOf: (model: Model) => readonly Case[]): RowSource =>
  (ledger) => {
    const { directions } = modelOf(ledger.data).codes
    const direction = (id: string): Bilingual => lower(directions.get(id)?.label ?? { zh: id, en: id })
    const rows = effectsOf(ledger, casesOf(modelOf(ledger.data))).map(({ study, label, ends, times, worker, firm }, index) => {
      const values = times.map(({ value }) => value.valueOf())
      const multiple = inBoth((language) => timesText(times, language))
      return {
        row: {
          id: `${study.id} ${index + 1}`,
          label,
          // A range has its ends, and no middle that the source would print.
          value: values.length > 1 ? null : (values[0] ?? null),
          low: values.length > 1 ? Math.min(...values) : null,
          high: values.length > 1 ? Math.max(...values) : null,
          shown: multiple,
          said: joined(
            [
              multiple,
              joined(
                ends.map(({ id }) => shownBoth(ledger, id)),
                words.to,
              ),
              joined([words.worker, direction(worker)], { zh: ' ', en: ' ' }),
              joined([words.firm, direction(firm)], { zh: ' ', en: ' ' }),
            ],
            words.comma,
          ),
          series: 'direct' as const,
          signs: { worker, firm },
        },
        data: ends.map((end) => ({ label, figure: end.id, besides: [multiple, direction(worker), direction(firm)] })),
      }
    })
    return {
      rows: rows.map(({ row }) => row),
      key: Object.fromEntries([...directions.values()].map(({ id, label }) => [id, lower(label)])),
      data: rows.flatMap(({ data }) => data),
      besides: [words.times, words.worker, words.firm],
    }
  }

export const caseChartSources: RowSources = {
  'cases.byMechanism': byMechanism,
  'cases.byGrade': byGrade,
  'cases.byDimension': byDimensionOf('coding'),
  'cases.allByDimension': byDimensionOf('coding.all'),
  'cases.dimensions': dimensions,
  'cases.effects': effectsFrom(casesToldBy),
  'cases.allEffects': effectsFrom(({ cases }) => cases),
}
