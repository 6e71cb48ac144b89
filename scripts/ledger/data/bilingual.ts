import { z } from 'zod'

const words = z.string().refine((text) => text.trim() !== '', { message: 'is empty', params: { expected: 'words' } })
const name = words
  .refine((text) => !/[\r\n]/.test(text), { message: 'a line ends in these words', params: { expected: 'words in one line' } })
  .refine((text) => text.trim() === '' || /[\r\n]/.test(text) || text === text.trim(), {
    message: 'a blank stands before or behind these words',
    params: { expected: 'the words alone' },
  })

/** Words in both languages as data files write them; neither may be missing or empty. */
export const bilingual = z.strictObject({ zh: words, en: words })

/** A name in both languages, which stands in lists, tables and charts: one line, and no blank about it. */
export const bilingualName = z.strictObject({ zh: name, en: name })
