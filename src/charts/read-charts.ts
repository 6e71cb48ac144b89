/** Charts as authors write them: one file of content/charts/ each, named by its id. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { readYaml } from '../../scripts/ledger/data/read-yaml.ts'
import { Complaints, Problem } from '../../scripts/ledger/problem.ts'
import type { Place } from '../../scripts/ledger/types.ts'
import { type ChartDescription, chartKeys, chartSchema } from './chart-file.ts'

export const chartFolder = 'content/charts'

export interface ChartFile {
  readonly id: string
  readonly description: ChartDescription
  /** The author's own specification, with numbers as numbers. */
  readonly spec?: object
  readonly placeOf: (path: readonly PropertyKey[]) => Place
}

export interface ReadCharts {
  readonly charts: ReadonlyMap<string, ChartFile>
  readonly problems: readonly Problem[]
}

/** The ids of all charts, in the order of the alphabet, whether their files are sound or not. */
export const chartIds = (root: string): readonly string[] =>
  existsSync(`${root}/${chartFolder}`)
    ? readdirSync(`${root}/${chartFolder}`)
        .filter((name) => /^[^.].*\.yaml$/.test(name))
        .map((name) => name.replace(/\.yaml$/, ''))
        .toSorted()
    : []

/** A file is read again when it has changed; pages ask for the same chart many times. */
const known = new Map<string, { readonly text: string; readonly chart: ChartFile }>()

const readChart = (root: string, id: string): ChartFile => {
  const file = `${chartFolder}/${id}.yaml`
  const start: Place = { file, line: 1, column: 1 }
  if (!/^[a-z][A-Za-z0-9]*$/.test(id)) throw new Problem(`“${id}” is no id of a chart`, start, 'a name in camelCase: jobsByModule.yaml')
  const text = readFileSync(`${root}/${file}`, 'utf8')
  const before = known.get(`${root}/${file}`)
  if (before?.text === text) return before.chart
  const { value: description, placeOf } = readYaml(root, file, chartSchema, chartKeys)
  const spec = specOf(description, text, placeOf)
  const chart = { id, description, placeOf, ...(spec ? { spec } : {}) }
  known.set(`${root}/${file}`, { text, chart })
  return chart
}

/** Data keep every scalar as text; a specification of Vega-Lite needs its numbers. */
const specOf = ({ spec }: ChartDescription, text: string, placeOf: ChartFile['placeOf']): object | undefined => {
  if (spec === undefined) return undefined
  const whole = parse(text, { schema: 'core' }) as { readonly spec?: unknown }
  if (typeof whole.spec !== 'object' || whole.spec === null || Array.isArray(whole.spec))
    throw new Problem('spec is no specification', placeOf(['spec']), 'a group of keys: mark, encoding, …')
  return whole.spec
}

/** Every chart of a report that can be read, and what is wrong with the others. */
export const readCharts = (root: string): ReadCharts => {
  const complaints = new Complaints()
  const charts = new Map<string, ChartFile>()
  for (const id of chartIds(root)) {
    const chart = complaints.attempt(() => readChart(root, id))
    if (chart) charts.set(id, chart)
  }
  return { charts, problems: complaints.list }
}
