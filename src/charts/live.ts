/** A chart as a page makes it live: compiled to Vega, so that a reader need not fetch Vega-Lite. */
import type { Spec } from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import { cachedNow } from '../lib/cache.ts'
import { compiled } from './compiled.ts'

/** The very specification that is drawn, with its parameters: what is pointed at and what was chosen. */
export const liveSpec = (spec: TopLevelSpec): Spec => cachedNow('live', [JSON.stringify(spec)], () => compiled(spec).spec)

/** A specification as a file: places and values need no more digits than a drawing shows. */
export const specText = (spec: object): string =>
  JSON.stringify(spec, (_, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value,
  )
