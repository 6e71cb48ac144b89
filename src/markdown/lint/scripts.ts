/**
 * Scripts that stand there and that nothing uses: estimates outside of the table of contents, formulas that no figure is computed
 * by. And what in a script would give another number at another time or on another machine.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseTypeScript } from '../../../scripts/ledger/figures/formula.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { Problem } from '../../../scripts/ledger/problem.ts'
import type { Finding } from './finding.ts'

const importsIn = (file: string, text: string): readonly string[] =>
  [...text.matchAll(/\bfrom\s*['"](\.[^'"]+)['"]/g)].map(([, name = '']) => normalize(join(dirname(file), name)))

/** The files that the report's own value leads to, by what each imports. */
const reached = (root: string): ReadonlySet<string> => {
  const files = new Set<string>()
  const reach = (file: string): void => {
    if (files.has(file) || !existsSync(`${root}/${file}`)) return
    files.add(file)
    for (const name of importsIn(file, readFileSync(`${root}/${file}`, 'utf8'))) reach(name)
  }
  reach('scripts/report.ts')
  return files
}

/** A file that declares figures and that no list leads to adds nothing to the report, however right it is. */
export const strayEstimates = (root: string): Finding[] => {
  const known = reached(root)
  return globSync('scripts/estimates/**/*.ts', { cwd: root })
    .sort()
    .flatMap((file): Finding[] => {
      const text = readFileSync(`${root}/${file}`, 'utf8')
      if (known.has(file) || !/\bderived(?:<[^>]*>)?\(/.test(text)) return []
      const [, name = 'its figures'] = /^export const (\w+)/m.exec(text) ?? []
      return [
        {
          problem: new Problem(
            'the figures that are declared here are in no list, and no page can show them',
            { file, line: 1, column: 1 },
            `${name} among the estimates of scripts/index.ts`,
          ),
        },
      ]
    })
}

/** A formula of the report's own is there for a figure; those of the engine are a shelf to take from. */
export const unusedFormulas = ({ formulas, figures }: Pick<Ledger, 'formulas' | 'figures'>): Finding[] => {
  const used = new Set([...figures.values()].flatMap(({ formula }) => formula?.name ?? []))
  return [...formulas.values()].flatMap(({ name, file, line }): Finding[] =>
    !file.startsWith('scripts/formulas/') || used.has(name)
      ? []
      : [{ problem: new Problem(`no figure is computed by ${name}`, { file, line, column: 1 }, 'a figure that is, or no such file') }],
  )
}

/** What is another at each run or on each machine, by the object that it is a part of; * is any part. */
const unsteady: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  Math: ['random'],
  performance: ['now', 'timeOrigin'],
  process: ['*'],
  crypto: ['*'],
}
/** The same where it is called by its name alone; `new Date(2019, 0)` too goes by the clock of a place. */
const unsteadyCalls: ReadonlySet<string> = new Set(['Date', 'fetch', 'XMLHttpRequest', 'WebSocket'])
/** What a file must have to be looked at more closely. */
const suspect = /\b(?:Date|random|performance|process|crypto|fetch|XMLHttpRequest|WebSocket|import\s*\.\s*meta|globalThis)\b/

/** A node of a syntax tree, as far as it is looked at. */
interface Looked {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly loc?: { readonly start: { readonly line: number; readonly column: number } }
  readonly [key: string]: unknown
}
const isNode = (value: unknown): value is Looked => typeof value === 'object' && value !== null && 'type' in value && 'start' in value

const nameOf = (node: unknown): string | undefined => {
  if (!isNode(node)) return undefined
  if (node.type === 'Identifier') return String(node.name)
  if (node.type === 'Literal') return String(node.value)
  // globalThis.process is process.
  return node.type === 'MemberExpression' && nameOf(node.object) === 'globalThis' ? nameOf(node.property) : undefined
}

const partsOf = (object: unknown): readonly string[] => {
  const name = nameOf(object) ?? ''
  return Object.hasOwn(unsteady, name) ? (unsteady[name] ?? []) : []
}
const isPart = (parts: readonly string[], name: string | undefined): boolean => parts.includes('*') || parts.includes(name ?? '')

const isUnsteady = (node: Looked): boolean => {
  // const { random } = Math
  if (node.type === 'VariableDeclarator' && isNode(node.id) && node.id.type === 'ObjectPattern') {
    const parts = partsOf(node.init)
    const properties: unknown = node.id.properties
    return Array.isArray(properties) && properties.some((each) => isPart(parts, isNode(each) ? nameOf(each.key) : undefined))
  }
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return unsteadyCalls.has(nameOf(node.callee) ?? '')
  if (node.type !== 'MemberExpression') return false
  if (isNode(node.object) && node.object.type === 'MetaProperty') return nameOf(node.property) === 'env'
  return isPart(partsOf(node.object), nameOf(node.property))
}

const unsteadyIn = (node: unknown): readonly Looked[] => {
  if (Array.isArray(node)) return node.flatMap(unsteadyIn)
  if (!isNode(node)) return []
  return isUnsteady(node) ? [node] : Object.values(node).flatMap(unsteadyIn)
}

/** A formula, method or estimate that asks the clock, chance, the machine or the network gives a number that nobody can compute again. */
export const unsteadyScripts = (root: string): Finding[] =>
  globSync(['scripts/formulas/**/*.ts', 'scripts/methods/**/*.ts', 'scripts/estimates/**/*.ts', 'scripts/*.ts'], { cwd: root })
    .sort()
    .flatMap((file): Finding[] => {
      const text = readFileSync(`${root}/${file}`, 'utf8')
      if (!suspect.test(text)) return []
      return unsteadyIn(programOf(text)).map(({ start, end, loc }) => ({
        problem: new Problem(
          `“${text.slice(start, end)}” is another at each run or on each machine, and nobody could compute the figures again`,
          { file, line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 },
          'an input of data/, under assumptions if it is our own choice',
        ),
      }))
    })

/** Nothing where the text is no TypeScript: that is told by whoever runs it. */
const programOf = (text: string): unknown => {
  try {
    return parseTypeScript(text)
  } catch {
    return undefined
  }
}
