import type { ComparedFigure } from './compared-ledger.ts'
import type { Sight } from './sight.ts'

/**
 * What a change goes back to: a printed input, the text of a formula, the figures that it is applied to, how the figure is
 * declared, a file whose formula texts stayed the same, or what the ledgers do not tell.
 */
export type CauseKind = 'input' | 'formula' | 'arguments' | 'definition' | 'file' | 'unknown'

export interface RootCause {
  readonly key: string
  readonly kind: CauseKind
  /** What changed: a figure's id, a formula's file, a file. */
  readonly what: string
  readonly before?: string
  readonly after?: string
  /** path:line where it now stands. */
  readonly place?: string
  /** Ids of the figures that it moves, by what is seen of it. */
  readonly moves: Readonly<Record<Sight, readonly string[]>>
}

type Own = Omit<RootCause, 'moves'>

const pathOf = (place = ''): string => place.replace(/:\d+$/, '')

/** Every figure that a formula is applied to, each under its argument's name. */
const argumentsOf = ({ terms, inputs = [] }: ComparedFigure): ReadonlyMap<string, readonly string[]> =>
  new Map(terms ? Object.entries(terms).map(([name, of]) => [name, [of].flat(2)]) : [['', inputs]])

/** The arguments that name other figures than before; undefined where all name the same. */
const argumentChange = (before: ComparedFigure, after: ComparedFigure): { before: string; after: string } | undefined => {
  // A ledger too old for `terms` knows the figures alone.
  const plain = ({ terms: _, ...figure }: ComparedFigure) => figure
  const known = before.terms && after.terms
  const [old, now] = [argumentsOf(known ? before : plain(before)), argumentsOf(known ? after : plain(after))]
  if ([...old.values()].join() === [...now.values()].join()) return undefined
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => String(old.get(name)) !== String(now.get(name)))
  const told = (own: typeof old, other: typeof old) =>
    names
      .flatMap((name) => {
        const ids = own.get(name)
        if (!ids) return []
        // Of a long list, what differs is enough.
        const odd = ids.length > 3 ? ids.filter((id) => !other.get(name)?.includes(id)) : ids
        const rest = ids.length - odd.length
        const list = [...odd, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
        return [name ? `${name}: ${list}` : list]
      })
      .join('; ')
  return { before: told(old, now), after: told(now, old) }
}

const printedOf = ({ printed, qualifier, rounding }: ComparedFigure): string =>
  `${qualifier ? `${qualifier} ` : ''}${printed ?? ''}${rounding ? `, rounded ${rounding}` : ''}`

/** Figures of one file that are declared otherwise go back to that file: it is named once, and not each of them. */
const gathered = (causes: readonly Own[]): { readonly causes: readonly Own[]; readonly keyOf: (key: string) => string } => {
  const byFile = Map.groupBy(
    causes.filter(({ kind, place }) => kind === 'definition' && place !== undefined),
    ({ place }) => pathOf(place),
  )
  const files = new Map([...byFile].flatMap(([file, own]) => (own.length > 1 ? own.map(({ key }) => [key, `file ${file}`] as const) : [])))
  const keyOf = (key: string): string => files.get(key) ?? key
  const told = new Map<string, Own>()
  for (const cause of causes) {
    const key = keyOf(cause.key)
    if (!told.has(key)) told.set(key, key === cause.key ? cause : { key, kind: 'file', what: pathOf(cause.place) })
  }
  return { causes: [...told.values()], keyOf }
}

/** Finds what every movement goes back to, through the figures that moved on the way. */
export const rootCauses = (
  before: ReadonlyMap<string, ComparedFigure>,
  after: ReadonlyMap<string, ComparedFigure>,
  moved: ReadonlyMap<string, Sight>,
  changedFiles: readonly string[],
  valuesOnly: boolean,
): { readonly causes: readonly RootCause[]; readonly causesOf: (id: string) => readonly string[] } => {
  const found = new Map<string, Own>()
  const keep = (cause: Own): string => {
    if (!found.has(cause.key)) found.set(cause.key, cause)
    return cause.key
  }
  const at = (place?: string) => (place ? { place } : {})

  /** What of a figure itself is told otherwise, whether or not it moved. */
  const toldChanges = (old: ComparedFigure, now: ComparedFigure): Own[] => {
    const { id } = now
    if (valuesOnly) return []
    const changes: Own[] = []
    if (old.kind !== now.kind)
      return [
        {
          key: `definition ${id}`,
          kind: 'definition',
          what: id,
          before: `${old.kind}`,
          after: `${now.kind}`,
          ...at(now.script ?? now.dataScript),
        },
      ]
    if (printedOf(old) !== printedOf(now))
      changes.push({ key: `input ${id}`, kind: 'input', what: id, before: printedOf(old), after: printedOf(now), ...at(now.dataScript) })
    if (old.formula !== now.formula && old.formula && now.formula)
      changes.push({
        key: `formula ${old.formula} ${now.formula}`,
        kind: 'formula',
        what: pathOf(now.formulaScript),
        before: old.formula,
        after: now.formula,
        ...at(now.formulaScript),
      })
    const terms = argumentChange(old, now)
    if (terms) changes.push({ key: `arguments ${id}`, kind: 'arguments', what: id, ...terms, ...at(now.script) })
    return changes
  }

  /** What moved a figure of which nothing is told otherwise, and none of whose inputs moved. */
  const untold = (old: ComparedFigure, now: ComparedFigure): Own => {
    const place = now.declared ?? now.script ?? now.dataScript
    if (!valuesOnly && (old.unit !== now.unit || old.value === now.value)) {
      const told = (figure: ComparedFigure) => `${figure.shown.en} (${figure.unit})`
      return { key: `definition ${now.id}`, kind: 'definition', what: now.id, before: told(old), after: told(now), ...at(place) }
    }
    const printed = now.printed ?? old.printed
    if (valuesOnly && printed) {
      // One side knows what was printed, the other what is shown of it alone.
      const told = (figure: ComparedFigure, name: 'before' | 'after') => ({ [name]: figure.printed ? printedOf(figure) : figure.shown.en })
      const where = now.dataScript ?? old.dataScript
      return { key: `input ${now.id}`, kind: 'input', what: now.id, ...told(old, 'before'), ...told(now, 'after'), ...at(where) }
    }
    // Where its own script or data changed, nothing further off is to blame.
    const own = [...new Set([now.formulaScript, now.declared, now.script].map(pathOf))].filter((path) => changedFiles.includes(path))
    const files = own.length > 0 ? own : changedFiles.filter((path) => /^scripts\/(methods|formulas|ledger)\//.test(path))
    if (files.length > 0) return { key: `file ${files.join(', ')}`, kind: 'file', what: files.join(', ') }
    return { key: `unknown ${now.id}`, kind: 'unknown', what: now.id, ...at(place) }
  }

  const known = new Map<string, readonly string[]>()
  const causesOf = (id: string): readonly string[] => {
    const ready = known.get(id)
    if (ready) return ready
    // A ledger has no cycles; two ledgers together might.
    known.set(id, [])
    const [old, now] = [before.get(id), after.get(id)]
    if (!old || !now) return []
    const own = toldChanges(old, now)
    const through = [...new Set([...(now.inputs ?? []), ...(old.inputs ?? [])])].filter((part) => moved.has(part))
    // A method's helpers stand in its file, not in its text: a changed file may add to what its inputs did.
    const method = pathOf(now.formulaScript)
    if (own.length === 0 && through.length > 0 && /^scripts\/methods\//.test(method) && changedFiles.includes(method))
      own.push({ key: `file ${method}`, kind: 'file', what: method })
    if (own.length === 0 && through.length === 0) own.push(untold(old, now))
    const keys = [...new Set([...own.map(keep), ...through.flatMap(causesOf)])]
    known.set(id, keys)
    return keys
  }
  for (const [id, now] of after) {
    const old = before.get(id)
    if (moved.has(id)) causesOf(id)
    else if (old) for (const cause of toldChanges(old, now)) keep(cause)
  }
  const { causes: told, keyOf } = gathered([...found.values()])
  const toldCausesOf = (id: string): readonly string[] => [...new Set(causesOf(id).map(keyOf))]
  // One walk over all that moved: there may be as many causes as figures.
  const moves = new Map(told.map(({ key }) => [key, { seen: [], hidden: [], range: [] } as Record<Sight, string[]>]))
  for (const [id, sight] of moved) for (const key of toldCausesOf(id)) moves.get(key)?.[sight].push(id)
  const causes = told.map((cause): RootCause => ({ ...cause, moves: moves.get(cause.key) ?? { seen: [], hidden: [], range: [] } }))
  const weight = ({ moves: { seen, hidden, range } }: RootCause) => seen.length * 1e6 + hidden.length * 1e3 + range.length
  return { causes: causes.toSorted((a, b) => weight(b) - weight(a)), causesOf: toldCausesOf }
}
