/** Words that authors write into charts and tables: no numbers among them, and each in the language that it is said to be in. */
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { Place } from '../../scripts/ledger/types.ts'
import { brandNames, type Rule, rulesWith } from '../markdown/allowed-digits.ts'
import { figuresLike } from '../markdown/suggestions.ts'
import { typedNumbersIn } from '../markdown/typed-numbers.ts'

type Path = readonly PropertyKey[]

/** What an author wrote into a file, and which of it a reader meets as words. */
export interface WrittenWords {
  readonly written: unknown
  readonly placeOf: (path: Path) => Place
  /** Where the words stand: “the chart”, “the table”. */
  readonly inside: string
  /** Whether words in both languages at this path are words to a reader. */
  readonly isText?: (path: Path) => boolean
  /** Keys whose plain text both languages write alike. */
  readonly alike?: ReadonlySet<PropertyKey>
}

interface Text {
  readonly text: string
  readonly path: Path
}

/** A year that names a row or a point may be of any century: 1891年, “Parish, 1891”. */
const yearAsName: Rule = { name: 'years that name a row', pattern: /(?<![\d.,])(?:1\d|20)\d\d(?:年|(?<=^\d{4}|, \d{4})$)/g }
const rules = [...rulesWith(brandNames), yearAsName]

/** Every stretch of words in a file. */
const textsIn = ({ written, isText = () => true, alike = new Set() }: WrittenWords): readonly Text[] => {
  const look = (node: unknown, path: Path, inWords: boolean): readonly Text[] => {
    const key = path.at(-1) ?? ''
    if (Array.isArray(node)) return node.flatMap((item, index) => look(item, [...path, index], inWords))
    if (typeof node === 'object' && node !== null)
      return Object.entries(node).flatMap(([name, value]) =>
        look(value, [...path, name], inWords || ((name === 'zh' || name === 'en') && isText(path))),
      )
    return typeof node === 'string' && (inWords || alike.has(key)) ? [{ text: node, path }] : []
  }
  return look(written, [], false)
}

/** Complains of numbers typed into words: they carry none, as prose carries none. */
export const refuseTypedNumbers = (words: WrittenWords, ledger: Ledger, complaints: Complaints): void => {
  for (const { text, path } of textsIn(words))
    for (const number of typedNumbersIn(text, rules)) {
      const ids = figuresLike(number, ledger).join(', or ')
      const inItsPlace = words.inside === 'the table' ? 'figure in a cell' : 'figure in a row'
      complaints.add(
        `“${number.words}” is typed into ${words.inside}`,
        words.placeOf(path),
        ids ? `the ${inItsPlace}: ${ids}` : `a ${inItsPlace}, or words without a number`,
      )
    }
}

const han = /\p{Script=Han}/u
/** Small letters make words; capitals and digits alone may be a name that both languages write alike. */
const latinWord = /\p{Ll}/u
/** What is filled in when it is shown. */
const filledIn = /\{\w+\}/g

/** Complains of English under zh and of Chinese under en that is not quoted. */
export const refuseForeignWords = (words: WrittenWords, complaints: Complaints): void => {
  for (const { text, path } of textsIn(words)) {
    const language = path.findLast((step) => step === 'zh' || step === 'en')
    if (language === 'zh' && latinWord.test(text.replace(filledIn, '')) && !han.test(text))
      complaints.add(`no Chinese stands under zh: “${text}”`, words.placeOf(path), 'zh: the Chinese words')
    if (language === 'en' && han.test(text.replace(/“[^”]*”/gu, '')))
      complaints.add(`Chinese stands under en: “${text}”`, words.placeOf(path), 'en: the English words')
  }
}
