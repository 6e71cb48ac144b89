import { relative } from 'node:path'
import { type CsvCell, readCsv } from '../../../scripts/ledger/data/read-csv.ts'
import { Complaints, expectedNames, Problem, UsageProblem } from '../../../scripts/ledger/problem.ts'
import type { Category } from '../../../scripts/toolbox/shops/synthetic-shops.ts'

/** What is looked for in a table of coefficients, and the headings that it is known by. */
const wanted = { category: ['category'], p1: ['p1', 'slope'], p0: ['p0', 'intercept'] } as const
type Wanted = keyof typeof wanted

export interface Coefficients {
  readonly categories: readonly Category[]
  /** Rows without coefficients, such as a total. */
  readonly leftOut: readonly string[]
}

/** A heading without what is put over letters: p̂1 is p1. */
const plain = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase()

/** What `--columns category=NAME,p1=NAME,p0=NAME` says. */
export const namedColumns = (text: string | undefined): ReadonlyMap<Wanted, string> => {
  const names = new Map<Wanted, string>()
  for (const pair of text?.split(',') ?? []) {
    const [role = '', ...rest] = pair.split('=')
    if (!(role in wanted)) throw new UsageProblem(`--columns knows no “${role}”`, expectedNames(role, Object.keys(wanted)))
    if (rest.length === 0) throw new UsageProblem(`--columns ${pair} names no column`, `${role}=NAME`)
    names.set(role as Wanted, rest.join('='))
  }
  return names
}

const numberOf = ({ text, place }: CsvCell, role: Wanted): number => {
  const digits = text.trim().replace('−', '-')
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits))
    throw new Problem(`${role} is “${text}”, which is no number`, place, 'a number such as 0.85')
  return Number(digits)
}

/** Reads categories with their coefficients from a CSV file, by its headings; rows without coefficients are left out. */
export const readCoefficients = (path: string, named: ReadonlyMap<Wanted, string>): Coefficients => {
  const { header, rows } = readCsv(process.cwd(), relative(process.cwd(), path))
  const file = { file: relative(process.cwd(), path), line: 1, column: 1 }
  const columnOf = (role: Wanted): number => {
    const name = named.get(role)
    if (name !== undefined) {
      const at = header.indexOf(name)
      if (at < 0) throw new Problem(`there is no column “${name}” for ${role}`, file, expectedNames(name, header))
      return at
    }
    const at = header.findIndex((heading) => (wanted[role] as readonly string[]).includes(plain(heading)))
    if (at >= 0) return at
    // The names stand first in most tables.
    if (role === 'category') return 0
    throw new Problem(
      `no column is headed ${role}`,
      file,
      `one of ${header.map((heading) => `“${heading}”`).join(', ')}, by --columns ${role}=NAME`,
    )
  }
  const at = { category: columnOf('category'), p1: columnOf('p1'), p0: columnOf('p0') }
  const complaints = new Complaints()
  const categories = new Map<string, Category>()
  const leftOut: string[] = []
  for (const row of rows) {
    const [name, p1, p0] = [row[at.category], row[at.p1], row[at.p0]]
    if (!name) continue
    if ((p1?.text ?? '').trim() === '' && (p0?.text ?? '').trim() === '') {
      leftOut.push(name.text)
      continue
    }
    complaints.attempt(() => {
      if (!p1 || !p0) throw new Problem(`the row “${name.text}” is too short`, name.place, 'a category with p1 and p0')
      if (categories.has(name.text)) throw new Problem(`a second category is called “${name.text}”`, name.place, 'a name of its own')
      categories.set(name.text, { name: name.text, p1: numberOf(p1, 'p1'), p0: numberOf(p0, 'p0') })
    })
  }
  complaints.stopIfAny()
  if (categories.size === 0) throw new Problem('no row has coefficients', file, 'a category with p1 and p0 in each row')
  return { categories: [...categories.values()], leftOut }
}
