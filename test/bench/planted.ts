/**
 * What becomes of a mistake. Slips of a copyist are planted, one at a time, in each result that the sources print and in
 * each input that such a result rests on, and the claims are judged again. A slip is caught where some claim is no
 * longer judged as it was, or where the build refuses; what the intervals of rounding hide is counted too.
 */
import { judgeClaim } from '../../scripts/ledger/check.ts'
import type { Claim, Input } from '../../scripts/ledger/data/data-types.ts'
import { computeFigures, type Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { decimalsOf, exactly, lastPlaceOf } from '../../scripts/ledger/numbers/printed.ts'
import { Problem, Problems } from '../../scripts/ledger/problem.ts'
import type { Verdict } from '../../scripts/ledger/types.ts'
import { dice } from './dice.ts'
import { type Measured, percent, tellProgress } from './measured.ts'

/** Units of the last digit that a slip may be off by. */
export const unitsOff = [1, 2, 3, 5, 10, 100] as const

/** A slip by its kind, and the digits that it makes of the right ones. */
export interface Slip {
  readonly kind: string
  readonly digits: string
}

export const kindsOfSlips: readonly string[] = [
  ...unitsOff.map((units) => offBy(units)),
  'two digits swapped',
  'point slipped by one',
  '% for a fraction, or back',
  'thousand for million, or back',
  '万 for 亿, or back',
  'sign lost or gained',
]

function offBy(units: number): string {
  return `off by ${units} in the last digit`
}

/** Every slip that a copyist can make of a printed numeral; those that change nothing are left out. */
export const slipsOf = (printed: string): readonly Slip[] => {
  const digits = printed.replace('−', '-')
  const value = exactly(digits)
  const off = unitsOff.flatMap((units) =>
    [1, -1].map((side) => ({
      kind: offBy(units),
      digits: withDecimals(value.add(lastPlaceOf(digits).mul(units * side)).toString(), decimalsOf(digits)),
    })),
  )
  const swapped = [...digits].flatMap((first, index) => {
    const second = digits[index + 1] ?? ''
    const both = /^\d\d$/.test(first + second) && !(index === 0 && second === '0')
    return both ? [{ kind: 'two digits swapped', digits: digits.slice(0, index) + second + first + digits.slice(index + 2) }] : []
  })
  const shifts = [
    ['point slipped by one', 1],
    ['% for a fraction, or back', 2],
    ['thousand for million, or back', 3],
    ['万 for 亿, or back', 4],
  ] as const
  const shifted = shifts.flatMap(([kind, by]) => [by, -by].map((places) => ({ kind, digits: withPointMoved(digits, places) })))
  const sign = { kind: 'sign lost or gained', digits: digits.startsWith('-') ? digits.slice(1) : `-${digits}` }
  return [...off, ...swapped, ...shifted, sign].filter(({ digits: made }) => !exactly(made).equals(value))
}

/** The same digits with the point further right, or left where `places` is negative: "2010.6" -> "20106", "201.06". */
export const withPointMoved = (digits: string, places: number): string => {
  const minus = digits.startsWith('-') ? '-' : ''
  const [whole = '', part = ''] = digits.replace('-', '').split('.')
  const all = `${'0'.repeat(Math.max(0, -places))}${whole}${part}${'0'.repeat(Math.max(0, places - part.length))}`
  const point = whole.length + Math.max(0, -places) + places
  const right = all.slice(point)
  return `${minus}${all.slice(0, point).replace(/^0+(?=\d)/, '')}${right ? `.${right}` : ''}`
}

/** A numeral keeps its trailing zeros: "98" with one decimal is "98.0". */
const withDecimals = (digits: string, decimals: number): string => {
  const [whole = '', part = ''] = digits.split('.')
  return decimals === 0 ? whole : `${whole}.${part.padEnd(decimals, '0')}`
}

/** What became of the slips of one kind. */
export interface Outcome {
  readonly kind: string
  readonly planted: number
  /** A claim is judged otherwise than before, or the build refuses. */
  readonly caught: number
  /** Of these: a claim is now discrepant or conflicting, which no rounding explains, or the build refuses. */
  readonly contradicted: number
}

type Fate = 'hidden' | 'caught' | 'contradicted'

const rank: Readonly<Record<Verdict, number>> = { exact: 0, 'within-rounding': 1, conflicting: 2, discrepant: 2, 'not-recomputable': 3 }

const fateOf = (before: Verdict, after: Verdict): Fate => {
  if (before === after) return 'hidden'
  return rank[after] === 2 && rank[before] < 2 ? 'contradicted' : 'caught'
}

const tally = (fates: readonly { readonly kind: string; readonly fate: Fate }[]): readonly Outcome[] =>
  kindsOfSlips.map((kind) => {
    const own = fates.filter((each) => each.kind === kind)
    return {
      kind,
      planted: own.length,
      caught: own.filter(({ fate }) => fate !== 'hidden').length,
      contradicted: own.filter(({ fate }) => fate === 'contradicted').length,
    }
  })

type Judged = Pick<Ledger, 'data' | 'figures' | 'formulas'>

const judgedClaims = ({ data, figures }: Judged): readonly { readonly claim: Claim; readonly figure: Figure }[] =>
  data.claims.flatMap((claim) => {
    const figure = figures.get(claim.figure)
    return figure && !claim.withheld ? [{ claim, figure }] : []
  })

/** Slips in the results that the sources print. Those whose inputs are withheld cannot be judged and are left out. */
export const plantInClaims = (ledger: Judged): readonly Outcome[] =>
  tally(
    judgedClaims(ledger).flatMap(({ claim, figure }) => {
      const before = judgeClaim(claim, figure).verdict
      return slipsOf(claim.digits).map(({ kind, digits }) => ({
        kind,
        fate: fateOf(before, judgeClaim({ ...claim, digits }, figure).verdict),
      }))
    }),
  )

/** Slips in the printed inputs that claims on computed figures rest on; `atMost` so many inputs, drawn by the seed. */
export const plantInInputs = (
  ledger: Judged,
  { atMost = Number.POSITIVE_INFINITY, seed = 1 }: { readonly atMost?: number; readonly seed?: number } = {},
): { readonly inputs: number; readonly outcomes: readonly Outcome[] } => {
  const claims = judgedClaims(ledger).filter(({ figure }) => figure.derived)
  const resting = new Map<Input, { readonly claim: Claim; readonly figure: Figure }[]>()
  for (const each of claims) {
    for (const { input } of graphOf([each.figure], ledger.figures)) {
      if (!input || input.kind === 'assumed') continue
      const known = resting.get(input)
      if (known) known.push(each)
      else resting.set(input, [each])
    }
  }
  const roll = dice(seed)
  const drawn = [...resting]
    .map((entry) => ({ entry, by: roll() }))
    .sort((a, b) => a.by - b.by)
    .slice(0, atMost)
    .map(({ entry }) => entry)
  const fates = drawn.flatMap(([input, own]) => {
    const graph = graphOf(
      own.map(({ figure }) => figure),
      ledger.figures,
    )
    const inputs = graph.flatMap((figure) => figure.input ?? [])
    const definitions = graph.flatMap((figure) => figure.derived ?? [])
    return slipsOf(input.digits).map(({ kind, digits }) => {
      const figures = attempt(() =>
        computeFigures(
          inputs.map((each) => (each === input ? { ...each, digits } : each)),
          definitions,
          ledger.formulas,
          ledger.data.units,
        ),
      )
      const all = own.map(({ claim, figure }) => {
        const moved = figures?.get(figure.id)
        return moved ? fateOf(judgeClaim(claim, figure).verdict, judgeClaim(claim, moved).verdict) : 'contradicted'
      })
      const fate: Fate = all.includes('contradicted') ? 'contradicted' : all.includes('caught') ? 'caught' : 'hidden'
      return { kind, fate }
    })
  })
  return { inputs: drawn.length, outcomes: tally(fates) }
}

/** Figures with all that they are computed from, each once, in the ledger's order. */
const graphOf = (figures: readonly Figure[], all: ReadonlyMap<string, Figure>): readonly Figure[] => {
  const wanted = new Set<Figure>()
  const want = (figure: Figure): void => {
    if (wanted.has(figure)) return
    wanted.add(figure)
    // A figure that takes its name from a row needs the row to be there.
    for (const id of [...figure.from, figure.derived?.row ?? '']) {
      const part = all.get(id)
      if (part) want(part)
    }
  }
  for (const figure of figures) want(figure)
  return [...all.values()].filter((figure) => wanted.has(figure))
}

/** Nothing where the build would refuse. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problem || error instanceof Problems) return undefined
    throw error
  }
}

/** The share of slips that is caught, by where and how large they are; what the intervals of rounding hide is the rest. */
export const measurePlanted = (ledger: Judged): readonly Measured[] => {
  tellProgress('planted slips: in claims, then in inputs …')
  const claims = plantInClaims(ledger)
  const { inputs, outcomes } = plantInInputs(ledger, { atMost: 150 })
  const rows = (what: string, all: readonly Outcome[]): readonly Measured[] =>
    all.map(({ kind, planted, caught, contradicted }) => [
      `slip in ${what}, ${kind}`,
      `${percent(caught, planted)} of ${planted} caught, ${percent(contradicted, planted)} contradicted`,
      '',
    ])
  return [...rows('a claim', claims), [`inputs with slips planted, that claims rest on`, String(inputs), ''], ...rows('an input', outcomes)]
}
