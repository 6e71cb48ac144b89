/** The line of a figure that a reviewer looks for, told alike by pages, the published ledger and the terminal. */
import { existsSync } from 'node:fs'
import { readText } from '../data/read-text.ts'
import type { Figure } from '../figures/compute.ts'
import type { Ledger } from '../ledger.ts'
import type { Place } from '../types.ts'

type Line = Pick<Place, 'file' | 'line'>

/**
 * The line that declares a figure, which is the one with its id; where an id is put together or a value is our coding,
 * the one where that is done.
 */
export const declaringLine = (ledger: Ledger, { id, input, place: { file, line } }: Figure): Line => {
  // Of data the place is that of the key, and a statement of a test stands in no file of the report.
  if (input || !file.endsWith('.ts') || !existsSync(`${ledger.root}/${file}`)) return { file, line }
  const lines = linesOf(ledger, file).slice(line - 1, statementOf(ledger, { file, line }).last)
  const whole = lines.findIndex((text) => text.includes(`'${id}'`))
  if (whole >= 0) return { file, line: line + whole }
  const spelt = lines.map((text) => speltIn(text, id))
  return { file, line: line + spelt.indexOf(Math.max(...spelt)) }
}

/** Where a script derives a figure: the line with its id, or the statement that does for all that data ask for. */
export const derivingLine = (ledger: Ledger, figure: Figure): Line | undefined =>
  figure.derived?.declared ? figure.derived.place : figure.derived && declaringLine(ledger, figure)

/** How much of an id a line spells out where the rest is put in: in a template, or as the start of it. Operands do not count. */
const speltIn = (line: string, id: string): number => {
  const text = line.replace(/\bof: .*/, '')
  const templates = [...text.matchAll(/`([^`]*)`/g)].map(([, template = '']) => template.split(/\$\{[^}]*\}/))
  const starts = [...text.matchAll(/'([\w.]+)'/g)].map(([, start = '']) => [start, ''])
  const makes = (fixed: readonly string[]) =>
    /^\w*\.[\w.]*$/.test(fixed.join('')) &&
    new RegExp(`(^|\\.)${fixed.join('\0').replaceAll('.', '\\.').replaceAll('\0', '[\\w.]+')}$`).test(id)
  return Math.max(0, ...[...templates, ...starts].filter(makes).map((fixed) => fixed.join('').length))
}

/** The statement, or the entry of a data file, that starts on a line: its first and last line. */
export const statementOf = (ledger: Ledger, { file, line }: Line): { first: number; last: number } => {
  const lines = linesOf(ledger, file)
  const rest = lines.slice(line)
  const within = file.endsWith('.yaml')
    ? rest.findIndex(isShallower(lines[line - 1] ?? ''))
    : file.endsWith('.csv')
      ? 0
      : closing(lines.slice(line - 1))
  return { first: line, last: line + (within < 0 ? rest.length : within) }
}

/** Whether a line of YAML is no longer part of what began on another. */
const isShallower = (start: string) => {
  const indent = indentOf(start)
  return (text: string): boolean => text.trim() === '' || indentOf(text) <= indent
}
const indentOf = (text: string): number => text.length - text.trimStart().length

/** After how many lines the brackets that the first one opens are closed. */
const closing = (lines: readonly string[]): number => {
  let depth = 0
  return lines.findIndex((text) => {
    for (const sign of text) depth += '([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0
    return depth <= 0 && !/=>?\s*$/.test(text)
  })
}

/** A file as lines, read once. */
export const linesOf = (ledger: Ledger, file: string): readonly string[] => {
  const texts = read.get(ledger) ?? new Map<string, readonly string[]>()
  read.set(ledger, texts)
  const lines = texts.get(file) ?? readText(ledger.root, file).replace(/\n$/, '').split('\n')
  texts.set(file, lines)
  return lines
}

const read = new WeakMap<Ledger, Map<string, readonly string[]>>()
