import type { Language } from '../../scripts/ledger/types.ts'
import { allCharts, hyphenated } from '../charts/index.ts'
import { languages } from '../i18n/words.ts'

export interface ChartProps extends Record<string, unknown> {
  readonly id: string
  readonly language: Language
}

/** Every chart in both languages: "cases-by-mechanism.en". */
export const chartPaths = () =>
  Object.keys(allCharts).flatMap((id) =>
    languages.map((language) => ({ params: { chart: `${hyphenated(id)}.${language}` }, props: { id, language } satisfies ChartProps })),
  )
