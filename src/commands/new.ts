/**
 * Begins a chapter or a case in both languages: `npm run new -- chapter SLUG [PART]`, `npm run new -- case SLUG [MECHANISM]`.
 * What it makes passes the guards at once; `npm run check` names every TODO until it is written.
 */

import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { modelIn } from '../../scripts/estimates/coding/index.ts'
import { caseName, type Model } from '../../scripts/estimates/coding/types.ts'
import { projectRoot, reportLedger } from '../../scripts/ledger/index.ts'
import { expectedNames, UsageProblem } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { allParts } from '../chapters/order.ts'
import { languages } from '../i18n/words.ts'
import { chapterFile, chapterSlugs } from '../lib/chapter-files.ts'
import { isPageOfSite, isSlug, nearSlug } from '../markdown/file-names.ts'
import { allFindings } from '../markdown/lint/index.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'

const taken = (slug: string): boolean =>
  languages.some((language) => existsSync(`${projectRoot}/${chapterFile(language, slug)}`)) || isPageOfSite(slug)

const cases = 'cases/'

/** The slug if it can be had; else the nearest that can is named. In the folder of cases it must do as the case's name. */
const freeSlug = (slug: string, folder: '' | typeof cases): string => {
  const named = (name: string): boolean => (folder ? caseName.test(name) : isSlug(name) && !name.endsWith('/index'))
  const near = nearSlug(slug)
  const own = folder && near.startsWith(folder) ? near.slice(folder.length) : near
  if (slug !== own || !named(slug))
    throw new UsageProblem(
      `“${slug}” is no name for a page`,
      `small letters, digits and hyphens${folder && ', a letter first'}${named(own) ? `: ${own}` : ', such as two-counts'}`,
    )
  if (!taken(folder + slug)) return folder + slug
  const [first = slug] = slug.split('/')
  if (isPageOfSite(slug))
    throw new UsageProblem(`${slug} is taken by a page of the site`, `another name, such as ${slug.replace(first, `${first}-2`)}`)
  let number = 2
  while (taken(`${folder}${slug}-${number}`)) number++
  throw new UsageProblem(`${folder}${slug} is taken`, `another name, such as ${slug}-${number}`)
}

const oneOf = (name: string, names: readonly string[], what: string): string => {
  if (names.includes(name)) return name
  throw new UsageProblem(`there is no ${what} “${name}”`, expectedNames(name, names))
}

/** The next free place at the end of a part, or of a folder. */
const nextOrder = (part: string): number => {
  const orders = chapterSlugs(projectRoot, 'en').flatMap((slug) => {
    const text = readFileSync(`${projectRoot}/${chapterFile('en', slug)}`, 'utf8')
    return new RegExp(`^part: ${part}\\s*$`, 'm').test(text) ? [Number(/^order: (\d+)/m.exec(text)?.[1] ?? 0)] : []
  })
  return Math.max(0, ...orders) + 1
}

const frontMatter = (lines: Readonly<Record<string, string | number>>): string =>
  `---\n${Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n`

const chapterText = (language: Language, part: string, order: number): string =>
  language === 'zh'
    ? `${frontMatter({ title: 'TODO标题', short: 'TODO短标题', description: 'TODO用一句话说出本章的发现。', part, order })}
TODO本章问什么，来源怎么说<Cite source="alibaba-2020" />。

{/* 数字写作<Num id="…" />，随数字而定的话写作<Holds that="…">…</Holds>。两种语言各节的数字、图表和引文相同。 */}

## TODO第一节

TODO一段一个意思。
`
    : `${frontMatter({ title: 'TODO title', short: 'TODO short title', description: 'TODO one sentence that says what the chapter finds.', part, order })}
TODO what the chapter asks, and what the source says<Cite source="alibaba-2020" />.

{/* A number is written <Num id="…" />, words that hang on one <Holds that="…">…</Holds>. Both languages carry the same, section by section. */}

## TODO first section

TODO one thought a paragraph.
`

const caseText = (language: Language, order: number): string => {
  const parts =
    language === 'zh'
      ? {
          title: 'TODO标题',
          description: 'TODO用一句话说出这个案例。',
          told: 'TODO来源怎么说',
          heads: ['来源所述', '改变了什么', '凭据', '异议'],
          body: 'TODO',
        }
      : {
          title: 'TODO title',
          description: 'TODO the case in one sentence.',
          told: 'TODO what the source tells',
          heads: ['What the source tells', 'What changed', 'The evidence', 'What may be objected'],
          body: 'TODO',
        }
  const stop = language === 'zh' ? '。' : '.'
  const [first, ...rest] = parts.heads
  return `${frontMatter({ title: parts.title, short: parts.title, description: parts.description, part: 'cases', order })}
## ${first}

${parts.told}<Cite source="alibaba-2020" />${stop}
${rest.map((head) => `\n## ${head}\n\n${parts.body}${stop}\n`).join('')}`
}

/** A coding that validates, with the most modest value of each list. */
const coding = (slug: string, mechanism: string, { codes, axial }: Model, studied: readonly string[]): string => {
  const pick = (list: keyof Model['codes'], modest = ''): string => (codes[list].has(modest) ? modest : ([...codes[list].keys()][0] ?? ''))
  const category = [...axial.values()].find((code) => code.mechanism === mechanism)?.id ?? ''
  return `
${slug}:
  source: ${studied[0] ?? 'TODO'}
  at: { chapter: 3, section: TODO }
  mechanisms: [${mechanism}]
  organisation: { zh: TODO, en: TODO }
  sector: ${pick('sectors')} # TODO one of codes.yaml
  workers: ${pick('workers')} # TODO one of codes.yaml
  evidence: { measuredBy: ${pick('measuredBy', 'nobody')}, baseline: ${pick('baseline', 'none')}, grade: ${pick('grades', 'narrative')} }
  codes:
    - { open: { zh: TODO, en: TODO }, axial: ${category} }
  dimensions: {}
  effects: []
`
}

/** Where cases are coded. */
const codings = 'data/model/cases.yaml'

const write = (name: string, text: string): string => {
  mkdirSync(dirname(`${projectRoot}/${name}`), { recursive: true })
  writeFileSync(`${projectRoot}/${name}`, text)
  return name
}

/** Says what was made, what is still to be written, and what comes next. */
const tell = (made: readonly string[], slug: string, steps: readonly string[]): void => {
  const open = allFindings(projectRoot).filter(({ problem: { place, message } }) => made.includes(place.file) && message.includes('TODO'))
  console.log(made.map((name) => `made ${name}`).join('\n'))
  const next = [
    `npm run dev, and open /zh/${slug}/ and /en/${slug}/`,
    ...steps,
    `npm run check: it names the ${open.length} places marked TODO until they are written`,
  ]
  console.log(`\nnext:\n${next.map((step) => `  ${step}`).join('\n')}`)
}

await run(() => {
  const { words } = commandLine({
    name: 'new',
    does: 'Begins a chapter or a case in both languages.',
    words: {
      KIND: 'chapter or case',
      SLUG: 'its name in addresses: small letters, digits and hyphens',
      '[PART]': 'the part of the report, or the mechanism of a case',
    },
    exits: { 1: 'data or scripts have mistakes' },
  })
  const [kind = '', name = '', third] = words
  if (!['chapter', 'case'].includes(kind)) throw new UsageProblem(`there is no kind of page “${kind}”`, 'chapter or case')
  const { data } = reportLedger(projectRoot)
  const model = modelIn(data)
  if (kind === 'chapter') {
    if (name.startsWith(cases))
      throw new UsageProblem(`${name} would be the page of a case, and needs a coding`, `npm run new -- case ${name.slice(cases.length)}`)
    const slug = freeSlug(name, '')
    const part = oneOf(third ?? (slug.startsWith('mechanisms/') ? 'quality' : 'judgement'), allParts, 'part')
    const order = nextOrder(part)
    const made = languages.map((language) => write(chapterFile(language, slug), chapterText(language, part, order)))
    tell(made, slug, [`change “part” and “order” in both files where it should stand elsewhere`])
    return
  }
  if (!model) throw new UsageProblem('this report has no cases', 'chapter')
  const slug = freeSlug(name, cases)
  const mechanism = oneOf(
    third ?? model.mechanisms[0]?.id ?? '',
    model.mechanisms.map(({ id }) => id),
    'mechanism',
  )
  const order = nextOrder('cases')
  const made = languages.map((language) => write(chapterFile(language, slug), caseText(language, order)))
  appendFileSync(
    `${projectRoot}/${codings}`,
    coding(
      slug.slice(cases.length),
      mechanism,
      model,
      data.sources.flatMap(({ id, group }) => (group === 'studied' ? [id] : [])),
    ),
  )
  tell([...made, codings], slug, [
    `code it in ${codings} with the lists of data/model/codes.yaml`,
    'npm run snapshot, since counts of cases have moved',
  ])
})
