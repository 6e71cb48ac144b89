import type { Qualifier } from '../record.ts'

/** What a line of the data says of one printed value. */
export interface Transcription {
  readonly digits: string
  readonly unit: string
  readonly as: string | undefined
  readonly qualifier: Qualifier | null
  readonly assumed: boolean
}

/** Digits and a unit, of which nothing else is said. */
export const plain = ({ digits, unit }: Pick<Transcription, 'digits' | 'unit'>): Transcription => ({
  digits,
  unit,
  as: undefined,
  qualifier: null,
  assumed: false,
})

/** A value, and the line of a file on which it stands. */
export interface Standing {
  readonly line: number
  readonly value: Transcription
}
