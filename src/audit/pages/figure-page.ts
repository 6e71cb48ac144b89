import { site } from '#site'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { declaringLine, statementOf } from '../../../scripts/ledger/publish/declaring-line.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Language, Place } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { wordsOf } from '../../i18n/words.ts'
import { auditAddress, figureAddress, sourceAddress, topicAddress } from '../../lib/addresses.ts'
import { type Content, type Html, html } from '../../lib/html.ts'
import { describedFrom } from '../listing/listing.ts'
import { topicOf } from '../topic.ts'
import type { AuditPage } from './audit-page.ts'
import { crumbs } from './crumbs.ts'
import { dependents } from './dependents.ts'
import { entry } from './entry.ts'
import { lines } from './lines.ts'
import { sensitivity } from './sensitivity.ts'
import { tree } from './tree.ts'

type LineOfFile = Pick<Place, 'file' | 'line'>

const placeLine = (place: LineOfFile, language: Language, name?: string): Html =>
  html`<p class="place">${name && `${name}${language === 'zh' ? '：' : ': '}`}<a href="${sourceAddress(language, place)}"><code>${place.file}:${place.line}</code></a></p>`

/** The lines of a script from the comment that describes a statement to its end. */
const described = (place: LineOfFile, language: Language): Html => {
  const ledger = currentLedger()
  return lines(
    { file: place.file, first: describedFrom(ledger, place), last: statementOf(ledger, place).last, marked: place.line },
    language,
  )
}

/** The statement that derives a figure, the data that ask for it, and its formula. */
const scripts = (figure: Figure, language: Language): Html => {
  const { proof, tables } = wordsOf(language)
  const ledger = currentLedger()
  const { derived, formula, place } = figure
  const declared = declaringLine(ledger, figure)
  /** The statement, where data ask for the figure and the line that declares it is theirs. */
  const statement = derived?.declared && derived.place
  return html`<h2 id="script">${derived ? proof.statement : proof.entry}</h2>
  ${statement && [placeLine(statement, language), described(statement, language)]}
  ${placeLine(declared, language, statement && tables.declared)}
  ${lines({ file: place.file, ...statementOf(ledger, place), marked: declared.line, about: figure.id }, language)}
  ${formula && [placeLine(formula, language, proof.formula), described(formula, language)]}`
}

/**
 * A figure's entry in the audit: what it is and where it comes from, then its script and what is made of it. A cell of a
 * large table has its entry on the page of the table. `uses` says where chapters show the figure.
 */
export const figurePage = (figure: Figure, language: Language, uses: Content): AuditPage => {
  const { audit, proof, citing } = wordsOf(language)
  const label = figure.label[language]
  const topic = topicOf(figure.id)
  const way = [
    { text: audit.title, href: auditAddress(language) },
    { text: site.words[language].topics[topic] ?? topic, href: topicAddress(language, topic) },
  ]
  return {
    path: `audit/${figure.id}/`,
    title: label,
    description: `${label}: ${shown(figure, language)}`,
    main: html`${crumbs(way, label, language)}
  ${entry(figure, language, uses)}
  ${figure.derived && html`<h2 id="tree">${proof.tree}</h2>${tree(figure, language)}`}
  ${scripts(figure, language)}
  ${sensitivity(figure, language)}
  ${dependents(figure, language)}`,
    cited: { kind: 'number', title: citing.figure(label, figure.id), path: figureAddress(language, figure) },
  }
}
