import { existsSync, readdirSync } from 'node:fs'
import type { Language } from '../../scripts/ledger/types.ts'

/** Where a chapter is written, from the project's folder. */
export const chapterFile = (language: Language, slug: string): string => `content/${language}/${slug}.mdx`

/** What heads a chapter’s file. */
export const frontMatter = (lines: Readonly<Record<string, string | number>>): string =>
  `---\n${Object.entries(lines)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n`

/** The names of all chapters of a language, such as "notes/the-lamp"; none where there is no folder. */
export const chapterSlugs = (root: string, language: Language): readonly string[] => {
  const folder = `${root}/content/${language}`
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.mdx'))
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1, -'.mdx'.length))
    .sort()
}
