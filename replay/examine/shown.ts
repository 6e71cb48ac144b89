import type { Units } from '../data/units.ts'
import { compare, equal, multiply, type Rational, rational, roundTo, toNumber } from '../rational.ts'
import { type Figure, languages } from '../record.ts'
import type { Examiner } from '../report.ts'
import { readShown } from '../shown.ts'

/** A number as readers see it: the value rounded once, the same in both languages. */
export const examineShown = ({ id, shown, unit }: Figure, value: Rational, units: Units, seen: Examiner): void => {
  const read = languages.map((language) => ({ language, number: readShown(shown[language], language, unit, units) }))
  for (const { language, number } of read)
    seen.see('shown texts', id, `shown.${language}`, number !== undefined, `a number in ${unit}`, shown[language])
  const numbers = read.flatMap(({ number }) => (number ? [number] : []))
  const [chinese, english] = numbers
  if (!chinese || !english) return
  seen.see('shown texts', id, 'the number in both languages', equal(chinese.value, english.value), shown.zh, shown.en)
  // 683,000 may be rounded to thousands; 68.3万 beside it says that it is.
  const step = compare(chinese.step, english.step) > 0 ? chinese.step : english.step
  // 1,300 may be 1,332 to two digits, if the other language does not say otherwise.
  const coarsest = compare(chinese.coarsest, english.coarsest) < 0 ? chinese.coarsest : english.coarsest
  const allowed = [roundTo(value, step)]
  for (let place = step; compare(place, coarsest) < 0; ) {
    place = multiply(place, rational(10n))
    allowed.push(roundTo(value, place))
  }
  for (const { language, number } of read)
    seen.see(
      'shown texts',
      id,
      `digits of shown.${language}`,
      allowed.some((one) => number !== undefined && equal(number.value, one)),
      toNumber(allowed[0] ?? value),
      shown[language],
    )
}
