/** Every chart as a picture that stands alone. */
import type { APIRoute } from 'astro'
import { picture } from '../../charts/picture.ts'
import { type ChartProps, chartPaths } from '../../current/chart-paths.ts'
import { currentChart, currentFrame } from '../../current/charts.ts'

export const getStaticPaths = chartPaths

export const GET: APIRoute<ChartProps> = async ({ props: { id, language } }) => {
  const { drawings } = await currentChart(id, language)
  return new Response(picture(drawings.wide, await currentFrame(id, language)), { headers: { 'content-type': 'image/svg+xml' } })
}
