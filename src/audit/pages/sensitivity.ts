import type Fraction from 'fraction.js'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { format } from '../../../scripts/ledger/numbers/format.ts'
import { fromFloat } from '../../../scripts/ledger/numbers/printed.ts'
import { ratio } from '../../../scripts/ledger/numbers/units.ts'
import { shown, styleOf } from '../../../scripts/ledger/publish/shown.ts'
import { breakEvensOf } from '../../../scripts/ledger/questions/break-even.ts'
import { type Influence, influencesOn } from '../../../scripts/ledger/questions/influence.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { wordsOf } from '../../i18n/words.ts'
import { figureAddress } from '../../lib/addresses.ts'
import { type Html, html } from '../../lib/html.ts'

const most = 10

const signed = (value: number, write: (size: Fraction) => string): string => `${value < 0 ? '−' : '+'}${write(fromFloat(Math.abs(value)))}`

const inPercent = (percent: number, language: Language): string =>
  signed(percent / 100, (size) => format(size, { unit: ratio, digits: 2, percent: true }, language))

/** A figure's label as a link, with its present value. */
const mover = (figure: Figure, language: Language): Html =>
  html`<a href="${figureAddress(language, figure)}">${figure.label[language]}</a> <small>${wordsOf(language).proof.now(shown(figure, language))}</small>`

const influencesTable = (figure: Figure, language: Language): Html | undefined => {
  const { proof } = wordsOf(language)
  const { figures } = currentLedger()
  const figureOf = (id: string) => figures.get(id) as Figure
  const style = styleOf(figure)
  const influences = influencesOn(figures, figure.id)
  const told = influences.length <= most + 1 ? influences : influences.slice(0, most)
  if (told.length === 0) return undefined
  /** What one per cent more does, in base units. */
  const moved = ({ id, slope }: Influence) => (slope * figureOf(id).value.valueOf()) / 100
  const change = (influence: Influence): string => {
    const text = signed(moved(influence), (size) => format(size, { ...style, digits: 2 }, language))
    return style.percent ? proof.points(text.replace('%', '')) : text
  }
  const longest = Math.max(...told.map((influence) => Math.abs(moved(influence))))
  const bar = (influence: Influence): Html => {
    const width = Math.round((Math.abs(moved(influence)) / longest) * 1000) / 10
    return html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="${moved(influence) < 0 ? 'less' : 'more'}" width="${width}" height="8" /></svg>`
  }
  const strongestOfRest = (): string | undefined => {
    const [first] = influences.slice(told.length)
    if (!first) return undefined
    const size = { ...first, slope: Math.abs(first.slope) }
    return (first.elasticity === undefined ? change(size) : inPercent(Math.abs(first.elasticity), language)).slice(1)
  }
  const weaker = strongestOfRest()
  return html`
    <h2 id="sensitivity">${proof.sensitivity}</h2>
    <p>${proof.sensitivityLead}</p>
    <table class="influences">
      <thead><tr><th scope="col">${proof.mover}</th><th scope="col" class="number">${proof.onePercent}</th><th scope="col" class="number">${proof.change}</th></tr></thead>
      <tbody>
        ${told.map(
          (influence) => html`<tr>
            <th scope="row">${mover(figureOf(influence.id), language)}</th>
            <td class="number">${bar(influence)}${influence.elasticity === undefined ? '—' : inPercent(influence.elasticity, language)}</td>
            <td class="number">${change(influence)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${weaker && html`<p class="rest">${proof.weaker(influences.length - told.length, weaker)}</p>`}`
}

const breakEvensList = (figure: Figure, language: Language): Html | undefined => {
  const { proof } = wordsOf(language)
  const { figures } = currentLedger()
  const crossings = [...Map.groupBy(breakEvensOf(figures, figure.id), ({ id }) => id)]
  if (crossings.length === 0) return undefined
  return html`
    <h2 id="break-evens">${proof.breakEvens}</h2>
    <p>${proof.breakEvensLead}</p>
    <dl class="break-evens">
      ${crossings.map(([id, several]) => {
        const moved = figures.get(id) as Figure
        const clauses = several.map(({ when, at, digits, side, threshold }) => ({
          when,
          at: format(at, { ...styleOf(moved), digits }, language),
          side,
          threshold: format(threshold, { ...styleOf(figure), digits: 1 }, language),
        }))
        return html`<div>
          <dt>${mover(moved, language)}</dt>
          <dd>${proof.beyond(clauses)}</dd>
        </div>`
      })}
    </dl>`
}

/** What a figure hangs on: the strongest influences on it, and how far each would have to move to change its round number. */
export const sensitivity = (figure: Figure, language: Language): Html =>
  html`${influencesTable(figure, language)}${breakEvensList(figure, language)}`
