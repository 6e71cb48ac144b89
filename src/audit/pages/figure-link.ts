import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import { mixtureOf } from '../../../scripts/ledger/questions/mixture.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { wordsOf } from '../../i18n/words.ts'
import { figureAddress } from '../../lib/addresses.ts'
import { type Html, html } from '../../lib/html.ts'

/** A figure's number, for tools that read the page: its id and its value without rounding. */
export const dataOf = (figure: Figure, language: Language, text = shown(figure, language)): Html =>
  html`<data class="num" data-figure="${figure.id}" value="${String(figure.value.valueOf())}">${text}</data>`

/**
 * A figure in a sentence: its text, a link to its entry in the audit, and a mark where it adds unlike measures. `text` is
 * other text for the same value, as a table's column writes it.
 */
export const figureLink = (id: string, language: Language, text?: string): Html => {
  const { figures } = currentLedger()
  const figure = figures.get(id)
  if (!figure) throw new Error(`unknown figure ${id}`)
  const mark = mixtureOf(figure, figures) && html`<abbr class="mixed" title="${wordsOf(language).mixes}">†</abbr>`
  return html`<a class="figure" href="${figureAddress(language, figure)}">${dataOf(figure, language, text)}${mark}</a>`
}
