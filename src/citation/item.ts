import type { CSL, CSLDate, CSLName } from '@citation-js/core'
import { nameIn, wordsIn } from '../../scripts/ledger/data/read-sources.ts'
import type { Name, SourceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language } from '../../scripts/ledger/types.ts'

const kinds = {
  article: 'article-journal',
  book: 'book',
  chapter: 'chapter',
  dataset: 'dataset',
  report: 'report',
  thesis: 'thesis',
  news: 'article-newspaper',
  webpage: 'webpage',
} as const satisfies Record<SourceRecord['type'], CSL['type']>

/** True if a work is cited as a Chinese one in a list of this language: this report itself is what its reader reads. */
export const isChinese = ({ language }: Pick<SourceRecord, 'language'>, list: Language): boolean =>
  language === 'zh' || (language === 'zh, en' && list === 'zh')

/**
 * A cited work as the formatting library takes it. A Chinese list gives every work in its own language; an English list
 * gives a Chinese work's title with its English one in brackets, and the rest in English.
 */
export const itemOf = (source: SourceRecord, list: Language): CSL => {
  const { id, type, title, container, volume, issue, page, place, publisher, doi, url, editors, translators } = source
  const chinese = isChinese(source, list)
  const names = list === 'zh' && chinese ? 'zh' : 'en'
  const publishedByAuthor = source.authors[names] === publisher[names]
  // APA leaves out a publisher that is the author, GB/T 7714 does not.
  const isOfContainer = type === 'article' || type === 'news' || type === 'webpage'
  const hasPublisher = !isOfContainer && !(publishedByAuthor && list === 'en')
  return {
    id,
    type: kinds[type],
    // In an English list a Chinese name is written like the others: Chen, L.
    language: chinese && list === 'zh' ? 'zh-CN' : 'en',
    author: source.creators.map((name) => nameOf(name, names)),
    title: titleIn(title, chinese, list),
    issued: source.date ? dayOf(source.date) : yearOf(String(source.year)),
    ...(source.accessed && { accessed: dayOf(source.accessed) }),
    ...(source.originalYear && { 'original-date': yearOf(source.originalYear) }),
    ...(container && { 'container-title': wordsIn(container, names) }),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(page && { page }),
    ...(source.number && { number: source.number }),
    ...(source.degree && { genre: source.degree === 'doctor' ? 'Doctoral dissertation' : 'Master’s thesis' }),
    ...(editors && { editor: editors.map((name) => nameOf(name, names)) }),
    ...(translators && { translator: translators.map((name) => nameOf(name, names)) }),
    ...(hasPublisher && { publisher: publisher[names] }),
    ...(hasPublisher && place && { 'publisher-place': wordsIn(place, names) }),
    ...(doi && { DOI: doi }),
    ...(url && { URL: url }),
  }
}

const titleIn = ({ zh, en }: SourceRecord['title'], chinese: boolean, list: Language): string => {
  if (!chinese) return en
  return list === 'zh' || zh === en ? zh : `${zh} [${en}]`
}

const nameOf = (name: Name, language: Language): CSLName => {
  const parts = nameIn(name, language)
  return typeof parts === 'string' ? { literal: parts } : parts
}

const dayOf = (date: string): CSLDate => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { 'date-parts': [[year, month, day]] }
}

/** "1919", or a work that appeared over two years, "1904/1905". */
const yearOf = (years: string): CSLDate => {
  const [first = '', last] = years.split('/')
  return { 'date-parts': last ? [[Number(first)], [Number(last)]] : [[Number(first)]] }
}
