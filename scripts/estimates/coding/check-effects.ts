import type { Figure } from '../../ledger/figures/compute.ts'
import { Complaints, expectedNames } from '../../ledger/problem.ts'
import type { Case } from './types.ts'

/** The formulas that put an effect on the common scale, the logarithm of after over before. */
const scale: ReadonlySet<string> = new Set(['logRatio', 'logCut', 'logGrowth'])

/** Stops where a case names an effect that is not computed, belongs to another case, or stands on another scale. */
export const refuseStrayEffects = (cases: readonly Case[], figures: ReadonlyMap<string, Figure>): void => {
  const complaints = new Complaints()
  const effects = [...figures.values()].flatMap(({ id, formula }) => (formula && scale.has(formula.name) ? [id] : []))
  for (const { id: name, key, effects: named } of cases) {
    const own = effects.filter((id) => id.startsWith(`cases.${key}.`))
    for (const { figure, to, place } of named)
      for (const id of to === undefined ? [figure] : [figure, to]) {
        if (own.includes(id)) continue
        const what = effects.includes(id)
          ? `${id} is an effect of another case than ${name}`
          : `there is no ${figures.has(id) ? 'effect' : 'figure'} “${id}”`
        complaints.add(what, place, own.length > 0 ? expectedNames(id, own) : `no effects: no script derives one for cases.${key}`)
      }
  }
  complaints.stopIfAny()
}
