/** Signs that look like others, or like nothing: what an author takes for a digit, a minus or a blank. */

/** Signs by what they are called; what is not listed goes by its code alone. */
const names: Readonly<Record<string, string>> = {
  '\t': 'a tab',
  '\u00A0': 'a no-break space',
  '\u00AD': 'a soft hyphen',
  '\u2002': 'an en space',
  '\u2003': 'an em space',
  '\u2007': 'a figure space',
  '\u2009': 'a thin space',
  '\u200B': 'a zero-width space',
  '\u200C': 'a zero-width non-joiner',
  '\u200D': 'a zero-width joiner',
  '\u200E': 'a left-to-right mark',
  '\u200F': 'a right-to-left mark',
  '\u202A': 'a left-to-right embedding',
  '\u202B': 'a right-to-left embedding',
  '\u202C': 'an end of direction',
  '\u202D': 'a left-to-right override',
  '\u202E': 'a right-to-left override',
  '\u202F': 'a narrow no-break space',
  '\u2060': 'a word joiner',
  '\u2066': 'a left-to-right isolate',
  '\u2067': 'a right-to-left isolate',
  '\u2069': 'an end of isolation',
  '\u3000': 'a full-width space',
  '\uFEFF': 'a byte order mark',
  ' ': 'a space',
  ';': 'a semicolon',
  '|': 'a bar',
  O: 'the letter O',
  o: 'the letter o',
  '“': 'a quote of words',
  '”': 'a quote of words',
  '、': 'a Chinese comma of lists',
  '；': 'a full-width semicolon',
  '：': 'a full-width colon',
  '｛': 'a full-width brace',
  '｝': 'a full-width brace',
  '［': 'a full-width bracket',
  '］': 'a full-width bracket',
  '＃': 'a full-width number sign',
  '＂': 'a full-width quote',
  '％': 'a full-width per cent sign',
  ',': 'a comma',
  '.': 'a point',
  "'": 'an apostrophe',
  _: 'an underscore',
  '-': 'a hyphen',
  '+': 'a plus',
  '\u02D9': 'a raised point',
  '\u00B7': 'a middle point',
  '\u00AF': 'a macron',
  '\u2010': 'a hyphen of its own code',
  '\u2011': 'a no-break hyphen',
  '\u2012': 'a figure dash',
  '\u2013': 'an en dash',
  '\u2014': 'an em dash',
  '\u2015': 'a horizontal bar',
  '\u2019': 'a closing quote',
  '\u2212': 'a minus sign',
  '\u2796': 'a heavy minus sign',
  '\u3002': 'a Chinese full stop',
  '\u4E00': 'the numeral 一',
  '\uFE63': 'a small hyphen',
  '\uFF0B': 'a full-width plus',
  '\uFF0C': 'a full-width comma',
  '\uFF0D': 'a full-width minus',
  '\uFF0E': 'a full-width point',
}

/** U+2F64 */
export const codeOf = (sign: string): string => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** A sign that takes no room, turns the direction of what follows, or is a blank. */
const unseen = /[\s\p{Cc}\p{Cf}\u115F\u3164]|\p{Variation_Selector}|\u034F/u

/** A sign as an author is told of it: “–” is an en dash (U+2013); of what cannot be seen, the name and the code alone. */
export const signInWords = (sign: string): string => {
  const known = names[sign] ?? (sign >= '０' && sign <= '９' ? 'a full-width digit' : undefined)
  const seen = unseen.test(sign) ? '' : `“${sign}”`
  return known ? `${[seen, known].filter(Boolean).join(', ')} (${codeOf(sign)})` : `${seen || 'a sign that is not seen'} (${codeOf(sign)})`
}

/** A name without what a reader does not see of it: blanks, and the width and the form of its characters. */
export const likeness = (name: string): string => name.normalize('NFKC').replace(new RegExp(unseen, 'gu'), '')

/** Where two names that look alike part: the sign in the one, and what stands for it in the other. */
export const partingOf = (name: string, other: string): string => {
  const [signs, others] = [[...name], [...other]]
  const at = signs.findIndex((sign, index) => sign !== others[index])
  const [own, twin] = at < 0 ? [undefined, others[signs.length]] : [signs[at], others[at]]
  if (own === undefined) return `without ${signInWords(twin ?? '')} at its end`
  if (twin === undefined) return `with ${signInWords(own)} at its end`
  if (unseen.test(own) && !unseen.test(twin)) return `with ${signInWords(own)} before “${twin}”`
  if (unseen.test(twin) && !unseen.test(own)) return `without ${signInWords(twin)} before “${own}”`
  return `with ${signInWords(own)} for ${signInWords(twin)}`
}
