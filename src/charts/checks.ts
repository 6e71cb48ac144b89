import { site } from '#site'
import { verdicts } from '../../scripts/ledger/types.ts'
import { type byGravity, countVerdicts, distanceText, judgedIn, topicOf } from '../audit/checks.ts'
import { wordsOf } from '../i18n/words.ts'
import { inWords, type MakeChart } from './report-chart.ts'
import { type StripKind, stripChart } from './strip-chart.ts'

const looks: Readonly<Record<(typeof byGravity)[number], Pick<StripKind, 'colour' | 'shape'>>> = {
  exact: { colour: 'var(--good)', shape: 'dot' },
  'within-rounding': { colour: 'var(--middling)', shape: 'diamond' },
  discrepant: { colour: 'var(--bad)', shape: 'cross' },
  conflicting: { colour: 'var(--bad)', shape: 'square' },
  'not-recomputable': { colour: 'var(--unknown)', shape: 'circle' },
}

/** Every check, by topic: printed against recomputed, in units of the last digit that is printed. */
export const checks: MakeChart = (ledger, language) => {
  const words = wordsOf(language)
  const topics = Map.groupBy(judgedIn(ledger, ledger.checks), ({ check }) => topicOf(check.figure))
  const colon = language === 'zh' ? '：' : ': '
  const comma = language === 'zh' ? '，' : ', '
  const groups = [...topics].map(([topic, judged]) => {
    const counts = countVerdicts(judged.map(({ check }) => check))
    const distances = judged.flatMap(({ distance }) => (distance ? [distance.value] : []))
    const said = [
      ...verdicts.filter((verdict) => counts[verdict] > 0).map((verdict) => `${words.verdicts[verdict]} ${counts[verdict]}`),
      ...(distances.length > 0
        ? [`${words.checks.difference}${colon}${distanceText(Math.min(...distances))} – ${distanceText(Math.max(...distances))}`]
        : []),
    ].join(comma)
    return {
      label: site.words[language].topics[topic] ?? topic,
      said,
      marks: judged.map(({ check, distance }) => ({
        kind: check.verdict,
        value: distance?.value ?? null,
        interval: distance?.interval ?? ([null, null] as const),
        shown: distance ? distanceText(distance.value) : '',
        told: {
          label: ledger.figures.get(check.figure)?.label[language] ?? check.figure,
          shown: [
            `${words.check.printed}${colon}${check.printed}`,
            ...(distance ? [`${words.checks.difference}${colon}${distanceText(distance.value)}`] : []),
            words.verdicts[check.verdict],
          ].join(comma),
        },
      })),
    }
  })
  return {
    // The table of checks stands under it.
    rows: [],
    figures: ledger.checks.map(({ figure }) => figure),
    draw: (narrow) =>
      stripChart(
        groups,
        verdicts.map((verdict) => ({ id: verdict, text: words.verdicts[verdict], ...looks[verdict] })),
        { language, narrow, words: words.checks.chart },
      ),
    alternative: inWords(
      groups.map(({ label, said }) => ({ label, shown: said })),
      language,
    ),
  }
}
