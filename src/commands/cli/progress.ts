import { eraseLine } from './terminal.ts'

/** Under a second nobody waits, and nothing is told. */
const patience = 1000
const often = 200

const inWords = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`

/**
 * How far a piece of work is, and about how long it will still take: told on a terminal's standard error from a second on. In a pipe
 * nothing is told. `clear` takes the line away.
 */
export const progressOf = (doing: string, now: () => number = Date.now, out: NodeJS.WriteStream = process.stderr) => {
  const began = now()
  let told = began
  let shown = false
  return {
    /** The part that is done, from 0 to 1. */
    tell: (done: number): void => {
      const time = now()
      if (!out.isTTY || time - began < patience || time - told < often) return
      told = time
      shown = true
      const left = done > 0 ? `, ${inWords(((time - began) * (1 - done)) / done / 1000)} left` : ''
      out.write(`${eraseLine}${doing} … ${Math.floor(100 * done)} %${left}`)
    },
    clear: (): void => {
      if (shown) out.write(eraseLine)
      shown = false
    },
  }
}
