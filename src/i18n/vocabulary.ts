import type { ConflictKind, ConflictWeight } from '../../scripts/ledger/data/conflict-types.ts'
import type { PartKind, Treatment } from '../../scripts/ledger/data/contents-types.ts'
import type { SourceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Cause, Language, Verdict } from '../../scripts/ledger/types.ts'
import type { SortOfResult } from '../audit/studied.ts'

/** What is not one table among many. */
export type DownloadId =
  | 'ledger.json'
  | 'ledger.xlsx'
  | 'ledger.schema.json'
  | 'datapackage.json'
  | 'ro-crate-metadata.json'
  | 'references.bib'

/** Every word of the frame around the chapters; both languages are complete or this file does not type-check. */
export interface Words {
  readonly otherLanguage: string
  readonly skip: string
  readonly contents: string
  readonly close: string
  /** “Chapter 8”. */
  readonly chapterNumber: (number: number) => string
  readonly previous: string
  readonly next: string
  readonly around: string
  readonly footer: string
  /** What the chapters are called that no reader is led to. */
  readonly hiddenPart: string
  readonly chart: string
  readonly table: string
  readonly equation: string
  readonly data: string
  readonly objection: string
  readonly source: string
  readonly sources: string
  /** Over a chapter’s footnotes, and of the way back from one to its mention. */
  readonly footnotes: { readonly title: string; readonly back: (mention: string) => string }
  /** Of an entry of the sources: to where the text cites it. */
  readonly backToText: string
  readonly mixes: string
  /** The same as a sentence, at the foot of a chapter that has such numbers. */
  readonly mixesInFull: string
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
  /** Transcribed tables and the marks beside their numbers. */
  readonly tables: {
    readonly title: string
    readonly legend: string
    readonly stop: string
    readonly check: (verdict: string, count: number) => string
    readonly checks: string
    readonly cell: string
    readonly from: string
    readonly operands: (count: number) => string
    readonly implied: string
    readonly restored: string
    readonly unfollowed: string
    readonly unfollowedCells: string
    readonly declared: string
    /** The list of all cells of a large table. */
    readonly cells: string
    readonly others: string
  }
  /** The card that a number opens. */
  readonly card: {
    /** What a number is called before its label has come. */
    readonly number: string
    readonly coming: string
    readonly failed: string
    readonly whole: string
    readonly usedIn: string
    readonly more: (count: number) => string
  }
  readonly conflicts: {
    readonly title: string
    readonly description: string
    readonly figures: string
    readonly checks: string
    readonly kinds: Readonly<Record<ConflictKind, string>>
    readonly meanings: Readonly<Record<ConflictKind, string>>
    readonly weights: Readonly<Record<ConflictWeight, string>>
    /** The way from the entries to the chapter, and from the chapter to the entries. */
    readonly chapter: string
    readonly named: string
    readonly entries: string
    /** The heading over those that touch one figure. */
    readonly touching: string
    /** The heading over those inside a study read beside the one studied. */
    readonly insideOf: (source: string) => string
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
    readonly verdict: string
    readonly reason: string
    readonly all: string
    readonly show: string
    readonly topic: string
  }
  /** The audit's own page: every check, laid out to be searched. */
  readonly checks: {
    readonly sections: string
    readonly overview: string
    readonly every: string
    readonly counts: string
    readonly caption: string
    readonly captionMeaning: string
    readonly chart: Readonly<Record<'scale' | 'band' | 'unknown', string>>
    readonly difference: string
    readonly differenceMeaning: string
    readonly by: Readonly<Record<'source' | 'cause', string>>
    readonly total: string
    readonly filters: string
    /** Whether results that are computed are chosen, or inputs that are printed again. */
    readonly result: string
    readonly results: Readonly<Record<SortOfResult, string>>
    readonly cause: string
    readonly source: string
    readonly qualifier: string
    readonly none: string
    readonly search: string
    readonly clear: string
    /** With {shown} and {all} for the two counts. */
    readonly shown: string
    readonly empty: string
    /** With {more} for how many. */
    readonly more: string
    /** Said when the checks of a part cannot be had. */
    readonly unreachable: string
    /** The name of what one source prints on one topic. */
    readonly part: (source: string, topic: string) => string
    readonly partMeaning: (source: string, topic: string, count: number) => string
    readonly choose: string
    readonly otherParts: string
    readonly figuresMeaning: string
    readonly figuresSearch: string
    readonly findFigure: string
    readonly shownFigures: string
    readonly emptyFigures: string
    readonly clashes: string
    readonly clashesMeaning: string
    /** What leads to them. */
    readonly clashesList: string
    readonly saidToBe: string
    readonly mixtures: string
    readonly mixturesMeaning: string
    readonly mixedMeasures: string
    readonly mixedPeriods: string
    readonly needs: string
    readonly needsMeaning: string
    readonly needsList: string
    readonly betweenSources: string
    readonly betweenSourcesMeaning: string
    /** What the conflicts are called where there are some between sources too. */
    readonly allConflicts: string
    readonly conflictsElsewhere: string
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
  /** The rest of a figure’s page, and the pages of scripts and data. */
  readonly proof: {
    readonly crumbs: string
    readonly statement: string
    readonly formula: string
    readonly entry: string
    readonly tree: string
    readonly treeLead: (figures: number, printed: number, assumed: number) => string
    readonly above: string
    readonly cells: (cells: number, table: string) => string
    readonly more: (figures: number) => string
    readonly legend: Readonly<Record<'cited' | 'assumed' | 'derived', string>>
    readonly sensitivity: string
    readonly sensitivityLead: string
    readonly mover: string
    readonly onePercent: string
    readonly change: string
    readonly weaker: (figures: number, most: string) => string
    readonly breakEvens: string
    readonly breakEvensLead: string
    readonly now: (value: string) => string
    /** A sentence: beyond which value the figure lies on which side of which round number, in one or two clauses. */
    readonly beyond: (
      clauses: readonly {
        readonly when: 'under' | 'over'
        readonly at: string
        readonly side: 'below' | 'above'
        readonly threshold: string
      }[],
    ) => string
    readonly points: (points: string) => string
    readonly dependents: string
    readonly noDependents: string
    readonly downstream: (direct: number, all: number) => string
    readonly total: (label: string, elasticity: string) => string
    readonly unmoved: (label: string) => string
    readonly checks: (checks: number) => string
    readonly scripts: string
    readonly scriptsLead: string
    readonly estimates: string
    readonly formulas: string
    readonly methods: string
    readonly machinery: string
    readonly dataFiles: string
    readonly figures: (figures: number) => string
    readonly fingerprint: string
    readonly usedBy: string
    readonly line: (line: number) => string
  }
  readonly glossary: { readonly code: string }
  /** The files for other people's tools, and what each is for. */
  readonly downloads: {
    readonly link: string
    readonly file: string
    readonly size: string
    readonly sections: Readonly<Record<'files' | 'ledger' | 'printed' | 'tables' | 'charts', string>>
    /** What programs open the files. */
    readonly opening: string
    readonly purposes: Readonly<Record<DownloadId, string>>
    readonly in: Readonly<Record<Language, string>>
  }
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly verdictMeanings: Readonly<Record<Verdict, string>>
  /** A number that agrees while what it counts does not. */
  readonly clash: string
  readonly causes: Readonly<Record<Cause, string>>
  readonly kinds: Readonly<Record<'cited' | 'assumed' | 'derived', string>>
  readonly qualifiers: Readonly<Record<'about' | 'over' | 'nearly', string>>
  /** The search; {n} and {query} stand for what the script fills in, {example} for a number of the report. */
  readonly search: {
    readonly title: string
    readonly description: string
    readonly field: string
    readonly keys: string
    readonly slash: string
    readonly needsScript: string
    readonly ways: string
    /** What the script says. */
    readonly said: {
      readonly searching: string
      readonly chapters: Readonly<Record<'one' | 'other', string>>
      readonly figures: Readonly<Record<'one' | 'other', string>>
      readonly sections: Readonly<Record<'one' | 'other', string>>
      readonly nothing: string
      readonly instead: string
      readonly elsewhere: string
      readonly chapterGroup: string
      readonly figureGroup: string
      readonly more: string
      readonly allFigures: string
      readonly between: string
      readonly failed: string
      readonly noIndex: string
    }
  }
  /** Numbers, sources and files of charts and tables, and what a chart that has become live says. */
  readonly charts: {
    readonly numbered: Readonly<Record<'chart' | 'table', (number: string) => string>>
    /** Who and when, each work; what of it is ours. */
    readonly sources: (works: number) => string
    readonly work: (name: string, year: string) => string
    readonly between: string
    readonly ours: string
    readonly own: (done: readonly ('coded' | 'assumed' | 'computed')[]) => string
    readonly data: string
    readonly files: string
    readonly live: Readonly<Record<'role' | 'hint', string>>
    /** A label with what of it is meant: the low end of an input, a quantile. */
    readonly of: (label: string, what: string) => string
    /** Bars from the result at an input’s low end to the result at its high end, and what would no longer hold. */
    readonly tornado: {
      readonly key: Readonly<Record<'low' | 'high' | 'flips', string>>
      /** The end of an input, with what it is there, if that is known. */
      readonly ends: Readonly<Record<'low' | 'high', (at: string | undefined) => string>>
      readonly said: (low: string, high: string, from: string | undefined, to: string | undefined) => string
      /** Where all bars meet, which is not the result. */
      readonly middle: (value: string) => string
      /** The head of a column. */
      readonly flips: string
      /** `would`: it does not hold now. Values beyond which it is otherwise; without any no bar goes so far. */
      readonly note: (letter: string, words: string, would: boolean, below: string | undefined, above: string | undefined) => string
      readonly flipped: (words: string, would: boolean) => string
    }
    /** A distribution by its quantiles. */
    readonly fan: {
      readonly key: Readonly<Record<'outer' | 'inner' | 'median' | 'mark', string>>
      readonly quantiles: Readonly<Record<'p05' | 'p25' | 'median' | 'p75' | 'p95', string>>
      readonly said: (
        median: string,
        inner: readonly [string, string],
        outer: readonly [string, string],
        mark: string | undefined,
      ) => string
    }
  }
  /** The report as one PDF. */
  readonly print: Readonly<Record<'kind' | 'comma' | 'howToCite' | 'numbers', string>>
  /** How to cite the page one reads. */
  readonly citeThis: { readonly summary: Readonly<Record<'chapter' | 'number', string>>; readonly copy: string; readonly copied: string }
  readonly notFound: Readonly<Record<'title' | 'text' | 'start', string>>
  /** The scenario explorer; `{}` stands where its script puts what it has computed. */
  readonly explorer: {
    readonly title: string
    readonly description: string
    /** A scenario does not predict its subject. */
    readonly isArithmetic: (subject: string) => string
    readonly world: string
    readonly needsScript: string
    readonly start: string
    readonly reset: string
    readonly copy: string
    readonly copied: string
    readonly copyThis: string
    readonly numbers: string
    readonly slider: (label: string) => string
    readonly inReport: string
    readonly outside: (least: string, most: string) => string
    readonly counting: string
    readonly modules: string
    readonly measures: string
    readonly reach: string
    readonly results: string
    /** How sure figures are, by simulation. */
    readonly sureness: {
      readonly title: string
      readonly lead: string
      readonly columns: Readonly<Record<'low' | 'median' | 'high', string>>
      readonly kinds: Readonly<Record<'sampling' | 'assumption', string>>
      readonly bar: string
      readonly drawing: string
    }
    readonly columns: Readonly<Record<'what' | 'report' | 'scenario' | 'difference' | 'relative' | 'total', string>>
    readonly same: string
    readonly differs: string
    readonly points: string
    readonly refused: string
    readonly absent: string
    readonly side: string
    readonly sideLead: string
    readonly tornado: string
    readonly tornadoLead: string
    readonly tenth: string
    readonly interval: string
    readonly lower: string
    readonly higher: string
    readonly inert: string
    readonly sentences: string
    readonly sentencesLead: string
    readonly sentencesNone: string
    readonly sentencesLooking: string
    readonly sentencesSome: string
    readonly sentencesMore: string
    readonly sentencesAbsent: string
    readonly untrue: string
  }
}
