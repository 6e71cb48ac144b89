/**
 * The scenario explorer. The form is what a reader has chosen; the state made of it is computed at once, told in the
 * address and shown: numbers in the same turn, the tornado in the next frame, the sentences once the hand has come to rest.
 */
import { exactIn, exactInReport, type Reach, type Scenario, type ScenarioGraph, theReport } from '../explorer/scenario.ts'
import {
  fieldText,
  positionOf,
  readState,
  readValue,
  reportState,
  type State,
  scenarioOf,
  valueAt,
  withAlternative,
  withSwitch,
  withValue,
  writeState,
} from '../explorer/state.ts'
import { base } from './base.ts'
import { showControls } from './explorer/controls.ts'
import { type Control, choicesIn, controlsIn, language, put, switchesIn } from './explorer/form.ts'
import { showResults } from './explorer/results.ts'
import { settle } from './explorer/settle.ts'
import { showSentencesNear } from './explorer/show-sentences.ts'
import { showTornado } from './explorer/tornado.ts'
import { inTurns } from './explorer/turns.ts'
import { part } from './part.ts'

/** What is shown and what has been chosen: the one thing here that changes. */
interface Explorer {
  readonly graph: ScenarioGraph
  readonly controls: readonly Control[]
  readonly showSentences: ReturnType<typeof showSentencesNear>
  state: State
  frame: number
  methods?: Promise<void>
  doubts?: Promise<(scenario: Scenario) => void> | undefined
}

/** Methods are fetched once something is moved, and then shown. */
const fetchMethods = (explorer: Explorer): void => {
  explorer.methods ??= import('./explorer/methods.ts')
    .then((module) => module.fetchMethods(explorer.graph))
    .then(() => show(explorer), tellAbsence)
}

const drawDoubts = (explorer: Explorer, scenario: Scenario): void => {
  if (explorer.graph.doubted.length === 0) return
  settle('doubts', () => {
    explorer.doubts ??= import('./explorer/doubts.ts').then((module) => module.doubtsOf(explorer.graph))
    Promise.all([explorer.doubts, explorer.methods])
      .then(([draw]) => draw(scenario))
      // The report's own distributions stay, and the next move asks again.
      .catch(() => {
        explorer.doubts = undefined
      })
  })
}

const show = (explorer: Explorer, moved?: HTMLElement): void => {
  const { graph, state } = explorer
  const scenario = scenarioOf(graph, state)
  if (scenario.size > 0) fetchMethods(explorer)
  showResults(graph, scenario)
  showControls(graph, explorer.controls, state, moved)
  cancelAnimationFrame(explorer.frame)
  explorer.frame = requestAnimationFrame(() => showTornado(graph, scenario, reachChosen()))
  // How sure a figure is takes many draws: they begin once the hand has come to rest, and stop when it moves again.
  if (scenario.size > 0 || explorer.doubts) drawDoubts(explorer, scenario)
  settle('sentences', () => explorer.showSentences(scenario))
  // The same scenario in the other language.
  part<HTMLAnchorElement>('a.language').search = writeState(graph, state)
}

const reachChosen = (): Reach => (document.querySelector<HTMLInputElement>('[name="reach"]:checked')?.value ?? 'tenth') as Reach

const addressOf = ({ graph, state }: Explorer): string => `${location.pathname}${writeState(graph, state)}${location.hash}`

/** Takes a state: as a step that the back button takes back, or, while a slider moves, as the same step. */
const take = (explorer: Explorer, next: State, as: 'step' | 'move', moved?: HTMLElement): void => {
  explorer.state = next
  part('#refused').hidden = true
  put(part('#copied'), '')
  if (as === 'step') history.pushState(null, '', addressOf(explorer))
  // Browsers refuse to be told of every tick.
  else settle('address', () => history.replaceState(null, '', addressOf(explorer)))
  show(explorer, moved)
}

/** Takes the state that the address asks for, and says what of it cannot be had. */
const readAddress = (explorer: Explorer): void => {
  const { state, refused } = readState(explorer.graph, location.search)
  explorer.state = state
  const notice = part('#refused')
  notice.hidden = refused.length === 0
  notice.textContent = (notice.dataset.text ?? '').replace('{}', refused.join(language === 'zh' ? '，' : ', '))
  show(explorer)
}

const listenToControl = (explorer: Explorer, { range, slider, field, outside, factor }: Control): void => {
  const { graph, controls } = explorer
  const inReport = () => exactInReport(graph)(range.figure)?.value
  const set = (value: Parameters<typeof positionOf>[1], moved: HTMLElement): void => {
    const own = inReport()
    const isOwn = own && (value.equals(own) || (moved === slider && positionOf(range, own) === Number(slider.value)))
    take(explorer, withValue(explorer.state, range.name, isOwn ? undefined : value), 'move', moved)
  }
  slider.addEventListener('input', () => set(valueAt(range, Number(slider.value)), slider))
  field.addEventListener('input', () => {
    const own = inReport()
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
    showControls(graph, controls, explorer.state)
    outside.hidden = !isRefused
  })
}

/** A choice has the report's own, the alternatives, and a value of the reader's, which begins where the scenario stands. */
const listenToChoice = (explorer: Explorer, choice: HTMLSelectElement): void => {
  const control = choice.dataset.choice ?? ''
  const next = (): State | undefined => {
    const { graph, state } = explorer
    if (choice.value === 'report') return withValue(state, control)
    if (choice.value !== 'value') return withAlternative(state, control, choice.value)
    const range = graph.controls.find(({ name }) => name === control)
    const now = range && exactIn(graph, scenarioOf(graph, state))(range.figure)?.value
    return now && withValue(state, control, valueAt(range, positionOf(range, now)))
  }
  choice.addEventListener('change', () => {
    const state = next()
    if (state) take(explorer, state, 'step')
  })
}

const listenToCopy = (explorer: Explorer): void => {
  const copy = part<HTMLButtonElement>('#copy')
  copy.addEventListener('click', async () => {
    const address = `${location.origin}${location.pathname}${writeState(explorer.graph, explorer.state)}`
    try {
      await navigator.clipboard.writeText(address)
      put(part('#copied'), copy.dataset.done ?? '')
    } catch {
      put(part('#copied'), `${copy.dataset.failed} ${address}`)
    }
  })
}

const listen = (explorer: Explorer): void => {
  const { graph } = explorer
  for (const control of explorer.controls) listenToControl(explorer, control)
  for (const box of switchesIn())
    box.addEventListener('change', () => take(explorer, withSwitch(explorer.state, box.dataset.switch ?? '', box.checked), 'step'))
  for (const choice of choicesIn()) listenToChoice(explorer, choice)
  for (const button of document.querySelectorAll<HTMLElement>('[data-query]'))
    button.addEventListener('click', () => take(explorer, readState(graph, button.dataset.query ?? '').state, 'step'))
  for (const choice of document.querySelectorAll('[name="reach"]'))
    choice.addEventListener('change', () => showTornado(graph, scenarioOf(graph, explorer.state), reachChosen()))
  listenToCopy(explorer)
  part('#scenario').addEventListener('submit', (event) => event.preventDefault())
  addEventListener('popstate', () => readAddress(explorer))
}

/** The report's own values, which every move is held against: each is known before a reader's first. */
function* valuesOfReport(graph: ScenarioGraph): Generator {
  for (const id of Object.keys(graph.nodes)) yield exactInReport(graph)(id)
}

const begin = (graph: ScenarioGraph): void => {
  const explorer: Explorer = {
    graph,
    controls: controlsIn(graph),
    showSentences: showSentencesNear(graph, () => scenarioOf(graph, explorer.state)),
    state: reportState,
    frame: 0,
  }
  listen(explorer)
  for (const set of document.querySelectorAll<HTMLFieldSetElement>('#live, #reach')) set.disabled = false
  if (location.search) readAddress(explorer)
  else {
    // The page stands as the report has it: there is nothing to show but that no sentence changes.
    explorer.showSentences(theReport)
    void inTurns(valuesOfReport(graph))
  }
}

/** Without the graph nothing is said of any scenario, as without a script; and why. */
const tellAbsence = (): void => {
  for (const each of document.querySelectorAll('#live, #reach, #told, .scenario')) each.remove()
  const notice = part('#refused')
  notice.textContent = notice.dataset.absent ?? ''
  notice.hidden = false
}

const graph = await fetch(`${base}/explorer.json`)
  .then((answer) => (answer.ok ? (answer.json() as Promise<ScenarioGraph>) : undefined))
  .catch(() => undefined)
if (graph) begin(graph)
else tellAbsence()
