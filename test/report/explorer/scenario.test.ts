/** The explorer's arithmetic is the report's: at its defaults, and with numbers changed. */
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { computeFigures, type Figure } from '../../../scripts/ledger/figures/compute.ts'
import { floatValue, functionValue } from '../../../scripts/ledger/figures/evaluate.ts'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { format } from '../../../scripts/ledger/numbers/format.ts'
import { shown, styleOf } from '../../../scripts/ledger/publish/shown.ts'
import { countedParts, graphOf } from '../../../src/explorer/graph.ts'
import { giveMethods, methodFilesOf } from '../../../src/explorer/methods.ts'
import {
  counted,
  exactIn,
  roughlyIn,
  type ScenarioGraph,
  signed,
  sizeOf,
  swingsOf,
  theReport,
  write,
} from '../../../src/explorer/scenario.ts'
import { decimalOf, positionOf, readState, readValue, scenarioOf, valueAt, writeState } from '../../../src/explorer/state.ts'
import { scenarios } from '../../../src/report/scenarios.ts'
import { ledger } from '../estimates/support.ts'

const { total, presets, results } = scenarios
const presetQuery = (name: string) => presets.find(({ id }) => id === name)?.query ?? 'no such scenario'
/** As the browser gets it: what is written, and the methods from their files. */
const written = JSON.parse(JSON.stringify(graphOf(ledger, scenarios))) as ScenarioGraph
const files = await Promise.all(methodFilesOf(written).map(async (file) => [file, await import(`${projectRoot}/${file}`)] as const))
const graph = written
giveMethods(graph, (file) => new Map(files).get(file))
const figure = (id: string) => {
  const found = ledger.figures.get(id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}
const inState = (query: string) => {
  const { state, refused } = readState(graph, query)
  expect(refused).toEqual([])
  return exactIn(graph, scenarioOf(graph, state))
}
const millions = (query: string, id: string = total): number => Number(inState(query)(id)?.value.div(1_000_000).valueOf().toFixed(3))

describe('the report itself', () => {
  test('every figure comes out as the ledger has it, string for string in both languages', () => {
    const valueIn = exactIn(graph, theReport)
    const ids = Object.keys(graph.nodes).filter((id) => ledger.figures.has(id))
    expect(ids.length).toBeGreaterThan(120)
    for (const id of ids) {
      const value = valueIn(id)?.value
      expect(value?.equals(figure(id).value), id).toBe(true)
      for (const language of ['zh', 'en'] as const) expect(write(graph, id, value, language), id).toBe(shown(figure(id), language))
    }
  })

  test('it is computed by the text of the functions that the build runs, to the last bit', () => {
    for (const [id, node] of Object.entries(graph.nodes)) {
      if (!('formula' in node) || !ledger.figures.has(id)) continue
      const { derived, formula } = figure(id)
      if (!derived || !formula) throw new Error(id)
      // A method is the function itself.
      if (!formula.expression) continue
      const valueIn = (part: string) => figure(part).value.valueOf()
      expect(floatValue(formula, derived.of, valueIn), id).toBe(functionValue(derived, valueIn))
    }
  })

  test('all that is shown and moved is in it', () => {
    for (const id of [total, ...results.flatMap(({ figures }) => figures)]) expect(graph.nodes[id], id).toBeDefined()
    for (const { figure: id } of scenarios.controls.flatMap(({ controls }) => controls)) expect(graph.nodes[id], id).toBeDefined()
  })
})

describe('what the total counts', () => {
  test('its parts add up to it, each in one measure', () => {
    const parts = countedParts(ledger, scenarios)
    expect(parts.reduce((sum, { id }) => sum.add(figure(id).value), new Fraction(0)).equals(figure(total).value)).toBe(true)
    expect(parts.map(({ id }) => id)).toContain('infrastructure.dingtalk')
    expect(parts.map(({ measure }) => measure)).not.toContain('mixed')
    expect(new Set(parts.map(({ module }) => module))).toEqual(new Set(['retail', 'services', 'entertainment', 'infrastructure']))
  })

  test('without indirect jobs it is the direct ones', () => {
    const valueIn = inState('?without=indirect')
    expect(valueIn(total)?.value.equals(figure('total.directJobs').value)).toBe(true)
    expect(valueIn('retail.jobs')?.value.valueOf()).toBe(20_104_000)
    expect(valueIn('total.indirectJobs')?.value.valueOf()).toBe(0)
    // The figure itself is what it was.
    expect(valueIn('retail.indirectJobs')?.value.equals(figure('retail.indirectJobs').value)).toBe(true)
  })

  test('by head-count alone it is riders, staff, entertainment and DingTalk: 230 + 17.24 + 302.13 + 220 万', () => {
    expect(inState('?without=opportunities,person-times,posts')(total)?.value.valueOf()).toBe(7_693_700)
    expect(inState('?without=opportunities,person-times,posts')('measures.headCountShare')?.value.valueOf()).toBe(1)
  })

  test('without Ant its share is nothing, and the total without person-times stays', () => {
    const valueIn = inState('?without=ant')
    expect(valueIn('infrastructure.jobs')?.value.valueOf()).toBe(3_700_000)
    expect(valueIn('infrastructure.antShare')?.value.valueOf()).toBe(0)
    expect(valueIn('objections.withoutPersonTimes')?.value.equals(valueIn(total)?.value ?? 0)).toBe(true)
    expect(valueIn('infrastructure.ant')?.value.valueOf()).toBe(7_000_000)
    expect(valueIn(counted('infrastructure.ant'))?.value.valueOf()).toBe(0)
  })

  test('with nothing counted it is nothing, and shares have no value', () => {
    const valueIn = inState('?without=retail,services,entertainment,infrastructure')
    expect(valueIn(total)?.value.valueOf()).toBe(0)
    expect(write(graph, 'retail.jobsShare', valueIn('retail.jobsShare')?.value, 'en')).toBe('—')
  })
})

describe('ready scenarios', () => {
  test.each([
    ['sector', 'objections.totalAtSectorLabour'],
    ['consumption', 'objections.totalAtConsumption'],
    ['own', 'objections.totalAtOwnMultipliers'],
    ['ant-direct', 'ant.beside.totalAtDirect'],
    ['ant-both', 'ant.beside.totalAtBoth'],
    ['ant-addable', 'ant.beside.totalAtAddable'],
  ] as const)('%s comes to the figure that the report has for it', (name, id) => {
    const value = inState(presetQuery(name))(total)?.value
    expect(value?.valueOf()).toBeCloseTo(figure(id).value.valueOf(), 3)
    for (const language of ['zh', 'en'] as const) expect(write(graph, total, value, language)).toBe(shown(figure(id), language))
  })

  test('at the uniform multiplier of 1.410 it is 67.63 million', () => {
    expect(millions('?multiplier=uniform')).toBeCloseTo(37.5344 + 21.341 * 1.41007, 2)
    expect(Object.keys(graph.choices.multiplier ?? {})).toContain('uniform')
  })
})

describe('numbers that are moved', () => {
  test('a multiplier of 1.2 makes 1.2 indirect opportunities of each direct one', () => {
    expect(millions('?multiplier=1.2', 'retail.indirectJobs')).toBe(24.125)
    expect(inState('?multiplier=1.2')('multiplier.report')?.value.equals(new Fraction(6, 5))).toBe(true)
  })

  test('half the riders are 1.15 million fewer', () => expect(millions('') - millions('?riders=115')).toBeCloseTo(1.15, 3))

  test('GDP and imports cancel: they move what is projected, and not the total', () => {
    const valueIn = inState('?gdp=1200000&imports=100000')
    expect(valueIn(total)?.value.equals(figure(total).value)).toBe(true)
    expect(valueIn('inputOutput.finalUse2019')?.value.valueOf()).toBe(130e12)
  })

  test('at twenty hours an opportunity is half a full-time job', () => {
    expect(millions('?opportunity-hours=20', 'objections.fullTime.opportunities')).toBeCloseTo(
      millions('', 'measures.opportunities') / 2,
      2,
    )
    expect(millions('?opportunity-hours=20')).toBe(millions(''))
    expect(millions('', 'objections.fullTimeJobs')).toBe(millions(''))
  })

  test('whatever is moved, the ledger computed anew with the same inputs says the same, string for string', () => {
    const inputs = graph.controls.filter(({ figure: id }) => ledger.figures.get(id)?.input)
    expect(inputs.length).toBeGreaterThan(20)
    const definitions = [...ledger.figures.values()]
      .flatMap(({ derived }) => derived ?? [])
      .filter(({ id }) => graph.nodes[id] && 'formula' in graph.nodes[id])
    const fixed = [...ledger.figures.values()].filter(
      ({ id }) => graph.nodes[id] && !definitions.some((definition) => definition.id === id),
    )
    // What rests on a method's result is computed in floating point either way; the ready scenarios cover it.
    const exact = definitions.filter(({ id }) => figure(id).exact)
    expect(exact.length).toBeGreaterThan(80)
    // A rate says what it is reckoned for, as no plain assumption does: it is computed anew from what it rests on.
    const isRate = ({ derived }: Figure) => derived?.per !== undefined
    const plain = (each: Figure): readonly Figure[] => (isRate(each) ? each.from.flatMap((id) => plain(figure(id))) : [each])
    const rates = (each: Figure): readonly Figure[] => (isRate(each) ? [each, ...each.from.flatMap((id) => rates(figure(id)))] : [])
    const ratesOfFixed = [...new Set(fixed.flatMap(rates))].flatMap(({ derived }) => derived ?? [])
    const place = { file: 'test', line: 1, column: 1 }
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...inputs.map(({ name }) => name)), fc.integer({ min: 1, max: 40 }), { maxKeys: 6 }),
        (moved) => {
          const values = new Map<string, Fraction>()
          for (const control of inputs) {
            const position = moved[control.name]
            if (position) values.set(control.name, valueAt(control, position))
          }
          const state = { values, chosen: new Map<string, string>(), without: new Set<string>() }
          const query = writeState(graph, state)
          // Through the address and back, as a link goes.
          const valueIn = exactIn(graph, scenarioOf(graph, readState(graph, query).state))
          // The ledger with the same values as plain assumptions, printed in base units.
          const given = [...new Set(fixed.flatMap(plain))].flatMap((each) => {
            const control = inputs.find((input) => input.figure === each.id)
            const value = (control && values.get(control.name)) ?? each.value
            const digits = decimalOf(value, '1')
            const unit = { person: '人', yuan: '元', hour: '小时', ratio: '1', count: '例', year: '年' }[each.unit as string] ?? '1'
            return each.exact
              ? [
                  {
                    id: each.id,
                    kind: 'assumed' as const,
                    digits,
                    unit,
                    label: each.label,
                    place,
                    source: 'test',
                    scope: { period: '2019', entity: 'test' },
                  },
                ]
              : []
          })
          const figures = computeFigures(given as never, [...exact, ...ratesOfFixed], ledger.formulas, ledger.data.units)
          for (const { id } of exact) {
            const other = figures.get(id)
            if (!other) throw new Error(id)
            for (const language of ['zh', 'en'] as const)
              expect(write(graph, id, valueIn(id)?.value, language), `${id} at ${query}`).toBe(
                format(other.value, styleOf(figure(id)), language),
              )
          }
        },
      ),
      { numRuns: 15 },
    )
  }, 120_000)

  test('half the loans as new capital keep half as many, and a quarter where the margin is half the average', () => {
    expect(millions('?new-capital=0.5', 'objections.antKeptByNewCapital')).toBeCloseTo(5.247 / 2, 3)
    expect(millions('?new-capital=0.5&at-margin=0.5', 'objections.antKeptAtMargin')).toBeCloseTo(5.247 / 4, 3)
    expect(millions('?new-capital=0.5&at-margin=0.5', 'objections.antKeptNarrowAtMargin')).toBeCloseTo(2.818 / 4, 3)
    expect(millions('?new-capital=0.5')).toBe(millions(''))
  })

  test('at 1,000 hours a year 5.466 million hours are 5,466 posts, and what may be added grows by half of them', () => {
    const at = (query: string, id: string) => inState(query)(id)?.value.valueOf() ?? 0
    expect(at('?yearly-hours=1000', 'ant.flexible.fullTime')).toBe(5466)
    expect(at('?yearly-hours=1000', 'ant.beside.addable') - at('', 'ant.beside.addable')).toBe(2733)
    expect(at('?ant=addable&yearly-hours=1000', total) - at('?ant=addable', total)).toBeCloseTo(2733, 3)
  })

  test('functions in floating point follow the fractions', () => {
    const query = '?multiplier=1.2&riders=50&without=ant'
    const { state } = readState(graph, query)
    const [exact, rough] = [exactIn(graph, scenarioOf(graph, state)), roughlyIn(graph, scenarioOf(graph, state))]
    for (const id of Object.keys(graph.nodes)) {
      const value = exact(id)?.value.valueOf()
      if (value !== undefined) expect(Math.abs(rough(id) - value), id).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)))
    }
  })
})

describe('what matters most', () => {
  const swings = swingsOf(graph, theReport, total, 'tenth')
  const swing = (name: string) => swings.find((each) => each.name === name)

  test('retail comes first: a tenth of 20.104 million, and 1.475 times that', () => {
    expect(swings[0]?.name).toBe('retail-direct')
    expect(swing('retail-direct')?.high).toBeCloseTo(2_010_400 * (1 + figure('multiplier.report').value.valueOf()), 0)
    expect(swing('ant')).toEqual({ name: 'ant', low: -700_000, high: 700_000 })
    expect(swings.map(sizeOf)).toEqual(swings.map(sizeOf).toSorted((a, b) => b - a))
  })

  test('what cancels, and what only converts, moves nothing', () => {
    for (const name of ['gdp', 'imports', 'full-time', 'post-hours', 'yearly-hours', 'new-capital', 'at-margin'])
      expect(sizeOf(swing(name) ?? { name, low: 1, high: 1 }), name).toBe(0)
  })

  test('with the multiplier given, what it is made of moves nothing any more', () => {
    const { state } = readState(graph, '?multiplier=1.2')
    const given = swingsOf(graph, scenarioOf(graph, state), total, 'tenth')
    expect(given.find(({ name }) => name === 'final-use')).toEqual({ name: 'final-use', low: 0, high: 0 })
    expect(given.find(({ name }) => name === 'multiplier')?.high).toBeCloseTo(0.12 * figure('objections.multipliedJobs').value.valueOf(), 0)
  })

  test('over its own interval the multiplier goes from that of trade to that of culture, an input to where it rounds', () => {
    const own = swingsOf(graph, theReport, total, 'interval')
    const multiplied = figure('objections.multipliedJobs').value.valueOf()
    const now = figure('multiplier.report').value.valueOf()
    const found = own.find(({ name }) => name === 'multiplier')
    expect(found?.low).toBeCloseTo(multiplied * (figure('multiplier.trade').value.valueOf() - now), 0)
    expect(found?.high).toBeCloseTo(multiplied * (figure('multiplier.culture').value.valueOf() - now), 0)
    expect(own.find(({ name }) => name === 'riders')).toEqual({ name: 'riders', low: -5000, high: 5000 })
  })
})

describe('addresses', () => {
  test('say a state and read it again, in the units that the source prints', () => {
    for (const query of [
      '?multiplier=1.2&riders=115',
      '?multiplier=own',
      '?catering-growth=2.4&gdp=1000000.5',
      '?without=retail,indirect',
    ]) {
      const { state, refused } = readState(graph, query)
      expect(refused).toEqual([])
      expect(readState(graph, writeState(graph, state)).state).toEqual(state)
    }
    expect(writeState(graph, readState(graph, '?riders=115&multiplier=1.20').state)).toBe('?multiplier=1.2&riders=115')
    expect(readState(graph, '?riders=115').state.values.get('riders')?.valueOf()).toBe(1_150_000)
  })

  test.each([
    'riders=many',
    'riders=-1',
    'riders=461',
    'riders=1e9',
    'riders=1e',
    'zebra=1',
    'Riders=100',
    'riders=',
    'without=zebra',
    'multiplier=constructor',
    'full-time=0',
    'multiplier=1.2.3',
  ])('“%s” is told, and the report’s number stands', (query) => {
    const { state, refused } = readState(graph, `?${query}&ant=350`)
    expect(refused).toEqual([query])
    expect([...state.values.keys(), ...state.without]).toEqual(['ant'])
  })

  test('a number may be written with a power of ten', () => {
    const riders = (text: string) => readState(graph, `?riders=${text}`).state.values.get('riders')
    expect(riders('2.5e2')).toEqual(riders('250'))
    expect(riders('2500E-1')).toEqual(riders('250'))
    expect(riders('250')).toBeDefined()
  })

  test.each(['utm_source=x', 'fbclid=1', 'without=', 'without=,'])('“%s” asks for nothing, and is not spoken of', (query) => {
    const { state, refused } = readState(graph, `?${query}&ant=350`)
    expect(refused).toEqual([])
    expect(writeState(graph, state)).toBe('?ant=350')
  })

  test('the report’s own numbers are no change, and every ready scenario is written as it is read', () => {
    expect(writeState(graph, readState(graph, '?retail-direct=2010.4&riders=115').state)).toBe('?riders=115')
    expect(writeState(graph, readState(graph, '?riders=115&riders=230').state)).toBe('')
    for (const { query } of presets) expect(writeState(graph, readState(graph, query).state)).toBe(query)
  })

  test('a slider’s place is a value, and the report’s value is a place of every slider but the multiplier’s and those of what was calibrated', () => {
    for (const control of graph.controls) {
      const value = figure(control.figure).value
      expect(positionOf(control, valueAt(control, 7))).toBe(7)
      if (!['multiplier', 'china-efficiency', 'china-separation'].includes(control.name))
        expect(valueAt(control, positionOf(control, value)).equals(value), control.name).toBe(true)
      expect(readValue(control, decimalOf(valueAt(control, 9), control.factor))?.equals(valueAt(control, 9)), control.name).toBe(true)
    }
  })

  test('a change has its sign, and none where there is none', () => {
    const text = (size: Fraction) => size.toString()
    expect(signed(new Fraction(-3), text)).toBe('−3')
    expect(signed(new Fraction(3), text)).toBe('+3')
    expect(signed(new Fraction(0), text)).toBe('0')
  })
})
