import { z } from 'zod'

/** Words in both languages as data files write them; neither may be missing or empty. */
export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
