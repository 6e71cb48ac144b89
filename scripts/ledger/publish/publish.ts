import type Fraction from 'fraction.js'
import { type Input, printedText } from '../data/data-types.ts'
import { locatorText } from '../data/locator.ts'
import type { Figure } from '../figures/compute.ts'
import type { Ledger } from '../ledger.ts'
import { formatBoth } from '../numbers/format.ts'
import { mixtureOf } from '../questions/mixture.ts'
import { boundPieces } from '../text/bound-words.ts'
import type { Language } from '../types.ts'
import { derivingLine } from './declaring-line.ts'
import { equationOf } from './equation.ts'
import { fingerprints } from './fingerprints.ts'
import type { FigureRecord, LedgerRecord, SentenceRecord } from './record.ts'
import { shown, styleOf } from './shown.ts'
import { doubtRecords } from './simulations.ts'
import { texText } from './tex.ts'

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
    const line = derivingLine(ledger, figure)
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
      ...(figure.simulated ? { simulated: figure.simulated } : {}),
    }
    const note = input?.note ?? derived?.note
    return {
      ...common,
      ...(note ? { note } : {}),
      ...(input ? printedPart(input) : {}),
      ...(derived && line && formula
        ? {
            formula: formula.text,
            tex: `${texText(figure.label.en)} ${equationOf(ledger, id, 'en')?.symbolic.join(' ') ?? ''}`,
            inputs: figure.from,
            terms: derived.of,
            script: `${line.file}:${line.line}`,
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
    why: { zh: inPlainWords(why.zh, ledger.figures, 'zh'), en: inPlainWords(why.en, ledger.figures, 'en') },
    figures,
    checks,
  })),
  ...doubtRecords(ledger),
  files: fingerprints(ledger.root),
  ...(sentences ? { sentences } : {}),
})

/** Words that name figures as plain words, with every figure as prose writes it. */
const inPlainWords = (text: string, figures: ReadonlyMap<string, Figure>, language: Language): string =>
  boundPieces(text)
    .map((piece) => {
      if ('words' in piece) return piece.words
      const figure = figures.get(piece.figure)
      return figure ? shown(figure, language) : `{${piece.figure}}`
    })
    .join('')

const printedPart = (input: Input) => ({
  ...(input.locator ? { locator: locatorText(input.locator) } : {}),
  printed: printedText(input),
  dataScript: `${input.place.file}:${input.place.line}`,
  ...(input.grid ? { grid: input.grid } : {}),
  ...(input.qualifier ? { qualifier: input.qualifier } : {}),
  ...(input.rounding ? { rounding: input.rounding } : {}),
})
