import { equationOf } from '../../../scripts/ledger/publish/equation.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { figureAddress } from '../../lib/addresses.ts'
import { Html, html } from '../../lib/html.ts'
import { mathml } from '../../lib/mathml.ts'
import { figureLink } from './figure-link.ts'

/** Figures of one formula have lines in common. */
const lines = new Map<string, Html>()
const line = (tex: string): Html => {
  const known = lines.get(tex) ?? html`<div class="math">${new Html(mathml(tex))}</div>`
  lines.set(tex, known)
  return known
}

/** The equation of a figure, printed from the source text of the formula that ran: in words, then with values. */
export const equation = (id: string, language: Language): Html => {
  const ledger = currentLedger()
  const figure = ledger.figures.get(id)
  const equations = equationOf(ledger, id, language)
  if (!figure || !equations) throw new Error(`${id} has no formula`)
  const { formula, label } = figure
  return html`<figure class="equation">
  <p class="equation-name">${label[language]}</p>
  ${[...equations.symbolic, ...equations.substituted].map(line)}
  <div class="math result">= ${figureLink(id, language)}</div>
  <figcaption><a href="${figureAddress(language, figure)}"><code>${formula?.file}:${formula?.line}</code></a></figcaption>
</figure>`
}
