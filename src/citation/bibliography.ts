/** Reference lists, set by a citation library when the site is built: APA 7 in English, GB/T 7714-2015 in Chinese. */
import { Cite, type CSL, type CSLName, plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import { nameIn } from '../../scripts/ledger/data/read-sources.ts'
import type { SourceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { cachedNow } from '../lib/cache.ts'
import { isChinese, itemOf } from './item.ts'
import gbt from './styles/gb-t-7714-2015-author-date.csl?raw'

const { styles, locales } = plugins.config.get('@csl')
styles.add('gb-t-7714', gbt)
// The style carries its own Chinese terms; whatever else the library asks for is never printed.
locales.add('zh-CN', locales.get('en-US'))

export interface Entry {
  readonly id: string
  /** The entry as HTML: escaped text, `<i>` and links, and nothing else. */
  readonly html: string
  readonly text: string
}

/** How one work is set in the lists of a language, with the letter at its year that a citation in the text has. */
export const entryOf = (source: SourceRecord, language: Language): Entry => {
  const item = itemOf(source, language)
  const letter = source.letter?.[language]
  return setItem(letter ? { ...item, issued: { literal: `${source.year}${letter}` } } : item, language, isChinese(source, language))
}

/** How an item is set that no source stands for, such as a chapter of this report. */
export const setItem = (item: CSL, language: Language, chinese: boolean): Entry => {
  const style = language === 'zh' ? 'gb-t-7714' : 'apa'
  const lang = language === 'zh' && chinese ? 'zh-CN' : 'en-US'
  const written = language === 'zh' ? inCapitals(item) : item
  const key = JSON.stringify([written, style, lang])
  const as = (format: 'html' | 'text'): string => {
    // Chapters cite the same works over and over.
    const known = entries.get(format + key) ?? cachedNow('references', [key, format], () => set(written, style, lang, format))
    entries.set(format + key, known)
    return known
  }
  return {
    id: String(item.id),
    html: tidy(as('html'), language),
    get text() {
      return as('text')
    },
  }
}
const entries = new Map<string, string>()

const set = (item: CSL, style: string, lang: string, format: 'html' | 'text'): string => {
  const options = { style, lang, asEntryArray: true as const, nosort: true, format, hyperlinks: format === 'html' }
  const [[, entry] = ['', '']] = new Cite([item]).format('bibliography', options) as [string, string][]
  return entry.trim()
}

/** GB/T 7714 writes the family names of persons in capitals, and the names of bodies as they are. */
const inCapitals = (item: CSL): CSL => {
  const capitals = (names: CSLName[] | undefined) =>
    names?.map((name) => (name.family ? { ...name, family: name.family.toLocaleUpperCase('en') } : name))
  const { author, editor, translator } = item
  return {
    ...item,
    ...(author && { author: capitals(author) ?? [] }),
    ...(editor && { editor: capitals(editor) ?? [] }),
    ...(translator && { translator: capitals(translator) ?? [] }),
  }
}

/** Takes the library's own wrapping off; in an English list, says which runs are Chinese. */
const tidy = (html: string, language: Language): string => {
  const bare = html.replace(/^<div[^>]*>/, '').replace(/<\/div>$/, '')
  return language === 'zh'
    ? bare
    : bare.replace(/[\p{Nd}“《]*\p{Script=Han}[\p{Script=Han}\p{Nd}“”‘’（）《》、，：—－-]*/gu, '<span lang="zh-CN">$&</span>')
}

/** The order of a list: in Chinese, Chinese works first and by pinyin; in English, by the alphabet; then by year. */
export const inOrder = (sources: readonly SourceRecord[], language: Language): SourceRecord[] => {
  const collator = new Intl.Collator(language === 'zh' ? 'zh-CN-u-co-pinyin' : 'en')
  const group = (source: SourceRecord) => (language === 'zh' && isChinese(source, language) ? 0 : 1)
  const key = ({ creators }: SourceRecord) =>
    creators
      .map((name) => nameIn(name, language))
      .map((parts) => (typeof parts === 'string' ? parts : `${parts.family} ${parts.given}`))
      .join(' ')
  const letterOf = (a: SourceRecord, b: SourceRecord) => collator.compare(a.letter?.[language] ?? '', b.letter?.[language] ?? '')
  return [...sources].sort((a, b) => group(a) - group(b) || collator.compare(key(a), key(b)) || a.year - b.year || letterOf(a, b))
}
