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

const onlyDigits = (text: string): string => text.replace(/\D/g, '')
