/** Every chart as a Vega-Lite specification that needs nothing beside it. */
import type { APIRoute } from 'astro'
import { specText } from '../../charts/live.ts'
import { standaloneSpec } from '../../charts/picture.ts'
import { type ChartProps, chartPaths } from '../../current/chart-paths.ts'
import { currentChart, currentFrame } from '../../current/charts.ts'

export const getStaticPaths = chartPaths

export const GET: APIRoute<ChartProps> = async ({ props: { id, language } }) => {
  const { chart } = await currentChart(id, language)
  const spec = specText(standaloneSpec(chart.draw(false), await currentFrame(id, language)))
  return new Response(`${spec}\n`, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
