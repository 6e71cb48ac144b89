import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'

/** Chapters: the same file names under content/zh and content/en. What stands at their head our own reader says: it takes 2019 for a title. */
const chapters = defineCollection({
  loader: glob({ base: './content', pattern: '{zh,en}/**/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
})

export const collections = { chapters }
