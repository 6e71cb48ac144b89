/** The matching model in the reader's hand: what the explorer shows is what the model's own equations give. */
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { graphOf } from '../../../src/explorer/graph.ts'
import { giveMethods, methodFilesOf } from '../../../src/explorer/methods.ts'
import { exactIn, noValue, type ScenarioGraph, write } from '../../../src/explorer/scenario.ts'
import { readState, scenarioOf } from '../../../src/explorer/state.ts'
import { scenarios } from '../../../src/report/scenarios.ts'
import { ledger } from '../estimates/support.ts'

const written = JSON.parse(JSON.stringify(graphOf(ledger, scenarios))) as ScenarioGraph
const files = new Map(
  await Promise.all(methodFilesOf(written).map(async (file) => [file, await import(`${projectRoot}/${file}`)] as const)),
)
const graph = structuredClone(written)
giveMethods(graph, (file) => files.get(file))

const value = (query: string, id: string): number => {
  const { state, refused } = readState(graph, query)
  expect(refused).toEqual([])
  return exactIn(graph, scenarioOf(graph, state))(id)?.value.valueOf() ?? Number.NaN
}

describe('the matching model in the explorer', () => {
  test('its one method is fetched, and only its file', () => {
    expect(methodFilesOf(written)).toEqual(['scripts/methods/equilibrium-tightness.ts'])
    expect(JSON.stringify(written)).not.toContain('"run"')
  })

  test('twice the published efficiency is the state that is printed for it', () => {
    for (const name of ['tightness', 'unemploymentRate', 'wage'])
      expect(value('?efficiency=2.71', `matching.${name}`)).toBeCloseTo(value('', `matching.twice.${name}`), 12)
  })

  test('so are the ready scenarios of the Chinese calibration', () => {
    for (const factor of ['twice', 'tenfold'])
      for (const name of ['tightness', 'unemploymentRate', 'vacancyRate', 'jobFindingRate', 'wage'])
        expect(value(`?china-efficiency=${factor}`, `matching.china.${name}`)).toBeCloseTo(
          value('', `matching.china.${factor}.${name}`),
          12,
        )
  })

  test('the cost of a vacancy stays where it was calibrated, so that a stronger bargain raises unemployment', () => {
    expect(value('?china-bargaining=0.6', 'matching.china.vacancyCost')).toBe(value('', 'matching.china.vacancyCost'))
    expect(value('?china-bargaining=0.6', 'matching.china.unemploymentRate')).toBeCloseTo(
      value('', 'matching.china.efficient.unemploymentRate'),
      12,
    )
    expect(value('?china-separation=0.1', 'matching.china.unemploymentRate')).toBeGreaterThan(value('', 'matching.china.unemploymentRate'))
  })

  test('the total of the report is none of it', () => {
    expect(value('?china-efficiency=tenfold&efficiency=3', scenarios.total)).toBe(value('', scenarios.total))
  })

  test('where there is no solution there is no value', () => {
    const broken = exactIn(graph, new Map([['matching.matchingElasticity', exactIn(graph, new Map())('matching.twice')?.value ?? []]]))
    expect(broken('matching.tightness')).toBeUndefined()
    expect(write(graph, 'matching.wage', broken('matching.wage')?.value, 'en')).toBe(noValue)
  })
})
