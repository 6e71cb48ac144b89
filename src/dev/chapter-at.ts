import type { Language } from '../../scripts/ledger/types.ts'
import { languages } from '../i18n/words.ts'

/** The language and the name of the chapter that an address is of, whether it is written or not. */
export const chapterAt = (address: string): { readonly language: Language; readonly slug: string } | undefined => {
  const [, name, path = ''] = /^\/(\w+)\/(.*?)\/?$/.exec(address) ?? []
  const language = languages.find((known) => known === name)
  return language && { language, slug: path || 'index' }
}
