/** The sheet of checks: what sources print as results, and the verdict found again in the cell. */
import type { Claim } from '../../../scripts/ledger/data/data-types.ts'
import { decimalsOf, exactly } from '../../../scripts/ledger/numbers/printed.ts'
import { factorOf, type Units } from '../../../scripts/ledger/numbers/units.ts'
import type { FigureRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Column, Row } from './sheet.ts'

export const checkColumns: readonly Column[] = [
  { head: 'claim · 所印结果', width: 38 },
  { head: 'figure · 数字', width: 38 },
  { head: 'label', width: 46 },
  { head: '名称', width: 40 },
  { head: 'printed · 原文', width: 18 },
  { head: 'claimed · 原文数字', width: 14 },
  { head: 'base units in one · 合基本单位', width: 14 },
  { head: 'recomputed here · 在此复算', width: 20 },
  { head: 'low · 下界', width: 18 },
  { head: 'high · 上界', width: 18 },
  { head: 'verdict here · 在此作出的结论', width: 16 },
  { head: 'verdict of the build · 构建时的结论', width: 16 },
  { head: 'cause · 原因', width: 20 },
  { head: 'reason', width: 60 },
  { head: '理由', width: 60 },
  { head: 'source · 来源', width: 20 },
  { head: 'where', width: 34 },
  { head: '出处', width: 30 },
]

/**
 * The rule of verdicts over cells. "over" and "nearly" claim a bound and "about" a value without rounding. Two printed
 * places that disagree are "conflicting", where a computation would be "discrepant".
 */
const verdictFormula = (row: number, decimals: number, qualifier: string | null, printed: boolean): string => {
  const [claimed, ours, low, high] = ['F', 'H', 'I', 'J'].map((column) => `${column}${row}`)
  const slack = `ABS(${ours})*1E-12`
  const apart = `"${printed ? 'conflicting' : 'discrepant'}"`
  const over = `IF(ISNUMBER(${high}),${high}+${slack}>=${claimed},TRUE)`
  const under = `IF(ISNUMBER(${low}),${low}-${slack}<=${claimed},TRUE)`
  if (qualifier === 'over') return `IF(${ours}+${slack}>=${claimed},"exact",IF(${over},"within-rounding",${apart}))`
  if (qualifier === 'nearly') return `IF(${ours}-${slack}<=${claimed},"exact",IF(${under},"within-rounding",${apart}))`
  const half = qualifier === 'about' ? '0' : `0.5*10^(-${decimals})`
  const reaches = `AND(IF(ISNUMBER(${low}),${low}-${slack}<=${claimed}+${half},TRUE),IF(ISNUMBER(${high}),${high}+${slack}>=${claimed}-${half},TRUE))`
  const prints = `OR(${['', `-${slack}`, `+${slack}`].map((hair) => `ABS(ROUND(${ours}${hair},${decimals})-${claimed})<0.1*10^(-${decimals})`).join(',')})`
  return `IF(${prints},"exact",IF(${reaches},"within-rounding",${apart}))`
}

export const checkRow = (
  check: LedgerRecord['checks'][number],
  claim: Claim | undefined,
  figure: FigureRecord | undefined,
  row: number,
  units: Units,
): Row => {
  const digits = claim?.digits
  const factor = claim && factorOf(units, claim.unit)
  const [numerator = 1, denominator] = factor?.split('/').map(Number) ?? []
  const decimals = digits === undefined ? 0 : decimalsOf(digits)
  const open = check.recomputed === null
  const live = digits !== undefined && !open
  // The plain rule is of halves away from zero, at a last digit behind the point or just before it.
  // "Over a thousand" here and "nearly a thousand" there are two bounds, which the plain rule does not hold together.
  const plain =
    live && !claim?.rounding && !digits.includes('×') && !(check.qualifier && figure?.qualifier && check.qualifier !== figure.qualifier)
  return {
    cells: [
      check.claim,
      check.figure,
      figure?.label.en ?? '',
      figure?.label.zh ?? '',
      [check.qualifier, check.printed].filter((part) => part !== null).join(' '),
      digits === undefined ? null : exactly(digits).valueOf(),
      factor === undefined ? null : denominator ? { formula: factor, value: numerator / denominator } : numerator,
      live ? { formula: `${check.figure}/G${row}`, value: check.recomputed } : check.recomputed,
      ...(check.interval ?? [null, null]),
      plain ? { formula: verdictFormula(row, decimals, check.qualifier, figure?.kind !== 'derived'), value: check.verdict } : null,
      check.verdict,
      check.cause ?? '',
      check.reason?.en ?? '',
      check.reason?.zh ?? '',
      check.source,
      check.locator.en,
      check.locator.zh,
    ],
    formats: { 5: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0' },
    typed: [5, 6],
  }
}
