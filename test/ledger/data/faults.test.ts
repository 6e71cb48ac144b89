import { describe, expect, test } from 'vitest'
import { type Mistake, type Outcome, withMistakes } from './mistakes.ts'

const inputs = 'data/gull-point-1901/inputs.yaml'
const claims = 'data/gull-point-1901/claims.yaml'
const hamlets = 'data/gull-point-1901/hamlets'

/** The one complaint about a planted mistake; it names a place and carries no stack trace. */
const refusal = (mistakes: readonly Mistake[] | Mistake): { readonly message: string; readonly at: Outcome['at'] } => {
  const { complaints, at } = withMistakes(...[mistakes].flat())
  expect(complaints, complaints.join('\n')).toHaveLength(1)
  const [message = ''] = complaints
  expect(message).toMatch(/^(?:data|scripts)\/[\w./-]+:\d+:\d+ {2}\S/)
  expect(message).not.toMatch(/\n\s+at |node_modules|Error:/)
  return { message, at }
}

describe('an input is refused', () => {
  test('with a unit that is not known, at its line, with the nearest that are', () => {
    const { message, at } = refusal({ file: inputs, find: 'unit: ships', put: 'unit: shops' })
    expect(message).toBe(`${at(inputs, 'unit: shops')}  lamp.ships.unit: “shops” is not known\n    expected: ships`)
  })

  test('with a unit of another kind, at the script that multiplies it', () => {
    const { complaints } = withMistakes({
      file: inputs,
      find: 'printed: "12.5"\n      unit: litres',
      put: 'printed: "12.5"\n      unit: persons',
    })
    expect(complaints[0]).toMatch(
      /^scripts\/estimates\/gull-point-1901\/lamp\.ts:\d+:\d+ {2}the units of lamp\.longNights\.litres do not work out/,
    )
  })

  test('without a label, at the input', () => {
    const { message, at } = refusal({
      file: inputs,
      find: '      label: { zh: 长夜每夜的灯油, en: Oil in a long night }\n',
      put: '',
    })
    expect(message).toBe(`${at(inputs, 'litresANight:')}  lamp.longNights.litresANight.label is missing\n    expected: { zh: …, en: … }`)
  })

  test('with a label in one language, at the label', () => {
    const { message, at } = refusal({
      file: inputs,
      find: 'label: { zh: 长夜每夜的灯油, en: Oil in a long night }',
      put: 'label: { zh: 长夜每夜的灯油 }',
    })
    expect(message).toBe(
      `${at(inputs, 'label: { zh: 长夜每夜的灯油 }')}  lamp.longNights.litresANight.label has no English words\n    expected: { zh: …, en: … }`,
    )
  })

  test('with a place that names nothing, at that key', () => {
    const { message, at } = refusal({ file: inputs, find: 'at: { chapter: 2, paragraph: 4 }', put: 'at: {}' })
    expect(message).toBe(
      `${at(inputs, 'at: {}')}  lamp.ships.at: names no place in the source\n    expected: { chapter: …, paragraph: … }, or by section, table, figure, equation, footnote or part`,
    )
  })

  test('with a chapter that its source does not have, at the input', () => {
    const contents = [1, 2].map(
      (chapter) => `- id: chapter-${chapter}
  kind: section
  title: { zh: 第${chapter}章, en: Chapter ${chapter} }
  at: { chapter: ${chapter} }
  chapter: index
  treatment: told
`,
    )
    const { message, at } = refusal([
      { file: 'data/gull-point-1901/contents.yaml', put: contents.join('') },
      { file: inputs, find: 'at: { chapter: 2, paragraph: 4 }', put: 'at: { chapter: two, paragraph: 4 }' },
    ])
    expect(message).toBe(`${at(inputs, 'ships:')}  gull-point-1901 has no chapter “two”\n    expected: one of 1, 2`)
  })

  test('with a key that means nothing, at the key', () => {
    const { message, at } = refusal({ file: inputs, find: 'printed: "12.5"', put: 'printed: "12.5"\n      lable: x' })
    expect(message).toContain(`${at(inputs, 'lable')}  lamp.longNights.litresANight: the key “lable” means nothing here`)
  })

  test('with a name of blanks, of two lines, or with a blank about it, at the name', () => {
    for (const [words, told] of [
      ['" "', 'is empty'],
      ['"Ships\\nthat passed"', 'a line ends in these words'],
      ['"Ships that passed "', 'a blank stands before or behind these words'],
    ]) {
      const { message, at } = refusal({ file: inputs, find: 'en: Ships that passed safely', put: `en: ${words}` })
      expect(message).toContain(`${at(inputs, `en: ${words}`)}  lamp.ships.label.en: ${told}`)
    }
  })

  test('with more digits than any page prints, and with the sign of a note behind them', () => {
    const long = '9'.repeat(350)
    const { message } = refusal({ file: inputs, find: 'printed: "1250"', put: `printed: "${long}"` })
    expect(message).toContain('has more than 60 digits in a row')
    const noted = refusal({ file: inputs, find: 'printed: "1250"', put: 'printed: "1250¹"' })
    expect(noted.message).toContain('“1250¹” has “¹” beside its digits\n    expected: “1250”')
  })

  test('called by a name that would lose it', () => {
    const { message, at } = refusal({ file: inputs, find: '  ships:', put: '  __proto__:' })
    expect(message).toContain(`${at(inputs, '__proto__')}  nothing can be called “__proto__”`)
  })

  test('with what is not a numeral, at the value', () => {
    for (const digits of ['two', '', '12..5', '1.4.2', '约 12']) {
      const { message, at } = refusal({ file: inputs, find: 'printed: "12.5"', put: `printed: "${digits}"` })
      expect(message).toContain(`${at(inputs, `printed: "${digits}"`)}  lamp.longNights.litresANight.printed: `)
      expect(message).toContain('\n    expected: digits as the page has them')
    }
  })

  test('with a group where a numeral belongs, at the value', () => {
    const { message, at } = refusal({ file: inputs, find: 'printed: "12.5"', put: 'printed: [12, 5]' })
    expect(message).toContain(`${at(inputs, 'printed: [12, 5]')}  lamp.longNights.litresANight.printed is a list`)
  })

  test.each([
    ['12,5', '“12,5” has “,”, a comma (U+002C)', '“12.5”'],
    ['–12.5', '“–12.5” has “–”, an en dash (U+2013) for a minus', '“-12.5”'],
    ['“12.5”', '““12.5”” has ““”, a quote of words (U+201C)', '“12.5”'],
    ['12.5万', '“12.5万” has “万” beside its digits', '“12.5”; what it counts in goes to “unit:”, other words to “as”'],
  ])('with a sign that looks like one of a numeral, which is named: %s', (digits, what, expected) => {
    const { message, at } = refusal({ file: inputs, find: 'printed: "12.5"', put: `printed: "${digits}"` })
    expect(message).toBe(`${at(inputs, `printed: "${digits}"`)}  lamp.longNights.litresANight.printed: ${what}\n    expected: ${expected}`)
  })

  test('whose label another of its source has, in either language', () => {
    const { message, at } = refusal({ file: inputs, find: 'zh: 短夜的夜数', put: 'zh: 长夜的 夜数' })
    expect(message).toBe(
      `${at(inputs, 'nights:', 2)}  lamp.shortNights.nights goes by the same label as lamp.longNights.nights at ${at(inputs, 'nights:')}: “长夜的 夜数”\n` +
        '    expected: labels that tell the two apart, as by year or by whose they are',
    )
  })

  test('whose row another row of its table is called like is told once, and so is each other row', () => {
    const alike = (row: string, id: string, zh: string) => ({
      file: `${hamlets}.yaml`,
      find: `{ row: ${row}, id: ${id}, label: { zh: ${zh}, en: ${row} } }`,
      put: `{ row: ${row}, id: ${id}, label: { zh: 港村, en: Harbour } }`,
    })
    const { complaints } = withMistakes(alike('Hill', 'hill', '山村'), alike('Lighthouse', 'lighthouse', '灯塔村'))
    expect(complaints.map((message) => /(\S+) goes by the same label as (\S+)/.exec(message)?.slice(1).join())).toEqual([
      'inhabitants.hill.y1891,inhabitants.harbour.y1891',
      'inhabitants.lighthouse.y1891,inhabitants.harbour.y1891',
    ])
  })

  test('that speaks of a year no source of its time can tell of', () => {
    const { message } = refusal({
      file: inputs,
      find: '1250"\n    qualifier: about\n    unit: ships\n    scope: { period: "1901",',
      put: '1250"\n    qualifier: about\n    unit: ships\n    scope: { period: "2202",',
    })
    expect(message).toMatch(/lamp\.ships speaks of 2202, 301 years after its source of 1901\n/)
  })

  test('whose words count in another unit than it says', () => {
    const units = 'data/units.yaml'
    const { message, at } = refusal([
      { file: units, find: '  litres: { unit: litre }\n', put: '  litres: { unit: litre }\n  千升: { unit: litre, factor: "1000" }\n' },
      { file: inputs, find: 'printed: "12.5"', put: 'printed: "12.5"\n      as: 约12.5千升' },
    ])
    expect(message).toBe(
      `${at(inputs, 'litresANight:')}  “as: 约12.5千升” counts in 千升, and “unit: litres” in another\n    expected: “unit: 千升”, held against the page`,
    )
  })

  test('with a period that is none', () => {
    const { message, at } = refusal({
      file: inputs,
      find: '1250"\n    qualifier: about\n    unit: ships\n    scope: { period: "1901",',
      put: '1250"\n    qualifier: about\n    unit: ships\n    scope: { period: lately,',
    })
    expect(message).toBe(`${at(inputs, 'period: lately')}  lamp.ships.scope.period: a period is written 2019, 2019-01 or 2004/2020`)
  })

  test('with a name that is no word in camelCase', () => {
    const { message, at } = refusal({ file: inputs, find: '  ships:\n', put: '  the ships:\n' })
    expect(message).toContain(`${at(inputs, 'the ships')}  `)
  })

  test('without a locator', () => {
    const { message, at } = refusal({ file: inputs, find: '    at: { chapter: 2, paragraph: 4 }\n', put: '' })
    expect(message).toBe(`${at(inputs, 'ships:')}  lamp.ships has no locator\n    expected: “at:” with chapter, section, table, row, ...`)
  })

  test('that we assume without saying why', () => {
    const { message, at } = refusal({
      file: inputs,
      find: 'printed: "1250"\n    qualifier: about',
      put: 'kind: assumed\n    printed: "1250"',
    })
    expect(message).toBe(`${at(inputs, 'ships:')}  lamp.ships is assumed and does not say why\n    expected: “note:” in zh and en`)
  })

  test('of a source that is not cited', () => {
    const { message, at } = refusal({ file: inputs, find: 'printed: "12.5"', put: 'printed: "12.5"\n      source: harbour-log-1902' })
    expect(message).toBe(
      `${at(inputs, 'source: harbour-log-1902')}  the source “harbour-log-1902” is not in data/sources.yaml\n    expected: harbour-log-1901`,
    )
  })

  test('whose name its group has already', () => {
    const { complaints, at } = withMistakes({ file: inputs, find: '  shortNights:\n', put: '  longNights:\n' })
    expect(complaints[0]).toBe(
      `${at(inputs, 'longNights:', 2)}  “longNights” stands twice in one group, first in line 4\n    expected: one of the two, or a name of its own`,
    )
  })

  const another = (group: string, name: string) => `${group}:
  ${name}:
    printed: "16"
    unit: litres
    scope: { period: "1901", entity: lighthouse }
    at: { chapter: 2 }
    label: { zh: 甲, en: A }
lamp:
`

  test('whose id a table has already, with both places', () => {
    const { message, at } = refusal({
      file: inputs,
      find: 'lamp:\n',
      put: another('inhabitants', 'harbour:\n    y1901').replace(/^ {4}(?!y1901)/gm, '      '),
    })
    const csv = at(`${hamlets}.csv`, '460').replace(/:\d+$/, '')
    expect(message).toBe(
      `${at(inputs, 'y1901:')}  the figure id inhabitants.harbour.y1901 is already taken at ${csv}\n    expected: an id of its own`,
    )
  })

  test('whose id a script derives, at the script', () => {
    const { complaints } = withMistakes({
      file: inputs,
      find: '    nights:\n      printed: "182"',
      put: '    litres:\n      printed: "16"\n      unit: litres\n      scope: { period: "1901", entity: lighthouse }\n      at: { chapter: 2 }\n      label: { zh: 甲, en: A }\n    nights:\n      printed: "182"',
    })
    expect(complaints.join()).toMatch(
      /scripts\/estimates\/gull-point-1901\/lamp\.ts:\d+:\d+ {2}the figure id lamp\.longNights\.litres is already taken at data\/gull-point-1901\/inputs\.yaml:\d+/,
    )
  })

  test('whose words were copied with other digits, as a claim is', () => {
    const input = withMistakes({ file: inputs, find: 'printed: "12.5"', put: 'printed: "12.5"\n      as: 15.2 litres' })
    expect(input.complaints[0]).toMatch(/inputs\.yaml:\d+:\d+ {2}“as: 15\.2 litres” has other digits than “printed: 12\.5”/)
    const claim = withMistakes({ file: claims, find: 'printed: "3593"', put: 'printed: "3593", as: "3539 litres"' })
    expect(claim.complaints[0]).toMatch(/claims\.yaml:\d+:\d+ {2}“as: 3539 litres” has other digits than “printed: 3593”/)
  })

  test('that a script needs and no file has, with the nearest', () => {
    const { complaints } = withMistakes({
      file: inputs,
      find: '    nights:\n      printed: "182"',
      put: '    night:\n      printed: "182"',
    })
    expect(complaints[0]).toMatch(
      /^scripts\/estimates\/gull-point-1901\/lamp\.ts:\d+:\d+ {2}lamp\.longNights\.litres is computed from “lamp\.longNights\.nights”, which no script or data file defines\n {4}expected: .*lamp\.longNights\.night/,
    )
  })
})

describe('a YAML file is refused', () => {
  test('that is broken, at the line', () => {
    const { complaints, at } = withMistakes({
      file: inputs,
      find: '  ships:\n    printed: "1250"\n',
      put: '  ships:\n    printed: "1250"\n   note: x\n',
    })
    expect(complaints[0]).toMatch(new RegExp(`^${at(inputs, '   note: x\n').replace(/:\d+$/, '')}:\\d+ {2}this is not YAML: `))
    expect(complaints.join('\n')).not.toMatch(/\n\s+at |node_modules/)
  })

  test('whose quote never closes, where it opens', () => {
    const { complaints, at } = withMistakes({ file: inputs, find: 'printed: "12.5"', put: 'printed: "12.5' })
    const [file, line, column] = at(inputs, '"12.5').split(':')
    expect(complaints[0]).toBe(
      `${file}:${line}:${column}  a quote is opened here and never closed\n    expected: a closing quote of the same kind on the same line`,
    )
  })

  test('whose quote never closes in a group on one line, where it opens', () => {
    const { complaints, at } = withMistakes({
      file: claims,
      find: '- { id: oil-of-the-year, printed: "3593", unit',
      put: '- { id: oil-of-the-year, printed: "3593, unit',
    })
    expect(complaints[0]).toBe(
      `${at(claims, '"3593')}  a quote is opened here and never closed\n    expected: a closing quote of the same kind on the same line`,
    )
  })

  test('with an alias that refers to itself, where it stands', () => {
    const { complaints, at } = withMistakes({
      file: inputs,
      find: 'label: { zh: 长夜每夜的灯油, en: Oil in a long night }',
      put: 'label: &self { zh: *self, en: Oil }',
    })
    expect(complaints[0]).toBe(`${at(inputs, '*self')}  *self repeats a value by reference\n    expected: the value itself`)
  })

  test('that is empty', () => {
    expect(refusal({ file: 'data/glossary.yaml', put: '' }).message).toBe('data/glossary.yaml:1:1  the file is empty')
  })

  test.each(['data/scopes.yaml', 'data/sources.yaml', 'data/units.yaml'])('that is missing: %s', (file) => {
    expect(refusal({ file, put: null }).message).toMatch(new RegExp(`^${file}:1:1 {2}.*missing`))
  })
})

describe('a table is refused', () => {
  test('that is empty', () => {
    const { complaints } = withMistakes({ file: `${hamlets}.csv`, put: '' })
    expect(complaints[0]).toBe(`${hamlets}.csv:1:1  the table is empty\n    expected: a heading row and at least one row`)
  })

  test('that is missing beside its description', () => {
    const { complaints } = withMistakes({ file: `${hamlets}.csv`, put: null })
    expect(complaints[0]).toBe(`${hamlets}.yaml:1:1  ${hamlets}.csv is missing\n    expected: the transcribed table beside its description`)
  })

  test('that has no description', () => {
    expect(refusal({ file: 'data/gull-point-1901/stray.csv', put: 'a,b\n1,2\n' }).message).toBe(
      'data/gull-point-1901/stray.csv:1:1  the table has no description\n    expected: stray.yaml beside it',
    )
  })

  test('whose quote never closes, where it opens', () => {
    const { complaints, at } = withMistakes({ file: `${hamlets}.csv`, find: '460', put: '"460' })
    expect(complaints[0]).toBe(
      `${at(`${hamlets}.csv`, '"460')}  a quote is opened here and never closed\n    expected: a closing quote in the same cell`,
    )
  })

  test('with a row of too few cells', () => {
    const { complaints, at } = withMistakes({ file: `${hamlets}.csv`, find: '240,-4.0,32.8', put: '240,-4.0' })
    expect(complaints[0]).toMatch(new RegExp(`^${at(`${hamlets}.csv`, 'Hill')} {2}.*\n {4}expected: as many cells as the heading has$`))
  })

  test('whose cell is not a number, at the cell', () => {
    const { complaints, at } = withMistakes({ file: `${hamlets}.csv`, find: '460', put: '460 people' })
    expect(complaints[0]).toBe(
      `${at(`${hamlets}.csv`, '460 people')}  “460 people” is not a number\n    expected: a plain numeral, as printed; where the page prints none, “columns:” at its row without this one; a sign beside a number goes to “marks:”`,
    )
  })

  test('whose description misspells a row, at the description, with the nearest', () => {
    const { complaints, at } = withMistakes({ file: `${hamlets}.yaml`, find: '{ row: Harbour,', put: '{ row: Harbor,' })
    expect(complaints[0]).toMatch(
      new RegExp(`^${at(`${hamlets}.yaml`, '{ row: Harbor,')} {2}${hamlets}\\.csv has no row “Harbor”\n {4}expected: Harbour`),
    )
    expect(complaints.filter((message) => message.includes('has no row “Harbor”'))).toHaveLength(1)
  })

  test('whose transcription misspells a row, at the description', () => {
    const { complaints, at } = withMistakes({ file: `${hamlets}.csv`, find: 'Harbour,400', put: 'Harbor,400' })
    expect(complaints[0]).toContain(`${at(`${hamlets}.yaml`, '{ row: Harbour')}  ${hamlets}.csv has no row “Harbour”`)
  })

  test('whose description misspells a column', () => {
    const { complaints } = withMistakes({ file: `${hamlets}.yaml`, find: '{ column: Growth, suffix', put: '{ column: Grwth, suffix' })
    expect(complaints[0]).toMatch(/hamlets\.csv has no column “Grwth”\n {4}expected: Growth/)
  })

  test('whose cells have no unit', () => {
    const file = `${hamlets}.yaml`
    const { complaints, at } = withMistakes({ file, find: 'unit: persons\n', put: '' })
    expect(complaints[0]).toBe(
      `${at(file, '{ row: Harbour')}  inhabitants.harbour.y1891 has no unit\n    expected: a “unit:” here or for the whole table`,
    )
  })

  test('whose cells have no scope', () => {
    const file = `${hamlets}.yaml`
    const { complaints } = withMistakes({
      file,
      find: '\nscope: { period: "1901", entity: gull-point, measure: inhabitants }\n',
      put: '\n',
    })
    expect(complaints[0]).toMatch(/inhabitants\.harbour\.\w+ has no scope/)
  })

  test('two rows of which have one name, or names that look alike, once', () => {
    const twin = (name: string) => refusal({ file: `${hamlets}.csv`, find: 'Parish,', put: `${name},250,240,-4.0,32.8\nParish,` }).message
    expect(twin('Hill')).toMatch(/hamlets\.csv:5:1 {2}a second row is called “Hill”, like the one at \S+hamlets\.csv:3:1\n/)
    expect(twin('Ｈill')).toContain('is written otherwise, with “Ｈ” (U+FF28) for “H” (U+0048)')
  })

  test('two columns of which have one name, at the second heading', () => {
    const { message, at } = refusal({ file: `${hamlets}.csv`, find: 'Growth,Share of 1901', put: '1901,Growth' })
    expect(message).toBe(
      `${at(`${hamlets}.csv`, '1901', 2)}  a second column is called “1901”, like the one at ${at(`${hamlets}.csv`, '1901')}\n` +
        '    expected: a name of its own for each column, as the page tells them apart',
    )
  })

  test('whose description names a column with another blank than its heading has, once, with the sign', () => {
    const { message, at } = refusal({
      file: `${hamlets}.yaml`,
      find: 'column: Share of 1901, suffix',
      put: 'column: Share\u00A0of 1901, suffix',
    })
    expect(message).toBe(
      `${at(`${hamlets}.yaml`, 'column: Share\u00A0')}  ${hamlets}.csv has no column “Share\u00A0of 1901”\n` +
        '    expected: “Share of 1901”; here it is written with a no-break space (U+00A0) for a space (U+0020)',
    )
  })

  test('whose description says a row or a column twice, at the second', () => {
    const hill = '  - { row: Hill, id: hill, label: { zh: 山村, en: Hill } }\n'
    const { message, at } = refusal({ file: `${hamlets}.yaml`, find: hill, put: `${hill}${hill.replace('id: hill', 'id: top')}` })
    expect(message).toBe(
      `${at(`${hamlets}.yaml`, 'row: Hill', 2)}  “row: Hill” stands twice among the rows, first in line 15\n    expected: one entry for each row`,
    )
  })

  test.each([
    ['–4.0', '“–4.0” has “–”, an en dash (U+2013) for a minus', '“-4.0”'],
    ['－4.0', '“－4.0” has “－”, a full-width minus (U+FF0D) for a minus', '“-4.0”'],
    ['"1,460"', '“1,460” has “,”, a comma (U+002C) between its digits', '“1460”; or “1.460” where the comma is the decimal sign'],
    ['1\u202F460', '“1\u202F460” has a narrow no-break space (U+202F) between its digits', '“1460”'],
    ['46\u200B0', '“46\u200B0” has a zero-width space (U+200B)', '“460”'],
    ['４６０', '“４６０” has “４”, a full-width digit (U+FF14)', '“460”'],
    ['46O', '“46O” has “O”, the letter O (U+004F)', '“460”'],
  ])('whose cell looks like a number and is none: %s, with what to write', (cell, what, expected) => {
    const { message, at } = refusal({ file: `${hamlets}.csv`, find: '460', put: cell })
    expect(message).toBe(`${at(`${hamlets}.csv`, cell.replaceAll('"', ''))}  ${what}\n    expected: ${expected}`)
  })

  test('with totals of rows and of columns that meet in a cell, with the way to name the two', () => {
    const cross = 'data/gull-point-1901/cross'
    const description = (id: string) => `table: "2"
at: { chapter: 1, table: "2" }
unit: persons
scope: { period: "1901", entity: gull-point, measure: inhabitants }
columns:
  - { column: men, suffix: men, label: { zh: 男, en: men } }
  - { column: women, suffix: women, label: { zh: 女, en: women } }
  - { column: total, suffix: total, label: { zh: 合计, en: total } }
rows:
  - { row: north, id: north, label: { zh: 北, en: North } }
  - { row: south, id: south, label: { zh: 南, en: South } }
  - { row: total, id: all, label: { zh: 全部, en: All } }
words: { Area: { zh: 地区, en: Area } }
follows:
  - { row: total, total: all }
  - { column: total, total: all${id} }
`
    const csv = { file: `${cross}.csv`, put: 'Area,men,women,total\nnorth,1,2,3\nsouth,3,4,7\ntotal,4,6,10\n' }
    const { message, at } = refusal([csv, { file: `${cross}.yaml`, put: description('') }])
    expect(message).toBe(
      `${at(`${cross}.yaml`, '{ column: total, total')}  two entries recompute row “total”, column “total”: this one, and the one at ${at(`${cross}.yaml`, '{ row: total, total')}\n` +
        '    expected: “id:” in one of the two, which names its way: id: across; or “in:” without the cell',
    )
    expect(() => withMistakes(csv, { file: `${cross}.yaml`, put: description(', id: across') })).toThrow('nothing was refused')
  })
})

describe('a claim is refused', () => {
  const year = '{ id: oil-of-the-year, printed: "3593", unit: litres, at: { chapter: 2, paragraph: 2 } }'
  const refusalOf = (put: string) => refusal({ file: claims, find: year, put })

  test('about a figure that is not known, with the nearest', () => {
    const { message, at } = refusal({ file: claims, find: '- figure: lamp.litres\n', put: '- figure: lamp.litre\n' })
    // Both claims of the group are about it, and the group is where the name stands.
    expect(message).toContain(
      `${at(claims, 'figure: lamp.litre\n')}  a claim is made of “lamp.litre”, which is no figure\n    expected: lamp.litres`,
    )
  })

  test('that does not hold and has no reason, at the claim', () => {
    const { message, at } = refusalOf(year.replace('3593', '3953'))
    expect(message).toBe(
      `${at(claims, '{ id: oil-of-the-year')}  lamp.litres@oil-of-the-year is discrepant: the source prints 3953 litres, we get 3592.6 (3574.35 to 3610.85)\n    expected: digits that agree (hold inputs and claim against the source first), or “cause:” and “reason:” in zh and en`,
    )
  })

  test('whose reason is in one language', () => {
    const { message, at } = refusalOf(year.replace('"3593",', '"3953", cause: rounded-inputs, reason: { zh: 甲 },'))
    expect(message).toMatch(
      new RegExp(`^${at(claims, 'reason: { zh: 甲 }')} {2}“lamp\\.litres”: claims, “oil-of-the-year”: reason has no English words`),
    )
  })

  test('that gives a reason though it holds', () => {
    const { message, at } = refusalOf(year.replace('"3593",', '"3593", cause: rounded-inputs, reason: { zh: 甲, en: A },'))
    expect(message).toBe(
      `${at(claims, '{ id: oil-of-the-year')}  lamp.litres@oil-of-the-year is exact; its reason explains nothing\n    expected: no “reason:” and no “cause:”`,
    )
  })

  test('with a cause that is not known', () => {
    const { message, at } = refusalOf(year.replace('"3593",', '"3593", cause: rounding,'))
    expect(message).toMatch(
      new RegExp(`^${at(claims, 'cause: rounding')} {2}“lamp\\.litres”: claims, “[\\w-]+”: cause: “rounding” is not known\n {4}expected: `),
    )
  })

  test('in a unit of another kind', () => {
    const { message } = refusalOf(year.replace('unit: litres', 'unit: persons'))
    expect(message).toContain('lamp.litres@oil-of-the-year is printed in persons, which counts people, and lamp.litres counts litres')
  })

  test('that has no locator', () => {
    const { message, at } = refusalOf(year.replace(', at: { chapter: 2, paragraph: 2 }', ''))
    expect(message).toBe(
      `${at(claims, '{ id: oil-of-the-year')}  the claim oil-of-the-year has no locator\n    expected: “at:” with chapter, section, paragraph, ...`,
    )
  })

  test('that prints nothing', () => {
    const { message, at } = refusalOf(year.replace(' printed: "3593",', ''))
    expect(message).toBe(
      `${at(claims, '{ id: oil-of-the-year')}  the claim oil-of-the-year prints nothing\n    expected: “printed:”, “cell:” or “input:”`,
    )
  })

  test('of a cell in a table that is not there', () => {
    const { message, at } = refusalOf('{ id: cell, cell: { table: hamlet, row: Hill, column: "1901" } }')
    expect(message).toBe(`${at(claims, '{ id: cell')}  there is no table “hamlet” beside this file\n    expected: hamlets`)
  })

  test('of a cell in a row that is not there', () => {
    const { message, at } = refusalOf('{ id: cell, cell: { table: hamlets, row: Hills, column: "1901" } }')
    expect(message).toMatch(new RegExp(`^${at(claims, '{ id: cell')} {2}${hamlets}\\.csv has no row “Hills”`))
  })

  test('of an input that is not there, alone or among others, with the nearest', () => {
    const alone = refusalOf('{ id: text, input: lamp.ship }')
    expect(alone.message).toBe(
      `${alone.at(claims, '{ id: text')}  there is no input “lamp.ship” beside this file\n    expected: lamp.ships`,
    )
    const among = refusal({ file: claims, find: 'inputs: [lamp.ships]', put: 'inputs: [lamp.shops]' })
    expect(among.message).toMatch(
      new RegExp(`^${among.at(claims, 'lamp.shops')} {2}there is no input “lamp\\.shops” beside this file\n {4}expected: lamp\\.ships`),
    )
  })

  test('of a whole column that is not there, instead of standing for none', () => {
    const { complaints } = withMistakes({
      file: claims,
      find: 'each: { inputs: [lamp.ships] }',
      put: 'each: { table: hamlets, column: "1911" }',
    })
    expect(complaints.join('\n')).toMatch(/claims\.yaml:\d+:\d+ {2}.*“1911”/)
  })

  test('that has the id of another, with both places', () => {
    const { message, at } = refusal({ file: claims, find: '- id: oil-in-the-foreword', put: '- id: oil-of-the-year' })
    expect(message).toMatch(
      new RegExp(
        `^${at(claims, 'id: oil-of-the-year\n')} {2}the claim id lamp\\.litres@oil-of-the-year is already taken at ${claims}:\\d+\n {4}expected: an id of its own$`,
      ),
    )
  })

  test('with what it would take to recompute what is not withheld, and without it where it is', () => {
    const given = refusal({
      file: claims,
      find: '- figure: lamp.litres\n',
      put: '- figure: lamp.litres\n  needs: { zh: 日志, en: The log }\n',
    })
    expect(given.message).toBe(
      `${given.at(claims, 'needs:')}  “needs:” tells what a withheld result would take, and nothing is withheld here\n    expected: “withheld: yes”, or no “needs:”`,
    )
    const lacking = refusal({ file: claims, find: '  needs: { zh: 灯塔的日志, en: The log of the lighthouse }\n', put: '' })
    expect(lacking.message).toBe(
      `${lacking.at(claims, 'each:')}  what would be needed to recompute withheld results is not said\n    expected: “needs:” in zh and en`,
    )
  })

  test('in a group that names no figure', () => {
    const { message, at } = refusal({ file: claims, find: '- figure: lamp.litres\n  claims:', put: '- claims:' })
    expect(message).toBe(
      `${at(claims, 'claims:')}  a group of claims names no figure\n    expected: “figure:” with an id, or “each:” with a table and column or with inputs`,
    )
  })
})

describe('a conflict is refused', () => {
  const between = 'data/conflicts.yaml'
  const within = 'data/gull-point-1901/conflicts.yaml'
  const log = '- source: harbour-log-1901\n      at:'

  test('that is said to be between sources, and is inside one', () => {
    const { message, at } = refusal({ file: between, find: 'source: harbour-log-1901', put: 'source: gull-point-1901' })
    expect(message).toBe(
      `${at(between, 'id: when-the-light')}  when-the-light-was-lit is a conflict inside one source\n    expected: passages of two sources, or its place in data/gull-point-1901/conflicts.yaml`,
    )
  })

  test('that is said to be inside a source, and quotes another', () => {
    const { message, at } = refusal({
      file: within,
      find: '- at: { chapter: 2, paragraph: 1 }',
      put: '- source: harbour-log-1901\n      at: { chapter: 2, paragraph: 1 }',
    })
    expect(message).toBe(
      `${at(within, 'id: keepers')}  keepers-at-the-light quotes another source than gull-point-1901\n    expected: its place in data/conflicts.yaml`,
    )
  })

  test('whose words are nobody’s, or of a source that is not cited', () => {
    const nobody = refusal({ file: between, find: log, put: '- at:' })
    expect(nobody.message).toBe(
      `${nobody.at(between, 'at: { chapter: 1, paragraph: 2 }')}  when-the-light-was-lit does not say whose words these are\n    expected: “source:” with an id of data/sources.yaml`,
    )
    const other = refusal({ file: between, find: 'source: harbour-log-1901', put: 'source: harbour-log-1902' })
    expect(other.message).toBe(
      `${other.at(between, 'source: harbour-log-1902')}  the source “harbour-log-1902” is not in data/sources.yaml\n    expected: harbour-log-1901`,
    )
  })

  test('whose reason names a figure that there is not, in the language that does', () => {
    const { message, at } = refusal({ file: within, find: 'and nothing explains it.', put: 'beside {lamp.ship} ships.' })
    expect(message).toContain(
      `${at(within, 'en: Only keepers')}  keepers-at-the-light names the unknown figure “lamp.ship”\n    expected: lamp.ships`,
    )
  })

  test('that names a figure or a claim that there is not, at the name', () => {
    const figure = refusal({ file: within, find: '[inhabitants.lighthouse.y1901]', put: '[inhabitants.lighthouse.y1902]' })
    expect(figure.message).toContain(
      `${figure.at(within, 'inhabitants.lighthouse.y1902')}  keepers-at-the-light names the unknown figure “inhabitants.lighthouse.y1902”\n    expected: inhabitants.lighthouse.y1901`,
    )
    const check = refusal({ file: within, find: '@keepers-and-families', put: '@keepers-and-family' })
    expect(check.message).toContain(
      `${check.at(within, 'inhabitants.lighthouse.y1901@')}  keepers-at-the-light names the unknown claim “inhabitants.lighthouse.y1901@keepers-and-family”`,
    )
  })
})

test('a report whose own source nobody knows is told of, with those that there are', () => {
  const { message } = refusal({ file: 'data/sources.yaml', find: 'gull-point-report:', put: 'gull-point-rapport:' })
  expect(message).toBe(
    'scripts/report.ts:1:1  the report’s own source is called “gull-point-report”, and data/sources.yaml has no such entry of “group: own”\n    expected: gull-point-rapport',
  )
  expect(refusal({ file: 'data/sources.yaml', find: 'group: own', put: 'group: compared' }).message).toMatch(
    /has no such entry of “group: own”\n {4}expected: no name is known here$/,
  )
})

test('a part of a source says why it is left out, or in which chapter it stands', () => {
  const file = 'data/gull-point-1901/contents.yaml'
  const told = (treatment: string) =>
    refusal({
      file,
      put: [1, 2]
        .map(
          (chapter) =>
            `- id: c${chapter}\n  kind: section\n  title: { zh: 章, en: Chapter }\n  at: { chapter: ${chapter} }\n  ${chapter === 1 ? 'chapter: index\n  treatment: told' : treatment}\n`,
        )
        .join(''),
    }).message
  expect(told('treatment: not-reproduced')).toBe(`${file}:7:3  c2 is left out and does not say why\n    expected: “note:” in zh and en`)
  expect(told('treatment: told')).toBe(`${file}:7:3  c2 does not say where it stands\n    expected: “chapter:” with the name of a chapter`)
})

test('a number printed as a bound takes no other word beside its sign', () => {
  const { message, at } = refusal({
    file: inputs,
    find: 'printed: "1250"\n    qualifier: about',
    put: 'printed: "<1250"\n    qualifier: over',
  })
  expect(message).toBe(
    `${at(inputs, 'printed: "<1250"')}  “<1250” is a bound, and “qualifier: over” says something else\n    expected: no “qualifier:” beside “<” or “>”`,
  )
})

describe('everything that is wrong is told together', () => {
  test('across files', () => {
    const { complaints } = withMistakes(
      { file: inputs, find: 'unit: ships', put: 'unit: shops' },
      { file: `${hamlets}.csv`, find: '460', put: '460 people' },
      { file: 'data/glossary.yaml', find: '  en: nights\n', put: '' },
    )
    expect(complaints.map((message) => message.split(':')[0])).toEqual(
      expect.arrayContaining([inputs, `${hamlets}.csv`, 'data/glossary.yaml']),
    )
  })

  test('a folder of data that no source names is not passed over', () => {
    const { complaints } = withMistakes({ file: 'data/sources.yaml', find: 'gull-point-1901:\n', put: 'gull-point-1911:\n' })
    expect(complaints.join('\n')).toContain('gull-point-1901')
  })

  test('a table of one source cannot take the place of another’s', () => {
    const { complaints } = withMistakes(
      { file: 'data/harbour-log-1901/hamlets.csv', put: 'a,b\nx,1\n' },
      { file: 'data/harbour-log-1901/hamlets.yaml', put: 'table: "1"\nat: { table: 1 }\n' },
    )
    expect(complaints.join('\n')).toContain('hamlets')
  })
})

describe('a file that nothing reads is told', () => {
  test.each([
    ['data/gull-point-1901/more.yml', 'the file is not read, for its ending', 'more.yaml'],
    ['data/gull-point-1901/more.CSV', 'the file is not read, for its ending', 'more.csv'],
    ['data/gull-point-1901/inputs.yaml.txt', 'the file is not read, for its ending', 'inputs.yaml'],
    ['data/gull-point-1901/old/inputs.yaml', 'the file is not read: it stands a folder too deep', 'the file in data/gull-point-1901'],
    ['data/glossary.yml', 'the file is not read', 'glossary.yaml'],
  ])('%s', (file, what, expected) => {
    expect(refusal({ file, put: 'a: b\n' }).message).toBe(`${file}:1:1  ${what}\n    expected: ${expected}`)
  })

  test('a workbook that a table was copied from stands beside it in peace', () => {
    expect(() => withMistakes({ file: 'data/gull-point-1901/hamlets.xlsx', put: 'PK' })).toThrow('nothing was refused')
  })
})

test('a work that is younger than the report that cites it is told at its year', () => {
  const { message } = refusal({
    file: 'data/sources.yaml',
    find: 'zh: 港务日志：一份虚构的来源\n  year: "1901"',
    put: 'zh: 港务日志：一份虚构的来源\n  year: "9101"',
  })
  expect(message).toMatch(/ harbour-log-1901 is of 9101, and this report of \d{4}\n/)
})

test.each([
  ['15.0%', '“15.0”, and “unit: "%"” at its column or row'],
  ['(4.0)', '“-4.0” where the brackets stand for a minus; else “4.0”, and the brackets among “marks:”'],
  ['=SUM(B2:B4)', 'the number that the page prints; this is a formula of a spreadsheet'],
  ['#REF!', 'the number that the page prints; this is what a spreadsheet shows for an error'],
  ['4-Mar', 'the number that the page prints; a spreadsheet may have made a day of it'],
])('a cell “%s” is answered with what to write', (cell, expected) => {
  const { message } = refusal({ file: `${hamlets}.csv`, find: '15.0', put: cell })
  expect(message).toMatch(/“.+” is not a number/)
  expect(message).toContain(`expected: ${expected}`)
})
