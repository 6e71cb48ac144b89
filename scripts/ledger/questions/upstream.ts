import type { Figure } from '../figures/compute.ts'

export type Figures = ReadonlyMap<string, Figure>

/** What is worked out once for each figure of a ledger, as pages in both languages ask for it. */
export const oncePerFigure = <Answer>(workOut: (figures: Figures, id: string) => Answer): ((figures: Figures, id: string) => Answer) => {
  const ledgers = new WeakMap<Figures, Map<string, Answer>>()
  return (figures, id) => {
    const answers = ledgers.get(figures) ?? new Map<string, Answer>()
    ledgers.set(figures, answers)
    if (!answers.has(id)) answers.set(id, workOut(figures, id))
    return answers.get(id) as Answer
  }
}

/** A figure in floating point: dividing out a fraction takes its time. */
export const valueIn = oncePerFigure((figures, id): number => figures.get(id)?.value.valueOf() ?? 0)

/** A figure and all that it rests on, what is computed after what it is computed from. */
export const upstreamOf = oncePerFigure((figures, id): readonly Figure[] => {
  const order = new Map<string, Figure>()
  const visit = (each: string): void => {
    const figure = figures.get(each)
    if (!figure || order.has(each)) return
    for (const part of figure.from) visit(part)
    order.set(each, figure)
  }
  visit(id)
  return [...order.values()]
})
