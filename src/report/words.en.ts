import type { SiteWords } from '../lib/site.ts'

export const en: SiteWords = {
  title: 'Platform jobs, recomputed',
  licence: 'Text CC BY 4.0, code MIT; the sources’ figures are theirs.',
  searchExamples: 'riders, 69.01 million, total.jobs',
  numberExample: '4976 or 49.76 million',
  topics: {
    inputOutput: 'Input-output table',
    multiplier: 'Multiplier',
    retail: 'Retail',
    services: 'Services',
    entertainment: 'Entertainment',
    infrastructure: 'Infrastructure',
    total: 'Total',
    types: 'By type',
    measures: 'By measure',
    periods: 'By period',
    evidence: 'By evidence',
    objections: 'Objections',
    cases: 'Cases',
    coding: 'Coding of cases',
    theory: 'Theory',
    wages: 'Wages',
    nbs: 'National input-output table',
    flows: 'Flows between sectors',
    projection: 'Projection to 2019',
    sectors: 'Sectors',
    antDirect: 'Ant: direct',
    antStable: 'Ant: kept in work',
    employment: 'Employment by sector',
    matching: 'Theory of matching',
    scale: 'Scale of all studies',
  },
  audit: {
    clashes:
      'A number may be computed without a slip and still be said to count what it does not count. Such a sentence is no error of arithmetic, so the verdict may be “exact”; it is an error about the world. Person-times are not people, opportunities are not posts, and a share of growth is not a share of the whole: whoever quotes the number with the wrong noun makes another claim than the one that was computed.',
    mixtures:
      'These figures add parts that do not count alike, as the sources do. A sum has the meaning of its parts: where heads, person-times and opportunities are added, nobody can say what one unit of the result is, a person may be in it several times, and it can be held against no statistic of employment. Where only the periods differ, the result is of no single year: stocks, half-years and years count different things, and those who left are counted beside those who came.',
  },
}
