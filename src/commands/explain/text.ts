import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { coloured } from '../cli/terminal.ts'
import { textTable, wrapped } from '../cli/text-table.ts'
import { candidates, type Explanation } from './explanation.ts'

/** A list longer than three times this is told by its first ones. */
const longest = 8

const number = (value: number | null): string => (value === null ? '…' : plainNumber(value))

/** The lines that a figure is told in, without those of its parts. */
const facts = (figure: Explanation, language: Language): string[] => {
  const { id, interval, unit, per, scope, checks, dependants } = figure
  const name = figure.argument && figure.argument !== id ? `${coloured('dim', `${figure.argument}:`)} ` : ''
  const head = `${name}${coloured('bold', id)} = ${coloured('cyan', figure.shown[language])}   ${figure.label[language]}`
  // A method that is no single expression is read in its file.
  const formula = figure.formula?.startsWith('{') ? `${figure.formula.slice(0, 60)} … }` : figure.formula
  if (figure.repeated) return [head, coloured('dim', 'as above')]
  const certain = interval[0] === interval[1]
  const size = `${number(figure.value)} ${unit}${per ? ` per ${per}` : ''}${certain ? '' : `, ${interval.map(number).join(' – ')} by rounding`}`
  const counted = [scope.entity, scope.period, scope.measure, scope.reach].filter(Boolean).join(', ')
  const where = figure.locator ? `, ${figure.locator[language]}` : ''
  const origin = figure.printed
    ? [
        `${figure.kind === 'assumed' ? 'assumed' : 'printed'} “${figure.printed}”${figure.qualifier ? ` (${figure.qualifier})` : ''} in ${figure.source}${where}   ${figure.dataScript}`,
      ]
    : [
        `${formula}   ${figure.formulaScript}`,
        `= ${figure.substituted?.[language]}`,
        figure.declared ? `declared at ${figure.declared}` : `defined at ${figure.script}`,
      ]
  return [
    head,
    `${size}${counted ? `   (${counted})` : ''}`,
    ...origin,
    ...(figure.simulated
      ? [
          `${figure.note?.[language] ?? ''}${figure.simulated.error === undefined ? '' : ` Monte Carlo standard error: ${number(figure.simulated.error)}`}`.trim(),
        ].filter(Boolean)
      : []),
    ...(dependants.all > 0
      ? [`${dependants.all} ${dependants.all === 1 ? 'figure rests' : 'figures rest'} on it, ${dependants.direct} directly`]
      : []),
    ...checks.map(
      ({ printed, qualifier, verdict, source, locator }) =>
        `claimed as “${printed}”${qualifier ? ` (${qualifier})` : ''} in ${source}, ${locator[language]}: ${coloured(verdict === 'exact' ? 'green' : 'yellow', verdict)}`,
    ),
    ...(figure.unexplained ? [coloured('dim', `… ${figure.unexplained} parts below`)] : []),
  ]
}

/** A figure and its parts, each part under a branch. `first` stands before its first line, `rest` before all others. */
const branches = (figure: Explanation, language: Language, width: number, first: string, rest: string): string[] => {
  const told = figure.parts.length > 3 * longest ? figure.parts.slice(0, longest) : figure.parts
  const more = figure.parts.length - told.length
  const trunk = told.length > 0 ? '│ ' : '  '
  const [head = '', ...others] = facts(figure, language)
  return [
    first + head,
    ...others.flatMap((line) =>
      wrapped(line, Math.max(32, width - rest.length - 4)).map((text, index) => `${rest}${trunk}${index === 0 ? '' : '  '}${text}`),
    ),
    ...told.flatMap((part, index) => {
      const last = index === told.length - 1 && more === 0
      return branches(part, language, width, `${rest}${last ? '└─ ' : '├─ '}`, `${rest}${last ? '   ' : '│  '}`)
    }),
    ...(more > 0 ? [`${rest}└─ … and ${more} more (--json has them all)`] : []),
  ]
}

/** A figure's tree in lines of at most `width` columns, but for lines of one figure's name and label. */
export const explanationText = (figure: Explanation, language: Language, width: number): string =>
  branches(figure, language, width, '', '').join('\n')

/** The figures that some words may mean; undefined if they mean none. */
export const candidateTable = (ledger: Ledger, words: string, language: Language, width: number): string | undefined => {
  const found = candidates(ledger, words)
  if (found.length === 0) return undefined
  const rows = found.map((figure) => [
    figure.id,
    shown(figure, language),
    ledger.checks.find((check) => check.figure === figure.id)?.printed ?? '',
    figure.label[language],
  ])
  return textTable([['figure', 'shown', 'claimed as', 'label'], ...rows], { width, note: 3 })
}
