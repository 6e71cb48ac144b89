import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../../scripts/ledger/data/read-yaml.ts'
import { complaintOf, complaintsOf } from '../support.ts'

const folder = mkdtempSync(`${tmpdir()}/notes-`)
afterAll(() => rmSync(folder, { recursive: true }))
const write = (text: string) => writeFileSync(`${folder}/notes.yaml`, text)
const words = z.strictObject({ zh: z.string(), en: z.string() })
const schema = z.strictObject({
  digits: z.string(),
  unit: z.enum(['万个', '亿元']).optional(),
  names: z.array(z.strictObject({ id: z.string() })).optional(),
  group: words.optional(),
  claims: z.array(z.strictObject({ claim: z.string().optional(), reason: words })).optional(),
})
const read = (text: string) => {
  write(text)
  return readYaml(folder, 'notes.yaml', schema)
}

describe('a YAML file', () => {
  test('keeps digits as they are printed', () => {
    expect(read('digits: 98.00').value.digits).toBe('98.00')
    expect(read('digits: 0x10').value.digits).toBe('0x10')
    expect(read('digits: 1e3').value.digits).toBe('1e3')
    expect(read('digits: yes').value.digits).toBe('yes')
  })

  test('knows where each value stands', () => {
    const { placeOf } = read('# note\ndigits: "1"\nnames:\n  - { id: a }\n  - id: b\ngroup:\n  zh: 甲\n  en: A\n')
    const at = (...path: (string | number)[]) => `${placeOf(path).line}:${placeOf(path).column}`
    expect([
      at('digits'),
      at('names'),
      at('names', 0),
      at('names', 0, 'id'),
      at('names', 1),
      at('names', 1, 'id'),
      at('group', 'en'),
    ]).toEqual(['2:1', '3:1', '4:5', '4:7', '5:5', '5:5', '8:3'])
  })

  test('places what is missing at what it is missing from', () => {
    const { placeOf } = read('digits: "1"\ngroup:\n  zh: 甲\n  en: A\n')
    expect([placeOf(['group', 'fr']).line, placeOf(['group', 'fr', 'x']).line, placeOf(['nothing']).line]).toEqual([2, 2, 1])
  })
})

describe('a YAML file is refused', () => {
  test.each([
    ['an unknown key', 'digits: "1"\ngroup: { zh: 甲, en: A, fr: B }\n', 'notes.yaml:2:24  group: the key “fr” means nothing here'],
    ['an unknown key at the top', 'digits: "1"\nlenght: 5\n', 'notes.yaml:2:1  the file: the key “lenght” means nothing here'],
    ['a missing key', 'digits: "1"\ngroup: { zh: 甲 }\n', 'notes.yaml:2:1  group has no English words\n    expected: { zh: …, en: … }'],
    [
      'a missing language in an item of a list that has an id',
      'digits: "1"\nclaims:\n  - { claim: a.jobs@table, reason: { en: A slip } }\n',
      'notes.yaml:3:28  claims, “a.jobs@table”: reason has no Chinese words\n    expected: { zh: …, en: … }',
    ],
    [
      'a missing language in an item of a list without one',
      'digits: "1"\nclaims:\n  - { reason: { zh: 误印 } }\n',
      'notes.yaml:3:7  claims, item 1: reason has no English words\n    expected: { zh: …, en: … }',
    ],
    ['a missing key at the top', '# note\nunit: 万个\n', 'notes.yaml:2:1  digits is missing\n    expected: a value'],
    ['a word that is not known', 'digits: "1"\nunit: 万只\n', 'notes.yaml:2:1  unit: “万只” is not known\n    expected: 万个, or 亿元'],
    [
      'a list where one of several words belongs',
      'digits: "1"\nunit: [万个]\n',
      'notes.yaml:2:1  unit is missing or not known\n    expected: 万个, or 亿元',
    ],
    ['a list where a value belongs', 'digits: [1, 2]\n', 'notes.yaml:1:1  digits is a list\n    expected: text'],
    [
      'a wrong value deep inside',
      'digits: "1"\nnames:\n  - id: a\n  - id: [b]\n',
      'notes.yaml:4:5  names, item 2: id is a list\n    expected: text',
    ],
    [
      'an alias',
      'digits: &a "1"\ngroup: { zh: *a, en: A }\n',
      'notes.yaml:2:14  *a repeats a value by reference\n    expected: the value itself',
    ],
    ['a list in the place of all', '- digits\n', 'notes.yaml:1:1  the file is a list\n    expected: a group of keys'],
    ['nothing at all', '', 'notes.yaml:1:1  the file is empty'],
    ['a comment alone', '# nothing\n', 'notes.yaml:1:1  the file is empty'],
  ])('for %s', (_, text, message) => {
    expect(complaintOf(() => read(text))).toBe(message)
  })

  test('for an alias that refers to itself, and does not run for ever', () => {
    expect(complaintsOf(() => read('digits: "1"\ngroup: &a { zh: *a, en: A }\n'))[0]).toMatch(
      /^notes\.yaml:2:17 {2}\*a repeats a value by reference/,
    )
  })

  test.each([
    ['double', 'digits: "1\nunit: 万个\n', 'notes.yaml:1:9'],
    ['single', "digits: '1'\nunit: '万个\n", 'notes.yaml:2:7'],
    ['double, in a list', 'digits: "1"\nnames:\n  - id: "a\n  - id: b\n', 'notes.yaml:3:9'],
    ['double, in a group on one line', 'digits: "1"\ngroup: { zh: "甲, en: A }\n', 'notes.yaml:2:14'],
    ['double, after an apostrophe in a closed one', 'digits: "AB\'s"\nunit: "万个\n', 'notes.yaml:2:7'],
    ['double, after a closed one on the same line', 'digits: "1"\ngroup: { zh: "甲", en: "A }\n', 'notes.yaml:2:23'],
  ])('for a quote that never closes, where it opens: %s', (_, text, at) => {
    expect(complaintsOf(() => read(text))[0]).toBe(
      `${at}  a quote is opened here and never closed\n    expected: a closing quote of the same kind on the same line`,
    )
  })

  test('for what is no YAML, in one sentence', () => {
    expect(complaintsOf(() => read('digits: "1"\n  unit: 万个\n'))[0]).toMatch(/^notes\.yaml:[12]:\d+ {2}this is not YAML: /)
    expect(complaintsOf(() => read('digits: "1"\ngroup: { zh: 甲\n'))[0]).toMatch(/^notes\.yaml:2:\d+ {2}this is not YAML: /)
    expect(complaintsOf(() => read('digits: "1"\ndigits: "2"\n'))[0]).toMatch(
      /^notes\.yaml:2:1 {2}“digits” stands twice in one group, first in line 1\n/,
    )
  })

  test.each([
    ['digits: a: b\n', '1:9  this is not YAML: a colon stands in a value without quotes', 'quotes around the whole value: key: "…"'],
    [
      'digits: "1"\ngroup: { zh: 甲: 乙, en: A }\n',
      '2:14  this is not YAML: a colon stands in a value without quotes',
      'quotes around the whole value: key: "…"',
    ],
    [
      'digits: "1"\ngroup: { zh: 甲, 乙, en: A }\n',
      '2:17  a comma without quotes parts “乙” from the value before it',
      'quotes around the whole value: key: "…, …"',
    ],
    ['digits: "1"\ngroup: { zh：甲, en: A }\n', '2:10  a full-width colon follows the key “zh”', 'a half-width colon and a space: zh: …'],
    ['digits: "1"\ngroup:\n  zh：甲\n  en: A\n', '3:3  a full-width colon follows the key “zh”', 'a half-width colon and a space: zh: …'],
    ['digits: "1"\ngroup:\n  zh:甲\n  en: A\n', '3:3  this is not YAML: no space follows the colon of “zh”', 'zh: …'],
    [
      'digits: "1" 万\n',
      '1:13  this is not YAML: words stand beside a value in quotes',
      'quotes around the whole value: key: "…"; or a comma between two pairs',
    ],
    [
      'digits: @1\n',
      '1:9  this is not YAML: a value begins with a sign that has a meaning of its own',
      'quotes around the whole value: key: "…"',
    ],
  ])('for a usual slip, with its remedy, once: %j', (text, told, remedy) => {
    expect(complaintsOf(() => read(text))).toEqual([`notes.yaml:${told}\n    expected: ${remedy}`])
  })

  test.each([
    ['digits： "1"\n', '1:1  a full-width colon follows the key “digits”', 'a half-width colon and a space: digits: …'],
    ['－ digits: "1"\n', '1:1  “－”, a full-width minus (U+FF0D) begins an item of a list', '“-”, half-width'],
    [
      'digits: "1"\ngroup: { zh: 甲， en: A }\n',
      '2:15  “，”, a full-width comma (U+FF0C) parts “en” from what stands before it',
      '“,”, half-width',
    ],
    ['digits: "1"\ngroup: ｛ zh: 甲, en: A }\n', '2:8  “｛”, a full-width brace (U+FF5B) opens a group or a list', '“{”, half-width'],
    ['digits: "1"\ngroup: { zh: 甲, en: A ｝\n', '2:23  “｝”, a full-width brace (U+FF5D) closes a group or a list', '“}”, half-width'],
    ['digits: "1"\ngroup:\n　 zh: 甲\n  en: A\n', '3:1  a full-width space (U+3000) indents this line', 'spaces'],
    ['＃ note\ndigits: "1"\n', '1:1  “＃”, a full-width number sign (U+FF03) begins a comment', '“#”, half-width'],
    ['digits: "1"\nnames:\n  － id: a\n', '3:3  “－”, a full-width minus (U+FF0D) begins an item of a list', '“-”, half-width'],
    ['digits: "1"\nnames: ［{ id: a }]\n', '2:8  “［”, a full-width bracket (U+FF3B) opens a group or a list', '“[”, half-width'],
    ['digits: "1"\nnames: 【{ id: a }]\n', '2:8  “【” (U+3010) opens a group or a list', '“[”, half-width'],
    ['digits: "1"\nnames:\n  - ｛ id: a }\n', '3:5  “｛”, a full-width brace (U+FF5B) opens a group or a list', '“{”, half-width'],
    ['digits: "1"\nnames: [｛ id: a }]\n', '2:9  “｛”, a full-width brace (U+FF5B) opens a group or a list', '“{”, half-width'],
    ['digits: "1"\nnames: [{ id: a }】 # two\n', '2:18  “】” (U+3011) closes a group or a list', '“]”, half-width'],
    [
      'digits: "1"\ngroup: { zh: 甲、en: A }\n',
      '2:15  “、”, a Chinese comma of lists (U+3001) parts “en” from what stands before it',
      '“,”, half-width',
    ],
    [
      'digits: "1"\ngroup: { "zh" ：甲, en: A }\n',
      '2:10  a full-width colon follows the key “zh”',
      'a half-width colon and a space: zh: …',
    ],
    ['digits: "1"\ngroup: { "z h"：甲, en: A }\n', '2:10  a full-width colon follows a key', 'a half-width colon and a space'],
    [
      'digits: "1"\ngroup: { zh: "甲：\\"乙，en：c", en：A }\n',
      '2:28  a full-width colon follows the key “en”',
      'a half-width colon and a space: en: …',
    ],
    [
      "digits: '1'\ngroup: { zh: '甲：''乙，en：c', en：A }\n",
      '2:28  a full-width colon follows the key “en”',
      'a half-width colon and a space: en: …',
    ],
  ])('for a full-width mark in the place of a half-width one, and for nothing else: %j', (text, told, remedy) => {
    expect(complaintsOf(() => read(text))).toEqual([`notes.yaml:${told}\n    expected: ${remedy}`])
  })

  test('and not for full-width marks in words', () => {
    expect(read('digits: "1"\ngroup:\n  zh: "甲：乙，｛丙｝"\n  en: |\n    A：b\n    c：d\n').value.group?.en).toBe('A：b\nc：d\n')
    expect(complaintsOf(() => read('digits: "1"\ngroup:\n  zh: 甲\n  en: |\n    unit：b\nlenght: 5\n'))).toEqual([
      'notes.yaml:6:1  the file: the key “lenght” means nothing here',
    ])
  })

  test.each([
    ['digits: "1"\n---\ndigits: "2"\n', 'a line “---” begins a second file within this one'],
    ['digits: "a\\qb"\n', 'a backslash stands in double quotes'],
    ['digits: "1"\ngroup: { zh: 甲, en: A\n', 'a brace is opened and never closed'],
    ['digits: !甲\n', 'a value begins with “!”'],
    ['digits: "1"\nunit\n', 'no colon follows the key on this line'],
    [`digits: ${'['.repeat(3000)}${']'.repeat(3000)}\n`, 'groups stand in groups more than 60 deep'],
    [Array.from({ length: 200 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'), 'groups stand in groups more than 60 deep'],
    ['digits: "1"\nnames:\n', 'names is empty'],
  ])('in the words of an author, once: %#', (text, told) => {
    const complaints = complaintsOf(() => read(text))
    expect(complaints, complaints.join('\n')).toHaveLength(1)
    expect(complaints[0]).toContain(told)
    expect(complaints[0]).toContain('\n    expected: ')
    expect(complaints[0]).not.toMatch(/implicit|flow|Map keys|parseAllDocuments|call stack|Too small|array|scalar/)
  })

  test('for another encoding', () => {
    writeFileSync(`${folder}/notes.yaml`, Uint8Array.from([0x61, 0x3a, 0x20, 0xbe, 0xcd]))
    expect(complaintOf(() => readYaml(folder, 'notes.yaml', schema))).toBe(
      'notes.yaml:1:1  the file is not UTF-8\n    expected: the same text, saved as UTF-8',
    )
  })

  test.each([
    ['- digits\nunit: 万个\n', 'this line is of another kind than those before it'],
    ['digits: "1"\ngroup: { zh: 甲 } 乙\n', 'this line is of another kind than those before it'],
    ['digits: "1"\nnames:\n  - id:a\n    b: c\n', 'no space follows the colon of “id”'],
    ['digits: "1"\nnames: - a\n', 'a list begins on the line of its key'],
    ['digits: "1"\nnames\n', 'no colon follows the key on this line'],
    ['digits: "1"\nwords and more:甲\n', 'no colon follows the key on this line'],
    ['digits: "1"\nnames:\n  id: b\n  - id: a\n', 'a colon stands in a value without quotes'],
    ['digits: "1"#2\n', '“#” stands in a value without quotes'],
    ['digits: |1a\n', 'a value begins with “>” or “|”'],
    ['digits: [1, 2\nunit: 万个\n', 'a bracket is opened and never closed'],
    ['digits: [1, 2]]\n', 'a sign stands here that nothing asks for'],
    ['--- digits: "1"\n', 'a value stands on the line “---”'],
    ['digits: &a *b\n', 'a reference carries a name or a tag'],
  ])('for a slip of its shape, told first: %j', (text, told) => {
    expect(complaintsOf(() => read(text))[0]).toContain(told)
  })

  test('for a line that is out of place once, and not for those that it puts out of place', () => {
    expect(complaintsOf(() => read('- digits\nunit: 万个\n'))).toHaveLength(1)
    expect(complaintsOf(() => read('digits: "1"\ngroup:\n    zh: 甲\n  en: A\n  fr: B\n'))).toEqual([
      expect.stringMatching(/^notes\.yaml:4:1 {2}this is not YAML: the line is not as far in as those that it belongs to\n/),
    ])
  })

  test('for everything that is wrong together', () => {
    expect(complaintsOf(() => read('unit: 万只\nlenght: 5\n'))).toHaveLength(3)
  })

  test('for not being there', () => {
    expect(complaintOf(() => readYaml(folder, 'absent.yaml', schema))).toMatch(/^absent\.yaml:1:1 {2}/)
  })
})
