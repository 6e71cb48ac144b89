/** What a tornado says besides its bars: which words of the report flip, at which end of which input, in notes, tooltips and the table. */
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { format } from '../../scripts/ledger/numbers/format.ts'
import { withoutNoise } from '../../scripts/ledger/numbers/printed.ts'
import { styleOf } from '../../scripts/ledger/publish/shown.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'
import { crossingOf } from './flips.ts'
import type { PlacedRow } from './given-rows.ts'
import type { End, Flip, Row } from './kinds/row.ts'
import type { ChartFile } from './read-charts.ts'
import type { DataRow } from './report-chart.ts'
import type { GivenRow } from './row-source.ts'

/** A flip, with what is said of an end that goes beyond it. */
export interface ToldFlip extends Flip {
  readonly flipped: string
  readonly changesAt: (value: number) => boolean
}

/** The bar of a simulation that a row draws, where its figures tell of one. */
const barOf = ({ from, figure }: GivenRow, { figures, simulations }: Ledger) => {
  const told = figures.get(from ?? '')?.simulated
  const simulation = told && simulations.find(({ output, kind }) => output.figure === told.output && kind === told.kind)
  const bar = simulation?.tornado.bars.find(({ id }) => id === figure)
  return bar && { ...bar, middle: simulation?.tornado.middle }
}

/** Where all bars meet, if the rows are of one simulation. */
export const middleOf = (rows: readonly PlacedRow[], ledger: Ledger): number | undefined => {
  const middles = new Set(rows.map(({ row }) => barOf(row, ledger)?.middle))
  return middles.size === 1 ? [...middles][0] : undefined
}

/** What an input is at both ends of its bar, as the report writes it. */
export const inputEndsOf = (
  row: GivenRow,
  ledger: Ledger,
  language: Language,
): readonly [from: string | undefined, to: string | undefined] => {
  const [bar, input] = [barOf(row, ledger), ledger.figures.get(row.figure ?? '')]
  if (!bar || !input) return [undefined, undefined]
  const style = styleOf(input)
  const written = (value: number): string =>
    format(withoutNoise(value), { ...style, digits: Math.max(3, Math.min(4, style.digits)) }, language)
  return [written(bar.from), written(bar.to)]
}

const letterAt = (index: number): string => String.fromCodePoint(65 + index)

/** What may flip in a chart, in a language; `write` writes a value of the result. */
export const toldFlips = (
  { description, placeOf }: ChartFile,
  rows: readonly PlacedRow[],
  result: Figure,
  ledger: Ledger,
  language: Language,
  write: (value: number) => string,
): readonly ToldFlip[] => {
  const words = wordsOf(language).charts.tornado
  const valuesOf = (id: string | undefined): readonly number[] => {
    const figure = ledger.figures.get(id ?? '')
    return figure ? [figure.value.valueOf()] : []
  }
  const reached = rows.flatMap(({ row }) => [...valuesOf(row.from), ...valuesOf(row.to)])
  const movers = rows.flatMap(({ row }) => row.figure ?? [])
  return (description.flips ?? []).map((flip, index): ToldFlip => {
    const place = (key: string) => placeOf(['flips', index, key])
    const { words: said, would, below, above, changesAt } = crossingOf({ flip, result, movers, reached, place }, ledger)
    const [under, over] = [below, above].map((value) => (value === null ? undefined : write(value)))
    return {
      letter: letterAt(index),
      below,
      above,
      note: words.note(letterAt(index), said[language], would, under, over),
      changesAt,
      flipped: words.flipped(said[language], would),
    }
  })
}

const flipped = ({ value }: End, flips: readonly ToldFlip[]): readonly string[] =>
  flips.filter(({ changesAt }) => changesAt(value)).map((flip) => flip.flipped)

/** A row that also says what its ends flip. */
export const sayingFlips = (row: Row, flips: readonly ToldFlip[], language: Language): Row => {
  const { ends } = wordsOf(language).charts.tornado
  const [low = [], high = []] = (row.ends ?? []).map((end) => flipped(end, flips))
  const [between, comma] = language === 'zh' ? ['；', '，'] : ['; ', ' ']
  const told = [
    ...low.map((each) => `${ends.low(undefined)}${comma}${each}`),
    ...high.map((each) => `${ends.high(undefined)}${comma}${each}`),
  ]
  return told.length === 0 ? row : { ...row, said: [row.said, ...told].join(between) }
}

/** The data under a tornado: the result, then each input’s low and high end, with what flips there. */
export const tornadoData = (
  rows: readonly { readonly given: PlacedRow; readonly drawn: Row }[],
  result: { readonly label: string; readonly figure: string },
  flips: readonly ToldFlip[],
  ledger: Ledger,
  language: Language,
): readonly DataRow[] => {
  const { of, tornado } = wordsOf(language).charts
  const besides = (end?: End) =>
    flips.length > 0 ? { besides: [end ? flipped(end, flips).join(language === 'zh' ? '；' : '; ') : ''] } : {}
  return [
    { ...result, ...besides() },
    ...rows.flatMap(({ given: { row }, drawn: { label, said, ends } }): readonly DataRow[] => {
      const { from, to } = row
      const [low, high] = inputEndsOf(row, ledger, language)
      if (!ends || from === undefined || to === undefined) return [{ label, text: said, ...besides() }]
      return [
        { label: of(label, tornado.ends.low(low)), figure: from, ...besides(ends[0]) },
        { label: of(label, tornado.ends.high(high)), figure: to, ...besides(ends[1]) },
      ]
    }),
  ]
}
