/** Which columns of a table are the category, the turnover and the employees of a shop. */
import { expectedNames, UsageProblem } from '../../ledger/problem.ts'
import { type Column, DatabaseProblem, type Engine } from './engine.ts'

export const roles = ['category', 'turnover', 'employees'] as const
export type Role = (typeof roles)[number]

/** Names of columns by what they are, as `category=类目,turnover=gmv`; what is not named goes by its own name. */
export const columnNames = (text: string | undefined): Readonly<Partial<Record<Role, string>>> => {
  const pairs = (text ?? '').split(',').flatMap((part) => (part.trim() === '' ? [] : [part]))
  return Object.fromEntries(
    pairs.map((pair) => {
      const [role = '', ...name] = pair.split('=')
      const known = roles.find((each) => each === role.trim())
      if (!known || name.length === 0)
        throw new UsageProblem(
          `--columns does not understand “${pair.trim()}”`,
          `${expectedNames(role.trim(), roles)}, as --columns category=类目,turnover=gmv`,
        )
      return [known, name.join('=').trim()]
    }),
  )
}

/** Where the names of the columns stand: the heading of a file, or a table. */
export const placeIn = ({ source, dialect }: Engine): string => (dialect.name === 'duckdb' ? `${source}:1:1` : source)

/** A column by its name: letter by letter, else by its letters in whatever case where only one has them. */
export const findColumn = (engine: Engine, name: string, what: string, role?: Role): Column => {
  const { columns } = engine
  const exact = columns.find((column) => column.name === name)
  const alike = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase())
  const found = exact ?? (alike.length === 1 ? alike[0] : undefined)
  if (!found) {
    const names = columns.map((column) => column.name)
    throw new DatabaseProblem(
      placeIn(engine),
      `there is no column “${name}” for ${what}`,
      `${expectedNames(name, names)}${role ? `; --columns names another, as --columns ${role}=NAME` : ''}`,
    )
  }
  return found
}

export const numberColumn = (engine: Engine, name: string, what: string, role?: Role): Column => {
  const column = findColumn(engine, name, what, role)
  if (column.kind === 'other')
    throw new DatabaseProblem(
      placeIn(engine),
      `column “${column.name}” holds ${column.type}, and no ${what}`,
      'a column of numbers, or of text that writes them',
    )
  return column
}

/** The three columns of an engine's table. */
export const shopColumns = (engine: Engine, named: Readonly<Partial<Record<Role, string>>>): Readonly<Record<Role, Column>> => ({
  category: findColumn(engine, named.category ?? 'category', 'the category', 'category'),
  turnover: numberColumn(engine, named.turnover ?? 'turnover', 'turnover', 'turnover'),
  employees: numberColumn(engine, named.employees ?? 'employees', 'employees', 'employees'),
})
