import { alikeCorrelation, cholesky } from '../../toolbox/uncertainty/copula.ts'
import { type Distribution, faultOf, plainParameters } from '../../toolbox/uncertainty/distributions.ts'
import type { DoubtKind } from '../data/doubts-schema.ts'
import type { DeclaredDoubt, DeclaredDoubts, DeclaredGroup } from '../data/read-doubts.ts'
import { exactly, isNumeral } from '../numbers/printed.ts'
import { factorOf, isPercent, quantityInWords } from '../numbers/units.ts'
import { Complaints, expectedNames } from '../problem.ts'
import type { Figure } from './compute.ts'

/** A doubt with its distribution in base units. */
export interface Doubted extends DeclaredDoubt {
  readonly of: Figure
  readonly stated: Distribution
}

/** A group with the numbers that its words stand for. */
export interface DoubtedGroup extends DeclaredGroup {
  readonly kind: DoubtKind
  readonly coefficient?: number
  /** In base units. */
  readonly sum?: number
}

/** What a report doubts, held against its figures. */
export interface Doubts {
  readonly doubts: readonly Doubted[]
  readonly groups: readonly DoubtedGroup[]
}

type Figures = ReadonlyMap<string, Figure>

/** Reads the numbers of declared doubts in the units of their figures; what makes no sense is told where it stands. */
export const doubtedIn = ({ doubts, groups }: DeclaredDoubts, figures: Figures): Doubts => {
  const complaints = new Complaints()
  const seen = new Map<string, DeclaredDoubt>()
  const resolved = doubts.flatMap((doubt): readonly Doubted[] => {
    const first = seen.get(doubt.figure)
    if (first) {
      complaints.add(
        `${doubt.figure} is doubted already at ${first.place.file}:${first.place.line}`,
        doubt.place,
        'one distribution for a figure',
      )
      return []
    }
    seen.set(doubt.figure, doubt)
    const of = figures.get(doubt.figure)
    if (!of) {
      complaints.add(`there is no figure “${doubt.figure}” to doubt`, doubt.place, expectedNames(doubt.figure, figures.keys()))
      return []
    }
    const stated = distributionOf(doubt, of, figures, complaints)
    return stated ? [{ ...doubt, of, stated }] : []
  })
  const byFigure = new Map(resolved.map((doubt) => [doubt.figure, doubt]))
  const grouped = new Set<string>()
  const found = groups.flatMap((group): readonly DoubtedGroup[] => {
    const members = group.figures.map(({ id, place }) => {
      const doubt = byFigure.get(id)
      if (!doubt && !seen.has(id))
        complaints.add(`${group.id} ties “${id}”, which is not doubted`, place, expectedNames(id, byFigure.keys()))
      if (grouped.has(id)) complaints.add(`${id} stands in two groups, or twice in one`, place, 'one group for a figure')
      grouped.add(id)
      return doubt
    })
    const kinds = new Set(members.flatMap((doubt) => (doubt ? [doubt.kind] : [])))
    const [kind] = kinds
    if (kinds.size > 1)
      complaints.add(`${group.id} ties sampling errors to assumptions, which are never mixed`, group.place, 'doubts of one kind')
    if (!kind || kinds.size > 1) return []
    const { correlation, total } = group
    if (correlation) {
      const coefficient = isNumeral(correlation.text) ? exactly(correlation.text).valueOf() : Number.NaN
      if (!cholesky(alikeCorrelation(members.length, coefficient))) {
        complaints.add(
          `${members.length} quantities cannot all be correlated by ${correlation.text}: the matrix is not positive definite`,
          correlation.place,
          `a number above −1/${members.length - 1} and below 1`,
        )
        return []
      }
      return [{ ...group, kind, coefficient }]
    }
    const [first] = members
    if (!total || !first) return []
    const units = new Set(members.map((doubt) => doubt?.of.unit))
    if (units.size > 1) complaints.add(`${group.id} adds up figures of different units`, group.place, 'figures of one unit')
    const sum = amountOf(total.text, first, first.of, figures)
    if (sum === undefined || !(sum > 0)) {
      complaints.add(`“${total.text}” is no total`, total.place, 'a number above 0 as printed, or the id of a figure')
      return []
    }
    return [{ ...group, kind, sum }]
  })
  complaints.stopIfAny()
  return { doubts: resolved, groups: found }
}

/** The unit that a doubt’s numbers are printed in. */
const unitOf = ({ unit }: DeclaredDoubt, { input }: Figure): string | undefined => unit ?? input?.unit

/** What a number or an id stands for, in base units. */
const amountOf = (text: string, doubt: DeclaredDoubt, of: Figure, figures: Figures, plain = false): number | undefined => {
  if (!isNumeral(text)) return figures.get(text)?.value.valueOf()
  return exactly(text)
    .mul(plain ? '1' : factorOf(of.units, unitOf(doubt, of) ?? ''))
    .valueOf()
}

const distributionOf = (doubt: DeclaredDoubt, of: Figure, figures: Figures, complaints: Complaints): Distribution | undefined => {
  const unit = unitOf(doubt, of)
  const printed = unit === undefined ? undefined : of.units.printed.get(unit)
  if (unit === undefined || printed?.base !== of.unit) {
    const fitting = [...of.units.printed].flatMap(([name, { base }]) => (base === of.unit ? [name] : []))
    complaints.add(
      unit === undefined
        ? `no source prints ${doubt.figure}: its doubts need a unit`
        : `${doubt.figure} counts in ${quantityInWords(of, of.units)}, and not in “${unit}”`,
      doubt.place,
      `“unit:”, ${fitting.length > 0 ? `one of ${fitting.join(', ')}` : 'a printed unit of it'}`,
    )
    return undefined
  }
  let sound = true
  const numbers = [...doubt.parameters].map(([name, { text, place }]): readonly [string, number] => {
    const plain = plainParameters.has(name)
    const value = amountOf(text, doubt, of, figures, plain)
    const named = isNumeral(text) ? undefined : figures.get(text)
    if (value === undefined) {
      complaints.add(
        `“${text}” is no number, and no figure is called so`,
        place,
        `a number as printed, or ${expectedNames(text, figures.keys())}`,
      )
      sound = false
    } else if (named && !plain && named.unit !== of.unit) {
      complaints.add(
        `${text} counts in ${quantityInWords(named, of.units)}, and ${doubt.figure} in ${quantityInWords(of, of.units)}`,
        place,
        'a figure of the same unit',
      )
      sound = false
    }
    return [name, value ?? Number.NaN]
  })
  if (!sound) return undefined
  const distribution = { kind: doubt.distribution, ...Object.fromEntries(numbers) } as Distribution
  const fault = faultOf(distribution)
  if (!fault) return distribution
  const written = doubt.parameters.get(fault.parameter)
  const told = [...doubt.parameters].map(([name, { text }]) => `${name} ${text}`).join(', ')
  complaints.add(
    `no ${doubt.distribution} distribution has ${told}${isPercent(of.units, unit) ? ' per cent' : ''}`,
    written?.place ?? doubt.place,
    fault.expected,
  )
  return undefined
}
