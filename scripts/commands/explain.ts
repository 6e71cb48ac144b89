/** Prints where a figure comes from: its formula, in symbols and with values, down to what the sources print. */
import { expectedNames, type Figure, type Ledger, locatorText, printedText, reportLedger, shown, UsageProblem } from '../index.ts'
import { commandLine, terminalLanguage } from './arguments.ts'
import { run } from './run.ts'

const longest = 8

const describe = (ledger: Ledger, figure: Figure, depth: number, seen: Set<string>): string[] => {
  const language = terminalLanguage()
  const indent = '  '.repeat(depth)
  const { id, input, derived, formula } = figure
  const head = `${indent}${id} = ${shown(figure, language)}   ${figure.label[language]}`
  if (input) {
    const where = input.locator ? `, ${locatorText(input.locator)[language]}` : ''
    return [
      head,
      `${indent}  printed “${printedText(input)}”${input.qualifier ? ` (${input.qualifier})` : ''} in ${input.source}${where}   ${input.place.file}:${input.place.line}`,
    ]
  }
  if (!derived || !formula) return [head]
  if (seen.has(id)) return [head, `${indent}  as above`]
  seen.add(id)
  const shownOf = (part: string) => {
    const found = ledger.figures.get(part)
    return found ? shown(found, language) : part
  }
  const values = Object.entries(derived.of).map(([name, of]): readonly [string, string] => {
    const ids = typeof of === 'string' ? [of] : of.flat(2)
    return [name, `${ids.slice(0, longest).map(shownOf).join(' + ')}${ids.length > longest ? ` + … (${ids.length})` : ''}`]
  })
  const list = Object.values(derived.of).some((of) => typeof of !== 'string')
  // A list has no place in the formula's text; its values are told by name.
  const substituted =
    list || !formula.expression
      ? values.map(([name, text]) => `${name}: ${text}`)
      : [
          `= ${values.reduce((text, [name, value]) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), value), formula.text)} = ${shown(figure, language)}`,
        ]
  const parts = figure.from.flatMap((part) => ledger.figures.get(part) ?? [])
  const told = parts.length > 3 * longest ? parts.slice(0, longest) : parts
  return [
    head,
    `${indent}  ${formula.name} = ${formula.text}   ${formula.file}:${formula.line}`,
    ...substituted.map((text) => `${indent}    ${text}`),
    `${indent}  ${derived.place.file}:${derived.place.line}`,
    ...told.flatMap((part) => describe(ledger, part, depth + 1, seen)),
    ...(told.length < parts.length ? [`${indent}  … and ${parts.length - told.length} more inputs`] : []),
  ]
}

await run(() => {
  const { words } = commandLine([], ['ID'])
  const [id = ''] = words
  const ledger = reportLedger()
  const figure = ledger.figures.get(id)
  if (!figure) throw new UsageProblem(`there is no figure “${id}”`, expectedNames(id, ledger.figures.keys()))
  console.log(describe(ledger, figure, 0, new Set()).join('\n'))
})
