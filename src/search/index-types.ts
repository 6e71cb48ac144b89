/** What the build writes and the browser reads. */

/** A chapter or a figure as it is found. Its first line is its title. */
export interface Document {
  readonly address: string
  readonly text: string
  /** Anchors of its sections and where they begin in the text, each with its heading as a line. */
  readonly sections: readonly (readonly [anchor: string, at: number])[]
}

/** Where an index lies, in how many files its terms are, and how many documents stand in one file. */
export interface IndexPlace {
  readonly path: string
  readonly files: number
  readonly together: number
}

/**
 * Where a term stands in one document: the document's number, counted from the one before, twice, and one more if it is
 * in the title; then the places in its text, each counted from the one before.
 */
export type Posting = readonly number[]

/** One file of terms. */
export type Postings = Readonly<Record<string, readonly Posting[]>>

/** Where things are found in one language: its chapters, and its figures. */
export interface LanguageIndexes {
  readonly chapters: IndexPlace
  readonly figures: IndexPlace
}
