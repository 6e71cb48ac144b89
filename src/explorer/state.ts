/** What a reader has chosen, and the same as the part of an address after the question mark. */
import Fraction from 'fraction.js'
import { exactly, isNumeral } from '../../scripts/browser.ts'
import { type ControlRange, counted, exactIn, type Scenario, type ScenarioGraph, theReport } from './scenario.ts'

export interface State {
  /** Numbers that are other than in the report, by the names of their controls, in base units. */
  readonly values: ReadonlyMap<string, Fraction>
  /** Alternatives chosen, by the names of the controls that they stand in for. */
  readonly chosen: ReadonlyMap<string, string>
  /** Switches that are off. */
  readonly without: ReadonlySet<string>
}

export const reportState: State = { values: new Map(), chosen: new Map(), without: new Set() }

/** The figures that a state makes other than they are. */
export const scenarioOf = (graph: ScenarioGraph, { values, chosen, without }: State): Scenario => {
  const scenario = new Map<string, Fraction | readonly string[]>()
  for (const { name, figure } of graph.controls) {
    const value = values.get(name)
    if (value) scenario.set(figure, value)
  }
  for (const [control, alternative] of chosen)
    for (const [figure, sum] of Object.entries(graph.choices[control]?.[alternative] ?? {})) scenario.set(figure, sum)
  for (const { id, switches } of graph.parts) if (switches.some((name) => without.has(name))) scenario.set(counted(id), [])
  return scenario
}

/** Where a slider stands, and what a place of it means. */
export const positionOf = ({ least, step }: ControlRange, value: Fraction): number =>
  Math.round(value.sub(new Fraction(least)).div(new Fraction(step)).valueOf())
export const valueAt = ({ least, step }: ControlRange, position: number): Fraction =>
  new Fraction(least).add(new Fraction(step).mul(position))

/** The value of typed digits, also as 2.5e2; undefined where they are no number, or one that the control does not reach. */
export const readValue = (control: ControlRange, digits: string, factor: string = control.factor): Fraction | undefined => {
  const [, text = '', power = '0'] = /^(.*?)(?:e([+-]?\d{1,2}))?$/i.exec(digits.trim()) ?? []
  if (!isNumeral(text) || text.length > 24) return undefined
  const value = exactly(text)
    .mul(new Fraction(10).pow(Number(power)) ?? 1)
    .mul(new Fraction(factor))
  const isWithin = value.compare(new Fraction(control.least)) >= 0 && value.compare(valueAt(control, control.steps)) <= 0
  return isWithin ? value : undefined
}

/** A value in so many base units as a plain decimal: values that sliders and fields give have finite ones. */
export const decimalOf = (value: Fraction, factor: string): string => {
  const text = value.div(new Fraction(factor)).toString(20)
  return text.includes('(') ? String(value.div(new Fraction(factor)).valueOf()) : text
}

/** A value in a field: all its digits where they end, else the first five. */
export const fieldText = (value: Fraction, factor: string): string => {
  const text = decimalOf(value, factor)
  return text.replace(/\D/g, '').length > 15 ? String(Number(Number(text).toPrecision(5))) : text
}

const switchesOf = (graph: ScenarioGraph): ReadonlySet<string> => new Set(graph.parts.flatMap(({ switches }) => switches))

/** What other sites and messengers put into the addresses that they pass on. */
const marksOfOthers = /^(?:utm_.*|.*clid|spm|from|ref|share.*)$/

/**
 * Reads an address. What its own keys ask for and cannot have is left as the report has it, and told by name; a number
 * that is the report's is none that was changed. Keys of others, such as those that tell where a reader comes from, are let be.
 */
export const readState = (graph: ScenarioGraph, query: string): { readonly state: State; readonly refused: readonly string[] } => {
  const values = new Map<string, Fraction>()
  const without = new Set<string>()
  const refused: string[] = []
  const chosen = new Map<string, string>()
  const known = switchesOf(graph)
  const inReport = exactIn(graph, theReport)
  for (const [key, text] of new URLSearchParams(query)) {
    const control = graph.controls.find(({ name }) => name === key)
    const value = control && readValue(control, text)
    if (key === 'without') {
      for (const name of text.split(',').filter(Boolean))
        if (known.has(name)) without.add(name)
        else refused.push(`${key}=${name}`)
    } else if (Object.hasOwn(graph.choices[key] ?? {}, text)) chosen.set(key, text)
    else if (control && value) {
      if (inReport(control.figure)?.value.equals(value)) values.delete(key)
      else values.set(key, value)
    } else if (control || !marksOfOthers.test(key)) refused.push(`${key}=${text}`)
  }
  for (const control of chosen.keys()) values.delete(control)
  return { state: { values, chosen, without }, refused }
}

/** The address of a state: "" for the report, else "?multiplier=1.2&without=retail". */
export const writeState = (graph: ScenarioGraph, { values, chosen, without }: State): string => {
  const said = graph.controls.flatMap((control) => {
    const value = values.get(control.name)
    const alternative = chosen.get(control.name)
    if (alternative) return [`${control.name}=${alternative}`]
    return value ? [`${control.name}=${decimalOf(value, control.factor)}`] : []
  })
  const off = [...switchesOf(graph)].filter((name) => without.has(name))
  if (off.length > 0) said.push(`without=${off.join(',')}`)
  return said.length > 0 ? `?${said.join('&')}` : ''
}

/** The state with a control at a value, or, without one, as the report has it; no alternative stands in for it any more. */
export const withValue = (state: State, control: string, value?: Fraction): State => {
  const [values, chosen] = [new Map(state.values), new Map(state.chosen)]
  chosen.delete(control)
  if (value) values.set(control, value)
  else values.delete(control)
  return { ...state, values, chosen }
}

/** The state with an alternative in the place of a control's value. */
export const withAlternative = (state: State, control: string, alternative: string): State => {
  const cleared = withValue(state, control)
  return { ...cleared, chosen: new Map(cleared.chosen).set(control, alternative) }
}

/** The state with a switch turned on or off. */
export const withSwitch = (state: State, name: string, isOn: boolean): State => {
  const without = new Set(state.without)
  if (isOn) without.delete(name)
  else without.add(name)
  return { ...state, without }
}
