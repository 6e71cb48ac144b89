import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bundleMultiplier,
  bundleMultiplierTex,
  headMultiplier,
  headMultiplierTex,
  importLeakage,
  importLeakageTex,
  labourContent,
  secondTypeMultiplier,
  secondTypeMultiplierTex,
  sectorMultiplier,
  sectorMultiplierTex,
} from '../../scripts/methods/leontief.ts'
import { formulas } from '../ledger/support.ts'

/**
 * Miller and Blair, Input-Output Analysis, 2nd edition (2009), the two-sector example of chapters 2 and 6:
 * A = [[.15, .25], [.20, .05]] gives L = [[1.25412541, .330033], [.2640264, 1.12211221]]. With labour coefficients of .3
 * and .25 and gross outputs of 1247.5 and 1841.6 labour is 374.25 and 460.4; Type I multipliers are 1.47415 and 1.51815.
 */
const output = [1247.5, 1841.6] as const
const example = {
  flows: [
    [0.15 * output[0], 0.25 * output[1]],
    [0.2 * output[0], 0.05 * output[1]],
  ],
  output,
  jobs: [374.25, 460.4],
}
const inverse = [
  [1.25412541, 0.330033],
  [0.2640264, 1.12211221],
] as const
const labour = [0.3, 0.25] as const

describe('on Miller and Blair’s two-sector example', () => {
  test('labour is coefficient times output', () => {
    expect(labour[0] * output[0]).toBeCloseTo(374.25, 10)
    expect(labour[1] * output[1]).toBeCloseTo(460.4, 10)
  })

  test('the labour content of a sector’s product is its column of the inverse, weighed with labour', () => {
    const [first, second] = labourContent(example)
    expect(first).toBeCloseTo(labour[0] * inverse[0][0] + labour[1] * inverse[1][0], 7)
    expect(second).toBeCloseTo(labour[0] * inverse[0][1] + labour[1] * inverse[1][1], 7)
  })

  test('labour coefficients of one sector alone bring out the inverse itself', () => {
    expect(labourContent({ ...example, jobs: [output[0], 0] })).toEqual([
      expect.closeTo(inverse[0][0], 7),
      expect.closeTo(inverse[0][1], 6),
    ])
    expect(labourContent({ ...example, jobs: [0, output[1]] })).toEqual([
      expect.closeTo(inverse[1][0], 7),
      expect.closeTo(inverse[1][1], 7),
    ])
  })

  test('the Type I multiplier of the first sector is 1.47415', () => {
    expect(1 + sectorMultiplier(example)).toBeCloseTo(1.47415, 5)
  })

  test('the Type I multiplier of the second sector is 1.51815, asked for by putting it first', () => {
    const [[a11 = 0, a12 = 0] = [], [a21 = 0, a22 = 0] = []] = example.flows
    const swapped = {
      flows: [
        [a22, a21],
        [a12, a11],
      ],
      output: [output[1], output[0]],
      jobs: [460.4, 374.25],
    }
    expect(1 + sectorMultiplier(swapped)).toBeCloseTo(1.51815, 5)
  })

  test('meeting all of final demand takes all of labour', () => {
    // f = x - Ax: 600 and 1500.
    const demand = [
      [600.0, 0],
      [1000, 500.02],
    ]
    const final = demand.map((items) => items.reduce((total, item) => total + item, 0))
    const direct = (final[0] ?? 0) * labour[0] + (final[1] ?? 0) * labour[1]
    expect((1 + bundleMultiplier({ ...example, demand })) * direct).toBeCloseTo(374.25 + 460.4, 1)
  })

  test('a bundle of one sector’s product has that sector’s multiplier', () => {
    expect(bundleMultiplier({ ...example, demand: [[7], [0]] })).toBeCloseTo(sectorMultiplier(example), 12)
  })
})

describe('in any economy', () => {
  /** Three sectors that buy at most nine tenths of what they make. */
  const economies = fc
    .record({
      shares: fc.array(fc.array(fc.double({ min: 0, max: 0.3, noNaN: true }), { minLength: 3, maxLength: 3 }), {
        minLength: 3,
        maxLength: 3,
      }),
      output: fc.array(fc.integer({ min: 10, max: 10_000 }), { minLength: 3, maxLength: 3 }),
      labour: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 3, maxLength: 3 }),
    })
    .map(({ shares, output: made, labour: coefficients }) => ({
      flows: shares.map((row) => row.map((amount, buyer) => amount * (made[buyer] ?? 0))),
      output: made,
      jobs: made.map((amount, sector) => amount * (coefficients[sector] ?? 0)),
    }))

  test('labour content is direct labour plus that of all that was bought', () => {
    fc.assert(
      fc.property(economies, ({ flows, output: made, jobs }) => {
        const content = labourContent({ flows, output: made, jobs })
        for (const [buyer, of] of content.entries()) {
          const direct = (jobs[buyer] ?? 0) / (made[buyer] ?? 1)
          const bought = content.reduce((total, each, seller) => total + (each * (flows[seller]?.[buyer] ?? 0)) / (made[buyer] ?? 1), 0)
          expect(of).toBeCloseTo(direct + bought, 8)
        }
      }),
    )
  })

  test('labour content is what round after round of suppliers adds up to', () => {
    fc.assert(
      fc.property(economies, ({ flows, output: made, jobs }) => {
        const direct = made.map((amount, sector) => (jobs[sector] ?? 0) / amount)
        let round = direct
        let all = direct
        for (let count = 0; count < 400; count += 1) {
          const last = round
          round = made.map((amount, buyer) =>
            last.reduce((total, each, seller) => total + (each * (flows[seller]?.[buyer] ?? 0)) / amount, 0),
          )
          all = all.map((amount, sector) => amount + (round[sector] ?? 0))
        }
        for (const [sector, content] of labourContent({ flows, output: made, jobs }).entries())
          expect(content / (all[sector] ?? 1)).toBeCloseTo(1, 6)
      }),
      { numRuns: 40 },
    )
  })

  test('suppliers that buy nothing leave no indirect jobs', () => {
    const alone = {
      flows: [
        [0, 0],
        [0, 0],
      ],
      output: [5, 7],
      jobs: [2, 3],
    }
    expect(sectorMultiplier(alone)).toBe(0)
    expect(bundleMultiplier({ ...alone, demand: [[1, 2], [3]] })).toBeCloseTo(0, 12)
  })

  test('prices in another unit change nothing', () => {
    fc.assert(
      fc.property(economies, fc.constantFrom(10, 10_000, 100_000_000), ({ flows, output: made, jobs }, times) => {
        const scaled = {
          flows: flows.map((row) => row.map((amount) => amount * times)),
          output: made.map((amount) => amount * times),
          jobs,
        }
        expect(sectorMultiplier(scaled)).toBeCloseTo(sectorMultiplier({ flows, output: made, jobs }), 8)
      }),
    )
  })

  test('the order of the other sectors changes nothing', () => {
    fc.assert(
      fc.property(economies, ({ flows, output: made, jobs }) => {
        const order = [0, 2, 1]
        const turned = {
          flows: order.map((seller) => order.map((buyer) => flows[seller]?.[buyer] ?? 0)),
          output: order.map((sector) => made[sector] ?? 0),
          jobs: order.map((sector) => jobs[sector] ?? 0),
        }
        expect(sectorMultiplier(turned)).toBeCloseTo(sectorMultiplier({ flows, output: made, jobs }), 8)
      }),
    )
  })
})

describe('a chain and the sector at its head', () => {
  test('a bundle of the head alone has the head’s own Type I multiplier', () => {
    expect(headMultiplier({ ...example, demand: [[100], []] })).toBeCloseTo(sectorMultiplier(example), 9)
  })

  test('on Miller and Blair’s example, the whole chain of 100 and 300 is held against the 30 jobs at the head', () => {
    // 100 (.3 × 1.25412541 + .25 × .2640264) + 300 (.3 × .330033 + .25 × 1.12211221).
    const held = 100 * (0.3 * 1.25412541 + 0.25 * 0.2640264) + 300 * (0.3 * 0.330033 + 0.25 * 1.12211221)
    expect(headMultiplier({ ...example, demand: [[100], [300]] })).toBeCloseTo(held / 30 - 1, 4)
  })

  test('the smaller the head’s part, the larger the multiplier: it has no bound of its own', () => {
    const at = (margin: number) => headMultiplier({ ...example, demand: [[margin], [300]] })
    expect(at(10)).toBeGreaterThan(at(100))
    expect(at(0.01)).toBeGreaterThan(1000)
  })
})

describe('consumers closed into the economy', () => {
  /** One sector: of 100 it uses up 20 of its own and 10 from abroad, so 70 is added; consumers buy 50 at home and 5 abroad. */
  const alone = { flows: [[20]], imports: [[10]], output: [100], jobs: [10], consumption: [50], importedConsumption: [5] }

  test('a job brings 7/3 others where each unit sold buys 0.2 of supplies and, through earnings, 0.5 of consumption', () => {
    // 0.1 / (1 - 0.2 - 0.55 × 50/55) is a third, over 0.1.
    expect(secondTypeMultiplier(alone)).toBeCloseTo(7 / 3, 12)
  })

  test('where nothing is consumed at home the Type II multiplier is the Type I multiplier', () => {
    expect(secondTypeMultiplier({ ...alone, consumption: [0], importedConsumption: [55] })).toBeCloseTo(sectorMultiplier(alone), 12)
  })

  test('it is no smaller than Type I, and a greater part spent at home makes it greater', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 60 }), (home, spent) => {
        const at = (part: number) =>
          secondTypeMultiplier({ ...alone, consumption: [spent * part], importedConsumption: [spent * (1 - part)] })
        expect(at(home)).toBeGreaterThanOrEqual(sectorMultiplier(alone) - 1e-12)
        expect(at(Math.min(1, home + 0.01))).toBeGreaterThanOrEqual(at(home) - 1e-12)
      }),
    )
  })
})

describe('imports along the chain', () => {
  test('of 100 made with 20 of its own and 10 from abroad, an eighth leaks away', () => {
    expect(importLeakage({ flows: [[20]], imports: [[10]], output: [100], demand: [[3, 4]] })).toBeCloseTo(0.1 / 0.8, 12)
  })

  test('what does not leak is value added at home: the two are the whole of what was spent', () => {
    const imports = [
      [40, 10],
      [20, 90],
    ]
    const added = output.map((made, buyer) => made - [...example.flows, ...imports].reduce((total, row) => total + (row[buyer] ?? 0), 0))
    const kept = labourContent({ ...example, jobs: added })
    for (const demand of [
      [[1], [0]],
      [[0], [1]],
      [[5], [3, 4]],
    ]) {
      const bought = demand.map((items) => items.reduce((total, item) => total + item, 0))
      const [all, athome] = [
        bought.reduce((total, amount) => total + amount, 0),
        bought.reduce((total, amount, sector) => total + amount * (kept[sector] ?? 0), 0),
      ]
      expect(importLeakage({ flows: example.flows, imports, output, demand }) + athome / all).toBeCloseTo(1, 12)
    }
  })
})

describe('the equations written by hand', () => {
  test.each([
    ['sectorMultiplier', sectorMultiplierTex],
    ['bundleMultiplier', bundleMultiplierTex],
    ['headMultiplier', headMultiplierTex],
    ['secondTypeMultiplier', secondTypeMultiplierTex],
    ['importLeakage', importLeakageTex],
  ])('%s: the words in it are its arguments', (name, tex) => {
    const words = [...tex.matchAll(/\\mathit\{(\w+)\}/g)].map(([, word]) => word)
    expect([...new Set(words)].sort()).toEqual([...(formulas.get(name)?.arguments ?? [])].sort())
  })
})

describe('the slopes that the methods tell of themselves', () => {
  /** Three sectors, each of which uses up less than half of what it makes. */
  const economies = fc
    .record({
      output: fc.array(fc.double({ min: 50, max: 500, noNaN: true }), { minLength: 3, maxLength: 3 }),
      shares: fc.array(fc.array(fc.double({ min: 0.01, max: 0.15, noNaN: true }), { minLength: 3, maxLength: 3 }), {
        minLength: 3,
        maxLength: 3,
      }),
      imported: fc.array(fc.array(fc.double({ min: 0.01, max: 0.1, noNaN: true }), { minLength: 3, maxLength: 3 }), {
        minLength: 3,
        maxLength: 3,
      }),
      jobs: fc.array(fc.double({ min: 10, max: 90, noNaN: true }), { minLength: 3, maxLength: 3 }),
      bought: fc.array(fc.double({ min: 1, max: 20, noNaN: true }), { minLength: 3, maxLength: 3 }),
      abroad: fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 }),
    })
    .map(({ output, shares, imported, jobs, bought, abroad }) => ({
      output,
      jobs,
      flows: shares.map((row) => row.map((share, buyer) => share * (output[buyer] ?? 0))),
      imports: imported.map((row) => row.map((share, buyer) => share * (output[buyer] ?? 0))),
      demand: bought.map((amount, sector) => (sector === 1 ? [amount, amount / 2] : [amount])),
      consumption: bought,
      importedConsumption: abroad,
    }))

  type Tree = number | readonly Tree[]
  const at = (tree: Tree | undefined, [first, ...rest]: readonly number[]): number =>
    typeof tree === 'number' ? tree : first === undefined ? Number.NaN : at(tree?.[first], rest)
  const moved = (tree: Tree, [first, ...rest]: readonly number[], by: number): Tree =>
    typeof tree === 'number' ? tree + by : tree.map((inner, index) => (index === first ? moved(inner, rest, by) : inner))
  const placesOf = (tree: Tree): readonly (readonly number[])[] =>
    typeof tree === 'number' ? [[]] : tree.flatMap((inner, index) => placesOf(inner).map((place) => [index, ...place]))

  /** Holds every slope against what the method gives a little to each side. */
  const expectSlopes = <Terms extends object>(method: { (terms: Terms): number; slopes: (terms: Terms) => Terms }, terms: Terms): void => {
    const told = method.slopes(terms)
    for (const [name, tree] of Object.entries(terms) as [keyof Terms & string, Tree][]) {
      for (const place of placesOf(tree)) {
        const step = 1e-4 * Math.abs(at(tree, place))
        const beside = (by: number) => method({ ...terms, [name]: moved(tree, place, by) })
        const felt = (beside(step) - beside(-step)) / (2 * step)
        expect(Math.abs(at(told[name] as unknown as Tree, place) - felt), `${name} ${place.join()}`).toBeLessThan(
          1e-6 * Math.max(1, Math.abs(felt)),
        )
      }
    }
  }

  test('are those that moving each number a little to each side shows', () => {
    fc.assert(
      fc.property(economies, ({ output, jobs, flows, imports, demand, consumption, importedConsumption }) => {
        expectSlopes(sectorMultiplier, { flows, output, jobs })
        expectSlopes(bundleMultiplier, { flows, output, jobs, demand })
        expectSlopes(headMultiplier, { flows, output, jobs, demand })
        expectSlopes(importLeakage, { flows, imports, output, demand })
        expectSlopes(secondTypeMultiplier, { flows, imports, output, jobs, consumption, importedConsumption })
      }),
      { numRuns: 20 },
    )
  })

  test('on the textbook’s example: one more of the first sector’s labour lowers its multiplier by what it raises the chain less', () => {
    // m = v₁ / l₁ − 1 with v₁ = 1.25412541 l₁ + .2640264 l₂, so that dm/dl₁ = −.2640264 l₂ / l₁², and l₁ = jobs₁ / 1247.5.
    expect(sectorMultiplier.slopes(example).jobs[0]).toBeCloseTo((-inverse[1][0] * labour[1]) / labour[0] ** 2 / output[0], 9)
  })
})
