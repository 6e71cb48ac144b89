import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { FormulaSource } from '../../../scripts/ledger/figures/formula.ts'
import { declaringLine } from '../../../scripts/ledger/publish/declaring-line.ts'
import { formulaTex } from '../../../scripts/ledger/publish/equation.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { wordsOf } from '../../i18n/words.ts'
import { auditAddress, figureAddress, sourceAddress, sourcesAddress } from '../../lib/addresses.ts'
import { Html, html } from '../../lib/html.ts'
import { mathml } from '../../lib/mathml.ts'
import { descriptionOf, listedFiles } from '../listing/listing.ts'
import type { AuditPage } from './audit-page.ts'
import { crumbs } from './crumbs.ts'
import { dataOf } from './figure-link.ts'
import { lines } from './lines.ts'

const longList = 40

const user = (figure: Figure, language: Language): Html => {
  const declared = declaringLine(currentLedger(), figure)
  return html`<li><a href="${figureAddress(language, figure)}">${figure.label[language]}</a> <small>${dataOf(figure, language)} · <a href="${sourceAddress(language, declared)}"><code>${figure.place.file.split('/').at(-1)}:${declared.line}</code></a></small></li>`
}

/** A formula that the file exports: what it says of itself, the equation, and the figures that it makes. */
const formulaSection = (formula: FormulaSource, figures: readonly Figure[], language: Language): Html => {
  const { equation, proof } = wordsOf(language)
  const ledger = currentLedger()
  const users = figures.filter((figure) => figure.formula === formula)
  const tex = formulaTex(ledger, formula, language) ?? [users[0]?.derived?.tex ?? ''].filter(Boolean)
  const description = descriptionOf(ledger, formula)
  return html`<section>
      <h2 id="${formula.name}"><code>${formula.name}</code></h2>
      ${description && html`<p class="described" lang="en">${description}</p>`}
      ${tex.map((line) => html`<div class="math" tabindex="0" role="group" aria-label="${equation}">${new Html(mathml(line))}</div>`)}
      ${
        users.length > 0 &&
        html`<h3>${proof.usedBy}</h3>
          <ul class="figures">
            ${users.slice(0, longList).map((figure) => user(figure, language))}
            ${users.length > longList && html`<li>${proof.more(users.length - longList)}</li>`}
          </ul>`
      }
    </section>`
}

/** A script or a data file as a page, line by line: where every number can be followed to. */
export const sourcePage = (file: string, language: Language): AuditPage => {
  const { audit, proof } = wordsOf(language)
  const ledger = currentLedger()
  const figures = [...ledger.figures.values()]
  const declared = figures.filter(({ place }) => place.file === file).length
  const source = ledger.data.sources.find(({ id }) => file.startsWith(`data/${id}/`))
  const fingerprint = listedFiles(ledger).get(file)
  const way = [
    { text: audit.title, href: auditAddress(language) },
    { text: proof.scripts, href: sourcesAddress(language) },
  ]
  const facts = (source || declared > 0 || fingerprint) && [
    source && html`<span>${source.title[language]}</span> `,
    declared > 0 && html`<span>${proof.figures(declared)}</span> `,
    fingerprint && html`<span>${proof.fingerprint} <code>${fingerprint}</code></span>`,
  ]
  return {
    path: `audit/source/${file}/`,
    title: file,
    description: `${file}: ${proof.scripts}`,
    main: html`${crumbs(way, file, language)}
  <h1 class="file">${file}</h1>
  ${facts && html`<p class="place">${facts}</p>`}
  ${[...ledger.formulas.values()].filter((formula) => formula.file === file).map((formula) => formulaSection(formula, figures, language))}
  ${lines({ file }, language)}`,
  }
}
