/** The shape of a cited work in data/sources.yaml: what a citation style needs, and no more. */
import { z } from 'zod'
import { roundings } from '../types.ts'
import { bilingual } from './bilingual.ts'

const text = z.string().min(1)
/** Words that both languages share, or that each has its own of. */
const words = z.union([text, bilingual], 'text, or { zh, en }')

const person = z.strictObject({ family: text, given: text, zh: text.optional() })
const names = z
  .array(z.union([person, bilingual], 'a name is a person { family, given } (zh where it is written in Chinese) or a body { zh, en }'))
  .min(1)

const day = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'a day is written 2019-03-05')

/** What a work of each kind cannot be found without. */
const needs = {
  article: ['container'],
  chapter: ['container', 'publisher'],
  book: ['publisher'],
  report: ['publisher'],
  dataset: ['publisher'],
  thesis: ['publisher', 'degree'],
  news: ['container', 'date'],
  webpage: ['url', 'accessed'],
} as const

export const sourceSchema = z
  .strictObject({
    /** The list it stands in: the work studied, other studies read beside it, statistics, literature, or this report itself. */
    group: z.enum(['studied', 'compared', 'statistics', 'literature', 'own']),
    /** How it rounds what it prints, where that is not to the nearest with halves away from zero. */
    rounding: z.enum(roundings).optional(),
    type: z.enum(['article', 'book', 'chapter', 'dataset', 'report', 'thesis', 'news', 'webpage']),
    language: z.enum(['zh', 'en', 'zh, en']),
    authors: names,
    /** What a citation in the text calls it, where that is not the authors' family names. */
    short: bilingual.optional(),
    title: z.strictObject({ zh: text.optional(), en: text.optional() }),
    year: z.string().regex(/^\d{4}$/, 'a year has four digits'),
    /** The day on which it appeared, where it is known. */
    date: day.optional(),
    /** The day on which a page of the web was read. */
    accessed: day.optional(),
    /** Of a translation or a later edition: when the work first appeared. */
    originalYear: z
      .string()
      .regex(/^\d{4}(\/\d{4})?$/, 'a year has four digits; two are written 1904/1905')
      .optional(),
    /** The journal or book that it stands in. */
    container: words.optional(),
    volume: text.optional(),
    issue: text.optional(),
    /** Some journals count a part of their pages apart, as F261-F289. */
    page: z
      .string()
      .regex(/^[A-Z]?\d+(-[A-Z]?\d+)?$/, 'pages are written 129-156')
      .optional(),
    /** What an article that has no pages is found by, such as e12345. */
    number: text.optional(),
    /** What a thesis was written for. */
    degree: z.enum(['doctor', 'master']).optional(),
    editors: names.optional(),
    translators: names.optional(),
    publisher: words.optional(),
    place: words.optional(),
    doi: z
      .string()
      .regex(/^10\.\d{4,9}\/\S+$/, 'a DOI begins with 10. and has no address before it')
      .optional(),
    url: z
      .string()
      .regex(/^https?:\/\/[^\s/?#]+\S*$/, 'an address begins with https:// or http://')
      .optional(),
  })
  .superRefine((work, context) => {
    const miss = (key: string, why: string) => context.addIssue({ code: 'custom', path: [key], message: why })
    for (const key of needs[work.type]) if (!work[key]) miss(key, `a work of type ${work.type} needs it`)
    if (work.date && !work.date.startsWith(work.year)) miss('date', `the day is not in the year ${work.year}`)
    for (const language of ['zh', 'en'] as const) {
      if (work.language.includes(language) && !work.title[language])
        miss('title', `the title in the work’s own language, ${language}, is missing`)
    }
  })

export const sourcesSchema = z.record(z.string().regex(/^[a-z0-9-]+$/, 'an id is small letters, digits and hyphens'), sourceSchema)

/** The keys of an entry, to offer where one is misspelt. */
export const sourceKeys: readonly string[] = Object.keys(sourceSchema.shape)
