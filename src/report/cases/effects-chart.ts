import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import { effectPlot } from '../../charts/effect-plot.ts'
import { inWords, type MakeChart, shownIn } from '../../charts/report-chart.ts'
import { effectsOf, timesText } from './effects.ts'

/** Every effect that a case prints, on one scale, with what it means for worker and firm. */
export const effects: MakeChart = (ledger, language) => {
  const { directions } = modelOf(ledger.data).codes
  const direction = (id: string) => directions.get(id)?.label[language].toLowerCase() ?? id
  const words =
    language === 'zh'
      ? { times: '倍数', worker: '劳动者', firm: '企业', unchanged: '不变' }
      : { times: 'Multiple', worker: 'Worker', firm: 'Firm', unchanged: 'no change' }
  const rows = effectsOf(ledger).map(({ label, ends, times, worker, firm }) => ({
    label: label[language],
    ends: ends.map(({ value }) => value.valueOf()),
    shown: timesText(times, language),
    worker,
    firm,
    figures: ends.map((end) => ({
      label: label[language],
      figure: end.id,
      besides: [timesText(times, language), direction(worker), direction(firm)],
    })),
    said: [
      timesText(times, language),
      ends.map((end) => shownIn(ledger, end.id, language)).join(language === 'zh' ? '至' : ' to '),
      `${words.worker} ${direction(worker)}`,
      `${words.firm} ${direction(firm)}`,
    ].join(language === 'zh' ? '，' : ', '),
  }))
  return {
    rows: rows.flatMap(({ figures }) => figures),
    besides: [words.times, words.worker, words.firm],
    draw: (narrow) =>
      effectPlot(
        rows,
        [...directions.values()].map(({ id, label }) => ({ id, text: label[language].toLowerCase() })),
        { language, narrow, words },
      ),
    alternative: inWords(
      rows.map(({ label, said }) => ({ label, shown: said })),
      language,
    ),
  }
}
