import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import type { Input } from '../../../scripts/ledger/data/data-types.ts'
import { readDerived } from '../../../scripts/ledger/data/read-derived.ts'
import { computeFigures } from '../../../scripts/ledger/figures/compute.ts'
import { declaredFigures } from '../../../scripts/ledger/figures/declared.ts'
import type { Derived } from '../../../scripts/ledger/figures/derived.ts'
import { readFormulas } from '../../../scripts/ledger/figures/formula.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { checkClaims, claim, complaintOf, complaintsOf, figure, get, input, interval, units, vocabulary } from '../support.ts'

const formulas = readFormulas(projectRoot)
const file = 'data/example/derived.yaml'
const city = { period: '2019', entity: 'city', measure: 'head-count' } as const

/** Two hundred and sixty people in north and south, who earn 2.6 million yuan; the north had 100 the year before. */
const inputs: readonly Input[] = [
  input('north', '160', '人', { scope: city }),
  input('south', '100', '人', { scope: city }),
  input('northBefore', '100', '人', { scope: { ...city, period: '2018' } }),
  input('wages', '260', '万元', { scope: { period: '2019', entity: 'city' } }),
  input('part', '25', '%', { scope: { period: '2019', entity: 'city' } }),
  input('shops', '8', '家', { scope: { period: '2019', entity: 'city' } }),
]

/** What a derived.yaml of this text declares, computed beside the inputs. */
const computed = (yaml: string, scripted: readonly Derived[] = []) => {
  const root = mkdtempSync(`${tmpdir()}/derived-`)
  try {
    mkdirSync(`${root}/data/example`, { recursive: true })
    writeFileSync(`${root}/${file}`, yaml)
    const declared = declaredFigures(readDerived(root, file, vocabulary), inputs, scripted, units)
    return computeFigures(inputs, [...scripted, ...declared], formulas, units)
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** One figure, `x`, that says this; its label goes without saying. */
const one = (says: string) => get(computed(`x: { ${says}, label: { zh: 例, en: Example } }\n`), 'x')

describe('a figure declared in data is computed by the formula of its kind', () => {
  test.each([
    ['a sum adds', 'sum: [north, south]', 260, 'person', 'sum'],
    ['a difference takes away', 'difference: north, less: south', 60, 'person', 'remainder'],
    ['a share is a part of a whole', 'share: south, of: north', 0.625, 'ratio', 'share'],
    ['growth is by what part of itself', 'growth: north, from: northBefore, scope: { period: "2019" }', 0.6, 'ratio', 'growth'],
    ['a ratio holds one against another', 'ratio: north, to: south', 1.6, 'ratio', 'rate'],
    ['a rate is per one of another unit', 'rate: wages, per: south', 26_000, 'yuan', 'rate'],
    ['a product takes an amount times a plain number', 'product: north, times: part', 40, 'person', 'product'],
    ['things that are counted stay counted', 'product: shops, times: part', 2, 'count', 'product'],
  ])('%s', (_, says, value, unit, formula) => {
    const figure = one(says)
    expect(figure.value.valueOf()).toBe(value)
    expect(figure.unit).toBe(unit)
    expect(figure.formula?.name).toBe(formula)
    expect(figure.exact).toBe(true)
  })

  test('the rounding of what it is computed from gives it its range', () => {
    expect(interval(one('sum: [north, south]'))).toEqual([259, 261])
  })

  test('a rate says what it is reckoned for, and goes back to an amount when it is multiplied by that', () => {
    const figures = computed(
      'pay: { rate: wages, per: north, label: { zh: 例, en: Pay } }\nbill: { product: pay, times: south, label: { zh: 例, en: Bill } }\n',
    )
    expect(get(figures, 'pay').derived?.per).toBe('person')
    expect(get(figures, 'bill')).toMatchObject({ unit: 'yuan' })
    expect(get(figures, 'bill').derived?.per).toBeUndefined()
  })

  test('shares and growth are shown in per cent unless it says no, and other ratios if it says yes', () => {
    expect(one('share: south, of: north').derived?.percent).toBe(true)
    expect(one('share: south, of: north, percent: no').derived?.percent).toBeUndefined()
    expect(one('ratio: south, to: north, percent: yes').derived?.percent).toBe(true)
  })

  test('it rests on figures of scripts, and on others that stand below it in the file', () => {
    const all = figure('all', sum, { terms: ['north', 'south'] }, 'person', { scope: city })
    const figures = computed(
      'more: { sum: [whole, north], label: { zh: 例, en: More } }\nwhole: { sum: [all], label: { zh: 例, en: Whole } }\n',
      [all],
    )
    expect(get(figures, 'more').value.valueOf()).toBe(420)
  })

  test.each([
    ['sum: [north, north]', 1, 'north'],
    ['share: north, of: north', 1, 'north'],
    ['difference: south, less: south', 1, 'south'],
  ])('one that is named twice says nothing or is counted twice: %s', (says, _, part) => {
    expect(complaintOf(() => one(says))).toContain(`  x is computed from ${part} twice\n    expected: two figures`)
  })

  test('it stands where the data declare it, under its path, with its short label', () => {
    const figures = computed(
      'town:\n  all:\n    sum: [north, south]\n    label: { zh: 全城人数, en: All people of the town }\n    short: { zh: 全城, en: All }\n',
    )
    const all = get(figures, 'town.all')
    expect(all.place).toEqual({ file, line: 2, column: 3 })
    expect(all.short).toEqual({ zh: '全城', en: 'All' })
  })

  test('a group may be called by the name of a kind', () => {
    expect(get(computed('share:\n  of: { sum: [north], label: { zh: 例, en: Example } }\n'), 'share.of').value.valueOf()).toBe(160)
  })

  test('a claim is held against it', () => {
    const figures = computed('all: { sum: [north, south], label: { zh: 例, en: All } }\n')
    expect(checkClaims([claim('all', '260', '人')], figures)).toMatchObject([{ verdict: 'exact' }])
  })
})

describe('its scope is what its parts agree on', () => {
  test('all of it where they count people alike', () => {
    expect(one('sum: [north, south]').derived?.scope).toEqual(city)
  })
  test('year and whose it is where it is no count of people', () => {
    expect(one('share: south, of: north').derived?.scope).toEqual({ period: '2019', entity: 'city' })
  })
  test('what its author says goes before', () => {
    expect(one('sum: [north, south], scope: { entity: town }').derived?.scope).toEqual({ ...city, entity: 'town' })
  })
  test('where they do not agree, the author is asked', () => {
    expect(complaintOf(() => one('growth: north, from: northBefore'))).toBe(
      `${file}:1:1  x has no period of its own, and its parts do not agree on one: 2019 (north), 2018 (northBefore)\n    expected: “scope: { period: … }” with 2019, or 2018, or another`,
    )
  })
})

describe('what cannot be computed is refused at its line', () => {
  test('a figure that there is not, with the nearest', () => {
    expect(complaintOf(() => computed('x:\n  sum: [north, sout]\n  label: { zh: 例, en: Example }\n'))).toBe(
      `${file}:2:16  x is computed from “sout”, which no script or data file defines\n    expected: south`,
    )
  })

  test.each([
    ['people and money', 'sum: [north, wages]', 'sum of north (persons), wages (yuan)', 'figures of one unit, all in persons'],
    ['a share of another unit', 'share: north, of: wages', 'share of north (persons), wages (yuan)', 'figures of one unit, all in persons'],
    [
      'a ratio of two units',
      'ratio: wages, to: north',
      'ratio of wages (yuan), north (persons)',
      '“rate:” and “per:” for amounts of two units, or figures of one unit',
    ],
    [
      'a rate of one unit',
      'rate: north, per: south',
      'rate of north (persons), south (persons)',
      '“ratio:” and “to:” for amounts of one unit; or, where south is for one of something, “rate:” of it “per:” an input of one of that',
    ],
    [
      'people times money',
      'product: north, times: wages',
      'product of north (persons), wages (yuan)',
      'a plain number or a rate as one of the two; an amount for one of something is made by “rate:” of it “per:” an input of one of that',
    ],
  ])('%s', (_, says, told, expected) => {
    expect(complaintOf(() => one(says))).toBe(`${file}:1:1  the units of x do not work out: ${told}\n    expected: ${expected}`)
  })

  test('a percentage of people', () => {
    expect(complaintOf(() => one('sum: [north, south], percent: yes'))).toBe(
      `${file}:1:1  x counts persons, which are no percentage\n    expected: no “percent:”`,
    )
  })

  test('a missing label', () => {
    expect(complaintOf(() => computed('x: { sum: [north], digits: 3 }\n'))).toBe(
      `${file}:1:1  x.label is missing\n    expected: { zh: …, en: … }`,
    )
  })

  test('a misspelt kind', () => {
    expect(complaintOf(() => one('shaer: north, of: south'))).toBe(
      `${file}:1:6  x: the key “shaer” means nothing here\n    expected: share, or per, or short`,
    )
  })

  test('no kind, two kinds, a side that is missing, and one that means nothing', () => {
    expect(complaintOf(() => one('digits: 3'))).toContain('x: says nothing that could be computed; one of sum, difference, share')
    expect(complaintOf(() => one('sum: [north], share: north, of: south'))).toContain('x.share: one figure is one thing: sum, or share')
    expect(complaintOf(() => one('share: north'))).toContain('x.share: share needs “of:” beside it')
    expect(complaintOf(() => one('sum: [north], to: south'))).toContain('x.to: “to:” means nothing beside sum')
  })

  test('a circle, with its whole path', () => {
    const message = complaintOf(() => computed('a: { sum: [b], label: { zh: 例, en: A } }\nb: { sum: [a], label: { zh: 例, en: B } }\n'))
    expect(message).toContain('figures go round in a circle: a → b → a')
  })

  test('an id that an input has', () => {
    expect(complaintOf(() => computed('north: { sum: [south], label: { zh: 例, en: North } }\n'))).toContain(
      `${file}:1:1  the figure id north is already taken at data/example/inputs.yaml:1`,
    )
  })

  test('of a figure that is broken its users say nothing', () => {
    const messages = complaintsOf(() =>
      computed('a: { sum: [nowhere], label: { zh: 例, en: A } }\nb: { sum: [a], label: { zh: 例, en: B } }\n'),
    )
    expect(messages).toHaveLength(1)
  })
})
