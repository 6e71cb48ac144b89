/** Everything that can be said of the report before it is built: data, scripts, chapters, and both languages together. */
import { globSync, readFileSync } from 'node:fs'
import { reportLedger } from '../../../scripts/ledger/index.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { Problem, Problems } from '../../../scripts/ledger/problem.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { type Chapter as ReadChapter, readChapters } from '../../chapters/read.ts'
import { reportCharts } from '../../charts/report-charts.ts'
import { replaceLedger } from '../../current/ledger.ts'
import { languages } from '../../i18n/words.ts'
import { chapterSlugs } from '../../lib/chapter-files.ts'
import type { Memory } from '../check.ts'
import { contentProblems } from '../report.ts'
import { avoidedFindings } from './avoided.ts'
import { chineseFindings } from './chinese.ts'
import { dataFindings } from './data.ts'
import { englishFindings } from './english.ts'
import type { Finding } from './finding.ts'
import { anchorFindings, placeholderFindings, strayFindings } from './leftovers.ts'
import { markupFindings, markupInLabels } from './markup.ts'
import { pairFindings } from './pairs.ts'
import { type Chapter, readPassages } from './passages.ts'
import { quantityFindings } from './quantities.ts'
import { safely } from './safe.ts'
import { strayEstimates, unsteadyScripts, unusedFormulas } from './scripts.ts'
import { siteProblems } from './site.ts'
import { termFindings } from './terms.ts'
import { unusedFindings } from './unused.ts'

/** All findings, of a ledger computed anew: the one list of what `check` tells and `build` refuses. */
export const allFindings = (root: string): Finding[] => {
  const problems: Problem[] = []
  const ledger = attempt(() => reportLedger(root), problems)
  if (ledger) replaceLedger(ledger)
  return inOrder([...findingSteps(root, ledger, problems)].flat())
}

/** The same of a ledger that stands, step by step, for who does other things between them: all that is found is told by `inOrder`. */
export function* findingSteps(
  root: string,
  ledger: Ledger | undefined,
  found: readonly Problem[] = [],
  memory?: Memory,
): Generator<readonly Finding[]> {
  const told = (problems: readonly Problem[]) => problems.map((problem): Finding => ({ problem }))
  yield told(found)
  if (ledger) {
    yield told(contentProblems(root, true, memory))
    yield told(siteProblems(ledger, { zh: new Set(chapterSlugs(root, 'zh')), en: new Set(chapterSlugs(root, 'en')) }))
  }
  const chapters: Chapter[] = []
  for (const language of languages) {
    const read = readWords(root, language)
    chapters.push(...read.map(({ chapter }) => chapter))
    yield read.flatMap(({ findings }) => findings)
  }
  yield [...anchorFindings(chapters), ...placeholdersInData(root)]
  yield markupFindings(root)
  yield unsteadyScripts(root)
  if (ledger) yield* reportFindings(root, chapters, ledger)
}

/** Findings by place; what two guards say alike is told once. */
export const inOrder = (findings: readonly Finding[]): Finding[] => {
  const told = new Set<string>()
  return findings
    .filter(({ problem: { message } }) => !told.has(message) && told.add(message))
    .sort(({ problem: { place: a } }, { problem: { place: b } }) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column)
}

/** What can be mended: it stands in chapters alone, and needs no ledger. */
export const mendableFindings = (root: string): Finding[] =>
  languages.flatMap((language) => readWords(root, language).flatMap(({ findings }) => findings.filter(({ edit }) => edit)))

/** What one chapter says for itself. */
export const chapterFindings = (chapter: Chapter): Finding[] =>
  safely(chapter, [
    ...(chapter.language === 'zh' ? chineseFindings(chapter) : englishFindings(chapter)),
    ...pairFindings(chapter),
    ...quantityFindings(chapter),
    ...placeholderFindings(chapter),
    ...strayFindings(chapter),
  ])

/** What only the whole report shows: terms without partners, and what nothing uses. */
function* reportFindings(root: string, chapters: readonly Chapter[], ledger: Ledger): Generator<readonly Finding[]> {
  const pairs = chapters.flatMap((zh) => {
    const en = chapters.find(({ language, slug }) => language === 'en' && slug === zh.slug)
    return zh.language === 'zh' && en ? [{ zh, en }] : []
  })
  // Names of formulas' arguments are words of equations, too general to be held to in prose.
  const named = new Set([...ledger.figures.values()].flatMap(({ derived }) => Object.keys(derived?.of ?? {})))
  const terms = [...ledger.data.terms.values()].filter(({ id }) => !named.has(id))
  yield [...termFindings(pairs, terms), ...avoidedFindings(chapters, terms)]
  yield [...dataFindings(ledger), ...markupInLabels(ledger.figures.values()), ...strayEstimates(root), ...unusedFormulas(ledger)]
  // What a chapter shows that cannot be read yet, nobody knows.
  if (languages.every((language) => readChapters(root, language).every(({ tree }) => tree)))
    yield unusedFindings(root, chapters, ledger, reportCharts(root))
}

interface ReadPassages {
  readonly chapter: Chapter
  readonly findings: readonly Finding[]
}

/** What was read once is not read again while its file stays the same: mending asks several times. */
const known = new WeakMap<ReadChapter, ReadPassages>()

/** The chapters of a language as words; one that cannot be parsed is left out, and another guard tells. */
const readWords = (root: string, language: Language): readonly ReadPassages[] =>
  readChapters(root, language)
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1))
    .flatMap((read) => {
      const { source, tree, slug } = read
      if (!tree) return []
      const before = known.get(read)
      if (before) return before
      const chapter = readPassages(source, tree, language, slug)
      const made = { chapter, findings: chapterFindings(chapter) }
      known.set(read, made)
      return made
    })

/** A stub that `npm run new` made stands in data/ too, and an author may leave one in a table or a chart. */
const placeholdersInData = (root: string): Finding[] =>
  globSync(['data/**/*.yaml', 'content/**/*.yaml'], { cwd: root }).flatMap((file) =>
    readFileSync(`${root}/${file}`, 'utf8')
      .split('\n')
      .flatMap((text, index): Finding[] => {
        const column = text.replace(/(^|\s)#.*/, '').search(/\bTODO\b/) + 1
        const place = { file, line: index + 1, column }
        return column > 0 ? [{ problem: new Problem('TODO is still to be written', place, 'the words that belong here') }] : []
      }),
  )

const attempt = <T>(work: () => T, problems: Problem[]): T | undefined => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problems) problems.push(...error.list)
    else if (error instanceof Problem) problems.push(error)
    else throw error
    return undefined
  }
}
