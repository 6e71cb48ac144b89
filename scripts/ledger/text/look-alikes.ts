/** Characters that look exactly like others and are not them: out of a PDF, 用工 may come as two radicals, which nothing finds. */

/** Radicals that Unicode itself does not say are characters, each before the one that it looks like. */
const radicals =
  '⺁厂⺟母⺠民⺩王⺬示⺮竹⺶羊⺼肉⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻌辶⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟'

/** Radicals, characters kept for old standards, and letters that a press had cast together. */
const kinds: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/[\u2E80-\u2FDF]/u, 'a radical'],
  [/[\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/u, 'a compatibility character'],
  [/[\uFB00-\uFB06]/u, 'a ligature'],
]

/** Where such characters stand in Unicode. */
export const twins = (): readonly RegExp[] => kinds.map(([pattern]) => pattern)

/** The ordinary character that one looks like; the same where it is ordinary itself. */
export const ordinary = (character: string): string => {
  if (!kinds.some(([pattern]) => pattern.test(character))) return character
  const at = radicals.indexOf(character)
  return at >= 0 && at % 2 === 0 ? radicals.charAt(at + 1) : character.normalize('NFKC')
}

/** What kind of twin a character is, if it is one. */
export const twinKind = (character: string): string | undefined => {
  const kind = kinds.find(([pattern]) => pattern.test(character))?.[1]
  // A dozen characters of the compatibility block are ordinary ones.
  return kind === 'a compatibility character' && character.normalize('NFKC') === character ? undefined : kind
}
