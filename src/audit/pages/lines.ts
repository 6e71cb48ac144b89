import { locatorText } from '../../../scripts/ledger/data/locator.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { CheckRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { wordsOf } from '../../i18n/words.ts'
import { checkAddress, figureAddress, lineAnchor, sourceAddress } from '../../lib/addresses.ts'
import { attributes, type Content, type Html, html } from '../../lib/html.ts'
import { type Line, listingOf, type Piece } from '../listing/listing.ts'
import { dataOf } from './figure-link.ts'

export interface Shown {
  readonly file: string
  /** The lines to show: all, unless only some are asked for. */
  readonly first?: number | undefined
  readonly last?: number | undefined
  /** The line that is pointed out. */
  readonly marked?: number | undefined
  /** Of the figures that the marked line declares, the one that the page is about. */
  readonly about?: string | undefined
}

const few = 3

/** The figures that a line declares, as they are told after it. Of a row that is all links, its name. */
const declaredBy = (ids: readonly string[], file: string, language: Language) => {
  const { figures } = currentLedger()
  const declared = ids.flatMap((id) => figures.get(id) ?? [])
  return file.endsWith('.csv') && declared.length > few
    ? { figures: [], row: declared[0]?.input?.row?.[language], rest: 0 }
    : { figures: declared.slice(0, few), row: undefined, rest: declared.length - few }
}

const linked = (piece: Piece, language: Language): Content => {
  const figure = piece.figure === undefined ? undefined : currentLedger().figures.get(piece.figure)
  const href = figure ? figureAddress(language, figure) : piece.script && sourceAddress(language, piece.script)
  const colour = piece.kind && `is-${piece.kind}`
  if (href) return html`<a${attributes({ class: colour, href })}>${piece.text}</a>`
  return colour ? html`<span class="${colour}">${piece.text}</span>` : piece.text
}

/**
 * Lines of a script or a data file: each with its number, the figures that it names as links, and what it declares
 * with the value of this build. On the file's own page a line is the place that others point to.
 */
export const lines = ({ file, first, last, marked, about }: Shown, language: Language): Html => {
  const words = wordsOf(language)
  const ledger = currentLedger()
  const whole = first === undefined
  const comma = language === 'zh' ? '，' : ', '
  const figureSaid = (figure: Figure): Html =>
    html`<span> <a href="${figureAddress(language, figure)}">${dataOf(figure, language)}</a>${figure.input?.locator && [comma, locatorText(figure.input.locator)[language]]}</span>`
  const checkSaid = (check: CheckRecord): Html =>
    html`<span> <a href="${checkAddress(language, check)}">${words.verdicts[check.verdict]}</a>${comma}${check.locator[language]}</span>`
  const said = ({ number, figures: ids, claims }: Line): Content => {
    const { figures, row, rest } = declaredBy(number === marked && about ? [about] : ids, file, language)
    const judged = claims.length === 0 ? [] : ledger.checks.filter(({ claim }) => claims.includes(claim))
    if (figures.length + judged.length === 0 && !row) return undefined
    return html`<span class="said">${row && html`<span> ${row}</span>`}${figures.map(figureSaid)}${rest > 0 && html`<span> ${words.proof.more(rest)}</span>`}${judged.map(checkSaid)}</span>`
  }
  const lineOf = (line: Line): Html => {
    const { number, pieces } = line
    const own = attributes({ class: number === marked ? 'line marked' : 'line', id: whole ? lineAnchor(number) : undefined })
    const href = whole ? `#${lineAnchor(number)}` : sourceAddress(language, { file, line: number })
    return html`<span${own}><a class="at" href="${href}" aria-label="${words.proof.line(number)}">${number}</a><span>${pieces.map((piece) => linked(piece, language))}${said(line)}</span>\n</span>`
  }
  return html`<pre class="listing" data-file="${file}"><code>${listingOf(ledger, file)
    .slice((first ?? 1) - 1, last)
    .map(lineOf)}</code></pre>`
}
