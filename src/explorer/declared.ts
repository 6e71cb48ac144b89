/** How a report declares its scenario explorer: what a reader may move, among what to choose, what is shown. */
import type { Bilingual } from '../../scripts/ledger/types.ts'

/** Every `figure` and every id of a list is a figure of the ledger, or the build stops. */
export interface Scenarios {
  /** The figure that the explorer is about. It is a sum, and what it adds up can be switched off. */
  readonly total: string
  /** What a scenario does not predict, in the words of a sentence. */
  readonly subject?: Bilingual
  readonly controls: readonly ControlGroup[]
  /** What the summands of the total are called where they are switched on and off, by the last part of their ids. */
  readonly switches: Readonly<Record<string, Bilingual>>
  /** What is counted indirectly, as a whole: the words beside its switch. Not shown if nothing of the total is indirect. */
  readonly indirect?: Bilingual
  readonly presets: readonly Preset[]
  /** Shown of every scenario beneath the total. */
  readonly results: readonly ResultGroup[]
  /** A figure shown beside the total where the ready scenarios stand side by side. */
  readonly beside?: string
  /** What a reader must not take a scenario for, and the chapter that says why. */
  readonly caution?: { readonly text: Bilingual; readonly chapter: string; readonly link: Bilingual }
}

export interface ControlGroup {
  readonly id: string
  readonly name: Bilingual
  /** Unfolded when the page opens. */
  readonly open?: true
  readonly controls: readonly ControlDeclaration[]
  readonly choice?: Choice
}

export interface ControlDeclaration {
  /** Its name in addresses. */
  readonly name: string
  readonly figure: string
  /** Without it a slider goes from nought to twice the printed value by hundredths of it. */
  readonly range?: { readonly least: string; readonly most: string; readonly step: string }
  /** Figures that this one might have been, such as the alternatives of a choice: its interval spans them, and its slider reaches beyond the largest. */
  readonly among?: readonly string[]
}

/** One control of a group may also be chosen among alternatives that the ledger has. */
export interface Choice {
  /** The name of the control: an address says `name=1.2` or `name=alternative`. */
  readonly control: string
  readonly question: Bilingual
  /** What the report’s own is called, and a value that the reader gives. */
  readonly own: Bilingual
  readonly value: Bilingual
  readonly alternatives: readonly Alternative[]
}

export interface Alternative {
  readonly id: string
  readonly name: Bilingual
  /** Which figures are then the sum of which others. */
  readonly instead: Readonly<Record<string, readonly string[]>>
}

/** A scenario to begin with. */
export interface Preset {
  readonly id: string
  readonly name: Bilingual
  /** As the address says it, such as "?without=indirect"; "" for the report. */
  readonly query: string
}

export interface ResultGroup {
  readonly name: Bilingual
  readonly figures: readonly string[]
}

export const choicesOf = ({ controls }: Scenarios): readonly Choice[] => controls.flatMap(({ choice }) => choice ?? [])
