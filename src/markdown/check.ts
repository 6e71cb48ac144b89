import { readFileSync } from 'node:fs'
import { Complaints, expectedNames, type Language, type Problem } from '../../scripts/index.ts'
import { chapterFile, chapterSlugs } from '../chapters.ts'
import { languages } from '../i18n/words.ts'
import { checkCoded } from './coded.ts'
import { readFrontMatter } from './front-matter.ts'
import type { ProseContext } from './inspection.ts'
import { numbersProblems } from './numbers.ts'
import { type Chapter, type Pair, parityProblems } from './parity.ts'
import { parseChapter } from './parse.ts'
import { SourceText } from './source-text.ts'

/**
 * Everything wrong in the chapters under `content/`, by file and line; `compared` with each other in both languages, or
 * each for itself, as while one of them is still being written.
 */
export const checkContent = (root: string, context: ProseContext, compared = true): Problem[] => {
  const complaints = new Complaints()
  const problems: Problem[] = []
  const chapters = new Map<string, Partial<Record<Language, Chapter | 'unsound'>>>()
  for (const language of languages) {
    for (const slug of chapterSlugs(root, language)) {
      const file = chapterFile(language, slug)
      const source = new SourceText(file, readFileSync(`${root}/${file}`, 'utf8'))
      problems.push(...readFrontMatter(source).problems)
      const tree = complaints.attempt(() => parseChapter(source))
      const found = tree ? numbersProblems(tree, { path: file, cwd: '.', value: source.text }, context) : []
      problems.push(...found)
      // What is misspelt here would be missed there: a chapter is compared once it is sound.
      chapters.set(slug, { ...chapters.get(slug), [language]: tree && found.length === 0 ? { source, tree } : 'unsound' })
    }
  }
  for (const problem of missingChapters(context, chapters)) complaints.add(...problem)
  checkCoded(
    context.ledger().data.model,
    new Set(chapters.keys()),
    (slug) => ({ file: chapterFile(chapters.get(slug)?.zh ? 'zh' : 'en', slug), line: 1, column: 1 }),
    complaints,
  )
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
      const file = chapterFile(language, slug)
      return readFrontMatter(new SourceText(file, readFileSync(`${root}/${file}`, 'utf8'))).problems
    }),
  )

const byPlace = ({ place: a }: Problem, { place: b }: Problem): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
