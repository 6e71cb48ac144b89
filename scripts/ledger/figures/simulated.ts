import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { alikeCorrelation } from '../../toolbox/uncertainty/copula.ts'
import { type DoubtGroup, type Sampler, samplerOf } from '../../toolbox/uncertainty/doubts.ts'
import { NoFiniteAnswer, settledDigits, settledOf, simulate } from '../../toolbox/uncertainty/monte-carlo.ts'
import { type SobolAnswer, sobolIndices } from '../../toolbox/uncertainty/sobol-indices.ts'
import { largestShareError } from '../../toolbox/uncertainty/statistics.ts'
import type { Summary } from '../../toolbox/uncertainty/summary.ts'
import { type Tornado, tornadoOf } from '../../toolbox/uncertainty/tornado.ts'
import type { DoubtKind } from '../data/doubts-schema.ts'
import type { DeclaredDoubts, DeclaredOutput } from '../data/read-doubts.ts'
import { withoutNoise } from '../numbers/printed.ts'
import { Complaints, expectedNames, Problem } from '../problem.ts'
import { styleOf } from '../publish/shown.ts'
import { upstreamOf } from '../questions/upstream.ts'
import type { Bilingual } from '../types.ts'
import { compiled } from './compiled.ts'
import type { Figure } from './compute.ts'
import { derived } from './derived.ts'
import { type Doubted, type DoubtedGroup, doubtedIn } from './doubted.ts'
import { type FormulaSource, formulasIn } from './formula.ts'
import { noBounds } from './ranges.ts'
import { drawing } from './remembered.ts'

/** What a figure of a simulation tells of it. */
export interface SimulatedPart {
  /** The figure that was simulated. */
  readonly output: string
  readonly kind: DoubtKind
  readonly statistic: 'quantile' | 'mean' | 'error' | 'first' | 'total' | 'shareError' | 'low' | 'high'
  /** Of a quantile, which. */
  readonly probability?: number
  /** Of an index, the doubt or the group; of an end of a tornado’s bar, the doubt. */
  readonly of?: string
  /** The Monte Carlo standard error; absent where nothing was drawn. */
  readonly error?: number
  /** Of an index, its 95 per cent interval; and whether it cannot be told from nought. */
  readonly low?: number
  readonly high?: number
  readonly nought?: boolean
}

/** A doubt, or a group of doubts, that the variance is shared out among. */
export interface SimulatedFactor {
  readonly id: string
  readonly label: Bilingual
  readonly doubts: readonly string[]
}

/** One figure simulated over doubts of one kind. */
export interface Simulation {
  readonly output: DeclaredOutput
  readonly kind: DoubtKind
  readonly doubts: readonly Doubted[]
  readonly groups: readonly DoubtedGroup[]
  readonly factors: readonly SimulatedFactor[]
  readonly sampler: Sampler
  readonly answers: Summary
  readonly indices: SobolAnswer
  readonly tornado: Tornado
  /** Significant digits that are settled, no more than were asked for. */
  readonly digits: number
}

type Figures = ReadonlyMap<string, Figure>

/** What is simulated, and the figures that tell of it. */
export interface Simulated {
  readonly figures: Figures
  readonly simulations: readonly Simulation[]
}

/** How far one is to go where a command says otherwise than the data. */
export interface Asked {
  readonly draws?: number
  readonly rows?: number
  readonly seed?: number
}

/**
 * Simulates a figure over the doubts of a kind that it hangs on. Undefined where it hangs on none. Throws a Problem where a draw
 * has no answer.
 */
export const simulationOf = (
  figures: Figures,
  declared: DeclaredDoubts,
  output: DeclaredOutput,
  kind: DoubtKind,
  asked: Asked = {},
): Simulation | undefined => {
  const all = doubtedIn(declared, figures)
  const own = all.doubts.filter((doubt) => doubt.kind === kind)
  const { from, answer } = compiled(
    figures,
    output.figure,
    own.map(({ figure }) => figure),
  )
  if (from.length === 0) return undefined
  const doubts = own.filter(({ figure }) => from.includes(figure))
  const groups = all.groups.filter((group) => group.kind === kind && group.figures.some(({ id }) => from.includes(id)))
  const tied = groups.flatMap((group): readonly DoubtGroup[] => {
    const { id, coefficient, sum } = group
    const members = group.figures.flatMap((member) => (from.includes(member.id) ? [from.indexOf(member.id)] : []))
    if (sum !== undefined && members.length < group.figures.length)
      throw new Problem(
        `${output.figure} hangs on some of ${id} only, which add up to a total together`,
        group.place,
        'all of them, or none',
      )
    // Of a group of which one alone matters, it is a doubt like another.
    if (members.length < 2) return []
    return [
      {
        id,
        members,
        ...(coefficient === undefined ? {} : { correlation: alikeCorrelation(members.length, coefficient) }),
        ...(sum === undefined ? {} : { total: sum }),
      },
    ]
  })
  const distributions = doubts.map(({ figure, stated }) => ({ id: figure, distribution: stated }))
  const sampler = samplerOf(distributions, tied)
  const [draws, rows, seed] = [asked.draws ?? output.draws, asked.rows ?? output.rows, asked.seed ?? output.seed]
  const { digits } = output
  try {
    const { answers, indices, tornado } = drawing(
      `${output.figure} ${kind}`,
      { distributions, tied, draws, rows, seed, digits },
      upstreamOf(figures, output.figure),
      () => ({
        answers: simulate(answer, sampler, { seed, draws, digits }),
        indices: sobolIndices(answer, sampler, { seed, rows }),
        tornado: tornadoOf(answer, sampler),
      }),
    )
    return {
      output: { ...output, draws, rows, seed },
      kind,
      doubts,
      groups,
      factors: sampler.factors.map(({ id, members }) => ({
        id,
        label: groups.find((group) => group.id === id)?.label ?? doubts[members[0] ?? 0]?.of.label ?? { zh: id, en: id },
        doubts: members.flatMap((member) => from[member] ?? []),
      })),
      sampler,
      answers,
      indices,
      tornado,
      digits: Math.max(1, Math.min(digits, settledOf(answers))),
    }
  } catch (error) {
    if (!(error instanceof NoFiniteAnswer)) throw error
    throw new Problem(`${output.figure} cannot be simulated: ${error.message}`, output.place, 'distributions of what can be')
  }
}

/** Simulates all that data ask for, and adds the figures that tell of it to those that there are. */
export const withSimulated = (root: string, figures: Figures, declared: DeclaredDoubts | undefined): Simulated => {
  if (!declared) return { figures, simulations: [] }
  const complaints = new Complaints()
  // What is wrong with a doubt is wrong for every figure that hangs on it: it is told once.
  doubtedIn(declared, figures)
  const used = new Set<string>()
  const simulations = declared.outputs.flatMap((output): readonly Simulation[] => {
    if (!figures.has(output.figure)) {
      complaints.add(`there is no figure “${output.figure}” to simulate`, output.place, expectedNames(output.figure, figures.keys()))
      return []
    }
    const found = (['sampling', 'assumption'] as const).flatMap(
      (kind) => complaints.attempt(() => simulationOf(figures, declared, output, kind)) ?? [],
    )
    for (const { doubts } of found) for (const { figure } of doubts) used.add(figure)
    if (found.length === 0 && complaints.list.length === 0)
      complaints.add(
        `${output.figure} hangs on nothing that is doubted`,
        output.place,
        'a figure that is computed from one of those under “doubts:”',
      )
    return found
  })
  if (complaints.list.length === 0)
    for (const { figure, place } of declared.doubts)
      if (!used.has(figure)) complaints.add(`no simulated figure hangs on ${figure}`, place, 'no such doubt, or an output that hangs on it')
  complaints.stopIfAny()
  const formulas = statisticsIn(root)
  const all = new Map(figures)
  for (const simulation of simulations)
    for (const figure of figuresOf(simulation, figures, formulas)) {
      const taken = all.get(figure.id)
      if (taken)
        throw new Problem(
          `the figure id ${figure.id} is already taken at ${taken.place.file}:${taken.place.line}`,
          figure.place,
          'another id',
        )
      all.set(figure.id, figure)
    }
  return { figures: all, simulations }
}

const statisticsFile = 'scripts/toolbox/uncertainty/statistics.ts'

/** The formulas of simulated figures: they stand with the toolbox, and go by no name that an estimate could use. */
const statisticsIn = (root: string): ReadonlyMap<string, FormulaSource> => {
  const here = `${root}/${statisticsFile}`
  const text = readFileSync(
    existsSync(here) ? here : fileURLToPath(new URL('../../toolbox/uncertainty/statistics.ts', import.meta.url)),
    'utf8',
  )
  // What they are given are draws and no figures: the text tells what was read off, and is evaluated by nobody.
  return new Map(formulasIn(text, statisticsFile).map(({ expression: _, ...formula }) => [formula.name, formula]))
}

const kindWords: Readonly<Record<DoubtKind, Bilingual>> = {
  sampling: { zh: '按抽样误差', en: 'by sampling error' },
  assumption: { zh: '按设定的分布', en: 'by stated assumptions' },
}

/** One figure to be: what it is called, how it is computed, and its value. */
interface Told {
  readonly name: string
  readonly words: Bilingual
  readonly part: Omit<SimulatedPart, 'output' | 'kind'>
  readonly formula: string
  readonly tex: string
  readonly value: number
  readonly digits: number
  /** A part of a variance, and no amount of what was simulated. */
  readonly share?: true
}

const percentile = (probability: number): Pick<Told, 'name' | 'words'> => {
  const rank = Math.round(probability * 100)
  return rank === 50
    ? { name: 'median', words: { zh: '中位数', en: 'median' } }
    : { name: `p${String(rank).padStart(2, '0')}`, words: { zh: `第${rank}百分位数`, en: `${rank}th percentile` } }
}

/** Quantiles that are figures; the others stand in the published simulation. */
const quantilesOfFigures = [0.05, 0.25, 0.5, 0.75, 0.95] as const

const toldBy = (simulation: Simulation, ownDigits: number): readonly Told[] => {
  const { answers, indices, tornado, doubts, factors, output } = simulation
  const settled = (value: number, error: number): number => Math.max(1, Math.min(output.digits, settledDigits(value, error)))
  const quantiles = quantilesOfFigures.map((probability): Told => {
    const [value, error] = [answers.quantile(probability), answers.quantileError(probability)]
    return {
      ...percentile(probability),
      part: { statistic: 'quantile', probability, error },
      formula: 'simulatedQuantile',
      tex: String.raw`F_{\mathit{answers}}^{-1}(${probability})`,
      value,
      digits: settled(value, error),
    }
  })
  const [mean, error] = [answers.mean(), answers.meanError()]
  const moments: readonly Told[] = [
    {
      name: 'mean',
      words: { zh: '均值', en: 'mean' },
      part: { statistic: 'mean', error },
      formula: 'simulatedMean',
      tex: String.raw`\frac{1}{n}\sum_{i=1}^{n} \mathit{answers}_i`,
      value: mean,
      digits: settled(mean, error),
    },
    {
      name: 'mcError',
      words: { zh: '均值的模拟标准误', en: 'Monte Carlo standard error of the mean' },
      part: { statistic: 'error' },
      formula: 'simulatedMeanError',
      tex: String.raw`\frac{1}{\sqrt{n}}\sqrt{\frac{1}{n-1}\sum_{i=1}^{n} \left(\mathit{answers}_i - \overline{\mathit{answers}}\right)^{2}}`,
      value: error,
      digits: 2,
    },
  ]
  // Of a single factor there is nothing to share out.
  const shares =
    indices.constant || indices.factors.length < 2
      ? []
      : indices.factors.flatMap(({ id, first, total }, place): readonly Told[] => {
          const label = factors[place]?.label ?? { zh: id, en: id }
          return [
            ['first', first, { zh: `方差中由“${label.zh}”单独造成的部分`, en: `share of variance made by “${label.en}” alone` }] as const,
            ['total', total, { zh: `方差中有“${label.zh}”参与的部分`, en: `share of variance that “${label.en}” takes part in` }] as const,
          ].map(([statistic, estimate, words]): Told => {
            const { value, low, high, nought } = estimate
            const half = (high - low) / 2 / 1.959963984540054
            return {
              name: `${statistic}.${id}`,
              words,
              part: { statistic, of: id, error: half, low, high, nought },
              formula: statistic === 'first' ? 'simulatedFirstOrder' : 'simulatedTotalOrder',
              tex:
                statistic === 'first'
                  ? String.raw`\frac{\operatorname{Var}\left(\operatorname{E}(\mathit{answers} \mid \mathit{factor})\right)}{\operatorname{Var}(\mathit{answers})}`
                  : String.raw`1 - \frac{\operatorname{Var}\left(\operatorname{E}(\mathit{answers} \mid \mathit{others})\right)}{\operatorname{Var}(\mathit{answers})}`,
              // What cannot be told from nought is told as nought: digits of it would be those of the draws. The note has the interval.
              value: nought ? 0 : value,
              // Whole per cents: how far they can be relied upon, the interval says.
              digits: Math.abs(value) < 0.1 ? 1 : 2,
              share: true,
            }
          })
        })
  const shareErrors: readonly Told[] =
    indices.constant || shares.length === 0
      ? []
      : [
          {
            name: 'shareError',
            words: { zh: '各项方差比重的模拟标准误中最大的一个', en: 'largest Monte Carlo standard error of the shares of variance' },
            part: { statistic: 'shareError' },
            formula: 'largestShareError',
            tex: String.raw`\max_{\mathit{factors}} \operatorname{se}(\mathit{share})`,
            value: largestShareError(indices),
            digits: 1,
            share: true,
          },
        ]
  const bars = tornado.bars.flatMap(({ id, atLow, atHigh }): readonly Told[] => {
    const label = doubts.find(({ figure }) => figure === id)?.of.label ?? { zh: id, en: id }
    const end = (statistic: 'low' | 'high', value: number, rank: number, formula: string): Told => ({
      name: `${statistic}.${id}`,
      words: { zh: `“${label.zh}”取其第${rank}百分位数`, en: `with “${label.en}” at its ${rank}th percentile` },
      part: { statistic, of: id },
      formula,
      tex: String.raw`\mathit{answer}\left(\mathit{bar}_{${rank}\%},\ \mathit{medians}\right)`,
      value,
      // Nothing is drawn here, so that an end has as many digits as the result beside which it stands.
      digits: Math.max(2, ownDigits),
    })
    return [end('low', atLow, 5, 'answerAtLow'), end('high', atHigh, 95, 'answerAtHigh')]
  })
  return [...quantiles, ...moments, ...shares, ...shareErrors, ...bars]
}

/** What a figure of a simulation is told of: what was simulated, what was doubted of it, and what the distributions are stated by. */
interface SimulationTerms {
  readonly output: number
  readonly doubts: readonly number[]
  readonly stated?: readonly number[]
}

const simulatedFigure = derived<SimulationTerms>

/** A share with one decimal; what rounds to nought has no sign. */
const inPercent = (share: number): string =>
  `${(100 * share)
    .toFixed(1)
    .replace(/^-0\.0$/, '0.0')
    .replace('-', '−')}%`

/** The figures that tell of one simulation, in the unit and the scope of what was simulated. */
const figuresOf = (simulation: Simulation, figures: Figures, formulas: ReadonlyMap<string, FormulaSource>): readonly Figure[] => {
  const { output, kind, answers, indices } = simulation
  const simulated = figures.get(output.figure)
  if (!simulated) return []
  const { label, units } = simulated
  const scope = simulated.derived?.scope ?? simulated.input?.scope ?? { period: '', entity: '' }
  const { percent, digits: ownDigits } = styleOf(simulated)
  const doubted = simulation.doubts.map(({ figure }) => figure)
  /** Figures that distributions are stated by. */
  const stated = [
    ...new Set(
      simulation.doubts.flatMap(({ parameters }) => [...parameters.values()].flatMap(({ text }) => (figures.has(text) ? [text] : []))),
    ),
  ]
  const grouped = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',')
  return toldBy(simulation, ownDigits).map((told): Figure => {
    const id = `doubt.${output.figure}.${kind}.${told.name}`
    const formula = formulas.get(told.formula)
    if (!formula) throw new Error(`${statisticsFile} has no ${told.formula}`)
    const [made, of] = told.share
      ? [indices.rows, { zh: '行', en: 'rows of Sobol’ samples' }]
      : [answers.count(), { zh: '次抽取', en: 'draws' }]
    if (!Number.isFinite(told.value))
      throw new Problem(`${id} cannot be told: it lies beyond what was kept of the draws`, output.place, 'more draws')
    const { low, high, nought } = told.part
    const interval = low === undefined || high === undefined ? '' : `${inPercent(low)} – ${inPercent(high)}`
    const note: Bilingual = {
      zh: `${grouped(made)}${of.zh}，种子${output.seed}。${interval && `95%区间${interval}${nought ? '，包含零：与零无法区分' : ''}。`}`,
      en: `${grouped(made)} ${of.en}, seed ${output.seed}.${interval && ` 95 per cent interval: ${interval}${nought ? ', which covers nought: not to be told from nought' : ''}.`}`,
    }
    const { measure: _, reach: __, ...plainScope } = scope
    const declared = simulatedFigure({
      id,
      label: { zh: `${label.zh}：${kindWords[kind].zh}，${told.words.zh}`, en: `${label.en}, ${kindWords[kind].en}: ${told.words.en}` },
      unit: told.share ? 'ratio' : simulated.unit,
      ...(!told.share && simulated.derived?.per ? { per: simulated.derived.per } : {}),
      scope: told.share ? plainScope : scope,
      // Whoever asks what a simulated figure would be for other inputs asks too little of one draw.
      formula: () => Number.NaN,
      of: { output: output.figure, doubts: doubted, ...(stated.length > 0 ? { stated } : {}) },
      digits: told.digits,
      ...(told.share || percent ? { percent: true } : {}),
      ...(told.part.statistic === 'low' || told.part.statistic === 'high' ? {} : { note }),
      tex: told.tex,
    })
    return {
      id,
      label: declared.label,
      unit: declared.unit,
      units,
      value: withoutNoise(told.value),
      exact: false,
      // A simulation tells ranges of its own; what rounding of printed inputs leaves open is another, and is not asked here.
      bounds: noBounds,
      derived: { ...declared, declared: output.place },
      formula,
      from: [...new Set([output.figure, ...doubted, ...stated])],
      simulated: { output: output.figure, kind, ...told.part },
      place: output.place,
    }
  })
}
