/** Every chart as a picture that stands alone. A build’s helper paints the same as pixels. */
import type { APIRoute } from 'astro'
import { currentHelper } from '../../build/current-helper.ts'
import { picture } from '../../charts/picture.ts'
import { type ChartProps, chartPaths } from '../../current/chart-paths.ts'
import { currentChart, currentFrame } from '../../current/charts.ts'

export const getStaticPaths = chartPaths

export const GET: APIRoute<ChartProps> = async ({ props: { id, language }, params: { chart } }) => {
  const { drawings } = await currentChart(id, language)
  const svg = picture(drawings.wide, await currentFrame(id, language))
  currentHelper()?.paint({ path: `/charts/${chart}.png`, svg })
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
