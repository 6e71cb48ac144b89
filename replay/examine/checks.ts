import type { Claim } from '../data/claims.ts'
import type { Data } from '../data/data.ts'
import { type Range, scaled } from '../printed.ts'
import { divide, one, type Rational, toNumber } from '../rational.ts'
import { type Check, type Figure, type Ledger, languages } from '../record.ts'
import type { Examiner } from '../report.ts'
import { verdictOf } from '../verdict.ts'
import { examineWords } from './printed.ts'
import { asPublished, bare, sameNumber, sameRange } from './sameness.ts'

/** Every claim of the data, held against its figure anew. */
export const examineChecks = (
  ledger: Ledger,
  figures: ReadonlyMap<string, Figure>,
  data: Data,
  values: ReadonlyMap<string, Rational>,
  ranges: ReadonlyMap<string, Range>,
  seen: Examiner,
): void => {
  const inLedger = new Map(ledger.checks.map((check) => [check.claim, check]))
  const inData = new Map(data.claims.map((claim) => [claim.id, claim]))
  for (const { id } of data.claims) seen.see('structure', id, 'a claim of the data', inLedger.has(id), 'a check of the ledger', 'nothing')
  for (const check of ledger.checks)
    seen.attempt('checks', check.claim, 'the claim', () => {
      const claim = inData.get(check.claim) ?? claimOfTable(check, data, figures)
      const figure = figures.get(check.figure)
      const [value, range] = [values.get(check.figure), ranges.get(check.figure)]
      if (!claim) throw new Error('no claims.yaml holds it')
      if (!figure || !value || !range) throw new Error(`“${check.figure}” was not recomputed`)
      examineCheck(check, claim, figure, value, range, data, seen)
    })
}

/** How many decimals a printed number has: "28.0%" has one. */
const decimalsIn = (printed: string): number => /\d\.(\d+)/.exec(printed)?.[1]?.length ?? 0

/**
 * A claim that no claims.yaml holds: a table's own cell against what its other cells make. Where shares make a whole that
 * is not printed, it has as many decimals as the coarsest of them.
 */
const claimOfTable = (check: Check, data: Data, figures: ReadonlyMap<string, Figure>): Claim | undefined => {
  const own = { id: check.claim, figure: check.figure, source: check.source, withheld: false, cause: check.cause, reason: check.reason }
  if (check.implied) {
    const shares = figures.get(check.figure)?.inputs ?? []
    const decimals = Math.min(...shares.map((share) => decimalsIn(figures.get(share)?.printed ?? '')))
    const digits = decimals > 0 && Number.isFinite(decimals) ? `100.${'0'.repeat(decimals)}` : '100'
    return { ...own, digits, unit: '%', as: undefined, qualifier: null, rounding: null, assumed: false }
  }
  return check.cell && { ...own, ...data.cell(check.source, check.cell) }
}

const examineCheck = (
  check: Check,
  claim: Claim,
  figure: Figure,
  value: Rational,
  range: Range,
  { units, rounding: roundingOf }: Data,
  seen: Examiner,
): void => {
  const id = check.claim
  const see = (examined: string, what: string, holds: boolean, expected: unknown, found: unknown): void =>
    seen.see(examined, id, what, holds, expected, found)
  const unit = units.printed(claim.unit)
  if (!unit) throw new Error(`a unit “${claim.unit}” that data/units.yaml does not declare`)
  const words = claim.as ?? `${claim.digits} ${claim.unit === '1' ? '' : claim.unit}`
  see('checks', 'printed', bare(words) === bare(check.printed), words, check.printed)
  if (claim.as !== undefined) examineWords(id, claim.as, claim.digits, unit.factor, units, seen)
  see('checks', 'figure', check.figure === claim.figure, claim.figure, check.figure)
  see('checks', 'source', check.source === claim.source, claim.source, check.source)
  see('checks', 'qualifier', check.qualifier === claim.qualifier, claim.qualifier, check.qualifier)
  see('checks', 'unit', unit.base === figure.unit, `a figure in ${unit.base}`, figure.unit)

  // A whole that nothing prints was not rounded by anybody.
  const rounding = check.implied ? null : (claim.rounding ?? roundingOf(claim.source))
  see('checks', 'rounding', (check.rounding ?? 'half-away') === (rounding ?? 'half-away'), rounding, check.rounding ?? 'half-away')
  const inUnit = divide(value, unit.factor)
  const rangeInUnit = scaled(range, divide(one, unit.factor))
  if (claim.withheld) {
    see('recomputed results', 'recomputed', check.recomputed === null, null, check.recomputed)
    see('recomputed results', 'interval', check.interval === null, null, check.interval)
  } else {
    see('recomputed results', 'recomputed', sameNumber(inUnit, check.recomputed), toNumber(inUnit), check.recomputed)
    see('recomputed results', 'interval', sameRange(rangeInUnit, check.interval), asPublished(rangeInUnit), check.interval)
  }
  const verdict = verdictOf({
    value: inUnit,
    range: rangeInUnit,
    printedFigure: figure.kind === 'cited',
    figureQualifier: figure.qualifier ?? null,
    digits: claim.digits,
    qualifier: claim.qualifier,
    rounding: rounding ?? 'half-away',
    withheld: claim.withheld,
  })
  see('verdicts', 'verdict', check.verdict === verdict, verdict, check.verdict)
  const needsReason = verdict !== 'exact' || check.cause !== null
  const hasReason = languages.every((language) => (check.reason?.[language] ?? '').trim() !== '')
  see('reasons', 'cause', check.cause !== null || verdict === 'exact', 'a cause', check.cause)
  see('reasons', 'cause', check.cause === claim.cause || (verdict === 'exact' && check.cause === null), claim.cause, check.cause)
  see('reasons', 'reason', needsReason ? hasReason : check.reason === null, needsReason ? 'a reason in both languages' : null, check.reason)
  if (verdict === 'exact')
    see('reasons', 'cause', check.cause === null || check.cause === 'scope-clash', 'none, or scope-clash', check.cause)
  if (verdict === 'conflicting' || verdict === 'not-recomputable')
    see('verdicts', 'kind of the figure', figure.kind === 'cited', 'cited', figure.kind)
}
