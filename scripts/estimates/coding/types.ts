import type { Locator } from '../../ledger/data/locator.ts'
import type { Bilingual, Place } from '../../ledger/types.ts'

/** Words of the source, as a case's text has them, with their place and what they mean in English. */
export interface Passage {
  readonly text: string
  readonly gloss: string
  readonly locator: Locator
}

/** An example in the codebook: the case whose words it quotes, and what was decided where that is not plain. */
export interface Example {
  readonly case: string
  readonly quotation: string
  readonly verdict?: Bilingual
}

/** When a code is given and when not. */
export interface Rule {
  readonly yes: Bilingual
  readonly no: Bilingual
  /** Absent where no case is one. */
  readonly clear?: Example
  readonly borderline?: Example
}

/** A code of a list in data/model/codes.yaml. */
export interface Code {
  readonly id: string
  readonly label: Bilingual
  readonly definition?: Bilingual
  /** Absent where giving the code takes no judgement. */
  readonly rule?: Rule
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
  /** Absent where no codebook says when a case belongs to it. */
  readonly rule?: Rule
  readonly locator: Locator
  readonly place: Place
}

/** What several open codes have in common; it may belong to several mechanisms. */
export interface AxialCode extends Code {
  readonly mechanisms: readonly string[]
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

/** How a case speaks of a dimension of job quality, which way that points for workers, and the words it rests on. */
export interface Spoken {
  readonly level: string
  readonly sign: string
  readonly quotations: readonly string[]
}

/** An open code with the category that it was gathered under, and the words it rests on. */
export interface OpenCode {
  readonly open: Bilingual
  readonly axial: string
  readonly quotations: readonly string[]
}

/** What one coder found in one case. */
export interface Judgement {
  /** The mechanism under which the source tells the case, then the others. */
  readonly mechanisms: readonly string[]
  readonly mechanismQuotations: Readonly<Record<string, readonly string[]>>
  readonly evidence: {
    readonly measuredBy: readonly string[]
    readonly measuredByQuotations: Readonly<Record<string, readonly string[]>>
    readonly baseline: string
    readonly grade: string
    /** The number that the grade goes by. */
    readonly quotations: readonly string[]
  }
  /** By dimension; on one that is missing here the case is silent. */
  readonly dimensions: Readonly<Record<string, Spoken>>
  /** Categories with the words they rest on. */
  readonly axial: Readonly<Record<string, readonly string[]>>
}

/** How a case is named, which is how its pages are: "electronic-waybill". Ids of figures carry the name too, so a letter comes first. */
export const caseName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** A case study as it is coded, where coders differed as it was decided. */
export interface Case extends Judgement {
  /** Its name under content/*\/cases/, such as "electronic-waybill". */
  readonly id: string
  /** The same name as ids of figures write it: "electronicWaybill". */
  readonly key: string
  /** The work that tells it. */
  readonly source: string
  /** The year of that work, which judgements of the case speak of. */
  readonly period: string
  readonly locator: Locator
  readonly organisation: Bilingual
  readonly sector: string
  readonly workers: string
  /** Absent where the source does not say. */
  readonly year?: string
  readonly codes: readonly OpenCode[]
  readonly effects: readonly Effect[]
  /** The words of the source that are quoted, in the source's order. */
  readonly passages: readonly Passage[]
  readonly place: Place
  readonly codedAt: CodedAt
}

export const coders = ['first', 'second'] as const
export type Coder = (typeof coders)[number]

/** A cell of the coding on which two coders differ: what each gave, and what was decided for which reason. */
export interface Disagreement {
  /** The case, by its name. */
  readonly case: string
  /** The cell, such as "level.access", "mechanism.B" or "axial.fittedJobs". */
  readonly cell: string
  readonly codes: Readonly<Record<Coder, string>>
  readonly quotations: Readonly<Record<Coder, readonly string[]>>
  readonly kept: Coder
  readonly reason: Bilingual
  readonly place: Place
}

/** The lines that code a case, for those who follow a count to its cell. */
export type CodedAt = Readonly<Record<'mechanisms' | 'evidence' | 'dimensions', Place>>

/** What two coders who did not know of each other gave, and where they differ. */
export interface Comparison {
  readonly judgements: ReadonlyMap<string, Readonly<Record<Coder, Judgement>> & { readonly secondAt: CodedAt }>
  readonly disagreements: readonly Disagreement[]
}

/** A framework of job quality from the literature, beside our dimensions. */
export interface Framework {
  /** The source that sets it out. */
  readonly source: string
  readonly name: Bilingual
  readonly dimensions: readonly {
    readonly its: Bilingual
    /** Our dimensions that touch it. */
    readonly ours: readonly string[]
    /** What it has that ours lack; absent where nothing. */
    readonly lacking?: Bilingual
  }[]
}

export const codeLists = ['sectors', 'workers', 'measuredBy', 'baseline', 'grades', 'dimensions', 'levels', 'directions'] as const
export type CodeList = (typeof codeLists)[number]

/** The model of six mechanisms and the cases coded to it, in the order of their files. */
export interface Model {
  readonly relations: readonly Relation[]
  readonly mechanisms: readonly Mechanism[]
  /** Rules that hold for every code. */
  readonly general: readonly Bilingual[]
  readonly codes: Readonly<Record<CodeList, ReadonlyMap<string, Code>>>
  /** The line on which each list begins. */
  readonly listsAt: Readonly<Record<CodeList | 'mechanisms', Place>>
  readonly axial: ReadonlyMap<string, AxialCode>
  readonly cases: readonly Case[]
  /** Cases that are begun and still have TODO in their coding: nothing counts or shows them before they are coded. */
  readonly begun: readonly Case[]
  /** Absent where only one coder coded. */
  readonly comparison?: Comparison
  readonly frameworks: readonly Framework[]
}
