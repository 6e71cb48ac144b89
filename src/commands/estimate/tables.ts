/** An estimate for people. */
import type { Language } from '../../../scripts/ledger/types.ts'
import type { CategoryEstimate, Reason } from '../../../scripts/toolbox/scale-regression/estimate.ts'
import { leverageOfOne } from '../../../scripts/toolbox/scale-regression/robust-errors.ts'
import { type Cell, textTable } from '../cli/text-table.ts'
import { words } from './words.ts'

export const unknown = '—'

/** So many significant digits. */
export const significant = (value: number | undefined, digits = 4): string =>
  value === undefined || !Number.isFinite(value) ? unknown : String(Number(value.toPrecision(digits)))
export const decimals = (value: number | undefined, places = 4): string =>
  value === undefined || !Number.isFinite(value) ? unknown : value.toFixed(places)
/** Persons: whole from a thousand on, with a comma between threes of digits. */
export const persons = (value: number | undefined): string =>
  value === undefined || !Number.isFinite(value)
    ? unknown
    : value.toLocaleString('en-GB', value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 })
export const range = (ends: readonly [number, number] | undefined, written: (value: number) => string = persons): string =>
  ends ? `${written(ends[0])} – ${written(ends[1])}` : unknown

export const headed = (head: readonly string[], rows: readonly (readonly Cell[])[], width: number): string =>
  textTable([head.map((text) => ({ text, colour: 'bold' as const })), ...rows], { width })

const sumOf = (estimates: readonly CategoryEstimate[], of: (estimate: CategoryEstimate) => number | undefined): number =>
  estimates.reduce((sum, estimate) => sum + (of(estimate) ?? 0), 0)

/** Which row has a leverage of one, by category, where it was looked up. */
export type LeverageRows = ReadonlyMap<string, number>

export const estimateTables = (
  estimates: readonly CategoryEstimate[],
  language: Language,
  width: number,
  rows: LeverageRows = new Map(),
): string => {
  const say = words[language]
  const name = ({ category }: CategoryEstimate) => category ?? say.none
  const lines = estimates.map((estimate) => {
    const { n, dropped, fitted } = estimate
    return [
      name(estimate),
      persons(n),
      persons(dropped),
      decimals(fitted?.line.p1),
      decimals(fitted?.errors.hc3?.p1),
      decimals(fitted?.line.p0),
      decimals(fitted?.errors.hc3?.p0),
      decimals(fitted?.r2),
      decimals(fitted?.sigma),
      persons(fitted?.employment),
      persons(fitted?.employmentSmeared),
      persons(fitted?.employees),
    ]
  })
  const total = [
    say.all,
    persons(sumOf(estimates, ({ n }) => n)),
    persons(sumOf(estimates, ({ dropped }) => dropped)),
    ...Array.from({ length: 6 }, () => ''),
    persons(sumOf(estimates, ({ fitted }) => fitted?.employment)),
    persons(sumOf(estimates, ({ fitted }) => fitted?.employmentSmeared)),
    persons(sumOf(estimates, ({ fitted }) => fitted?.employees)),
  ]
  const found = estimates.filter(({ fitted }) => fitted)
  const more = found.map((estimate) => {
    const { fitted } = estimate
    return [
      name(estimate),
      decimals(fitted && 1 - fitted.line.p1),
      decimals(fitted?.r2OfEmployment),
      decimals(fitted?.smearing),
      decimals(fitted && fitted.smearing * fitted.smearingError),
      decimals(fitted?.lognormal),
      fitted?.factorsAgree === undefined
        ? unknown
        : fitted.factorsAgree
          ? { text: say.agree, colour: 'green' as const }
          : { text: say.part, colour: 'yellow' as const },
      range(fitted?.intervalOfMean),
      range(fitted?.intervalOfNew),
    ]
  })
  const robust = found.map((estimate) => [
    name(estimate),
    ...(['classical', 'hc0', 'hc1', 'hc2', 'hc3'] as const).flatMap((kind) => {
      const errors = estimate.fitted?.errors[kind]
      return [significant(errors?.p1), significant(errors?.p0)]
    }),
  ])
  const dropped = estimates.flatMap((estimate) =>
    Object.entries(estimate.droppedBy).map(([reason, count]) => [name(estimate), persons(count), say.reasons[reason as Reason]]),
  )
  const pierced = found.flatMap(({ category, fitted }) =>
    fitted && category !== null && fitted.mostLeverage >= leverageOfOne
      ? [say.leverage(category, significant(fitted.mostLeverageTurnover, 17), rows.has(category) ? say.row(rows.get(category) ?? 0) : '')]
      : [],
  )
  return [
    say.equation,
    headed(say.head, estimates.length > 1 ? [...lines, total] : lines, width),
    say.forms,
    say.factors,
    say.intervals,
    headed(say.more, more, width),
    say.errorsBy,
    headed(say.robust, robust, width),
    ...pierced,
    ...(dropped.length > 0 ? [headed(say.dropped, dropped, width)] : []),
  ].join('\n\n')
}
