import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tsPlugin } from '@sveltejs/acorn-typescript'
import { type Expression, type Node, Parser, type Program } from 'acorn'
import { expectedNames, Problem } from '../problem.ts'
import type { Place } from '../types.ts'
import type { Meaning } from './meaning.ts'

/** A formula as its source file has it: what is printed, evaluated exactly, and linked to. */
export interface FormulaSource {
  readonly name: string
  readonly file: string
  readonly line: number
  /** The expression's text, as in the file. */
  readonly text: string
  /** The names of its arguments, in order. */
  readonly arguments: readonly string[]
  /** Those of them that a method does without, having a value for them where none is given. */
  readonly optional?: readonly string[]
  /** Those of them that are read as they are printed: rounding does not move them. */
  readonly asPrinted?: readonly string[]
  /** What a method divides by and may be zero, in its arguments: of several statements none can be read off for it. */
  readonly dividesBy?: readonly Expression[]
  /** The single expression; absent for a method with a body of statements. */
  readonly expression?: Expression
  /** What it means, where its file says so. */
  readonly meaning?: Meaning
}

const TypeScriptParser = Parser.extend(tsPlugin())

/** Parses TypeScript to an ESTree program with positions. */
export const parseTypeScript = (text: string): Program =>
  TypeScriptParser.parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true })

/** Where formulas stand: the report's own, those that any report may use, and methods. */
const formulaFolders = ['scripts/formulas', 'scripts/ledger/formulas', 'scripts/methods'] as const

/** Every exported function of these folders, read from its source text. */
export const readFormulas = (root: string): ReadonlyMap<string, FormulaSource> => {
  const formulas = new Map<string, FormulaSource>()
  for (const folder of formulaFolders) {
    if (!existsSync(`${root}/${folder}`)) continue
    for (const name of readdirSync(`${root}/${folder}`)
      .filter((file) => file.endsWith('.ts'))
      .sort()) {
      const file = `${folder}/${name}`
      for (const formula of formulasIn(readFileSync(`${root}/${file}`, 'utf8'), file)) add(formulas, formula)
    }
  }
  return formulas
}

/** Formulas are found by name, so a name belongs to one file. */
const add = (formulas: Map<string, FormulaSource>, formula: FormulaSource): void => {
  const taken = formulas.get(formula.name)
  if (taken) {
    throw new Problem(
      `the formula ${formula.name} is already exported by ${taken.file}:${taken.line}`,
      { file: formula.file, line: formula.line, column: 1 },
      'a name of its own',
    )
  }
  formulas.set(formula.name, formula)
}

/** The exported arrow functions of one file; of one that declares its meaning, the only one. */
export const formulasIn = (text: string, file: string): FormulaSource[] => {
  const program = parseTypeScript(text)
  const formulas = functionsIn(program, text, file).map((formula) => withDivisors(withPrinted(formula, program), program))
  const declared = meaningIn(program, file)
  if (!declared) return formulas
  const { meaning, place } = declared
  const [formula, second] = formulas
  if (!formula || second) throw new Problem('a meaning is that of one formula', place, 'one exported function in the file')
  for (const name of Object.values(meaning).flat())
    if (!formula.arguments.includes(name))
      throw new Problem(
        `the meaning of ${formula.name} names “${name}”, which is no argument of it`,
        place,
        expectedNames(name, formula.arguments),
      )
  return [{ ...formula, meaning }]
}

const functionsIn = (program: Program, text: string, file: string): FormulaSource[] =>
  program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return []
    return statement.declaration.declarations.flatMap((declaration): FormulaSource[] => {
      const { id, init } = declaration
      if (id.type !== 'Identifier' || init?.type !== 'ArrowFunctionExpression') return []
      const [parameter] = init.params
      const given =
        parameter?.type === 'ObjectPattern'
          ? parameter.properties.flatMap((property) =>
              property.type === 'Property' && property.key.type === 'Identifier'
                ? [{ name: property.key.name, spared: property.value.type === 'AssignmentPattern' }]
                : [],
            )
          : []
      const names = given.map(({ name }) => name)
      const optional = given.flatMap(({ name, spared }) => (spared ? [name] : []))
      const body: Node = init.body
      return [
        {
          name: id.name,
          file,
          line: statement.loc?.start.line ?? 1,
          text: text.slice(body.start, body.end).replace(/\s+/g, ' ').trim(),
          arguments: names,
          // An expression is evaluated by its text, which has no value for what is not given.
          ...(init.body.type === 'BlockStatement' ? { optional } : { expression: init.body }),
        },
      ]
    })
  })

/** With what `export const asPrinted = […]` of its file says of its arguments. */
const withPrinted = (formula: FormulaSource, program: Program): FormulaSource => {
  const names = exportedIn(program, 'asPrinted')?.value
  const asPrinted = Array.isArray(names) ? formula.arguments.filter((name) => names.includes(name)) : []
  return asPrinted.length > 0 ? { ...formula, asPrinted } : formula
}

/** With what `export const dividesBy = […]` of its file says, of which it has all the arguments. */
const withDivisors = (formula: FormulaSource, program: Program): FormulaSource => {
  const texts = exportedIn(program, 'dividesBy')?.value
  const own = (Array.isArray(texts) ? texts.map(String) : []).filter((text) =>
    [...text.matchAll(/[a-z]\w*/gi)].every(([name]) => formula.arguments.includes(name)),
  )
  const dividesBy = own.flatMap((text) => parseTypeScript(text).body.flatMap((part) => ('expression' in part ? [part.expression] : [])))
  return dividesBy.length > 0 ? { ...formula, dividesBy: dividesBy as readonly Expression[] } : formula
}

/** What a file exports by this name, where that is plain data, and the line. */
const exportedIn = (program: Program, name: string): { readonly value: unknown; readonly line: number } | undefined => {
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') continue
    const [declaration] = statement.declaration.declarations
    if (declaration?.id.type !== 'Identifier' || declaration.id.name !== name) continue
    return { value: declaration.init ? literalOf(declaration.init) : undefined, line: statement.loc?.start.line ?? 1 }
  }
  return undefined
}

/** The keys that together say what a formula means. */
const meanings: readonly { readonly needs: readonly string[]; readonly may?: readonly string[] }[] = [
  { needs: ['adds'], may: ['takesAway'] },
  { needs: ['part', 'of'] },
  { needs: ['divides', 'by'] },
  { needs: ['grows', 'from'] },
  { needs: ['multiplies'] },
]
const meaningForms =
  'one of { adds: [‘…’], takesAway: [‘…’] }, { part: ‘…’, of: ‘…’ }, { divides: ‘…’, by: ‘…’ }, { grows: ‘…’, from: ‘…’ }, { multiplies: [‘…’] }'

/** What `export const meaning = { … }` of a formula's file says, read off its text as the formula itself is. */
const meaningIn = (program: Program, file: string): { readonly meaning: Meaning; readonly place: Place } | undefined => {
  const exported = exportedIn(program, 'meaning')
  if (!exported) return undefined
  const { value: meaning, line } = exported
  const place: Place = { file, line, column: 1 }
  const keys = typeof meaning === 'object' && meaning !== null ? Object.keys(meaning) : []
  const form = meanings.find(
    ({ needs, may = [] }) => needs.every((key) => keys.includes(key)) && keys.every((key) => needs.includes(key) || may.includes(key)),
  )
  if (!form) throw new Problem('this says nothing that a formula may mean', place, meaningForms)
  return { meaning: meaning as Meaning, place }
}

/** Plain data written out in code: texts, lists and objects of them; undefined for anything else. */
const literalOf = (node: Node): unknown => {
  // `as const` stands around what it is said of.
  if ('expression' in node) return literalOf(node.expression as Node)
  const { type } = node as Expression
  if (type === 'Literal') return (node as Extract<Expression, { type: 'Literal' }>).value
  if (type === 'ArrayExpression')
    return (node as Extract<Expression, { type: 'ArrayExpression' }>).elements.map((element) => (element ? literalOf(element) : undefined))
  if (type !== 'ObjectExpression') return undefined
  return Object.fromEntries(
    (node as Extract<Expression, { type: 'ObjectExpression' }>).properties.flatMap((property) =>
      property.type === 'Property' && property.key.type === 'Identifier' ? [[property.key.name, literalOf(property.value)]] : [],
    ),
  )
}
