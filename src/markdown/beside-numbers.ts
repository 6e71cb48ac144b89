import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { baseOf } from '../../scripts/ledger/numbers/units.ts'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import type { SourceText } from '../chapters/source-text.ts'

/** What makes another number of the one before it. */
const scales: Readonly<Record<Language, RegExp>> = {
  zh: /^\s*(?:万亿|[万亿]|[十百千](?![分瓦克米年里帕伏焦])|[%％‰])/,
  en: /^\s*(?:(?:hundred|thousand|million|billion|trillion|per\s?cent)\b|[%‰])/i,
}

/** The words of a unit, as a figure is shown with them: 升 behind 3593升, “RMB” before “RMB 1.69 trillion”. */
const wordsOf = (figure: Figure, language: Language): { readonly before: string; readonly after: string } => {
  const [before = '', after = ''] = baseOf(figure).written[language].split('{}')
  return { before: before.trim(), after: after.trim() }
}

/** What stands behind a number and says again, or otherwise, how much or of what it is. */
const doubledAfter = (words: string, figure: Figure, language: Language): string | undefined => {
  const scale = scales[language].exec(words)?.[0].trim()
  if (scale) return scale
  const { after } = wordsOf(figure, language)
  if (!after || !shown(figure, language).endsWith(after)) return undefined
  const next = words.trimStart()
  const repeats = language === 'zh' ? next.startsWith(after) && !/^[均次级]/.test(next.slice(after.length)) : next.startsWith(after)
  return repeats && !/^[A-Za-z]/.test(next.slice(after.length)) ? after : undefined
}

const doubledBefore = (words: string, figure: Figure, language: Language): string | undefined => {
  const fraction = language === 'zh' ? /百分之\s*$/.exec(words)?.[0] : undefined
  if (fraction) return fraction
  const { before } = wordsOf(figure, language)
  const money = /(?:RMB|CNY|USD|[¥$€£])\s*$/.exec(words)?.[0].trim()
  return before && money && shown(figure, language).startsWith(before) ? money : undefined
}

const isElement = (node: Nodes): node is Extract<Nodes, { type: 'mdxJsxTextElement' | 'mdxJsxFlowElement' }> =>
  node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement'

/** A paragraph's words and components in their order, whatever they are set in. */
const inOrder = (node: Nodes): readonly Nodes[] =>
  'children' in node && node.children.length > 0 ? (node.children as Nodes[]).flatMap(inOrder) : [node]

/** Complains of a scale or a unit beside a number that is shown with its own: <Num … />万个 where it prints 147.7万. */
export const checkBesideNumbers = (tree: Root, language: Language, { figures }: Ledger, source: SourceText, complaints: Complaints): void =>
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return
    const run = inOrder(node)
    for (const [index, number] of run.entries()) {
      if (!isElement(number) || number.name !== 'Num') continue
      const id = number.attributes.find((attribute) => 'name' in attribute && attribute.name === 'id')?.value
      const figure = typeof id === 'string' ? figures.get(id) : undefined
      if (!figure) continue
      const [before, after] = [run[index - 1], run[index + 1]]
      const printed = shown(figure, language)
      const tell = (words: string, at: number) =>
        complaints.add(`“${words}” stands beside ${id}, which is printed as “${printed}”`, source.placeAt(at), 'the number alone')
      const behind = after?.type === 'text' ? doubledAfter(after.value, figure, language) : undefined
      if (behind && after) {
        const start = after.position?.start.offset ?? 0
        tell(behind, start + Math.max(0, source.text.slice(start).indexOf(behind)))
      }
      const ahead = before?.type === 'text' ? doubledBefore(before.value, figure, language) : undefined
      if (ahead && before) tell(ahead.trim(), source.text.lastIndexOf(ahead.trim(), before.position?.end.offset ?? 0))
    }
  })
