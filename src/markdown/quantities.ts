import Fraction from 'fraction.js'
import { conflictStandings, conflictWeights, standingOf } from '../../scripts/ledger/data/conflict-types.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { withoutNoise } from '../../scripts/ledger/numbers/printed.ts'
import { verdicts } from '../../scripts/ledger/types.ts'
import { studiedChecks } from '../audit/studied.ts'

/** within-rounding -> withinRounding */
const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const made = new WeakMap<Ledger, ReadonlyMap<string, Fraction>>()

/**
 * What a predicate may name: every figure by its id, the ends of its range as `id.low` and `id.high` where rounding
 * sets one, and how many checks of the work studied came to each verdict, as in `checks.withinRounding`,
 * and how many conflicts the work studied has with itself, as in `conflicts.matters`, and how many lie elsewhere, as in
 * `conflicts.between`.
 */
export const quantitiesOf = (ledger: Ledger): ReadonlyMap<string, Fraction> => {
  const known = made.get(ledger)
  if (known) return known
  const quantities = new Map<string, Fraction>()
  const checks = studiedChecks(ledger)
  for (const verdict of verdicts)
    quantities.set(`checks.${camelCase(verdict)}`, new Fraction(checks.filter((check) => check.verdict === verdict).length))
  quantities.set('checks.all', new Fraction(checks.length))
  const { conflicts, sources } = ledger.data
  for (const standing of conflictStandings) {
    const there = conflicts.filter((conflict) => standingOf(conflict, sources) === standing)
    quantities.set(`conflicts.${standing === 'studied' ? 'all' : standing}`, new Fraction(there.length))
    if (standing !== 'studied') continue
    for (const weight of conflictWeights)
      quantities.set(`conflicts.${weight}`, new Fraction(there.filter((conflict) => conflict.weight === weight).length))
  }
  for (const figure of ledger.figures.values()) {
    const { low, high } = figure.bounds
    quantities.set(figure.id, forSentences(figure, figure.value))
    if (low) quantities.set(`${figure.id}.low`, forSentences(figure, low))
    if (high) quantities.set(`${figure.id}.high`, forSentences(figure, high))
  }
  made.set(ledger, quantities)
  return quantities
}

/** What floating point computed is taken at twelve digits, so that no sentence hangs on its noise. */
const forSentences = ({ exact }: Figure, value: Fraction): Fraction => (exact ? value : withoutNoise(value.valueOf()))
