/** Charts as pages and files show them, each drawn once in a build. */

import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { readCaptions } from '../chapters/captions.ts'
import { drawChart } from '../charts/draw.ts'
import { lightPalette, type Palette } from '../charts/palette.ts'
import type { Frame } from '../charts/picture.ts'
import type { ReportChart } from '../charts/report-chart.ts'
import { reportCharts } from '../charts/report-charts.ts'
import { type Piece, sourcePieces, sourceText } from '../charts/source-line.ts'
import type { Drawing } from '../charts/tidy.ts'
import { wordsOf } from '../i18n/words.ts'
import { titlesIn } from './chapters.ts'
import { currentLedger } from './ledger.ts'

export const sizes = ['wide', 'narrow'] as const
export type Size = (typeof sizes)[number]

export interface CurrentChart {
  readonly chart: ReportChart
  readonly source: readonly Piece[]
  readonly drawings: Readonly<Record<Size, Drawing>>
}

const make = async (ledger: Ledger, id: string, language: Language): Promise<CurrentChart> => {
  const makeChart = reportCharts(ledger.root).get(id)
  if (!makeChart) throw new Error(`unknown chart ${id}`)
  const chart = makeChart(ledger, language, titlesIn(language))
  const [wide, narrow] = await Promise.all([drawChart(chart.draw(false)), drawChart(chart.draw(true))])
  return { chart, source: sourcePieces(ledger, chart, language), drawings: { wide, narrow } }
}

const made = new WeakMap<Ledger, Map<string, Promise<CurrentChart>>>()

export const currentChart = (id: string, language: Language): Promise<CurrentChart> => {
  const ledger = currentLedger()
  // While the report is written, titles of chapters change without the ledger.
  if (!import.meta.env.PROD) return make(ledger, id, language)
  const charts = made.get(ledger) ?? new Map<string, Promise<CurrentChart>>()
  made.set(ledger, charts)
  const chart = charts.get(id + language) ?? make(ledger, id, language)
  charts.set(id + language, chart)
  return chart
}

interface Around {
  readonly captions: ReturnType<typeof readCaptions>
  readonly palette: Palette
}
const around = new WeakMap<Ledger, Around>()

/** What stands around a chart where it stands alone: the finding that chapters give it, its source, the colours. */
export const currentFrame = async (id: string, language: Language): Promise<Frame> => {
  const ledger = currentLedger()
  const known = around.get(ledger) ?? { captions: readCaptions(ledger.root), palette: lightPalette(ledger.root) }
  around.set(ledger, known)
  const { chart, source } = await currentChart(id, language)
  return {
    language,
    title: known.captions.get(`chart ${id}`)?.[language] || wordsOf(language).checks.caption,
    source: sourceText(source),
    alternative: chart.alternative,
    palette: known.palette,
  }
}
