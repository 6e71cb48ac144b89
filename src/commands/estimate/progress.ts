/** What is read and how long it still takes, on a terminal's standard error, from a second on. */

import type { Language } from '../../../scripts/ledger/types.ts'
import type { Engine } from '../../../scripts/toolbox/scale-regression/engine.ts'
import { words } from './words.ts'

const eraseLine = '\r\u001b[K'

export interface Progress {
  /** A reading of the table begins, of so many that are expected. */
  readonly begin: (doing: string, reading: number, of: number) => void
  readonly end: () => void
}

/** Tells nothing where standard error is no terminal. */
export const showProgress = (engine: Engine, language: Language): Progress => {
  if (!process.stderr.isTTY) return { begin: () => undefined, end: () => undefined }
  const started = Date.now()
  let [doing, reading, of, written] = ['', 0, 1, false]
  const clock = setInterval(() => {
    const seconds = (Date.now() - started) / 1000
    if (seconds < 1) return
    const done = (reading + Math.min(0.99, engine.progress?.() ?? 0)) / of
    // The first moments say little of the rest.
    const left = done > 0.02 ? `, ${words[language].left(Math.ceil((seconds * (1 - done)) / done))}` : ''
    written = true
    process.stderr.write(`${eraseLine}${doing} … ${Math.floor(100 * done)} %, ${Math.floor(seconds)} s${left}`)
  }, 500)
  return {
    begin: (what, index, all) => {
      doing = what
      reading = index
      of = all
    },
    end: () => {
      clearInterval(clock)
      if (written) process.stderr.write(eraseLine)
    },
  }
}
