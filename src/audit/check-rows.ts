/** Every check as a row for a chart: printed against recomputed, in units of the last digit that is printed. */
import { site } from '#site'
import { verdicts } from '../../scripts/ledger/types.ts'
import { inBoth, type RowSource } from '../charts/row-source.ts'
import { wordsOf } from '../i18n/words.ts'
import { countVerdicts, distanceText, judgedIn } from './checks.ts'
import { topicOf } from './topic.ts'

const marks = { colon: { zh: '：', en: ': ' }, comma: { zh: '，', en: ', ' } } as const

export const checkRows: RowSource = (ledger) => {
  const topics = [...Map.groupBy(judgedIn(ledger, ledger.checks), ({ check }) => topicOf(check.figure))]
  const nameOf = (topic: string) => inBoth((language) => site.words[language].topics[topic] ?? topic)
  return {
    rows: topics.flatMap(([topic, judged]) =>
      judged.map(({ check, distance }) => ({
        id: check.claim,
        group: nameOf(topic),
        label: ledger.figures.get(check.figure)?.label ?? { zh: check.figure, en: check.figure },
        state: check.verdict,
        value: distance?.value ?? null,
        low: distance?.interval[0] ?? null,
        high: distance?.interval[1] ?? null,
        shown: inBoth(() => (distance ? distanceText(distance.value) : '')),
        said: inBoth((language) => {
          const words = wordsOf(language)
          return [
            `${words.check.printed}${marks.colon[language]}${check.printed}`,
            ...(distance ? [`${words.checks.difference}${marks.colon[language]}${distanceText(distance.value)}`] : []),
            words.verdicts[check.verdict],
          ].join(marks.comma[language])
        }),
      })),
    ),
    key: Object.fromEntries(verdicts.map((verdict) => [verdict, inBoth((language) => wordsOf(language).verdicts[verdict])])),
    words: Object.fromEntries(
      (['scale', 'band', 'unknown'] as const).map((name) => [name, inBoth((language) => wordsOf(language).checks.chart[name])]),
    ),
    // The table of checks stands under it.
    data: [],
    figures: ledger.checks.map(({ figure }) => figure),
    alternative: topics.map(([topic, judged]) => {
      const counts = countVerdicts(judged.map(({ check }) => check))
      const distances = judged.flatMap(({ distance }) => (distance ? [distance.value] : []))
      return {
        label: nameOf(topic),
        shown: inBoth((language) => {
          const words = wordsOf(language)
          return [
            ...verdicts.filter((verdict) => counts[verdict] > 0).map((verdict) => `${words.verdicts[verdict]} ${counts[verdict]}`),
            ...(distances.length > 0
              ? [
                  `${words.checks.difference}${marks.colon[language]}${distanceText(Math.min(...distances))} – ${distanceText(Math.max(...distances))}`,
                ]
              : []),
          ].join(marks.comma[language])
        }),
      }
    }),
  }
}
