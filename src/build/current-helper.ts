import type { Problem } from '../../scripts/ledger/problem.ts'
import type { Language, Place } from '../../scripts/ledger/types.ts'
import type { ListedFile } from '../exports/files.ts'

/** What is known once chapters stand: the folder of the site, and for each figure, by language, where chapters show it, as HTML. */
export interface Standing {
  readonly folder: string
  readonly uses: Readonly<Record<Language, ReadonlyMap<string, string>>>
}

/** A drawing of a chart that is to be painted, and the path on the site of its pixels. */
export interface Drawn {
  readonly path: string
  readonly svg: string
}

/** What the helper is told. */
export type Order = { readonly drawn: Drawn } | { readonly standing: Standing }

/** A problem as it passes from process to process. */
interface ProblemMessage {
  readonly what: string
  readonly place: Place
  readonly expected: string | undefined
}

/** An error as it passes: its stack tells where a script of the report stopped, its code and path what a disk refused. */
interface ErrorMessage {
  readonly message: string
  readonly stack: string | undefined
  readonly code?: string | undefined
  readonly path?: string | undefined
  readonly syscall?: string | undefined
}

/** What the helper answers: what is wrong with the report, then which files it made, then that all is written; or what stopped it. */
export type Answer =
  | { readonly problems: readonly ProblemMessage[] }
  | { readonly files: readonly ListedFile[] }
  | { readonly written: true }
  | { readonly failed: ErrorMessage }

/** A build’s second process, which works beside Astro and gives back what it took when it ends: `helper-process.ts`. */
export interface Helper {
  /** All that `npm run check` tells; nothing less is published. */
  readonly problems: Promise<readonly Problem[]>
  /** The files for other people's tools, once they are made. */
  readonly files: Promise<readonly ListedFile[]>
  /** Has a drawing painted when there is time. */
  readonly paint: (drawn: Drawn) => void
  /** Has the audit’s pages of figures and files, the files for other tools and all pictures put into the site, once its other pages stand; it then goes about it. */
  readonly complete: (standing: Standing) => Promise<void>
  /** When they are. */
  readonly completed: () => Promise<void>
}

// The build starts it before Astro is loaded; Astro’s configuration and pages are loaded apart. All meet here, as they do at the ledger.
const symbol = Symbol.for('report.helper')
const room = globalThis as { [symbol]?: Helper }

/** The helper of this build; none while the report is written. */
export const currentHelper = (): Helper | undefined => room[symbol]

/** The helper of this build, started where it was not. */
export const helperBy = (start: () => Helper): Helper => (room[symbol] ??= start())
