import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Complaints, type Language, type Problem } from '../../scripts/index.ts'
import { readFrontMatter } from './front-matter.ts'
import type { ProseContext } from './inspection.ts'
import { numbersProblems } from './numbers.ts'
import { type Chapter, type Pair, parityProblems } from './parity.ts'
import { parseChapter } from './parse.ts'
import { SourceText } from './source-text.ts'

const languages: readonly Language[] = ['zh', 'en']

/** Everything wrong in the chapters under `content/`, by file and line. */
export const checkContent = (root: string, context: ProseContext): Problem[] => {
  const complaints = new Complaints()
  const problems: Problem[] = []
  const chapters = new Map<string, Partial<Record<Language, Chapter | 'unsound'>>>()
  for (const language of languages) {
    for (const slug of slugsIn(`${root}/content/${language}`)) {
      const file = `content/${language}/${slug}.mdx`
      const source = new SourceText(file, readFileSync(`${root}/${file}`, 'utf8'))
      problems.push(...readFrontMatter(source).problems)
      const tree = complaints.attempt(() => parseChapter(source))
      const found = tree ? numbersProblems(tree, { path: file, cwd: '.', value: source.text }, context) : []
      problems.push(...found)
      // What is misspelt here would be missed there: a chapter is compared once it is sound.
      chapters.set(slug, { ...chapters.get(slug), [language]: tree && found.length === 0 ? { source, tree } : 'unsound' })
    }
  }
  // A chapter with problems of its own is neither missing nor comparable.
  const pairs = [...chapters].flatMap(([slug, { zh, en }]): Pair[] =>
    zh === 'unsound' || en === 'unsound' ? [] : [{ slug, ...(zh && { zh }), ...(en && { en }) }],
  )
  return [...problems, ...complaints.list, ...parityProblems(pairs)].sort(byPlace)
}

const slugsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
        name.endsWith('.mdx') ? [name.slice(0, -'.mdx'.length)] : [],
      )
    : []

const byPlace = ({ place: a }: Problem, { place: b }: Problem): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
