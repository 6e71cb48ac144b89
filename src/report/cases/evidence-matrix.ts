import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import type { KeyEntry, MarkKind } from '../../charts/marks.ts'
import { matrix } from '../../charts/matrix.ts'
import { inWords, type MakeChart, shownIn } from '../../charts/report-chart.ts'
import { caseSlug } from './slug.ts'

const kinds: Readonly<Record<string, MarkKind>> = { measured: 'full', counted: 'half', claimed: 'open' }

/** What each case says of each dimension of job quality, by the mechanism under which the source tells it. */
export const evidenceMatrix: MakeChart = (ledger, language, titleOf = (slug) => slug) => {
  const { mechanisms, cases, codes } = modelOf(ledger.data)
  const dimensions = [...codes.dimensions.values()]
  const silent = language === 'zh' ? '未提' : 'silent'
  const colon = language === 'zh' ? '：' : ': '
  const key: readonly KeyEntry[] = [
    ...[...codes.levels.values()].map(({ id, label }) => ({ kind: kinds[id] ?? 'open', text: label[language].toLowerCase() })),
    { kind: 'none', text: silent },
  ]
  const groups = mechanisms.map(({ id, name }) => ({
    label: `${id} ${name[language]}`,
    rows: cases
      .filter((study) => study.mechanisms[0] === id)
      .map((study) => {
        const label = titleOf(caseSlug(study.id))
        const said = dimensions.map((dimension) => {
          const level = codes.levels.get(study.dimensions[dimension.id] ?? '')
          const text = `${dimension.label[language]}${colon}${level?.label[language].toLowerCase() ?? silent}`
          return { level, text, kind: kinds[level?.id ?? ''] ?? ('none' as const) }
        })
        return {
          label,
          marks: said.map(({ kind, text }) => ({ kind, told: { label, shown: text } })),
          text: said.flatMap(({ level, text }) => (level ? [text] : [])).join(language === 'zh' ? '；' : '; '),
        }
      }),
  }))
  const said = dimensions.map(({ id, label }) => ({
    label: language === 'zh' ? `谈及${label.zh}的案例` : `Cases that speak of ${label.en.toLowerCase()}`,
    figure: `coding.said.${id}`,
    shown: shownIn(ledger, `coding.said.${id}`, language),
  }))
  return {
    rows: [
      ...said.map(({ label, figure }) => ({ label, figure })),
      ...groups.flatMap(({ rows }) => rows.map(({ label, text }) => ({ label, text: text || silent }))),
    ],
    draw: (narrow) =>
      matrix(
        dimensions.map(({ label }) => label[language]),
        groups,
        key,
        { language, narrow, words: {} },
      ),
    alternative: inWords(said, language),
  }
}
