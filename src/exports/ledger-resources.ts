/** The ledger as tables that refer to one another: figures, terms, checks, conflicts with their passages, and sources. */
import type { Units } from '../../scripts/ledger/numbers/units.ts'
import type { LedgerRecord } from '../../scripts/ledger/publish/record.ts'

import { figureAddress } from '../lib/addresses.ts'
import { both, column, type ForeignKey, type Resource, resource } from './resource.ts'

const number = { type: 'number' } as const
const integer = { type: 'integer' } as const
/** The profile of data packages knows no lists; a list of ids is a text. */
const list = { description: 'Ids with commas between them.' } as const
const key = { required: true } as const

type Figure = LedgerRecord['figures'][number]
type Check = LedgerRecord['checks'][number]
type Conflict = LedgerRecord['conflicts'][number]
type Source = LedgerRecord['sources'][number]

/** Units that a report does not count in are not named. */
const inBaseUnits = ({ figures: rows }: LedgerRecord, { bases }: Units): string => {
  const counted = new Set(rows.flatMap(({ unit, per }) => (per === undefined ? [unit] : [unit, per])))
  const names = [...bases.values()].flatMap(({ id, kind, name }) => (kind === 'quantity' && counted.has(id) ? [name.en] : []))
  return `In base units${names.length > 0 ? `: ${names.join(', ')}` : ''}; a ratio is plain, 0.05 for 5%. Not rounded.`
}
const toSource: ForeignKey = { field: 'source', resource: 'sources' }

const figures = (record: LedgerRecord, units: Units): Resource =>
  resource<Figure>(
    'figures',
    { zh: '全部数字', en: 'All figures' },
    record.figures,
    [
      column('id', 'Id · 编号', ({ id }) => id, { ...key, description: 'Its pages are page_zh and page_en.' }),
      column('kind', 'Kind · 种类', ({ kind }) => kind, { ...key, categories: ['cited', 'assumed', 'derived'] }),
      ...both<Figure>('label', { zh: '名称', en: 'Label' }, ({ label }) => label),
      column('value', 'Value · 数值', ({ value }) => value, { ...number, ...key, description: inBaseUnits(record, units) }),
      column('unit', 'Unit · 单位', ({ unit }) => unit, key),
      column('per', 'Per · 每', ({ per }) => per, { description: 'For a rate, what it is reckoned for one of.' }),
      ...both<Figure>('shown', { zh: '页面写法', en: 'As shown' }, ({ shown }) => shown),
      column('low', 'Low · 下界', ({ interval }) => interval[0], {
        ...number,
        description: 'Lowest value that the rounding of printed inputs leaves open; empty where open-ended.',
      }),
      column('high', 'High · 上界', ({ interval }) => interval[1], {
        ...number,
        description: 'Highest such value; empty where open-ended.',
      }),
      column('period', 'Period · 时期', ({ scope }) => scope.period),
      column('entity', 'Whose · 主体', ({ scope }) => scope.entity),
      column('reach', 'Reach · 范围', ({ scope }) => scope.reach),
      column('measure', 'Measure · 计量', ({ scope }) => scope.measure),
      column('source', 'Source · 来源', ({ source }) => source, key),
      ...both<Figure>('locator', { zh: '出处', en: 'Where' }, ({ locator }) => locator),
      column('printed', 'As printed · 原文', ({ printed }) => printed),
      column('qualifier', 'Qualifier · 限定词', ({ qualifier }) => qualifier, { categories: ['about', 'over', 'nearly'] }),
      ...both<Figure>('note', { zh: '说明', en: 'Note' }, ({ note }) => note),
      column('formula', 'Formula · 算式', ({ formula }) => formula),
      column('inputs', 'Inputs · 输入', ({ inputs }) => inputs, {
        description:
          'Ids of the figures that the formula was applied to, with commas between them; terms.csv says which argument each one was.',
      }),
      column('script', 'Script · 脚本', ({ script }) => script, {
        description: 'path:line where a script derives it: the line with its id.',
      }),
      column('formula_script', 'Formula stands in · 算式所在', ({ formulaScript }) => formulaScript),
      column('data_script', 'Transcribed in · 转录于', ({ dataScript }) => dataScript),
      column('page_zh', 'Page (Chinese) · 页面（中文）', (figure) => figureAddress('zh', figure), {
        description: 'Its own, or its line on the page of the large table that it is a cell of.',
      }),
      column('page_en', 'Page (English) · 页面（英文）', (figure) => figureAddress('en', figure)),
    ],
    { primaryKey: ['id'], foreignKeys: [toSource] },
  )

interface Term {
  readonly figure: string
  readonly argument: string
  readonly row: number | null
  readonly column: number | null
  readonly input: string
}

const termsOf = ({ id, terms = {} }: Figure): readonly Term[] =>
  Object.entries(terms).flatMap(([argument, of]): readonly Term[] => {
    const term = (input: string, row: number | null, place: number | null): Term => ({ figure: id, argument, row, column: place, input })
    if (typeof of === 'string') return [term(of, null, null)]
    return of.flatMap((item, row) =>
      typeof item === 'string' ? [term(item, row + 1, null)] : item.map((inner, place) => term(inner, row + 1, place + 1)),
    )
  })

const terms = ({ figures: rows }: LedgerRecord): Resource =>
  resource<Term>(
    'terms',
    { zh: '算式的自变量', en: 'Arguments of formulas' },
    rows.flatMap(termsOf),
    [
      column('figure', 'Figure · 数字', ({ figure }) => figure, key),
      column('argument', 'Argument · 自变量', ({ argument }) => argument, key),
      column('row', 'Row · 行', ({ row }) => row, { ...integer, description: 'Place in a list, or row of a matrix, from 1; else empty.' }),
      column('column', 'Column · 列', (term) => term.column, { ...integer, description: 'Column of a matrix, from 1; else empty.' }),
      column('input', 'Input · 输入', ({ input }) => input, key),
    ],
    {
      foreignKeys: [
        { field: 'figure', resource: 'figures' },
        { field: 'input', resource: 'figures' },
      ],
    },
  )

const checks = ({ checks: rows }: LedgerRecord): Resource =>
  resource<Check>(
    'checks',
    { zh: '全部检验', en: 'All checks' },
    rows,
    [
      column('claim', 'Claim · 所印结果', ({ claim }) => claim, key),
      column('figure', 'Figure · 数字', ({ figure }) => figure, key),
      column('source', 'Source · 来源', ({ source }) => source, key),
      ...both<Check>('locator', { zh: '出处', en: 'Where' }, ({ locator }) => locator),
      column('printed', 'As printed · 原文', ({ printed }) => printed, key),
      column('qualifier', 'Qualifier · 限定词', ({ qualifier }) => qualifier, { categories: ['about', 'over', 'nearly'] }),
      column('recomputed', 'Recomputed · 复算', ({ recomputed }) => recomputed, {
        ...number,
        description: 'In the unit of “printed”; empty where it cannot be computed.',
      }),
      column('low', 'Low · 下界', ({ interval }) => interval?.[0], { ...number, description: 'In the unit of “printed”.' }),
      column('high', 'High · 上界', ({ interval }) => interval?.[1], { ...number, description: 'In the unit of “printed”.' }),
      column('verdict', 'Verdict · 检验结论', ({ verdict }) => verdict, {
        ...key,
        categories: ['exact', 'within-rounding', 'discrepant', 'conflicting', 'not-recomputable'],
      }),
      column('cause', 'Cause · 原因', ({ cause }) => cause),
      ...both<Check>('reason', { zh: '理由', en: 'Reason' }, ({ reason }) => reason),
      ...both<Check>('needs', { zh: '复算所需', en: 'What recomputing it would take' }, ({ needs }) => needs),
    ],
    { primaryKey: ['claim'], foreignKeys: [{ field: 'figure', resource: 'figures' }, toSource] },
  )

const conflicts = ({ conflicts: rows }: LedgerRecord): readonly Resource[] => [
  resource<Conflict>(
    'conflicts',
    { zh: '来源的矛盾', en: 'Conflicts in and between sources' },
    rows,
    [
      column('id', 'Id · 编号', ({ id }) => id, key),
      column('kind', 'Kind · 种类', ({ kind }) => kind, key),
      column('weight', 'Weight · 轻重', ({ weight }) => weight, { ...key, categories: ['matters', 'minor'] }),
      column('source', 'Source · 来源', ({ source }) => source, key),
      ...both<Conflict>('title', { zh: '标题', en: 'Title' }, ({ title }) => title),
      ...both<Conflict>('why', { zh: '为何矛盾', en: 'Why both cannot be true' }, ({ why }) => why),
      column('figures', 'Figures · 涉及的数字', (conflict) => conflict.figures, list),
      column('checks', 'Checks · 涉及的检验', (conflict) => conflict.checks, list),
    ],
    { primaryKey: ['id'], foreignKeys: [toSource] },
  ),
  resource<Conflict['passages'][number] & { readonly conflict: string; readonly number: number }>(
    'passages',
    { zh: '相互矛盾的原文', en: 'Passages in conflict' },
    rows.flatMap(({ id, passages }) => passages.map((passage, index) => ({ conflict: id, number: index + 1, ...passage }))),
    [
      column('conflict', 'Conflict · 矛盾', ({ conflict }) => conflict, key),
      column('number', 'Number · 序号', (passage) => passage.number, { ...integer, ...key }),
      column('source', 'Source · 来源', ({ source }) => source, key),
      ...both<Conflict['passages'][number]>('locator', { zh: '出处', en: 'Where' }, ({ locator }) => locator),
      column('printed', 'As printed · 原文', ({ printed }) => printed, key),
      column('gloss', 'The same in English · 英文', ({ gloss }) => gloss),
    ],
    { primaryKey: ['conflict', 'number'], foreignKeys: [{ field: 'conflict', resource: 'conflicts' }, toSource] },
  ),
]

const sources = ({ sources: rows }: LedgerRecord): Resource =>
  resource<Source>(
    'sources',
    { zh: '引用的文献', en: 'Cited works' },
    rows,
    [
      column('id', 'Id · 编号', ({ id }) => id, key),
      column('group', 'List · 类别', ({ group }) => group, {
        ...key,
        categories: ['studied', 'compared', 'statistics', 'literature', 'own'],
      }),
      column('type', 'Type · 文献类型', ({ type }) => type, key),
      column('language', 'Language · 语种', ({ language }) => language, key),
      ...both<Source>('authors', { zh: '作者', en: 'Authors' }, ({ authors }) => authors),
      ...both<Source>('title', { zh: '题名', en: 'Title' }, ({ title }) => title),
      column('year', 'Year · 年份', ({ year }) => year, { ...integer, ...key }),
      ...both<Source>('publisher', { zh: '出版者', en: 'Publisher' }, ({ publisher }) => publisher),
      column('doi', 'DOI', ({ doi }) => doi),
      column('url', 'Address · 网址', ({ url }) => url),
    ],
    { primaryKey: ['id'] },
  )

/** The ledger as tables that refer to one another. */
export const ledgerResources = (record: LedgerRecord, units: Units): readonly Resource[] => [
  figures(record, units),
  terms(record),
  checks(record),
  ...conflicts(record),
  sources(record),
]
