/** Characters that look like others, or like nothing, are told at their place by name and code. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, it } from 'vitest'
import { readText } from '../../../scripts/ledger/data/read-text.ts'
import { Problems } from '../../../scripts/ledger/problem.ts'
import { ordinary } from '../../../scripts/ledger/text/look-alikes.ts'

const folder = mkdtempSync(`${tmpdir()}/characters-`)
afterAll(() => rmSync(folder, { recursive: true }))

const toldOf = (text: string): string[] => {
  writeFileSync(`${folder}/a.csv`, text)
  try {
    readText(folder, 'a.csv')
    return []
  } catch (error) {
    if (!(error instanceof Problems)) throw error
    return error.list.map(({ message }) => message.replace(/^a\.csv:/, '').replace('\n    expected: ', ', expected: '))
  }
}

const nothing = 'nothing in its place, or the character that is meant'

describe('in any file of an author', () => {
  it.each([
    ['一,\n二⽤⼯', ['2:3  “⼯” is a radical', '2:2  “⽤” is a radical that only looks like “用”, U+2F64, expected: 用, U+7528']],
    ['车：⻋', ['1:3  “⻋” is a radical that only looks like “车”, U+2ECB, expected: 车, U+8F66']],
    ['⺈', ['1:1  “⺈” is a radical and no character of a text, U+2E88, expected: the character that is meant']],
    ['\uF9BA', ['1:1  “\uF9BA” is a compatibility character that only looks like “了”, U+F9BA, expected: 了, U+4E86']],
    ['proﬁt', ['1:4  “ﬁ” is a ligature that only looks like “fi”, U+FB01, expected: fi, U+0066 U+0069']],
    ['a\u202Eb', [`1:2  a character that turns the direction of words stands here, U+202E, expected: ${nothing}`]],
    ['a\u0007b', [`1:2  a control character stands here, U+0007, expected: ${nothing}`]],
    ['a\u2028b', [`1:2  a separator of lines that editors do not show stands here, U+2028, expected: ${nothing}`]],
    ['a\uE123b', [`1:2  a character that only one font knows stands here, U+E123, expected: ${nothing}`]],
    ['a\uFFFDb', [`1:2  a character that stands for one that was lost stands here, U+FFFD, expected: ${nothing}`]],
  ])('%s', (text, problems) => {
    const told = toldOf(text)
    expect(told).toHaveLength(problems.length)
    for (const problem of problems) expect(told.some((one) => one.startsWith(problem))).toBe(true)
  })

  it.each([
    ['turns the direction of words', '\u200E\u200F\u061C\u202A\u202C\u202E\u2066\u2069'],
    ['a control character', '\u0001\u0008\u000B\u000C\u000E\u001F\u007F\u0080\u009F'],
    ['a separator of lines', '\u2028\u2029'],
    ['only one font knows', '\uE000\uF8FF\u{F0000}\u{10FFFD}'],
    ['one that was lost', '\uFFF9\uFFFC\uFFFD\uFDD0\uFDEF\uFFFE\uFFFF'],
    ['a radical', '\u2E80\u2EF3\u2F00\u2FD5'],
    ['a compatibility character', '\uF900\uFAD9\u{2F800}\u{2FA1D}'],
    ['a ligature', '\uFB00\uFB06'],
  ])('every character that is of its kind: %s', (told, characters) => {
    for (const character of characters) {
      const [problem, ...others] = toldOf(`a${character}b`)
      expect(problem, character.codePointAt(0)?.toString(16)).toContain(told)
      expect(others).toEqual([])
    }
  })

  it('and none that only stands beside such a one', () => {
    expect(toldOf('\u2010\u2027\u202F\u2065\u206A\u200D\u061B\u061E ~\u00A0\u2E7F\u2FF0\uFAFF\uFB07\uFFF8\uFDCF\uFDF0\u{EFFFF}')).toEqual(
      [],
    )
  })

  it('each once, with how often it stands there', () => {
    expect(toldOf('⽤⽤\n⽤')[0]).toContain('U+2F64, and 2 times more in this file')
    expect(toldOf('⽤⽤')[0]).toContain('U+2F64, and once more in this file')
  })

  it('and no others', () => expect(toldOf('\uFEFF用工，café naïve 😀👩‍💻 ㎡ ½ “x” — \t\r\n﨑')).toEqual([]))
})

it('what a character looks like', () => {
  expect([...'⽤⼯⻓ﬂ用a'].map(ordinary)).toEqual(['用', '工', '长', 'fl', '用', 'a'])
})
