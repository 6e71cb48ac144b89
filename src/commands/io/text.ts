/** What `npm run io` computes, as tables for people. */
import stringWidth from 'string-width'
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { bracketed } from '../../i18n/words.ts'
import { coloured } from '../cli/terminal.ts'
import { type Cell, textTable, wrapped } from '../cli/text-table.ts'
import type { Finding } from './finding.ts'
import type { IoResult, Range, SectorResult } from './results.ts'
import { ioWords } from './words.ts'

/** Findings that balance are counted; of the others so many of a kind are told one by one. */
const mostOfAKind = 12

const severityColours = { ok: 'green', note: 'dim', warning: 'yellow', error: 'red' } as const

const heading = (text: string): string => coloured('bold', text)

/** Four decimals of a plain ratio; a dash where there is none. */
const ratio = (value: number | null | undefined, decimals = 4): string =>
  value === null || value === undefined ? '–' : value.toFixed(decimals)
/** A sum with all the digits that its parts print. */
const sum = (value: number): string => plainNumber(value)
/** Six significant digits, and no power of ten. */
const amount = (value: number | null): string =>
  value === null ? '–' : Math.abs(value) >= 1e6 ? value.toFixed(0) : plainNumber(Number(value.toPrecision(6)))
/** As many decimals as tell the two ends apart, four at least. */
const between = (range: Range | null, to: string): string => {
  if (!range) return '–'
  const [low, high] = range
  if (low === null || high === null) return `${low === null ? '…' : ratio(low)} ${to} ${high === null ? '…' : ratio(high)}`
  const decimals = Math.min(10, Math.max(4, high > low ? Math.ceil(-Math.log10(high - low)) + 1 : 4))
  return `${low.toFixed(decimals)} ${to} ${high.toFixed(decimals)}`
}

const paragraphs = (lines: readonly string[], width: number): string =>
  lines.flatMap((line) => wrapped(line, Math.min(width, 110))).join('\n')

/** The balance report. */
export const balanceText = (balance: readonly Finding[], language: Language, width: number): string => {
  const words = ioWords(language)
  const rows = balance.filter(({ kind, within }) => kind === 'row' && within !== null)
  const told = [
    ...Map.groupBy(
      balance.filter(({ severity }) => severity !== 'ok'),
      ({ kind, severity }) => `${kind} ${severity}`,
    ).values(),
  ].flatMap((list) => {
    const lines = list
      .slice(0, mostOfAKind)
      .map(({ severity, cell, message }): readonly Cell[] => [
        { text: words.severity[severity], colour: severityColours[severity] },
        cell ?? '',
        message[language],
      ])
    return list.length > mostOfAKind ? [...lines, ['', '', `… ${list.length - mostOfAKind}`]] : lines
  })
  const within = rows.filter((row) => row.within).length
  return [
    heading(words.balance),
    rows.length > 0 ? words.balanced(within, rows.length) : words.unchecked(balance.filter(({ kind }) => kind === 'column').length),
    ...(told.length > 0 ? [textTable([['', '', ''], ...told], { width, note: 2 }).replace(/^ *\n/, '')] : []),
  ].join('\n')
}

/** A table, or two of them under each other where one would be wider than the terminal; the first column heads both. */
const fitted = (rows: readonly (readonly Cell[])[], first: number, width: number): string => {
  const whole = textTable(rows)
  if (Math.max(...whole.split('\n').map((line) => stringWidth(line))) <= width) return whole
  const parts = [rows.map((row) => row.slice(0, first)), rows.map((row) => [row[0] ?? '', ...row.slice(first)])]
  return parts.map((part) => textTable(part, { width })).join('\n\n')
}

const sectorTable = ({ sectors }: IoResult, language: Language, width: number): string => {
  const { columns, to } = ioWords(language)
  const hasJobs = sectors.some(({ simple }) => simple !== null)
  const hasClosed = sectors.some(({ type2 }) => type2 !== null)
  const hasImports = sectors.some(({ import_leakage: leakage }) => leakage !== null)
  const first = (one: SectorResult): readonly string[] => [
    one.sector,
    ratio(one.output_multiplier),
    ...(hasJobs ? [amount(one.simple), ratio(one.type1)] : []),
    ...(hasClosed ? [ratio(one.type2)] : []),
    ...(hasJobs ? [ratio(one.indirect_per_direct)] : []),
  ]
  const second = (one: SectorResult): readonly string[] => [
    between(hasJobs ? one.indirect_per_direct_range : one.output_multiplier_range, to),
    ratio(one.backward),
    ratio(one.forward),
    ...(hasImports ? [ratio(one.import_leakage)] : []),
  ]
  const heads = [
    columns.sector,
    columns.output,
    ...(hasJobs ? [columns.simple, columns.type1] : []),
    ...(hasClosed ? [columns.type2] : []),
    ...(hasJobs ? [columns.indirect] : []),
  ]
  return fitted(
    [
      [...heads, columns.range, columns.backward, columns.forward, ...(hasImports ? [columns.leakage] : [])],
      ...sectors.map((one) => [...first(one), ...second(one)]),
    ],
    heads.length,
    width,
  )
}

/** An amount of persons in the unit of its file. */
const employed = (amount: number, persons: number, language: Language): string => {
  if (language === 'en') return persons === 1 ? `${sum(amount)} persons` : `${sum(amount)} × ${persons.toLocaleString('en')} persons`
  return persons === 1 ? `${sum(amount)}人` : persons === 10_000 ? `${sum(amount)}万人` : `${sum(amount)} × ${persons}人`
}

const totalTable = ({ totals, table }: IoResult, language: Language, width: number): string => {
  const { total, to } = ioWords(language)
  const unit = table.unit ? ` ${table.unit}` : ''
  const rows: [string, string][] = [
    [total.intermediate, sum(totals.intermediate_use) + unit],
    [total.final, sum(totals.final_use) + unit],
    [total.domesticFinal, sum(totals.domestic_final_use) + unit],
    [total.imports, sum(totals.imports) + unit],
    [total.output, sum(totals.gross_output) + unit],
    ...(totals.employment === null
      ? []
      : [[total.employment, employed(totals.employment, table.persons_per_employment ?? 1, language)] as [string, string]]),
    [total.perFinal, ratio(totals.intermediate_per_final_use, 6)],
    [total.uniform, ratio(totals.uniform_labour_multiplier, 6)],
    ...(totals.indirect_per_direct === null
      ? []
      : [[total.all, `${ratio(totals.indirect_per_direct, 6)}  (${between(totals.indirect_per_direct_range, to)})`] as [string, string]]),
    ...(totals.indirect_per_direct_consumption === null
      ? []
      : [
          [
            total.consumption,
            `${ratio(totals.indirect_per_direct_consumption, 6)}  (${between(totals.indirect_per_direct_consumption_range, to)})`,
          ] as [string, string],
        ]),
    ...(totals.band === null
      ? []
      : [
          [
            total.band,
            `${ratio(totals.band.low)}${bracketed(language, totals.band.low_sector)} ${to} ${totals.band.high === null ? '∞' : ratio(totals.band.high)}${bracketed(language, totals.band.high_sector)}`,
          ] as [string, string],
        ]),
    ...(totals.import_leakage === null ? [] : [[total.leakage, ratio(totals.import_leakage)] as [string, string]]),
    [total.residuals, `${totals.residual_leontief.toExponential(1)}, ${totals.residual_ghosh.toExponential(1)}`],
    [total.condition, amount(totals.condition)],
  ]
  return textTable([['', ''], ...rows], { width }).replace(/^ *\n/, '')
}

/** Everything but the balance report. */
export const resultText = (result: IoResult, language: Language, width: number): string => {
  const words = ioWords(language)
  const { columns, to } = words
  const { bundles, influence, aggregation, decomposition, totals, table } = result
  const parts = [
    `${heading(words.multipliers)}\n${sectorTable(result, language, width)}`,
    `${heading(words.totals)}\n${totalTable(result, language, width)}`,
  ]
  if (bundles.length > 0)
    parts.push(
      `${heading(words.bundles)}\n${textTable(
        [
          [columns.bundle, columns.demand, columns.direct, columns.employment, columns.indirect, columns.range, columns.leakage],
          ...bundles.map((one) => [
            one.bundle,
            amount(one.demand),
            amount(one.direct_employment),
            amount(one.employment),
            ratio(one.indirect_per_direct),
            between(one.indirect_per_direct_range, to),
            ratio(one.import_leakage),
          ]),
        ],
        { width },
      )}`,
    )
  if (influence)
    parts.push(
      `${heading(words.influence)}\n${textTable(
        [
          [columns.seller, columns.buyer, columns.coefficient, columns.elasticity, columns.influence],
          ...influence.map((one) => [
            one.seller,
            one.buyer,
            ratio(one.coefficient),
            one.outputElasticity.toPrecision(4),
            one.influence.toPrecision(4),
          ]),
        ],
        { width },
      )}`,
    )
  if (aggregation)
    parts.push(
      `${heading(words.aggregation)}\n${textTable(
        [
          [columns.group, columns.aggregated, columns.detailed],
          ...[
            ...aggregation.groups.map((one) => [one.group, one.aggregated.indirect_per_direct, one.detailed.indirect_per_direct] as const),
            [words.allSectors, aggregation.all.aggregated, aggregation.all.detailed] as const,
          ].map(([name, rough, fine]) => [name, ratio(rough), ratio(fine)]),
        ],
        { width },
      )}`,
    )
  if (decomposition) {
    // What floating point leaves of a nought is no job.
    const withoutNoise = (part: number): number => (Math.abs(part) < 1e-9 * (totals.employment ?? 1) ? 0 : part)
    const line = (name: string, one: Record<'labour' | 'technology' | 'mix' | 'level' | 'change', number>) => [
      name,
      ...[one.labour, one.technology, one.mix, one.level, one.change].map((part) => amount(withoutNoise(part))),
    ]
    const polar = decomposition.polar.map((form, index) =>
      line(`${words.polar} ${index + 1}`, { ...form, change: form.labour + form.technology + form.mix + form.level }),
    )
    parts.push(
      `${heading(words.decomposition)}\n${textTable(
        [
          [columns.sector, columns.labour, columns.technology, columns.mix, columns.level, columns.change],
          ...decomposition.sectors.map((one) => line(one.sector, one)),
          line(words.allSectors, decomposition.totals),
          ...polar,
          [words.unexplained, '', '', '', '', amount(withoutNoise(decomposition.unexplained))],
        ],
        { width },
      )}`,
    )
  }
  const { households } = totals
  parts.push(
    `${heading(words.assumptions)}\n${paragraphs(
      [
        ...(totals.employment === null ? [] : [words.simpleUnit]),
        words.digits,
        ...(households
          ? [
              words.households(
                words.income[households.income],
                words.spending[households.spending],
                households.uses.join(language === 'zh' ? '、' : ', '),
                ratio(households.domestic_spending_per_income, 3),
              ),
            ]
          : [words.noHouseholds]),
        ...(table.imports === 'proportional' ? [words.proportional] : []),
        words.model,
      ],
      width,
    )}`,
  )
  return parts.join('\n\n')
}
