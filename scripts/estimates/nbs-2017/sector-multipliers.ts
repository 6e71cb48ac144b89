import { employmentMultiplier } from '../../formulas/employment-multiplier.ts'
import { multiplied } from '../../formulas/multiplied.ts'
import { uniformLabourMultiplier } from '../../formulas/uniform-labour-multiplier.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { share } from '../../ledger/formulas/share.ts'
import { sum } from '../../ledger/formulas/sum.ts'
import {
  bundleMultiplier,
  bundleMultiplierTex,
  headMultiplier,
  headMultiplierTex,
  importLeakage,
  importLeakageTex,
  secondTypeMultiplier,
  secondTypeMultiplierTex,
  sectorMultiplier,
  sectorMultiplierTex,
} from '../../methods/leontief.ts'

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

/** Flows of imported products, beside those of `economy`. */
const imports = (first?: Sector) => {
  const order = first ? [first, ...sectors.filter((sector) => sector !== first)] : sectors
  return order.map((seller) => order.map((buyer) => `flows.imported.${seller}.${buyer}`))
}

/** What consumers buy, of either origin, in the order of `economy`. */
const consumers = (first: Sector) => {
  const order = [first, ...sectors.filter((sector) => sector !== first)]
  return {
    consumption: order.map((sector) => `flows.domestic.${sector}.consumption`),
    importedConsumption: order.map((sector) => `flows.imported.${sector}.consumption`),
  }
}

/** Sectors by the names that readers know; those that have figures of their own further up are in it too. */
const sectorNames: Readonly<Record<Sector, { readonly zh: string; readonly en: string }>> = {
  agriculture: { zh: '农林牧渔', en: 'Agriculture, forestry and fishery' },
  mining: { zh: '采矿', en: 'Mining' },
  food: { zh: '食品和烟草', en: 'Food and tobacco' },
  apparel: { zh: '纺织服装', en: 'Textiles and apparel' },
  materials: { zh: '其他消费品与材料', en: 'Other consumer goods and materials' },
  machinery: { zh: '机械、交通设备与电子', en: 'Machinery, vehicles and electronics' },
  utilities: { zh: '电力燃气水', en: 'Electricity, gas and water' },
  construction: { zh: '建筑', en: 'Construction' },
  trade: { zh: '批发和零售', en: 'Wholesale and retail trade' },
  transport: { zh: '交通运输、仓储和邮政', en: 'Transport, storage and post' },
  catering: { zh: '住宿和餐饮', en: 'Accommodation and catering' },
  ict: { zh: '信息服务', en: 'Information and software services' },
  business: { zh: '金融、房地产与商务服务', en: 'Finance, real estate and business services' },
  public: { zh: '居民与公共服务', en: 'Resident and public services' },
  culture: { zh: '文化、体育和娱乐', en: 'Culture, sports and entertainment' },
}

/** Type I less one of the sectors that no other chapter asks about: with trade, catering and culture they are the band of all bundles. */
const otherSectors = sectors.filter((sector) => sector !== 'trade' && sector !== 'catering' && sector !== 'culture')

/** What consumers buy of some sectors and of no other, sector by sector as the economy has them; a sector left out is empty. */
const boughtOf = (bundle: readonly Sector[], first?: Sector) => {
  const order = first ? [first, ...sectors.filter((sector) => sector !== first)] : sectors
  return order.map((sector) => (bundle.includes(sector) ? [`flows.domestic.${sector}.consumption`] : []))
}

const manufactures = ['food', 'apparel', 'materials', 'machinery'] as const
/** What shops sell, and the selling of it. */
const goods = ['agriculture', ...manufactures, 'trade'] as const
/** What no shop sells. Electricity, gas and water are neither these nor goods from a shop. */
const services = ['construction', 'transport', 'catering', 'ict', 'business', 'public', 'culture'] as const
const consumptionOf = (bundle: readonly Sector[]) => bundle.map((sector) => `flows.domestic.${sector}.consumption`)

const leakageTerms = {
  flows: economy().flows,
  imports: imports(),
  output: economy().output,
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
    label: { zh: '原报告的定义，用15部门表复算', en: 'The study’s definition, on the 15-sector table' },
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

  // The bundle decides: the same method on what shops sell, and the same labour read against the trade at its head.
  derived({
    id: 'bundles.consumption',
    label: { zh: '居民与政府消费的国产品（15部门表）', en: 'Domestic products that households and government consume (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    formula: sum,
    of: { terms: consumptionOf(sectors) },
  }),
  derived({
    id: 'bundles.services',
    label: { zh: '其中店铺不卖的服务', en: 'Of these, services that no shop sells' },
    unit: 'yuan',
    scope: china2017,
    formula: sum,
    of: { terms: consumptionOf(services) },
  }),
  derived({
    id: 'bundles.servicesShare',
    label: { zh: '最终消费中店铺不卖的服务所占比重', en: 'Share of final consumption that is services no shop sells' },
    unit: 'ratio',
    scope: china2017,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'bundles.services', whole: 'bundles.consumption' },
  }),
  derived({
    id: 'bundles.goods',
    label: { zh: '消费品组合：农产品、制成品与商业', en: 'Goods bundle: farm produce, manufactures and trade' },
    unit: 'ratio',
    scope: china2017,
    formula: bundleMultiplier,
    tex: bundleMultiplierTex,
    of: { ...economy(), demand: boughtOf(goods) },
  }),
  derived({
    id: 'bundles.manufactures',
    label: { zh: '消费品组合：制成品与商业', en: 'Goods bundle: manufactures and trade' },
    unit: 'ratio',
    scope: china2017,
    formula: bundleMultiplier,
    tex: bundleMultiplierTex,
    of: { ...economy(), demand: boughtOf([...manufactures, 'trade']) },
  }),
  derived({
    id: 'bundles.apparel',
    label: { zh: '单看服装：纺织服装业的产品', en: 'Apparel alone: products of textiles and apparel' },
    unit: 'ratio',
    scope: china2017,
    formula: bundleMultiplier,
    tex: bundleMultiplierTex,
    of: { ...economy(), demand: boughtOf(['apparel']) },
  }),
  derived({
    id: 'bundles.tradeAsHead',
    label: {
      zh: '商业居首：农产品与制成品整条链对商业就业之比',
      en: 'Trade as the head: the whole chain of farm produce and manufactures per job in trade',
    },
    unit: 'ratio',
    scope: china2017,
    formula: headMultiplier,
    tex: headMultiplierTex,
    of: { ...economy('trade'), demand: boughtOf(goods, 'trade') },
  }),
  derived({
    id: 'bundles.tradeAsHeadOfManufactures',
    label: { zh: '商业居首：制成品整条链对商业就业之比', en: 'Trade as the head: the whole chain of manufactures per job in trade' },
    unit: 'ratio',
    scope: china2017,
    formula: headMultiplier,
    tex: headMultiplierTex,
    of: { ...economy('trade'), demand: boughtOf([...manufactures, 'trade'], 'trade') },
  }),
  derived({
    id: 'bundles.importStep',
    label: { zh: '第一步：剔除进口，系数下降', en: 'First step: imports out, fall of the multiplier' },
    unit: 'ratio',
    scope: china2017,
    digits: 2,
    formula: remainder,
    of: { whole: 'multiplier.bothOrigins', part: 'multiplier.uniformLabour' },
  }),
  derived({
    id: 'bundles.labourStep',
    label: { zh: '第二步：各部门用自己的劳动消耗，系数下降', en: 'Second step: each sector’s own labour, fall of the multiplier' },
    unit: 'ratio',
    scope: china2017,
    digits: 2,
    formula: remainder,
    of: { whole: 'multiplier.uniformLabour', part: 'multiplier.sectorLabour' },
  }),
  derived({
    id: 'bundles.bundleStep',
    label: {
      zh: '第三步：由全部最终使用换成最终消费，系数下降',
      en: 'Third step: from all final use to consumption, fall of the multiplier',
    },
    unit: 'ratio',
    scope: china2017,
    digits: 2,
    formula: remainder,
    of: { whole: 'multiplier.sectorLabour', part: 'multiplier.consumption' },
  }),

  // The band: a bundle's multiplier is the mean of its sectors', weighed with their direct jobs, and so lies among these.
  ...otherSectors.map((sector) =>
    derived({
      id: `multiplier.${sector}`,
      label: { zh: `${sectorNames[sector].zh}自身（第一类乘数减一）`, en: `${sectorNames[sector].en} alone (Type I less one)` },
      short: sectorNames[sector],
      unit: 'ratio',
      scope: china2017,
      digits: 3,
      formula: sectorMultiplier,
      tex: sectorMultiplierTex,
      of: economy(sector),
    }),
  ),

  // From above: what is earned is spent again. The table has no wages by sector, so value added is paid out in one proportion.
  ...(['trade', 'catering', 'culture'] as const).map((sector) =>
    derived({
      id: `households.${sector}`,
      label: {
        zh: `${sectorNames[sector].zh}，居民收入再支出计入（第二类乘数减一）`,
        en: `${sectorNames[sector].en}, with earnings spent again (Type II less one)`,
      },
      short: sectorNames[sector],
      unit: 'ratio',
      scope: china2017,
      digits: 3,
      formula: secondTypeMultiplier,
      tex: secondTypeMultiplierTex,
      of: { ...economy(sector), imports: imports(sector), ...consumers(sector) },
    }),
  ),
  derived({
    id: 'nbs.valueAdded',
    label: { zh: '增加值合计（15部门表）', en: 'Value added, total (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    formula: remainder,
    of: { whole: 'nbs.grossOutput', part: 'nbs.intermediateUse' },
  }),
  derived({
    id: 'nbs.allConsumption',
    label: { zh: '最终消费合计，国产与进口（15部门表）', en: 'Final consumption, domestic and imported (15-sector table)' },
    unit: 'yuan',
    scope: china2017,
    formula: sum,
    of: { terms: ['domestic', 'imported'].flatMap((origin) => sectors.map((sector) => `flows.${origin}.${sector}.consumption`)) },
  }),
  derived({
    id: 'households.paidOut',
    label: { zh: '最终消费相当于增加值的比重', en: 'Final consumption as a share of value added' },
    unit: 'ratio',
    scope: china2017,
    digits: 3,
    percent: true,
    formula: share,
    of: { part: 'nbs.allConsumption', whole: 'nbs.valueAdded' },
  }),

  // What leaks: imports along the chain of what is bought at home.
  derived({
    id: 'leakage.finalUse',
    label: { zh: '国产品最终使用所牵动的进口（每元）', en: 'Imports along the chains of domestic final use (per yuan)' },
    unit: 'ratio',
    scope: china2017,
    digits: 3,
    percent: true,
    formula: importLeakage,
    tex: importLeakageTex,
    of: { ...leakageTerms, demand: sectors.map((sector) => finalUses.map((use) => `flows.domestic.${sector}.${use}`)) },
  }),
  derived({
    id: 'leakage.goods',
    label: { zh: '店里所卖的商品所牵动的进口（每元）', en: 'Imports along the chains of the goods that shops sell (per yuan)' },
    unit: 'ratio',
    scope: china2017,
    digits: 3,
    percent: true,
    formula: importLeakage,
    tex: importLeakageTex,
    of: { ...leakageTerms, demand: boughtOf(goods) },
  }),
  derived({
    id: 'leakage.machinery',
    label: { zh: '机械与电子产品所牵动的进口（每元）', en: 'Imports along the chain of machinery and electronics (per yuan)' },
    unit: 'ratio',
    scope: china2017,
    digits: 3,
    percent: true,
    formula: importLeakage,
    tex: importLeakageTex,
    of: { ...leakageTerms, demand: boughtOf(['machinery']) },
  }),

  // Adding up: the nation's own trade workers at the same multiplier.
  derived({
    id: 'addingUp.tradeChain',
    label: {
      zh: '全国批发零售从业人员按原报告的乘数所“承载”的就业',
      en: 'Jobs that the nation’s trade workers would carry at the report’s multiplier',
    },
    unit: 'person',
    scope: { ...china2017, measure: 'head-count' },
    formula: multiplied,
    of: { directJobs: 'sectors.trade.jobs', multiplier: 'multiplier.report' },
  }),
  derived({
    id: 'addingUp.tradeShare',
    label: { zh: '批发零售连同其间接就业占全国从业人员的比重', en: 'Trade with its indirect jobs as a share of all persons employed' },
    unit: 'ratio',
    scope: china2017,
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'addingUp.tradeChain', whole: 'nbs.employment' },
  }),
]
