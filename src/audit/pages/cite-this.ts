import type { Language } from '../../../scripts/ledger/types.ts'
import type { CitedPart } from '../../citation/mould.ts'
import { ownCitations } from '../../citation/own-page.ts'
import { wordsOf } from '../../i18n/words.ts'
import { Html, html } from '../../lib/html.ts'

/** How to cite the page one reads, folded up at its foot: GB/T 7714, APA and BibTeX. Scripts add a button that copies. */
export const citeThis = (part: CitedPart, language: Language): Html => {
  const words = wordsOf(language).citeThis
  return html`<details class="cite-this" data-copy="${words.copy}" data-copied="${words.copied}">
  <summary>${words.summary[part.kind]}</summary>
  <dl>${ownCitations(part, language).map(({ style, html: set }) => html`<div><dt>${style}</dt><dd>${new Html(set)}</dd></div>`)}</dl>
</details>`
}
