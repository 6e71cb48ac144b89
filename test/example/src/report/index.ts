/** The report as the site shows it: what the engine is handed beside data and chapters. */
import { defineSite } from '../../../../src/lib/site.ts'
import { scenarios } from './scenarios.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const site = defineSite({
  parts: [{ id: 'report', name: { zh: '报告', en: 'The report' }, audit: true }],
  words: { zh, en },
  examples: {
    figure: 'lamp.litres',
    smallFigure: 'lamp.longNights.litres',
    digits: '3593',
    chapter: 'the-lamp',
    topics: ['lamp', 'inhabitants.parish'],
    cellFormula: 'lamp.longNights.nights*lamp.longNights.litresANight',
  },
  keywords: ['reproducible report', '可复算的报告'],
  measured: ['lamp.litres', 'inhabitants.parish.y1901'],
  scenarios,
})
