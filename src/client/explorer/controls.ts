import { exactIn, type ScenarioGraph, write } from '../../explorer/scenario.ts'
import { fieldText, positionOf, type State, scenarioOf, writeState } from '../../explorer/state.ts'
import { type Control, choicesIn, language, switchesIn } from './form.ts'

/** The fields as the state has them; what is being moved is left alone. */
export const showControls = (graph: ScenarioGraph, controls: readonly Control[], state: State, moved?: HTMLElement): void => {
  const scenario = scenarioOf(graph, state)
  const now = exactIn(graph, scenario)
  for (const { range, slider, field, outside, factor } of controls) {
    const value = now(range.figure)?.value
    if (!value) continue
    if (slider !== moved) slider.value = String(positionOf(range, value))
    if (field !== moved) {
      field.value = fieldText(value, factor)
      field.removeAttribute('aria-invalid')
      outside.hidden = true
    }
    slider.setAttribute('aria-valuetext', write(graph, range.figure, value, language))
    slider.closest('.control')?.classList.toggle('moved', scenario.has(range.figure))
  }
  for (const box of switchesIn()) {
    box.checked = !state.without.has(box.dataset.switch ?? '')
    box.disabled = state.without.has(box.dataset.of ?? '')
  }
  for (const choice of choicesIn()) {
    const control = choice.dataset.choice ?? ''
    choice.value = state.chosen.get(control) ?? (state.values.has(control) ? 'value' : 'report')
  }
  for (const button of document.querySelectorAll<HTMLElement>('.presets [data-query]'))
    button.setAttribute('aria-pressed', String(button.dataset.query === writeState(graph, state)))
}
