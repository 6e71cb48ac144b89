import type { Language } from '../../../scripts/ledger/types.ts'
import { eraseLine } from './terminal.ts'

/** Under a second nobody waits, and nothing is told. */
const patience = 1000
const often = 200
/** The first moments say little of the rest. */
const telling = 0.02

const duration = (seconds: number): readonly [number: string, unit: 's' | 'min' | 'h'] =>
  seconds < 90
    ? [`${Math.ceil(seconds)}`, 's']
    : seconds < 5400
      ? [`${Math.ceil(seconds / 60)}`, 'min']
      : [(seconds / 3600).toFixed(1), 'h']

const left: Readonly<Record<Language, (seconds: number) => string>> = {
  en: (seconds) => `, ${duration(seconds).join(' ')} left`,
  zh: (seconds) => {
    const [number, unit] = duration(seconds)
    return `，约剩${number}${{ s: '秒', min: '分钟', h: '小时' }[unit]}`
  },
}

export interface Progress {
  /** The part that is done, from 0 to 1. */
  readonly tell: (done: number) => void
  /** Takes the line away. */
  readonly clear: () => void
}

/**
 * How far a piece of work is, and about how long it will still take: told on a terminal's standard error from a second on. In a pipe
 * nothing is told. What is being done may change on the way.
 */
export const progressOf = (
  doing: () => string,
  language: Language,
  now: () => number = Date.now,
  out: NodeJS.WriteStream = process.stderr,
): Progress => {
  const began = now()
  let told = began
  let shown = false
  return {
    tell: (done) => {
      const time = now()
      if (!out.isTTY || time - began < patience || time - told < often) return
      told = time
      shown = true
      const rest = done > telling ? left[language](((time - began) * (1 - done)) / done / 1000) : ''
      out.write(`${eraseLine}${doing()} … ${Math.floor(100 * done)} %${rest}`)
    },
    clear: () => {
      if (shown) out.write(eraseLine)
      shown = false
    },
  }
}
