import { site } from '#site'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { Complaints, expectedNames, type Problem } from '../../scripts/ledger/problem.ts'
import type { Language, Place } from '../../scripts/ledger/types.ts'
import { type Chapter as ReadChapter, readChapter } from '../chapters/read.ts'
import { languages } from '../i18n/words.ts'
import { chapterFile, chapterSlugs } from '../lib/chapter-files.ts'
import { type ChapterMatter, refuseClashes } from './clashes.ts'
import { misnamedChapters, strayChapters } from './file-names.ts'
import type { ProseContext } from './inspection.ts'
import { numbersProblems } from './numbers.ts'
import { type Chapter, type Pair, parityProblems } from './parity.ts'

/** What was wrong in a chapter when it was last held against a ledger and the other chapters with what they show. */
interface Held {
  readonly ledger: Ledger
  readonly chapters: string
  readonly problems: readonly Problem[]
}

/** Chapters as they were last held, kept while the report is written, where one of all changes at a time. */
export type Memory = WeakMap<ReadChapter, Held>

const problemsIn = (chapter: ReadChapter, context: ProseContext, memory: Memory): readonly Problem[] => {
  const { tree, language, source } = chapter
  if (!tree) return chapter.unread
  const ledger = context.ledger()
  const shown = context.shown(language, tree)
  const chapters = [
    ...context.chapters(language),
    'show',
    ...shown.chart,
    'and',
    ...shown.table,
    'of',
    ...context.charts(),
    'and',
    ...context.tables(),
  ].join(' ')
  const before = memory.get(chapter)
  if (before?.ledger === ledger && before.chapters === chapters) return before.problems
  const problems = numbersProblems(tree, { path: source.file, cwd: '.', value: source.text }, context)
  memory.set(chapter, { ledger, chapters, problems })
  return problems
}

/**
 * Everything wrong in the chapters under `content/`, by file and line; `compared` with each other in both languages, or
 * each for itself, as while one of them is still being written.
 */
export const checkContent = (root: string, given: ProseContext, compared = true, memory: Memory = new WeakMap()): Problem[] => {
  // Which chapters, charts and tables there are is asked for each chapter, and found out once.
  const names = { zh: given.chapters('zh'), en: given.chapters('en') }
  const [charts, tables] = [given.charts(), given.tables()]
  const context: ProseContext = { ...given, chapters: (language) => names[language], charts: () => charts, tables: () => tables }
  const complaints = new Complaints()
  const problems: Problem[] = []
  const chapters = new Map<string, Partial<Record<Language, Chapter | 'unsound'>>>()
  const matters: ChapterMatter[] = []
  problems.push(...strayChapters(root))
  const misnamed = misnamedChapters(root)
  const misnamedFiles = new Set(misnamed.map(({ problem }) => problem.place.file))
  for (const { language, meant, problem } of misnamed) {
    problems.push(problem)
    // What a file is meant to be is not missing, nor comparable.
    chapters.set(meant, { ...chapters.get(meant), [language]: 'unsound' })
  }
  for (const language of languages) {
    for (const slug of chapterSlugs(root, language)) {
      const file = chapterFile(language, slug)
      const read = misnamedFiles.has(file) ? undefined : complaints.attempt(() => readChapter(root, language, slug))
      if (read === undefined) {
        if (!misnamedFiles.has(file)) chapters.set(slug, { ...chapters.get(slug), [language]: 'unsound' })
        continue
      }
      const { source, matter, tree } = read
      problems.push(...matter.problems)
      matters.push({ language, slug, values: matter.values })
      const found = problemsIn(read, context, memory)
      problems.push(...found)
      // What is misspelt here would be missed there: a chapter is compared once it is sound.
      chapters.set(slug, { ...chapters.get(slug), [language]: tree && found.length === 0 ? { source, tree } : 'unsound' })
    }
  }
  refuseClashes(matters, compared, complaints)
  for (const problem of missingChapters(context, chapters)) complaints.add(...problem)
  const top = (slug: string): Place => ({ file: chapterFile(chapters.get(slug)?.zh ? 'zh' : 'en', slug), line: 1, column: 1 })
  const checked = { ledger: context.ledger(), slugs: new Set(chapters.keys()), top }
  for (const { check } of site.extensions ?? []) check?.(checked, complaints)
  // A chapter with problems of its own is neither missing nor comparable.
  const pairs = [...chapters].flatMap(([slug, { zh, en }]): Pair[] =>
    zh === 'unsound' || en === 'unsound' ? [] : [{ slug, ...(zh && { zh }), ...(en && { en }) }],
  )
  return [...problems, ...complaints.list, ...(compared ? parityProblems(pairs) : [])].sort(byPlace)
}

/** Chapters that the contents of a source name and that stand in neither language. */
const missingChapters = (context: ProseContext, chapters: ReadonlyMap<string, unknown>) =>
  context
    .ledger()
    .data.contents.flatMap(({ chapter, chapterPlace }) =>
      chapter === undefined || chapters.has(chapter)
        ? []
        : [
            [
              `${chapterPlace.file.replace(/^.*\//, '')} names the chapter “${chapter}”, which does not exist`,
              chapterPlace,
              expectedNames(chapter, chapters.keys()),
            ] as const,
          ],
    )

/** What is wrong in the chapters' front matters alone, without which Astro cannot so much as list the chapters. */
export const checkFrontMatter = (root: string): Problem[] =>
  languages.flatMap((language) =>
    chapterSlugs(root, language).flatMap((slug) => {
      const complaints = new Complaints()
      const chapter = complaints.attempt(() => readChapter(root, language, slug))
      return chapter?.matter.problems ?? complaints.list
    }),
  )

const byPlace = ({ place: a }: Problem, { place: b }: Problem): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
