import { dice } from './dice.ts'

/** Lines that stand together in a sample. */
export const linesOfWindow = 8

/** So many windows of lines as "file:from-to", drawn over all files alike; one seed always draws the same. */
export const sampleOf = (
  files: readonly { readonly file: string; readonly lines: number }[],
  windows: number,
  seed: number,
): readonly string[] => {
  const roll = dice(seed)
  const all = files.flatMap(({ file, lines }) =>
    Array.from({ length: Math.ceil(lines / linesOfWindow) }, (_, index) => ({
      range: `${file}:${index * linesOfWindow + 1}-${Math.min(lines, (index + 1) * linesOfWindow)}`,
      by: roll(),
    })),
  )
  return all
    .sort((a, b) => a.by - b.by)
    .slice(0, windows)
    .map(({ range }) => range)
}
