import { readFileSync } from 'node:fs'
import { Problem } from '../problem.ts'

/** The text of an author's file. Bytes that are no UTF-8 (GBK, UTF-16) would be read as other signs than were written. */
export const readText = (root: string, file: string): string => {
  const refused = () => new Problem('the file is not UTF-8', { file, line: 1, column: 1 }, 'the same text, saved as UTF-8')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(`${root}/${file}`))
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw refused()
  }
  // UTF-16 without its mark is valid UTF-8 where every other byte is nothing.
  if (text.includes('\0')) throw refused()
  return text
}
