/** How a page of this report is cited in every style: set by the citation library, or, of numbers, made from one mould. */

import type { Language } from '../../scripts/ledger/types.ts'
import { currentLedger } from '../current/ledger.ts'
import { languages, wordsOf } from '../i18n/words.ts'
import { escaped } from '../lib/escaped.ts'
import { publishedAt } from '../lib/site-address.ts'
import { setItem } from './bibliography.ts'
import { bibtex } from './bibtex.ts'
import { type CitedPart, mouldOfNumbers, nameOf, withOwn } from './mould.ts'
import { partOf, wholeOf } from './own.ts'

interface Citation {
  readonly style: string
  readonly html: string
}

const ownRecord = () => {
  const own = currentLedger().data.sources.find(({ group }) => group === 'own')
  if (!own) throw new Error('data/sources.yaml has no record of this report')
  return own
}

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

/** A page’s citations in every style, for readers of a language. */
export const ownCitations = (part: CitedPart, language: Language): readonly Citation[] => {
  if (part.kind === 'chapter') return setOne(part, language)
  return setOne(mouldOfNumbers, language).map(({ style, html }) => ({ style, html: withOwn(html, part) }))
}
