import { site } from '#site'
import { printedText } from '../../../scripts/ledger/data/data-types.ts'
import { locatorText } from '../../../scripts/ledger/data/locator.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import { derivingLine } from '../../../scripts/ledger/publish/declaring-line.ts'
import type { CheckRecord } from '../../../scripts/ledger/publish/record.ts'
import { mixtureOf } from '../../../scripts/ledger/questions/mixture.ts'
import type { Language, Place } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { bracketed, wordsOf } from '../../i18n/words.ts'
import { checkAddress, conflictAddress, gridAddress, sourceAddress } from '../../lib/addresses.ts'
import { attributes, type Content, type Html, html, joined } from '../../lib/html.ts'
import { isClash } from '../checks.ts'
import { scopeText } from '../scope-text.ts'
import { equation } from './equation.ts'
import { dataOf, figureLink } from './figure-link.ts'

/** Parts of a figure beyond so many are told by the table that they are cells of. */
const longList = 40
/** How many of a list the card of a number shows; the figure's page has all. */
const inCard = 5

const more = (index: number): Html => attributes({ 'data-more': index >= inCard ? '' : undefined })

const rest = (length: number, language: Language): Content =>
  length > inCard && html`<li class="rest">${wordsOf(language).card.more(length - inCard)}</li>`

const fact = (name: string, content: Content, kind?: string): Html =>
  html`<div><dt>${name}</dt><dd${attributes({ class: kind })}>${content}</dd></div>`

const rangeText = (ends: readonly (number | null)[], language: Language): string =>
  ends.map((end) => (end === null ? wordsOf(language).entry.openEnd : plainNumber(end))).join(' – ')

/** The number agrees, and may be said to count something else. */
const verdictOf = (check: CheckRecord, language: Language): readonly [verdict: string, text: string] =>
  isClash(check) ? ['conflicting', wordsOf(language).clash] : [check.verdict, wordsOf(language).verdicts[check.verdict]]

const facts = (figure: Figure, language: Language): Html => {
  const words = wordsOf(language)
  const { entry } = words
  const [enumeration, comma] = language === 'zh' ? ['、', '，'] : [', ', ', ']
  const ledger = currentLedger()
  const { input, derived, bounds } = figure
  const { bases } = ledger.data.units
  const unit = [figure.unit, ...(derived?.per ? [derived.per] : [])].map((name) => bases.get(name)?.name[language] ?? name).join(' / ')
  const source = ledger.data.sources.find(({ id }) => id === input?.source)
  const mixture = mixtureOf(figure, ledger.figures)
  const measures = mixture?.measures.map((measure) => ledger.data.scopes.measures.get(measure)?.[language]).join(enumeration)
  const note = (input?.note ?? derived?.note)?.[language]
  return html`<dl class="facts">
    ${fact(entry.unrounded, `${figure.value.valueOf()} ${unit}`, 'number')}
    ${!figure.simulated && fact(entry.interval, rangeText([bounds.low?.valueOf() ?? null, bounds.high?.valueOf() ?? null], language), 'number')}
    ${fact(entry.scope, scopeText(ledger, figure, language))}
    ${input && fact(entry.printed, html`<b>${printedText(input)}</b>${input.qualifier && bracketed(language, words.qualifiers[input.qualifier])}`)}
    ${input?.locator && fact(entry.locator, [source && `${source.title[language]}${comma}`, locatorText(input.locator)[language]])}
    ${mixture && fact(entry.mixture, `${measures} · ${mixture.periods.join(enumeration)}`)}
    ${note && fact(entry.note, note)}
  </dl>`
}

const checkItem = (check: CheckRecord, index: number, language: Language): Html => {
  const words = wordsOf(language)
  const [verdict, text] = verdictOf(check, language)
  const { recomputed, interval, qualifier, cause } = check
  const ours = () =>
    recomputed !== null &&
    html`<small>${words.check.recomputed} <b>${plainNumber(recomputed)}</b>${interval && bracketed(language, rangeText(interval, language))}</small>`
  return html`<li${more(index)}>
            <span class="verdict ${verdict}">${text}</span>
            <span>${qualifier && `${words.qualifiers[qualifier]} `}<b>${check.printed}</b></span>
            <a href="${checkAddress(language, check)}">${check.locator[language]}</a>
            ${ours()}
            ${cause && html`<small>${words.causes[cause]}${language === 'zh' ? '：' : ': '}${check.reason?.[language]}</small>`}
          </li>`
}

/** What it is computed from: told one by one, unless they are the many cells of a table. */
const inputs = (figure: Figure, language: Language): Html => {
  const { entry } = wordsOf(language)
  const { figures } = currentLedger()
  const parts = figure.from.flatMap((id) => figures.get(id) ?? [])
  const inGrid = (part: Figure) => parts.length > longList && part.input?.grid !== undefined
  const single = parts.filter((part) => !inGrid(part))
  const grids = Object.entries(Object.groupBy(parts.filter(inGrid), (part) => part.input?.grid ?? ''))
  const printed = ({ input }: Figure) =>
    input?.locator && html`<small>${entry.printed} <b>${printedText(input)}</b> · ${locatorText(input.locator)[language]}</small>`
  return html`<ul class="figures">
        ${single.map((part, index) => html`<li${more(index)}>${part.label[language]} ${figureLink(part.id, language)} ${printed(part)}</li>`)}
        ${grids.map(
          ([grid, cells]) =>
            html`<li><a href="${gridAddress(language, grid)}">${site.words[language].topics[grid]}</a>${bracketed(language, cells?.length ?? 0)}</li>`,
        )}
        ${rest(single.length, language)}
      </ul>`
}

const conflicts = (figure: Figure, checks: readonly CheckRecord[], language: Language): Content => {
  const touching = currentLedger().data.conflicts.filter(
    (conflict) => conflict.figures.includes(figure.id) || checks.some(({ claim }) => conflict.checks.includes(claim)),
  )
  if (touching.length === 0) return undefined
  return html`<h2 id="conflicts">${wordsOf(language).conflicts.touching}</h2>
      <ul class="figures">
        ${touching.map(({ id, title }, index) => html`<li${more(index)}><a href="${conflictAddress(language, id)}">${title[language]}</a></li>`)}
        ${rest(touching.length, language)}
      </ul>`
}

const places = (figure: Figure, language: Language): Html => {
  const { entry, tables } = wordsOf(language)
  const { input, derived, formula } = figure
  const named: readonly (readonly [string, Pick<Place, 'file' | 'line'> | undefined])[] = [
    [entry.script, derivingLine(currentLedger(), figure)],
    [tables.declared, derived?.declared],
    [entry.formula, formula],
    [entry.transcribed, input?.place],
  ]
  const link = (place: Pick<Place, 'file' | 'line'>): Html =>
    html`<a${attributes({ href: sourceAddress(language, place), 'data-line': place === formula ? undefined : '' })}><code>${place.file}:${place.line}</code></a>`
  return html`<dl class="facts places">
    ${named.map(([name, place]) => place && fact(name, link(place)))}
    ${fact('id', html`<code>${figure.id}</code>`)}
  </dl>`
}

/**
 * The facts of a figure: what it is, where it comes from, and what the source says of it. It heads the figure's page,
 * and the card of a number shows it: there what is marked `data-more` is left out. `uses` says where chapters show it.
 */
export const entry = (figure: Figure, language: Language, uses: Content): Html => {
  const words = wordsOf(language)
  const { input, derived, formula } = figure
  // What is not as printed comes first.
  const checks = currentLedger()
    .checks.filter((check) => check.figure === figure.id)
    .sort((one, other) => Number(one.reason === null) - Number(other.reason === null))
  const rulings = new Map(checks.map((check) => verdictOf(check, language)))
  const judged = (): Content =>
    checks.length > 0
      ? html`<ul class="rulings">${checks.map((check, index) => checkItem(check, index, language))}${rest(checks.length, language)}</ul>`
      : derived && html`<p>${words.entry.noChecks}</p>`
  return html`<section class="entry" id="entry">
  <h1>${figure.label[language]}</h1>
  <p class="value">${dataOf(figure, language)}</p>
  <p class="ruling">
    ${joined(
      [
        html`<span>${words.kinds[input?.kind ?? 'derived']}</span>`,
        ...[...rulings].map(([verdict, text]) => html`<span class="verdict ${verdict}">${text}</span>`),
      ],
      ' · ',
    )}
  </p>
  ${facts(figure, language)}
  ${(derived || checks.length > 0) && html`<h2 id="checks">${words.entry.checks}</h2>`}
  ${judged()}
  ${
    derived &&
    formula &&
    html`<h2 id="formula">${words.entry.formula}</h2>
      ${equation(figure.id, language)}
      <h2 id="inputs">${words.entry.inputs}</h2>
      ${inputs(figure, language)}`
  }
  ${conflicts(figure, checks, language)}
  ${places(figure, language)}
  ${uses}
</section>`
}
