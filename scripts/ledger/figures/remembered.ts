/** While the report is written, one number changes at a time: what rests on none that changed is not worked out again. */
import type Fraction from 'fraction.js'
import type { Bounds } from '../numbers/printed.ts'
import { dimensionsOf } from '../numbers/units.ts'
import type { Figure } from './compute.ts'
import type { Node } from './node.ts'
import type { Gradient } from './ranges.ts'
import type { Computed } from './value.ts'

/** What was made last under each name, and of what. Nothing unless it is asked for: a ledger that proves itself is worked out whole. */
let memory: Map<string, { readonly parts: readonly unknown[]; readonly made: unknown }> | undefined

/** From here on it is remembered, until what this gives is called, as a test does. Scripts that are loaded anew come with a memory of their own. */
export const rememberFigures = (): (() => void) => {
  memory ??= new Map()
  return () => {
    memory = undefined
  }
}

/** What `make` makes; what it made last under the name, where each of its parts is the one of then. */
const standing = <Made>(name: string, parts: readonly unknown[], make: () => Made): Made => {
  const before = memory?.get(name)
  if (before && before.parts.length === parts.length && parts.every((part, index) => part === before.parts[index]))
    return before.made as Made
  const made = make()
  memory?.set(name, { parts, made })
  return made
}

/** All that decides what comes of the same parts, beside the function that they are given to. */
const askedBy = ({ unit, units, derived, from, asPrinted }: Omit<Node, 'printed'>): string =>
  JSON.stringify([dimensionsOf(units), unit, derived?.per, derived?.of, from, [...(asPrinted ?? [])]])

const endText = (end: Fraction | null): string => end?.toFraction() ?? 'open'

/** What is worked out of a figure: its value, how it answers to the inputs at its roots, and the range that they leave open. */
export interface Worked {
  readonly computed: Computed
  readonly gradient: Gradient | undefined
  readonly bounds: Bounds
}

/** Works figures out, each after those that it is computed from; where these are as they were, it stands. */
export const workingOut = (nodes: ReadonlyMap<string, Node>): ((node: Node, work: () => Worked) => Worked) => {
  if (!memory) return (_node, work) => work()
  const done = new Map<string, Worked>()
  const printed = (id: string): string => {
    const node = nodes.get(id)
    const { value, bounds } = node?.printed ?? {}
    return `${node?.unit} ${value?.toFraction()} ${endText(bounds?.low ?? null)} ${endText(bounds?.high ?? null)}`
  }
  return (node, work) => {
    // What was worked out of a part is another object once anything on the way to it is another.
    const parts = node.from.map((id) => done.get(id) ?? printed(id))
    const worked = standing(`figure ${node.id}`, [askedBy(node), node.derived?.formula, ...parts], work)
    done.set(node.id, worked)
    return worked
  }
}

/** Draws of a simulation: they stand while all that they are drawn by does, and all the figures on the way from doubts to answer. */
export const drawing = <Drawn>(name: string, asked: unknown, upstream: readonly Figure[], draw: () => Drawn): Drawn =>
  memory
    ? standing(
        `simulation ${name}`,
        [JSON.stringify(asked), ...upstream.flatMap((figure) => [askedBy(figure), figure.derived?.formula, figure.value.toFraction()])],
        draw,
      )
    : draw()
