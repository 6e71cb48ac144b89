/** Methods that are no single expression, laid out in cells: every step of the computation is one that can be followed. */
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import { labourContent } from '../../../scripts/methods/leontief.ts'
import type { Content } from './content.ts'
import { addressOf, type Cell, columnLetters, listed, rangesOf } from './formula.ts'

type Terms = Readonly<Record<string, string | readonly string[] | readonly (readonly string[])[]>>

/** A sheet that methods write their steps to. */
export interface Steps {
  readonly rows: Content[][]
  /** The formula of every figure whose method stands here. */
  readonly formulas: ReadonlyMap<string, string>
}

export const stepsSheet = 'steps'

const listOf = (terms: Terms, name: string): readonly string[] => (terms[name] as readonly string[] | undefined) ?? []
const matrixOf = (terms: Terms, name: string): readonly (readonly string[])[] =>
  (terms[name] as readonly (readonly string[])[] | undefined) ?? []

/** Methods over an input-output table, which is written to the sheet once for all of them. */
const overEconomies: ReadonlySet<string> = new Set(['sectorMultiplier', 'bundleMultiplier', 'headMultiplier'])

/** Lays out the methods of a ledger; a method that is not known here has no formula. */
export const layOut = (ledger: Ledger, cellOf: (figure: string) => Cell): Steps => {
  const rows: Content[][] = [['What is no single expression, step by step. · 不是单个算式的方法，逐步展开。']]
  const formulas = new Map<string, string>()
  const economies = new Map<string, Economy>()
  for (const { id, derived, formula } of ledger.figures.values()) {
    if (!derived || !formula || formula.expression) continue
    const terms = derived.of
    if (formula.name === 'countAmongLargest') formulas.set(id, amongLargest(terms, cellOf))
    if (formula.name === 'countAtLeast') formulas.set(id, counted(terms, '>=', 'least', cellOf))
    if (formula.name === 'countEqual') formulas.set(id, counted(terms, '=', 'code', cellOf))
    if (!overEconomies.has(formula.name)) continue
    const economy = economyOf(terms)
    const { key } = economy
    if (!economies.has(key)) economies.set(key, write(economy, ledger, rows))
    const laid = economies.get(key) ?? economy
    if (formula.name === 'sectorMultiplier') {
      const column = columnLetters(2 + laid.output.indexOf(listOf(terms, 'output')[0] ?? ''))
      formulas.set(id, `${stepsSheet}!$${column}$${laid.contentRow}/${stepsSheet}!$${column}$${laid.labourRow}-1`)
    } else {
      formulas.set(id, bundle(id, laid, terms, formula.name === 'headMultiplier', ledger, cellOf, rows))
    }
  }
  return { rows, formulas }
}

/** How many of the named are exceeded by fewer than there are named. */
const amongLargest = (terms: Terms, cellOf: (figure: string) => Cell): string => {
  const named = listOf(terms, 'named')
  const all = rangesOf(listOf(terms, 'all').map(cellOf))
  return named.map((one) => `IF(${all.map((range) => `SUMPRODUCT(--(${range}>${one}))`).join('+')}<${named.length},1,0)`).join('+')
}

/** How many of the codes stand to one code as a sign says. */
const counted = (terms: Terms, sign: '=' | '>=', than: string, cellOf: (figure: string) => Cell): string =>
  rangesOf(listOf(terms, 'codes').map(cellOf))
    .map((range) => `SUMPRODUCT(--(${range}${sign}${String(terms[than])}))`)
    .join('+')

interface Economy {
  readonly key: string
  readonly output: readonly string[]
  readonly jobs: readonly string[]
  readonly flows: readonly (readonly string[])[]
  /** Rows of the sheet, once it is written: labour per unit of output, and along the whole chain. */
  readonly labourRow: number
  readonly contentRow: number
}

/** The economy with its sectors in one order, whichever of them is asked about. */
const economyOf = (terms: Terms): Economy => {
  const given = listOf(terms, 'output')
  const order = given.map((_, sector) => sector).sort((a, b) => ((given[a] ?? '') < (given[b] ?? '') ? -1 : 1))
  const sorted = <Item>(list: readonly Item[]): readonly Item[] => order.flatMap((sector) => list[sector] ?? [])
  const output = sorted(given)
  const jobs = sorted(listOf(terms, 'jobs'))
  const flows = order.map((seller) => sorted(matrixOf(terms, 'flows')[seller] ?? []))
  return { key: JSON.stringify([output, jobs, flows]), output, jobs, flows, labourRow: 0, contentRow: 0 }
}

/** What the numbers of a figure count in. */
const unitOf = ({ figures, data }: Ledger, id = ''): Bilingual => {
  const unit = figures.get(id)?.unit ?? ''
  return data.units.bases.get(unit)?.name ?? { zh: unit, en: unit }
}

/** An argument of a method in the words that equations print it with. */
const argumentIn = ({ data }: Ledger, name: string): Bilingual => data.terms.get(name) ?? { zh: name, en: name }

const write = (economy: Economy, ledger: Ledger, rows: Content[][]): Economy => {
  const { output, jobs, flows } = economy
  const size = output.length
  const number = (id: string): number => ledger.figures.get(id)?.value.valueOf() ?? Number.NaN
  const last = columnLetters(1 + size)
  const sectors = output.map((id) => {
    const { input, label } = ledger.figures.get(id) ?? {}
    const name = input?.row ?? label
    return name ? `${name.en} · ${name.zh}` : id
  })
  const begin = (title: string) => rows.push([], [title], [null, ...sectors])
  const names = (list: readonly string[]): Content[] => list.map((id) => ({ formula: id, value: number(id) }))
  const made = output.map(number)
  const employed = jobs.map(number)
  const coefficient = (seller: number, buyer: number): number => number(flows[seller]?.[buyer] ?? '') / (made[buyer] ?? 1)

  const [money, people] = [unitOf(ledger, output[0]), unitOf(ledger, jobs[0])]
  const [outputWords, jobsWords] = [argumentIn(ledger, 'output'), argumentIn(ledger, 'jobs')]

  begin(
    `Flows Z: what each sector (column) uses up of each sector (row), ${money.en} · 流量Z：各部门（列）消耗各部门（行）的产品，${money.zh}`,
  )
  const flowRow = rows.length + 1
  for (const [seller, row] of flows.entries()) rows.push([sectors[seller] ?? null, ...names(row)])
  begin(
    `x = ${outputWords.en}, ${money.en}; n = ${jobsWords.en}, ${people.en} · x = ${outputWords.zh}，${money.zh}；n = ${jobsWords.zh}，${people.zh}`,
  )
  const outputRow = rows.length + 1
  rows.push(['x', ...names(output)], ['n', ...names(jobs)])
  begin('I − A, A = Z / x')
  const systemRow = rows.length + 1
  for (const seller of flows.keys()) {
    rows.push([
      sectors[seller] ?? null,
      ...output.map((_, buyer): Content => {
        const column = columnLetters(2 + buyer)
        return {
          formula: `${seller === buyer ? 1 : 0}-${column}${flowRow + seller}/${column}$${outputRow}`,
          value: (seller === buyer ? 1 : 0) - coefficient(seller, buyer),
        }
      }),
    ])
  }
  begin(
    `Labour per unit of output, l = n / x; and along the whole chain, v = l (I − A)⁻¹; ${people.en} / ${money.en} · 每单位产出的劳动l = n / x；沿整条供应链的劳动v；${people.zh}/${money.zh}`,
  )
  const labourRow = rows.length + 1
  const contentRow = labourRow + 1
  rows.push([
    'l',
    ...output.map((_, sector): Content => {
      const column = columnLetters(2 + sector)
      return { formula: `${column}${outputRow + 1}/${column}${outputRow}`, value: (employed[sector] ?? 0) / (made[sector] ?? 1) }
    }),
  ])
  const content = labourContent({ flows: flows.map((row) => row.map(number)), output: made, jobs: employed })
  rows.push([
    'v',
    ...content.map(
      (value, sector): Content =>
        sector === 0
          ? {
              formula: `MMULT(B${labourRow}:${last}${labourRow},MINVERSE(B${systemRow}:${last}${systemRow + size - 1}))`,
              value,
              fills: `B${contentRow}:${last}${contentRow}`,
            }
          : value,
    ),
  ])
  return { ...economy, labourRow, contentRow }
}

/** A bundle of final demand, sector by sector, and what it takes along: per job in all that is bought, or in its head alone. */
const bundle = (
  id: string,
  economy: Economy,
  terms: Terms,
  byHead: boolean,
  ledger: Ledger,
  cellOf: (figure: string) => Cell,
  rows: Content[][],
): string => {
  const given = listOf(terms, 'output')
  const demand = matrixOf(terms, 'demand')
  const last = columnLetters(1 + economy.output.length)
  const money = unitOf(ledger, given[0])
  rows.push([], [`Final demand f of ${id}, ${money.en} · ${id}的最终需求f，${money.zh}`])
  const row = rows.length + 1
  rows.push([
    'f',
    ...economy.output.map((sector): Content => {
      const items = demand[given.indexOf(sector)] ?? []
      // A sum of nothing is no formula.
      if (items.length === 0) return 0
      return {
        formula: `SUM(${listed(items, cellOf)})`,
        value: items.reduce((total, item) => total + (ledger.figures.get(item)?.value.valueOf() ?? Number.NaN), 0),
      }
    }),
  ])
  const line = (at: number) => `${stepsSheet}!${addressOf({ sheet: '', row: at, column: 2 })}:$${last}$${at}`
  const whole = `SUMPRODUCT(${line(row)},${line(economy.contentRow)})`
  if (!byHead) return `${whole}/SUMPRODUCT(${line(row)},${line(economy.labourRow)})-1`
  const head = columnLetters(2 + economy.output.indexOf(given[0] ?? ''))
  return `${whole}/(${stepsSheet}!$${head}$${row}*${stepsSheet}!$${head}$${economy.labourRow})-1`
}
