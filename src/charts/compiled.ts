/** A specification compiled to Vega, with what Vega-Lite warns of kept and not printed. */
import type { LoggerInterface, Spec } from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

export interface Compiled {
  readonly spec: Spec
  readonly warnings: readonly string[]
}

export const compiled = (spec: TopLevelSpec): Compiled => {
  const warnings: string[] = []
  const note = (...words: readonly unknown[]) => {
    const said = words.join(' ')
    // Of a chart with a step for each row, whose width fits all the same.
    if (!said.startsWith('Dropping "fit-y"')) warnings.push(said)
    return logger
  }
  const quiet = () => logger
  const logger = { level: quiet, warn: note, error: note, info: quiet, debug: quiet } as unknown as LoggerInterface
  return { spec: compile(spec, { logger }).spec, warnings }
}
