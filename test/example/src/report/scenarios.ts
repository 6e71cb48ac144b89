/** What the scenario explorer lets a reader move and choose, and what it shows. */
import type { Scenarios } from '../../../../src/explorer/declared.ts'

export const scenarios: Scenarios = {
  total: 'lamp.litres',
  subject: { zh: '真实的灯', en: 'the oil of a real lamp' },
  controls: [
    {
      id: 'nights',
      name: { zh: '灯', en: 'The lamp' },
      open: true,
      controls: [
        { name: 'long-nights', figure: 'lamp.longNights.nights', range: { least: '150', most: '210', step: '1' } },
        { name: 'long-night-oil', figure: 'lamp.longNights.litresANight' },
        { name: 'short-nights', figure: 'lamp.shortNights.nights', range: { least: '150', most: '210', step: '1' } },
        { name: 'short-night-oil', figure: 'lamp.shortNights.litresANight' },
      ],
      choice: {
        control: 'long-night-oil',
        question: { zh: '长夜用哪种灯芯', en: 'Which wick in long nights' },
        own: { zh: '来源所印', en: 'The source’s' },
        value: { zh: '自定', en: 'A value of yours' },
        alternatives: [
          {
            id: 'short',
            name: { zh: '与短夜相同', en: 'The same as in short nights' },
            instead: { 'lamp.longNights.litresANight': ['lamp.shortNights.litresANight'] },
          },
        ],
      },
    },
    {
      id: 'people',
      name: { zh: '居民', en: 'The people' },
      controls: [{ name: 'inhabitants', figure: 'inhabitants.parish.y1901' }],
    },
  ],
  switches: {
    longNights: { zh: '长夜', en: 'Long nights' },
    shortNights: { zh: '短夜', en: 'Short nights' },
  },
  presets: [
    { id: 'report', name: { zh: '报告原样', en: 'The report' }, query: '' },
    { id: 'wick', name: { zh: '一种灯芯', en: 'One wick' }, query: '?long-night-oil=short' },
  ],
  results: [
    { name: { zh: '两半', en: 'The two halves' }, figures: ['lamp.longNights.litres', 'lamp.shortNights.litres'] },
    { name: { zh: '每人', en: 'For each' }, figures: ['lamp.litresAnInhabitant'] },
  ],
}
