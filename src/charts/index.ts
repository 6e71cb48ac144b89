import { retailCategories } from '../../scripts/estimates/alibaba-2020/retail.ts'
import { columnOf } from '../../scripts/ledger/numbers/units.ts'
import { shownInColumn } from '../../scripts/ledger/publish/shown.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { casesByMechanism, dimensions, evidenceGrades } from '../report/cases/charts.ts'
import { effects } from '../report/cases/effects-chart.ts'
import { evidenceMatrix } from '../report/cases/evidence-matrix.ts'
import { bars } from './bars.ts'
import { checks } from './checks.ts'
import { dots } from './dots.ts'
import { inputOutput } from './input-output.ts'
import { figureIn, inWords, type MakeChart, shownIn } from './report-chart.ts'
import type { Quadrant, Series } from './row.ts'
import { walk } from './walk.ts'

interface Item {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly series: Series
}

const barsOf =
  (items: readonly Item[], extra: readonly { zh: string; en: string; note: Record<Language, string> }[] = []): MakeChart =>
  (ledger, language) => {
    const found = items.map(({ id, series, ...label }) => {
      const figure = figureIn(ledger, id)
      return { id, label: label[language], value: figure.value.valueOf() as number | null, shown: shownIn(ledger, id, language), series }
    })
    const rest = extra.map(({ note, ...label }) => ({
      label: label[language],
      value: null,
      shown: note[language],
      series: 'muted' as const,
    }))
    return {
      rows: [...found.map(({ id, label }) => ({ label, figure: id })), ...rest.map(({ label, shown: text }) => ({ label, text }))],
      draw: (narrow) => bars([...found, ...rest], { language, narrow, words: {} }),
      alternative: inWords([...found, ...rest], language),
    }
  }

/** The total by module, largest first. */
const modules = barsOf([
  { id: 'retail.jobs', zh: '零售平台', en: 'Retail platforms', series: 'direct' },
  { id: 'infrastructure.jobs', zh: '互联网基础设施', en: 'Internet infrastructure', series: 'counted' },
  { id: 'services.jobs', zh: '服务新消费', en: 'Consumer services', series: 'counted' },
  { id: 'entertainment.jobs', zh: '大文娱', en: 'Entertainment', series: 'counted' },
])

/** The total by the five types of employment; merchant display is not counted. */
const types = barsOf(
  [
    { id: 'types.goods', zh: '实物商品交易型', en: 'Trade in goods', series: 'direct' },
    { id: 'types.direct', zh: '互联网企业直接就业型', en: 'Direct employment by internet companies', series: 'counted' },
    { id: 'types.services', zh: '线上服务交易型', en: 'Online services', series: 'direct' },
    { id: 'types.labour', zh: '线上劳务交易型', en: 'Online labour', series: 'counted' },
  ],
  [{ zh: '商户展示型', en: 'Merchant display', note: { zh: '来源未计', en: 'not counted' } }],
)

/** What the total rests on. */
const evidence = barsOf([
  {
    id: 'evidence.withheld',
    zh: '依据未公开样本的回归及其乘数',
    en: 'A regression whose data are withheld, and its multiplier',
    series: 'indirect',
  },
  { id: 'evidence.stated', zh: '企业提供或调研所得的数', en: 'Supplied by companies or found in interviews', series: 'counted' },
  { id: 'evidence.recomputed', zh: '可由印出的统计与交易额复算', en: 'Recomputed from printed statistics and turnover', series: 'direct' },
])

/** What the total counts. */
const measures = barsOf([
  { id: 'measures.opportunities', zh: '就业机会（估算）', en: 'Opportunities (estimated)', series: 'direct' },
  { id: 'measures.headCount', zh: '人数', en: 'Heads', series: 'counted' },
  { id: 'measures.personTimes', zh: '2004年以来的人次', en: 'Person-times since 2004', series: 'indirect' },
  { id: 'measures.posts', zh: '岗位', en: 'Posts', series: 'muted' },
])

/** Direct opportunities of the 15 retail categories, largest first. */
const categories: MakeChart = (ledger, language) => {
  const items = retailCategories.map((category) => {
    const id = `retail.${category}.directJobs`
    const figure = figureIn(ledger, id)
    const row = figure.input?.row ?? figure.label
    return { id, zh: row.zh, en: row.en, value: figure.value.valueOf() }
  })
  const sorted = items.sort((a, b) => b.value - a.value)
  return barsOf(sorted.map(({ id, zh, en }, rank) => ({ id, zh, en, series: rank < 3 ? ('direct' as const) : ('muted' as const) })))(
    ledger,
    language,
  )
}

/** From the direct opportunities of retail, step by step, to the total. */
const steps: MakeChart = (ledger, language) => {
  const parts: readonly Item[] = [
    { id: 'retail.directJobs', zh: '零售：直接', en: 'Retail: direct', series: 'direct' },
    { id: 'retail.indirectJobs', zh: '零售：乘数带动', en: 'Retail: by the multiplier', series: 'indirect' },
    { id: 'services.riders', zh: '骑手', en: 'Riders', series: 'counted' },
    { id: 'services.online.directJobs', zh: '外卖与电影：直接', en: 'Catering and film: direct', series: 'direct' },
    { id: 'services.online.indirectJobs', zh: '外卖与电影：乘数带动', en: 'Catering and film: by the multiplier', series: 'indirect' },
    { id: 'services.staff.jobs', zh: '服务企业自身', en: 'The service companies themselves', series: 'counted' },
    { id: 'entertainment.jobs', zh: '大文娱', en: 'Entertainment', series: 'counted' },
    { id: 'infrastructure.ant', zh: '蚂蚁（累计人次）', en: 'Ant (person-times)', series: 'counted' },
    { id: 'infrastructure.cainiao', zh: '菜鸟', en: 'Cainiao', series: 'counted' },
    { id: 'infrastructure.dingtalk', zh: '钉钉', en: 'DingTalk', series: 'counted' },
  ]
  let at = 0
  const rows = parts.map(({ id, series, ...label }) => {
    const figure = figureIn(ledger, id)
    const from = at
    at += figure.value.valueOf()
    return { id, label: label[language], from, to: at, shown: shownIn(ledger, id, language), series }
  })
  const total = figureIn(ledger, 'total.jobs')
  const last = {
    id: total.id,
    label: language === 'zh' ? '总数' : 'Total',
    from: 0,
    to: total.value.valueOf(),
    shown: shownIn(ledger, total.id, language),
    series: 'total' as const,
  }
  const all = [...rows, last]
  return {
    rows: all.map(({ id, label }) => ({ label, figure: id })),
    draw: (narrow) => walk(all, { language, narrow, words: {} }),
    alternative: inWords(all, language),
  }
}

/** The structure of table 2.2, area by area. */
const structure: MakeChart = (ledger, language) => {
  const parts: readonly (Item & { quadrant: Quadrant })[] = [
    { quadrant: 'I', id: 'inputOutput.intermediateUse', zh: '中间使用', en: 'Intermediate use', series: 'indirect' },
    { quadrant: 'II', id: 'inputOutput.consumption', zh: '最终消费', en: 'Consumption', series: 'direct' },
    { quadrant: 'II', id: 'inputOutput.capitalFormation', zh: '资本形成', en: 'Capital formation', series: 'direct' },
    { quadrant: 'II', id: 'inputOutput.exports', zh: '出口', en: 'Exports', series: 'direct' },
    { quadrant: 'III', id: 'inputOutput.compensation', zh: '劳动者报酬', en: 'Compensation', series: 'counted' },
    { quadrant: 'III', id: 'inputOutput.productionTaxes', zh: '生产税净额', en: 'Net taxes', series: 'counted' },
    { quadrant: 'III', id: 'inputOutput.depreciation', zh: '折旧', en: 'Depreciation', series: 'counted' },
    { quadrant: 'III', id: 'inputOutput.operatingSurplus', zh: '营业盈余', en: 'Operating surplus', series: 'counted' },
    { quadrant: 'imports', id: 'inputOutput.imports', zh: '进口', en: 'Imports', series: 'muted' },
  ]
  const rows = parts.map(({ id, quadrant, series, ...label }) => {
    const figure = figureIn(ledger, id)
    return {
      id,
      quadrant,
      label: label[language],
      value: figure.value.valueOf(),
      shown: shownIn(ledger, id, language, shownInColumn(figure, 'trillionYuan', language, 2)),
      said: shownIn(ledger, id, language),
      series,
    }
  })
  const words =
    language === 'zh'
      ? { intermediateUse: '中间使用', finalUse: '最终使用', valueAdded: '增加值' }
      : { intermediateUse: 'Intermediate use', finalUse: 'Final use', valueAdded: 'Value added' }
  const unit = columnOf(ledger.data.units, 'trillionYuan').name[language]
  return {
    rows: rows.map(({ id, label }) => ({ label, figure: id })),
    draw: (narrow) => inputOutput(rows, { language, narrow, words }),
    alternative: `${inWords(rows, language)}${language === 'zh' ? `（${unit}）` : ` (${unit})`}`,
  }
}

/** Indirect jobs per direct job, by definition of the multiplier. */
const multipliers: MakeChart = (ledger, language) => {
  const ids = [
    'multiplier.report',
    'multiplier.uniformLabour',
    'multiplier.sectorLabour',
    'multiplier.consumption',
    'bundles.goods',
    'bundles.manufactures',
    'bundles.apparel',
    'bundles.tradeAsHeadOfManufactures',
    'bundles.tradeAsHead',
    'multiplier.culture',
    'multiplier.catering',
    'multiplier.trade',
  ]
  const rows = ids.map((id, index) => {
    const figure = figureIn(ledger, id)
    return {
      id,
      label: figure.label[language],
      value: figure.value.valueOf(),
      shown: shownIn(ledger, id, language),
      series: index === 0 ? ('direct' as const) : ('muted' as const),
    }
  })
  return {
    rows: rows.map(({ id, label }) => ({ label, figure: id })),
    draw: (narrow) => dots(rows, { language, narrow, words: {} }),
    alternative: inWords(rows, language),
  }
}

/** A chart’s id in an address: casesByMechanism is cases-by-mechanism. */
export const hyphenated = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Charts that a page of the audit shows, and no chapter does. */
export const auditCharts: Readonly<Record<string, MakeChart>> = { checks }

export type { DataRow, ReportChart } from './report-chart.ts'

/** Every chart, by the id that chapters use. */
export const charts: Readonly<Record<string, MakeChart>> = {
  modules,
  types,
  evidence,
  measures,
  categories,
  steps,
  structure,
  multipliers,
  casesByMechanism,
  evidenceGrades,
  dimensions,
  evidenceMatrix,
  effects,
}

/** Every chart of the site. */
export const allCharts: Readonly<Record<string, MakeChart>> = { ...charts, ...auditCharts }
