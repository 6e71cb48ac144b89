import type { Language } from '../../../scripts/ledger/types.ts'
import { wordsOf } from '../../i18n/words.ts'
import { type Html, html } from '../../lib/html.ts'

export interface Step {
  readonly text: string
  readonly href?: string | undefined
}

/** The way from the audit down to the page, which is named last. */
export const crumbs = (way: readonly Step[], here: string, language: Language): Html =>
  html`<nav class="crumb" aria-label="${wordsOf(language).proof.crumbs}"><ol>${way.map(({ text, href }) =>
    href ? html`<li><a href="${href}">${text}</a></li>` : html`<li>${text}</li>`,
  )}<li aria-current="page">${here}</li></ol></nav>`
