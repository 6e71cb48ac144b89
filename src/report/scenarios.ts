/** What the scenario explorer lets a reader move and choose, and what it shows. */
import type { Scenarios } from '../explorer/declared.ts'

/** What the matching model is moved through: far beyond what anyone has estimated. */
const bargain = { least: '0.05', most: '0.95', step: '0.01' } as const
const separations = { least: '0.005', most: '0.2', step: '0.005' } as const
const efficiency = { least: '0.005', most: '15', step: '0.005' } as const

const hours = { least: '0', most: '60', step: '1' } as const

export const scenarios: Scenarios = {
  total: 'total.jobs',
  subject: { zh: '真实的就业', en: 'employment' },
  controls: [
    {
      id: 'multiplier',
      name: { zh: '乘数', en: 'The multiplier' },
      open: true,
      controls: [
        {
          name: 'multiplier',
          figure: 'multiplier.report',
          among: [
            'multiplier.report',
            'multiplier.table2017',
            'multiplier.bothOrigins',
            'multiplier.uniformLabour',
            'multiplier.sectorLabour',
            'multiplier.consumption',
            'multiplier.trade',
            'multiplier.catering',
            'multiplier.culture',
          ],
        },
      ],
      choice: {
        control: 'multiplier',
        question: { zh: '用哪个乘数', en: 'Which multiplier' },
        own: { zh: '报告所用', en: 'The report’s' },
        value: { zh: '自定', en: 'A value of yours' },
        alternatives: [
          {
            id: 'uniform',
            name: { zh: '剔除进口', en: 'Imports taken out' },
            instead: { 'multiplier.report': ['multiplier.uniformLabour'] },
          },
          {
            id: 'sector',
            name: { zh: '剔除进口，各部门自己的劳动', en: 'Imports out, each sector’s own labour' },
            instead: { 'multiplier.report': ['multiplier.sectorLabour'] },
          },
          {
            id: 'consumption',
            name: { zh: '剔除进口，各部门自己的劳动，只看最终消费', en: 'Imports out, each sector’s own labour, consumption' },
            instead: { 'multiplier.report': ['multiplier.consumption'] },
          },
          {
            id: 'own',
            name: { zh: '各行业自己的乘数', en: 'Each industry’s own' },
            instead: {
              'retail.indirectJobs': ['objections.retailIndirectAtTrade'],
              'services.online.indirectJobs': ['objections.cateringIndirect', 'objections.filmIndirect'],
            },
          },
        ],
      },
    },
    {
      id: 'projection',
      name: { zh: '乘数由什么算出', en: 'What the multiplier is made of' },
      controls: [
        { name: 'gdp', figure: 'inputOutput.gdp2019' },
        { name: 'imports', figure: 'inputOutput.imports2019' },
        { name: 'intermediate-use', figure: 'inputOutput.intermediateUse' },
        { name: 'final-use', figure: 'inputOutput.finalUse' },
      ],
    },
    {
      id: 'retail',
      name: { zh: '零售平台', en: 'Retail platforms' },
      open: true,
      controls: [{ name: 'retail-direct', figure: 'retail.directJobs' }],
    },
    {
      id: 'services',
      name: { zh: '服务新消费平台', en: 'Service platforms' },
      controls: [
        { name: 'riders', figure: 'services.riders' },
        { name: 'delivery-turnover', figure: 'services.catering.turnover' },
        { name: 'catering-revenue', figure: 'services.catering.industryTurnover' },
        { name: 'catering-jobs', figure: 'services.catering.industryJobs2016' },
        { name: 'catering-growth', figure: 'services.catering.employmentGrowth' },
        { name: 'ticket-turnover', figure: 'services.film.turnover' },
        { name: 'box-office', figure: 'services.film.boxOffice' },
        { name: 'box-office-2013', figure: 'services.film.boxOffice2013' },
        { name: 'broadcasting-and-film-2013', figure: 'services.film.broadcastingAndFilmJobs2013' },
        { name: 'broadcasting', figure: 'services.film.broadcastingJobs2018' },
        { name: 'employees', figure: 'services.staff.employees' },
        { name: 'contractors', figure: 'services.staff.contractors' },
      ],
    },
    {
      id: 'entertainment',
      name: { zh: '大文娱平台', en: 'Entertainment platforms' },
      controls: [{ name: 'self-media', figure: 'entertainment.selfMedia' }],
    },
    {
      id: 'infrastructure',
      name: { zh: '互联网基础设施平台', en: 'Infrastructure platforms' },
      controls: [
        { name: 'cainiao', figure: 'infrastructure.cainiao' },
        { name: 'digital-managers', figure: 'infrastructure.digitalManagers' },
      ],
    },
    {
      id: 'ant',
      name: { zh: '蚂蚁：两份研究，几个数', en: 'Ant: two studies, several numbers' },
      controls: [
        {
          name: 'ant',
          figure: 'infrastructure.ant',
          among: ['infrastructure.ant', 'antDirect.all.jobs', 'ant.beside.directAndKept', 'ant.beside.addable'],
        },
      ],
      choice: {
        control: 'ant',
        question: { zh: '蚂蚁一项用哪个数', en: 'Which number for Ant' },
        own: { zh: '第一份研究：累计人次', en: 'The first study’s person-times' },
        value: { zh: '自定', en: 'A value of yours' },
        alternatives: [
          {
            id: 'direct',
            name: { zh: '第二份研究：一年的直接就业', en: 'The second study’s direct employment of a year' },
            instead: { 'infrastructure.ant': ['antDirect.all.jobs'] },
          },
          {
            id: 'both',
            name: { zh: '第二份研究：带动与稳定之和', en: 'The second study’s led to and kept, added up' },
            instead: { 'infrastructure.ant': ['antDirect.all.jobs', 'antStable.all.anyShortage'] },
          },
          {
            id: 'addable',
            name: { zh: '第二份研究：其中可相加的部分', en: 'What may be added of the second study’s' },
            instead: { 'infrastructure.ant': ['ant.beside.addable'] },
          },
        ],
      },
    },
    {
      id: 'second',
      name: { zh: '第二份研究未给的前提', en: 'What the second study leaves unsaid' },
      controls: [
        { name: 'yearly-hours', figure: 'ant.assumed.yearlyHours', range: { least: '1000', most: '3000', step: '50' } },
        { name: 'new-capital', figure: 'ant.assumed.newCapital', range: { least: '0', most: '1', step: '0.01' } },
        // Those who are short of funds may get more out of the last yuan than out of the average one.
        { name: 'at-margin', figure: 'ant.assumed.marginalShare', range: { least: '0', most: '2', step: '0.01' } },
      ],
    },
    {
      id: 'matching',
      name: { zh: '匹配模型：中国', en: 'The matching model: China' },
      controls: [
        { name: 'china-efficiency', figure: 'matching.china.matchingEfficiency', range: efficiency },
        { name: 'china-separation', figure: 'matching.china.separationRate', range: separations },
        { name: 'china-bargaining', figure: 'matching.china.bargainingPower', range: bargain },
      ],
      choice: {
        control: 'china-efficiency',
        question: { zh: '匹配效率', en: 'How efficient matching is' },
        own: { zh: '校准所得', en: 'As calibrated' },
        value: { zh: '自定', en: 'A value of yours' },
        alternatives: [
          {
            id: 'twice',
            name: { zh: '加倍', en: 'Doubled' },
            instead: { 'matching.china.matchingEfficiency': ['matching.china.twice.matchingEfficiency'] },
          },
          {
            id: 'tenfold',
            name: { zh: '十倍', en: 'Tenfold' },
            instead: { 'matching.china.matchingEfficiency': ['matching.china.tenfold.matchingEfficiency'] },
          },
        ],
      },
    },
    {
      id: 'matching-published',
      name: { zh: '匹配模型：已发表的校准（美国）', en: 'The matching model: published calibration (US)' },
      controls: [
        { name: 'efficiency', figure: 'matching.matchingEfficiency', range: efficiency },
        { name: 'separation', figure: 'matching.separationRate', range: separations },
        { name: 'bargaining', figure: 'matching.bargainingPower', range: bargain },
      ],
    },
    {
      id: 'counties',
      name: { zh: '县域：与全国相比，员工从哪里来', en: 'Counties: against the nation, and where staff come from' },
      controls: [
        { name: 'county-output', figure: 'county.china.outputShare' },
        { name: 'county-population', figure: 'county.china.populationShare' },
        { name: 'county-returned', figure: 'county.staff.returned' },
        { name: 'county-new', figure: 'county.staff.newOrAgain' },
      ],
    },
    {
      id: 'hours',
      name: { zh: '折合全职的工时', en: 'Hours behind full-time equivalents' },
      controls: [
        { name: 'full-time', figure: 'objections.fullTimeHours', range: { least: '20', most: '60', step: '1' } },
        { name: 'opportunity-hours', figure: 'objections.hours.opportunities', range: hours },
        { name: 'head-hours', figure: 'objections.hours.headCount', range: hours },
        { name: 'person-time-hours', figure: 'objections.hours.personTimes', range: hours },
        { name: 'post-hours', figure: 'objections.hours.posts', range: hours },
      ],
    },
  ],
  switches: {
    retail: { zh: '零售', en: 'Retail' },
    services: { zh: '服务新消费', en: 'Services' },
    riders: { zh: '骑手', en: 'Riders' },
    online: { zh: '外卖餐饮与电影票务', en: 'Food delivery and film tickets' },
    staff: { zh: '企业自身用工', en: 'The companies’ own staff' },
    entertainment: { zh: '大文娱', en: 'Entertainment' },
    infrastructure: { zh: '互联网基础设施', en: 'Infrastructure' },
    ant: { zh: '蚂蚁', en: 'Ant' },
    cainiao: { zh: '菜鸟', en: 'Cainiao' },
    dingtalk: { zh: '钉钉', en: 'DingTalk' },
  },
  indirect: { zh: '乘数带动的间接机会', en: 'Indirect opportunities, added by the multiplier' },
  presets: [
    { id: 'report', name: { zh: '报告原样', en: 'The report' }, query: '' },
    { id: 'direct', name: { zh: '不计间接机会', en: 'No indirect jobs' }, query: '?without=indirect' },
    { id: 'heads', name: { zh: '只计人数', en: 'Head-count only' }, query: '?without=opportunities,person-times,posts' },
    { id: 'uniform', name: { zh: '乘数剔除进口', en: 'Multiplier without imports' }, query: '?multiplier=uniform' },
    { id: 'sector', name: { zh: '乘数用各部门劳动', en: 'Multiplier at each sector’s labour' }, query: '?multiplier=sector' },
    { id: 'consumption', name: { zh: '乘数按最终消费', en: 'Multiplier of consumption' }, query: '?multiplier=consumption' },
    { id: 'own', name: { zh: '各行业自己的乘数', en: 'Each industry’s own multiplier' }, query: '?multiplier=own' },
    { id: 'ant-direct', name: { zh: '蚂蚁按一年的直接就业', en: 'Ant at direct employment of a year' }, query: '?ant=direct' },
    { id: 'ant-both', name: { zh: '蚂蚁按带动与稳定之和', en: 'Ant at led to and kept' }, query: '?ant=both' },
    { id: 'ant-addable', name: { zh: '蚂蚁只计可相加的部分', en: 'Ant at what may be added' }, query: '?ant=addable' },
    {
      id: 'matching-twice',
      name: { zh: '匹配模型：效率加倍', en: 'Matching model: efficiency doubled' },
      query: '?china-efficiency=twice',
    },
    {
      id: 'matching-tenfold',
      name: { zh: '匹配模型：效率十倍', en: 'Matching model: efficiency tenfold' },
      query: '?china-efficiency=tenfold',
    },
  ],
  results: [
    { name: { zh: '按模块', en: 'By module' }, figures: ['retail.jobs', 'services.jobs', 'entertainment.jobs', 'infrastructure.jobs'] },
    { name: { zh: '按类型', en: 'By type' }, figures: ['types.goods', 'types.labour', 'types.services', 'types.direct'] },
    {
      name: { zh: '按口径', en: 'By measure' },
      figures: ['measures.opportunities', 'measures.headCount', 'measures.personTimes', 'measures.posts'],
    },
    {
      name: { zh: '直接与间接', en: 'Direct and indirect' },
      figures: ['total.directJobs', 'total.indirectJobs', 'total.indirectJobsShare'],
    },
    { name: { zh: '按依据', en: 'By evidence' }, figures: ['evidence.withheld', 'evidence.recomputed', 'evidence.stated'] },
    {
      name: { zh: '对照', en: 'Set beside' },
      figures: ['objections.shareOfEmployment', 'objections.shareOfTrade', 'objections.fullTimeJobs'],
    },
    {
      name: { zh: '第二份研究：蚂蚁的估算', en: 'The second study: Ant' },
      figures: [
        'ant.flexible.fullTime',
        'ant.beside.addable',
        'objections.antKeptByNewCapital',
        'objections.antKeptAtMargin',
        'objections.antKeptNarrowAtMargin',
      ],
    },
    {
      name: { zh: '匹配模型：中国', en: 'The matching model: China' },
      figures: [
        'matching.china.unemploymentRate',
        'matching.china.vacancyRate',
        'matching.china.tightness',
        'matching.china.jobFindingRate',
        'matching.china.wage',
      ],
    },
    {
      name: { zh: '匹配模型：已发表的校准（美国）', en: 'The matching model: published calibration (US)' },
      figures: ['matching.unemploymentRate', 'matching.vacancyRate', 'matching.tightness', 'matching.jobFindingRate', 'matching.wage'],
    },
  ],
  beside: 'objections.shareOfEmployment',
  caution: {
    text: {
      zh: '这里的“就业机会”不是岗位：半年接过一单的骑手也算一个。带†者把口径或时期不同的数相加，原报告如此，情景也如此。蚂蚁一项不论换上哪个数，仍列在人次之下。',
      en: 'Opportunities are not jobs: a rider who took one order in half a year is one of them. Where † stands, unlike measures or periods are added, as the study adds them, and scenarios do the same. Whatever number is chosen for Ant, it stays under person-times.',
    },
    chapter: 'critique',
    link: { zh: '异议', en: 'Objections' },
  },
}
