import { readdirSync, readFileSync } from 'node:fs'
import { tsPlugin } from '@sveltejs/acorn-typescript'
import { type Expression, type Node, Parser, type Program } from 'acorn'
import { Problem } from '../problem.ts'

/** A formula as its source file has it: what is printed, evaluated exactly, and linked to. */
export interface FormulaSource {
  readonly name: string
  readonly file: string
  readonly line: number
  /** The expression's text, as in the file. */
  readonly text: string
  /** The names of its arguments, in order. */
  readonly arguments: readonly string[]
  /** The single expression; absent for a method with a body of statements. */
  readonly expression?: Expression
}

const TypeScriptParser = Parser.extend(tsPlugin())

/** Parses TypeScript to an ESTree program with positions. */
export const parseTypeScript = (text: string): Program =>
  TypeScriptParser.parse(text, { ecmaVersion: 'latest', sourceType: 'module', locations: true })

/** Every exported function of `scripts/formulas` and `scripts/methods`, read from its source text. */
export const readFormulas = (root: string): ReadonlyMap<string, FormulaSource> => {
  const formulas = new Map<string, FormulaSource>()
  for (const folder of ['scripts/formulas', 'scripts/methods']) {
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

/** The exported arrow functions of one file. */
export const formulasIn = (text: string, file: string): FormulaSource[] =>
  parseTypeScript(text).body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return []
    return statement.declaration.declarations.flatMap((declaration): FormulaSource[] => {
      const { id, init } = declaration
      if (id.type !== 'Identifier' || init?.type !== 'ArrowFunctionExpression') return []
      const [parameter] = init.params
      const names =
        parameter?.type === 'ObjectPattern'
          ? parameter.properties.flatMap((property) =>
              property.type === 'Property' && property.key.type === 'Identifier' ? [property.key.name] : [],
            )
          : []
      const body: Node = init.body
      return [
        {
          name: id.name,
          file,
          line: statement.loc?.start.line ?? 1,
          text: text.slice(body.start, body.end).replace(/\s+/g, ' ').trim(),
          arguments: names,
          ...(init.body.type === 'BlockStatement' ? {} : { expression: init.body }),
        },
      ]
    })
  })
