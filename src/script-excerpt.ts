import { readFileSync } from 'node:fs'
import type { Place } from '../scripts/index.ts'

/** The statement of a script that starts at a place, to the bracket that closes it, with its line numbers. */
export const scriptExcerpt = (root: string, { file, line }: Pick<Place, 'file' | 'line'>): string => {
  const lines = readFileSync(`${root}/${file}`, 'utf8').split('\n')
  const from = line - 1
  let depth = 0
  let to = from
  for (; to < lines.length; to += 1) {
    for (const sign of lines[to] ?? '') {
      if ('([{'.includes(sign)) depth += 1
      else if (')]}'.includes(sign)) depth -= 1
    }
    if (depth <= 0) break
  }
  const width = String(to + 1).length
  return lines
    .slice(from, to + 1)
    .map((text, index) => `${String(from + index + 1).padStart(width)}  ${text}`)
    .join('\n')
}
