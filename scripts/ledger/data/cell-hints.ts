/** What spreadsheets and pages write for a number, and what to write instead. */
const hints: readonly (readonly [pattern: RegExp, expected: (number: string) => string])[] = [
  [/^([-−]?\d+(?:\.\d+)?)\s*[%％]$/, (number) => `“${number}”, and “unit: "%"” at its column or row`],
  [
    /^[(（]\s*(\d+(?:\.\d+)?)\s*[)）]$/,
    (number) => `“-${number}” where the brackets stand for a minus; else “${number}”, and the brackets among “marks:”`,
  ],
  [/^=/, () => 'the number that the page prints; this is a formula of a spreadsheet'],
  [
    /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|#+)/,
    () => 'the number that the page prints; this is what a spreadsheet shows for an error',
  ],
  [
    /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}[-/](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[-/]\d{1,2}|\d{1,2}月\d{1,2}日)$/i,
    () => 'the number that the page prints; a spreadsheet may have made a day of it',
  ],
]

/** What to write where a cell that is no numeral has a form that is often met; undefined for others. */
export const cellHint = (text: string): string | undefined => {
  for (const [pattern, expected] of hints) {
    const found = pattern.exec(text)
    if (found) return expected(found[1] ?? '')
  }
  return undefined
}
