import { writeFileSync } from 'node:fs'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { SentenceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { auditAddress, exploreAddress, figureAddress } from '../lib/addresses.ts'
import { readPredicate } from '../markdown/predicate.ts'
import { quantitiesOf } from '../markdown/quantities.ts'
import type { Scenarios } from './declared.ts'
import { bare, graphOf } from './graph.ts'
import type { Moving, MovingSentence } from './moving.ts'

/** What the report's pages are called and how they follow each other, by address; those on writing have no place. */
export interface PagesOfSentences {
  readonly order: ReadonlyMap<string, number>
  readonly titleOf: (address: string) => string
}

/** Writes, for a language, the sentences that scenarios may change, beside the explorer's page; pages in the order of the contents. */
export const writeMoving = (
  folder: string,
  ledger: Ledger,
  scenarios: Scenarios,
  language: Language,
  sentences: readonly SentenceRecord[],
  { order, titleOf }: PagesOfSentences,
): void => {
  const placeOf = ({ page }: SentenceRecord): number | undefined => order.get(`/${page.replace(/#.*/, '')}`)
  const own = sentences.filter((sentence) => sentence.language === language && placeOf(sentence) !== undefined && saysSomething(sentence))
  const moving = movingOf(
    ledger,
    scenarios,
    own.toSorted((a, b) => (placeOf(a) ?? 0) - (placeOf(b) ?? 0)),
    (page) => titleOf(`/${page}`),
  )
  writeFileSync(`${folder}${exploreAddress(language)}sentences.json`, `${JSON.stringify(moving)}\n`)
}

/** A cell may show a number alone, which tells nobody what would change. */
const saysSomething = ({ text }: SentenceRecord): boolean => text.replace(/million|billion|trillion|RMB|[万亿元]|[^\p{L}]/gu, '').length > 1

export const movingOf = (
  ledger: Ledger,
  scenarios: Scenarios,
  sentences: readonly SentenceRecord[],
  titleOf: (page: string) => string,
): Moving => {
  const { nodes, controls } = graphOf(ledger, scenarios)
  const isMoved = (id: string): boolean => nodes[id] !== undefined && 'formula' in nodes[id]
  const moved = new Set([...Object.keys(nodes).filter(isMoved), ...controls.map(({ figure }) => figure)])
  const quantities = quantitiesOf(ledger)
  const others: Record<string, string> = {}
  const predicates: Moving['predicates'][number][] = []
  const indexes = new Map<string, number | undefined>()
  /** A predicate's index; none where no scenario touches it, or it asks for the range of a figure that moves. */
  const indexOf = (text: string): number | undefined => {
    if (indexes.has(text)) return indexes.get(text)
    const { statement, names } = readPredicate(text)
    const ids = names.map(({ id }) => id)
    const asksForRange = ids.some((id) => !ledger.figures.has(id) && moved.has(id.replace(/\.(low|high)$/, '')))
    const index = !asksForRange && ids.some((id) => moved.has(id)) ? predicates.length : undefined
    if (index !== undefined) {
      predicates.push({ text, statement: bare(statement) })
      for (const id of ids) if (!nodes[id]) others[id] = quantities.get(id)?.toFraction() ?? '0'
    }
    indexes.set(text, index)
    return index
  }
  const told = sentences.flatMap(({ page, text, figures, holds = [] }): MovingSentence[] => {
    const own = figures.filter((id) => moved.has(id))
    const rests = holds.flatMap((predicate) => indexOf(predicate) ?? [])
    return own.length > 0 ? [{ place: `/${page}`, text, figures: own, ...(rests.length > 0 ? { holds: rests } : {}) }] : []
  })
  const pages = [...new Set(told.map(({ place }) => place.replace(/#.*/, '')))]
  const cells = [...moved].flatMap((id) => {
    const figure = ledger.figures.get(id)
    return figure?.input?.grid === undefined ? [] : [[id, figureAddress('en', figure).slice(auditAddress('en').length)] as const]
  })
  return {
    titles: Object.fromEntries(pages.map((page) => [page, titleOf(page.slice(1))])),
    sentences: told,
    predicates,
    others,
    ...(cells.length > 0 && { cells: Object.fromEntries(cells) }),
  }
}
