/** A table as a page shows it, in one language. */

export interface ShownCell {
  readonly text: string
  /** The figure whose value the text is. */
  readonly figure?: string
  /** Where the text leads, if it is no figure. */
  readonly href?: string
  /** A level of evidence, shown as its mark. */
  readonly level?: string
}

export interface ShownRow {
  readonly cells: readonly ShownCell[]
  /** A total, or what the other rows are held against. */
  readonly strong?: boolean
  /** One cell that runs across the table: a heading for the rows below it. */
  readonly group?: boolean
}

export interface ShownTable {
  readonly head: readonly { readonly text: string; readonly number?: boolean }[]
  readonly rows: readonly ShownRow[]
  readonly note?: string
  /** The source's table that it shows: numbers checked there are marked here. */
  readonly of?: string
  /** A look of its own. */
  readonly kind?: 'matrix'
}

/** What a chapter is called, by its name under content/. */
export type TitleOf = (slug: string) => string
