import type { Data } from '../data/data.ts'
import type { Transcription } from '../data/transcription.ts'
import type { Units } from '../data/units.ts'
import type { Root } from '../extremes.ts'
import { printedNumber, rangeOf, readings, scaled } from '../printed.ts'
import { divide, equal, multiply, one, type Rational, roundTo, toNumber } from '../rational.ts'
import type { Figure } from '../record.ts'
import type { Examiner } from '../report.ts'
import { asPublished, bare, sameNumber, sameRange } from './sameness.ts'

/** A printed figure against its line of data; returns what it stands for, by that line alone. */
export const examinePrinted = (
  figure: Figure,
  line: Transcription,
  { units, rounding: roundingOf }: Pick<Data, 'units' | 'rounding'>,
  seen: Examiner,
): Root => {
  const { id } = figure
  const printed = printedNumber(line.digits)
  const unit = units.printed(line.unit)
  if (!unit) throw new Error(`a unit “${line.unit}” that data/units.yaml does not declare`)
  const isAssumed = figure.kind === 'assumed'
  // What is counted one by one, a year of the calendar and an assumption were never rounded.
  const isCounted = equal(unit.factor, one) && ['count', 'year'].includes(figure.unit)
  const value = multiply(printed.value, unit.factor)
  const rounding = line.rounding ?? roundingOf(figure.source)
  const range = scaled(rangeOf(printed, line.qualifier, !isAssumed && !isCounted, rounding), unit.factor)
  const words = line.as ?? `${line.digits} ${line.unit === '1' ? '' : line.unit}`

  seen.see('printed values', id, 'printed', bare(words) === bare(figure.printed ?? ''), words, figure.printed)
  seen.see('printed values', id, 'kind', line.assumed === isAssumed, line.assumed ? 'assumed' : 'cited', figure.kind)
  seen.see('printed values', id, 'qualifier', line.qualifier === (figure.qualifier ?? null), line.qualifier, figure.qualifier ?? null)
  seen.see('printed values', id, 'rounding', (figure.rounding ?? 'half-away') === rounding, rounding, figure.rounding ?? 'half-away')
  seen.see('printed values', id, 'unit', unit.base === figure.unit, `${unit.base}, for “${line.unit}”`, figure.unit)
  seen.see('printed values', id, 'value', sameNumber(value, figure.value), toNumber(value), figure.value)
  seen.see('printed values', id, 'interval', sameRange(range, figure.interval), asPublished(range), figure.interval)
  if (line.as !== undefined) examineWords(id, line.as, line.digits, unit.factor, units, seen)
  return { value, range }
}

/** A number that a source prints in words is the one that the data have in digits. */
export const examineWords = (id: string, words: string, digits: string, factor: Rational, units: Units, seen: Examiner): void => {
  const { value, step } = printedNumber(digits)
  const read = readings(words, units)
  const unscaled = read.some((one) => equal(one, value) || equal(roundTo(divide(one, factor), step), value))
  seen.see('words for numbers', id, words, unscaled, `words for ${digits}`, read.length === 0 ? 'no number' : read.map(toNumber).join(', '))
}
