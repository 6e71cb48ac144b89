/** What `dist/ledger.json` holds, declared again on purpose: this folder trusts nothing but the file itself. */
export type Language = 'zh' | 'en'
export const languages = ['zh', 'en'] as const
export type Bilingual = Readonly<Record<Language, string>>
export type Qualifier = 'about' | 'over' | 'nearly'
/** How a source comes by its last digit; halves away from zero where nothing is said of it. */
export type Rounding = 'half-away' | 'half-even' | 'half-up' | 'up' | 'down'
export type Interval = readonly [low: number | null, high: number | null]
export type Terms = Readonly<Record<string, string | readonly string[] | readonly (readonly string[])[]>>

/** What a figure tells of a simulation. */
export interface Simulated {
  readonly output: string
  readonly kind: string
  readonly statistic: string
  readonly probability?: number
  readonly of?: string
  readonly error?: number
  readonly low?: number
  readonly high?: number
  readonly nought?: boolean
}

interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly nought: boolean
}

/** A figure that was simulated over all doubts of a kind. */
export interface Simulation {
  readonly output: string
  readonly kind: string
  readonly seed: number
  readonly most: number
  readonly draws: number
  readonly digits: number
  readonly mean: number
  readonly deviation: number
  readonly meanError: number
  readonly quantiles: readonly { readonly probability: number; readonly value: number; readonly error: number }[]
  readonly histogram: {
    readonly low: number
    readonly high: number
    readonly counts: readonly number[]
    readonly below: number
    readonly above: number
  }
  readonly factors: readonly {
    readonly id: string
    readonly doubts: readonly string[]
    readonly first?: Estimate
    readonly total?: Estimate
  }[]
  readonly rows: number
  readonly trace: readonly { readonly rows: number; readonly first: readonly number[]; readonly total: readonly number[] }[]
  readonly tornado: {
    readonly middle: number
    readonly bars: readonly {
      readonly figure: string
      readonly from: number
      readonly to: number
      readonly atLow: number
      readonly atHigh: number
    }[]
  }
}

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
  readonly simulated?: Simulated
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
  readonly simulations?: readonly Simulation[]
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
