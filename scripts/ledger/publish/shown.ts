import Fraction from 'fraction.js'
import type { Figure } from '../figures/compute.ts'
import { format, formatIn, type Style } from '../numbers/format.ts'
import { decimalsOf, significantDigitsOf } from '../numbers/printed.ts'
import { baseOf, columnOf, factorOf, isPercent } from '../numbers/units.ts'
import type { Language } from '../types.ts'

/** How a figure is written in prose: a printed one with the digits of its source, a derived one as its script says. */
export const styleOf = (figure: Figure): Style => {
  const { units, input, derived } = figure
  const unit = baseOf(figure)
  // Nobody can tell whether the zeros at the end of 200万 were counted: in English it is 2 million, not 2.00 million.
  if (input) {
    const counted = input.digits.includes('.') ? input.digits : input.digits.replace(/0+$/, '')
    return { unit, digits: Math.max(1, significantDigitsOf(counted)), percent: isPercent(units, input.unit) }
  }
  return { unit, digits: derived?.digits ?? 4, percent: derived?.percent ?? false }
}

/** A figure is never changed: what it is written as is made once, however many pages name it. */
const written: Readonly<Record<Language, WeakMap<Figure, string>>> = { zh: new WeakMap(), en: new WeakMap() }

/** The text that prose, tables, charts and alternatives show for a figure. */
export const shown = (figure: Figure, language: Language): string => {
  const text = written[language].get(figure) ?? format(figure.value, styleOf(figure), language)
  written[language].set(figure, text)
  return text
}

/** The column that a figure is shown in where one is not chosen: percentages for shares, else that of its unit. */
export const columnFor = (figure: Figure): string => (styleOf(figure).percent ? 'percent' : baseOf(figure).column)

/** Decimals that show a figure's own digits in a unit: those printed, or those that its style asks for. */
const decimalsIn = (figure: Figure, factor: string): number => {
  const places = figure.input
    ? decimalsOf(figure.input.digits) +
      Math.round(Math.log10(Number(factor) / new Fraction(factorOf(figure.units, figure.input.unit)).valueOf()))
    : styleOf(figure).digits - 1 - Math.floor(Math.log10(Math.abs(figure.value.valueOf()) / Number(factor) || 1))
  return Math.max(0, places)
}

/** Writes a figure in the unit of a column of data/units.yaml; `decimals` are those of the Chinese unit, and English keeps the same last place. */
export const shownInColumn = (figure: Figure, column: string, language: Language, decimals?: number): string => {
  const { factor, shift } = columnOf(figure.units, column)
  return formatIn(figure.value, factor[language], (decimals ?? decimalsIn(figure, factor.zh)) + shift[language], language)
}
