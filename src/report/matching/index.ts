/** The matching model drawn: the curves through its steady states, computed from the figures of the ledger. */
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import type { Series } from '../../charts/house.ts'
import { type GivenRow, inBoth, type RowSource } from '../../charts/row-source.ts'
import type { SiteExtension } from '../../lib/site-extension.ts'

/** A steady state that is drawn, with the two curves that cross in it. */
interface State {
  readonly id: string
  readonly label: Bilingual
  readonly series: Series
}

const states: readonly State[] = [
  { id: 'matching.china', label: { zh: '校准', en: 'as calibrated' }, series: 'direct' },
  { id: 'matching.china.twice', label: { zh: '效率加倍', en: 'efficiency doubled' }, series: 'indirect' },
  { id: 'matching.china.tenfold', label: { zh: '效率十倍', en: 'efficiency tenfold' }, series: 'counted' },
]

/** How far the plot reaches, as shares of the labour force, and by how many points, at equal ratios, curves are drawn. */
const reach = { unemployment: 0.1, vacancies: 0.15, steps: 160 } as const

const pointOf = (state: State, role: string, number: number, unemployment: number, vacancies: number): GivenRow => ({
  id: `${state.id} ${role} ${number}`,
  label: state.label,
  series: state.series,
  group: { zh: `${state.id} ${role}`, en: `${state.id} ${role}` },
  at: role,
  value: vacancies,
  low: unemployment,
  high: unemployment,
  shown: { zh: '', en: '' },
  said: state.label,
})

/**
 * Of each state the Beveridge curve, v = (s (1 - u) / (A u^a))^(1 / (1 - a)), on which as many find a job as lose one; and
 * the line of job creation, v = t u. They cross in the state.
 */
const beveridge: RowSource = (ledger: Ledger) => {
  const amount = (id: string): number => ledger.figures.get(id)?.value.valueOf() ?? Number.NaN
  const said = (id: string): Bilingual => {
    const figure = ledger.figures.get(id)
    return inBoth((language) => (figure ? shown(figure, language) : ''))
  }
  const separation = amount('matching.china.separationRate')
  const elasticity = amount('matching.china.matchingElasticity')
  const rows = states.flatMap((state) => {
    const [efficiency, tightness] = [amount(`${state.id}.matchingEfficiency`), amount(`${state.id}.tightness`)]
    const vacanciesAt = (unemployment: number): number =>
      ((separation * (1 - unemployment)) / (efficiency * unemployment ** elasticity)) ** (1 / (1 - elasticity))
    // A curve falls: it begins where it comes in at the top of the plot, which halving finds.
    let [above, first]: [number, number] = [0, reach.unemployment]
    for (let round = 0; round < 50; round++) {
      const middle = (above + first) / 2
      if (vacanciesAt(middle) > reach.vacancies) above = middle
      else first = middle
    }
    const curve = Array.from({ length: reach.steps }, (_, step) => {
      const unemployment = first * (reach.unemployment / first) ** (step / (reach.steps - 1))
      return pointOf(state, 'curve', step, unemployment, vacanciesAt(unemployment))
    })
    const end = Math.min(reach.unemployment, reach.vacancies / tightness)
    const line = [pointOf(state, 'line', 0, 0, 0), pointOf(state, 'line', 1, end, tightness * end)]
    const here = pointOf(state, 'state', 0, amount(`${state.id}.unemploymentRate`), amount(`${state.id}.vacancyRate`))
    return [...curve, ...line, here]
  })
  const told = states.flatMap(({ id, label }) =>
    (
      [
        ['unemploymentRate', { zh: '失业率', en: 'unemployment' }],
        ['vacancyRate', { zh: '空缺率', en: 'vacancies' }],
        ['tightness', { zh: '市场紧张度', en: 'tightness' }],
      ] as const
    ).map(([what, name]) => ({
      figure: `${id}.${what}`,
      label: inBoth((language) => `${label[language]}${language === 'zh' ? '，' : ', '}${name[language]}`),
    })),
  )
  return {
    rows,
    data: told,
    figures: told.map(({ figure }) => figure),
    alternative: told.map(({ figure, label }) => ({ label, shown: said(figure) })),
  }
}

export const matching: SiteExtension = { chartSources: { 'matching.beveridge': beveridge } }
