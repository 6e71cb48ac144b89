import type { Unit } from './types.ts'

/** A unit as sources print it: the base unit and how many of those one of it is (a decimal string, kept exact). */
export interface PrintedUnit {
  readonly base: Unit
  readonly factor: string
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
  亿元: { base: 'yuan', factor: '100000000' },
  '%': { base: 'ratio', factor: '0.01' },
  '1': { base: 'ratio', factor: '1' },
  年: { base: 'year', factor: '1' },
  类: { base: 'count', factor: '1' },
  家: { base: 'count', factor: '1' },
}

/** The units that a result must scale with; ratios and counts are pure numbers. */
export const dimensions = ['person', 'yuan', 'year'] as const satisfies readonly Unit[]
