import type { Unit } from '../types.ts'

/** A unit as sources print it: the base unit and how many of those one of it is (a decimal or a fraction, kept exact). */
export interface PrintedUnit {
  readonly base: Unit
  readonly factor: string
  /** Parts of a whole, which prose writes as a percentage. */
  readonly percent?: true
}

export const printedUnits: Readonly<Record<string, PrintedUnit>> = {
  个: { base: 'person', factor: '1' },
  人: { base: 'person', factor: '1' },
  名: { base: 'person', factor: '1' },
  万: { base: 'person', factor: '10000' },
  万个: { base: 'person', factor: '10000' },
  万人: { base: 'person', factor: '10000' },
  万名: { base: 'person', factor: '10000' },
  万人次: { base: 'person', factor: '10000' },
  元: { base: 'yuan', factor: '1' },
  万元: { base: 'yuan', factor: '10000' },
  亿元: { base: 'yuan', factor: '100000000' },
  万亿元: { base: 'yuan', factor: '1000000000000' },
  小时: { base: 'hour', factor: '1' },
  万小时: { base: 'hour', factor: '10000' },
  分钟: { base: 'hour', factor: '1/60' },
  秒钟: { base: 'hour', factor: '1/3600' },
  吨: { base: 'tonne', factor: '1' },
  万吨: { base: 'tonne', factor: '10000' },
  万度: { base: 'kilowatt-hour', factor: '10000' },
  平: { base: 'square-metre', factor: '1' },
  '%': { base: 'ratio', factor: '0.01', percent: true },
  成: { base: 'ratio', factor: '0.1', percent: true },
  '1': { base: 'ratio', factor: '1' },
  倍: { base: 'ratio', factor: '1' },
  // A calendar year. Years that last are counted: 年间.
  年: { base: 'year', factor: '1' },
  // Things, each by the word that the source counts it with.
  例: { base: 'count', factor: '1' },
  类: { base: 'count', factor: '1' },
  种: { base: 'count', factor: '1' },
  家: { base: 'count', factor: '1' },
  万家: { base: 'count', factor: '10000' },
  亿家: { base: 'count', factor: '100000000' },
  所: { base: 'count', factor: '1' },
  座: { base: 'count', factor: '1' },
  台: { base: 'count', factor: '1' },
  本: { base: 'count', factor: '1' },
  项: { base: 'count', factor: '1' },
  件: { base: 'count', factor: '1' },
  次: { base: 'count', factor: '1' },
  万次: { base: 'count', factor: '10000' },
  亿笔: { base: 'count', factor: '100000000' },
  万步: { base: 'count', factor: '10000' },
  万户: { base: 'count', factor: '10000' },
  周: { base: 'count', factor: '1' },
  个月: { base: 'count', factor: '1' },
  年间: { base: 'count', factor: '1' },
}

/** The units that a result must scale with; ratios and counts are pure numbers. */
export const dimensions = ['person', 'yuan', 'hour', 'tonne', 'kilowatt-hour', 'square-metre', 'year'] as const satisfies readonly Unit[]

/** Base units that one printed unit is. */
export const factorOf = (unit: string): string => printedUnits[unit]?.factor ?? '1'
