import { employmentMultiplier } from '../../formulas/employment-multiplier.ts'
import { share } from '../../formulas/share.ts'
import { sum } from '../../formulas/sum.ts'
import { uniformLabourMultiplier } from '../../formulas/uniform-labour-multiplier.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { bundleMultiplier, bundleMultiplierTex, sectorMultiplier, sectorMultiplierTex } from '../../methods/leontief.ts'

const sectors = [
  'agriculture',
  'mining',
  'food',
  'apparel',
  'materials',
  'machinery',
  'utilities',
  'construction',
  'trade',
  'transport',
  'catering',
  'ict',
  'business',
  'public',
  'culture',
] as const
type Sector = (typeof sectors)[number]
const finalUses = ['consumption', 'fixedCapital', 'inventory', 'exports'] as const

const china2017 = { period: '2017', entity: 'china' } as const
const flowIds = (origins: readonly string[], uses: readonly string[]) =>
  origins.flatMap((origin) => sectors.flatMap((seller) => uses.map((use) => `flows.${origin}.${seller}.${use}`)))

/** The economy of domestic flows, with one sector first where a method asks about the first. */
const economy = (first?: Sector) => {
  const order = first ? [first, ...sectors.filter((sector) => sector !== first)] : sectors
  return {
    flows: order.map((seller) => order.map((buyer) => `flows.domestic.${seller}.${buyer}`)),
    output: order.map((sector) => `sectors.${sector}.output`),
    jobs: order.map((sector) => `sectors.${sector}.jobs`),
  }
}

/** Multipliers that the 2017 table gives once imports and each sector's own labour are told apart. */
export const sectorMultipliers = [
  derived({
    id: 'nbs.intermediateUse',
    label: { zh: '中间使用合计（15部门表）', en: 'Intermediate use, total (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    digits: 8,
    formula: sum,
    of: { terms: flowIds(['domestic', 'imported'], sectors) },
  }),
  derived({
    id: 'nbs.importedIntermediateUse',
    label: { zh: '中间使用中的进口品（15部门表）', en: 'Imported products in intermediate use (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    digits: 4,
    formula: sum,
    of: { terms: flowIds(['imported'], sectors) },
  }),
  derived({
    id: 'nbs.importShareOfIntermediateUse',
    label: { zh: '中间使用中进口品的比重', en: 'Imported share of intermediate use' },
    unit: 'ratio',
    scope: china2017,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'nbs.importedIntermediateUse', whole: 'nbs.intermediateUse' },
  }),
  derived({
    id: 'nbs.finalUse',
    label: { zh: '最终使用合计（15部门表）', en: 'Final use, total (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    digits: 7,
    formula: sum,
    of: { terms: flowIds(['domestic', 'imported'], finalUses) },
  }),
  derived({
    id: 'nbs.importedFinalUse',
    label: { zh: '最终使用中的进口品（15部门表）', en: 'Imported products in final use (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    digits: 4,
    formula: sum,
    of: { terms: flowIds(['imported'], finalUses) },
  }),
  derived({
    id: 'nbs.importShareOfFinalUse',
    label: { zh: '最终使用中进口品的比重', en: 'Imported share of final use' },
    unit: 'ratio',
    scope: china2017,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'nbs.importedFinalUse', whole: 'nbs.finalUse' },
  }),
  derived({
    id: 'nbs.domesticFinalUse',
    label: { zh: '国产品最终使用合计（15部门表）', en: 'Final use of domestic products (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    digits: 7,
    formula: sum,
    of: { terms: flowIds(['domestic'], finalUses) },
  }),
  derived({
    id: 'nbs.grossOutput',
    label: { zh: '总产出合计（15部门表）', en: 'Gross output, total (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    digits: 8,
    formula: sum,
    of: { terms: sectors.map((sector) => `sectors.${sector}.output`) },
  }),
  derived({
    id: 'nbs.employment',
    label: { zh: '全国从业人员（15部门合计，2017年）', en: 'Persons employed in China (15 sectors, 2017)' },
    unit: 'person',
    scope: { ...china2017, measure: 'head-count' },
    digits: 5,
    formula: sum,
    of: { terms: sectors.map((sector) => `sectors.${sector}.jobs`) },
  }),
  derived({
    id: 'multiplier.bothOrigins',
    label: { zh: '来源报告的定义，用15部门表复算', en: 'The report’s definition, on the 15-sector table' },
    unit: 'ratio',
    scope: china2017,
    formula: employmentMultiplier,
    of: { intermediateUse: 'nbs.intermediateUse', finalUse: 'nbs.finalUse' },
  }),
  derived({
    id: 'multiplier.uniformLabour',
    label: { zh: '剔除进口，劳动消耗仍视为处处相同', en: 'Imports taken out, labour per yuan still alike everywhere' },
    unit: 'ratio',
    scope: china2017,
    formula: uniformLabourMultiplier,
    of: { grossOutput: 'nbs.grossOutput', domesticFinalUse: 'nbs.domesticFinalUse' },
  }),
  derived({
    id: 'multiplier.sectorLabour',
    label: { zh: '剔除进口，各部门用自己的劳动消耗，全部最终使用', en: 'Imports taken out, each sector’s own labour, all final use' },
    unit: 'ratio',
    scope: china2017,
    formula: bundleMultiplier,
    tex: bundleMultiplierTex,
    of: { ...economy(), demand: sectors.map((sector) => finalUses.map((use) => `flows.domestic.${sector}.${use}`)) },
  }),
  derived({
    id: 'multiplier.consumption',
    label: { zh: '剔除进口，各部门用自己的劳动消耗，只看最终消费', en: 'Imports taken out, each sector’s own labour, final consumption' },
    unit: 'ratio',
    scope: china2017,
    formula: bundleMultiplier,
    tex: bundleMultiplierTex,
    of: { ...economy(), demand: sectors.map((sector) => [`flows.domestic.${sector}.consumption`]) },
  }),
  derived({
    id: 'multiplier.trade',
    label: { zh: '批发和零售自身（第一类乘数减一）', en: 'Wholesale and retail trade alone (Type I less one)' },
    unit: 'ratio',
    scope: china2017,
    digits: 3,
    formula: sectorMultiplier,
    tex: sectorMultiplierTex,
    of: economy('trade'),
  }),
  derived({
    id: 'multiplier.catering',
    label: { zh: '住宿和餐饮自身（第一类乘数减一）', en: 'Accommodation and catering alone (Type I less one)' },
    unit: 'ratio',
    scope: china2017,
    digits: 3,
    formula: sectorMultiplier,
    tex: sectorMultiplierTex,
    of: economy('catering'),
  }),
  derived({
    id: 'multiplier.culture',
    label: { zh: '文化、体育和娱乐自身（第一类乘数减一）', en: 'Culture, sports and entertainment alone (Type I less one)' },
    unit: 'ratio',
    scope: china2017,
    digits: 4,
    formula: sectorMultiplier,
    tex: sectorMultiplierTex,
    of: economy('culture'),
  }),
]
