import Fraction from 'fraction.js'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Problem } from '../../scripts/ledger/problem.ts'
import type { Unit } from '../../scripts/ledger/types.ts'
import { parseChapter } from '../../src/chapters/parse.ts'
import { SourceText } from '../../src/chapters/source-text.ts'
import { numbersProblems, type ProseContext } from '../../src/markdown/numbers.ts'
import { units } from '../ledger/support.ts'

const place = { file: 'data/tiny.yaml', line: 1, column: 1 }

interface Made {
  readonly unit?: Unit
  readonly digits?: number
  readonly percent?: boolean
  readonly exact?: boolean
}

export const derived = (
  id: string,
  value: string | number,
  { unit = 'ratio', digits = 4, percent = false, exact = true }: Made = {},
): Figure =>
  ({
    id,
    unit,
    units,
    value: new Fraction(value),
    exact,
    bounds: { low: new Fraction(value).mul('0.99'), high: null },
    from: [],
    place,
    derived: { id, digits, percent },
  }) as unknown as Figure

const cited = (id: string, digits: string, factor: number, unit: Unit, grid?: string): Figure =>
  ({
    id,
    unit,
    units,
    value: new Fraction(digits).mul(factor),
    exact: true,
    bounds: { low: null, high: new Fraction(digits).add('0.5').mul(factor) },
    from: [],
    place,
    input: { id, digits, unit: unit === 'person' ? '万' : '1', grid },
  }) as unknown as Figure

/** A ledger small enough to know by heart. */
export const tinyLedger = {
  figures: new Map(
    [
      derived('total.oils', 69010000, { unit: 'person' }),
      derived('retail.oils', 49760000, { unit: 'person' }),
      derived('retail.oilsShare', '0.4210'),
      derived('retail.goodsShare', '0.721', { percent: true, digits: 3 }),
      derived('sums.withNoise', '0.30000000000000004', { exact: false }),
      derived('sums.long', '0.1234567890123456'),
      derived('sums.empty', 0),
      cited('retail.turnover', '553', 10000, 'person'),
      cited('flows.mining.food', '354.6', 1, 'ratio', 'flows'),
    ].map((figure) => [figure.id, figure] as const),
  ),
  data: {
    units,
    sources: [{ id: 'harbour-1901', group: 'studied' }],
    extensions: new Map(),
    conflicts: [
      { id: 'people-or-opportunities', weight: 'matters', source: 'harbour-1901', passages: [] },
      { id: 'table-2-caption', weight: 'minor', source: 'harbour-1901', passages: [] },
      { id: 'two-names', weight: 'minor', source: 'harbour-1901', passages: [] },
    ],
    contents: [],
  },
  checks: [
    { claim: 'total.oils@abstract-2', source: 'harbour-1901', verdict: 'exact' },
    { claim: 'total.oils@table-2', source: 'harbour-1901', verdict: 'within-rounding' },
    { claim: 'retail.oils@table-2', source: 'harbour-1901', verdict: 'exact' },
  ],
} as unknown as Ledger

export const tinyContext: ProseContext = {
  ledger: () => tinyLedger,
  charts: () => new Set(['walk', 'unshown']),
  shown: () => ({ chart: new Set(['walk']), table: new Set(['retail-categories']) }),
  chapters: () => new Set(['retail']),
  tables: () => new Set(['retail-categories']),
}

/** A file's name and text as the checker takes them. */
export const sourceOf = (text: string, file = 'content/en/retail.mdx'): SourceText => new SourceText(file, text)

export const problemsIn = (text: string, context = tinyContext, file?: string): Problem[] => {
  const source = sourceOf(text, file)
  return numbersProblems(parseChapter(source), { path: source.file, cwd: '.', value: text }, context)
}

/** The problems without the file's name: "3:4  what it is, expected: what was". */
export const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ message }) => message.replace(/^content\/(?:en|zh)\/retail\.mdx:/, '').replace('\n    expected: ', ', expected: '))

export const toldOf = (text: string): string[] => told(problemsIn(text))

export const toldInChinese = (text: string): string[] => told(problemsIn(text, tinyContext, 'content/zh/retail.mdx'))
