import { readFileSync } from 'node:fs'
import { Problem, Problems } from '../problem.ts'
import { characterProblems } from '../text/characters.ts'

/** The text of an author's file. Bytes that are no UTF-8 (GBK, UTF-16) would be read as other signs than were written, and so would a twin of a character. */
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
  // A script may speak of such characters.
  const problems = file.endsWith('.ts') ? [] : characterProblems(text, file)
  if (problems.length > 0) throw new Problems(problems)
  return text
}
