/** The cells of a large table one by one, row by row: what stands on its page in place of a page for each. */

import { printedText } from '../../scripts/ledger/data/data-types.ts'
import { locatorText } from '../../scripts/ledger/data/locator.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { plainNumber } from '../../scripts/ledger/numbers/format.ts'
import { factorOf } from '../../scripts/ledger/numbers/units.ts'
import type { CheckRecord, ConflictRecord } from '../../scripts/ledger/publish/record.ts'
import { dependentsOf } from '../../scripts/ledger/questions/dependence.ts'
import type { Language, Place } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'
import { scopeText } from './scope-text.ts'

/** What is said of a cell beside its number or, where it is the same for all of a row, once of the row. */
export interface CellFacts {
  readonly kind?: string
  readonly scope?: string
  /** Where its source prints it, but for the column. */
  readonly place?: string
  readonly column?: string
  readonly line?: Place
  /** The figures that are computed from it directly: a few of them, and how many more there are. */
  readonly users?: { readonly few: readonly Figure[]; readonly more: number }
}

export interface Cell {
  readonly figure: Figure
  /** What it is called within its row. */
  readonly name: string
  readonly printed: string
  /** The range that rounding leaves, in the unit of what is printed; absent where it leaves none. */
  readonly range?: string
  readonly checks: readonly CheckRecord[]
  readonly conflicts: readonly Pick<ConflictRecord, 'id' | 'title'>[]
  readonly facts: CellFacts
}

export interface RowOfCells {
  readonly name: string
  readonly facts: CellFacts
  readonly cells: readonly Cell[]
}

const fewUsers = 3

const factsOf = (ledger: Ledger, figure: Figure, language: Language, source: string): CellFacts => {
  const { input } = figure
  const { column, ...row } = input?.locator ?? {}
  const other = ledger.data.sources.find(({ id }) => id === input?.source && id !== source)
  const place = [other?.title[language], locatorText(row)[language]].filter(Boolean).join(language === 'zh' ? '，' : ', ')
  const users = dependentsOf(ledger.figures, figure.id)
  return {
    ...(input && { kind: wordsOf(language).kinds[input.kind], line: input.place }),
    scope: scopeText(ledger, figure, language),
    ...(place !== '' && { place }),
    ...(column !== undefined && { column: locatorText({ column })[language] }),
    users: { few: users.slice(0, fewUsers), more: Math.max(0, users.length - fewUsers) },
  }
}

/** By which two facts are the same. */
const keyOf = (fact: CellFacts[keyof CellFacts]): string | undefined => {
  if (fact === undefined || typeof fact === 'string') return fact
  return 'few' in fact ? [...fact.few.map(({ id }) => id), fact.more].join() : `${fact.file}:${fact.line}`
}

/** The facts that all have alike. */
const sharedBy = ([first = {}, ...others]: readonly CellFacts[]): CellFacts =>
  only(first, (name) => others.every((facts) => keyOf(facts[name]) === keyOf(first[name])))

const only = (facts: CellFacts, wanted: (name: keyof CellFacts) => boolean): CellFacts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => wanted(name as keyof CellFacts)))

const rangeOf = ({ bounds: { low, high }, input }: Figure, ledger: Ledger, language: Language): string | undefined => {
  if (low !== null && high !== null && low.equals(high)) return undefined
  const factor = factorOf(ledger.data.units, input?.unit ?? '')
  return [low, high].map((end) => (end === null ? wordsOf(language).entry.openEnd : plainNumber(end.div(factor).valueOf()))).join(' – ')
}

/** The cells of a table by row, in the order of the ledger; none of a table whose numbers have pages of their own. */
export const cellsOf = (
  ledger: Ledger,
  { id, source }: { readonly id: string; readonly source: string },
  language: Language,
): readonly RowOfCells[] => {
  const colon = language === 'zh' ? '：' : ': '
  const checks = Map.groupBy(ledger.checks, ({ figure }) => figure)
  const figures = [...ledger.figures.values()].filter(({ input }) => input?.grid === id)
  return [...Map.groupBy(figures, ({ input }) => input?.row?.[language] ?? '')].map(([name, members]) => {
    const facts = members.map((figure) => factsOf(ledger, figure, language, source))
    const shared = sharedBy(facts)
    return {
      name,
      facts: shared,
      cells: members.map((figure, index): Cell => {
        const label = figure.label[language]
        const own = checks.get(figure.id) ?? []
        const range = rangeOf(figure, ledger, language)
        return {
          figure,
          name: name !== '' && label.startsWith(`${name}${colon}`) ? label.slice(name.length + colon.length) : label,
          printed: figure.input ? printedText(figure.input) : '',
          ...(range !== undefined && { range }),
          checks: own,
          conflicts: ledger.data.conflicts.filter(
            (conflict) => conflict.figures.includes(figure.id) || own.some(({ claim }) => conflict.checks.includes(claim)),
          ),
          facts: only(facts[index] ?? {}, (fact) => shared[fact] === undefined),
        }
      }),
    }
  })
}

/** The large tables by the first words of the ids of their cells, as “flows=flows employment=services-employment”. */
export const tablesByFirstWord = ({ figures }: Pick<Ledger, 'figures'>): string =>
  [
    ...new Set([...figures.values()].flatMap(({ id, input }) => (input?.grid === undefined ? [] : [`${id.split('.')[0]}=${input.grid}`]))),
  ].join(' ')
