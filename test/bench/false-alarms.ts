/**
 * How often a source that made no mistake is told that it made one. True inputs are drawn and printed as a source would
 * print them; the source's result is computed from what it had, not from what it printed, and printed too; then our
 * rules judge the one by the other. A verdict other than `exact` and `within-rounding` is a false alarm.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import Fraction from 'fraction.js'
import { verdictOf } from '../../scripts/ledger/check.ts'
import type { Input } from '../../scripts/ledger/data/data-types.ts'
import { computeFigures, type Figure } from '../../scripts/ledger/figures/compute.ts'
import type { ArgumentIds, Derived } from '../../scripts/ledger/figures/derived.ts'
import { inputNode } from '../../scripts/ledger/figures/node.ts'
import { type Beyond, type Computed, valueAt } from '../../scripts/ledger/figures/value.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { decimalsOf, exactly, fromFloat } from '../../scripts/ledger/numbers/printed.ts'
import { baseOf, type Units } from '../../scripts/ledger/numbers/units.ts'
import { Problem, Problems } from '../../scripts/ledger/problem.ts'
import type { Qualifier, Unit } from '../../scripts/ledger/types.ts'
import { between, type Dice, dice, oneOf } from './dice.ts'
import { type Measured, percent, tellProgress } from './measured.ts'

/** How the source of a draw turns a true value into digits. */
export type Habit =
  /** Rounds, and means its words: what is "over" or "nearly" a number is, and "about" stands before a value left whole. */
  | 'keeps the rules'
  /** Writes "about" before its rounded results. */
  | 'says about of what it rounded'
  /** Writes "about" before its rounded inputs. */
  | 'says about of rounded inputs'
  /** Cuts off the digits of its results instead of rounding them. */
  | 'cuts off'
  /** Rounds its results to tens and prints the nought as if it were known: 350 for 346. */
  | 'writes noughts'
  /** Rounds each result to four digits before it computes the next from it. */
  | 'goes on from rounded results'

const habitsAgainstTheRules = [
  'says about of what it rounded',
  'says about of rounded inputs',
  'cuts off',
  'writes noughts',
  'goes on from rounded results',
] as const

/** So many claims to judge, of a source with such a habit; one seed always draws alike. */
export interface Task {
  readonly claims: number
  readonly seed: number
  readonly habit?: Habit
}

export interface Draws {
  readonly judged: number
  readonly exact: number
  readonly withinRounding: number
  /** Drawn where a formula has no value, as the logarithm of one less a cut of 1.0: the build would stop, and no verdict falls. */
  readonly refused: number
  readonly falseAlarms: number
  /** The first of them, in words. */
  readonly examples: readonly string[]
}

export const noDraws: Draws = { judged: 0, exact: 0, withinRounding: 0, refused: 0, falseAlarms: 0, examples: [] }

export const together = (all: readonly Draws[]): Draws =>
  all.reduce(
    (sum, one) => ({
      judged: sum.judged + one.judged,
      exact: sum.exact + one.exact,
      withinRounding: sum.withinRounding + one.withinRounding,
      refused: sum.refused + one.refused,
      falseAlarms: sum.falseAlarms + one.falseAlarms,
      examples: [...sum.examples, ...one.examples].slice(0, 5),
    }),
    noDraws,
  )

/** Draws until at least so many claims are judged: half on the whole graph of the report, half on its formulas one by one. */
export const drawClaims = (
  ledger: Pick<Ledger, 'data' | 'formulas' | 'figures'>,
  { claims, seed, habit = 'keeps the rules' }: Task,
): Draws => {
  const roll = dice(seed)
  // What a simulation tells comes of draws, and no claim of a source rests on it.
  const definitions = [...ledger.figures.values()].flatMap(({ derived, simulated }) => (simulated ? [] : (derived ?? [])))
  let all = noDraws
  for (let turn = 0; all.judged < claims; turn += 1) {
    // A draw of the graph judges hundreds of claims; so do as many formulas by themselves.
    const drawn = turn % 2 === 0 ? drawGraph(ledger, definitions, roll, habit) : drawFormulas(ledger, definitions, roll, habit)
    all = together([all, judgeAll(drawn, ledger.formulas, ledger.data.units, roll, habit)])
  }
  return all
}

/** What a source had, and what it printed of it. */
interface Drawn {
  readonly truth: ReadonlyMap<string, Fraction>
  readonly inputs: readonly Input[]
  readonly definitions: readonly Derived[]
}

/** The report's own graph, every printed input of it some tenths larger or smaller and printed to the same place. */
const drawGraph = (
  { data: { inputs, units }, formulas }: Pick<Ledger, 'data' | 'formulas'>,
  definitions: readonly Derived[],
  roll: Dice,
  habit: Habit,
): Drawn => {
  const truth = new Map<string, Fraction>()
  const read = new Set(definitions.flatMap((definition) => readAsPrinted(definition, formulas)))
  const printed = inputs.map((input): Input => {
    const unit = units.printed.get(input.unit) ?? { base: 'ratio', factor: '1' }
    const whole = (['count', 'year'].includes(baseOf({ unit: unit.base, units }).kind) && unit.factor === '1') || input.kind === 'assumed'
    const value = Number(input.digits.replace('−', '-'))
    const true_ = whole
      ? value
      : value === 0
        ? between(roll, 0, 0.5) * 10 ** -decimalsOf(input.digits)
        : movedBy(value, input.unit, between(roll, 0.8, 1.25))
    const made = print(true_, decimalsOf(input.digits), input.qualifier, roll, habit, read.has(input.id))
    truth.set(input.id, exactly(made.truth).mul(unit.factor))
    return { ...input, digits: made.digits, ...(made.qualifier ? { qualifier: made.qualifier } : {}) }
  })
  return { truth, inputs: printed, definitions }
}

/** Tens of thousands of persons, hundreds of millions of yuan: the size that a source prints an amount in. */
const sizes: Readonly<Partial<Record<Unit, number>>> = { person: 1e4, yuan: 1e8 }

/** The formula of each figure by itself, its arguments each an input of about the size that it has in the report. */
const drawFormulas = (
  { figures, formulas }: Pick<Ledger, 'figures' | 'formulas'>,
  definitions: readonly Derived[],
  roll: Dice,
  habit: Habit,
): Drawn => {
  const truth = new Map<string, Fraction>()
  const inputs = new Map<string, Input>()
  // A matrix of a whole economy belongs to the graph; by itself it would take nearly all the time.
  const small = definitions.filter(({ of }) => Object.values(of).flat(2).length < 40)
  const made = small.map((definition, index): Derived => {
    const read = readAsPrinted(definition, formulas)
    const draw = (id: string): string => {
      const own = `${index}.${id}`
      if (inputs.has(own)) return own
      const { value = new Fraction(1), unit = 'ratio', input, label, place } = figures.get(id) ?? {}
      const usual = value.valueOf() / (sizes[unit] ?? 1) || 0.3
      const true_ = usual * Math.exp(between(roll, -0.7, 0.7))
      const significant = 2 + Math.floor(roll() * 4)
      const qualifier = roll() < 0.1 ? oneOf(roll, ['over', 'nearly', 'about'] as const) : undefined
      const printed = print(true_, placesFor(true_, significant), qualifier, roll, habit, read.includes(id))
      truth.set(own, exactly(printed.truth))
      inputs.set(own, {
        id: own,
        kind: 'cited',
        source: input?.source ?? '',
        digits: printed.digits,
        unit: '1',
        scope: { period: '', entity: '' },
        label: label ?? { zh: '', en: '' },
        place: place ?? { file: '', line: 1, column: 1 },
        ...(printed.qualifier ? { qualifier: printed.qualifier } : {}),
      })
      return own
    }
    const { per: _, row: __, ...rest } = definition
    return { ...rest, id: `${index}`, unit: 'ratio', of: mapNames(definition.of, draw) }
  })
  return { truth, inputs: [...inputs.values()], definitions: made }
}

/** Those of its arguments that a method reads as they are printed: for the source, too, they were what it printed. */
const readAsPrinted = ({ formula, of }: Derived, formulas: Ledger['formulas']): readonly string[] =>
  (formulas.get(formula.name)?.asPrinted ?? []).map((name) => String(of[name]))

/** So many times as large; of a part of a whole that would become more than the whole, the rest of it. */
const movedBy = (value: number, unit: string, times: number): number =>
  unit === '%' && value <= 100 && value * times > 100 ? 100 - (100 - value) * times : value * times

/** The arguments of a formula by name, with something in place of each figure's id. */
const mapNames = <T>(of: ArgumentIds, take: (id: string) => T): Record<string, T | T[] | T[][]> => {
  const named = Object.entries(of).map(([name, ids]): [string, T | T[] | T[][]] => {
    if (typeof ids === 'string') return [name, take(ids)]
    return [name, ids.every((item) => typeof item === 'string') ? ids.map(take) : ids.map((row) => [...row].map(take))]
  })
  return Object.fromEntries(named)
}

const placesFor = (value: number, significant: number): number =>
  Math.min(40, Math.max(0, significant - 1 - Math.floor(Math.log10(Math.abs(value) || 1))))

interface Printed {
  /** The digits that the source had: the drawn ones, or what its words let them be. */
  readonly truth: string
  readonly digits: string
  readonly qualifier?: Qualifier
}

/** Digits that a source knows beyond those that it prints. So few keep exact sums of them short. */
const moreDecimals = 4

/** How far a source stays behind when it says "over 40" of 43, and likewise "nearly". */
const reserve = 0.2

/** Prints an input to so many decimals, in a way that its word is true. */
const print = (
  drawn: number,
  decimals: number,
  qualifier: Qualifier | undefined,
  roll: Dice,
  habit: Habit,
  isReadAsPrinted: boolean,
): Printed => {
  const truth = rounded(drawn, decimals + moreDecimals)
  const value = Number(truth)
  const digits = rounded(value, decimals)
  if (isReadAsPrinted) return { truth: digits, digits, ...(qualifier ? { qualifier } : {}) }
  if (qualifier === 'over') return { truth, digits: lowered(value - Math.abs(value) * between(roll, 0, reserve), decimals), qualifier }
  if (qualifier === 'nearly') return { truth, digits: raised(value + Math.abs(value) * between(roll, 0, reserve), decimals), qualifier }
  if (habit === 'says about of rounded inputs') return { truth, digits, qualifier: 'about' }
  if (qualifier === 'about') return { truth: digits, digits, qualifier }
  return { truth, digits }
}

const toFourDigits = (value: Fraction): Fraction => fromFloat(Number(value.valueOf().toPrecision(4)))
const withoutMinusZero = (digits: string): string => (Number(digits) === 0 ? digits.replace('-', '') : digits)
const rounded = (value: number, decimals: number): string => withoutMinusZero(value.toFixed(decimals))
const lowered = (value: number, decimals: number): string => {
  const digits = rounded(value, decimals)
  return Number(digits) > value ? rounded(Number(digits) - 10 ** -decimals, decimals) : digits
}
const raised = (value: number, decimals: number): string => rounded(-Number(lowered(-value, decimals)), decimals)
const cutOff = (value: number, decimals: number): string => (value < 0 ? raised(value, decimals) : lowered(value, decimals))

/** Nothing where there is no value. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problem || error instanceof Problems) return undefined
    throw error
  }
}

/** The value of each figure over such roots: exact where the report is, so that what cancels is nothing, and not what rounding of doubles leaves of it. */
const valuesOver = (
  roots: ReadonlyMap<string, Fraction>,
  definitions: readonly Derived[],
  formulas: Ledger['formulas'],
  beyond: Beyond,
  after = (value: Fraction): Fraction => value,
): ((id: string) => Computed) => {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]))
  const known = new Map([...roots].map(([id, value]): [string, Computed] => [id, { value, exact: true }]))
  const computedOf = (id: string): Computed => {
    const done = known.get(id)
    if (done) return done
    const definition = byId.get(id)
    if (!definition) throw new Error(`nothing was drawn for ${id}`)
    const from = Object.values(definition.of).flat(2)
    const formula = formulas.get(definition.formula.name)
    const made = valueAt(
      { id, place: definition.place, derived: definition, from, ...(formula ? { formula } : {}) },
      (part) => computedOf(part).value,
      from.every((part) => computedOf(part).exact),
      beyond,
    )
    const value = { ...made, value: after(made.value) }
    known.set(id, value)
    return value
  }
  return computedOf
}

const judgeAll = ({ truth, inputs, definitions }: Drawn, formulas: Ledger['formulas'], units: Units, roll: Dice, habit: Habit): Draws => {
  const after = (value: Fraction) => (habit === 'goes on from rounded results' ? toFourDigits(value) : value)
  const trueValue = valuesOver(truth, definitions, formulas, 'nearest', after)
  // What has no value, as the logarithm of nothing, and what hangs on it must not hide the others.
  const printedValue = valuesOver(
    new Map(
      inputs.flatMap((input) => {
        const { printed } = inputNode(input, units)
        return printed ? [[input.id, printed.value] as const] : []
      }),
    ),
    definitions,
    formulas,
    'refused',
  )
  const standing = definitions.filter(({ id }) => attempt(() => printedValue(id)))
  const figures = computeFigures(inputs, standing, formulas, units)
  const draws = [...figures.values()].map((figure) => {
    if (!figure.derived) return noDraws
    const true_ = attempt(() => trueValue(figure.id))
    return true_ ? judge(figure, true_.value.valueOf(), roll, habit) : { ...noDraws, refused: 1 }
  })
  return together([...draws, { ...noDraws, refused: definitions.length - standing.length }])
}

/** Prints a true result as a claim and holds it against the figure that the printed inputs give. */
const judge = (figure: Figure, truth: number, roll: Dice, habit: Habit): Draws => {
  const size = 10n ** BigInt(Math.max(0, Math.floor(Math.log10(Math.abs(truth) || 1)) - 2))
  const value = truth / Number(size)
  const decimals = placesFor(value, 2 + Math.floor(roll() * 5))
  const word = roll()
  const claim = ((): { readonly digits: string; readonly qualifier: Qualifier | null } => {
    if (habit === 'cuts off') return { digits: cutOff(value, decimals), qualifier: null }
    if (habit === 'writes noughts') return { digits: rounded(Math.round(value / 10) * 10, 0), qualifier: null }
    if (habit === 'says about of what it rounded') return { digits: rounded(value, decimals), qualifier: 'about' }
    if (word < 0.1) return { digits: lowered(value, decimals), qualifier: 'over' }
    if (word < 0.2) return { digits: raised(value, decimals), qualifier: 'nearly' }
    if (word < 0.3) return { digits: rounded(value, placesFor(value, 12)), qualifier: 'about' }
    return { digits: rounded(value, decimals), qualifier: null }
  })()
  const scale = new Fraction(size)
  const { low, high } = figure.bounds
  const verdict = verdictOf({
    ...claim,
    value: figure.value.div(scale),
    bounds: { low: low?.div(scale) ?? null, high: high?.div(scale) ?? null },
    exact: figure.exact,
  })
  const alarm = verdict === 'discrepant'
  return {
    judged: 1,
    exact: verdict === 'exact' ? 1 : 0,
    withinRounding: verdict === 'within-rounding' ? 1 : 0,
    refused: 0,
    falseAlarms: alarm ? 1 : 0,
    examples: alarm
      ? [
          `${figure.derived?.formula.name} (${figure.id}): ${claim.qualifier ?? ''} ${claim.digits} claimed of ${value}; we get ${figure.value.div(scale).valueOf()} (${low?.div(scale).valueOf() ?? '…'} to ${high?.div(scale).valueOf() ?? '…'})`,
        ]
      : [],
  }
}

/** Draws on all processors. */
const drawInThreads = async (claims: number, seed: number, habit: Habit): Promise<Draws> => {
  const threads = availableParallelism()
  const draw = (thread: number): Promise<Draws> =>
    new Promise((resolve, reject) => {
      const task: Task = { claims: Math.ceil(claims / threads), seed: seed + thread, habit }
      const worker = new Worker(new URL('false-alarms-worker.ts', import.meta.url), { workerData: task })
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  return together(await Promise.all(Array.from({ length: threads }, (_, thread) => draw(thread))))
}

/** Judges so many claims of sources that keep the rules, and a twentieth as many of each kind that does not. */
export const measureFalseAlarms = async (claims: number): Promise<readonly Measured[]> => {
  tellProgress(`false alarms: judging ${claims} right claims …`)
  const from = performance.now()
  const kept = await drawInThreads(claims, 2020, 'keeps the rules')
  const seconds = (performance.now() - from) / 1000
  for (const example of kept.examples) tellProgress(`  ${example}`)
  const rows: Measured[] = [
    ['right claims judged', String(kept.judged), ''],
    ['  by rounding and its words: false alarms', String(kept.falseAlarms), '0'],
    ['  exact', percent(kept.exact, kept.judged), ''],
    ['  within rounding', percent(kept.withinRounding, kept.judged), ''],
    ['  not judged: a formula has no value there, as the logarithm of nothing', String(kept.refused), ''],
    ['  judged a second', (kept.judged / seconds).toFixed(0), ''],
  ]
  for (const habit of habitsAgainstTheRules) {
    const broken = await drawInThreads(claims / 20, 2020, habit)
    rows.push([`  of a source that ${habit}: judged discrepant`, percent(broken.falseAlarms, broken.judged), ''])
  }
  return rows
}
