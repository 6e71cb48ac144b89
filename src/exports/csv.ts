/** Comma-separated values after RFC 4180, in UTF-8. */
import { writeCsv } from 'hucre/csv'

export type Value = string | number | boolean | null

/**
 * A cell that begins like a formula would run as one when a spreadsheet opens the file, so that text gets an apostrophe
 * before it; numbers, also the negative ones that sources print, are left alone.
 */
const harmless = (value: Value): Value =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value

/** Numbers are written so that reading them gives the same number again. */
const exact = (value: Value): Value => (typeof value === 'number' ? String(value) : value)

export const csv = (head: readonly string[], rows: readonly (readonly Value[])[]): Uint8Array =>
  new TextEncoder().encode(`${writeCsv([head, ...rows].map((row) => row.map((value) => exact(harmless(value)))))}\r\n`)
