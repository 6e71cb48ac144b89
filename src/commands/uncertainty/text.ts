/** How sure a figure is, as a terminal shows it. */
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { Simulation } from '../../../scripts/ledger/figures/simulated.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { format } from '../../../scripts/ledger/numbers/format.ts'
import { fromFloat } from '../../../scripts/ledger/numbers/printed.ts'
import { shown, styleOf } from '../../../scripts/ledger/publish/shown.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { coloured } from '../cli/terminal.ts'
import { textTable } from '../cli/text-table.ts'
import type { FigureDoubts } from './doubts-of.ts'

interface Layout {
  readonly sobol: boolean
  readonly language: Language
  readonly width: number
}

const barWidth = 40

export const doubtsText = (ledger: Ledger, { figure, simulations }: FigureDoubts, { sobol, language, width }: Layout): string => {
  const { low, high } = figure.bounds
  const write = writerOf(figure, language)
  const digits = [low, high].map((end) => (end === null ? 'open' : write(end.valueOf(), 6))).join(' – ')
  const kinds = simulations.map(({ kind }) => kind)
  const missing = (['sampling', 'assumption'] as const).filter((kind) => !kinds.includes(kind))
  return [
    `${coloured('bold', figure.id)} = ${shown(figure, language)}   ${figure.label[language]}`,
    '',
    `by digits       ${digits}   what rounding of printed inputs leaves open`,
    ...simulations.map(
      (simulation) =>
        `${titles[simulation.kind]}   ${middleOf(simulation, write)}   the middle ninety per cent of ${counted(simulation.answers.count())} draws`,
    ),
    ...missing.map((kind) => `${titles[kind]}   none   ${absent[kind]}`),
    'The three are of different kinds and are not added up.',
    ...simulations.flatMap((simulation) => ['', ...simulationText(ledger, simulation, write, { sobol, language, width })]),
  ].join('\n')
}

const titles = { sampling: 'by sampling  ', assumption: 'by assumption' } as const
const absent = {
  sampling: 'no source gives the standard error of anything that it hangs on',
  assumption: 'nothing that it hangs on has a stated distribution',
} as const

type Write = (value: number, digits: number) => string

/** Writes amounts as the figure itself is written. */
const writerOf = (figure: Figure, language: Language): Write => {
  const style = styleOf(figure)
  return (value, digits) => format(fromFloat(value), { ...style, digits }, language)
}

const counted = (count: number): string => count.toLocaleString('en')
/** What rounds to nought has no sign. */
const percent = (value: number): string => `${(100 * value).toFixed(1).replace(/^-0\.0$/, '0.0')}%`

const middleOf = ({ answers, digits }: Simulation, write: Write): string =>
  [0.05, 0.95].map((probability) => write(answers.quantile(probability), Math.max(2, digits))).join(' – ')

const simulationText = (ledger: Ledger, simulation: Simulation, write: Write, { sobol, language, width }: Layout): readonly string[] => {
  const { kind, answers, indices, tornado, doubts, factors, output, digits } = simulation
  const own = Math.max(2, digits) + 1
  const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95].map((probability) => [
    `${100 * probability}%`,
    write(answers.quantile(probability), own),
    `± ${write(answers.quantileError(probability), 1)}`,
  ])
  const head = kind === 'sampling' ? 'Sampling errors that sources give' : 'Assumptions, stated in data'
  const label = (id: string): string => ledger.figures.get(id)?.label[language] ?? id
  const bars = barsOf(simulation)
  return [
    coloured('bold', head),
    ...doubts.map(
      ({ figure, distribution, parameters, place }) =>
        `  ${figure}: ${distribution}, ${[...parameters].map(([name, { text }]) => `${name} ${text}`).join(', ')}   ${place.file}:${place.line}`,
    ),
    '',
    textTable([
      ['', 'draws', 'Monte Carlo error'],
      ['mean', write(answers.mean(), own), `± ${write(answers.meanError(), 1)}`],
      ...quantiles,
    ]),
    `seed ${output.seed}; ${answers.resolution() > 0 ? `quantiles to within ${write(answers.resolution(), 1)}` : 'quantiles of the sorted draws'}`,
    '',
    `one at a time, from its 5 to its 95 per cent, the others at their medians, where the figure is ${write(tornado.middle, own)}`,
    textTable(
      tornado.bars.map(({ id, atLow, atHigh }, place) => [label(id), write(atLow, own), write(atHigh, own), bars[place] ?? '']),
      { width },
    ),
    ...(sobol ? ['', ...indicesText(simulation, language, width)] : []),
    ...(sobol || indices.constant || factors.length < 2 ? [] : ['', 'With --sobol: which doubt makes how much of the variance.']),
  ]
}

/** A tornado out of letters, all bars on one scale. */
const barsOf = ({ tornado: { bars, middle } }: Simulation): readonly string[] => {
  const ends = bars.flatMap(({ atLow, atHigh }) => [atLow, atHigh])
  const [least, most] = [Math.min(middle, ...ends), Math.max(middle, ...ends)]
  const at = (value: number): number => Math.round(((value - least) / (most - least || 1)) * barWidth)
  return bars.map(({ atLow, atHigh }) => {
    const [from, to] = [at(Math.min(atLow, atHigh)), at(Math.max(atLow, atHigh))]
    return Array.from({ length: barWidth + 1 }, (_, place) => (place === at(middle) ? '│' : place >= from && place <= to ? '━' : ' '))
      .join('')
      .trimEnd()
  })
}

const indicesText = ({ indices, factors }: Simulation, language: Language, width: number): readonly string[] => {
  if (indices.constant) return [`Whatever is drawn, the answer is ${indices.value}: there is no variance to share out.`]
  const told = ({ value, low, high, nought }: (typeof indices.factors)[number]['first']): readonly string[] => [
    percent(value),
    `${percent(low)} – ${percent(high)}`,
    nought ? 'not to be told from nought' : '',
  ]
  return [
    `shares of the variance (Sobol’ indices) from ${counted(indices.rows)} rows, with their 95 per cent intervals`,
    textTable(
      [
        ['', 'alone', '', '', 'with others', '', ''],
        ...indices.factors.map(({ first, total }, place) => [factors[place]?.label[language] ?? '', ...told(first), ...told(total)]),
      ],
      { width },
    ),
    '',
    'how the first came to rest',
    textTable(
      [
        ['rows', ...indices.factors.map((_, place) => factors[place]?.label[language] ?? '')],
        ...indices.trace.map(({ rows, first }) => [counted(rows), ...first.map(percent)]),
      ],
      { width },
    ),
  ]
}
