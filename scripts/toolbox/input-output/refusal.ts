/** Why a table has no multipliers: readers of files turn it into a place and a remedy. */
export type RefusalKind = 'shape' | 'value' | 'singular' | 'near-singular' | 'not-productive' | 'names' | 'missing'

/** A table, a bundle or a key that cannot be computed with, in words for people, naming the sectors that are to blame. */
export class InputOutputRefusal extends Error {
  readonly kind: RefusalKind
  /** Names of the sectors concerned, worst first; empty where none can be named. */
  readonly sectors: readonly string[]

  constructor(kind: RefusalKind, message: string, sectors: readonly string[] = []) {
    super(message)
    this.name = 'InputOutputRefusal'
    this.kind = kind
    this.sectors = sectors
  }
}
