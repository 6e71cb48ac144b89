/** The report as the site shows it: what the engine is handed beside data and chapters. */
import { defineSite } from '../lib/site.ts'
import { cases } from './cases/index.ts'
import { evidenceMap } from './evidence-map/index.ts'
import { forms } from './forms/index.ts'
import { matching } from './matching/index.ts'
import { scenarios } from './scenarios.ts'
import { takeApart } from './take-apart/index.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export const site = defineSite({
  parts: [
    { id: 'opening', name: { zh: '概要', en: 'Overview' }, firstNumberInPicture: true },
    { id: 'scale', name: { zh: '规模：总数怎样算出', en: 'Scale: how the total was made' }, firstNumberInPicture: true },
    { id: 'quality', name: { zh: '质量：六种机制', en: 'Quality: six mechanisms' } },
    {
      id: 'cases',
      name: { zh: '案例', en: 'Cases' },
      counted: { zh: (number) => `案例${number}`, en: (number) => `Case ${number}` },
    },
    { id: 'second', name: { zh: '第二份估算：蚂蚁集团', en: 'A second estimate: Ant Group' } },
    { id: 'third', name: { zh: '匹配、业态与县域', en: 'Matching, forms, counties' } },
    { id: 'judgement', name: { zh: '评判', en: 'Judgement' }, audit: true },
    { id: 'reference', name: { zh: '查考', en: 'Reference' } },
  ],
  words: { zh, en },
  examples: {
    figure: 'total.jobs',
    smallFigure: 'services.catering.directJobs',
    digits: '6901',
    chapter: 'total',
    topics: ['retail', 'services.film'],
    cellFormula: 'retail.directJobs*multiplier.used',
  },
  keywords: ['platform employment', 'job quality', 'replication', '平台就业', '工作质量', '复算'],
  measured: ['total.jobs', 'total.indirectJobsShare', 'multiplier.report', 'coding.cases'],
  coefficients: 'data/alibaba-2020/retail-categories.csv',
  scenarios,
  extensions: [cases, evidenceMap, forms, matching, takeApart],
})
