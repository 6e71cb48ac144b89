import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import type { KeyEntry, MarkKind } from '../../charts/marks.ts'
import { figureIn, inWords, type MakeChart, shownIn } from '../../charts/report-chart.ts'
import { type TileRow, tiles } from '../../charts/tiles.ts'

const repeated = (count: number, kind: MarkKind) => Array.from({ length: count }, () => ({ kind }))

/** Cases by mechanism: where the source tells them, and where their text leads besides. */
export const casesByMechanism: MakeChart = (ledger, language) => {
  const { mechanisms, cases } = modelOf(ledger.data)
  const rows = mechanisms.map(({ id, name }): TileRow & { figure: string } => {
    const coded = cases.filter((study) => study.mechanisms.includes(id))
    const told = coded.filter((study) => study.mechanisms[0] === id)
    const figure = `coding.mechanism.${id}`
    return {
      figure,
      label: `${id} ${name[language]}`,
      shown: shownIn(ledger, figure, language),
      tiles: [...repeated(told.length, 'full'), ...repeated(coded.length - told.length, 'open')],
    }
  })
  const key: readonly KeyEntry[] =
    language === 'zh'
      ? [
          { kind: 'full', text: '来源归于此机制' },
          { kind: 'open', text: '本报告加归' },
        ]
      : [
          { kind: 'full', text: 'told under it by the source' },
          { kind: 'open', text: 'added by our coding' },
        ]
  return {
    rows: rows.map(({ label, figure }) => ({ label, figure })),
    draw: (narrow) => tiles(rows, key, { language, narrow, words: {} }),
    alternative: inWords(rows, language),
  }
}

/** Cases by grade of evidence; each square carries the mechanism under which the source tells the case. */
export const evidenceGrades: MakeChart = (ledger, language) => {
  const { mechanisms, cases, codes } = modelOf(ledger.data)
  const rows = [...codes.grades.values()].map(({ id, label }) => {
    const letters = mechanisms.flatMap((mechanism) =>
      cases.filter((study) => study.evidence.grade === id && study.mechanisms[0] === mechanism.id).map(() => mechanism.id),
    )
    const figure = `coding.grade.${id}`
    return {
      figure,
      label: label[language],
      shown: shownIn(ledger, figure, language),
      tiles: letters.map((letter) => ({ kind: 'open' as const, letter })),
      letters: letters.join(''),
    }
  })
  const key: readonly KeyEntry[] = [
    { kind: 'open', text: language === 'zh' ? '一个案例，字母为来源所归的机制' : 'a case, with its mechanism’s letter' },
  ]
  return {
    rows: rows.map(({ label, figure }) => ({ label, figure })),
    draw: (narrow) => tiles(rows, key, { language, narrow, words: {} }),
    alternative: inWords(
      rows.map(({ label, shown, letters }) => ({ label, shown: language === 'zh' ? `${shown}（${letters}）` : `${shown} (${letters})` })),
      language,
    ),
  }
}

/** The dimensions of job quality: in how many cases each is compared, spoken of, or passed over. */
export const dimensions: MakeChart = (ledger, language) => {
  const { codes, cases } = modelOf(ledger.data)
  const count = (id: string) => figureIn(ledger, id).value.valueOf()
  const words =
    language === 'zh'
      ? { measured: '有比较', said: '谈及', silent: '未提', mentioned: '谈及而不比较' }
      : { measured: 'compared', said: 'spoken of', silent: 'silent', mentioned: 'spoken of, not compared' }
  const rows = [...codes.dimensions.values()].map(({ id, label }) => {
    const [measured, said, silent] = [`coding.measured.${id}`, `coding.said.${id}`, `coding.silent.${id}`]
    const tell = (figure: string) => shownIn(ledger, figure, language)
    return {
      label: label[language],
      shown: tell(said),
      tiles: [
        ...repeated(count(measured), 'full'),
        ...repeated(count(said) - count(measured), 'open'),
        ...repeated(cases.length - count(said), 'none'),
      ],
      figures: [
        { label: `${label[language]}${language === 'zh' ? '：' : ': '}${words.said}`, figure: said },
        { label: `${label[language]}${language === 'zh' ? '：' : ': '}${words.measured}`, figure: measured },
        { label: `${label[language]}${language === 'zh' ? '：' : ': '}${words.silent}`, figure: silent },
      ],
      said: [
        [words.said, tell(said)],
        [words.measured, tell(measured)],
        [words.silent, tell(silent)],
      ],
    }
  })
  return {
    rows: rows.flatMap(({ figures }) => figures),
    draw: (narrow) =>
      tiles(
        rows,
        [
          { kind: 'full', text: words.measured },
          { kind: 'open', text: words.mentioned },
          { kind: 'none', text: words.silent },
        ],
        { language, narrow, words: {} },
      ),
    alternative: inWords(
      rows.map(({ label, said }) => ({ label, shown: said.map((pair) => pair.join(' ')).join(language === 'zh' ? '，' : ', ') })),
      language,
    ),
  }
}
