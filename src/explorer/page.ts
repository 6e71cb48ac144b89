/** What the explorer's page shows before any script runs. */
import Fraction from 'fraction.js'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import { columnUnits, type Ledger } from '../../scripts/ledger/ledger.ts'
import type { Bilingual, Language } from '../../scripts/ledger/types.ts'
import { controlGroups, type Preset, presets, total } from '../report/scenarios.ts'
import { fieldUnitOf, modelOf, partsOf } from './model.ts'
import { differenceOf, exactIn, type Swing, sizeOf, swingsOf, theReport, write } from './scenario.ts'
import { fieldText, positionOf, readState, scenarioOf, writeState } from './state.ts'

const figureIn = (ledger: Ledger, id: string): Figure => {
  const figure = ledger.figures.get(id)
  if (!figure) throw new Error(`src/report/scenarios.ts names ${id}, which is no figure`)
  return figure
}

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

export const controlsIn = (ledger: Ledger, language: Language): ReadonlyMap<string, readonly Control[]> => {
  const ranges = new Map(modelOf(ledger).controls.map((control) => [control.name, control]))
  return new Map(
    Object.entries(controlGroups).map(([group, members]) => [
      group,
      Object.entries(members).flatMap(([name, id]): Control[] => {
        const figure = figureIn(ledger, id)
        const range = ranges.get(name)
        if (!range) return []
        const unit = columnUnits[fieldUnitOf(figure)]
        const factor = unit.factor[language]
        const written = (value: Fraction) => fieldText(value, factor)
        return [
          {
            name,
            figure,
            steps: range.steps,
            position: positionOf(range, figure.value),
            factor,
            unit: figure.unit === 'hour' ? hours[language] : unit.name[language],
            value: written(figure.value),
            least: written(new Fraction(range.least)),
            most: written(new Fraction(range.least).add(new Fraction(range.step).mul(range.steps))),
          },
        ]
      }),
    ]),
  )
}

const hours: Bilingual = { zh: '小时', en: 'hours' }

/** What each ready scenario comes to. */
export const presetsIn = (ledger: Ledger, language: Language, points: string) => {
  const model = modelOf(ledger)
  const before = exactIn(model, theReport)
  return (Object.keys(presets) as Preset[]).map((name) => {
    const { state } = readState(model, presets[name])
    const read = writeState(model, state)
    if (read !== presets[name])
      throw new Error(`src/report/scenarios.ts: the scenario ${name} is “${presets[name]}” and reads as “${read}”`)
    const now = exactIn(model, scenarioOf(model, state))
    const told = (id: string) => write(model, id, now(id)?.value, language)
    return {
      name,
      total: told(total),
      shareOfEmployment: told('objections.shareOfEmployment'),
      ...differenceOf(model, total, now(total)?.value, before(total)?.value, language, points),
    }
  })
}

/** The swings of the report itself. */
export const swingsIn = (ledger: Ledger): readonly Swing[] =>
  swingsOf(modelOf(ledger), theReport, total, 'tenth').filter((swing) => sizeOf(swing) > 0)

/** The switches, in groups: modules with their members, and measures. */
export const switchesIn = (ledger: Ledger) => {
  const parts = partsOf(ledger)
  const modules = [...new Set(parts.map(({ module }) => module))].map((name) => ({
    name,
    members: [...new Set(parts.flatMap((part) => (part.module === name ? (part.member ?? []) : [])))],
  }))
  return { modules, measures: [...new Set(parts.map(({ measure }) => measure))] }
}
