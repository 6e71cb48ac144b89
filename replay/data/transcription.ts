import { unbound } from '../printed.ts'
import type { Qualifier, Rounding } from '../record.ts'

/** What a line of the data says of one printed value. */
export interface Transcription {
  readonly digits: string
  readonly unit: string
  readonly as: string | undefined
  readonly qualifier: Qualifier | null
  /** What the line itself says of how it is rounded; null where that is left to the whole source. */
  readonly rounding: Rounding | null
  readonly assumed: boolean
}

/** Digits and a unit, of which nothing else is said. */
export const plain = ({ digits, unit, rounding }: Pick<Transcription, 'digits' | 'unit' | 'rounding'>): Transcription =>
  unbound({ digits, unit, as: undefined, qualifier: null, rounding, assumed: false })

/** A value, and the line of a file on which it stands. */
export interface Standing {
  readonly line: number
  readonly value: Transcription
}
