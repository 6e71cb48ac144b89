import { barOf, type Reach, type Scenario, type ScenarioGraph, type Swing, sizeOf, swingsOf, swingText } from '../../explorer/scenario.ts'
import { part } from '../part.ts'
import { language, put } from './form.ts'

const showSwing = (graph: ScenarioGraph, row: HTMLElement, swing: Swing, most: number): void => {
  row.hidden = sizeOf(swing) === 0
  for (const side of ['low', 'high'] as const) {
    put(row.querySelector<HTMLElement>(`td.${side}`), swingText(graph, graph.total, swing[side], language))
    const { x, width } = barOf(swing[side], most)
    const bar = row.querySelector(`rect.${side}`)
    bar?.setAttribute('x', String(x))
    bar?.setAttribute('width', String(width))
  }
}

/** What moves the total most stands first; what does not move it is named beneath. */
export const showTornado = (graph: ScenarioGraph, scenario: Scenario, reach: Reach): void => {
  const body = part<HTMLTableSectionElement>('.tornado tbody')
  const rows = new Map([...body.rows].map((row) => [row.dataset.mover ?? '', row]))
  const swings = swingsOf(graph, scenario, graph.total, reach)
  const most = Math.max(...swings.map(sizeOf))
  for (const [index, swing] of swings.entries()) {
    const row = rows.get(swing.name)
    if (!row) continue
    if (body.rows[index] !== row) body.insertBefore(row, body.rows[index] ?? null)
    showSwing(graph, row, swing, most)
  }
  const inert = part('#inert')
  const still = swings.filter((swing) => sizeOf(swing) === 0).map(({ name }) => rows.get(name)?.cells[0]?.textContent ?? '')
  inert.hidden = still.length === 0
  const listed = new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB')
  put(inert, (inert.dataset.text ?? '').replace('{}', listed.format(still)))
}
