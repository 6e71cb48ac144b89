import type { Input } from '../data/data-types.ts'
import type { Units } from '../numbers/units.ts'
import { Complaints } from '../problem.ts'
import type { Place } from '../types.ts'
import type { Derived } from './derived.ts'
import { mendedAt, refuseUnknownUnit } from './node.ts'

/**
 * Stops where figures that scripts derive take each other’s ids or count in what is no unit: what data declare on top of
 * them would be accused in their place.
 */
export const refuseBrokenScripts = (inputs: readonly Input[], scripted: readonly Derived[], units: Units): void => {
  const complaints = new Complaints()
  const taken = new Map<string, Place>(inputs.map(({ id, place }) => [id, place]))
  for (const figure of scripted) {
    const first = taken.get(figure.id)
    if (first) complaints.add(...idTaken(figure, first))
    else taken.set(figure.id, mendedAt(figure))
    complaints.attempt(() => refuseUnknownUnit(figure, units))
  }
  complaints.stopIfAny()
}

/** What is said of an id that another figure has. */
export const idTaken = (figure: Derived, { file, line }: Place): [what: string, place: Place, expected: string] => [
  `the figure id ${figure.id} is already taken at ${file}:${line}`,
  mendedAt(figure),
  'an id of its own',
]
