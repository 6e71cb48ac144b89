/** Methods in the explorer: what is no single expression runs by its own function, in the build as in the browser. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { report } from '#report'
import { derived } from '../../scripts/ledger/figures/derived.ts'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { computeLedger } from '../../scripts/ledger/ledger.ts'
import { compatibleCounts, compatibleCountsTex } from '../../scripts/methods/possible-percentages.ts'
import { proportionError, proportionErrorTex } from '../../scripts/methods/survey-proportion.ts'
import { graphOf } from '../../src/explorer/graph.ts'
import { giveMethods, methodFilesOf } from '../../src/explorer/methods.ts'
import { exactIn, roughlyIn, type ScenarioGraph, swingsOf, theReport } from '../../src/explorer/scenario.ts'
import { readState, scenarioOf } from '../../src/explorer/state.ts'
import { scenarios } from '../example/src/report/scenarios.ts'
import { copyRooms } from '../rooms.ts'

const root = mkdtempSync(`${tmpdir()}/methods-`)
afterAll(() => rmSync(root, { recursive: true }))
copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])

const scope = { period: '1901', entity: 'lighthouse' } as const

/** The oil of long nights as a share of all, as if so many nights had been asked of it: its error, by a method. */
const unsure = derived({
  id: 'lamp.unsure',
  label: { zh: '误差', en: 'Error' },
  unit: 'ratio',
  scope,
  formula: proportionError,
  of: { share: 'lamp.longNights.share', sample: 'lamp.longNights.nights' },
  tex: proportionErrorTex,
})
/** How many numbers of long nights print as a percentage: by a method that reads its arguments as they are printed. */
const counted = derived({
  id: 'lamp.counted',
  label: { zh: '个数', en: 'Counts' },
  unit: 'ratio',
  scope,
  formula: compatibleCounts,
  of: { share: 'inhabitants.south.share', decimals: 'lamp.longNights.nights', sample: 'lamp.shortNights.nights' },
  tex: compatibleCountsTex,
})

const ledgerWith = (more: ReturnType<typeof derived>) => computeLedger(root, { ...report, estimates: [...report.estimates, [more]] })

const ledger = ledgerWith(unsure)
const shown = { ...scenarios, results: [{ name: { zh: '误差', en: 'Error' }, figures: ['lamp.unsure'] }] }
const built = graphOf(ledger, shown)
/** As the browser reads it, before and after the methods have come. */
const read = JSON.parse(JSON.stringify(built)) as ScenarioGraph
const files = new Map(await Promise.all(methodFilesOf(read).map(async (file) => [file, await import(`${projectRoot}/${file}`)] as const)))
const graph = structuredClone(read)
giveMethods(graph, (file) => files.get(file))

const inState = (of: ScenarioGraph, query: string) => exactIn(of, scenarioOf(of, readState(of, query).state))

describe('a method in the explorer', () => {
  test('is named by its file, which alone is fetched; no function is written down', () => {
    expect(methodFilesOf(read)).toEqual(['scripts/methods/survey-proportion.ts'])
    expect(read.texts.proportionError).toEqual({ file: 'scripts/methods/survey-proportion.ts' })
  })

  test('gives what the ledger has, in the build and in the browser', () => {
    for (const each of [built, graph])
      expect(exactIn(each, theReport)('lamp.unsure')).toMatchObject({ value: ledger.figures.get('lamp.unsure')?.value, exact: false })
  })

  test('leaves a figure as the report has it until the method is there, and without a value where it never comes', () => {
    const asIs = ledger.figures.get('lamp.unsure')?.value
    expect(inState(read, '?long-nights=200')('lamp.unsure')?.value).toEqual(asIs)
    expect(roughlyIn(read, theReport)('lamp.unsure')).toBe(asIs?.valueOf())
    const never = structuredClone(read)
    giveMethods(never, () => undefined)
    expect(inState(never, '?long-nights=200')('lamp.unsure')).toBeUndefined()
  })

  test('follows what a reader moves', () => {
    const now = inState(graph, '?long-nights=200')
    const [share, nights] = ['lamp.longNights.share', 'lamp.longNights.nights'].map((id) => now(id)?.value.valueOf() ?? Number.NaN)
    expect(nights).toBe(200)
    expect(now('lamp.unsure')?.value.valueOf()).toBeCloseTo(proportionError({ share: share ?? 0, sample: 200 }), 14)
    expect(swingsOf(graph, theReport, 'lamp.unsure', 'tenth').find(({ name }) => name === 'long-nights')?.high).not.toBe(0)
  })

  test('is at the edge of what can be what the method says is nearest, and nothing where nothing is', () => {
    const [one] = [ledger.figures.get('lamp.longNights.share')]
    if (!one) throw new Error('no such figure')
    // Less than one night was asked: a sample of two is nearest.
    const beyond = new Map([['lamp.longNights.nights', one.value]])
    expect(exactIn(graph, beyond)('lamp.unsure')?.value.valueOf()).toBeCloseTo(
      proportionError({ share: exactIn(graph, beyond)('lamp.longNights.share')?.value.valueOf() ?? 0, sample: 2 }),
      12,
    )
    const refusing = structuredClone(read)
    giveMethods(refusing, () => ({
      proportionError: () => {
        throw new RangeError('never')
      },
    }))
    expect(exactIn(refusing, theReport)('lamp.unsure')).toBeUndefined()
    expect(roughlyIn(refusing, theReport)('lamp.unsure')).toBeNaN()
  })

  test('that reads its arguments as they are printed cannot be moved, and says so', () => {
    const [known, formula] = [ledger.figures.get('lamp.unsure'), ledger.formulas.get('compatibleCounts')]
    if (!known || !formula) throw new Error('no such figure')
    const figures = new Map([...ledger.figures, [counted.id, { ...known, id: counted.id, derived: counted, formula }] as const])
    expect(() => graphOf({ ...ledger, figures }, shown)).toThrow(
      'a scenario moves lamp.counted, and its method compatibleCounts reads share and decimals as printed',
    )
  })
})
