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
  const places = orders.get(figures) ?? new Map([...figures.keys()].map((each, place) => [each, place]))
  orders.set(figures, places)
  const placeOf = (figure: Figure): number => places.get(figure.id) ?? 0
  return [...downstream].sort((one, other) => placeOf(one) - placeOf(other))
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

/** The places of figures in the ledger's order; and who depends on each: made once for a ledger, which every page asks. */
const orders = new WeakMap<Figures, ReadonlyMap<string, number>>()
const memories = new WeakMap<Figures, ReadonlyMap<string, readonly Figure[]>>()
