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

/** Without this sign at its beginning a spreadsheet program under Windows takes a file for one in the system’s own encoding. */
const sign = '\ufeff'

/** A table as a file; one that people open in a spreadsheet is `signed` as UTF-8, which some programs would read as a letter. */
export const csv = (head: readonly string[], rows: readonly (readonly Value[])[], signed = false): Uint8Array => {
  const text = writeCsv([head, ...rows].map((row) => row.map((value) => exact(harmless(value)))))
  return new TextEncoder().encode(`${signed ? sign : ''}${text}\r\n`)
}
