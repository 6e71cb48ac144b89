import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { allParts } from './chapters/order.ts'

/** Chapters: the same file names under content/zh and content/en. */
const chapters = defineCollection({
  loader: glob({ base: './content', pattern: '{zh,en}/**/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  schema: z.object({
    title: z.string(),
    /** The title as navigation prints it, where the full one is long. */
    short: z.string().optional(),
    description: z.string(),
    part: z.enum(allParts as [string, ...string[]]),
    /** Reading order inside the part. */
    order: z.coerce.number().int(),
  }),
})

export const collections = { chapters }
