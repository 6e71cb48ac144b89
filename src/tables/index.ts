import { retailCategories } from '../../scripts/estimates/alibaba-2020/retail.ts'
import { type Ledger, shownInColumn } from '../../scripts/ledger/ledger.ts'
import { columnOf } from '../../scripts/ledger/numbers/units.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { coding, effects, evidenceMatrix, mechanisms } from '../report/cases/tables.ts'

export interface Cell {
  readonly text: string
  readonly figure?: string
  /** Where the text leads, if it is no figure. */
  readonly href?: string
  /** A level of evidence, shown as its mark. */
  readonly level?: string
}

export interface ReportTable {
  readonly head: readonly { readonly text: string; readonly number?: boolean }[]
  readonly rows: readonly { readonly cells: readonly Cell[]; readonly strong?: boolean }[]
  readonly note?: string
  /** The source's table that it shows: numbers checked there are marked here. */
  readonly of?: string
  /** A look of its own. */
  readonly kind?: 'matrix'
}

export type MakeTable = (ledger: Ledger, language: Language, titleOf?: (slug: string) => string) => ReportTable

/** A figure in a column's unit. */
const cellOf = (ledger: Ledger, language: Language, id: string, unit: string, decimals?: number): Cell => {
  const figure = ledger.figures.get(id)
  if (!figure) throw new Error(`a table shows the unknown figure ${id}`)
  return { figure: id, text: shownInColumn(figure, unit, language, decimals) }
}

const empty: Cell = { text: '' }
const withUnit = (ledger: Ledger, text: string, unit: string, language: Language): string => {
  const { name } = columnOf(ledger.data.units, unit)
  return language === 'zh' ? `${text}（${name.zh}）` : `${text} (${name.en})`
}

/** A table of a source's words, in the page's language. Cells that print a result show the figure instead. */
const wordsOf =
  (table: string, results: Readonly<Record<number, string>> = {}): MakeTable =>
  (ledger, language) => {
    const found = ledger.data.tables.get(table)
    if (!found) throw new Error(`unknown table of words ${table}`)
    const say = (text: string) => found.words[text]?.[language] ?? text
    return {
      of: table,
      head: [
        ...found.csv.header.map((text) => ({ text: say(text) })),
        ...(Object.keys(results).length > 0
          ? [{ text: withUnit(ledger, language === 'zh' ? '复算' : 'Recomputed', 'tenThousand', language), number: true }]
          : []),
      ],
      rows: found.csv.rows.map((row, index) => {
        const result = results[index]
        return {
          cells: [
            ...row.map(({ text }) => ({ text: say(text) })),
            ...(Object.keys(results).length > 0 ? [result ? cellOf(ledger, language, result, 'tenThousand') : { text: '—' }] : []),
          ],
        }
      }),
    }
  }

/** Table 2.2, the cells that are not elided. */
const inputOutput: MakeTable = (ledger, language) => {
  const unit = 'hundredMillionYuan'
  const cell = (name: string) => cellOf(ledger, language, `inputOutput.${name}`, unit)
  const say = (zh: string, en: string) => ({ text: language === 'zh' ? zh : en })
  const head = [
    say('投入＼产出', 'Input \\ output'),
    say('农产品', 'Agricultural products'),
    say('中间使用合计', 'Intermediate use'),
    say('消费', 'Consumption'),
    say('资本形成', 'Capital formation'),
    say('出口', 'Exports'),
    say('最终使用合计', 'Final use'),
    say('进口', 'Imports'),
    say('总产出', 'Gross output'),
  ]
  const uses = ['intermediateUse', 'consumption', 'capitalFormation', 'exports', 'finalUse', 'imports', 'grossOutput'] as const
  const valueAdded = [
    ['compensation', say('劳动者报酬', 'Compensation of employees')],
    ['productionTaxes', say('生产税净额', 'Net taxes on production')],
    ['depreciation', say('固定资产折旧', 'Depreciation')],
    ['operatingSurplus', say('营业盈余', 'Operating surplus')],
    ['valueAdded', say('增加值合计', 'Value added')],
    ['totalInput', say('总投入', 'Total input')],
  ] as const
  const blank = [empty, empty, empty, empty, empty, empty]
  return {
    of: 'input-output',
    head: head.map(({ text }, column) => ({ text, number: column > 0 })),
    rows: [
      { cells: [say('农产品', 'Agricultural products'), cell('agriculture.ownUse'), ...uses.map((use) => cell(`agriculture.${use}`))] },
      { cells: [say('中间投入合计', 'Intermediate input'), cell('agriculture.intermediateInput'), ...uses.map(cell)], strong: true },
      ...valueAdded.map(([name, label]) => ({
        cells: [label, cell(`agriculture.${name}`), cell(name), ...blank],
        strong: name === 'valueAdded' || name === 'totalInput',
      })),
    ],
    note:
      language === 'zh'
        ? `单位：${columnOf(ledger.data.units, unit).name.zh}，当年生产者价格。来源只印出农产品一个部门。`
        : `${columnOf(ledger.data.units, unit).name.en}, current producers’ prices. The source prints one sector only, agricultural products.`,
  }
}

/** Table 2.3, recomputed. */
const projection: MakeTable = (ledger, language) => {
  const unit = 'hundredMillionYuan'
  const rows = [
    ['国内生产总值', 'GDP', 'valueAdded', 'gdp2019'],
    ['进口', 'Imports', 'imports', 'imports2019'],
    ['最终使用', 'Final use', 'finalUse', 'finalUse2019'],
    ['中间使用', 'Intermediate use', 'intermediateUse', 'intermediateUse2019'],
    ['总产出', 'Gross output', 'grossOutput', 'grossOutput2019'],
  ] as const
  return {
    of: 'projection',
    head: [
      { text: withUnit(ledger, '', unit, language).trim() },
      { text: '2017', number: true },
      { text: language === 'zh' ? '2019（推算）' : '2019 (projected)', number: true },
    ],
    rows: rows.map(([zh, en, then, now]) => ({
      cells: [
        { text: language === 'zh' ? zh : en },
        cellOf(ledger, language, `inputOutput.${then}`, unit, 0),
        cellOf(ledger, language, `inputOutput.${now}`, unit, 0),
      ],
    })),
  }
}

/** Table 2.4 with what its coefficients imply. */
const categories: MakeTable = (ledger, language) => ({
  of: 'retail-categories',
  head: [
    { text: language === 'zh' ? '行业类目' : 'Category' },
    { text: 'p₁', number: true },
    { text: 'p₀', number: true },
    { text: withUnit(ledger, language === 'zh' ? '直接机会' : 'Direct opportunities', 'tenThousand', language), number: true },
    { text: language === 'zh' ? '交易额翻倍时的就业倍数' : 'Jobs when turnover doubles, times', number: true },
  ],
  rows: [
    ...retailCategories.map((id) => ({
      cells: [
        { text: ledger.figures.get(`retail.${id}.slope`)?.input?.row?.[language] ?? id },
        cellOf(ledger, language, `retail.${id}.slope`, 'plain'),
        cellOf(ledger, language, `retail.${id}.intercept`, 'plain'),
        cellOf(ledger, language, `retail.${id}.directJobs`, 'tenThousand'),
        cellOf(ledger, language, `retail.${id}.scaleGain`, 'plain', 2),
      ],
    })),
    {
      cells: [
        { text: language === 'zh' ? '合计' : 'Total' },
        empty,
        empty,
        cellOf(ledger, language, 'retail.directJobs', 'tenThousand', 1),
        empty,
      ],
      strong: true,
    },
  ],
})

/** Parts of the total with their shares. */
const partsOf =
  (ids: readonly string[], heading: Record<Language, string>): MakeTable =>
  (ledger, language) => ({
    head: [
      { text: heading[language] },
      { text: withUnit(ledger, language === 'zh' ? '就业机会' : 'Opportunities', 'tenThousand', language), number: true },
      { text: language === 'zh' ? '占总数' : 'Share of total', number: true },
    ],
    rows: [
      ...ids.map((id) => {
        const figure = ledger.figures.get(id)
        const share = ledger.figures.get(`${id}Share`)
        const label = figure?.label[language]
        return {
          cells: [
            { text: label ?? id },
            cellOf(ledger, language, id, 'tenThousand', 1),
            share
              ? { ...cellOf(ledger, language, share.id, 'percent', 1), text: `${shownInColumn(share, 'percent', language, 1)}%` }
              : empty,
          ],
        }
      }),
      {
        cells: [{ text: language === 'zh' ? '总数' : 'Total' }, cellOf(ledger, language, 'total.jobs', 'tenThousand', 1), empty],
        strong: true,
      },
    ],
  })

const objections: MakeTable = (ledger, language) => {
  const rows = [
    ['total.jobs', '原报告', 'As the study has it'],
    ['objections.withoutPersonTimes', '剔除累计人次', 'Without accumulated person-times'],
    ['objections.totalAtUniformLabour', '乘数剔除进口，劳动消耗仍处处相同', 'Multiplier without imports, labour alike everywhere'],
    ['objections.totalAtGoods', '零售按店里所卖的商品', 'Retail with the goods that shops sell'],
    [
      'objections.totalAtSectorLabour',
      '乘数剔除进口，各部门用自己的劳动消耗',
      'Multiplier without imports and with each sector’s own labour',
    ],
    ['objections.totalAtConsumption', '乘数按居民与政府消费的部门组合', 'Multiplier for the mix that households and government consume'],
    ['objections.totalAtOwnMultipliers', '各行业只计自己的供货商', 'Each industry with only its own suppliers'],
    ['objections.totalAtHead', '零售居商品链之首', 'Retail as the head of the chain of goods'],
    ['total.directJobs', '完全不计间接机会', 'No indirect opportunities at all'],
  ] as const
  return {
    head: [
      { text: language === 'zh' ? '假设' : 'Under' },
      { text: withUnit(ledger, language === 'zh' ? '总数' : 'Total', 'tenThousand', language), number: true },
    ],
    rows: rows.map(([id, zh, en], index) => ({
      cells: [{ text: language === 'zh' ? zh : en }, cellOf(ledger, language, id, 'tenThousand', 0)],
      strong: index === 0,
    })),
  }
}

/** Every table, by the id that chapters use. */
export const tables: Readonly<Record<string, MakeTable>> = {
  'employment-types': wordsOf('employment-types'),
  'service-methods': wordsOf('service-methods', { 0: 'services.riders', 1: 'services.online.jobs', 3: 'services.staff.jobs' }),
  'input-output': inputOutput,
  projection,
  categories,
  modules: partsOf(['retail.jobs', 'services.jobs', 'entertainment.jobs', 'infrastructure.jobs'], { zh: '模块', en: 'Module' }),
  types: partsOf(['types.goods', 'types.labour', 'types.services', 'types.direct'], { zh: '就业类型', en: 'Type of employment' }),
  measures: partsOf(['measures.opportunities', 'measures.headCount', 'measures.personTimes', 'measures.posts'], {
    zh: '计量',
    en: 'Measure',
  }),
  periods: partsOf(['periods.year2019', 'periods.year2018', 'periods.halfYear2019', 'periods.since2004'], { zh: '时期', en: 'Period' }),
  objections,
  mechanisms,
  coding,
  'evidence-matrix': evidenceMatrix,
  effects,
}
