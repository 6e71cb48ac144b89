/**
 * The digits that prose may carry, by rule. Every other digit is a number that the ledger should print.
 *
 * Rules are patterns over text whose full-width digits and brackets were made plain (`plain`). A typed number is allowed
 * where the match of some rule covers all of it: 2010 is no year in 12010 or 2010.4, and no pattern need say so.
 */

/** Names of things that are digits alone, or that keep a digit apart from their letters. */
export const brandNames: readonly string[] = ['1688', '310', 'COVID-19', 'CC BY 4.0', 'GB/T 7714', 'WCAG 2.2']

export interface Rule {
  readonly name: string
  readonly pattern: RegExp
}

/** Full-width digits, signs and brackets as plain ones; every character keeps its place. */
export const plain = (text: string): string => text.replace(/[０-９．％（）]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

/** Ends a match: no letter, scale or percent sign follows. */
const end = '(?![A-Za-z%‰]|\\s*(?:[十百千万亿]|(?:per\\s?cent(?:age)?|hundred|thousand|million|billion|trillion)\\b))'
/** What Chinese counts or measures with, unless more follows that makes another word of it: 2019天津, 2019份额. */
export const chineseMeasures = [
  '[多余个人名元家倍位种项次成吨秒岁亩辆艘件株棵匹]',
  '小时|分钟|千瓦|千克|千米|公斤|公里|公顷|平方|立方|[英海华]里|工时|美元|港元|欧元|日元|英镑|岗位',
  '天(?![津猫然气下河])|周(?![年边期])|台(?![湾北风账])|批(?![准复评发])|笔(?![者记])|票(?![据价])|套(?![用利])|户(?![籍口均主外])|口(?![径岸罩号])',
  '单(?![独列位一])|份(?!额)|只(?![有是能要在为占])|例(?!如)|架(?!构)|座(?!谈)|字(?![节体])|张(?!三)|升(?![级至到高值学任幅降])|克(?!服)|米(?!其)|场(?![景所地])',
].join('|')
const englishMeasures = [
  'yuan|people|persons?|workers?|jobs?|opportunit(?:y|ies)|times|hours?|posts|accounts(?!\\s+for)|minutes?|seconds?|days?|weeks?|months?|tonnes?|tons?',
  'lit(?:re|er)s?|met(?:re|er)s?|kilomet(?:re|er)s?|km|kg|miles?|hectares?|acres?|dollars?|euros?|pounds?|households?|families|villages',
  'employees|employers|merchants|shops?|stores|students|graduates|respondents|farmers|users|drivers|firms|companies',
].join('|')
/** Ends a match that might else be a count: no counted thing follows, as in 2000个 or 2000 people. */
const noCount = `${end}(?!\\s*(?:${chineseMeasures}|(?:${englishMeasures})\\b))`

/** A number by which documents count their parts: 12, 2.3, 2.3.1, 2(3)2, 2(6)1(1). Dotted ones begin with one digit: 12.5 is none. */
const part = `(?:\\d(?:\\.\\d{1,3}){1,2}${end}|\\d{1,3}(?:\\(\\d{1,2}\\)\\d{0,2}(?:\\(\\d{1,2}\\))?)?${noCount})`
/** One such number or several, bracketed or not: "2.3 to 2.5", "2.2、2.3和2.4". */
const parts = `\\(?${part}\\)?(?:(?:\\s*[—–~、和与及至到-]\\s*|,?\\s+(?:to|and|or)\\s+)\\(?${part}\\)?)*`

const months = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'

const rules: readonly Rule[] = [
  // 2019, 2016—2018年, 2019–20, 2019-06-30, the 1990s; never RMB 2000, 2010万, 2010 people, 2,010 or 2010.4.
  {
    name: 'years 1900 to 2099',
    pattern: new RegExp(`(?<!(?:RMB|CNY|USD|[$¥€£])\\s?)(?:19|20)\\d\\d(?:s\\b|(?:[–—/-]\\d\\d){1,2}(?!\\d))?${noCount}`, 'g'),
  },
  // 10月, 6月30日. Six months are 6个月 and no date.
  { name: 'days of the Chinese calendar year', pattern: /(?:1[0-2]|[1-9])\s*月(?:\s*(?:3[01]|[12]\d|[1-9])\s*日)?/g },
  // 30 June, June 30.
  { name: 'days of the English calendar year', pattern: new RegExp(`\\d{1,2}\\s+${months}\\b|\\b${months}\\s+\\d{1,2}${end}`, 'g') },
  // table 2.2, equation (2.1), equations 2.3 to 2.5, section 2(3), footnote 3, pp. 3-18; in code also table-2.2.
  {
    name: 'numbered parts in English',
    pattern: new RegExp(
      `\\b(?:tables?|figures?|fig\\.|equations?|eq\\.|chapters?|sections?|topics?|part|paragraphs?|footnotes?|appendix|pages?|pp?\\.|rows?|columns?)[\\s-]*${parts}`,
      'gi',
    ),
  },
  // 表2.2, 图3.1, 式（2.3）, 公式2.1, 脚注3. Not the 表 of 代表, 发表 and 列表, nor the 式 of 方式 and 形式.
  {
    name: 'numbered parts in Chinese',
    pattern: new RegExp(`(?:(?<![代发列])表|(?<![意企试])图|(?<![方形模样正])式|附录|(?<![关专])注)\\s*${parts}`, 'g'),
  },
  // 第2章, 第2至4节, 第3段.
  { name: 'numbered chapters in Chinese', pattern: new RegExp(`第\\s*${parts}\\s*(?:[章节段页条款行列篇题]|部分)`, 'g') },
  // 二（三）2, 二（六）1（1）: the source's own numbering of sections.
  {
    name: 'numbered sections of the source',
    pattern: new RegExp(`[一二三四五六七八九十]+\\([一二三四五六七八九十]+\\)\\d{1,2}(?:\\(\\d{1,2}\\))?${end}`, 'g'),
  },
  // K12, p1, O2O, GB18030, industryJobs2016. Never RMB500 nor K12万.
  {
    name: 'names with a letter before the digit',
    pattern: /(?<![A-Za-z])(?!(?:RMB|CNY|USD|EUR|US|HK)\d)[A-Za-z]+\d[A-Za-z\d]*(?![%‰]|\s*[万亿])/gi,
  },
  // 5G, 3D, 3C; K, M, B and T are scales: 5M is five million.
  { name: 'names with a letter after the digit', pattern: /\d(?![KMBT])[A-Z](?![A-Za-z])/g },
  // https://example.org/2019/15, www.example.org, 10.1000/182.
  { name: 'addresses', pattern: /(?:https?:\/\/|www\.|\b10\.\d{4,9}\/)[^\s<>，。；、“”]+/g },
]

/** （1）, 1）, 1、 and 1． at the head of a line are ordinals, where they stand before words. 5、6个 are amounts. */
export const ordinals: Rule = {
  name: 'ordinals at the head of a line',
  pattern: /(?<=^[ \t]*)(?:\(\d{1,2}\)|\d{1,2}(?:\)|[、.](?!\s*\d)))/gm,
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The rules, with one more for names of digits; 1688万 is none. */
export const rulesWith = (names: readonly string[]): readonly Rule[] => [
  ...rules,
  { name: 'brand names', pattern: new RegExp(`(?:${names.map(escaped).join('|')})${noCount}`, 'g') },
]

/** Tells whether one of the rules allows what stands from `start` to `end` of a text. */
export const allowedIn = (text: string, by: readonly Rule[]): ((start: number, end: number) => boolean) => {
  const narrow = plain(text)
  const spans = by.flatMap(({ pattern }) =>
    [...narrow.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length })),
  )
  return (start, end) => spans.some(({ from, to }) => from <= start && end <= to)
}
