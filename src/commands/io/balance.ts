/** The balance report: rows and columns held against outputs, printed totals against their parts, before any multiplier is computed. */
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import type { Finding, FindingKind } from './finding.ts'
import { type ExactSum, exactSum, mayBeNought, type PrintedNumber, type Term } from './printed-number.ts'
import type { SheetCell } from './sheet.ts'

/** What must come to nought: its parts with their signs. */
export interface Balance {
  readonly kind: FindingKind
  readonly sector: string
  readonly cell: SheetCell
  readonly terms: readonly Term[]
  /** What the sum is, and what it is held against. */
  readonly sum: Bilingual
  readonly against: Bilingual
}

export interface HeldBalance extends Balance {
  readonly left: ExactSum
  readonly within: boolean
}

export const plus = (numbers: readonly PrintedNumber[]): readonly Term[] => numbers.map((number) => ({ number, sign: 1 }))
export const minus = (numbers: readonly PrintedNumber[]): readonly Term[] => numbers.map((number) => ({ number, sign: -1 }))

export const held = (balance: Balance): HeldBalance => {
  const left = exactSum(balance.terms)
  return { ...balance, left, within: mayBeNought(left) }
}

/** As a finding; what a hint adds stands behind it. */
export const balanceFinding = ({ kind, sector, cell, left, within, sum, against }: HeldBalance, hint?: Bilingual): Finding => {
  const gap = plainNumber(left.value)
  const allowed = plainNumber(left.half)
  const size = plainNumber(Math.abs(left.value))
  const message: Bilingual = within
    ? {
        zh: `${sum.zh}与${against.zh}相差${gap}，印出的数位允许±${allowed}`,
        en: `${sum.en} and ${against.en} part by ${gap}, of ±${allowed} that printed digits allow`,
      }
    : {
        zh: `${sum.zh}比${against.zh}${left.value > 0 ? '多' : '少'}${size}，印出的数位只允许±${allowed}`,
        en: `${sum.en} ${left.value > 0 ? 'exceed' : 'fall short of'} ${against.en} by ${size}; printed digits allow ±${allowed}`,
      }
  return {
    kind,
    sector,
    cell: cell.name,
    gap: left.value,
    allowed: left.half,
    within,
    severity: within ? 'ok' : 'warning',
    message: hint ? { zh: `${message.zh}。${hint.zh}`, en: `${message.en}. ${hint.en}` } : message,
  }
}
