import stringWidth from 'string-width'

/** Rows of text as aligned columns; Chinese characters count double, as terminals draw them. */
export const textTable = (rows: readonly (readonly string[])[]): string => {
  const widths: number[] = []
  for (const row of rows) for (const [column, text] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, stringWidth(text))
  return rows
    .map((row) =>
      row
        .map((text, column) => (column === row.length - 1 ? text : text + ' '.repeat((widths[column] ?? 0) - stringWidth(text))))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
