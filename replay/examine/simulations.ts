import { doubles } from '../arithmetic.ts'
import type { Units } from '../data/units.ts'
import type { Graph } from '../graph.ts'
import { decimal, multiply, type Rational, toNumber } from '../rational.ts'
import type { Figure, Ledger, Simulation } from '../record.ts'
import type { Examiner } from '../report.ts'
import { quantileOf } from '../simulation/distributions.ts'
import type { Doubt, Doubts, Group, Output } from '../simulation/doubts.ts'
import { type Drawn, type Draws, type Indices, indicesOf, simulated, type Tie, told } from '../simulation/simulate.ts'

const examined = 'simulations'
/** Many thousand draws through doubles, added up in another order and by other ways to the same quantiles. */
const tolerance = 1e-9
const near = (one: number, other: unknown, size = Math.abs(one)): boolean =>
  typeof other === 'number' && Math.abs(one - other) <= tolerance * Math.max(size, Number.MIN_VALUE)

/** Every simulation that the data ask for, drawn again, and every figure that tells of one. */
export const examineSimulations = (
  ledger: Ledger,
  figures: ReadonlyMap<string, Figure>,
  { doubts, groups, outputs }: Doubts,
  units: Units,
  graph: Graph,
  values: ReadonlyMap<string, Rational>,
  seen: Examiner,
): void => {
  const amountAt = (id: string): number => {
    const value = values.get(id)
    return value ? toNumber(value) : (figures.get(id)?.value ?? Number.NaN)
  }
  const redrawn = new Set<string>()
  for (const output of outputs)
    for (const kind of ['sampling', 'assumption'])
      seen.attempt(examined, output.figure, `simulation by ${kind}`, () => {
        const published = ledger.simulations?.find((each) => each.output === output.figure && each.kind === kind)
        const way = wayTo(
          output.figure,
          doubts.filter((doubt) => doubt.kind === kind),
          graph,
          amountAt,
        )
        seen.see(
          examined,
          output.figure,
          `whether it is simulated by ${kind}`,
          way.from.length > 0 === (published !== undefined),
          way.from.length > 0,
          published !== undefined,
        )
        if (way.from.length === 0 || !published) return
        redrawn.add(`${output.figure} ${kind}`)
        const drawn = way.from.map((doubt): Drawn => drawnOf(doubt, figures, units, amountAt))
        const ties = groups.flatMap((group) => tieOf(group, way.from, figures, units, amountAt))
        const factors = factorsOf(way.from, ties)
        const draws = simulated(way.answer, drawn, ties, output.seed, output.draws, output.digits)
        const indices = indicesOf(
          way.answer,
          drawn,
          ties,
          factors.map(({ members }) => members),
          output.seed,
          output.rows,
        )
        holdDraws(output, published, draws, seen)
        holdIndices(published, factors, way.from, indices, seen)
        holdTornado(published, drawn, way.answer, seen)
        holdFigures(ledger, output, kind, published, draws, factors, indices, seen)
      })
  for (const { output, kind } of ledger.simulations ?? [])
    seen.see(examined, output, 'its declaration', redrawn.has(`${output} ${kind}`), 'an output of doubts.yaml', kind)
}

/** The way from doubts to a figure: those that it hangs on, and its value for values of these. */
const wayTo = (id: string, doubts: readonly Doubt[], graph: Graph, amountAt: (id: string) => number) => {
  const doubted = new Map(doubts.map((doubt) => [doubt.figure, doubt]))
  const reached = new Set<string>()
  const moves = new Map<string, boolean>()
  const visit = (each: string): boolean => {
    if (doubted.has(each)) {
      reached.add(each)
      return true
    }
    const known = moves.get(each)
    if (known !== undefined) return known
    const moved = graph.termsOf(each).map(visit).some(Boolean)
    moves.set(each, moved)
    return moved
  }
  visit(id)
  const from = doubts.filter(({ figure }) => reached.has(figure))
  const fixed = new Map([...moves].flatMap(([each, moved]) => (moved ? [] : [[each, amountAt(each)] as const])))
  return {
    from,
    answer: (drawn: readonly number[]): number => {
      const now = new Map(from.map(({ figure }, place) => [figure, drawn[place] ?? Number.NaN]))
      return graph.over(doubles, amountAt, (each) => now.get(each) ?? fixed.get(each))(id)
    },
  }
}

const plain = ['spread', 'alpha', 'beta']
const isNumeral = (text: string): boolean => /^[-−]?\d+(\.\d+)?$/.test(text)

/** What a parameter of a doubt is in base units: a number as printed, or the figure that it names. */
const amount = (text: string, unit: string, units: Units, amountAt: (id: string) => number): number => {
  if (!isNumeral(text)) return amountAt(text)
  const printed = units.printed(unit)
  if (!printed) throw new Error(`a unit “${unit}” that data/units.yaml does not have`)
  return toNumber(multiply(decimal(text.replace('−', '-')), printed.factor))
}

const unitOf = ({ unit, figure }: Doubt, figures: ReadonlyMap<string, Figure>): string => {
  if (unit !== undefined) return unit
  const { printed = '', unit: base = '' } = figures.get(figure) ?? {}
  if (base === 'ratio') return printed.endsWith('%') ? '%' : '1'
  return printed.replace(/^[\d.,<>≤≥×⁰¹²³⁴-⁹⁻\s]+/, '')
}

const drawnOf = (doubt: Doubt, figures: ReadonlyMap<string, Figure>, units: Units, amountAt: (id: string) => number): Drawn => {
  const numbers = new Map(
    Object.entries(doubt.parameters).map(([name, text]) => [
      name,
      plain.includes(name)
        ? isNumeral(text)
          ? Number(text.replace('−', '-'))
          : amountAt(text)
        : amount(text, unitOf(doubt, figures), units, amountAt),
    ]),
  )
  return {
    figure: doubt.figure,
    distribution: doubt.distribution,
    parameter: (name) => {
      const value = numbers.get(name)
      if (value === undefined) throw new Error(`${doubt.figure} has no ${name}`)
      return value
    },
  }
}

const tieOf = (
  group: Group,
  from: readonly Doubt[],
  figures: ReadonlyMap<string, Figure>,
  units: Units,
  amountAt: (id: string) => number,
): readonly Tie[] => {
  const members = group.figures.flatMap((id) => {
    const place = from.findIndex(({ figure }) => figure === id)
    return place < 0 ? [] : [place]
  })
  const first = from[members[0] ?? -1]
  if (members.length < 2 || !first) return []
  return [
    {
      id: group.id,
      members,
      ...(group.correlation === undefined ? {} : { correlation: group.correlation }),
      ...(group.total === undefined ? {} : { total: amount(group.total, unitOf(first, figures), units, amountAt) }),
    },
  ]
}

const factorsOf = (
  from: readonly Doubt[],
  ties: readonly Tie[],
): readonly { readonly id: string; readonly members: readonly number[] }[] => {
  const tied = new Set(ties.flatMap(({ members }) => members))
  return [...ties, ...from.flatMap(({ figure }, place) => (tied.has(place) ? [] : [{ id: figure, members: [place] }]))]
}

const holdDraws = (output: Output, published: Simulation, draws: Draws, seen: Examiner): void => {
  const id = output.figure
  const see = (what: string, holds: boolean, expected: unknown, found: unknown): void =>
    seen.see(examined, id, what, holds, expected, found)
  see('draws', published.draws === draws.count, draws.count, published.draws)
  see('seed', published.seed === output.seed, output.seed, published.seed)
  see('mean', near(draws.mean, published.mean), draws.mean, published.mean)
  see('deviation', near(draws.deviation, published.deviation), draws.deviation, published.deviation)
  see('error of the mean', near(draws.meanError, published.meanError), draws.meanError, published.meanError)
  for (const [place, probability] of told.entries()) {
    const found = published.quantiles[place]
    const value = draws.quantile(probability)
    see(`quantile ${probability}`, found?.probability === probability && near(value, found.value), value, found?.value)
    // An error is a difference of quantiles, and as exact as these.
    const error = draws.quantileError(probability)
    see(`error of quantile ${probability}`, near(error, found?.error, Math.abs(value)), error, found?.error)
  }
  const { low, high, counts, below, above } = published.histogram
  see(
    'ends of the histogram',
    near(draws.quantile(0.005), low) && near(draws.quantile(0.995), high),
    [draws.quantile(0.005), draws.quantile(0.995)],
    [low, high],
  )
  const total = counts.reduce((sum, count) => sum + count, below + above)
  see('draws in the histogram', total === draws.count, draws.count, total)
  // On the edge of a bin the last bit decides: one draw to each side may lie in the next.
  const upTo = (end: number): number => draws.sorted.filter((value) => value < end).length
  let sum = below
  for (const [bin, count] of counts.entries()) {
    sum += count
    const edge = low + ((high - low) * (bin + 1)) / counts.length
    if (bin < counts.length - 1) see(`draws below bin ${bin + 1}`, Math.abs(upTo(edge) - sum) <= 1, upTo(edge), sum)
  }
}

const holdIndices = (
  published: Simulation,
  factors: readonly { readonly id: string; readonly members: readonly number[] }[],
  from: readonly Doubt[],
  indices: readonly Indices[],
  seen: Examiner,
): void => {
  const id = published.output
  const named = factors.map((factor) => ({ id: factor.id, doubts: factor.members.map((member) => from[member]?.figure ?? '') }))
  const found = published.factors.map((factor) => ({ id: factor.id, doubts: [...factor.doubts] }))
  seen.see(examined, id, 'factors', JSON.stringify(named) === JSON.stringify(found), named, found)
  const last = indices.at(-1)
  for (const [place, factor] of published.factors.entries())
    for (const order of ['first', 'total'] as const) {
      const index = last?.[order][place]
      const said = factor[order]
      if (!index || !said) continue
      const holds =
        near(index.value, said.value, 1) && near(index.value - index.half, said.low, 1) && near(index.value + index.half, said.high, 1)
      seen.see(examined, id, `${order} index of ${factor.id}`, holds, index, said)
      const nought = said.low <= 0 && said.high >= 0
      seen.see(examined, id, `whether the ${order} index of ${factor.id} may be nought`, nought === said.nought, nought, said.nought)
    }
  seen.see(examined, id, 'length of the trace', published.trace.length === indices.length, indices.length, published.trace.length)
  for (const [place, { rows, first, total }] of indices.entries()) {
    const said = published.trace[place]
    const same = (ours: Indices['first'], theirs: readonly number[] = []): boolean =>
      ours.length === theirs.length && ours.every(({ value }, factor) => near(value, theirs[factor], 1))
    seen.see(
      examined,
      id,
      `trace at ${rows} rows`,
      said?.rows === rows && same(first, said.first) && same(total, said.total),
      first,
      said?.first,
    )
  }
}

const holdTornado = (
  published: Simulation,
  drawn: readonly Drawn[],
  answer: (values: readonly number[]) => number,
  seen: Examiner,
): void => {
  const at = ({ distribution, parameter }: Drawn, probability: number): number => quantileOf(distribution, parameter, probability)
  const medians = drawn.map((doubt) => at(doubt, 0.5))
  const { middle, bars } = published.tornado
  seen.see(examined, published.output, 'answer at the medians', near(answer(medians), middle), answer(medians), middle)
  let widest = Number.POSITIVE_INFINITY
  for (const { figure, from, to, atLow, atHigh } of bars) {
    const place = drawn.findIndex((doubt) => doubt.figure === figure)
    const doubt = drawn[place]
    if (!doubt) throw new Error(`a bar of ${figure}, which is not among the doubts`)
    const ends = [0.05, 0.95].map((probability) => at(doubt, probability))
    const answers = ends.map((end) => answer(medians.with(place, end)))
    const holds = near(ends[0] ?? 0, from) && near(ends[1] ?? 0, to) && near(answers[0] ?? 0, atLow) && near(answers[1] ?? 0, atHigh)
    seen.see(examined, published.output, `bar of ${figure}`, holds, [...ends, ...answers], [from, to, atLow, atHigh])
    const width = Math.abs(atHigh - atLow)
    seen.see(examined, published.output, `place of the bar of ${figure}`, width <= widest, 'no wider than the one before', width)
    widest = width
  }
  seen.see(examined, published.output, 'bars', bars.length === drawn.length, drawn.length, bars.length)
}

/** An index as a figure tells it: nought where its interval covers nought. */
const toldIndex = (index: Indices['first'][number] | undefined): number | undefined =>
  index && (Math.abs(index.value) <= index.half ? 0 : index.value)

/** Every figure that tells of the simulation tells what was found. */
const holdFigures = (
  ledger: Ledger,
  output: Output,
  kind: string,
  published: Simulation,
  draws: Draws,
  factors: readonly { readonly id: string }[],
  indices: readonly Indices[],
  seen: Examiner,
): void => {
  const last = indices.at(-1)
  for (const { id, value, simulated: tells, declared } of ledger.figures) {
    if (tells?.output !== output.figure || tells.kind !== kind) continue
    const { statistic, probability = Number.NaN, of } = tells
    const bar = published.tornado.bars.find(({ figure }) => figure === of)
    const factor = factors.findIndex((each) => each.id === of)
    const expected: Readonly<Record<string, number | undefined>> = {
      quantile: draws.quantile(probability),
      mean: draws.mean,
      error: draws.meanError,
      first: toldIndex(last?.first[factor]),
      total: toldIndex(last?.total[factor]),
      shareError: last && Math.max(...[...last.first, ...last.total].map(({ half }) => half)) / 1.959963984540054,
      low: bar?.atLow,
      high: bar?.atHigh,
    }
    const found = expected[statistic]
    const size = statistic === 'first' || statistic === 'total' || statistic === 'shareError' ? 1 : Math.abs(found ?? 0)
    seen.see('simulated figures', id, statistic, found !== undefined && near(found, value, size), found, value)
    seen.see('simulated figures', id, 'place', declared === output.place, output.place, declared)
  }
}
