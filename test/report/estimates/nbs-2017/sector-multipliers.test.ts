import { describe, expect, test } from 'vitest'
import { figure, value } from '../support.ts'

const sectors = [
  'agriculture',
  'mining',
  'food',
  'apparel',
  'materials',
  'machinery',
  'utilities',
  'construction',
  'trade',
  'transport',
  'catering',
  'ict',
  'business',
  'public',
  'culture',
]
const hundredMillions = (id: string) => value(id) / 1e8
const halfWidth = (id: string) => {
  const { low, high } = figure(id).bounds
  return low && high ? high.sub(low).valueOf() / 2 : 0
}

describe('the fifteen-sector table', () => {
  test('adds up to the totals of table 2.2, within what rounding of its cells allows', () => {
    for (const [own, printed] of [
      ['nbs.intermediateUse', 'inputOutput.intermediateUse'],
      ['nbs.finalUse', 'inputOutput.finalUse'],
      ['nbs.grossOutput', 'inputOutput.grossOutput'],
    ] as const) {
      expect(Math.abs(value(own) - value(printed)), own).toBeLessThanOrEqual(halfWidth(own) + halfWidth(printed))
      expect(Math.abs(hundredMillions(own) - hundredMillions(printed)), own).toBeLessThan(1)
    }
  })

  test('has imports that, intermediate and final, add up to those of table 2.2', () => {
    const final = value('nbs.finalUse') - value('nbs.domesticFinalUse')
    expect(hundredMillions('nbs.importedIntermediateUse') + final / 1e8).toBeCloseTo(hundredMillions('inputOutput.imports'), -1)
  })

  test('employs 77639 万 persons', () => expect(value('nbs.employment') / 1e4).toBe(77_639))

  test('uses up and sells as much of each sector’s domestic product as the sector makes, but for the table’s own statistical error', () => {
    for (const seller of sectors) {
      const used = [...sectors, 'consumption', 'fixedCapital', 'inventory', 'exports'].reduce(
        (total, use) => total + hundredMillions(`flows.domestic.${seller}.${use}`),
        0,
      )
      expect(used / hundredMillions(`sectors.${seller}.output`), seller).toBeCloseTo(1, 4)
    }
  })

  test('names its cells in both languages', () => {
    const label = figure('flows.imported.catering.trade').input?.label
    expect(label).toEqual({
      zh: '进口住宿和餐饮：批发和零售使用',
      en: 'Imported, accommodation and catering: used by wholesale and retail trade',
    })
  })
})

describe('the multiplier', () => {
  test('as the report defines it is 1.4751 on this table too', () => expect(value('multiplier.bothOrigins')).toBeCloseTo(1.475107, 4))
  test('with imports out is 1.410069', () => expect(value('multiplier.uniformLabour')).toBeCloseTo(1.410069, 5))
  test('with each sector’s own labour is 1.3136', () => expect(value('multiplier.sectorLabour')).toBeCloseTo(1.313572, 5))
  test('of what is consumed is 1.0088', () => expect(value('multiplier.consumption')).toBeCloseTo(1.008777, 5))
  test('of wholesale and retail trade is 0.159', () => expect(value('multiplier.trade')).toBeCloseTo(0.159, 3))
  test('of accommodation and catering is 0.975', () => expect(value('multiplier.catering')).toBeCloseTo(0.975, 3))
  test('of culture, sports and entertainment is 1.613', () => expect(value('multiplier.culture')).toBeCloseTo(1.613, 3))
  test('falls with each thing that is told apart', () => {
    const steps = ['bothOrigins', 'uniformLabour', 'sectorLabour', 'consumption'].map((id) => value(`multiplier.${id}`))
    expect(steps).toEqual([...steps].sort((a, b) => b - a))
  })
  test('of every bundle here lies between that of trade, the least of the fifteen, and that of food, the greatest', () => {
    const band = sectors.map((sector) => value(`multiplier.${sector}`))
    expect([Math.min(...band), Math.max(...band)]).toEqual([value('multiplier.trade'), value('multiplier.food')])
    for (const id of ['multiplier.sectorLabour', 'multiplier.consumption', 'bundles.goods', 'bundles.manufactures', 'bundles.apparel']) {
      expect(value(id), id).toBeGreaterThan(value('multiplier.trade'))
      expect(value(id), id).toBeLessThan(value('multiplier.food'))
    }
    expect(value('bundles.apparel')).toBeCloseTo(value('multiplier.apparel'), 12)
  })
  test('of trade with earnings spent again is about six times as large, and still below the study’s', () => {
    expect(value('households.trade')).toBeGreaterThan(5.9 * value('multiplier.trade'))
    expect(value('households.trade')).toBeLessThan(value('multiplier.report'))
  })
  test('of a sector asks about the sector that it names', () => {
    for (const id of ['trade', 'catering', 'culture']) {
      const of = figure(`multiplier.${id}`).derived?.of ?? {}
      expect([of.output?.[0], of.jobs?.[0], of.flows?.[0]?.[0], of.flows?.length]).toEqual([
        `sectors.${id}.output`,
        `sectors.${id}.jobs`,
        `flows.domestic.${id}.${id}`,
        15,
      ])
    }
  })
})
