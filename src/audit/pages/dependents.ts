import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { format } from '../../../scripts/ledger/numbers/format.ts'
import { fromFloat } from '../../../scripts/ledger/numbers/printed.ts'
import { ratio } from '../../../scripts/ledger/numbers/units.ts'
import { dependentsOf, downstreamOf } from '../../../scripts/ledger/questions/dependence.ts'
import { influencesOn } from '../../../scripts/ledger/questions/influence.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { wordsOf } from '../../i18n/words.ts'
import { checkAddress } from '../../lib/addresses.ts'
import { type Html, html } from '../../lib/html.ts'
import { figureLink } from './figure-link.ts'

const longList = 40

/** How the number that the whole report is about answers to the figure, where it rests on it. */
const effectOnTotal = (figure: Figure, downstream: readonly Figure[], language: Language): string | undefined => {
  const { proof } = wordsOf(language)
  const { figures, report } = currentLedger()
  const total = downstream.find(({ id }) => id === report.headline)
  if (!total) return undefined
  const elasticity = influencesOn(figures, report.headline).find(({ id }) => id === figure.id)?.elasticity
  if (elasticity === undefined) return proof.unmoved(total.label[language])
  return proof.total(total.label[language], format(fromFloat(elasticity / 100), { unit: ratio, digits: 2, percent: true }, language))
}

/** What would move with a figure: the figures computed from it, the total, and the checks. */
export const dependents = (figure: Figure, language: Language): Html => {
  const words = wordsOf(language)
  const { proof } = words
  const ledger = currentLedger()
  const direct = dependentsOf(ledger.figures, figure.id)
  const heading = html`<h2 id="used-by">${proof.dependents}</h2>`
  if (direct.length === 0) return html`${heading}<p>${proof.noDependents}</p>`
  const all = downstreamOf(ledger.figures, figure.id)
  const ids = new Set(all.map(({ id }) => id))
  const checks = ledger.checks.filter((check) => ids.has(check.figure))
  /** One result may be printed in several places: its name stands once, over them. */
  const judged = [...Map.groupBy(checks.slice(0, longList), (check) => check.figure)]
  const rest = (length: number) => length > longList && html`<li>${proof.more(length - longList)}</li>`
  const checksSaid = (): Html => html`
        <p>${proof.checks(checks.length)}</p>
        <ul class="figures">
          ${judged.map(
            ([id, printed]) => html`<li>
              ${ledger.figures.get(id)?.label[language]}
              ${printed.map(
                (check) =>
                  html`<small><span class="verdict ${check.verdict}">${words.verdicts[check.verdict]}</span> · <a href="${checkAddress(language, check)}">${check.locator[language]}</a></small>`,
              )}
            </li>`,
          )}
          ${rest(checks.length)}
        </ul>`
  return html`${heading}
    <p>
      ${proof.downstream(direct.length, all.length)}
      ${effectOnTotal(figure, all, language)}
    </p>
    <ul class="figures">
      ${direct.slice(0, longList).map((other) => html`<li>${other.label[language]} ${figureLink(other.id, language)}</li>`)}
      ${rest(direct.length)}
    </ul>
    ${checks.length > 0 && checksSaid()}`
}
