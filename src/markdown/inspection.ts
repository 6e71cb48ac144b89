import type { Root } from 'mdast'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import type { Numbered } from '../chapters/numbering.ts'
import type { SourceText, Stretch } from '../chapters/source-text.ts'
import type { EngineKind, ExtensionKind } from '../components/registry.ts'
import type { Rule } from './allowed-digits.ts'
import { figuresLike } from './suggestions.ts'
import { type TypedNumber, typedNumbersIn } from './typed-numbers.ts'

/** What prose may name: the ledger's figures and sources, and the site's charts and tables. */
export interface ProseContext {
  /** Asked for anew for every file, since a watching build computes new ledgers. */
  readonly ledger: () => Ledger
  /** Asked for anew as well: a file more is a chart or a table more. */
  readonly charts: () => ReadonlySet<string>
  readonly tables: () => ReadonlySet<string>
  /** Files of data/ and content/ whose lines a chapter may show. */
  readonly files?: () => ReadonlySet<string>
  /** What a chapter may speak of by its number: what it shows itself, and what chapters of its language show. */
  readonly shown: (language: Language, tree: Root) => Readonly<Record<Numbered, ReadonlySet<string>>>
  /** The chapters that links may name, by language. */
  readonly chapters: (language: Language) => ReadonlySet<string>
  /** Brand names with digits, in place of the usual ones. */
  readonly names?: readonly string[]
}

/** Kinds of attributes that hold an id of something known. */
type KnownEngineKind = Exclude<EngineKind, 'predicate' | 'words' | 'locator'>
export type KnownKind = KnownEngineKind | ExtensionKind

/** The ids of each kind: the engine’s kinds are always there, an extension’s where it is plugged in. */
export type Known = Readonly<Record<KnownEngineKind, ReadonlySet<string>>> & Readonly<Record<ExtensionKind, ReadonlySet<string>>>

/** One chapter under inspection: its text, what it may name, and what was found so far. */
export interface Inspection {
  readonly source: SourceText
  readonly ledger: Ledger
  readonly known: Known
  readonly chapters: ReadonlySet<string>
  readonly rules: readonly Rule[]
  readonly complaints: Complaints
}

/** What may stand where a number was typed: in running text a component, in an attribute only words. */
export type Setting = 'text' | 'attribute' | 'equation'

/** Complains of every typed number, and names the figures that would show it. */
export const refuseTyped = (
  { source, ledger, complaints }: Inspection,
  typed: readonly TypedNumber[],
  where: Stretch,
  setting: Setting,
): void => {
  for (const number of typed) {
    const figures = figuresLike(number, ledger)
      .map((id) => `<Num id="${id}" />`)
      .join(', or ')
    const figure = figures || '<Num id="…" />'
    const expected = {
      text: figures || `${figure} with a figure of the ledger, or words without a number`,
      attribute: `words without a number; ${figure} in the text`,
      equation: `letters, <Equation of="…" />, or ${figure} in the text`,
    }
    complaints.add(`“${number.words}” is typed into the prose`, source.placeIn(where, number.index, number.words.length), expected[setting])
  }
}

/** Reads words as a reader meets them, and complains of the numbers typed into them. */
export const readWords = (inspection: Inspection, where: Stretch, setting: Setting): void =>
  refuseTyped(inspection, typedNumbersIn(where.words, inspection.rules), where, setting)
