import type { Figure } from '../figures/compute.ts'

type Figures = ReadonlyMap<string, Figure>

/** The figures that are computed from a figure directly, in the ledger's order. */
export const dependentsOf = (figures: Figures, id: string): readonly Figure[] => {
  const dependents = memories.get(figures) ?? invert(figures)
  memories.set(figures, dependents)
  return dependents.get(id) ?? []
}

/** All figures that would move with a figure, itself not among them, in the ledger's order. */
export const downstreamOf = (figures: Figures, id: string): readonly Figure[] => {
  const downstream = new Set<Figure>()
  const visit = (each: string): void => {
    for (const dependent of dependentsOf(figures, each)) {
      if (downstream.has(dependent)) continue
      downstream.add(dependent)
      visit(dependent.id)
    }
  }
  visit(id)
  return [...figures.values()].filter((figure) => downstream.has(figure))
}

const invert = (figures: Figures): ReadonlyMap<string, readonly Figure[]> => {
  const dependents = new Map<string, Figure[]>()
  for (const figure of figures.values()) {
    for (const part of figure.from) {
      const others = dependents.get(part)
      if (others) others.push(figure)
      else dependents.set(part, [figure])
    }
  }
  return dependents
}

/** Turned round once for a ledger, which every page asks. */
const memories = new WeakMap<Figures, ReadonlyMap<string, readonly Figure[]>>()
