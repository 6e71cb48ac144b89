import type { FormulaSource } from '../figures/formula.ts'
import type { Ledger } from '../ledger.ts'
import type { Language } from '../types.ts'
import { shown } from './shown.ts'
import { texLines, texText } from './tex.ts'

/** A formula in the words of the term base, as TeX; none for a method, which has its TeX by hand. */
export const formulaTex = ({ data }: Pick<Ledger, 'data'>, { expression, arguments: names }: FormulaSource, language: Language) =>
  expression &&
  texLines(expression, Object.fromEntries(names.map((name) => [name, texText(data.terms.get(name)?.[language] ?? spaced(name))])))

/** platformTurnover -> platform turnover */
const spaced = (name: string): string => name.replace(/([A-Z]|\d+)/g, (part) => ` ${part.toLowerCase()}`)

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
  /** What the number is called in its own case, where it has a short name; else what the formula calls its argument. */
  const word = (name: string, of: string) =>
    texText(ledger.figures.get(of)?.short?.[language] ?? ledger.data.terms.get(name)?.[language] ?? name)
  const symbols = (write: (name: string, of: string) => string) =>
    Object.fromEntries(
      Object.entries(derived.of).map(([name, of]) => [
        name,
        typeof of === 'string' ? write(name, of) : of.flat(2).map((item) => write(name, item)),
      ]),
    )
  const label = (item: string) => {
    const part = ledger.figures.get(item)
    return texText(part ? (part.short ?? part.label)[language] : item)
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
        symbols((name, of) => (Array.isArray(derived.of[name]) ? label(of) : word(name, of))),
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
