import { type Declared, declaredValue } from '../data/declared.ts'
import { type Rational, toNumber } from '../rational.ts'
import type { Figure } from '../record.ts'
import type { Examiner } from '../report.ts'
import { sameNumber } from './sameness.ts'

/** Figures that derived.yaml declares: what they rest on is what the data name, and their value what the kind makes of it. */
export const examineDeclared = (
  figures: ReadonlyMap<string, Figure>,
  declared: readonly Declared[],
  values: ReadonlyMap<string, Rational>,
  seen: Examiner,
): void => {
  const examined = 'declared figures'
  for (const declaration of declared)
    seen.attempt(examined, declaration.id, declaration.kind, () => {
      const { id, place, first, second } = declaration
      const figure = figures.get(id)
      if (!figure) throw new Error('no figure of the ledger')
      const named = [...new Set([...first, ...second])]
      seen.see(examined, id, 'place', figure.declared === place, place, figure.declared)
      seen.see(examined, id, 'inputs', JSON.stringify(figure.inputs) === JSON.stringify(named), named, figure.inputs)
      const value = declaredValue(declaration, (part) => {
        const found = values.get(part)
        if (!found) throw new Error(`“${part}” was not recomputed`)
        return found
      })
      seen.see(examined, id, 'value', sameNumber(value, figure.value), toNumber(value), figure.value)
    })
  const ids = new Set(declared.map(({ id }) => id))
  for (const { id, declared: place = '' } of figures.values())
    if (place.includes('/derived.yaml:')) seen.see(examined, id, 'its declaration', ids.has(id), 'an entry of derived.yaml', place)
}
