import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulesWith } from '../../src/markdown/allowed-digits.ts'
import { asDigits } from '../../src/markdown/number-words.ts'
import { typedNumbersIn, typedNumbersInMath } from '../../src/markdown/typed-numbers.ts'

const refused = (text: string): string[] => typedNumbersIn(text).map(({ words }) => words)

describe('a digit in prose is allowed by rule', () => {
  it.each([
    ['years', '2019年，2016—2018年，２０１９年，2019；in 2019, the 2017 table, the 1990s, 2019–20, 2017-2019, 1900 or 2099'],
    ['years before other words', '2019天津、2019份额、2019台湾、2019周年、2019只有、2019升级；2019 hourly'],
    ['dates', '2018年10月至12月，6月30日；6月3日、6月15日、6月20日与12月31日；30 June 2019, June 30, 2019-06-30'],
    [
      'numbered parts in Chinese',
      '表2.2、图3.1、式（2.3）、公式2.1、第2章、第2至4节、第3段、第118页、第2部分、脚注3、附录2、注5、表 2.2和2.3、表2.3.1—2.3.4',
    ],
    ['what follows a numbered part', '表2.2人数一列；式2.3成立；（表2.2）；表2.10。'],
    [
      'numbered parts in English',
      'table 2.2, Tables 2.2 and 2.3. Equation (2.1), equations 2.3 to 2.5, equations (2.3) or (2.5), figure 3.1, fig. 3, eq. 2, chapter 2, section 2(3), part 2, paragraph 12, footnote 3, page 118, pp. 3-18, appendix 2, rows 2 and 3, column 5',
    ],
    ['the source’s own sections', '见二（三）2'],
    ['names with letters', 'K12、5G、3C、O2O, p1, GB18030, table-2.2.csv, industryJobs2016'],
    ['brand names', '1688、310、COVID-19 and CC BY 4.0'],
    ['addresses', 'https://example.org/69/15?a=3, www.example.org/12 and 10.1000/182'],
    [
      'turns of speech',
      '数千万人，几百万，成千上万，万元，亿级，百分之几，一方面，二十一世纪；units of ten thousand yuan, tens of millions',
    ],
    ['fractions in words, which <Holds> binds', '过半、七成、三分之二；more than half, two thirds'],
    ['English that begins like a count', 'In 2019 accounts for most of it'],
  ])('%s', (_, text) => expect(refused(text)).toEqual([]))

  it('any year alone, in any of the ways to write one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.constantFrom('@', '@年', 'in @', 'the @ table', '@—@年', '（@）', '截至@年底'),
        (year, phrase) => {
          expect(refused(phrase.replaceAll('@', String(year)))).toEqual([])
        },
      ),
    )
  })

  it('other brand names may be given in place of the usual ones', () => {
    expect(typedNumbersIn('51Talk and 58', rulesWith(['58']))).toMatchObject([{ words: '51' }])
    expect(typedNumbersIn('1688', rulesWith([]))).toHaveLength(1)
  })
})

describe('a number typed into prose is refused', () => {
  it.each([
    ['6901', ['6901']],
    ['带动6901万个灯油消耗', ['6901万']],
    ['６９０１万与５.5％', ['６９０１万', '５.5％']],
    ['69.01 million, 72.1%, 5 per cent and 1,234', ['69.01 million', '72.1%', '5 per cent', '1,234']],
    ['1.5万亿元', ['1.5万亿']],
    ['1.5 billion, 2 trillion or 3 thousand', ['1.5 billion', '2 trillion', '3 thousand']],
    ['½ of it', ['½']],
    ['٣٤', ['٣٤']],
    ['六千九百万', ['六千九百万']],
    ['百分之七十与百分之七十二点一', ['百分之七十', '百分之七十二点一']],
    ['两万五千人', ['两万五千']],
    ['一点五万亿元，十万', ['一点五万亿', '十万']],
    ['a hundred thousand, one hundred per cent and two hundred', ['a hundred thousand', 'one hundred per cent', 'two hundred']],
    ['twelve trillion, nine billion', ['twelve trillion', 'nine billion']],
    ['sixty-nine million, one hundred and two thousand', ['sixty-nine million', 'one hundred and two thousand']],
    ['seventy per cent or twenty percent, and seven percent', ['seventy per cent', 'twenty percent', 'seven percent']],
    [
      'ten thousand million, ten thousand billion, five percentage points',
      ['ten thousand million', 'ten thousand billion', 'five percentage'],
    ],
    ['two hundred million and thirty-five, six thousand billion', ['two hundred million', 'six thousand billion']],
    ['the 1st and the 21st century', ['1', '21']],
    ['3 jobs, x69.01, (1)', ['3', '69.01', '1']],
    ['6个月', ['6']],
    ['2019, or 553 before 2020', ['553']],
  ])('%s', (text, words) => expect(refused(text)).toEqual(words))

  it.each([
    ['a scale after what else were a year', '2010万', '2010 million', '2019%', '2019千'],
    ['a measure', '2000小时', '2000分钟', '2000吨', '2019公里', '1990升', '2000 tonnes', '2000 km', '2000 households'],
    ['an amount beside a number', '五百多万小时', '三千来万', '叁仟万元', '壹佰'],
    ['something counted', '2000个', '2000人', '2000多家', '2000 people', '2000 jobs', '2019 accounts'],
    [
      'money',
      'RMB 2000',
      'RMB2000',
      'CNY 2000',
      'USD 2000',
      '¥2000',
      '$2000',
      '€2000',
      '£ 2000',
      'RMB500',
      'CNY500',
      'USD500',
      'EUR5',
      'US5',
      'HK5',
      'rmb5',
    ],
    ['more digits or a decimal', '2010.4', '2,010', '12019', '20190', '1899', '2100'],
    ['a brand name with more', '1688万', '11688', '310亿', '310.5', '310个'],
    [
      'a section number with more',
      'figure 69.01',
      'table 2.2 million',
      '表2.2万',
      '表55个',
      'table 2.2 and 72.1%',
      '第3位',
      '第3号',
      '表2.2%',
    ],
    [
      'the word that only ends like a table or an equation',
      '代表55',
      '发表3',
      '列表3',
      '意图2',
      '企图2',
      '试图2',
      '方式2',
      '形式2',
      '模式2',
      '样式2',
      '正式2',
      '关注3',
      '专注3',
    ],
    ['a letter that is a scale', '5K', '5M', '5B', '5T', '69m', '5k', '5GW', '2019m', 'K12万', 'K12%'],
    ['a month that is none', '13月'],
  ])('%s', (_, ...texts) => {
    for (const text of texts) expect(refused(text), text).toHaveLength(1)
  })

  it('a year or a name with any scale or counted thing behind it', () => {
    const things = ['percent', 'per cent', 'percentage points', 'hundred', 'thousand', 'million', 'billion', 'trillion']
    const counted = [
      'yuan',
      'people',
      'person',
      'persons',
      'worker',
      'workers',
      'job',
      'jobs',
      'opportunity',
      'opportunities',
      'times',
      'hours',
      'posts',
      'accounts',
    ]
    for (const thing of [...things, ...counted]) expect(refused(`2019 ${thing}`), thing).toHaveLength(1)
    for (const thing of things) expect(refused(`table 2.2 ${thing}`), thing).toHaveLength(1)
    for (const thing of '十百千万亿多余个人名元家倍位种项次成%‰') expect(refused(`1688${thing}`), thing).toHaveLength(1)
    for (const thing of '十百千万亿%‰') expect(refused(`表2.2${thing}`), thing).toHaveLength(1)
  })

  it('any whole number of more than four digits, however its neighbours read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10000 }),
        fc.constantFrom('', '表', 'table ', '第', '约', 'in '),
        fc.constantFrom('', '章', '年', '个', ' jobs'),
        (number, before, after) => {
          expect(refused(`${before}${number}${after}`)).toHaveLength(1)
        },
      ),
    )
  })
})

describe('in an equation', () => {
  it('one digit stands for an exponent or an index', () => expect(typedNumbersInMath('x_1^2 + 1')).toEqual([]))
  it('more digits, or a decimal, are a number', () => {
    expect(typedNumbersInMath('12 x + 0.5 + .5 + ６９').map(({ words }) => words)).toEqual(['12', '0.5', '.5', '６９'])
  })
})

describe('a Chinese numeral is read as digits and scale', () => {
  it.each([
    ['六千九百零一万', '6901', '万'],
    ['十二亿', '12', '亿'],
    ['两百五十万', '250', '万'],
    ['一点五万亿', '1.5', '万亿'],
    ['百分之七十二点一〇', '72.10', '%'],
  ])('%s', (words, digits, scale) => expect(asDigits(words)).toEqual({ digits, scale }))

  it('and one of several scales is not read', () => expect(asDigits('一亿两千万')).toBeUndefined())
})
