/** A page of this report as a work to cite: a chapter, or a number with its entry in the audit. */

import type { Language } from '../../scripts/ledger/types.ts'
import { currentLedger } from '../current/ledger.ts'
import { languages, wordsOf } from '../i18n/words.ts'
import { escaped } from '../lib/escaped.ts'
import { publishedAt } from '../lib/site-address.ts'
import { setItem } from './bibliography.ts'
import { bibtex } from './bibtex.ts'
import { partOf, wholeOf } from './own.ts'

export interface CitedPart {
  readonly kind: 'chapter' | 'number'
  readonly title: string
  /** Its path on the site. */
  readonly path: string
}

interface Citation {
  readonly style: string
  readonly html: string
}

const ownRecord = () => {
  const own = currentLedger().data.sources.find(({ group }) => group === 'own')
  if (!own) throw new Error('data/sources.yaml has no record of this report')
  return own
}

/** What a page is called in a list of works: the last piece of its path. */
const nameOf = (path: string): string => path.split('/').at(-2) ?? ''

const setOne = ({ title, path }: CitedPart, language: Language): readonly Citation[] => {
  const words = wordsOf(language).citing
  const own = ownRecord()
  const site = publishedAt()
  const whole = wholeOf(own, language, site && `${site}/${language}/`)
  const itemIn = (list: Language) => partOf(whole, { id: `${own.id}-${nameOf(path)}`, title, address: site && `${site}${path}` }, list)
  return [
    ...languages.map((list) => ({ style: words.styles[list], html: setItem(itemIn(list), list, language === 'zh').html })),
    { style: 'BibTeX', html: `<pre>${escaped(bibtex([itemIn('en')]).trim())}</pre>` },
  ]
}

// Thousands of pages differ in title and path alone, and a citation library takes its time: it sets one number’s page,
// and its words stand in for those of the others.
const standIn = { title: 'Aufschrift', path: '/aufschrift/pfad/' } as const
const moulds = new Map<Language, readonly Citation[]>()

const forTex = (text: string): string => text.replace(/[&%$#_{}]/g, '\\$&')

/** A page’s citations in every style, for readers of a language. */
export const ownCitations = (part: CitedPart, language: Language): readonly Citation[] => {
  if (part.kind === 'chapter') return setOne(part, language)
  const mould = moulds.get(language) ?? setOne({ kind: 'number', ...standIn }, language)
  moulds.set(language, mould)
  return mould.map(({ style, html }) => ({
    style,
    html: html
      .replaceAll(standIn.path, () => part.path)
      .replaceAll(nameOf(standIn.path), () => nameOf(part.path))
      .replaceAll(standIn.title, () => escaped(style === 'BibTeX' ? forTex(part.title) : part.title)),
  }))
}
