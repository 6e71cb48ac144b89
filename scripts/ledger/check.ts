import Fraction from 'fraction.js'
import { type Claim, printedText } from './data/data-types.ts'
import { locatorText } from './data/locator.ts'
import type { Figure } from './figures/compute.ts'
import { type Bounds, boundsOf, exactly, lastPlaceOf, roundTo } from './numbers/printed.ts'
import { quantityInWords } from './numbers/units.ts'
import { Complaints, expectedNames, Problem } from './problem.ts'
import type { CheckRecord } from './publish/record.ts'
import type { Rounding, Verdict } from './types.ts'

/** What a claim is judged on: its digits and qualifier, and the figure in the claim's own unit. */
export interface Comparison {
  readonly digits: string
  readonly qualifier: Claim['qualifier'] | null
  readonly value: Fraction
  readonly bounds: Bounds
  /** How the source rounds; halves away from zero, if nothing is known of it. */
  readonly rounding?: Rounding | undefined
  /** Whether `value` is exact; else a hair's breadth of floating-point noise is allowed for. */
  readonly exact: boolean
}

/** Relative noise allowed to a value that floating point computed. */
const noise = new Fraction(1, 10 ** 12)

/**
 * Holds a printed result against a recomputed one.
 * `exact`: the value, rounded as the claim is, prints as the claim (or keeps the bound that "over" or "nearly" sets).
 * `within-rounding`: it does not, but inputs inside their rounding intervals reach what the claim may stand for.
 * `discrepant`: none do.
 */
export const verdictOf = ({
  digits,
  qualifier,
  value,
  bounds,
  rounding,
  exact,
}: Comparison): 'exact' | 'within-rounding' | 'discrepant' => {
  const claimed = exactly(digits)
  const slack = exact ? new Fraction(0) : value.abs().mul(noise)
  const goesDownTo = (high: Fraction): boolean => bounds.low === null || bounds.low.sub(slack).compare(high) <= 0
  const goesUpTo = (low: Fraction): boolean => bounds.high === null || bounds.high.add(slack).compare(low) >= 0
  if (qualifier === 'over') {
    if (value.add(slack).compare(claimed) >= 0) return 'exact'
    return goesUpTo(claimed) ? 'within-rounding' : 'discrepant'
  }
  if (qualifier === 'nearly') {
    if (value.sub(slack).compare(claimed) <= 0) return 'exact'
    return goesDownTo(claimed) ? 'within-rounding' : 'discrepant'
  }
  const place = lastPlaceOf(digits)
  const prints = [value, value.sub(slack), value.add(slack)].some((candidate) => roundTo(candidate, place, rounding).equals(claimed))
  if (prints) return 'exact'
  const { low, high } = boundsOf(digits, qualifier ?? undefined, rounding)
  return goesDownTo(high ?? claimed) && goesUpTo(low ?? claimed) ? 'within-rounding' : 'discrepant'
}

/** Every claim with its verdict, and what is still to be said of them before a page may show them. */
export interface Judgements {
  readonly checks: readonly CheckRecord[]
  /** Verdicts without their reason, and reasons without such a verdict. */
  readonly unexplained: readonly Problem[]
}

/**
 * Holds every claim against its figure, also where an author has yet to say why they part. A verdict other than `exact`
 * needs a reason, and a reason such a verdict; so does a claim whose number is right and says that it counts something else.
 */
export const judgeClaims = (claims: readonly Claim[], figures: ReadonlyMap<string, Figure>): Judgements => {
  const complaints = new Complaints()
  const unexplained = new Complaints()
  const unknown = new Map(claims.filter(({ figure }) => !figures.has(figure)).map(({ figure, group }) => [figure, group]))
  for (const [figure, group] of unknown) {
    complaints.add(`a claim is made of “${figure}”, which is no figure`, group, expectedNames(figure, figures.keys()))
  }
  const checks = claims.flatMap((claim) => {
    const figure = figures.get(claim.figure)
    if (!figure) return []
    const check = complaints.attempt(() => checkClaim(claim, figure))
    if (check) unexplained.attempt(() => refuseWithoutReason(claim, figure, check))
    return check ?? []
  })
  for (const { reason, place } of new Set(claims.flatMap(({ follows }) => follows?.rounding ?? []))) {
    if (!checks.some((check) => check.reason === reason))
      unexplained.add('every cell follows to the digit, or has a reason of its own; this one explains nothing', place, 'no “rounding:”')
  }
  complaints.stopIfAny()
  return { checks, unexplained: unexplained.list }
}

/** More than a thousand in one place and nearly a thousand in another are no one number. */
const oppositeBounds: ReadonlySet<string> = new Set(['over nearly', 'nearly over'])

const causeAndReason = '“cause:” and “reason:” in zh and en'

/** Where an author says why: at the claim, or in the entry that says that a table's cell follows from others. */
const placeForReason = ({ follows }: Claim, verdict: Verdict): string => {
  if (!follows) return causeAndReason
  const { name, place } = follows
  const own = `“reasons:” at ${place.file}:${place.line} with { ${name}, cause: …, reason: { zh: …, en: … } }`
  return verdict === 'within-rounding' ? `“rounding:” in zh and en at ${place.file}:${place.line}, or ${own}` : own
}

/** A claim held against its figure, before anyone asks for reasons: value and bounds in the unit of the claim. */
export interface Judgement {
  readonly verdict: Verdict
  readonly value: Fraction
  readonly bounds: Bounds
}

/** Judges a claim by its figure; a claim in a unit that the figure does not count in is refused. */
export const judgeClaim = (claim: Claim, figure: Figure): Judgement => {
  const { printed } = figure.units
  const unit = printed.get(claim.unit)
  if (!unit) throw new Problem(`the unit “${claim.unit}” is not known`, claim.place, expectedNames(claim.unit, printed.keys()))
  if (unit.base !== figure.unit) {
    throw new Problem(
      `${claim.id} is printed in ${claim.unit}, which counts ${quantityInWords({ unit: unit.base }, figure.units)}, and ${figure.id} counts ${quantityInWords(figure, figure.units)}`,
      claim.place,
      `one of ${printedIn(figure).join(', ')}; or another figure`,
    )
  }
  const factor = new Fraction(unit.factor)
  const inClaimUnit = (value: Fraction | null) => value?.div(factor) ?? null
  const value = figure.value.div(factor)
  const bounds = { low: inClaimUnit(figure.bounds.low), high: inClaimUnit(figure.bounds.high) }
  const qualifier = claim.qualifier ?? null

  const verdict = ((): Verdict => {
    if (claim.withheld) return 'not-recomputable'
    const judged = verdictOf({ digits: claim.digits, qualifier, value, bounds, rounding: claim.rounding, exact: figure.exact })
    // Two printed places that cannot both be right conflict; neither is a computation that went wrong.
    const ownQualifier = figure.input?.qualifier
    const areOpposite = ownQualifier !== undefined && oppositeBounds.has(`${ownQualifier} ${qualifier}`)
    const apart = areOpposite && value.equals(exactly(claim.digits))
    return figure.input && (judged === 'discrepant' || apart) ? 'conflicting' : judged
  })()
  return { verdict, value, bounds }
}

/** The units in which a source may print a figure. */
const printedIn = ({ unit, units }: Figure): readonly string[] =>
  [...units.printed].flatMap(([word, { base }]) => (base === unit ? [word] : []))

/** Another unit of the figure, with which the printed digits would be its value: 万小时 where the claim has 小时. */
const unitMeant = (claim: Claim, figure: Figure): string | undefined => {
  const factor = figure.units.printed.get(claim.unit)?.factor
  return printedIn(figure).find(
    (word) => figure.units.printed.get(word)?.factor !== factor && judgeClaim({ ...claim, unit: word }, figure).verdict === 'exact',
  )
}

const checkClaim = (claim: Claim, figure: Figure): CheckRecord => {
  const { verdict, value, bounds } = judgeClaim(claim, figure)
  // What an entry says of rounding serves only where rounding is all that is amiss.
  const ofRounding = verdict === 'within-rounding' && !claim.reason && !claim.cause ? claim.follows?.rounding : undefined
  const { cause, reason } = ofRounding ?? claim
  return {
    claim: claim.id,
    figure: claim.figure,
    source: claim.source,
    locator: locatorText(claim.locator),
    printed: printedText(claim),
    qualifier: claim.qualifier ?? null,
    ...(claim.rounding ? { rounding: claim.rounding } : {}),
    recomputed: claim.withheld ? null : value.valueOf(),
    interval: claim.withheld ? null : [bounds.low?.valueOf() ?? null, bounds.high?.valueOf() ?? null],
    verdict,
    cause: cause ?? null,
    reason: reason ?? null,
    ...(claim.needs ? { needs: claim.needs } : {}),
    ...(claim.cell ? { cell: claim.cell } : {}),
    ...(claim.follows?.implied ? { implied: true as const } : {}),
  }
}

const refuseWithoutReason = (claim: Claim, figure: Figure, { verdict, cause, reason, recomputed, interval }: CheckRecord): void => {
  if (verdict !== 'exact' && !(reason && cause)) {
    const meant = verdict === 'discrepant' || verdict === 'conflicting' ? unitMeant(claim, figure) : undefined
    const ours = recomputed === null ? '' : `, we get ${recomputed} (${interval?.[0] ?? '…'} to ${interval?.[1] ?? '…'})`
    throw new Problem(
      `${claim.id} is ${verdict}: the source prints ${printedText(claim)}${ours}`,
      claim.place,
      verdict === 'not-recomputable'
        ? causeAndReason
        : `${meant ? `“unit: ${meant}”, with which it is exact; ` : ''}digits that agree (hold inputs and claim against the source first), or ${placeForReason(claim, verdict)}`,
    )
  }
  const clash = clashes(claim, figure)
  if (clash && !(claim.reason && claim.cause === 'scope-clash')) {
    throw new Problem(
      `${claim.id} counts something else than ${figure.id} does`,
      claim.place,
      '“cause: scope-clash” and “reason:” in zh and en',
    )
  }
  if (cause === 'truncated' && !isCutOff(claim, figure)) {
    throw new Problem(
      `${claim.id} is not what cutting our value off gives`,
      claim.place,
      `another cause; cut off after its last printed digit it reads ${roundTo(judgeClaim(claim, figure).value, lastPlaceOf(claim.digits), 'down').toString()}`,
    )
  }
  if (verdict === 'exact' && (claim.reason || claim.cause) && !clash) {
    throw new Problem(`${claim.id} is exact; its reason explains nothing`, claim.place, 'no “reason:” and no “cause:”')
  }
}

/** Whether a claim is our value, or one that rounding of the inputs allows, without the digits after its last. */
const isCutOff = (claim: Claim, figure: Figure): boolean => {
  const verdict = judgeClaim({ ...claim, rounding: 'down' }, figure).verdict
  return verdict === 'exact' || verdict === 'within-rounding'
}

/** Whether the claim says that the very same number counts something else. */
const clashes = ({ scope }: Claim, { input, derived }: Figure): boolean => {
  const own = input?.scope ?? derived?.scope
  return (['measure', 'period', 'reach', 'entity'] as const).some((key) => scope?.[key] !== undefined && scope[key] !== own?.[key])
}
