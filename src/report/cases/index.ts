/** The coding of cases, as it plugs into the site: pages’ heads, lists and picture, checks, and what begins a new case. */
import { modelIn } from '../../../scripts/estimates/coding/index.ts'
import { tellersOf } from '../../../scripts/estimates/coding/tellers.ts'
import { codeLists } from '../../../scripts/estimates/coding/types.ts'
import type { SiteExtension } from '../../lib/site-extension.ts'
import { caseChartSources } from './chart-rows.ts'
import { checkCoded } from './check.ts'
import { caseOf } from './slug.ts'
import { tableSources } from './tables.ts'
import { caseTemplate } from './template.ts'
import { caseWords } from './words.ts'

export const cases: SiteExtension = {
  components: {
    Mechanisms: { load: () => import('./Mechanisms.astro'), required: {}, optional: {}, words: false },
    Codebook: { load: () => import('./Codebook.astro'), required: { of: 'named list of codes' }, optional: {}, words: false },
    Cases: {
      load: () => import('./Cases.astro'),
      required: {},
      optional: { mechanism: 'named mechanism', source: 'named teller of cases' },
      words: false,
    },
  },
  names: {
    mechanism: ({ data }) => (modelIn(data)?.mechanisms ?? []).map(({ id }) => id),
    'teller of cases': ({ data }) => tellersOf(modelIn(data) ?? { cases: [] }).map(({ source }) => source),
    'list of codes': () => ['general', 'mechanisms', 'axial', ...codeLists],
  },
  head: { stands: (slug, { data }) => caseOf(data, slug) !== undefined, load: () => import('./CaseFacts.astro') },
  chartSources: caseChartSources,
  check: checkCoded,
  tableSources,
  templates: { case: caseTemplate },
  // The mechanisms are terms too; the model defines them.
  terms: ({ data }) =>
    (modelIn(data)?.mechanisms ?? []).map(({ id, name, meaning }) => ({
      id,
      ...name,
      definition: meaning,
      kind: { zh: `${caseWords.zh.mechanism} ${id}`, en: `${caseWords.en.mechanism} ${id}` },
    })),
  // What an organisation of a case counts is the organisation’s.
  entity: ({ data }, entity) => modelIn(data)?.cases.find(({ id }) => id === entity)?.organisation,
}
