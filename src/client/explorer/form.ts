/** The explorer’s form: its controls, switches and choices as the page has them. */
import type { ControlRange, ScenarioGraph } from '../../explorer/scenario.ts'

export const language = document.documentElement.lang === 'en' ? 'en' : 'zh'

/** A number that a reader may move: by its slider, or in its field in units of `factor`. */
export interface Control {
  readonly range: ControlRange
  readonly slider: HTMLInputElement
  readonly field: HTMLInputElement
  readonly outside: HTMLElement
  readonly factor: string
}

export const controlsIn = ({ controls }: ScenarioGraph): readonly Control[] =>
  [...document.querySelectorAll<HTMLElement>('[data-control]')].flatMap((box): readonly Control[] => {
    const range = controls.find(({ name }) => name === box.dataset.control)
    const [slider, field] = box.querySelectorAll('input')
    const outside = box.querySelector<HTMLElement>('.outside')
    return range && slider && field && outside ? [{ range, slider, field, outside, factor: box.dataset.factor ?? '1' }] : []
  })

export const switchesIn = (): NodeListOf<HTMLInputElement> => document.querySelectorAll('[data-switch]')

export const choicesIn = (): NodeListOf<HTMLSelectElement> => document.querySelectorAll('[data-choice]')

/** Writes only what is other than it was. */
export const put = (cell: HTMLElement | null | undefined, text: string): void => {
  if (cell && cell.textContent !== text) cell.textContent = text
}
