import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { Bilingual, Language, Place } from '../../scripts/ledger/types.ts'
import type { RowSources as ChartSources } from '../charts/row-source.ts'
import type { ComponentRule } from '../components/registry.ts'
import type { TableSources } from '../tables/table-source.ts'

/**
 * A room of the report that plugs into the site, as the coding of cases does: what it adds to chapters, pages, checks
 * and commands. It stands under src/report/ and is named by src/report/index.ts alone; a report without it has no trace
 * of it. Pages’ components are loaded by functions, since only pages can load them.
 */
export interface SiteExtension {
  /** What chapters may write besides the engine’s components. */
  readonly components?: Readonly<Record<string, ComponentRule>>
  /** Kinds of ids that attributes of these components hold: an attribute of kind `named keeper` holds one of those under `keeper`. */
  readonly names?: Readonly<Record<string, (ledger: Ledger) => readonly string[]>>
  /** Stands at the head of chapters, beneath the lead. */
  readonly head?: {
    readonly stands: (slug: string, ledger: Ledger) => boolean
    readonly load: () => Promise<{ readonly default: (properties: { readonly slug: string }) => unknown }>
  }
  /** Rows that charts may be drawn from beside figures and tables, by the name that chart files use: `source: cases.effects`. */
  readonly chartSources?: ChartSources
  /** What it has against the chapters, besides what the guards say of each. */
  readonly check?: (chapters: ChaptersChecked, complaints: Complaints) => void
  /** Rows that tables of content/tables/ may ask for by these names, `source: name`. */
  readonly tableSources?: TableSources
  /** What `npm run new` can begin besides a chapter, by the word that asks for it. */
  readonly templates?: Readonly<Record<string, Template>>
  /** Entries of the glossary that are no terms of data/glossary.yaml. */
  readonly terms?: (ledger: Ledger) => readonly ExtensionTerm[]
  /** Whose a number is, where the report’s scopes have no name for it. */
  readonly entity?: (ledger: Ledger, entity: string) => Bilingual | undefined
}

/** All chapters, as an extension’s check sees them. */
export interface ChaptersChecked {
  readonly ledger: Ledger
  readonly slugs: ReadonlySet<string>
  /** The head of a chapter’s file. */
  readonly top: (slug: string) => Place
}

export interface ExtensionTerm extends Bilingual {
  readonly id: string
  readonly definition: Bilingual
  /** What kind of term it is, beside its name. */
  readonly kind: Bilingual
}

/** What `npm run new -- KIND SLUG [CHOICE]` writes. */
export interface Template {
  /** As help says it: “a case with its coding”. */
  readonly does: string
  /** Chapters of this folder of content/ are begun this way and no other. */
  readonly folder: string
  readonly part: string
  /** What the last word may be; the first is taken where it is left out. */
  readonly choice: { readonly name: string; readonly among: (ledger: Ledger) => readonly string[] }
  /** Whether a name will do, where it must do for more than an address; and what it must be made of. */
  readonly isName: (name: string) => boolean
  readonly nameRule: string
  readonly chapter: (language: Language, order: number, ledger: Ledger) => string
  /** What is added to the end of files of data/. */
  readonly data: readonly { readonly file: string; readonly text: (name: string, choice: string, ledger: Ledger) => string }[]
  /** What to do next, after looking at the pages. */
  readonly steps: readonly string[]
}
