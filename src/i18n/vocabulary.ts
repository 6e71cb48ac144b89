import type {
  Cause,
  ConflictKind,
  ConflictWeight,
  Language,
  Measure,
  PartKind,
  SourceRecord,
  Treatment,
  Unit,
  Verdict,
} from '../../scripts/index.ts'

/** Every word of the frame around the chapters; both languages are complete or this file does not type-check. */
export interface Words {
  readonly languageName: string
  readonly otherLanguage: string
  readonly siteTitle: string
  readonly skip: string
  readonly contents: string
  readonly close: string
  readonly onThisPage: string
  readonly previous: string
  readonly next: string
  readonly around: string
  readonly footer: string
  readonly licence: string
  readonly ledgerFile: string
  readonly chart: string
  readonly table: string
  readonly equation: string
  readonly data: string
  readonly objection: string
  readonly source: string
  readonly sources: string
  readonly mixes: string
  readonly audit: { readonly title: string; readonly description: string; readonly back: string }
  readonly entry: {
    readonly value: string
    readonly unrounded: string
    readonly unit: string
    readonly interval: string
    readonly openEnd: string
    readonly kind: string
    readonly scope: string
    readonly period: string
    readonly entity: string
    readonly measure: string
    readonly printed: string
    readonly locator: string
    readonly transcribed: string
    readonly qualifier: string
    readonly note: string
    readonly formula: string
    readonly inputs: string
    readonly usedBy: string
    readonly script: string
    readonly checks: string
    readonly noChecks: string
    readonly mixture: string
    readonly allNumbers: string
    readonly grid: string
  }
  readonly conflicts: {
    readonly title: string
    readonly description: string
    readonly figures: string
    readonly checks: string
    readonly kinds: Readonly<Record<ConflictKind, string>>
    readonly meanings: Readonly<Record<ConflictKind, string>>
    readonly weights: Readonly<Record<ConflictWeight, string>>
  }
  readonly concordance: {
    readonly title: string
    readonly part: string
    readonly content: string
    readonly here: string
    readonly treatment: string
    readonly kinds: Readonly<Record<PartKind, string>>
    readonly treatments: Readonly<Record<Treatment, string>>
  }
  readonly check: {
    readonly claim: string
    readonly where: string
    readonly printed: string
    readonly recomputed: string
    readonly interval: string
    readonly verdict: string
    readonly reason: string
    readonly all: string
    readonly show: string
    readonly topic: string
  }
  /** The picture of the model. */
  readonly model: { readonly name: string; readonly labour: string; readonly after: string }
  /** A case study and its coding. */
  readonly study: {
    readonly facts: string
    readonly mechanism: string
    readonly mechanisms: string
    readonly organisation: string
    readonly sector: string
    readonly workers: string
    readonly year: string
    readonly noYear: string
    readonly evidence: string
    readonly measuredBy: string
    readonly baseline: string
    readonly silent: string
    readonly quality: string
    readonly effects: string
    readonly times: string
    readonly forWorker: string
    readonly forFirm: string
    readonly source: string
    readonly coding: string
    readonly open: string
    readonly axial: string
    readonly reconstruction: string
    readonly between: string
    readonly comma: string
    readonly colon: string
  }
  readonly references: {
    readonly groups: Readonly<Record<SourceRecord['group'], string>>
    readonly citedIn: string
    readonly comma: string
    /** Before the title under which a work was published in the reader's language. */
    readonly translation: string
  }
  readonly citing: {
    readonly report: string
    readonly chapter: string
    readonly number: string
    readonly permalink: string
    readonly styles: Readonly<Record<Language, string>>
    readonly figure: (label: string, id: string) => string
  }
  readonly glossary: { readonly code: string; readonly mechanism: string }
  readonly topics: Readonly<Record<string, string>>
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly verdictMeanings: Readonly<Record<Verdict, string>>
  /** A number that agrees while what it counts does not. */
  readonly clash: string
  readonly causes: Readonly<Record<Cause, string>>
  readonly measures: Readonly<Record<Measure, string>>
  readonly units: Readonly<Record<Unit, string>>
  readonly kinds: Readonly<Record<'cited' | 'assumed' | 'derived', string>>
  readonly qualifiers: Readonly<Record<'about' | 'over' | 'nearly', string>>
  readonly reaches: Readonly<Record<'direct' | 'indirect' | 'total', string>>
}
