import type { Bilingual } from '../../scripts/ledger/types.ts'
import { languages } from '../i18n/words.ts'
import { readChapters } from './read.ts'

/**
 * What chapters call each table and chart: "table categories" or "chart steps" to its caption; where several chapters
 * show one, the caption that says most.
 */
export const readCaptions = (root: string): ReadonlyMap<string, Bilingual> => {
  const captions = new Map<string, { zh: string; en: string }>()
  for (const language of languages)
    for (const { name, attributes, words } of readChapters(root, language).flatMap(({ uses }) => uses)) {
      if (name !== 'Table' && name !== 'Chart') continue
      const key = `${name.toLowerCase()} ${attributes.id}`
      const known = captions.get(key) ?? { zh: '', en: '' }
      if (words.length > known[language].length) captions.set(key, { ...known, [language]: words })
    }
  return captions
}
