/** Laws that hold of any numbers: of exact arithmetic, of intervals, and of verdicts. */
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../scripts/ledger/check.ts'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Derived } from '../../scripts/ledger/figures/derived.ts'
import { formulasIn } from '../../scripts/ledger/figures/formula.ts'
import { remainder } from '../../scripts/ledger/formulas/remainder.ts'
import { share } from '../../scripts/ledger/formulas/share.ts'
import { sum } from '../../scripts/ledger/formulas/sum.ts'
import { evaluateExactly } from '../../scripts/ledger/numbers/exact.ts'
import { decimalsOf, exactly } from '../../scripts/ledger/numbers/printed.ts'
import { product } from './examples.ts'
import { checkClaims, claim, compute, figure, get, input, parts, printedWith, solidNumerals } from './support.ts'

/** A second arithmetic of fractions, on whole numbers alone. */
type Rational = readonly [numerator: bigint, denominator: bigint]

const reduced = ([n, d]: Rational): Rational => {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d]
  while (b > 0n) [a, b] = [b, a % b]
  const by = d < 0n ? -a : a
  return [n / by, d / by]
}
const rational = (digits: string): Rational => {
  const [whole = '0', part = ''] = digits.split('.')
  return reduced([BigInt(whole + part), 10n ** BigInt(part.length)])
}

/** An expression as a formula has it, and what the second arithmetic makes of it; null where it divides by zero. */
interface Expression {
  readonly text: string
  readonly value: Rational | null
}

const operate = (operator: string, left: Rational, right: Rational): Rational | null => {
  const [[a, b], [c, d]] = [left, right]
  if (operator === '+') return reduced([a * d + c * b, b * d])
  if (operator === '-') return reduced([a * d - c * b, b * d])
  if (operator === '*') return reduced([a * c, b * d])
  return c === 0n ? null : reduced([a * d, b * c])
}

const expressions: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression; leaf: Expression; node: Expression }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('node')),
  leaf: fc
    .record({ steps: fc.nat(9999), decimals: fc.nat(3) })
    .map(({ steps, decimals }) => printedWith(new Fraction(steps, 10 ** decimals), decimals))
    .map((digits) => ({ text: digits, value: rational(digits) })),
  node: fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree')).map(([left, operator, right]) => ({
    text: `(${left.text} ${operator} ${right.text})`,
    value: left.value && right.value && operate(operator, left.value, right.value),
  })),
})).tree

const evaluated = (text: string): Fraction | null => {
  const [formula] = formulasIn(`export const example = ({ a }) => ${text}`, 'example.ts')
  if (!formula?.expression) throw new Error(`${text} is no expression`)
  try {
    const value = evaluateExactly(formula.expression, new Map())
    return value instanceof Fraction ? value : null
  } catch {
    return null
  }
}

describe('exact arithmetic', () => {
  test('agrees with a second one, on whole numbers alone, to the last digit and on what has no value', () => {
    fc.assert(
      fc.property(expressions, ({ text, value }) => {
        const found = evaluated(text)
        expect(found && [found.s * found.n, found.d]).toEqual(value)
      }),
    )
  })
})

/** A figure made of inputs of its own, each used once, so that it rises or falls in each of them all the way. */
interface Graph {
  readonly inputs: readonly string[]
  readonly figures: readonly Derived[]
  /** The figures by hand, from the values of the inputs. */
  readonly byHand: (values: readonly Fraction[]) => ReadonlyMap<string, Fraction>
}

const joints = fc.constantFrom('sum', 'remainder', 'product', 'share')
const graphs: fc.Arbitrary<Graph> = fc
  .record({ inputs: fc.array(solidNumerals, { minLength: 3, maxLength: 7 }), joints: fc.array(joints, { minLength: 6, maxLength: 6 }) })
  .map(({ inputs, joints: all }): Graph => {
    // f0 joins the first two inputs, and each figure after it joins the last with one input more.
    const used = all.slice(0, inputs.length - 1).map((joint, index) => {
      // A difference may be nothing or less: nothing is divided by it. Products of such differences have a law of their own.
      return all.slice(0, index).includes('remainder') && joint !== 'remainder' ? 'sum' : joint
    })
    const figures = used.map((joint, index) => {
      const [first, second] = [index === 0 ? 'i0' : `f${index - 1}`, `i${index + 1}`]
      const id = `f${index}`
      if (joint === 'sum') return figure(id, sum, { terms: [first, second] })
      if (joint === 'remainder') return figure(id, remainder, { whole: first, part: second })
      if (joint === 'product') return figure(id, product, { first, second })
      return figure(id, share, { part: first, whole: second })
    })
    const byHand = (values: readonly Fraction[]) => {
      const made = new Map<string, Fraction>()
      let last = values[0] ?? new Fraction(0)
      for (const [index, joint] of used.entries()) {
        const next = values[index + 1] ?? new Fraction(1)
        last = { sum: last.add(next), remainder: last.sub(next), product: last.mul(next), share: last.div(next) }[joint]
        made.set(`f${index}`, last)
      }
      return made
    }
    return { inputs, figures, byHand }
  })

const inputsOf = ({ inputs }: Graph) => inputs.map((digits, index) => input(`i${index}`, digits))
const within = ({ bounds: { low, high } }: Figure, part: number): Fraction =>
  (low ?? new Fraction(0)).add((high ?? new Fraction(0)).sub(low ?? 0).mul(new Fraction(Math.round(part * 1000), 1000)))

describe('in any graph of formulas that rise or fall in each input', () => {
  test('an interval holds the figure wherever its inputs lie inside theirs, and is reached at its ends', () => {
    fc.assert(
      fc.property(graphs, fc.array(fc.array(parts, { minLength: 7, maxLength: 7 }), { minLength: 10, maxLength: 10 }), (graph, points) => {
        const figures = compute(inputsOf(graph), graph.figures)
        const at = (point: readonly number[]) =>
          graph.byHand(graph.inputs.map((_, index) => within(get(figures, `i${index}`), point[index] ?? 0)))
        const corners = Array.from({ length: 2 ** graph.inputs.length }, (_, corner) =>
          at(graph.inputs.map((__, index) => (corner >> index) & 1)),
        )
        for (const { id } of graph.figures) {
          const { low, high } = get(figures, id).bounds
          for (const point of points) {
            const value = at(point).get(id)
            expect(value && low?.lte(value) && high?.gte(value), id).toBe(true)
          }
          const ends = corners.flatMap((corner) => corner.get(id) ?? []).sort((a, b) => a.compare(b))
          expect([low?.toFraction(), high?.toFraction()], id).toEqual([ends.at(0)?.toFraction(), ends.at(-1)?.toFraction()])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the result printed to any place is never discrepant with itself, whichever inputs it was computed from', () => {
    fc.assert(
      fc.property(graphs, fc.array(parts, { minLength: 7, maxLength: 7 }), fc.nat(5), (graph, point, places) => {
        const figures = compute(inputsOf(graph), graph.figures)
        const truth = graph.byHand(graph.inputs.map((_, index) => within(get(figures, `i${index}`), point[index] ?? 0)))
        const claims = [...truth].map(([id, value]) => claim(id, printedWith(value, places)))
        for (const made of claims) {
          const { value, bounds, exact } = get(figures, made.figure)
          expect(verdictOf({ digits: made.digits, qualifier: null, value, bounds, exact }), made.figure).not.toBe('discrepant')
        }
      }),
    )
  })

  test('counting persons in ten thousands, in inputs and claim alike, changes no verdict', () => {
    fc.assert(
      fc.property(
        fc.array(solidNumerals, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: -30, max: 30 }),
        fc.nat(3),
        (digits, off, places) => {
          const judgedIn = (unit: string, factor: number) => {
            const inputs = digits.map((text, index) => input(`i${index}`, text, unit))
            const figures = compute(inputs, [figure('all', sum, { terms: inputs.map(({ id }) => id) }, 'person')])
            const all = get(figures, 'all')
            const claimed = printedWith(all.value.div(factor).add(new Fraction(off, 10 ** places)), places)
            const reason = { zh: '理由', en: 'A reason' }
            const [check] = ((): readonly { verdict: string }[] => {
              try {
                return checkClaims([claim('all', claimed, unit)], figures)
              } catch {
                return checkClaims([claim('all', claimed, unit, { cause: 'rounded-inputs', reason })], figures)
              }
            })()
            return { verdict: check?.verdict, value: all.value.div(factor).toFraction(), low: all.bounds.low?.div(factor).toFraction() }
          }
          expect(judgedIn('万人', 10_000)).toEqual(judgedIn('人', 1))
        },
      ),
    )
  })
})

/** Small numbers, one as likely as another, so that differences of two are often nothing but for rounding. */
const smallNumerals = fc
  .record({ steps: fc.integer({ min: -30, max: 30 }), decimals: fc.nat(1) })
  .map(({ steps, decimals }) => printedWith(new Fraction(steps, 10), decimals))

/** Sums, differences and products of any earlier inputs and figures; or, where none is used twice, of those not yet used. */
const knots = (usedOnce: boolean): fc.Arbitrary<Graph> =>
  fc
    .record({
      inputs: fc.array(smallNumerals, { minLength: 2, maxLength: 7 }),
      joins: fc.array(fc.tuple(fc.constantFrom('sum', 'remainder', 'product'), fc.nat(999), fc.nat(999)), { minLength: 6, maxLength: 6 }),
    })
    .map(({ inputs, joins }): Graph => {
      const free = inputs.map((_, index) => `i${index}`)
      const take = (at: number): string => (usedOnce ? free.splice(at % free.length, 1) : [free[at % free.length]])[0] ?? 'i0'
      const made = joins.slice(0, inputs.length - 1).map(([joint, one, other], index) => {
        const [first, second, id] = [take(one), take(other), `f${index}`]
        free.push(id)
        return { joint, first, second, id }
      })
      const figures = made.map(({ joint, first, second, id }) => {
        if (joint === 'sum') return figure(id, sum, { terms: [first, second] })
        return joint === 'remainder' ? figure(id, remainder, { whole: first, part: second }) : figure(id, product, { first, second })
      })
      const byHand = (values: readonly Fraction[]) => {
        const known = new Map(values.map((value, index) => [`i${index}`, value]))
        const of = (id: string) => known.get(id) ?? new Fraction(0)
        for (const { joint, first, second, id } of made) {
          const [a, b] = [of(first), of(second)]
          known.set(id, joint === 'sum' ? a.add(b) : joint === 'remainder' ? a.sub(b) : a.mul(b))
        }
        return known
      }
      return { inputs, figures, byHand }
    })

describe('in any graph of sums, differences and products, whatever their signs', () => {
  const cornersOf = (graph: Graph, figures: ReadonlyMap<string, Figure>) =>
    Array.from({ length: 2 ** graph.inputs.length }, (_, corner) =>
      graph.byHand(graph.inputs.map((__, index) => within(get(figures, `i${index}`), (corner >> index) & 1))),
    )

  test('an interval reaches from the least to the greatest corner where each input is used once', () => {
    fc.assert(
      fc.property(knots(true), (graph) => {
        const figures = compute(inputsOf(graph), graph.figures)
        const corners = cornersOf(graph, figures)
        for (const { id } of graph.figures) {
          const { low, high } = get(figures, id).bounds
          const ends = corners.flatMap((corner) => corner.get(id) ?? []).sort((a, b) => a.compare(b))
          expect([low?.toFraction(), high?.toFraction()], id).toEqual([ends.at(0)?.toFraction(), ends.at(-1)?.toFraction()])
        }
      }),
    )
  })

  test('an interval holds every corner where inputs and figures are used again', () => {
    fc.assert(
      fc.property(knots(false), (graph) => {
        const figures = compute(inputsOf(graph), graph.figures)
        for (const corner of cornersOf(graph, figures)) {
          for (const { id } of graph.figures) {
            const { low, high } = get(figures, id).bounds
            const value = corner.get(id)
            expect(value && low?.lte(value) && high?.gte(value), id).toBe(true)
          }
        }
      }),
    )
  })
})

describe('in any share of a difference', () => {
  test('an interval reaches from the least to the greatest corner where the difference keeps its sign, and is open both ways elsewhere', () => {
    const numerals = fc.tuple(smallNumerals, smallNumerals, smallNumerals).filter(([, b, c]) => Number(b) !== Number(c))
    const seen = { open: 0, closed: 0 }
    fc.assert(
      fc.property(numerals, ([a, b, c]) => {
        const figures = compute(
          [input('a', a), input('b', b), input('c', c)],
          [figure('by', remainder, { whole: 'b', part: 'c' }), figure('result', share, { part: 'a', whole: 'by' })],
        )
        const { low, high } = get(figures, 'result').bounds
        const ends = (id: string) => [0, 1].map((part) => within(get(figures, id), part))
        const differences = ends('b').flatMap((whole) => ends('c').map((part) => whole.sub(part)))
        const signs = new Set(differences.map((difference) => difference.compare(0)))
        if (signs.size > 1 || signs.has(0)) {
          seen.open += 1
          expect([low, high]).toEqual([null, null])
          return
        }
        seen.closed += 1
        const corners = ends('a')
          .flatMap((part) => differences.map((whole) => part.div(whole)))
          .sort((one, other) => one.compare(other))
        expect([low?.toFraction(), high?.toFraction()]).toEqual([corners.at(0)?.toFraction(), corners.at(-1)?.toFraction()])
      }),
      { seed: 2020, numRuns: 200 },
    )
    expect(Math.min(seen.open, seen.closed)).toBeGreaterThan(20)
  })
})

describe('a verdict', () => {
  const made = fc.record({
    value: fc.integer({ min: -50_000, max: 50_000 }),
    below: fc.nat(300),
    above: fc.nat(300),
    off: fc.integer({ min: -400, max: 400 }),
    places: fc.nat(2),
    exact: fc.boolean(),
  })
  const mirrored = { over: 'nearly', nearly: 'over', about: 'about' } as const
  const comparison = ({ value, below, above, off, places, exact }: typeof made extends fc.Arbitrary<infer T> ? T : never) => ({
    digits: printedWith(new Fraction(value + off, 100), places),
    value: new Fraction(value, 100),
    bounds: { low: new Fraction(value - below, 100), high: new Fraction(value + above, 100) },
    exact,
  })
  const negated = (digits: string): string => (digits.startsWith('-') ? digits.slice(1) : `-${digits}`)

  test('is the same of all numbers with their signs turned, where “over” becomes “nearly”', () => {
    fc.assert(
      fc.property(made, fc.constantFrom(null, 'over', 'nearly', 'about'), (drawn, qualifier) => {
        const given = comparison(drawn)
        const turned = {
          ...given,
          digits: negated(given.digits),
          value: given.value.neg(),
          bounds: { low: given.bounds.high.neg(), high: given.bounds.low.neg() },
        }
        expect(verdictOf({ ...turned, qualifier: qualifier && mirrored[qualifier] })).toBe(verdictOf({ ...given, qualifier }))
      }),
    )
  })

  test('is the same of a value, its range and a claim that are all a tenth as large', () => {
    fc.assert(
      fc.property(made, (drawn) => {
        const given = comparison(drawn)
        const tenth = {
          ...given,
          digits: printedWith(exactly(given.digits).div(10), decimalsOf(given.digits) + 1),
          value: given.value.div(10),
          bounds: { low: given.bounds.low.div(10), high: given.bounds.high.div(10) },
        }
        expect(verdictOf({ ...tenth, qualifier: null })).toBe(verdictOf({ ...given, qualifier: null }))
      }),
    )
  })

  test('of a claim is the same among any other claims and in any order', () => {
    const figures = compute([input('a', '1.4'), input('b', '2.4'), input('c', '3.0')], [figure('total', sum, { terms: ['a', 'b', 'c'] })])
    const because = { cause: 'rounded-inputs', reason: { zh: '理由', en: 'A reason' } } as const
    const all = [
      claim('total', '6.8'),
      claim('total', '6.9', '1', { id: 'near', ...because }),
      claim('total', '9.9', '1', { id: 'far', ...because }),
      claim('a', '1.4'),
      claim('c', '3.0'),
    ]
    const told = new Map(checkClaims(all, figures).map((check) => [check.claim, check.verdict]))
    expect([...told.values()]).toEqual(['exact', 'within-rounding', 'discrepant', 'exact', 'exact'])
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: 1 }), (some) => {
        for (const check of checkClaims(some, figures)) expect(check.verdict).toBe(told.get(check.claim))
      }),
    )
  })

  test('only grows milder as a claim is printed with fewer digits of the value itself', () => {
    fc.assert(
      fc.property(made, (drawn) => {
        const { value, bounds, exact } = comparison(drawn)
        for (const places of [4, 3, 2, 1, 0])
          expect(verdictOf({ digits: printedWith(value, places), qualifier: null, value, bounds, exact })).toBe('exact')
      }),
    )
  })
})
