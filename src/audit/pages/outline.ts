import { site } from '#site'
import { printedText } from '../../../scripts/ledger/data/data-types.ts'
import { locatorText } from '../../../scripts/ledger/data/locator.ts'
import { declaringLine } from '../../../scripts/ledger/publish/declaring-line.ts'
import type { Language, Place } from '../../../scripts/ledger/types.ts'
import { currentLedger } from '../../current/ledger.ts'
import { wordsOf } from '../../i18n/words.ts'
import { figureAddress, gridAddress, sourceAddress } from '../../lib/addresses.ts'
import { type Html, html } from '../../lib/html.ts'
import type { Branch } from '../tree.ts'
import { dataOf } from './figure-link.ts'

const placeText = ({ file, line }: Pick<Place, 'file' | 'line'>): string => `${file.split('/').at(-1)}:${line}`

const branchLine = (branch: Branch, language: Language): Html => {
  const { figure, repeated, parts, grids } = branch
  const { input } = figure
  const leaf = (): Html => {
    const declared = declaringLine(currentLedger(), figure)
    const printed = input?.locator && html`<b>${printedText(input)}</b> · ${locatorText(input.locator)[language]} · `
    return html`<small class="leaf">${printed}<a href="${sourceAddress(language, declared)}"><code>${placeText(declared)}</code></a></small>`
  }
  return html`<li class="${input?.kind ?? 'derived'}">
        <a href="${figureAddress(language, figure)}">${figure.label[language]} ${dataOf(figure, language)}</a>
        ${repeated && html`<small>${wordsOf(language).proof.above}</small>`}
        ${input && leaf()}
        ${parts.length + grids.length > 0 && outline(branch, language)}
      </li>`
}

/** A figure's tree as nested lists: what each is computed from, down to what is printed where. */
export const outline = ({ parts, grids }: Pick<Branch, 'parts' | 'grids'>, language: Language): Html => {
  const { proof } = wordsOf(language)
  return html`<ul class="outline">
  ${parts.map((branch) => branchLine(branch, language))}
  ${grids.map(
    ({ id, cells, kind }) =>
      html`<li class="${kind}"><a href="${gridAddress(language, id)}">${proof.cells(cells, site.words[language].topics[id] ?? id)}</a></li>`,
  )}
</ul>`
}
