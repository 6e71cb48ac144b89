import type { Expression, PrivateIdentifier } from 'acorn'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { dimensionsOf, quantityInWords } from '../../scripts/ledger/numbers/units.ts'
import { styleOf } from '../../scripts/ledger/publish/shown.ts'
import type { Unit } from '../../scripts/ledger/types.ts'
import { type Predicate, PredicateMistake } from './predicate.ts'

/** How often each unit goes into a number: hours a job are one hour and one job the other way. A typed number, or a count of things, fits anything. */
type Dimension = ReadonlyMap<Unit, number> | 'any'

const plain: Dimension = new Map()

const multiplied = (one: Dimension, other: Dimension, sign: 1 | -1): Dimension => {
  if (one === 'any' && other === 'any') return 'any'
  const result = new Map(one === 'any' ? plain : one)
  for (const [unit, power] of other === 'any' ? plain : other) {
    const sum = (result.get(unit) ?? 0) + sign * power
    if (sum === 0) result.delete(unit)
    else result.set(unit, sum)
  }
  return result
}

const isSame = (one: Dimension, other: Dimension): boolean =>
  one === 'any' || other === 'any' || (one.size === other.size && [...one].every(([unit, power]) => other.get(unit) === power))

/** A typed number, with its sign. */
const typedIn = (node: Expression | PrivateIdentifier): number | undefined =>
  node.type === 'Literal' && typeof node.value === 'number'
    ? node.value
    : node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal'
      ? -Number(node.argument.value)
      : undefined

/** Refuses a share that is held against its number of per cent: 0.63 is below 60 and says nothing. */
export const refusePercent = ({ text, statement }: Predicate, { figures }: Ledger): void => {
  const look = (node: Expression | PrivateIdentifier): void => {
    if (node.type === 'UnaryExpression') look(node.argument)
    if (node.type !== 'BinaryExpression' && node.type !== 'LogicalExpression') return
    for (const [side, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const figure = side.type === 'Identifier' ? figures.get(side.name.replace(/\.(?:low|high)$/, '')) : undefined
      const typed = typedIn(other)
      if (!figure || typed === undefined || !/^[<>=]/.test(node.operator) || !styleOf(figure).percent) continue
      const value = Math.abs(figure.value.valueOf())
      if (Math.abs(typed) >= 2 && value <= 1.5)
        throw new PredicateMistake(
          `“${text.slice(node.start, node.end)}” holds a part of one against ${typed}: ${figure.id} is ${Number(figure.value.valueOf().toPrecision(4))}`,
          node.start,
          `${typed / 100} for ${typed} per cent`,
        )
    }
    look(node.left)
    look(node.right)
  }
  look(statement)
}

/** Refuses a predicate that adds or compares what cannot be: persons with hours, hours with hours a job. */
export const refuseUnlike = ({ text, statement }: Predicate, { figures, data: { units } }: Ledger): void => {
  const dimensions = new Set(dimensionsOf(units))
  const ofFigure = (name: string): Dimension => {
    const figure = figures.get(name) ?? figures.get(name.replace(/\.(?:low|high)$/, ''))
    if (figure && !figure.derived?.per && units.bases.get(figure.unit)?.kind === 'count') return 'any'
    const result = new Map<Unit, number>()
    for (const [unit, power] of [[figure?.unit, 1] as const, [figure?.derived?.per, -1] as const])
      if (unit && dimensions.has(unit)) result.set(unit, (result.get(unit) ?? 0) + power)
    return result
  }
  const inWords = (dimension: Dimension): string => {
    if (dimension === 'any' || dimension.size === 0) return 'a plain number'
    const [above, below] = [1, -1].map((sign) => [...dimension].flatMap(([unit, power]) => (Math.sign(power) === sign ? [unit] : [])))
    const names = (some: readonly Unit[] = []) => some.map((unit) => quantityInWords({ unit }, units)).join(' times ')
    return [names(above) || 'a number', names(below)].filter(Boolean).join(' per ')
  }
  const of = (node: Expression | PrivateIdentifier): Dimension => {
    switch (node.type) {
      case 'Identifier':
        return ofFigure(node.name)
      case 'UnaryExpression':
        return of(node.argument)
      case 'LogicalExpression':
        of(node.left)
        of(node.right)
        return plain
      case 'BinaryExpression': {
        const [left, right] = [of(node.left), of(node.right)]
        if (node.operator === '*' || node.operator === '/') return multiplied(left, right, node.operator === '*' ? 1 : -1)
        if (isSame(left, right)) return left === 'any' ? right : left
        throw new PredicateMistake(
          `“${text.slice(node.start, node.end)}” sets ${inWords(left)} against ${inWords(right)}`,
          node.start,
          'figures of one unit, or a rate of each',
        )
      }
      default:
        return 'any'
    }
  }
  of(statement)
}
