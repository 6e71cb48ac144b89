import type { Language } from '../../scripts/ledger/types.ts'
import { en } from './en.ts'
import type { Words } from './vocabulary.ts'
import { zh } from './zh.ts'

export type { Words }

const words: Readonly<Record<Language, Words>> = { zh, en }

export const wordsOf = (language: Language): Words => words[language]

export const languages = ['zh', 'en'] as const satisfies readonly Language[]
export const languageTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>
export const otherLanguageOf = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')

/** The language of the page being rendered, from its address. */
export const languageOf = ({ params }: { readonly params: Readonly<Record<string, string | undefined>> }): Language =>
  params.language === 'en' ? 'en' : 'zh'

/** What follows a word in brackets: full width in Chinese, behind a space in English. */
export const bracketed = (language: Language, text: string | number): string => (language === 'zh' ? `（${text}）` : ` (${text})`)
