/** The table of results, and the total that stays in sight. */
import { counted, differenceOf, exactIn, exactInReport, type Scenario, type ScenarioGraph, write } from '../../explorer/scenario.ts'
import { part } from '../part.ts'
import { language, put } from './form.ts'
import { settle } from './settle.ts'

export const showResults = (graph: ScenarioGraph, scenario: Scenario): void => {
  const [now, before] = [exactIn(graph, scenario), exactInReport(graph)]
  const { points = '{}' } = part('.results').dataset
  const differenceAt = (id: string) => differenceOf(graph, id, now(id)?.value, before(id)?.value, language, points)
  for (const row of document.querySelectorAll<HTMLElement>('[data-result]')) {
    const figure = row.dataset.result ?? ''
    // A part of the total stands for as much of it as is counted.
    const id = graph.nodes[counted(figure)] ? counted(figure) : figure
    const { absolute, relative } = differenceAt(id)
    put(row.querySelector<HTMLElement>('.now'), write(graph, id, now(id)?.value, language))
    put(row.querySelector<HTMLElement>('.difference'), absolute)
    put(row.querySelector<HTMLElement>('.relative'), relative)
    row.classList.toggle('moved', absolute !== '0')
  }
  const total = write(graph, graph.total, now(graph.total)?.value, language)
  const { absolute, relative } = differenceAt(graph.total)
  const told = (words: DOMStringMap) =>
    (absolute === '0' ? words.same : words.differs)
      ?.replace('{total}', total)
      .replace('{difference}', absolute)
      .replace('{relative}', relative) ?? ''
  put(part('#total-now'), total)
  put(part('#total-change'), told(part('#total-change').dataset))
  settle('announce', () => put(part('#announced'), told(part('#announced').dataset)))
}
