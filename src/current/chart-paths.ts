import type { Language } from '../../scripts/ledger/types.ts'
import { chartIds } from '../charts/read-charts.ts'
import { hyphenated } from '../charts/report-charts.ts'
import { languages } from '../i18n/words.ts'
import { currentLedger } from './ledger.ts'

export interface ChartProps extends Record<string, unknown> {
  readonly id: string
  readonly language: Language
}

/** Every chart in both languages: "oil-by-month.en". */
export const chartPaths = () =>
  chartIds(currentLedger().root).flatMap((id) =>
    languages.map((language) => ({ params: { chart: `${hyphenated(id)}.${language}` }, props: { id, language } satisfies ChartProps })),
  )
