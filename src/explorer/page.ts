/** What the explorer's page shows before any script runs. */
import Fraction from 'fraction.js'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import type { Choice, Scenarios } from './declared.ts'
import { countedParts, fieldUnitOf, graphOf, lookIn } from './graph.ts'
import { differenceOf, exactIn, type Swing, sizeOf, swingsOf, theReport, write } from './scenario.ts'
import { fieldText, positionOf, readState, scenarioOf, writeState } from './state.ts'

/** A control as the page prints it: its slider in steps, its field in the language's own unit. */
export interface Control {
  readonly name: string
  readonly figure: Figure
  readonly steps: number
  readonly position: number
  readonly factor: string
  readonly unit: string
  readonly value: string
  readonly least: string
  readonly most: string
}

/** A group of controls, and what may be chosen in it. */
export interface ControlsOfGroup {
  readonly name: string
  readonly open: boolean
  readonly controls: readonly Control[]
  readonly choice: Choice | undefined
}

export const controlsIn = (ledger: Ledger, scenarios: Scenarios, language: Language): readonly ControlsOfGroup[] => {
  const figureOf = lookIn(ledger)
  const ranges = new Map(graphOf(ledger, scenarios).controls.map((control) => [control.name, control]))
  const controlOf = ({ name, figure: id }: { readonly name: string; readonly figure: string }): readonly Control[] => {
    const figure = figureOf(id)
    const range = ranges.get(name)
    if (!range) return []
    const unit = fieldUnitOf(figure)
    const factor = unit.factor[language]
    const written = (value: Fraction) => fieldText(value, factor)
    return [
      {
        name,
        figure,
        steps: range.steps,
        position: positionOf(range, figure.value),
        factor,
        unit: unit.name[language],
        value: written(figure.value),
        least: written(new Fraction(range.least)),
        most: written(new Fraction(range.least).add(new Fraction(range.step).mul(range.steps))),
      },
    ]
  }
  return scenarios.controls.map(({ name, open = false, controls, choice }) => ({
    name: name[language],
    open,
    controls: controls.flatMap(controlOf),
    choice,
  }))
}

/** What each ready scenario comes to. */
export const presetsIn = (ledger: Ledger, scenarios: Scenarios, language: Language, points: string) => {
  const graph = graphOf(ledger, scenarios)
  const { total, beside, presets } = scenarios
  const before = exactIn(graph, theReport)
  return presets.map(({ id, name, query }) => {
    const { state } = readState(graph, query)
    const read = writeState(graph, state)
    if (read !== query) throw new Error(`the scenarios of #site: ${id} is “${query}” and reads as “${read}”`)
    const now = exactIn(graph, scenarioOf(graph, state))
    const told = (figure: string) => write(graph, figure, now(figure)?.value, language)
    return {
      id,
      name: name[language],
      total: told(total),
      isMixed: countedMeasures(ledger, scenarios, state.without).size > 1,
      beside: beside && told(beside),
      ...differenceOf(graph, total, now(total)?.value, before(total)?.value, language, points),
    }
  })
}

/** In which measures the total is counted while some switches are off. */
const countedMeasures = (ledger: Ledger, scenarios: Scenarios, without: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    countedParts(ledger, scenarios)
      .filter(({ module, member, measure, reach }) => ![module, member ?? '', measure, reach].some((name) => without.has(name)))
      .map(({ measure }) => measure),
  )

/** The swings of the report itself. */
export const swingsIn = (ledger: Ledger, scenarios: Scenarios): readonly Swing[] =>
  swingsOf(graphOf(ledger, scenarios), theReport, scenarios.total, 'tenth').filter((swing) => sizeOf(swing) > 0)

/** The switches, in groups: modules with their members, measures, and whether what is counted indirectly has one. */
export const switchesIn = (ledger: Ledger, scenarios: Scenarios) => {
  const parts = countedParts(ledger, scenarios)
  const modules = [...new Set(parts.map(({ module }) => module))].map((name) => ({
    name,
    members: [...new Set(parts.flatMap((part) => (part.module === name ? (part.member ?? []) : [])))],
  }))
  return {
    modules,
    measures: [...new Set(parts.map(({ measure }) => measure))],
    indirect: parts.some(({ reach }) => reach === 'indirect'),
  }
}
