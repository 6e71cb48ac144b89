/** What a page fetches when a reader reaches for a chart: the chart compiled to Vega, wide or narrow. */
import type { APIRoute } from 'astro'
import { liveSpec, specText } from '../../charts/live.ts'
import { type ChartProps, chartPaths } from '../../current/chart-paths.ts'
import { currentChart, type Size, sizes } from '../../current/charts.ts'
import { wordsOf } from '../../i18n/words.ts'

interface Props extends ChartProps {
  readonly size: Size
}

export const getStaticPaths = () =>
  chartPaths().flatMap(({ params, props }) =>
    sizes.map((size) => ({ params: { chart: `${params.chart}.${size}` }, props: { ...props, size } satisfies Props })),
  )

export const GET: APIRoute<Props> = async ({ props: { id, language, size } }) => {
  const { chart } = await currentChart(id, language)
  const spec = { ...liveSpec(chart.draw(size === 'narrow')), usermeta: wordsOf(language).charts.live }
  return new Response(specText(spec), { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
