/** How sure figures are in a scenario: drawn in short tasks beside the report's own, once a reader has moved something. */
import { barsOf, type DoubtedOutput, drawing, leavesOut, shownOf, touches } from '../../explorer/doubts.ts'
import { exactIn, exactInReport, noValue, type Scenario, type ScenarioGraph } from '../../explorer/scenario.ts'
import { language, put } from './form.ts'
import { inTurns } from './turns.ts'

const draw = (row: HTMLElement, bar: ReturnType<typeof barsOf>[number] | undefined): void => {
  for (const name of ['outer', 'inner'] as const) {
    const rect = row.querySelector(`rect.${name}`)
    rect?.setAttribute('x', String(bar?.[name].x ?? 0))
    rect?.setAttribute('width', String(bar?.[name].width ?? 0))
  }
  for (const name of ['median', 'own'] as const) row.querySelector(`path.${name}`)?.setAttribute('d', bar?.[name] ?? '')
}

const write = (row: HTMLElement, texts: readonly (string | undefined)[]): void => {
  for (const [index, cell] of [...row.querySelectorAll<HTMLElement>('td.number')].entries()) put(cell, texts[index] ?? '')
}

/** What draws all that the page shows of doubts, for a scenario; of several only the last is shown. */
export const doubtsOf = (graph: ScenarioGraph): ((scenario: Scenario) => void) => {
  const table = document.querySelector<HTMLElement>('table.doubts')
  let latest: Scenario | undefined
  const showOne = async (body: HTMLElement, doubted: DoubtedOutput, scenario: Scenario): Promise<void> => {
    const [own, row] = body.querySelectorAll('tr')
    if (!own || !row) return
    const figure = {
      quantiles: (body.dataset.quantiles ?? '').split(' ').map(Number),
      own: exactInReport(graph)(doubted.output)?.value.valueOf() ?? 0,
    }
    row.hidden = scenario.size === 0 || !touches(graph, scenario, doubted)
    draw(own, barsOf([figure])[0])
    if (row.hidden) return
    draw(row, undefined)
    write(row, ['', table?.dataset.drawing, ''])
    const isOver = (): boolean => latest !== scenario
    const summary = leavesOut(graph, scenario) ? undefined : await inTurns(drawing(graph, scenario, doubted), isOver)
    if (isOver()) return
    const shown = summary && shownOf(graph, doubted, summary, language)
    write(row, shown ? [shown.texts[0], shown.texts[2], shown.texts[4]] : [noValue, noValue, noValue])
    if (!shown) return
    const now = exactIn(graph, scenario)(doubted.output)?.value.valueOf() ?? figure.own
    const [before, after] = barsOf([figure, { quantiles: shown.quantiles, own: now }])
    draw(own, before)
    draw(row, after)
  }
  return (scenario) => {
    latest = scenario
    const bodies = [...(table?.querySelectorAll<HTMLElement>('tbody') ?? [])]
    void bodies.reduce(async (before, body) => {
      await before
      const doubted = graph.doubted.find(({ output, kind }) => output === body.dataset.doubted && kind === body.dataset.kind)
      if (doubted && latest === scenario) await showOne(body, doubted, scenario)
    }, Promise.resolve())
  }
}
