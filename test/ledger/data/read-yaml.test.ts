import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readYaml } from '../../../scripts/ledger/data/read-yaml.ts'
import { complaintOf, complaintsOf } from '../support.ts'

const folder = mkdtempSync(`${tmpdir()}/notes-`)
afterAll(() => rmSync(folder, { recursive: true }))
const write = (text: string) => writeFileSync(`${folder}/notes.yaml`, text)
const schema = z.strictObject({
  digits: z.string(),
  unit: z.enum(['万个', '亿元']).optional(),
  names: z.array(z.strictObject({ id: z.string() })).optional(),
  group: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
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
    ['a missing key', 'digits: "1"\ngroup: { zh: 甲 }\n', 'notes.yaml:2:1  group.en is missing\n    expected: a value'],
    ['a missing key at the top', '# note\nunit: 万个\n', 'notes.yaml:2:1  digits is missing\n    expected: a value'],
    ['a word that is not known', 'digits: "1"\nunit: 万只\n', 'notes.yaml:2:1  unit: “万只” is not known\n    expected: 万个, or 亿元'],
    ['a list where a value belongs', 'digits: [1, 2]\n', 'notes.yaml:1:1  digits is a list\n    expected: text'],
    [
      'a wrong value deep inside',
      'digits: "1"\nnames:\n  - id: a\n  - id: [b]\n',
      'notes.yaml:4:5  names.1.id is a list\n    expected: text',
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
    ['double, after an apostrophe in a closed one', 'digits: "UC\'s"\nunit: "万个\n', 'notes.yaml:2:7'],
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
      /^notes\.yaml:2:1 {2}this is not YAML: Map keys must be unique/,
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
    [
      'digits: "1"\ngroup:\n  zh：甲\n  en: A\n',
      '3:3  this is not YAML: a full-width colon follows the key “zh”',
      'a half-width colon and a space: zh: …',
    ],
    ['digits: "1"\ngroup:\n  zh:甲\n  en: A\n', '3:3  this is not YAML: no space follows the colon of “zh”', 'zh: …'],
    ['digits: "1" 万\n', '1:13  this is not YAML: words stand beside a value in quotes', 'quotes around the whole value: key: "…"'],
    [
      'digits: @1\n',
      '1:9  this is not YAML: a value begins with a sign that has a meaning of its own',
      'quotes around the whole value: key: "…"',
    ],
  ])('for a usual slip, with its remedy, once: %j', (text, told, remedy) => {
    expect(complaintsOf(() => read(text))).toEqual([`notes.yaml:${told}\n    expected: ${remedy}`])
  })

  test('for another encoding', () => {
    writeFileSync(`${folder}/notes.yaml`, Uint8Array.from([0x61, 0x3a, 0x20, 0xbe, 0xcd]))
    expect(complaintOf(() => readYaml(folder, 'notes.yaml', schema))).toBe(
      'notes.yaml:1:1  the file is not UTF-8\n    expected: the same text, saved as UTF-8',
    )
  })

  test('for everything that is wrong together', () => {
    expect(complaintsOf(() => read('unit: 万只\nlenght: 5\n'))).toHaveLength(3)
  })

  test('for not being there', () => {
    expect(complaintOf(() => readYaml(folder, 'absent.yaml', schema))).toMatch(/^absent\.yaml:1:1 {2}/)
  })
})
