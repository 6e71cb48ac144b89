/** What the scenario explorer lets a reader move and choose, and what it shows; every id is a figure of the ledger, or the build stops. */

/** Which inputs stand together, and what each is called in an address. */
export const controlGroups = {
  multiplier: { multiplier: 'multiplier.report' },
  projection: {
    gdp: 'inputOutput.gdp2019',
    imports: 'inputOutput.imports2019',
    'intermediate-use': 'inputOutput.intermediateUse',
    'final-use': 'inputOutput.finalUse',
  },
  retail: { 'retail-direct': 'retail.directJobs' },
  services: {
    riders: 'services.riders',
    'delivery-turnover': 'services.catering.turnover',
    'catering-revenue': 'services.catering.industryTurnover',
    'catering-jobs': 'services.catering.industryJobs2016',
    'catering-growth': 'services.catering.employmentGrowth',
    'ticket-turnover': 'services.film.turnover',
    'box-office': 'services.film.boxOffice',
    'box-office-2013': 'services.film.boxOffice2013',
    'broadcasting-and-film-2013': 'services.film.broadcastingAndFilmJobs2013',
    broadcasting: 'services.film.broadcastingJobs2018',
    employees: 'services.staff.employees',
    contractors: 'services.staff.contractors',
  },
  entertainment: { 'self-media': 'entertainment.selfMedia' },
  infrastructure: { ant: 'infrastructure.ant', cainiao: 'infrastructure.cainiao', 'digital-managers': 'infrastructure.digitalManagers' },
  hours: {
    'full-time': 'objections.fullTimeHours',
    'opportunity-hours': 'objections.hours.opportunities',
    'head-hours': 'objections.hours.headCount',
    'person-time-hours': 'objections.hours.personTimes',
    'post-hours': 'objections.hours.posts',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>
export type ControlGroup = keyof typeof controlGroups

/** Where a slider does not go from nought to twice the printed value by hundredths of it. */
export const ranges: Readonly<Record<string, { readonly least: string; readonly most: string; readonly step: string }>> = {
  'full-time': { least: '20', most: '60', step: '1' },
  'opportunity-hours': { least: '0', most: '60', step: '1' },
  'head-hours': { least: '0', most: '60', step: '1' },
  'person-time-hours': { least: '0', most: '60', step: '1' },
  'post-hours': { least: '0', most: '60', step: '1' },
}

/** Other multipliers that the ledger has: which figures are then the sum of which others. */
export const alternatives = {
  uniform: { 'multiplier.report': ['multiplier.uniformLabour'] },
  sector: { 'multiplier.report': ['multiplier.sectorLabour'] },
  consumption: { 'multiplier.report': ['multiplier.consumption'] },
  own: {
    'retail.indirectJobs': ['objections.retailIndirectAtTrade'],
    'services.online.indirectJobs': ['objections.cateringIndirect', 'objections.filmIndirect'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
export type Alternative = keyof typeof alternatives

/** Scenarios to begin with, as addresses say them. */
export const presets = {
  report: '',
  direct: '?without=indirect',
  heads: '?without=opportunities,person-times,posts',
  uniform: '?multiplier=uniform',
  sector: '?multiplier=sector',
  consumption: '?multiplier=consumption',
  own: '?multiplier=own',
} as const satisfies Readonly<Record<string, string>>
export type Preset = keyof typeof presets

export const total = 'total.jobs'

/** What is shown of every scenario, in its order. */
export const results = {
  modules: ['retail.jobs', 'services.jobs', 'entertainment.jobs', 'infrastructure.jobs'],
  types: ['types.goods', 'types.labour', 'types.services', 'types.direct'],
  measures: ['measures.opportunities', 'measures.headCount', 'measures.personTimes', 'measures.posts'],
  reach: ['total.directJobs', 'total.indirectJobs', 'total.indirectJobsShare'],
  evidence: ['evidence.withheld', 'evidence.recomputed', 'evidence.stated'],
  beside: ['objections.shareOfEmployment', 'objections.shareOfTrade', 'objections.fullTimeJobs'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type ResultGroup = keyof typeof results
