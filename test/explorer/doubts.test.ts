/** How sure a figure is in a scenario: the ledger's own draws where nothing is moved, and others where something is. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { report } from '#report'
import { computeLedger } from '../../scripts/ledger/ledger.ts'
import { barsOf, type DoubtedOutput, drawing, leavesOut, shownOf, shownQuantiles, touches } from '../../src/explorer/doubts.ts'
import { graphOf } from '../../src/explorer/graph.ts'
import { type Scenario, type ScenarioGraph, theReport } from '../../src/explorer/scenario.ts'
import { readState, scenarioOf } from '../../src/explorer/state.ts'
import { scenarios } from '../example/src/report/scenarios.ts'
import { copyRooms } from '../rooms.ts'

const root = mkdtempSync(`${tmpdir()}/doubts-`)
afterAll(() => rmSync(root, { recursive: true }))
copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])
const ledger = computeLedger(root, report)
/** As the browser reads it. */
const graph = JSON.parse(JSON.stringify(graphOf(ledger, scenarios))) as ScenarioGraph

const doubtedOf = (output: string, kind: string): DoubtedOutput => {
  const found = graph.doubted.find((each) => each.output === output && each.kind === kind)
  if (!found) throw new Error(`nothing doubts ${output}`)
  return found
}
const oil = doubtedOf('lamp.litres', 'assumption')
const perHead = doubtedOf('lamp.litresAnInhabitant', 'sampling')
const inState = (query: string): Scenario => scenarioOf(graph, readState(graph, query).state)

/** All draws at once, and in how many pieces they were made. */
const drawn = (scenario: Scenario, doubted: DoubtedOutput) => {
  const steps = drawing(graph, scenario, doubted)
  let pieces = 0
  for (let step = steps.next(); ; step = steps.next(), pieces++) if (step.done) return { summary: step.value, pieces }
}
const spreadOf = (query: string, doubted = oil): number => {
  const { summary } = drawn(inState(query), doubted)
  return summary ? summary.quantile(0.95) - summary.quantile(0.05) : Number.NaN
}

describe('where nothing is moved', () => {
  test.each(['lamp.litres assumption', 'lamp.litresAnInhabitant sampling', 'lamp.litresAnInhabitant assumption'])(
    'the draws of %s are the ledger’s, to the last bit',
    (name) => {
      const [output = '', kind = ''] = name.split(' ')
      const own = ledger.simulations.find((each) => each.output.figure === output && each.kind === kind)?.answers
      const { summary } = drawn(theReport, doubtedOf(output, kind))
      expect(summary?.count()).toBe(own?.count())
      expect(shownQuantiles.map((each) => summary?.quantile(each))).toEqual(shownQuantiles.map((each) => own?.quantile(each)))
    },
  )

  test('they are written as the report’s own figures are', () => {
    const { summary } = drawn(theReport, oil)
    const { texts, quantiles } = shownOf(graph, oil, summary as NonNullable<typeof summary>, 'en')
    expect(texts).toHaveLength(5)
    const median = ledger.figures.get('doubt.lamp.litres.assumption.median')
    expect(quantiles[2]).toBeCloseTo(median?.value.valueOf() ?? 0, 6)
    expect(texts[2]).toBe('3,600 litres')
  })

  test('they are made in pieces, so that nobody waits for all of them', () => {
    const { summary, pieces } = drawn(theReport, oil)
    expect(pieces).toBeGreaterThanOrEqual((summary?.count() ?? 0) / 32)
  })
})

describe('where something is moved', () => {
  test('a number that the reader sets is doubted no longer', () => {
    expect(spreadOf('?long-night-oil=12.6')).toBeLessThan(0.7 * spreadOf(''))
    // The other doubts alone: half a litre to each side in 163 to 183 nights.
    expect(spreadOf('?long-night-oil=12.6')).toBeLessThan(183 * 7.7 - 163 * 6.7)
  })

  test('what is not doubted scales what is', () => {
    expect(spreadOf('?inhabitants=366', doubtedOf('lamp.litresAnInhabitant', 'assumption'))).toBeCloseTo(
      2 * spreadOf('?inhabitants=732', doubtedOf('lamp.litresAnInhabitant', 'assumption')),
      6,
    )
  })

  test('nothing is drawn where nothing is doubted any more', () => {
    expect(drawn(inState('?inhabitants=700'), perHead).summary).toBeUndefined()
  })

  test('only what hangs on it is drawn again', () => {
    const people = inState('?inhabitants=700')
    expect(touches(graph, people, oil)).toBe(false)
    expect(touches(graph, people, perHead)).toBe(true)
    expect(touches(graph, theReport, oil)).toBe(false)
  })

  test('a scenario that leaves a part out is told from one that moves numbers', () => {
    expect(leavesOut(graph, inState('?without=longNights'))).toBe(true)
    expect(leavesOut(graph, inState('?long-nights=190'))).toBe(false)
  })
})

test('bars beside each other have one scale, which reaches to the figures', () => {
  const [report, scenario] = barsOf([
    { quantiles: [10, 20, 30, 40, 50], own: 60 },
    { quantiles: [0, 20, 30, 40, 100], own: 30 },
  ])
  expect(scenario?.outer).toEqual({ x: 1, width: 98 })
  expect(report?.outer).toEqual({ x: 10.8, width: 39.2 })
  expect(report?.median).toBe(scenario?.own)
})
