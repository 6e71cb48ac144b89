import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { upstreamOf } from '../../../scripts/ledger/questions/upstream.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { TEXT } from '../../charts/text.ts'
import { currentLedger } from '../../current/ledger.ts'
import { wordsOf } from '../../i18n/words.ts'
import { attributes, type Html, html } from '../../lib/html.ts'
import { treeOf } from '../tree.ts'
import { type Box, boxWidth, drawTree } from '../tree-drawing.ts'
import { outline } from './outline.ts'

const corner = { cited: 0, assumed: 0, derived: 8, more: 0 } as const

const boxOf = ({ kind, x, y, height, lines, value, href }: Box): Html =>
  html`<a class="${kind}" href="${href}" tabindex="-1"><rect x="${x}" y="${y}" width="${boxWidth}" height="${height}" rx="${corner[kind]}" /><text x="${x + 8}" y="${y}">${lines.map(
    (line) => html`<tspan x="${x + 8}" dy="${TEXT.line}">${line}</tspan>`,
  )}${value && html`<tspan class="amount" x="${x + 8}" dy="${TEXT.line}">${value}</tspan>`}</text></a>`

/** A figure's tree: drawn where there is room, and as nested lists that have all of it. */
export const tree = (figure: Figure, language: Language): Html => {
  const { proof } = wordsOf(language)
  const ledger = currentLedger()
  const { width, height, boxes, edges } = drawTree(ledger, figure, language)
  const rests = upstreamOf(ledger.figures, figure.id).filter(({ id }) => id !== figure.id)
  const ofKind = (kind: 'cited' | 'assumed') => rests.filter(({ input }) => input?.kind === kind).length
  // The lists below say all that the drawing does, to those who listen and to those who use the keyboard.
  return html`<p>${proof.treeLead(rests.length, ofKind('cited'), ofKind('assumed'))}</p>
<div class="tree" aria-hidden="true">
  <p class="legend">${(['derived', 'cited', 'assumed'] as const).map((kind) => html`<span class="${kind}">${proof.legend[kind]}</span>`)}</p>
  <svg${attributes({ width, height, viewBox: `0 0 ${width} ${height}` })}>
    ${edges.map((edge) => html`<path d="${edge}" />`)}
    ${boxes.map(boxOf)}
  </svg>
</div>
${outline(treeOf(ledger, figure), language)}`
}
