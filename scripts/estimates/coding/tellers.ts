import type { Case, Model } from './types.ts'

/** A work that tells cases, with those that it tells: what is counted is counted of one work. */
export interface Teller {
  readonly source: string
  readonly cases: readonly Case[]
  /** What ids of counts over its cases begin with. */
  readonly prefix: string
  /** The entity whose world it tells of. */
  readonly entity: string
}

/** Whose world a work tells of; of the platform’s own, where nothing else is said. */
const entityOf: Readonly<Record<string, string>> = { 'ant-2022': 'ant', 'cass-2024': 'alipay' }

/**
 * The works that tell cases, in the order of data/model/cases.yaml. Counts over the cases of the first are “coding.cases” and
 * so on; those over another work’s carry its name, “coding.ant2022.cases”, and only “coding.all.…” adds up cases of several works (together.ts).
 */
export const tellersOf = ({ cases }: Pick<Model, 'cases'>): readonly Teller[] =>
  [...new Set(cases.map(({ source }) => source))].map((source, index) => ({
    source,
    cases: cases.filter((study) => study.source === source),
    prefix: index === 0 ? 'coding' : `coding.${source.replaceAll('-', '')}`,
    entity: entityOf[source] ?? 'alibaba',
  }))

/** The cases of a work, or of the first that tells any: those of which chapters speak, unless they name another. */
export const casesToldBy = (model: Pick<Model, 'cases'>, source?: string): readonly Case[] =>
  tellersOf(model).find((teller) => source === undefined || teller.source === source)?.cases ?? []
