/** A town in five figures, and charts of it: what a file shows, and what is said of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import Fraction from 'fraction.js'
import { afterAll } from 'vitest'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Bilingual, Unit } from '../../scripts/ledger/types.ts'
import { chartProblems } from '../../src/charts/check-charts.ts'
import { makeChart } from '../../src/charts/make-chart.ts'
import { readCharts } from '../../src/charts/read-charts.ts'
import type { RowSources } from '../../src/charts/row-source.ts'
import { units } from '../ledger/support.ts'

export const both = (zh: string, en: string): Bilingual => ({ zh, en })
const figure = (id: string, value: string, unit: Unit, label: Bilingual, more: object = {}): Figure =>
  ({
    id,
    unit,
    units,
    value: new Fraction(value),
    bounds: { low: new Fraction(value).sub(1), high: new Fraction(value).add(1) },
    label,
    from: [],
    derived: { digits: 3, percent: false },
    ...more,
  }) as unknown as Figure
const cellOf = (row: string, label: Bilingual) => ({
  derived: undefined,
  input: { digits: '1', unit: '1', row: label, cell: { table: 'harvest', row, column: '收成' } },
})
const figures = [
  figure('town.old', '30', 'count', both('老城区', 'The old quarter of the town'), { short: both('老城', 'Old town') }),
  figure('town.new', '70', 'count', both('新城', 'New town')),
  figure('town.share', '0.3', 'ratio', both('占比', 'Share'), { derived: { digits: 3, percent: true } }),
  figure('town.ratio', '2.3', 'ratio', both('倍数', 'Ratio')),
  figure('town.median', '50', 'count', both('中位数', 'Median')),
  ...['p05', 'p25', 'median', 'p75', 'p95'].map((name, index) => figure(`draws.${name}`, `${index}`, 'count', both(name, name))),
  figure('harvest.wheat', '30', 'count', both('小麦收成', 'Harvest of wheat'), cellOf('小麦', both('小麦', 'Wheat'))),
  figure('harvest.rice', '70', 'count', both('水稻收成', 'Harvest of rice'), cellOf('水稻', both('水稻', 'Rice'))),
]
const claims = [
  { id: 'people', figure: 'town.new', digits: '70', unit: '例', withheld: false },
  { id: 'people-before', figure: 'town.new', digits: '40', unit: '例', withheld: false },
]
const ledger = {
  figures: new Map(figures.map((each) => [each.id, each])),
  simulations: [],
  data: { units, tables: new Map([['harvest', { id: 'harvest', rows: {} }]]), claims },
} as unknown as Ledger
const sources: RowSources = {
  'town.streets': () => ({ rows: [{ label: both('街', 'Street'), value: 2, shown: both('二', 'two') }] }),
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})
export const written = (text: string, name = 'town.yaml'): string => {
  const root = mkdtempSync(`${tmpdir()}/charts-`)
  folders.push(root)
  mkdirSync(`${root}/content/charts`, { recursive: true })
  writeFileSync(`${root}/content/charts/${name}`, text)
  return root
}
export const told = (text: string, name?: string): readonly string[] =>
  chartProblems(written(text, name), ledger, sources).map(({ message }) =>
    message.replace('\n    expected: ', ' | ').replace('content/charts/', ''),
  )
const titles = { zh: (slug: string) => slug, en: (slug: string) => slug }
export const chart = (text: string, language: 'zh' | 'en' = 'en') => {
  const file = readCharts(written(text)).charts.get('town')
  if (!file) throw new Error('the file cannot be read')
  return makeChart(file, ledger, language, sources, titles)
}
