import Fraction from 'fraction.js'
import { judgeClaims } from './check.ts'
import { readData } from './data/data.ts'
import { type Data, type Input, printedText } from './data/data-types.ts'
import { locatorText } from './data/locator.ts'
import { refuseUnknownNames } from './data/read-conflicts.ts'
import { refuseUnknownScopes } from './data/vocabulary.ts'
import { computeFigures, type Figure } from './figures/compute.ts'
import { declaredFigures } from './figures/declared.ts'
import type { Derived } from './figures/derived.ts'
import { type FormulaSource, readFormulas } from './figures/formula.ts'
import { format, formatBoth, formatIn, type Style } from './numbers/format.ts'
import { decimalsOf, significantDigitsOf } from './numbers/printed.ts'
import { baseOf, columnOf, factorOf, isPercent } from './numbers/units.ts'
import { Complaints, expectedNames, Problem, Problems } from './problem.ts'
import { fingerprints } from './publish/fingerprints.ts'
import type { CheckRecord, FigureRecord, LedgerRecord, SentenceRecord } from './publish/record.ts'
import { texLines, texText } from './publish/tex.ts'
import { type Report, reportFile } from './report.ts'
import type { Language, Measure } from './types.ts'

/** What one figure adds together that does not count the same: several measures, or several periods. */
export interface Mixture {
  readonly measures: readonly Measure[]
  readonly periods: readonly string[]
}

/** All figures, claims and checks of one build. */
export interface Ledger {
  /** The folder that `data/` and `scripts/` stand in. */
  readonly root: string
  readonly report: Report
  readonly data: Data
  readonly formulas: ReadonlyMap<string, FormulaSource>
  readonly figures: ReadonlyMap<string, Figure>
  readonly checks: readonly CheckRecord[]
  /** The files that derive them, in reading order. */
  readonly scripts: readonly string[]
}

/** The figures of one part of the report: a list, or made from the data where it follows an open list of cases. */
export type Estimate = readonly Derived[] | ((data: Data) => readonly Derived[])

/** What every script derives, in reading order. */
export const definitionsOf = (estimates: readonly Estimate[], data: Data): readonly Derived[] =>
  estimates.flatMap((estimate) => (typeof estimate === 'function' ? estimate(data) : estimate))

/** A ledger as it is while an author works: computed and judged, and perhaps with verdicts that nobody has explained yet. */
export interface Draft {
  readonly ledger: Ledger
  readonly unexplained: readonly Problem[]
}

/** Reads the data, computes every figure and holds every claim against its figure; stops with all problems found. */
export const computeLedger = (root: string, report: Report): Ledger => {
  const { ledger, unexplained } = draftLedger(root, report)
  if (unexplained.length > 0) throw new Problems(unexplained)
  return ledger
}

/** The same for those who want to see what a change does before its verdicts are explained. */
export const draftLedger = (root: string, report: Report): Draft => {
  const data = readData(root, report)
  const formulas = readFormulas(root)
  const scripted = definitionsOf(report.estimates, data)
  const declared = declaredFigures(data.declarations, data.inputs, scripted, data.units)
  refuseUnknownScopes([...scripted, ...declared], data)
  const figures = computeFigures(data.inputs, [...scripted, ...declared], formulas, data.units)
  refuseHiddenMixtures(figures)
  refuseUnknownHeadline(report, figures)
  for (const { check } of data.extensions.values()) check?.(figures)
  const { checks, unexplained } = judgeClaims(data.claims, figures)
  refuseUnknownNames(
    data.conflicts,
    figures.keys(),
    checks.map(({ claim }) => claim),
  )
  const scripts = [...new Set(scripted.map(({ place }) => place.file))]
  return { ledger: { root, report, data, formulas, figures, checks, scripts }, unexplained }
}

/** The report comes to a figure that there is. */
const refuseUnknownHeadline = ({ headline }: Report, figures: ReadonlyMap<string, Figure>): void => {
  if (!figures.has(headline))
    throw new Problem(
      `there is no figure “${headline}”, which the report is to come to`,
      reportFile,
      expectedNames(headline, figures.keys()),
    )
}

/** How a figure is written in prose: a printed one with the digits of its source, a derived one as its script says. */
export const styleOf = (figure: Figure): Style => {
  const { units, input, derived } = figure
  const unit = baseOf(figure)
  // Nobody can tell whether the zeros at the end of 200万 were counted: in English it is 2 million, not 2.00 million.
  if (input) {
    const counted = input.digits.includes('.') ? input.digits : input.digits.replace(/0+$/, '')
    return { unit, digits: Math.max(1, significantDigitsOf(counted)), percent: isPercent(units, input.unit) }
  }
  return { unit, digits: derived?.digits ?? 4, percent: derived?.percent ?? false }
}

/** The text that prose, tables, charts and alternatives show for a figure. */
export const shown = (figure: Figure, language: Language): string => format(figure.value, styleOf(figure), language)

/** The column that a figure is shown in where one is not chosen: percentages for shares, else that of its unit. */
export const columnFor = (figure: Figure): string => (styleOf(figure).percent ? 'percent' : baseOf(figure).column)

/** Decimals that show a figure's own digits in a unit: those printed, or those that its style asks for. */
const decimalsIn = (figure: Figure, factor: string): number => {
  const places = figure.input
    ? decimalsOf(figure.input.digits) +
      Math.round(Math.log10(Number(factor) / new Fraction(factorOf(figure.units, figure.input.unit)).valueOf()))
    : styleOf(figure).digits - 1 - Math.floor(Math.log10(Math.abs(figure.value.valueOf()) / Number(factor) || 1))
  return Math.max(0, places)
}

/** Writes a figure in the unit of a column of data/units.yaml; `decimals` are those of the Chinese unit, and English keeps the same last place. */
export const shownInColumn = (figure: Figure, column: string, language: Language, decimals?: number): string => {
  const { factor, shift } = columnOf(figure.units, column)
  return formatIn(figure.value, factor[language], (decimals ?? decimalsIn(figure, factor.zh)) + shift[language], language)
}

/** Measures and periods that a figure's sums mix; undefined where everything added counts alike. */
export const mixtureOf = (figure: Figure, figures: ReadonlyMap<string, Figure>): Mixture | undefined => {
  const measures = new Set<Measure>()
  const periods = new Set<string>()
  const walk = (current: Figure, left: ReadonlySet<string>): void => {
    const { formula, derived } = current
    if (left.has(current.id)) return
    const parts = ids(current).flatMap((id) => figures.get(id) ?? [])
    if (parts.length > 0) {
      // What a remainder takes out is not in it.
      const out = formula?.name === 'remainder' ? leavesOf(String(derived?.of.part), figures) : []
      for (const part of parts) walk(part, new Set([...left, ...out]))
      return
    }
    const scope = current.input?.scope ?? derived?.scope
    if (scope?.measure) measures.add(scope.measure)
    if (scope) periods.add(scope.period)
  }
  if (ids(figure).length === 0) return undefined
  walk(figure, new Set())
  return measures.size > 1 || periods.size > 1 ? { measures: [...measures].sort(), periods: [...periods].sort() } : undefined
}

/** A sum may add unlike measures, as the sources do, if its scope says so; one that says so must. */
const refuseHiddenMixtures = (figures: ReadonlyMap<string, Figure>): void => {
  const complaints = new Complaints()
  for (const figure of figures.values()) {
    if (ids(figure).length === 0) continue
    const measures = mixtureOf(figure, figures)?.measures ?? []
    const declared = figure.derived?.scope.measure === 'mixed'
    if (measures.length > 1 && !declared)
      complaints.add(`${figure.id} adds ${measures.join(', ')}`, figure.place, "scope: { measure: 'mixed' }")
    if (measures.length <= 1 && declared)
      complaints.add(`${figure.id} says that it mixes measures, and does not`, figure.place, 'the one measure that it counts')
  }
  complaints.stopIfAny()
}

/** A figure and all that it is added up from. */
const leavesOf = (id: string, figures: ReadonlyMap<string, Figure>): readonly string[] => {
  const figure = figures.get(id)
  return figure ? [id, ...ids(figure).flatMap((part) => leavesOf(part, figures))] : [id]
}

/** The figures that a count of people is added up from, or what it is a remainder of; none for any other figure. */
const ids = ({ unit, formula, from }: Figure): readonly string[] =>
  unit === 'person' && (formula?.name === 'sum' || formula?.name === 'remainder') ? from : []

/** A formula in the words of the term base, as TeX; none for a method, which has its TeX by hand. */
export const formulaTex = ({ data }: Pick<Ledger, 'data'>, { expression, arguments: names }: FormulaSource, language: Language) =>
  expression &&
  texLines(expression, Object.fromEntries(names.map((name) => [name, texText(data.terms.get(name)?.[language] ?? wordsOf(name))])))

/** platformTurnover -> platform turnover */
const wordsOf = (name: string): string => name.replace(/([A-Z]|\d+)/g, (part) => ` ${part.toLowerCase()}`)

/** What a figure equals: in words, and with the values that went in. Its name stands before, its own value after. */
export interface Equation {
  /** TeX, a line of the page each. */
  readonly symbolic: readonly string[]
  readonly substituted: readonly string[]
}

export const equationOf = (ledger: Ledger, id: string, language: Language): Equation | undefined => {
  const figure = ledger.figures.get(id)
  const { derived, formula } = figure ?? {}
  if (!figure || !derived || !formula) return undefined
  if (!formula.expression || derived.tex) return { symbolic: [`= ${derived.tex ?? ''}`], substituted: [] }
  const word = (name: string) => texText(ledger.data.terms.get(name)?.[language] ?? name)
  const symbols = (write: (name: string, of: string) => string) =>
    Object.fromEntries(
      Object.entries(derived.of).map(([name, of]) => [
        name,
        typeof of === 'string' ? write(name, of) : of.flat(2).map((item) => write(name, item)),
      ]),
    )
  const label = (item: string) => {
    const part = ledger.figures.get(item)
    return texText(part ? part.label[language] : item)
  }
  const value = (item: string) => {
    const part = ledger.figures.get(item)
    if (!part) return texText(item)
    const text = texText(shown(part, language))
    return part.value.compare(0) < 0 ? `\\left(${text}\\right)` : text
  }
  return {
    symbolic: equals(
      texLines(
        formula.expression,
        symbols((name, of) => (Array.isArray(derived.of[name]) ? label(of) : word(name))),
      ),
    ),
    substituted: equals(
      texLines(
        formula.expression,
        symbols((_, of) => value(of)),
      ),
    ),
  }
}

const equals = (lines: readonly string[]): readonly string[] => lines.map((line, index) => (index === 0 ? `= ${line}` : line))

const number = (value: Fraction | null) => value?.valueOf() ?? null

/** The ledger as `dist/ledger.json` publishes it; `usedIn` says where pages show each figure, `sentences` in what words. */
export const publish = (
  ledger: Ledger,
  usedIn: ReadonlyMap<string, readonly string[]> = new Map(),
  sentences?: readonly SentenceRecord[],
): LedgerRecord => ({
  sources: ledger.data.sources,
  figures: [...ledger.figures.values()].map((figure): FigureRecord => {
    const { id, unit, value, bounds, input, derived, formula } = figure
    const mixture = mixtureOf(figure, ledger.figures)
    const common = {
      id,
      kind: input?.kind ?? ('derived' as const),
      value: value.valueOf(),
      unit,
      ...(derived?.per ? { per: derived.per } : {}),
      scope: input?.scope ?? derived?.scope ?? { period: '', entity: '' },
      label: figure.label,
      ...(figure.short ? { short: figure.short } : {}),
      shown: formatBoth(value, styleOf(figure)),
      interval: [number(bounds.low), number(bounds.high)] as const,
      source: input?.source ?? ledger.report.source,
      usedIn: usedIn.get(id) ?? [],
      ...(mixture ? { mixture } : {}),
    }
    const note = input?.note ?? derived?.note
    return {
      ...common,
      ...(note ? { note } : {}),
      ...(input ? printedPart(input) : {}),
      ...(derived && formula
        ? {
            formula: formula.text,
            tex: `${texText(figure.label.en)} ${equationOf(ledger, id, 'en')?.symbolic.join(' ') ?? ''}`,
            inputs: figure.from,
            terms: derived.of,
            script: `${derived.place.file}:${derived.place.line}`,
            ...(derived.declared ? { declared: `${derived.declared.file}:${derived.declared.line}` } : {}),
            formulaScript: `${formula.file}:${formula.line}`,
          }
        : {}),
    }
  }),
  checks: ledger.checks,
  conflicts: ledger.data.conflicts.map(({ id, kind, weight, source, title, passages, why, figures, checks }) => ({
    id,
    kind,
    weight,
    source,
    title,
    passages: passages.map(({ locator, ...words }) => ({ locator: locatorText(locator), ...words })),
    why,
    figures,
    checks,
  })),
  files: fingerprints(ledger.root),
  ...(sentences ? { sentences } : {}),
})

const printedPart = (input: Input) => ({
  ...(input.locator ? { locator: locatorText(input.locator) } : {}),
  printed: printedText(input),
  dataScript: `${input.place.file}:${input.place.line}`,
  ...(input.qualifier ? { qualifier: input.qualifier } : {}),
})
