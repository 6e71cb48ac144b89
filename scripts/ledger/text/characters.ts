import { Problem } from '../problem.ts'
import type { Place } from '../types.ts'
import { ordinary, twinKind, twins } from './look-alikes.ts'
import { codeOf } from './signs.ts'

/** Characters that show nothing, or something else to every reader. */
const unseen: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/, 'a character that turns the direction of words'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  [/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/, 'a control character'],
  [/[\u2028\u2029]/, 'a separator of lines that editors do not show'],
  [/[\uE000-\uF8FF\u{F0000}-\u{10FFFF}]/u, 'a character that only one font knows'],
  [/[\uFFF9-\uFFFD\uFDD0-\uFDEF\uFFFE\uFFFF]/, 'a character that stands for one that was lost'],
]

const suspicious = new RegExp([...unseen.map(([pattern]) => pattern), ...twins()].map(({ source }) => source).join('|'), 'gu')

const faultOf = (character: string): readonly [what: string, expected: string] | undefined => {
  const hidden = unseen.find(([pattern]) => pattern.test(character))
  if (hidden) return [`${hidden[1]} stands here, ${codeOf(character)}`, 'nothing in its place, or the character that is meant']
  const kind = twinKind(character)
  const twin = ordinary(character)
  if (!kind) return undefined
  if (twin === character)
    return [`“${character}” is ${kind} and no character of a text, ${codeOf(character)}`, 'the character that is meant']
  const codes = [...twin].map(codeOf).join(' ')
  return [`“${character}” is ${kind} that only looks like “${twin}”, ${codeOf(character)}`, `${twin}, ${codes}`]
}

/** Every such character of a text, each told where it first stands. */
export const characterProblems = (text: string, file: string): Problem[] => {
  const found = Map.groupBy(text.matchAll(suspicious), ({ 0: character }) => character)
  return [...found].flatMap(([character, all]) => {
    const fault = faultOf(character)
    if (!fault) return []
    const more =
      all.length === 1 ? '' : all.length === 2 ? ', and once more in this file' : `, and ${all.length - 1} times more in this file`
    return [new Problem(`${fault[0]}${more}`, placeIn(text, file, all[0]?.index ?? 0), fault[1])]
  })
}

const placeIn = (text: string, file: string, offset: number): Place => {
  const before = text.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
