import type { Locator } from '../../ledger/data/locator.ts'
import type { Bilingual, Place } from '../../ledger/types.ts'

/** A code of a list in data/model/codes.yaml. */
export interface Code {
  readonly id: string
  readonly label: Bilingual
  readonly definition?: Bilingual
}

/** One of the relations of people that the model says technology rationalises. */
export interface Relation {
  readonly id: string
  readonly label: Bilingual
  readonly locator: Locator
}

/** One of the mechanisms, by its letter. */
export interface Mechanism {
  readonly id: string
  readonly name: Bilingual
  readonly relation: string
  /** The chapter that treats it, by its name under content/. */
  readonly chapter: string
  readonly meaning: Bilingual
  readonly practice: Bilingual
  readonly distinction: Bilingual
  readonly locator: Locator
  readonly place: Place
}

/** What several open codes have in common; it belongs to one mechanism. */
export interface AxialCode extends Code {
  readonly mechanism: string
}

/** An effect that a case prints, with its direction for each side judged by itself. */
export interface Effect {
  /** What changed, in a few words. */
  readonly label: Bilingual
  /** The logarithm of after over before. */
  readonly figure: string
  /** The other end, where the source prints a range. */
  readonly to?: string
  readonly worker: string
  readonly firm: string
  readonly place: Place
}

/** How a case is named, which is how its pages are: "electronic-waybill". Ids of figures carry the name too, so a letter comes first. */
export const caseName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** A case study as it is coded. */
export interface Case {
  /** Its name under content/*\/cases/, such as "electronic-waybill". */
  readonly id: string
  /** The same name as ids of figures write it: "electronicWaybill". */
  readonly key: string
  /** The work that tells it. */
  readonly source: string
  /** The year of that work, which judgements of the case speak of. */
  readonly period: string
  readonly locator: Locator
  /** The mechanism under which the source tells it, then the others. */
  readonly mechanisms: readonly string[]
  readonly organisation: Bilingual
  readonly sector: string
  readonly workers: string
  /** Absent where the source does not say. */
  readonly year?: string
  readonly evidence: { readonly measuredBy: string; readonly baseline: string; readonly grade: string }
  readonly codes: readonly { readonly open: Bilingual; readonly axial: string }[]
  /** Levels by dimension; on a dimension that is missing here the case is silent. */
  readonly dimensions: Readonly<Record<string, string>>
  readonly effects: readonly Effect[]
  readonly place: Place
  /** The lines that code it, for those who follow a count to its cell. */
  readonly codedAt: Readonly<Record<'mechanisms' | 'evidence' | 'dimensions', Place>>
}

export const codeLists = ['sectors', 'workers', 'measuredBy', 'baseline', 'grades', 'dimensions', 'levels', 'directions'] as const
export type CodeList = (typeof codeLists)[number]

/** The model of six mechanisms and the cases coded to it, in the order of their files. */
export interface Model {
  readonly relations: readonly Relation[]
  readonly mechanisms: readonly Mechanism[]
  readonly codes: Readonly<Record<CodeList, ReadonlyMap<string, Code>>>
  readonly axial: ReadonlyMap<string, AxialCode>
  readonly cases: readonly Case[]
}
