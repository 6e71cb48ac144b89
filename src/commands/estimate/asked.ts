/** What the flags of the command ask for, in numbers. */
import { UsageProblem } from '../../../scripts/ledger/problem.ts'
import type { DuckdbSettings } from '../../../scripts/toolbox/scale-regression/duckdb.ts'
import { wholeNumber } from '../cli/arguments.ts'

export interface Asked {
  readonly database: DuckdbSettings
  /** Replicates of the bootstrap, two or more; undefined where none is asked for. */
  readonly replicates: number | undefined
  readonly seed: number
}

type Given = Readonly<Partial<Record<'memory' | 'threads' | 'bootstrap' | 'seed', string | undefined>>>

/** Throws a `UsageProblem` for a size that is none, and for numbers that are not whole or too small. */
export const askedOf = ({ memory, threads, bootstrap, seed }: Given): Asked => {
  if (memory !== undefined && !/^\d+(\.\d+)?\s*[KMGT]i?B$/i.test(memory)) throw new UsageProblem(`“${memory}” is no size`, '--memory 2GiB')
  const replicates = bootstrap === undefined ? undefined : wholeNumber('bootstrap', bootstrap)
  if (replicates !== undefined && replicates < 2) throw new UsageProblem(`--bootstrap ${replicates} is too few`, '--bootstrap 200')
  return {
    database: {
      ...(threads === undefined ? {} : { threads: Math.max(1, wholeNumber('threads', threads)) }),
      ...(memory === undefined ? {} : { memory }),
    },
    replicates,
    seed: seed === undefined ? 1 : wholeNumber('seed', seed),
  }
}
