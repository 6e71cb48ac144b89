/** What the headings of input-output tables mean, in Chinese and in English: totals, final uses, imports, value added, employment. */
import { likeness } from '../../../scripts/ledger/text/signs.ts'
import type { FinalUseKind } from '../../../scripts/toolbox/input-output/table.ts'

/** A heading without what a reader does not see: blanks, breaks, width, case, underscores and marks. */
export const plainHeading = (text: string): string =>
  likeness(text)
    .toLowerCase()
    .replace(/[_\-–—.:：,，、/()（）[\]’']/g, '')

/** What a column beside the intermediate block holds. */
export type ColumnRole =
  | { readonly is: 'final'; readonly kind: FinalUseKind }
  /** A total or subtotal, and what it is the total of. */
  | { readonly is: 'total'; readonly of: 'intermediate' | 'final' | 'some final' | 'uses' }
  | { readonly is: 'imports' }
  | { readonly is: 'error' }
  | { readonly is: 'output' }

/** What a row below the intermediate block holds. */
export type RowRole =
  | { readonly is: 'value added'; readonly kind: 'compensation' | 'taxes' | 'depreciation' | 'surplus' | 'other' }
  | { readonly is: 'total'; readonly of: 'intermediate' | 'value added' | 'inputs' }
  | { readonly is: 'employment'; readonly persons: number }
  | { readonly is: 'imported inputs' }

type Rule<Role> = readonly [pattern: RegExp, role: Role]

const first = <Role>(rules: readonly Rule<Role>[], text: string): Role | undefined =>
  rules.find(([pattern]) => pattern.test(plainHeading(text)))?.[1]

const final = (kind: FinalUseKind): ColumnRole => ({ is: 'final', kind })
const total = (of: 'intermediate' | 'final' | 'some final' | 'uses'): ColumnRole => ({ is: 'total', of })

/** The first that fits holds; names are held as `plainHeading` leaves them. */
const columnRules: readonly Rule<ColumnRole>[] = [
  [/^(tiu|中间使用(合计|小计|总计)?|中间需求(合计)?|(total)?intermediate(uses?|demand|consumption|total)?)$/, total('intermediate')],
  [/^(tfu|最终使用(合计|总计|总额)?|最终需求(合计)?|(total)?final(uses?|demand)(total)?)$/, total('final')],
  [/^(tu|总使用|使用合计|total(uses?|demand))$/, total('uses')],
  [/^(小计|合计|subtotals?|total|sum|thc|tc|gcf|居民(消费|最终消费)(支出)?(小计|合计)|.*(小计|合计)|subtotal.*)$/, total('some final')],
  [
    /^(fu101|fu102|农村居民(消费|最终消费)?(支出)?|城镇居民(消费|最终消费)?(支出)?|居民(最终)?消费(支出)?|住户.*消费.*)$/,
    final('household'),
  ],
  [
    /^(pce|(rural|urban|private|personal|households?|residents?|final).*households?.*|(rural|urban|households?|private|personal|residents?).*consum.*|consum.*households?|hh|households?)$/,
    final('household'),
  ],
  [/^(fu103|政府(最终)?消费(支出)?|government.*|gov.*|public(consumption.*)?|consumption.*government)$/, final('government')],
  [/^(最终消费(支出)?|消费(支出)?|(final)?consumption(expenditures?)?)$/, final('consumption')],
  [/^(fu202|存货.*|库存.*|.*inventor(y|ies).*|.*stocks?.*)$/, final('inventory')],
  [/^(fu201|固定资本形成(总额)?|资本形成(总额)?|(gross)?(fixed)?capital.*|gfcf|.*investment.*|投资)$/, final('capital')],
  [/^(ex|出口(总额)?|exports?|(国内)?(省外)?(流出|调出)|outflows?|exports?total|totalexports?)$/, final('export')],
  [/^(im|进口(总额)?|imports?|totalimports?|(国内)?(省外)?(流入|调入)|inflows?)$/, { is: 'imports' }],
  [/^(err|其他|其它|误差|统计误差|平衡项|errors?|others?|(statistical)?discrepancy|balancing(item)?)$/, { is: 'error' }],
  [/^(go|x|总产出|产出合计|(gross|total)?outputs?)$/, { is: 'output' }],
  [/^(净出口|netexports?)$/, final('export')],
]

/** What a heading of a column beside the block means; nothing if no such heading is known. */
export const columnRole = (text: string): ColumnRole | undefined => first(columnRules, text)

/** What a final use that a user named freely is. */
export const finalUseKind = (text: string): FinalUseKind => {
  const role = columnRole(text)
  if (role?.is === 'final') return role.kind
  const plain = plainHeading(text)
  if (/export|出口/.test(plain)) return 'export'
  if (/inventor|stock|存货/.test(plain)) return 'inventory'
  if (/household|居民/.test(plain)) return 'household'
  if (/govern|政府/.test(plain)) return 'government'
  if (/consum|消费/.test(plain)) return 'consumption'
  if (/capital|invest|资本|投资/.test(plain)) return 'capital'
  return 'other'
}

const valueAdded = (kind: 'compensation' | 'taxes' | 'depreciation' | 'surplus' | 'other'): RowRole => ({ is: 'value added', kind })

const rowRules: readonly Rule<RowRole>[] = [
  [/^(tii|中间投入(合计|小计|总计)?|(total)?intermediate(inputs?|consumption|total|uses?)?)$/, { is: 'total', of: 'intermediate' }],
  [/^(tva|增加值(合计|小计)?|(total|gross)?valueadded(total)?|gva|合计|total)$/, { is: 'total', of: 'value added' }],
  [/^(ti|总投入(合计)?|total(inputs?|outlays?)|(gross)?inputs?|总产出|(total|gross)outputs?|outputs?)$/, { is: 'total', of: 'inputs' }],
  [/^(va001|劳动者报酬|雇员报酬|.*compensation.*|wages?.*|labou?rincome)$/, valueAdded('compensation')],
  [/^(va002|生产税净额|(net)?(production)?tax(es)?|.*taxes(on|less|net|and|$).*)$/, valueAdded('taxes')],
  [/^(va003|固定资产折旧|depreciation.*|consumptionoffixedcapital)$/, valueAdded('depreciation')],
  [/^(va004|营业盈余|(gross|net)?operatingsurplus|.*surplus.*)$/, valueAdded('surplus')],
  [/^(进口(品)?(中间)?投入(合计)?|imports?|importedinputs?|imported(intermediate)?(inputs?)?)$/, { is: 'imported inputs' }],
]

/** What a heading of a row below the block means; nothing if no such heading is known. */
export const rowRole = (text: string): RowRole | undefined => {
  const persons = employmentPersons(text)
  return persons === undefined ? first(rowRules, text) : { is: 'employment', persons }
}

/** How many persons one unit of a column of employment is; nothing for a heading that speaks of something else. */
export const employmentPersons = (text: string): number | undefined => {
  const plain = plainHeading(text)
  if (
    !/^(employment|employed|employees|jobs|persons|workers|labou?r(force)?$|personsemployed|从业人员|就业(人员|人数)?|从业人数|职工人数)/.test(
      plain,
    )
  )
    return undefined
  if (/万人?|10k|10000|tenthousand|wan$/.test(plain)) return 10_000
  if (/1000|thousand|千人/.test(plain)) return 1000
  if (/million|百万/.test(plain)) return 1_000_000
  return 1
}

export const isSectorHeading = (text: string): boolean =>
  /^(sectors?|sectorname|name|industry|industries|部门|部门名称|行业|产品部门|名称)$/.test(plainHeading(text))
export const isCodeHeading = (text: string): boolean => /^(code|codes|sectorcode|代码|部门代码|编码)$/.test(plainHeading(text))
export const isOutputHeading = (text: string): boolean => columnRole(text)?.is === 'output'
export const isOriginHeading = (text: string): boolean => /^(origin|source|来源|来源地|产地)$/.test(plainHeading(text))

/** Where a row says that its products come from. */
export const originOf = (text: string): 'domestic' | 'imported' | undefined => {
  const plain = plainHeading(text)
  if (/^(domestic|d|dom|home|national|国产|国内|国内产品|国产品|本国|domesticproducts?)/.test(plain)) return 'domestic'
  if (/^(imported|imports?|m|imp|foreign|进口|进口品|进口产品)/.test(plain)) return 'imported'
  return undefined
}

/** The unit of money that a title says: 单位：万元. */
export const unitSaid = (text: string): string | undefined =>
  /(?:单位|unit)s?\s*[:：]\s*([^,，;；)）]+)/i.exec(text)?.[1]?.trim() || undefined
