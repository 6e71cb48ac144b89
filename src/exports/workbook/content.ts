/** What a cell holds; a formula has the value that it comes to beside it. */
export type Content = string | number | null | Live
export interface Live {
  readonly formula: string
  readonly value: number | string
  /** The cells that one formula fills, where it is an array's; their values follow row by row. */
  readonly fills?: string
}
