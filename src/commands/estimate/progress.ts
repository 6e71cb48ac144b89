/** How much of the readings of a table is done, which the engine is asked for from time to time. */
import type { Language } from '../../../scripts/ledger/types.ts'
import type { Engine } from '../../../scripts/toolbox/scale-regression/engine.ts'
import { progressOf } from '../cli/progress.ts'

export interface ReadingProgress {
  /** A reading of the table begins, of so many that are expected. */
  readonly begin: (doing: string, reading: number, of: number) => void
  readonly end: () => void
}

const askedEvery = 500

export const showProgress = (engine: Engine, language: Language): ReadingProgress => {
  let [doing, reading, of] = ['', 0, 1]
  const { tell, clear } = progressOf(() => doing, language)
  const clock = setInterval(() => tell((reading + Math.min(0.99, engine.progress?.() ?? 0)) / of), askedEvery)
  return {
    begin: (what, index, all) => {
      doing = what
      reading = index
      of = all
    },
    end: () => {
      clearInterval(clock)
      clear()
    },
  }
}
