import type { Units } from '../numbers/units.ts'
import { Problem } from '../problem.ts'
import type { Place } from '../types.ts'

/**
 * Refuses words of a page that hold a number as long as the printed digits and not those digits: a slip of copying. Words
 * may hold other numbers beside, or none.
 */
export const refuseOtherDigits = (digits: string, words: string | undefined, place: Place): void => {
  const runs = words?.match(/\d[\d,.]*/g)?.map(onlyDigits) ?? []
  const own = onlyDigits(digits)
  if (own.length < 2 || runs.includes(own) || !runs.some(({ length }) => length === own.length)) return
  throw new Problem(`“as: ${words}” has other digits than “printed: ${digits}”`, place, 'the same digits in both, held against the page')
}

/** Refuses words of a page whose digits count in another unit than the value does: 小时 where the page has 万小时. */
export const refuseOtherUnit = (
  { printed, as: words, unit }: { readonly printed?: string | undefined; readonly as?: string | undefined; readonly unit: string },
  { printed: units }: Units,
  place: Place,
): void => {
  const known = units.get(unit)
  if (!words || !printed || !known) return
  const after = words.split(printed)[1]?.replace(/^[\s多余几]+/u, '')
  // The longest word is the one that the page has: 万小时, and not 万.
  const [word] = [...units.keys()].filter((each) => after?.startsWith(each)).toSorted((a, b) => b.length - a.length)
  const read = word === undefined ? undefined : units.get(word)
  // What is counted may go by several words; how many of it one is may not.
  if (!read || read.factor === known.factor) return
  throw new Problem(`“as: ${words}” counts in ${word}, and “unit: ${unit}” in another`, place, `“unit: ${word}”, held against the page`)
}

/** Digits without a power of ten, which words of a page may tell in another way. */
const onlyDigits = (text: string): string => text.replace(/×10.*$/, '').replace(/\D/g, '')
