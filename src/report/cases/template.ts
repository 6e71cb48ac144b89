/** What `npm run new -- case SLUG` begins: a page in both languages, and a coding. */
import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import { caseName, type Model } from '../../../scripts/estimates/coding/types.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { studiedWork } from '../../audit/studied.ts'
import { frontMatter } from '../../lib/chapter-files.ts'
import type { Template } from '../../lib/site-extension.ts'
import { caseFolder } from './slug.ts'

const part = 'cases'

const caseText = (language: Language, order: number, source: string): string => {
  const words =
    language === 'zh'
      ? {
          title: 'TODO标题',
          description: 'TODO用一句话说出这个案例。',
          told: 'TODO原报告怎么说',
          heads: ['原报告所述', '改变了什么', '凭据', '异议'],
          body: 'TODO',
        }
      : {
          title: 'TODO title',
          description: 'TODO the case in one sentence.',
          told: 'TODO what the study tells',
          heads: ['What the study tells', 'What changed', 'The evidence', 'What may be objected'],
          body: 'TODO',
        }
  const stop = language === 'zh' ? '。' : '.'
  const [first, ...rest] = words.heads
  return `${frontMatter({ title: words.title, short: words.title, description: words.description, part, order })}
## ${first}

${words.told}<Cite source="${source}" />${stop}
${rest.map((head) => `\n## ${head}\n\n${words.body}${stop}\n`).join('')}`
}

/** A coding that validates, with the most modest value of each list; it quotes the one passage that is begun with it. */
const coding = (name: string, mechanism: string, { codes, axial }: Model, source: string): string => {
  const pick = (list: keyof Model['codes'], modest = ''): string => (codes[list].has(modest) ? modest : ([...codes[list].keys()][0] ?? ''))
  const category = [...axial.values()].find(({ mechanisms }) => mechanisms.includes(mechanism))?.id ?? ''
  return `
${name}:
  source: ${source}
  at: { chapter: 3, section: TODO }
  mechanisms:
    ${mechanism}: TODO
  organisation: { zh: TODO, en: TODO }
  sector: ${pick('sectors')} # TODO one of codes.yaml
  workers: ${pick('workers')} # TODO one of codes.yaml
  evidence:
    measuredBy: { ${pick('measuredBy', 'nobody')}: "" }
    baseline: ${pick('baseline', 'none')}
    grade: ${pick('grades', 'narrative')}
  codes:
    - { open: { zh: TODO, en: TODO }, axial: ${category}, quote: TODO }
  dimensions: {}
  effects: []
`
}

/** The passage that the coding quotes, to be put in the study's own words. */
const passage = (name: string): string => `
${name}:
  - { paragraph: "1", text: TODO, gloss: TODO }
`

/** Where cases are coded. */
const codings = 'data/model/cases.yaml'
/** Where the words stand that codings quote. */
const quoted = 'data/model/passages.yaml'

export const caseTemplate: Template = {
  does: 'a case with its coding',
  folder: caseFolder,
  part,
  choice: { name: 'mechanism', among: ({ data }) => modelOf(data).mechanisms.map(({ id }) => id) },
  isName: (name) => caseName.test(name),
  nameRule: 'a letter first',
  chapter: (language, order, { data }) => caseText(language, order, studiedWork(data) ?? 'TODO'),
  data: [
    { file: codings, text: (name, mechanism, { data }) => coding(name, mechanism, modelOf(data), studiedWork(data) ?? 'TODO') },
    { file: quoted, text: passage },
  ],
  steps: [
    `code it in ${codings} by the codebook of data/model/codes.yaml, and quote the study in ${quoted}`,
    'npm run snapshot when it is coded: from then on counts of cases have it',
  ],
}
