/**
 * Begins a chapter in both languages, or what an extension of the report can begin: `npm run new -- chapter SLUG [PART]`;
 * or a whole report in another folder: `npm run new -- report DIR`.
 * What it makes passes the guards at once; `npm run check` names every TODO until it is written.
 */
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { site } from '#site'
import { projectRoot, reportLedger } from '../../scripts/ledger/index.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { expectedNames, UsageProblem } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { studiedWork } from '../audit/studied.ts'
import { allParts, auditPart, parts } from '../chapters/order.ts'
import { readChapters } from '../chapters/read.ts'
import { languages } from '../i18n/words.ts'
import { chapterFile, frontMatter } from '../lib/chapter-files.ts'
import type { Template } from '../lib/site-extension.ts'
import { isPageOfSite, isSlug, nearSlug } from '../markdown/file-names.ts'
import { allFindings } from '../markdown/lint/index.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'
import { beginReport } from './new/report.ts'

const taken = (slug: string): boolean =>
  languages.some((language) => existsSync(`${projectRoot}/${chapterFile(language, slug)}`)) || isPageOfSite(slug)

/** The slug if it can be had; else the nearest that can is named. What a template begins must do as its name too. */
const freeSlug = (slug: string, template?: Template): string => {
  const folder = template?.folder ?? ''
  const named = (name: string): boolean => (template ? template.isName(name) : isSlug(name) && !name.endsWith('/index'))
  const near = nearSlug(slug)
  const own = folder && near.startsWith(folder) ? near.slice(folder.length) : near
  if (slug !== own || !named(slug))
    throw new UsageProblem(
      `“${slug}” is no name for a page`,
      `small letters, digits and hyphens${template ? `, ${template.nameRule}` : ''}${named(own) ? `: ${own}` : ', such as two-counts'}`,
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
const nextOrder = (part: string): number =>
  Math.max(0, ...readChapters(projectRoot, 'en').flatMap((chapter) => (chapter.part === part ? [chapter.order] : []))) + 1

const cited = (source: string | undefined): string => (source ? `<Cite source="${source}" />` : '')

const chapterText = (language: Language, part: string, order: number, source: string | undefined): string =>
  language === 'zh'
    ? `${frontMatter({ title: 'TODO标题', short: 'TODO短标题', description: 'TODO用一句话说出本章的发现。', part, order })}
TODO本章问什么，有何依据${cited(source)}。

{/* 数字写作<Num id="…" />，随数字而定的话写作<Holds that="…">…</Holds>。两种语言各节的数字、图表和引文相同。 */}

## TODO第一节

TODO一段一个意思。
`
    : `${frontMatter({ title: 'TODO title', short: 'TODO short title', description: 'TODO one sentence that says what the chapter finds.', part, order })}
TODO what the chapter asks, and what it rests on${cited(source)}.

{/* A number is written <Num id="…" />, words that hang on one <Holds that="…">…</Holds>. Both languages carry the same, section by section. */}

## TODO first section

TODO one thought a paragraph.
`

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

/** The part of the report that chapters of the same folder stand in. */
const partOfFolder = (slug: string): string | undefined => {
  const folder = /^.*\//.exec(slug)?.[0]
  return folder && readChapters(projectRoot, 'en').find((chapter) => chapter.slug.startsWith(folder))?.part
}

const templates = new Map((site.extensions ?? []).flatMap((extension) => Object.entries(extension.templates ?? {})))

const beginChapter = (name: string, part: string | undefined, ledger: () => Ledger): void => {
  for (const [kind, { folder }] of templates)
    if (name.startsWith(folder))
      throw new UsageProblem(
        `${name} would be the page of a ${kind}, and needs more`,
        `npm run new -- ${kind} ${name.slice(folder.length)}`,
      )
  const slug = freeSlug(name)
  const chosen = oneOf(part ?? partOfFolder(slug) ?? auditPart ?? parts[0] ?? '', allParts, 'part')
  const order = nextOrder(chosen)
  const made = languages.map((language) =>
    write(chapterFile(language, slug), chapterText(language, chosen, order, studiedWork(ledger().data))),
  )
  tell(made, slug, ['change “part” and “order” in both files where it should stand elsewhere'])
}

const beginFrom = (template: Template, name: string, choice: string | undefined, compute: () => Ledger): void => {
  const slug = freeSlug(name, template)
  const ledger = compute()
  const among = template.choice.among(ledger)
  const chosen = oneOf(choice ?? among[0] ?? '', among, template.choice.name)
  const order = nextOrder(template.part)
  const made = languages.map((language) => write(chapterFile(language, slug), template.chapter(language, order, ledger)))
  for (const { file, text } of template.data) appendFileSync(`${projectRoot}/${file}`, text(name, chosen, ledger))
  tell([...made, ...template.data.map(({ file }) => file)], slug, template.steps)
}

await run(() => {
  const kinds = ['chapter', ...templates.keys(), 'report'].join(' or ')
  const { words, values } = commandLine({
    name: 'new',
    does: `Begins ${['a chapter', ...[...templates.values()].map(({ does }) => does)].join(' or ')} in both languages, or a report of its own in another folder.`,
    words: {
      KIND: kinds,
      SLUG: 'its name in addresses: small letters, digits and hyphens; for a report, the folder that it is to stand in',
      '[CHOICE]': ['the part of the report', ...[...templates].map(([kind, { choice }]) => `the ${choice.name} of a ${kind}`)].join(
        ', or ',
      ),
    },
    flags: {
      name: { value: 'NAME', hint: 'what a new report is called in package.json; else as its folder' },
      'title-zh': { value: 'TITLE', hint: 'its title in Chinese; else 一份新报告' },
      'title-en': { value: 'TITLE', hint: 'its title in English; else A new report' },
    },
    exits: { 1: 'data or scripts have mistakes' },
    examples: ['npm run new -- chapter two-counts', 'npm run new -- report ../my-report --title-en "My report" --title-zh 我的报告'],
  })
  const [kind = '', name = '', choice] = words
  if (kind === 'report') {
    if (choice) throw new UsageProblem(`“${choice}” is one word too many`, 'report DIR')
    beginReport(name, values)
    return
  }
  const [flag] = Object.keys(values)
  if (flag) throw new UsageProblem(`--${flag} is for a report`, 'no flag')
  const template = templates.get(kind)
  if (kind !== 'chapter' && !template) throw new UsageProblem(`there is no kind of page “${kind}”`, kinds)
  // A name is refused before anything is computed.
  const ledger = () => reportLedger(projectRoot)
  if (template) beginFrom(template, name, choice, ledger)
  else beginChapter(name, choice, ledger)
})
