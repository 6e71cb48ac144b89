/** What no schema of data holds: words in the language that they are said to be in, and what a reader of the audit must find. */
import type { Conflict } from '../../../scripts/ledger/data/conflict-types.ts'
import type { Claim } from '../../../scripts/ledger/data/data-types.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { Problem } from '../../../scripts/ledger/problem.ts'
import type { Bilingual, Place } from '../../../scripts/ledger/types.ts'
import type { Finding } from './finding.ts'

const finding = (what: string, place: Place, expected: string): Finding => ({ problem: new Problem(what, place, expected) })

const han = /\p{Script=Han}/u
const chineseMarks = /[，。；：（）“”]/u

/** What is wrong with a text as the Chinese or the English that it is said to be. */
const languageFaults = (name: string, { zh, en }: Bilingual, place: Place): Finding[] => [
  ...(han.test(zh) ? [] : [finding(`${name} has no Chinese under zh: “${zh}”`, place, 'zh: the Chinese words')]),
  ...(han.test(en) ? [finding(`${name} has Chinese under en: “${en}”`, place, 'en: the English words')] : []),
]

export const labelFindings = (figures: Iterable<Figure>): Finding[] =>
  [...figures].flatMap(({ id, label, place }) => languageFaults(`the label of ${id}`, label, place))

/** A formula is printed with the words of the term base; without them a reader would meet the names that scripts use. */
export const argumentFindings = ({ figures, data }: Pick<Ledger, 'figures' | 'data'>): Finding[] => {
  const formulas = new Map([...figures.values()].flatMap(({ formula }) => (formula?.expression ? [[formula.name, formula] as const] : [])))
  const told = new Set<string>()
  return [...formulas.values()].flatMap(({ name, file, line, arguments: names }) =>
    names.flatMap((argument): Finding[] => {
      if (data.terms.has(argument) || told.has(argument)) return []
      told.add(argument)
      return [
        finding(
          `the argument ${argument} of ${name} has no words to be printed with`,
          { file, line, column: 1 },
          `in data/glossary.yaml, “${argument}: { zh: …, en: … }”`,
        ),
      ]
    }),
  )
}

/** Words of a source are quoted letter by letter, and between Chinese and digits it has no spaces but in the cells of tables. */
export const conflictFindings = (conflicts: readonly Conflict[]): Finding[] =>
  conflicts.flatMap(({ id, passages, title, why, place }) => [
    ...passages.flatMap(({ printed, gloss, locator }) => [
      ...(!locator.table && /\p{Script=Han} | \p{Script=Han}/u.test(printed)
        ? [
            finding(
              `${id} quotes “${printed}” with spaces beside Chinese`,
              place,
              printed.replace(/(\p{Script=Han}) | (?=\p{Script=Han})/gu, '$1'),
            ),
          ]
        : []),
      ...(/\p{Script=Han}{4}/u.test(gloss)
        ? [finding(`the gloss of ${id} is Chinese: “${gloss}”`, place, 'gloss: the passage in English')]
        : []),
    ]),
    ...[title, why].flatMap(({ zh, en }) => [
      ...(han.test(zh) ? [] : [finding(`${id} has no Chinese under zh: “${zh}”`, place, 'zh: the Chinese words')]),
      ...(chineseMarks.test(en.replace(/“[^”]*”/gu, ''))
        ? [finding(`${id} has Chinese marks under en: “${en}”`, place, 'en: English words with English marks')]
        : []),
    ]),
  ])

/** A check that ends in a slip of wording or in two places that disagree is told among the conflicts, in the source’s own words. */
export const untoldFindings = ({ checks, data }: Pick<Ledger, 'checks' | 'data'>): Finding[] => {
  const told = new Set(data.conflicts.flatMap((conflict) => conflict.checks))
  const places = new Map(data.claims.map((claim): readonly [string, Claim] => [claim.id, claim]))
  return checks.flatMap(({ claim, cause, verdict, source }) => {
    const made = places.get(claim)
    if (!made || told.has(claim) || (cause !== 'slip-of-wording' && verdict !== 'conflicting')) return []
    return [
      finding(
        `${claim} is ${verdict === 'conflicting' ? 'conflicting' : 'a slip of wording'}, and no conflict tells it`,
        made.place,
        `in data/${source}/conflicts.yaml, an entry with “checks: [${claim}]”`,
      ),
    ]
  })
}

/** What it would take to recompute a withheld result is said in both languages, a thing a line. */
export const needFindings = (claims: readonly Claim[]): Finding[] =>
  claims.flatMap(({ id, needs, place }) => {
    if (!needs) return []
    const lines = (text: string) => text.trim().split('\n').length
    return [
      ...(lines(needs.zh) === lines(needs.en)
        ? []
        : [
            finding(
              `${id} needs ${lines(needs.zh)} things in Chinese and ${lines(needs.en)} in English`,
              place,
              'as many lines under zh as under en',
            ),
          ]),
      ...languageFaults(`what ${id} needs`, needs, place),
    ]
  })

export const dataFindings = (ledger: Ledger): Finding[] => [
  ...labelFindings(ledger.figures.values()),
  ...argumentFindings(ledger),
  ...conflictFindings(ledger.data.conflicts),
  ...untoldFindings(ledger),
  ...needFindings(ledger.data.claims),
]
