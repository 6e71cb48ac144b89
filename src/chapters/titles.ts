import { getCollection } from 'astro:content'
import type { Language } from '../../scripts/ledger/types.ts'

/** What every chapter is called, where another page points to it. */
export const titlesIn = async (language: Language): Promise<(slug: string) => string> => {
  const chapters = await getCollection('chapters', ({ id }) => id.startsWith(`${language}/`))
  const titles = new Map(chapters.map(({ id, data }) => [id.slice(language.length + 1), data.short ?? data.title]))
  return (slug) => titles.get(slug) ?? slug
}
