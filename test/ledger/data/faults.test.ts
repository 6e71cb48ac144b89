import { describe, expect, test } from 'vitest'
import { type Mistake, type Outcome, withMistakes } from './mistakes.ts'

const inputs = 'data/alibaba-2020/inputs.yaml'
const claims = 'data/alibaba-2020/claims.yaml'
const retailTable = 'data/alibaba-2020/retail-categories'
const flows = 'data/nbs-2017/flows'

/** The one complaint about a planted mistake; it names a place and carries no stack trace. */
const refusal = (mistakes: readonly Mistake[] | Mistake): { readonly message: string; readonly at: Outcome['at'] } => {
  const { complaints, at } = withMistakes(...[mistakes].flat())
  expect(complaints).toHaveLength(1)
  const [message = ''] = complaints
  expect(message).toMatch(/^data\/[\w./-]+:\d+:\d+ {2}\S/)
  expect(message).not.toMatch(/\n\s+at |node_modules|Error:/)
  return { message, at }
}

describe('an input is refused', () => {
  test('with a unit that is not known, at its line, with the nearest that are', () => {
    const { message, at } = refusal({ file: inputs, find: '\n    unit: 万人次', put: '\n    unit: 万人才' })
    expect(message).toBe(
      `${at(inputs, 'unit: 万人才')}  infrastructure.antForestPlanters.unit: “万人才” is not known\n    expected: 万人, or 万人次, or 万`,
    )
  })

  test('with a unit of another kind, at the script that adds it up', () => {
    const { complaints } = withMistakes({
      file: inputs,
      find: '    printed: "2.19"\n      unit: 万人',
      put: '    printed: "2.19"\n      unit: 亿元',
    })
    expect(complaints[0]).toMatch(
      /^scripts\/estimates\/alibaba-2020\/head-counts\.ts:\d+:\d+ {2}the units of services\.staff\.jobs do not work out/,
    )
  })

  test('without a label, at the input', () => {
    const { message, at } = refusal({
      file: inputs,
      find: '      label: { zh: 服务新消费企业雇员, en: Employees of the service companies }\n',
      put: '',
    })
    expect(message).toBe(`${at(inputs, 'employees:')}  services.staff.employees.label is missing\n    expected: { zh: …, en: … }`)
  })

  test('with a label in one language, at the label', () => {
    const { message, at } = refusal({
      file: inputs,
      find: 'label: { zh: 服务新消费企业雇员, en: Employees of the service companies }',
      put: 'label: { zh: 服务新消费企业雇员 }',
    })
    expect(message).toBe(
      `${at(inputs, 'label: { zh: 服务新消费企业雇员 }')}  services.staff.employees.label.en is missing\n    expected: a value`,
    )
  })

  test('with a chapter that its source does not have, at the input', () => {
    const { message, at } = refusal({
      file: inputs,
      find: 'printed: "2.19"\n      unit: 万人\n      scope: { period: "2019", entity: alibaba, reach: direct, measure: head-count }\n      at: { chapter: 2, section: 二（三）3, paragraph: 1 }',
      put: 'printed: "2.19"\n      unit: 万人\n      scope: { period: "2019", entity: alibaba, reach: direct, measure: head-count }\n      at: { chapter: three, section: 二（三）3, paragraph: 1 }',
    })
    expect(message).toContain(`${at(inputs, 'employees:')}  alibaba-2020 has no chapter “three”\n    expected: one of `)
  })

  test('with a key that means nothing, at the key', () => {
    const { message, at } = refusal({ file: inputs, find: 'printed: "2.19"', put: 'printed: "2.19"\n      lable: x' })
    expect(message).toContain(`${at(inputs, 'lable')}  services.staff.employees: the key “lable” means nothing here`)
  })

  test('with what is not a numeral, at the value', () => {
    for (const digits of ['2.19万', '1,434', 'two', '', '2..19']) {
      const { message, at } = refusal({ file: inputs, find: 'printed: "2.19"', put: `printed: "${digits}"` })
      expect(message).toBe(
        `${at(inputs, `printed: "${digits}"`)}  services.staff.employees.printed: printed is a plain numeral, digits as the page has them; other words go to “as”`,
      )
    }
  })

  test('with a group where a numeral belongs, at the value', () => {
    const { message, at } = refusal({ file: inputs, find: 'printed: "2.19"', put: 'printed: [2, 19]' })
    expect(message).toContain(`${at(inputs, 'printed: [2, 19]')}  services.staff.employees.printed is a list`)
  })

  test('with a period that is none', () => {
    const { message, at } = refusal({
      file: inputs,
      find: 'scope: { period: 2016/2018, entity: china }',
      put: 'scope: { period: lately, entity: china }',
    })
    expect(message).toBe(
      `${at(inputs, 'period: lately')}  services.catering.employmentGrowth.scope.period: a period is written 2019, 2019-01 or 2004/2020`,
    )
  })

  test('with a name that is no word in camelCase', () => {
    const { message, at } = refusal({ file: inputs, find: '  riders:\n', put: '  the riders:\n' })
    expect(message).toContain(`${at(inputs, 'the riders')}  `)
  })

  test('without a locator', () => {
    const { message, at } = refusal({ file: inputs, find: '    at: { chapter: 2, section: 二（三）1, paragraph: 1 }\n', put: '' })
    expect(message).toBe(
      `${at(inputs, 'riders:')}  services.riders has no locator\n    expected: “at:” with chapter, section, table, row, ...`,
    )
  })

  test('that we assume without saying why', () => {
    const file = 'data/platform-employment-report/inputs.yaml'
    const { message, at } = refusal({ file, find: '    note: { zh: 与以元计者是同一家店。, en: "The same shop as in yuan." }\n', put: '' })
    expect(message).toBe(
      `${at(file, 'shopTurnoverInTenThousands')}  objections.shopTurnoverInTenThousands is assumed and does not say why\n    expected: “note:” in zh and en`,
    )
  })

  test('of a source that is not cited', () => {
    const { message, at } = refusal({ file: inputs, find: 'printed: "2.19"', put: 'printed: "2.19"\n      source: wang-2020' })
    expect(message).toBe(
      `${at(inputs, 'source: wang-2020')}  the source “wang-2020” is not in data/sources.yaml\n    expected: wang-2021, or ant-2022, or cass-2024`,
    )
  })

  test('whose name its group has already', () => {
    const { complaints, at } = withMistakes({ file: inputs, find: '    contractors:\n', put: '    employees:\n' })
    expect(complaints[0]).toBe(`${at(inputs, 'employees:', 2)}  this is not YAML: Map keys must be unique`)
  })

  test('whose id a table has already, with both places', () => {
    const { message, at } = refusal({
      file: 'data/platform-employment-report/inputs.yaml',
      find: 'objections:\n',
      put: `inputOutput:
  imports:
    kind: assumed
    printed: "16"
    unit: 亿元
    scope: { period: "2017", entity: china }
    label: { zh: 甲, en: A }
    note: { zh: 乙, en: B }
objections:
`,
    })
    const csv = at('data/alibaba-2020/input-output.csv', '149268.4').replace(/:\d+$/, '')
    expect(message).toBe(
      `${at('data/platform-employment-report/inputs.yaml', 'imports:')}  the figure id inputOutput.imports is already taken at ${csv}\n    expected: an id of its own`,
    )
  })

  test('whose id a script derives, at the script', () => {
    const { complaints } = withMistakes({
      file: 'data/platform-employment-report/inputs.yaml',
      find: 'objections:\n',
      put: `total:
  jobs:
    kind: assumed
    printed: "16"
    unit: 人
    scope: { period: "2017", entity: china }
    label: { zh: 甲, en: A }
    note: { zh: 乙, en: B }
objections:
`,
    })
    expect(complaints.join()).toMatch(
      /scripts\/estimates\/alibaba-2020\/total\.ts:\d+:\d+ {2}the figure id total\.jobs is already taken at data\/platform-employment-report\/inputs\.yaml:\d+/,
    )
  })

  test('whose words were copied with other digits, as a claim is', () => {
    const input = withMistakes({ file: inputs, find: 'printed: "2298.87"', put: 'printed: "2298.87"\n      as: 2298.78亿元' })
    expect(input.complaints[0]).toMatch(/inputs\.yaml:\d+:\d+ {2}“as: 2298\.78亿元” has other digits than “printed: 2298\.87”/)
    const claim = withMistakes({ file: claims, find: 'printed: "1934.6"', put: 'printed: "1934.6", as: "1943.6 万"' })
    expect(claim.complaints[0]).toMatch(/claims\.yaml:\d+:\d+ {2}“as: 1943\.6 万” has other digits than “printed: 1934\.6”/)
  })

  test('that a script needs and no file has, with the nearest', () => {
    const { complaints } = withMistakes({ file: inputs, find: '    industryJobs2016:\n', put: '    industryJobs216:\n' })
    expect(complaints[0]).toMatch(
      /^scripts\/estimates\/alibaba-2020\/catering-and-film\.ts:\d+:\d+ {2}services\.catering\.industryJobs2018 is computed from “services\.catering\.industryJobs2016”, which no script or data file defines\n {4}expected: .*services\.catering\.industryJobs216/,
    )
  })
})

describe('a YAML file is refused', () => {
  test('that is broken, at the line', () => {
    const { complaints, at } = withMistakes({
      file: inputs,
      find: '  riders:\n    printed: "230"\n',
      put: '  riders:\n    printed: "230"\n   unit: 万\n',
    })
    expect(complaints[0]).toMatch(new RegExp(`^${at(inputs, '   unit: 万\n').replace(/:\d+$/, '')}:\\d+ {2}this is not YAML: `))
    expect(complaints.join('\n')).not.toMatch(/\n\s+at |node_modules/)
  })

  test('whose quote never closes, where it opens', () => {
    const { complaints, at } = withMistakes({ file: inputs, find: 'printed: "2.19"', put: 'printed: "2.19' })
    const [file, line, column] = at(inputs, '"2.19').split(':')
    expect(complaints[0]).toBe(
      `${file}:${line}:${column}  a quote is opened here and never closed\n    expected: a closing quote of the same kind on the same line`,
    )
  })

  test('whose quote never closes in a group on one line, where it opens', () => {
    const { complaints, at } = withMistakes({
      file: claims,
      find: '- { id: text, printed: "1934.6", at',
      put: '- { id: text, printed: "1934.6, at',
    })
    expect(complaints[0]).toBe(
      `${at(claims, '"1934.6')}  a quote is opened here and never closed\n    expected: a closing quote of the same kind on the same line`,
    )
  })

  test('with an alias that refers to itself, where it stands', () => {
    const { complaints, at } = withMistakes({
      file: inputs,
      find: 'label: { zh: 服务新消费企业雇员, en: Employees of the service companies }',
      put: 'label: &self { zh: *self, en: Employees }',
    })
    expect(complaints[0]).toBe(`${at(inputs, '*self')}  *self repeats a value by reference\n    expected: the value itself`)
  })

  test('that is empty', () => {
    expect(refusal({ file: 'data/glossary.yaml', put: '' }).message).toBe('data/glossary.yaml:1:1  the file is empty')
  })

  test.each(['data/glossary.yaml', 'data/sources.yaml'])('that is missing: %s', (file) => {
    expect(refusal({ file, put: null }).message).toMatch(new RegExp(`^${file}:1:1 {2}.*missing`))
  })
})

describe('a table is refused', () => {
  test('that is empty', () => {
    const { complaints } = withMistakes({ file: `${retailTable}.csv`, put: '' })
    expect(complaints[0]).toBe(`${retailTable}.csv:1:1  the table is empty\n    expected: a heading row and at least one row`)
  })

  test('that is missing beside its description', () => {
    const { complaints } = withMistakes({ file: `${retailTable}.csv`, put: null })
    expect(complaints[0]).toBe(
      `${retailTable}.yaml:1:1  ${retailTable}.csv is missing\n    expected: the transcribed table beside its description`,
    )
  })

  test('that has no description', () => {
    expect(refusal({ file: 'data/alibaba-2020/stray.csv', put: 'a,b\n1,2\n' }).message).toBe(
      'data/alibaba-2020/stray.csv:1:1  the table has no description\n    expected: stray.yaml beside it',
    )
  })

  test('whose quote never closes, where it opens', () => {
    const { complaints, at } = withMistakes({ file: `${retailTable}.csv`, find: '325.7', put: '"325.7' })
    expect(complaints[0]).toBe(
      `${at(`${retailTable}.csv`, '"325.7')}  a quote is opened here and never closed\n    expected: a closing quote in the same cell`,
    )
  })

  test('with a row of too few cells', () => {
    const { complaints, at } = withMistakes({ file: `${retailTable}.csv`, find: '0.86,-0.33,35.2', put: '0.86,-0.33' })
    expect(complaints[0]).toMatch(
      new RegExp(`^${at(`${retailTable}.csv`, '建筑及装潢材料类')} {2}.*\n {4}expected: as many cells as the heading has$`),
    )
  })

  test('whose cell is not a number, at the cell', () => {
    const { complaints, at } = withMistakes({ file: `${retailTable}.csv`, find: '325.7', put: '325.7万' })
    expect(complaints[0]).toBe(
      `${at(`${retailTable}.csv`, '325.7万')}  “325.7万” is not a number\n    expected: a plain numeral, as printed`,
    )
  })

  test('whose keyed cell is not a number, at the cell', () => {
    const { complaints, at } = withMistakes({ file: `${flows}.csv`, find: '14585.3', put: '14,585.3'.replace(',', ' ') })
    expect(complaints[0]).toBe(`${at(`${flows}.csv`, '14 585.3')}  “14 585.3” is not a number\n    expected: a plain numeral, as printed`)
  })

  test('whose description misspells a row, at the description, with the nearest', () => {
    const { complaints, at } = withMistakes({ file: `${retailTable}.yaml`, find: '{ row: 家具类,', put: '{ row: 家俱类,' })
    expect(complaints[0]).toMatch(
      new RegExp(`^${at(`${retailTable}.yaml`, '{ row: 家俱类')} {2}${retailTable}\\.csv has no row “家俱类”\n {4}expected: 家具类`),
    )
    expect(complaints.filter((message) => message.includes('has no row “家俱类”'))).toHaveLength(1)
  })

  test('whose transcription misspells a row, at the description', () => {
    const { complaints, at } = withMistakes({ file: `${retailTable}.csv`, find: '家具类', put: '家俱类' })
    expect(complaints[0]).toContain(`${at(`${retailTable}.yaml`, '{ row: 家具类')}  ${retailTable}.csv has no row “家具类”`)
  })

  test('whose description misspells a column', () => {
    const { complaints } = withMistakes({ file: `${retailTable}.yaml`, find: '{ column: p̂1,', put: '{ column: p1,' })
    expect(complaints[0]).toMatch(/retail-categories\.csv has no column “p1”\n {4}expected: p̂1/)
  })

  test('whose cells have no unit', () => {
    const file = 'data/alibaba-2020/input-output.yaml'
    const { complaints, at } = withMistakes({ file, find: 'unit: 亿元\n', put: '' })
    expect(complaints[0]).toBe(
      `${at(file, '{ row: 合计（中间投入）, column: 合计（中间使用）')}  inputOutput.intermediateUse has no unit\n    expected: a “unit:” here or for the whole table`,
    )
  })

  test('whose cells have no scope', () => {
    const file = 'data/alibaba-2020/input-output.yaml'
    const { complaints } = withMistakes({ file, find: 'scope: { period: "2017", entity: china }\n', put: '' })
    expect(complaints[0]).toMatch(/inputOutput\.intermediateUse has no scope/)
  })

  test('two rows of which have one name', () => {
    const { complaints } = withMistakes({ file: `${retailTable}.csv`, find: '家具类,', put: '汽车类,0.1,0.2,3.0\n家具类,' })
    expect(complaints.join('\n')).toMatch(/retail-categories\.csv:\d+:1 {2}.*“汽车类”/)
  })
})

describe('a claim is refused', () => {
  test('about a figure that is not known, with the nearest', () => {
    const { message, at } = refusal({ file: claims, find: '- figure: entertainment.jobs\n', put: '- figure: entertainment.job\n' })
    // All four claims of the group are about it, and the group is where the name stands.
    expect(message).toContain(
      `${at(claims, 'figure: entertainment.job\n')}  a claim is made of “entertainment.job”, which is no figure\n    expected: entertainment.jobs, or `,
    )
  })

  test('that does not hold and has no reason, at the claim', () => {
    const { message, at } = refusal({ file: claims, find: 'printed: "302.1"', put: 'printed: "302.2"' })
    expect(message).toBe(
      `${at(claims, '{ id: text-2-4, printed: "302.2"')}  entertainment.jobs@text-2-4 is discrepant: the source prints 302.2 万个, we get 302.13 (302.13 to 302.13)\n    expected: digits that agree (hold inputs and claim against the source first), or “cause:” and “reason:” in zh and en`,
    )
  })

  test('whose reason is in one language', () => {
    const { message, at } = refusal({
      file: claims,
      find: '{ id: text-2-4, printed: "302.1",',
      put: '{ id: text-2-4, printed: "302.2", cause: rounded-inputs, reason: { zh: 甲 },',
    })
    expect(message).toMatch(new RegExp(`^${at(claims, 'reason: { zh: 甲 }')} {2}\\d+\\.claims\\.3\\.reason\\.en is missing`))
  })

  test('that gives a reason though it holds', () => {
    const { message, at } = refusal({
      file: claims,
      find: '{ id: text-2-4, printed: "302.1",',
      put: '{ id: text-2-4, printed: "302.1", cause: rounded-inputs, reason: { zh: 甲, en: A },',
    })
    expect(message).toBe(
      `${at(claims, '{ id: text-2-4')}  entertainment.jobs@text-2-4 is exact; its reason explains nothing\n    expected: no “reason:” and no “cause:”`,
    )
  })

  test('with a cause that is not known', () => {
    const { message, at } = refusal({
      file: claims,
      find: '{ id: text-2-4, printed: "302.1",',
      put: '{ id: text-2-4, printed: "302.1", cause: rounding,',
    })
    expect(message).toMatch(
      new RegExp(`^${at(claims, 'cause: rounding')} {2}\\d+\\.claims\\.3\\.cause: “rounding” is not known\n {4}expected: `),
    )
  })

  test('in a unit of another kind', () => {
    const { message } = refusal({
      file: claims,
      find: '- { id: text-2-4, printed: "302.1",',
      put: '- { id: text-2-4, unit: 亿元, printed: "302.1",',
    })
    expect(message).toContain('entertainment.jobs@text-2-4 is printed in 亿元, a number of yuans, but entertainment.jobs is in persons')
  })

  test('that has no locator', () => {
    const { message, at } = refusal({
      file: claims,
      find: '{ id: text-2-4, printed: "302.1", at: { chapter: 2, section: 二（四）, paragraph: 1 } }',
      put: '{ id: text-2-4, printed: "302.1" }',
    })
    expect(message).toBe(
      `${at(claims, '{ id: text-2-4')}  the claim text-2-4 has no locator\n    expected: “at:” with chapter, section, paragraph, ...`,
    )
  })

  test('that prints nothing', () => {
    const { message, at } = refusal({ file: claims, find: '{ id: text-2-4, printed: "302.1",', put: '{ id: text-2-4,' })
    expect(message).toBe(
      `${at(claims, '{ id: text-2-4')}  the claim text-2-4 prints nothing\n    expected: “printed:”, “cell:” or “input:”`,
    )
  })

  test('of a cell in a table that is not there', () => {
    const { message, at } = refusal({
      file: claims,
      find: 'cell: { table: retail-categories, row: 合计,',
      put: 'cell: { table: retail-category, row: 合计,',
    })
    expect(message).toBe(
      `${at(claims, '{ id: table-2-4, cell: { table: retail-category')}  there is no table “retail-category” beside this file\n    expected: retail-categories`,
    )
  })

  test('of a cell in a row that is not there', () => {
    const { message, at } = refusal({
      file: claims,
      find: 'cell: { table: retail-categories, row: 合计,',
      put: 'cell: { table: retail-categories, row: 总计,',
    })
    expect(message).toMatch(
      new RegExp(`^${at(claims, '{ id: table-2-4, cell: { table: retail-categories')} {2}${retailTable}\\.csv has no row “总计”`),
    )
  })

  test('of an input that is not there, alone or among others, with the nearest', () => {
    const alone = refusal({
      file: claims,
      find: 'input: services.asPrinted.indirectJobs }\n\n# The same',
      put: 'input: services.indirectJob }\n\n# The same',
    })
    expect(alone.message).toBe(
      `${alone.at(claims, '{ id: equation, input: services.indirectJob }')}  there is no input “services.indirectJob” beside this file\n    expected: services.asPrinted.directJobs, or services.riders`,
    )
    const among = refusal({ file: claims, find: '      - services.staff.employees\n', put: '      - services.staff.employers\n' })
    expect(among.message).toMatch(
      new RegExp(
        `^${among.at(claims, 'services.staff.employers')} {2}there is no input “services\\.staff\\.employers” beside this file\\n {4}expected: services\\.staff\\.employees`,
      ),
    )
  })

  test('of a whole column that is not there, instead of standing for none', () => {
    const { complaints } = withMistakes({
      file: claims,
      find: '- each: { table: retail-categories, column: emp_tra（万个） }',
      put: '- each: { table: retail-categories, column: emp_tra }',
    })
    expect(complaints.join('\n')).toMatch(/claims\.yaml:\d+:\d+ {2}.*“emp_tra”/)
  })

  test('that has the id of another, with both places', () => {
    const { message, at } = refusal({ file: claims, find: '{ id: text-2-4, printed', put: '{ id: chapter-2, printed' })
    expect(message).toMatch(
      new RegExp(
        `^${at(claims, '{ id: chapter-2, printed: "302.1"')} {2}the claim id entertainment\\.jobs@chapter-2 is already taken at ${claims}:\\d+\n {4}expected: an id of its own$`,
      ),
    )
  })

  test('in a group that names no figure', () => {
    const { message, at } = refusal({ file: claims, find: '- figure: entertainment.jobs\n  unit', put: '- unit' })
    expect(message).toBe(
      `${at(claims, 'unit: 万个\n  claims:\n    - { id: abstract, printed: "302"')}  a group of claims names no figure\n    expected: “figure:” with an id, or “each:” with a table and column or with inputs`,
    )
  })
})

describe('everything that is wrong is told together', () => {
  test('across files', () => {
    const { complaints } = withMistakes(
      { file: inputs, find: '\n    unit: 万人次', put: '\n    unit: 万人才' },
      { file: `${retailTable}.csv`, find: '325.7', put: '325.7万' },
      { file: 'data/glossary.yaml', find: 'terms: { zh: 各项, en: terms }', put: 'terms: { zh: 各项 }' },
    )
    expect(complaints.map((message) => message.split(':')[0])).toEqual(
      expect.arrayContaining([inputs, `${retailTable}.csv`, 'data/glossary.yaml']),
    )
  })

  test('a folder of data that no source names is not passed over', () => {
    const { complaints } = withMistakes({
      file: 'data/sources.yaml',
      find: 'platform-employment-report:\n',
      put: 'platform-employment-reprot:\n',
    })
    expect(complaints.join('\n')).toContain('platform-employment-report')
  })

  test('a table of one source cannot take the place of another’s', () => {
    const { complaints } = withMistakes(
      { file: 'data/nbs-2017/projection.csv', put: 'a,b\nx,1\n' },
      { file: 'data/nbs-2017/projection.yaml', put: 'table: "1"\nat: { table: 1 }\n' },
    )
    expect(complaints.join('\n')).toContain('projection')
  })
})
