/**
 * The scenario explorer. The form is what a reader has chosen; the state made of it is computed at once, told in the
 * address and shown: numbers in the same turn, the tornado in the next frame, the sentences once the hand has come to rest.
 */

import type Fraction from 'fraction.js'
import {
  barOf,
  counted,
  differenceOf,
  exactIn,
  type Model,
  type Reach,
  type Scenario,
  sizeOf,
  swingsOf,
  swingText,
  theReport,
  write,
} from '../explorer/scenario.ts'
import {
  fieldText,
  multiplierControl,
  positionOf,
  readState,
  readValue,
  reportState,
  type State,
  scenarioOf,
  valueAt,
  writeState,
} from '../explorer/state.ts'
import { total } from '../report/scenarios.ts'
import { sentencesOf } from './explorer-sentences.ts'
import { part } from './part.ts'

const language = document.documentElement.lang === 'en' ? 'en' : 'zh'
/** Milliseconds without a move after which the hand is at rest. */
const rest = 250

const begin = (model: Model): void => {
  let state: State = reportState
  const inReport = exactIn(model, theReport)
  const controls = [...document.querySelectorAll<HTMLElement>('[data-control]')].flatMap((box) => {
    const range = model.controls.find(({ name }) => name === box.dataset.control)
    const [slider, field] = box.querySelectorAll('input')
    const outside = box.querySelector<HTMLElement>('.outside')
    return range && slider && field && outside ? [{ range, slider, field, outside, factor: box.dataset.factor ?? '1' }] : []
  })
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[data-switch]')]
  const alternative = part<HTMLSelectElement>('#alternative')
  const rows = [...document.querySelectorAll<HTMLElement>('[data-result]')].flatMap((row) => {
    const cells = ['.now', '.difference', '.relative'].map((selector) => row.querySelector<HTMLElement>(selector))
    const id = row.dataset.result ?? ''
    // A part of the total stands for as much of it as is counted.
    return [{ id: model.nodes[counted(id)] ? counted(id) : id, cells, row }]
  })
  const { points = '{}' } = part('.results').dataset

  /** Writes only what is other than it was. */
  const put = (cell: HTMLElement | null | undefined, text: string): void => {
    if (cell && cell.textContent !== text) cell.textContent = text
  }
  const valueIn = (valueNow: (id: string) => { readonly value: Fraction } | undefined, id: string) => valueNow(id)?.value

  const showResults = (scenario: Scenario): void => {
    const now = exactIn(model, scenario)
    for (const { id, cells, row } of rows) {
      const [value, before] = [valueIn(now, id), valueIn(inReport, id)]
      const { absolute, relative } = differenceOf(model, id, value, before, language, points)
      put(cells[0], write(model, id, value, language))
      put(cells[1], absolute)
      put(cells[2], relative)
      row.classList.toggle('moved', absolute !== '0')
    }
    const [value, before] = [valueIn(now, total), valueIn(inReport, total)]
    const { absolute, relative } = differenceOf(model, total, value, before, language, points)
    const told = (words: DOMStringMap) =>
      (absolute === '0' ? words.same : words.differs)
        ?.replace('{total}', write(model, total, value, language))
        .replace('{difference}', absolute)
        .replace('{relative}', relative) ?? ''
    put(part('#total-now'), write(model, total, value, language))
    put(part('#total-change'), told(part('#total-change').dataset))
    settle('announce', () => put(part('#announced'), told(part('#announced').dataset)))
  }

  /** The fields as the state has them; what is being moved is left alone. */
  const showControls = (scenario: Scenario, moved?: HTMLElement): void => {
    const now = exactIn(model, scenario)
    for (const { range, slider, field, outside, factor } of controls) {
      const value = valueIn(now, range.figure)
      if (!value) continue
      if (slider !== moved) slider.value = String(positionOf(range, value))
      if (field !== moved) {
        field.value = fieldText(value, factor)
        field.removeAttribute('aria-invalid')
        outside.hidden = true
      }
      slider.setAttribute('aria-valuetext', write(model, range.figure, value, language))
      slider.closest('.control')?.classList.toggle('moved', scenario.has(range.figure))
    }
    for (const box of boxes) {
      box.checked = !state.without.has(box.dataset.switch ?? '')
      box.disabled = state.without.has(box.dataset.of ?? '')
    }
    alternative.value = state.alternative ?? (state.values.has(multiplierControl) ? 'value' : 'report')
    for (const button of document.querySelectorAll<HTMLElement>('.presets [data-query]'))
      button.setAttribute('aria-pressed', String(button.dataset.query === writeState(model, state)))
  }

  const body = part<HTMLTableSectionElement>('.tornado tbody')
  const movers = new Map([...body.rows].map((row) => [row.dataset.mover ?? '', row]))
  const listed = new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB')
  const showTornado = (scenario: Scenario): void => {
    const reach = (document.querySelector<HTMLInputElement>('[name="reach"]:checked')?.value ?? 'tenth') as Reach
    const swings = swingsOf(model, scenario, total, reach)
    const most = Math.max(...swings.map(sizeOf))
    for (const [index, swing] of swings.entries()) {
      const row = movers.get(swing.name)
      if (!row) continue
      if (body.rows[index] !== row) body.insertBefore(row, body.rows[index] ?? null)
      row.hidden = sizeOf(swing) === 0
      for (const side of ['low', 'high'] as const) {
        put(row.querySelector<HTMLElement>(`td.${side}`), swingText(model, total, swing[side], language))
        const { x, width } = barOf(swing[side], most)
        const bar = row.querySelector(`rect.${side}`)
        bar?.setAttribute('x', String(x))
        bar?.setAttribute('width', String(width))
      }
    }
    const inert = part('#inert')
    const still = swings.filter((swing) => sizeOf(swing) === 0).map(({ name }) => movers.get(name)?.cells[0]?.textContent ?? '')
    inert.hidden = still.length === 0
    put(inert, (inert.dataset.text ?? '').replace('{}', listed.format(still)))
  }

  const atRest = new Map<'announce' | 'sentences' | 'address', () => void>()
  let timer = 0
  /** Does something once nothing has moved for a while; of what was asked for one purpose, only the last. */
  const settle = (purpose: 'announce' | 'sentences' | 'address', what: () => void): void => {
    atRest.set(purpose, what)
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      const all = [...atRest.values()]
      atRest.clear()
      for (const each of all) each()
    }, rest)
  }

  const near = new Promise<void>((resolve) => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        seen.disconnect()
        resolve()
      },
      { rootMargin: '300px' },
    )
    seen.observe(part('#changes'))
    addEventListener('beforeprint', () => resolve(), { once: true })
  })
  /** Until the sentences are here nothing is said of them but that they are looked up. */
  let showSentences = (scenario: Scenario): void => {
    const { none = '', looking = '' } = part('#changes').dataset
    put(part('#how-many'), scenario.size > 0 ? looking : none)
  }
  const sentences = near
    .then(async () => {
      showSentences = await sentencesOf(model, language)
      showSentences(scenarioOf(model, state))
    })
    .catch(() => {
      showSentences = () => put(part('#how-many'), part('#changes').dataset.absent ?? '')
      showSentences(theReport)
    })

  let frame = 0
  const show = (moved?: HTMLElement): void => {
    const scenario = scenarioOf(model, state)
    showResults(scenario)
    showControls(scenario, moved)
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => showTornado(scenario))
    settle('sentences', () => showSentences(scenario))
    // The same scenario in the other language.
    part<HTMLAnchorElement>('a.language').search = writeState(model, state)
  }

  /** Takes a state: as a step that the back button takes back, or, while a slider moves, as the same step. */
  const take = (next: State, as: 'step' | 'move', moved?: HTMLElement): void => {
    state = next
    part('#refused').hidden = true
    put(part('#copied'), '')
    const address = `${location.pathname}${writeState(model, state)}${location.hash}`
    if (as === 'step') history.pushState(null, '', address)
    // Browsers refuse to be told of every tick.
    else settle('address', () => history.replaceState(null, '', `${location.pathname}${writeState(model, state)}${location.hash}`))
    show(moved)
  }

  const read = (): void => {
    const { state: asked, refused } = readState(model, location.search)
    state = asked
    const notice = part('#refused')
    notice.hidden = refused.length === 0
    notice.textContent = (notice.dataset.text ?? '').replace('{}', refused.join(language === 'zh' ? '，' : ', '))
    show()
  }

  const withValue = (name: string, value: Fraction): State => {
    const values = new Map(state.values).set(name, value)
    const { alternative: _, ...others } = state
    return name === multiplierControl ? { ...others, values } : { ...state, values }
  }
  const withoutValue = (name: string): State => {
    const values = new Map(state.values)
    values.delete(name)
    const { alternative: _, ...others } = state
    return name === multiplierControl ? { ...others, values } : { ...state, values }
  }

  for (const { range, slider, field, outside, factor } of controls) {
    const own = valueIn(inReport, range.figure)
    const set = (value: Fraction, moved: HTMLElement): void => {
      const isOwn = own && (value.equals(own) || (moved === slider && positionOf(range, own) === Number(slider.value)))
      take(isOwn ? withoutValue(range.name) : withValue(range.name, value), 'move', moved)
    }
    slider.addEventListener('input', () => set(valueAt(range, Number(slider.value)), slider))
    field.addEventListener('input', () => {
      const isWritten = own && field.value === fieldText(own, factor)
      const value = isWritten ? own : readValue(range, field.value, factor)
      outside.hidden = value !== undefined
      if (value) {
        field.removeAttribute('aria-invalid')
        set(value, field)
      } else field.setAttribute('aria-invalid', 'true')
    })
    // A field that is left shows what counts; why a number in it does not, it still says.
    field.addEventListener('change', () => {
      const isRefused = field.value !== '' && field.getAttribute('aria-invalid') === 'true'
      showControls(scenarioOf(model, state))
      outside.hidden = !isRefused
    })
  }
  for (const box of boxes)
    box.addEventListener('change', () => {
      const without = new Set(state.without)
      if (box.checked) without.delete(box.dataset.switch ?? '')
      else without.add(box.dataset.switch ?? '')
      take({ ...state, without }, 'step')
    })
  alternative.addEventListener('change', () => {
    const name = alternative.value
    if (name === 'value') {
      const now = valueIn(exactIn(model, scenarioOf(model, state)), 'multiplier.report')
      const range = model.controls.find((control) => control.name === multiplierControl)
      if (now && range) take(withValue(multiplierControl, valueAt(range, positionOf(range, now))), 'step')
    } else take({ ...withoutValue(multiplierControl), ...(name === 'report' ? {} : { alternative: name }) }, 'step')
  })
  for (const button of document.querySelectorAll<HTMLElement>('[data-query]'))
    button.addEventListener('click', () => take(readState(model, button.dataset.query ?? '').state, 'step'))
  for (const choice of document.querySelectorAll('[name="reach"]'))
    choice.addEventListener('change', () => showTornado(scenarioOf(model, state)))
  const copy = part<HTMLButtonElement>('#copy')
  copy.addEventListener('click', async () => {
    const address = `${location.origin}${location.pathname}${writeState(model, state)}`
    try {
      await navigator.clipboard.writeText(address)
      put(part('#copied'), copy.dataset.done ?? '')
    } catch {
      put(part('#copied'), `${copy.dataset.failed} ${address}`)
    }
  })
  part('#scenario').addEventListener('submit', (event) => event.preventDefault())
  addEventListener('popstate', read)
  for (const set of document.querySelectorAll<HTMLFieldSetElement>('#live, #reach')) set.disabled = false
  read()
  void sentences
}

/** Without the model nothing is said of any scenario, as without a script; and why. */
const tellAbsence = (): void => {
  for (const each of document.querySelectorAll('#live, #reach, #told, .scenario')) each.remove()
  const notice = part('#refused')
  notice.textContent = notice.dataset.absent ?? ''
  notice.hidden = false
}

const model = await fetch('/explorer.json')
  .then((answer) => (answer.ok ? (answer.json() as Promise<Model>) : undefined))
  .catch(() => undefined)
if (model) begin(model)
else tellAbsence()
