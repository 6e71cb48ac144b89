import { z } from 'zod'
import type { Bilingual } from '../types.ts'
import { bilingual } from './bilingual.ts'

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
const parts = {
  abstract: { zh: '报告摘要', en: 'abstract' },
  opening: { zh: '卷首', en: 'opening pages' },
  preface: { zh: '前言', en: 'preface' },
  overview: { zh: '总体篇', en: 'part “Overview”' },
  fields: { zh: '领域篇', en: 'part “Fields”' },
} as const

/** Where in a source something is printed, by the source's own numbering. */
export const locatorSchema = z.strictObject({
  /** One that many works have, or under the name that this one gives it. */
  part: z
    .union([z.enum(Object.keys(parts) as (keyof typeof parts)[]), bilingual], 'abstract, opening, preface, overview, fields, or { zh, en }')
    .optional(),
  chapter: z.string().optional(),
  /** One of the topics that a part treats in turn, counted as they come. */
  topic: z.string().optional(),
  section: z.string().optional(),
  paragraph: z.string().optional(),
  table: z.string().optional(),
  figure: z.string().optional(),
  row: z.string().optional(),
  column: z.string().optional(),
  equation: z.string().optional(),
  footnote: z.string().optional(),
})

/** The same of what stands at one place: a table may be a file of its source, and a number is always somewhere in it. */
export const placeSchema = locatorSchema.refine((at) => Object.keys(at).length > 0, {
  message: 'names no place in the source',
  params: { expected: '{ chapter: …, paragraph: … }, or by section, table, figure, equation, footnote or part' },
})

export type Locator = z.infer<typeof locatorSchema>

/** 二（三）2 -> 2(3)2 */
const westernSection = (section: string): string =>
  section
    .replace(/[一二三四五六七八九]/g, (ordinal) => String(ordinals.indexOf(ordinal) + 1))
    .replaceAll('（', '(')
    .replaceAll('）', ')')

const named = (part: NonNullable<Locator['part']>): Bilingual => (typeof part === 'string' ? parts[part] : part)

/** The locator in words, in both languages. Labels of rows and columns stay as the source prints them. */
export const locatorText = (at: Locator): Bilingual => ({
  zh: [
    at.part && named(at.part).zh,
    at.chapter && `第${ordinals[Number(at.chapter) - 1] ?? at.chapter}章`,
    at.topic && `第${at.topic}题`,
    at.section && (/^\d+\.\d+$/.test(at.section) ? `第${at.section}节` : at.section),
    at.paragraph && `第${at.paragraph}段`,
    at.footnote && `脚注${at.footnote}`,
    at.equation && `式（${at.equation}）`,
    at.table && `表${at.table}`,
    at.figure && `图${at.figure}`,
    at.row && `“${at.row}”行`,
    at.column && `“${at.column}”列`,
  ]
    .filter(Boolean)
    .join('，'),
  en: [
    at.part && named(at.part).en,
    at.chapter && `chapter ${at.chapter}`,
    at.topic && `topic ${at.topic}`,
    at.section && `section ${westernSection(at.section)}`,
    at.paragraph && `paragraph ${at.paragraph}`,
    at.footnote && `footnote ${at.footnote}`,
    at.equation && `equation (${at.equation})`,
    at.table && `table ${at.table}`,
    at.figure && `figure ${at.figure}`,
    at.row && `row “${at.row}”`,
    at.column && `column “${at.column}”`,
  ]
    .filter(Boolean)
    .join(', '),
})
