/** A refusal that says what was found until then. */
import { type Problem, Problems } from '../../../scripts/ledger/problem.ts'
import type { Finding } from './finding.ts'

/** A table that is refused, with what the balance report has found until then. */
export class RefusedTable extends Problems {
  readonly balance: readonly Finding[]

  constructor(list: readonly Problem[], balance: readonly Finding[]) {
    super(list)
    this.balance = balance
  }
}
