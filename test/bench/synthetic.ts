/**
 * Chapters of one shape, as many as are wanted, to see how the build grows: in each 40 bound numbers, 3 charts,
 * 6 equations and 4 tables, all of them the ledger’s own. They stand beside the report’s chapters, without which much of
 * the ledger would be shown nowhere.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { equationOf } from '../../scripts/ledger/publish/equation.ts'
import type { Language } from '../../scripts/ledger/types.ts'

const inEach = { numbers: 40, charts: 3, equations: 6, tables: 4 } as const
const paragraphs = 10
const languages = ['zh', 'en'] as const

/** What stands between the numbers. */
const prose: Readonly<
  Record<
    Language,
    {
      readonly sections: readonly string[]
      readonly sentences: readonly string[]
      readonly between: readonly string[]
      readonly caption: string
    }
  >
> = {
  zh: {
    sections: '甲 乙 丙 丁 戊 己 庚 辛 壬 癸'.split(' ').map((name) => `来源怎样计数：${name}`),
    sentences: [
      '来源把这些数并列在同一张表里，却没有说明它们各自的口径；读者要知道的不只是数目，还有数的是什么、在什么时候数的、由谁来数。',
      '两种写法在正文和附表里交替出现，前后未必一致，复算时只能取印得更细的那一个，并把舍入留下的余地一并算进去。',
      '这里的比较只在口径相同时才有意义：同一时期、同一范围、同一计量，缺了任何一样，加起来的就不再是同一种东西。',
      '样本怎样抽取、问卷怎样措辞、谁没有回答，来源都没有公开；凡是由此推算出来的结果，本报告一律记作无从复算。',
      '假如换一个乘数，结论的方向不变，大小却会变；变多少，取决于那个乘数是从哪一年的投入产出表里算出来的。',
    ],
    between: ['先看', '，再看', '；与之相对的是', '，另有'],
    caption: '原报告的数与复算的数',
  },
  en: {
    sections: 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa'.split(' ').map((name) => `How the study counts: ${name}`),
    sentences: [
      'The study sets these numbers side by side in a single table and does not say what each of them counts; a reader needs to know what was counted, when and by whom.',
      'Text and appendix take turns with two ways of writing them, which do not always agree; the finer of the two is recomputed, with all that rounding leaves open.',
      'A comparison means something only where both count alike: the same period, the same reach, the same measure; without any of these the sum is of unlike things.',
      'How the sample was drawn, how the questions were worded and who did not answer is not published; whatever rests on it cannot be recomputed here.',
      'With another multiplier the finding points the same way and is of another size; of which size depends on the year of the input-output table behind it.',
    ],
    between: ['First ', ', then ', '; against it stands ', ', and beside it '],
    caption: 'What the study prints, and what comes out',
  },
}

/** Members of a list in turn, each chapter going on where the last one ended. */
const turns = <Member>(all: readonly Member[]): (() => Member) => {
  let at = -1
  return () => {
    at = (at + 1) % all.length
    const member = all[at]
    if (member === undefined) throw new Error('there is nothing to take in turn')
    return member
  }
}

/** Ids of charts and tables that chapters may show. */
export interface Shown {
  readonly charts: readonly string[]
  readonly tables: readonly string[]
}

/** Adds so many synthetic chapters to a copy of the project, half of them in each language. */
export const writeSynthetic = (folder: string, ledger: Ledger, shown: Shown, chapters: number): void => {
  const figures = [...ledger.figures.keys()]
  const equations = figures.filter((id) => languages.every((language) => equationOf(ledger, id, language)))
  for (const language of languages) {
    const { sections, sentences, between, caption } = prose[language]
    const content = `${folder}/content/${language}`
    const next = {
      number: turns(figures),
      equation: turns(equations),
      chart: turns(shown.charts),
      table: turns(shown.tables),
      sentence: turns(sentences),
    }
    mkdirSync(`${content}/synthetic`)
    for (let chapter = 1; chapter <= chapters / 2; chapter += 1) {
      const lines = [
        '---',
        `title: "${sections[0]}${nameOf(chapter, language)}"`,
        `description: ${caption}`,
        'part: reference',
        `order: ${1000 + chapter}`,
        '---',
      ]
      for (let paragraph = 0; paragraph < paragraphs; paragraph += 1) {
        const numbers = between.map((words) => `${words}<Num id="${next.number()}" />`).join('')
        lines.push('', `## ${sections[paragraph]}`, '')
        lines.push(
          `${next.sentence()}${language === 'en' ? ' ' : ''}${numbers}${language === 'zh' ? '。' : '. '}${next.sentence()}`,
          '',
          next.sentence(),
        )
        if (paragraph < inEach.equations) lines.push('', `<Equation of="${next.equation()}" />`)
        if (paragraph < inEach.charts) lines.push('', `<Chart id="${next.chart()}">${caption}</Chart>`)
        if (paragraph < inEach.tables) lines.push('', `<Table id="${next.table()}">${caption}</Table>`)
      }
      writeFileSync(`${content}/synthetic/${letters(chapter)}.mdx`, `${lines.join('\n')}\n`)
    }
  }
}

/** A name without digits, which prose may not type: "ab" for the second chapter of the first dozen. */
const letters = (chapter: number): string => [...String(chapter)].map((digit) => 'abcdefghij'[Number(digit)]).join('')

const nameOf = (chapter: number, language: Language): string => `${language === 'zh' ? '·' : ' '}${letters(chapter)}`
