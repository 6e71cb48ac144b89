import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import type { CheckRecord, FigureRecord } from '../../../scripts/ledger/publish/record.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'

/** Where a figure comes from: what it is, what is claimed of it, and the figures it is computed from, each explained. */
export interface Explanation extends Omit<FigureRecord, 'usedIn' | 'tex'> {
  /** The argument of the formula above that this figure stands for; absent at the root. */
  readonly argument?: string
  /** The formula with the values that went in. */
  readonly substituted?: Bilingual
  readonly checks: readonly CheckRecord[]
  /** How many figures are computed from it: at once, and all told. */
  readonly dependants: { readonly direct: number; readonly all: number }
  /** It was explained before, so that its parts are not told again. */
  readonly repeated?: true
  /** Beyond the depth that was asked for; empty for what a source prints. */
  readonly unexplained?: number
  readonly parts: readonly Explanation[]
}

/** Explains a figure down to printed inputs, or `depth` levels down. A figure that is met again is named, not told again. */
export const explain = (ledger: Ledger, id: string, depth = Number.POSITIVE_INFINITY): Explanation => {
  const records = new Map(publish(ledger).figures.map((record) => [record.id, record]))
  const users = dependants(ledger.figures)
  const seen = new Set<string>()
  const describe = (part: string, level: number, argument?: string): Explanation => {
    const figure = ledger.figures.get(part)
    const record = records.get(part)
    if (!figure || !record) throw new Error(`unknown figure ${part}`)
    const { usedIn: _, tex: __, ...facts } = record
    const repeated = seen.has(part) && figure.from.length > 0
    seen.add(part)
    const told = repeated || level >= depth ? [] : argumentsOf(figure)
    const substituted = substitution(ledger, figure)
    return {
      ...facts,
      ...(argument ? { argument } : {}),
      ...(substituted ? { substituted } : {}),
      checks: ledger.checks.filter((check) => check.figure === part),
      dependants: users(part),
      ...(repeated ? { repeated } : {}),
      ...(!repeated && level >= depth && figure.from.length > 0 ? { unexplained: figure.from.length } : {}),
      parts: told.map(([name, of]) => describe(of, level + 1, name)),
    }
  }
  return describe(id, 0)
}

/** A formula's arguments, each figure once under the first name that it goes by. */
const argumentsOf = ({ derived }: Figure): (readonly [name: string, id: string])[] => {
  const names = new Map<string, string>()
  for (const [name, of] of Object.entries(derived?.of ?? {}))
    for (const id of [of].flat(2)) if (!names.has(id)) names.set(id, typeof of === 'string' ? name : `${name}[]`)
  return [...names].map(([id, name]) => [name, id])
}

/** How many values of a list are written out. */
const longest = 8

const substitution = (ledger: Ledger, figure: Figure): Bilingual | undefined => {
  const { derived, formula } = figure
  if (!derived || !formula) return undefined
  const write = (language: 'zh' | 'en'): string => {
    const shownOf = (id: string): string => {
      const found = ledger.figures.get(id)
      return found ? shown(found, language) : id
    }
    const list = Object.values(derived.of).some((of) => typeof of !== 'string')
    const values = Object.entries(derived.of).map(([name, of]): readonly [string, string] => {
      const ids = [of].flat(2)
      const more = ids.length > longest ? `, … (${ids.length})` : ''
      return [name, typeof of === 'string' ? shownOf(of) : `[${ids.slice(0, longest).map(shownOf).join(', ')}${more}]`]
    })
    const result = shown(figure, language)
    // A list has no place in the formula's text; its values are told by name.
    if (list || !formula.expression) return `${values.map(([name, text]) => `${name}: ${text}`).join('; ')} = ${result}`
    const byName = new Map(values)
    return `${formula.text.replaceAll(/\b[a-zA-Z]\w*\b/g, (name) => byName.get(name) ?? name)} = ${result}`
  }
  return { zh: write('zh'), en: write('en') }
}

/** Counts the figures that are computed from one: at once, and through others. */
const dependants = (figures: ReadonlyMap<string, Figure>): ((id: string) => Explanation['dependants']) => {
  const users = Map.groupBy(
    [...figures.values()].flatMap(({ id, from }) => from.map((part) => ({ part, id }))),
    ({ part }) => part,
  )
  return (id) => {
    const all = new Set<string>()
    const walk = (part: string): void => {
      for (const user of users.get(part) ?? []) {
        if (all.has(user.id)) continue
        all.add(user.id)
        walk(user.id)
      }
    }
    walk(id)
    return { direct: users.get(id)?.length ?? 0, all: all.size }
  }
}

/** Figures that some words may mean: part of an id, of a label, of the number as shown, as printed, or as a source claims it. */
export const candidates = (ledger: Ledger, words: string): Figure[] => {
  const plain = (text: string) => text.toLowerCase().replaceAll(/(?<=\d)[,，](?=\d)/g, '')
  const sought = plain(words.trim())
  if (!sought) return []
  // “690” is no part of 6901, and “01” none of it either: digits stand for a whole number.
  const [, sign = '', digits] = /^([-−]?)([\d.]+)$/.exec(sought) ?? []
  const number =
    digits === undefined
      ? undefined
      : new RegExp(`(?<![${sign ? '\\w' : '\\d'}.])${sign && '[-−]'}${digits.replaceAll('.', '\\.')}(?![\\d]|\\.\\d)`)
  const has = (text = '') => (number ? number.test(plain(text)) : plain(text).includes(sought))
  const claims = Map.groupBy(ledger.checks, ({ figure }) => figure)
  return [...ledger.figures.values()].filter(
    (figure) =>
      has(figure.id) ||
      has(figure.label.zh) ||
      has(figure.label.en) ||
      has(figure.input?.digits) ||
      has(shown(figure, 'zh')) ||
      has(shown(figure, 'en')) ||
      (claims.get(figure.id) ?? []).some(({ printed }) => has(printed)),
  )
}
