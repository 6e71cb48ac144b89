/** What `dist/ledger.json` holds, declared again on purpose: this folder trusts nothing but the file itself. */
export type Language = 'zh' | 'en'
export const languages = ['zh', 'en'] as const
export type Bilingual = Readonly<Record<Language, string>>
export type Qualifier = 'about' | 'over' | 'nearly'
/** How a source comes by its last digit; halves away from zero where nothing is said of it. */
export type Rounding = 'half-away' | 'half-even' | 'half-up' | 'up' | 'down'
export type Interval = readonly [low: number | null, high: number | null]
export type Terms = Readonly<Record<string, string | readonly string[] | readonly (readonly string[])[]>>

export interface Figure {
  readonly id: string
  readonly kind: string
  readonly value: number
  readonly unit: string
  readonly shown: Bilingual
  readonly interval: Interval
  readonly source: string
  readonly printed?: string
  readonly qualifier?: Qualifier
  readonly rounding?: Rounding
  readonly formula?: string
  readonly tex?: string
  readonly inputs?: readonly string[]
  readonly terms?: Terms
  readonly script?: string
  readonly declared?: string
  readonly formulaScript?: string
  readonly dataScript?: string
  readonly usedIn: readonly string[]
}

export interface Check {
  readonly claim: string
  readonly figure: string
  readonly source: string
  readonly printed: string
  readonly qualifier: Qualifier | null
  readonly rounding?: Rounding
  readonly recomputed: number | null
  readonly interval: Interval | null
  readonly verdict: string
  readonly cause: string | null
  readonly reason: Bilingual | null
  readonly cell?: { readonly table: string; readonly row?: string; readonly column?: string }
  /** Nothing is printed: shares of a whole make 100%. */
  readonly implied?: true
}

export interface Ledger {
  readonly sources: readonly { readonly id: string }[]
  readonly figures: readonly Figure[]
  readonly checks: readonly Check[]
  readonly conflicts: readonly { readonly id: string; readonly figures: readonly string[]; readonly checks: readonly string[] }[]
  readonly files: Readonly<Record<string, string>>
}

/** The ledger of a JSON text. Throws where it is no ledger. */
export const readLedger = (text: string): Ledger => {
  const found: unknown = JSON.parse(text)
  const lists = ['sources', 'figures', 'checks', 'conflicts'] as const
  if (typeof found !== 'object' || found === null || lists.some((name) => !Array.isArray((found as Record<string, unknown>)[name])))
    throw new TypeError(`a ledger has the lists ${lists.join(', ')}`)
  return found as Ledger
}

/** The ids that an argument names, one by one in their order. */
export const idsOf = (terms: Terms): readonly string[] =>
  Object.values(terms).flatMap((ids) => (typeof ids === 'string' ? [ids] : ids.flat()))
