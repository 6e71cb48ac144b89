import { getCollection, getEntry } from 'astro:content'
import type { Language } from '../scripts/index.ts'

/** What a chapter is called where another page points to it. */
export const titleOf = async (language: Language, slug: string): Promise<string> => {
  const chapter = await getEntry('chapters', `${language}/${slug}`)
  return chapter?.data.short ?? chapter?.data.title ?? slug
}

/** What every chapter is called, for drawings and tables, which cannot wait for one at a time. */
export const titlesIn = async (language: Language): Promise<(slug: string) => string> => {
  const chapters = await getCollection('chapters', ({ id }) => id.startsWith(`${language}/`))
  const titles = new Map(chapters.map(({ id, data }) => [id.slice(language.length + 1), data.short ?? data.title]))
  return (slug) => titles.get(slug) ?? slug
}
