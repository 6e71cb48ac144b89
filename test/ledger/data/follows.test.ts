import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { looksComputed, refuseUnfollowed } from '../../../scripts/ledger/data/check-tables.ts'
import type { Data } from '../../../scripts/ledger/data/data-types.ts'
import { followsEntrySchema } from '../../../scripts/ledger/data/follows-schema.ts'
import { readFollows } from '../../../scripts/ledger/data/read-follows.ts'
import { type LoadedTable, readTable } from '../../../scripts/ledger/data/read-table.ts'
import { computeFigures } from '../../../scripts/ledger/figures/compute.ts'
import { followed } from '../../../scripts/ledger/figures/followed.ts'
import { readFormulas } from '../../../scripts/ledger/figures/formula.ts'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { Complaints } from '../../../scripts/ledger/problem.ts'
import type { CellReference } from '../../../scripts/ledger/types.ts'
import { checkClaims, claim, complaintOf, complaintsOf, printedWith, units, vocabulary } from '../support.ts'

const formulas = readFormulas(projectRoot)

/** A table's two files, by its name. */
type Files = Readonly<Record<string, readonly [csv: string, yaml: string]>>

/** Reads tables from a folder of their own and holds each against its own neighbours; `beside` are cells that claims are made of. */
const audit = (files: Files, beside: readonly CellReference[] = []) => {
  const root = mkdtempSync(`${tmpdir()}/tables-`)
  try {
    mkdirSync(`${root}/data/example`, { recursive: true })
    const complaints = new Complaints()
    const tables = new Map<string, LoadedTable>()
    for (const [name, [csv, yaml]] of Object.entries(files)) {
      writeFileSync(`${root}/data/example/${name}.csv`, csv)
      writeFileSync(`${root}/data/example/${name}.yaml`, yaml)
    }
    for (const name of Object.keys(files)) {
      const table = complaints.attempt(() =>
        readTable(root, 'data/example', `${name}.yaml`, 'example', new Set(['example']), vocabulary, complaints),
      )
      if (table) tables.set(name, table)
    }
    complaints.stopIfAny()
    const { followings, claims } = readFollows(tables, units, complaints)
    complaints.stopIfAny()
    refuseUnfollowed(tables.values(), [...claims, ...beside.map((cell) => claim('jobs', '1', '1', { cell }))], complaints)
    complaints.stopIfAny()
    const inputs = [...tables.values()].flatMap((table) => table.inputs)
    const figures = computeFigures(inputs, followed({ followings } as unknown as Data), formulas, units)
    return { figures, claims, checks: checkClaims(claims, figures) }
  } finally {
    rmSync(root, { recursive: true })
  }
}

/** Twelve and thirty-eight are fifty; a quarter and three; a fifth more than ten, a twentieth less than forty. */
const csv = '行业,就业,占比,去年,增长\n甲,12.0,24.0,10.0,20.0\n乙,38.0,76.0,40.0,-5.0\n合计,50.0,100.0,50.0,0.0\n'
const description = `table: "1"
at: { table: "1" }
scope: { period: "2019", entity: china, measure: head-count }
unit: 万人
columns:
  - { column: 就业, suffix: jobs, label: { zh: 就业, en: jobs } }
  - { column: 占比, suffix: part, unit: "%", label: { zh: 占比, en: share } }
  - { column: 去年, suffix: before, label: { zh: 去年, en: last year } }
  - { column: 增长, suffix: growth, unit: "%", label: { zh: 增长, en: growth } }
rows:
  - { row: 甲, id: a, label: { zh: 甲, en: A } }
  - { row: 乙, id: b, label: { zh: 乙, en: B } }
  - { row: 合计, id: all, label: { zh: 合计, en: Total } }
`
const total = '  - { row: 合计, total: all, in: [就业, 去年] }\n'
const shares = '  - { column: 占比, share: 就业, of: { row: 合计, column: 就业 } }\n'
const rising = '  - { column: 增长, growth: 就业, from: 去年 }\n'
const whole = `${description}follows:\n${total}${shares}${rising}`
const reading = (...replacements: readonly (readonly [string, string])[]): string =>
  replacements.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand there once`)
    return text.replace(from, () => to)
  }, csv)
const auditing = (table: string, yaml: string = whole) => audit({ jobs: [table, yaml] })
const verdicts = ({ checks }: ReturnType<typeof audit>) => Object.fromEntries(checks.map(({ figure, verdict }) => [figure, verdict]))

describe('a table that says what follows from what', () => {
  test('holds each total, share and growth against its printed neighbours', () => {
    const { checks, figures } = auditing(csv)
    expect(checks.map(({ claim, printed, recomputed, verdict }) => [claim, printed, recomputed, verdict])).toEqual([
      ['jobs.all.jobs.sum@table', '50.0 万人', 50, 'exact'],
      ['jobs.all.before.sum@table', '50.0 万人', 50, 'exact'],
      ['jobs.a.part.share@table', '24.0%', 24, 'exact'],
      ['jobs.b.part.share@table', '76.0%', 76, 'exact'],
      ['jobs.all.part.share@table', '100.0%', 100, 'exact'],
      ['jobs.a.growth.growth@table', '20.0%', 20, 'exact'],
      ['jobs.b.growth.growth@table', '-5.0%', -5, 'exact'],
      ['jobs.all.growth.growth@table', '0.0%', 0, 'exact'],
    ])
    expect(figures.get('jobs.all.jobs.sum')?.from).toEqual(['jobs.a.jobs', 'jobs.b.jobs'])
    expect(figures.get('jobs.all.jobs.sum')?.label).toEqual({ zh: '合计：就业（各项相加）', en: 'Total: jobs, added up' })
    expect(checks[0]?.cell).toEqual({ table: 'jobs', row: '合计', column: '就业' })
  })

  test('is followed from the entry that says so: that is where the figure’s statement stands', () => {
    const place = auditing(csv).figures.get('jobs.b.part.share')?.place
    const line = whole.split('\n').indexOf(shares.trimEnd()) + 1
    expect(place).toEqual({ file: 'data/example/jobs.yaml', line, column: 5 })
  })

  test('adds and takes away where the entry says so', () => {
    const table = '项,额\n收入,9.0\n补贴,2.5\n支出,4.0\n税,1.0\n总余额,6.5\n'
    const yaml = `table: "1"\nunit: 万元\nscope: { period: "2019", entity: china }\ncolumns: [{ column: 额, suffix: sum, label: { zh: 额, en: amount } }]\nrows:\n${['收入', '补贴', '支出', '税', '总余额'].map((row, index) => `  - { row: ${row}, id: r${index}, label: { zh: ${row}, en: R${index} } }\n`).join('')}follows:\n`
    const { figures, checks } = auditing(table, `${yaml}  - { row: 总余额, total: [收入, 补贴], less: [支出, 税] }\n`)
    expect(figures.get('jobs.r4.sum.sum')?.formula?.name).toBe('balance')
    expect(checks.map(({ verdict }) => verdict)).toEqual(['exact'])
    // One taken from one is a remainder: what is left of nine once two and a half are gone.
    const left = auditing(
      table.replace('总余额,6.5', '总余额,6.5').replace('收入,9.0', '收入,10.5'),
      `${yaml}  - { row: 总余额, total: [收入], less: [支出] }\n`,
    )
    expect(left.figures.get('jobs.r4.sum.sum')?.formula?.name).toBe('remainder')
  })

  test('reckons a part of so many persons, and a ratio of persons to persons: neither is a rate per person', () => {
    const yaml = `table: "1"
scope: { period: "2019", entity: china, measure: head-count }
columns:
  - { column: 甲比, suffix: part, unit: "1", label: { zh: 甲比, en: part of A } }
  - { column: 人数, suffix: jobs, unit: 万人, label: { zh: 人数, en: persons } }
  - { column: 甲, suffix: a, unit: 万人, label: { zh: 甲, en: A } }
  - { column: 甲对人数, suffix: to, unit: "1", label: { zh: 甲对人数, en: A to all } }
rows: [{ row: "2019", id: y2019, label: { zh: 2019年, en: "2019" } }]
follows:
  - { column: 甲, product: 甲比, times: 人数 }
  - { column: 甲对人数, ratio: 甲, to: 人数 }
`
    const done = auditing('年,甲比,人数,甲,甲对人数\n2019,0.25,40.0,10.0,0.250\n', yaml)
    expect(new Set(Object.values(verdicts(done)))).toEqual(new Set(['exact']))
    const made = ['jobs.y2019.a.product', 'jobs.y2019.to.ratio'].map((id) => done.figures.get(id))
    expect(made.map((figure) => [figure?.value.valueOf(), figure?.unit, figure?.derived?.per])).toEqual([
      [100_000, 'person', undefined],
      [0.25, 'ratio', undefined],
    ])
  })

  test('reckons growth from year to year down a column, and a rate of one column to another', () => {
    const table = '年,产值,人数,人均,增速\n2017,100.0,50.0,2.000,\n2018,110.0,50.0,2.200,10.0\n2019,99.0,45.0,2.200,-10.0\n'
    const yaml = `table: "1"
scope: { period: "2019", entity: china, measure: head-count }
columns:
  - { column: 产值, suffix: output, unit: 万元, label: { zh: 产值, en: output } }
  - { column: 人数, suffix: jobs, unit: 万人, label: { zh: 人数, en: persons } }
  - { column: 人均, suffix: rate, unit: 元, label: { zh: 人均, en: per head } }
  - { column: 增速, suffix: growth, unit: "%", label: { zh: 增速, en: growth } }
rows:
  - { row: "2017", id: y2017, columns: [产值, 人数, 人均], label: { zh: 2017年, en: "2017" } }
  - { row: "2018", id: y2018, label: { zh: 2018年, en: "2018" } }
  - { row: "2019", id: y2019, label: { zh: 2019年, en: "2019" } }
follows:
  - { column: 增速, growth: 产值, from: previous }
  - { column: 人均, ratio: 产值, to: 人数 }
`
    const done = auditing(table, yaml)
    expect(new Set(Object.values(verdicts(done)))).toEqual(new Set(['exact']))
    expect(done.figures.get('jobs.y2019.growth.growth')?.from).toEqual(['jobs.y2019.output', 'jobs.y2018.output'])
    // The unit of a rate is worked out: yuan per person.
    expect(done.figures.get('jobs.y2018.rate.ratio')?.derived?.per).toBe('person')
    expect(
      complaintOf(() => auditing(table.replace('2.000,\n', '2.000,3.0\n'), yaml.replace('columns: [产值, 人数, 人均], ', ''))),
    ).toContain('nothing stands before the first row, “2017”')
  })

  test('follows from another table too: what all buyers take is what is made', () => {
    const flows = `table: "2"\nunit: 万元\nscope: { period: "2019", entity: china }\nkeys: [origin, sector]\ncolumns:\n  - { column: x, suffix: x, label: { zh: 甲用, en: used by x } }\n  - { column: y, suffix: y, label: { zh: 乙用, en: used by y } }\nwords: { own: { zh: 国产, en: own }, foreign: { zh: 进口, en: foreign }, x: { zh: 甲, en: x }, y: { zh: 乙, en: y } }\n`
    const output = `table: "3"\nunit: 万元\nscope: { period: "2019", entity: china }\nkeys: [sector]\ncolumns: [{ column: output, suffix: output, label: { zh: 产出, en: output } }]\nwords: { x: { zh: 甲, en: x }, y: { zh: 乙, en: y } }\nfollows:\n  - { column: output, total: [{ table: flows, row: "own.{row}", column: "*" }] }\n`
    const done = audit({
      flows: ['origin,sector,x,y\nown,x,1,2\nown,y,3,4\nforeign,x,5,6\nforeign,y,7,8\n', flows],
      outputs: ['sector,output\nx,3\ny,7\n', output],
    })
    expect(done.figures.get('outputs.y.output.sum')?.from).toEqual(['flows.own.y.x', 'flows.own.y.y'])
    expect(verdicts(done)).toEqual({ 'outputs.x.output.sum': 'exact', 'outputs.y.output.sum': 'exact' })
  })
})

describe('an error in the last digit', () => {
  test('of a total whose parts are printed finer is caught', () => {
    const fine = reading(['甲,12.0', '甲,12.00'], ['乙,38.0', '乙,38.00'])
    expect(new Set(Object.values(verdicts(auditing(fine))))).toEqual(new Set(['exact']))
    const message = complaintsOf(() => auditing(fine.replace('合计,50.0', '合计,50.1'))).join('\n')
    expect(message).toContain('jobs.all.jobs.sum@table is discrepant: the source prints 50.1 万人, we get 50 (49.99 to 50.01)')
  })

  test('that rounding of the parts allows is no error, and wants its reason; one more is an error', () => {
    // Both parts may be 0.05 larger and the total 0.05 smaller: 50.1 is reached, 50.2 is not.
    const only = `${description}follows:\n${total}notFollowing:\n  - { column: 占比, reason: { zh: 例, en: Example } }\n  - { column: 增长, reason: { zh: 例, en: Example } }\n`
    const first = complaintOf(() => auditing(reading(['合计,50.0', '合计,50.1']), only))
    expect(first).toMatch(
      /^data\/example\/jobs\.csv:4:4 {2}jobs\.all\.jobs\.sum@table is within-rounding: the source prints 50\.1 万人, we get 50 \(49\.9 to 50\.1\)\n/,
    )
    expect(first).toContain(
      '“rounding:” in zh and en at data/example/jobs.yaml:15, or “reasons:” at data/example/jobs.yaml:15 with { column: 就业, cause: …',
    )
    const second = complaintOf(() => auditing(reading(['合计,50.0', '合计,50.2']), only))
    expect(second).toContain('is discrepant: the source prints 50.2 万人, we get 50 (49.9 to 50.1)')
    expect(second).not.toContain('rounding:”')
  })

  test('that rounding explains is explained once for all cells of an entry; a discrepancy never by that', () => {
    const explained = total.replace(' }\n', ', rounding: { zh: 各部分各自舍入。, en: Each part is rounded. } }\n')
    const yaml = whole.replace(total, explained).replace(shares, shares.replace(' }\n', ', rounding: { zh: 同上。, en: Likewise. } }\n'))
    const { checks } = auditing(reading(['合计,50.0', '合计,50.1'], ['50.0,0.0', '50.0,0.2']), yaml)
    expect(checks.find(({ figure }) => figure === 'jobs.all.jobs.sum')).toMatchObject({
      verdict: 'within-rounding',
      cause: 'rounded-inputs',
      reason: { zh: '各部分各自舍入。', en: 'Each part is rounded.' },
    })
    expect(complaintsOf(() => auditing(reading(['合计,50.0', '合计,50.2']), yaml)).join('\n')).toContain(
      'jobs.all.jobs.sum@table is discrepant',
    )
    expect(complaintsOf(() => auditing(csv, whole.replace(total, explained)))).toEqual([
      'data/example/jobs.yaml:15:42  every cell follows to the digit, or has a reason of its own; this one explains nothing\n    expected: no “rounding:”',
    ])
  })

  test('that is the source’s own is told with its cause and reason, cell by cell', () => {
    const reasoned = total.replace(
      ' }\n',
      ', reasons: [{ column: 去年, cause: forced-additivity, reason: { zh: 凑整。, en: Made to fit. } }] }\n',
    )
    // Fifty from fifty-one is two per cent less.
    const { checks } = auditing(reading(['100.0,50.0,0.0', '100.0,51.0,-2.0']), whole.replace(total, reasoned))
    expect(checks.find(({ figure }) => figure === 'jobs.all.before.sum')).toMatchObject({
      verdict: 'discrepant',
      cause: 'forced-additivity',
      reason: { en: 'Made to fit.' },
    })
    expect(complaintOf(() => auditing(csv, whole.replace(total, reasoned)))).toContain(
      'jobs.all.before.sum@table is exact; its reason explains nothing',
    )
    expect(complaintOf(() => auditing(csv, whole.replace(total, reasoned.replace('column: 去年', 'column: 占比'))))).toBe(
      'data/example/jobs.yaml:15:52  the entry covers no column “占比”\n    expected: 去年, or 就业',
    )
  })
})

describe('shares of a whole that the table does not print', () => {
  const made = (parts: readonly string[]) => {
    const table = `年,甲,乙,丙\n2019,${parts.join(',')}\n`
    const yaml = `table: "1"\nunit: "%"\nscope: { period: "2019", entity: china }\ncolumns:\n${['甲', '乙', '丙'].map((name, index) => `  - { column: ${name}, suffix: p${index}, label: { zh: ${name}, en: P${index} } }\n`).join('')}rows: [{ row: "2019", id: y2019, label: { zh: 2019年, en: "2019" } }]\nfollows:\n  - { columns: [甲, 乙, 丙], addUpTo: 100, rounding: { zh: 例, en: Example } }\n`
    return () => auditing(table, yaml).checks
  }
  test.each([
    ['99.9', ['33.3', '33.3', '33.3']],
    ['100.1', ['33.4', '33.4', '33.3']],
  ])('may add up to %s by rounding', (_, parts) => {
    expect(made(parts)()).toMatchObject([
      { figure: 'jobs.y2019.shares', verdict: 'within-rounding', printed: '100.0%', implied: true, cell: { table: 'jobs', row: '2019' } },
    ])
  })
  test('may not add up to 99.7: three roundings make 0.15, and that of 100.0 another 0.05', () => {
    expect(complaintsOf(made(['33.3', '33.2', '33.2'])).join('\n')).toContain('jobs.y2019.shares@table is discrepant')
  })
})

describe('an entry is refused', () => {
  const refused = (entry: string, table = csv) => complaintOf(() => auditing(table, whole.replace(total, `${entry}\n`)))
  const at = (column: number) => `data/example/jobs.yaml:15:${column}  `

  test('with the name of no row, at the name, with the nearest', () => {
    expect(refused('  - { row: 总计, total: all, in: [就业, 去年] }')).toBe(
      `${at(7)}jobs.csv has no row “总计”\n    expected: 合计, or 乙, or 甲`,
    )
    expect(refused('  - { row: 合计, total: [甲, 丙], in: [就业, 去年] }')).toBe(
      `${at(27)}jobs.csv has no row “丙”\n    expected: 乙, or 甲, or 合计`,
    )
    expect(refused('  - { row: 合计, total: all, in: [就业数, 去年] }')).toBe(
      `${at(33)}jobs.csv has no column “就业数”\n    expected: 就业`,
    )
  })
  test('with a table that is not there', () => {
    expect(refused('  - { row: 合计, total: [{ table: job, row: 甲 }], in: [就业, 去年] }')).toContain(
      'there is no table “job”\n    expected: jobs',
    )
  })
  test('that says nothing, or two things', () => {
    expect(refused('  - { row: 合计, in: [就业, 去年] }')).toContain(
      'says nothing that could be recomputed; one of total, addUpTo, share, growth, ratio, product',
    )
    expect(refused('  - { row: 合计, total: all, share: 甲, of: 乙 }')).toContain('one entry says one thing: total, or share')
    expect(refused('  - { total: all }')).toContain('says which “row:” or which “column:” follows')
    expect(refused('  - { row: 合计, growth: 甲 }')).toContain('growth needs “from:” beside it')
  })
  test('that counts the total among its own parts', () => {
    expect(refused('  - { row: 合计, total: [甲, 合计], in: [就业, 去年] }')).toContain(
      'the row “合计” is among the numbers that it is recomputed from',
    )
  })
  test('whose part is printed and not described as a figure', () => {
    const table = csv.replace('合计', '丙,1.0,2.0,1.0,0.0\n合计')
    expect(complaintsOf(() => auditing(table))[0]).toContain('“1.0” in row “丙”, column “就业” of jobs.csv is no figure yet')
  })
  test('with a misspelt key, at the key', () => {
    expect(refused('  - { row: 合计, totals: all }')).toContain('the key “totals” means nothing here\n    expected: total, or title')
  })
})

describe('no table escapes', () => {
  test.each([
    '合计',
    '小计',
    '总计',
    '共计',
    '占比',
    '就业所占比例 (%)',
    '比重',
    '份额',
    '增长率',
    '增速',
    '同比',
    '2014-2023 年变化情况',
    '总产出',
    'Total',
    'Subtotal',
    'share of GDP',
    'Growth',
    '%',
  ])('“%s” looks computed', (label) => expect(looksComputed(label)).toBe(true))
  test.each(['就业', '2019 年', 'export', 'gross_output', '计算机', '服装、鞋帽、针纺织品类', 'totality', '出口'])(
    '“%s” does not',
    (label) => expect(looksComputed(label)).toBe(false),
  )

  test('a row that looks like a total and is held against nothing is named, with its numbers', () => {
    expect(complaintOf(() => auditing(csv, whole.replace(total, '')))).toBe(
      'data/example/jobs.csv:4:4  the row “合计” looks computed, and “50.0” (就业), “50.0” (去年) are held against nothing\n    expected: an entry under “follows:” in data/example/jobs.yaml; or one under “notFollowing:”, with the reason',
    )
  })
  test('so is a column', () => {
    expect(complaintsOf(() => auditing(csv, whole.replace(rising, '')))[0]).toContain(
      'the column “增长” looks computed, and “20.0” (甲), “-5.0” (乙) are held against nothing',
    )
  })
  test('unless claims are made of its cells, one by one or of the whole line', () => {
    const [unfollowed, beside] = [whole.replace(total, ''), (cell: Partial<CellReference>) => ({ table: 'jobs', ...cell })]
    const open = (yaml: string, ...cells: readonly CellReference[]) => complaintOf(() => audit({ jobs: [csv, yaml] }, cells))
    expect(open(unfollowed, beside({ row: '合计', column: '就业' }))).toContain('and “50.0” (去年) is held against nothing')
    expect(audit({ jobs: [csv, unfollowed] }, [beside({ row: '合计' })]).checks).toHaveLength(6)
    expect(audit({ jobs: [csv, whole.replace(rising, '')] }, [beside({ column: '增长' })]).checks).toHaveLength(5)
    expect(open(unfollowed, { table: 'other', row: '合计' }, beside({ row: '甲' }))).toContain('“50.0” (就业), “50.0” (去年) are held')
    expect(open(unfollowed, beside({ column: '就业' }))).toContain('and “50.0” (去年) is held against nothing')
  })
  test('unless the table says why it cannot be followed; and it may not say so of what is', () => {
    const excuse = (line: string) =>
      `${whole.replace(rising, '')}notFollowing:\n  - { ${line}, reason: { zh: 未印去年, en: Not printed } }\n`
    expect(auditing(csv, excuse('column: 增长')).checks).toHaveLength(5)
    expect(complaintOf(() => auditing(csv, `${whole}notFollowing:\n  - { column: 增长, reason: { zh: 例, en: Example } }\n`))).toContain(
      '“notFollowing:” excuses no number of the column “增长”: each is held against something, or does not look computed\n    expected: no such entry',
    )
    expect(complaintOf(() => auditing(csv, `${whole}notFollowing:\n  - { row: 甲, reason: { zh: 例, en: Example } }\n`))).toContain(
      '“notFollowing:” excuses no number of the row “甲”',
    )
    expect(complaintOf(() => auditing(csv, excuse('column: 增常')))).toContain('jobs.csv has no column “增常”\n    expected: 增长')
  })
})

test('every line of the how-to is one that is understood', () => {
  const [, block = ''] = /```yaml\n(follows:[\s\S]*?)```/.exec(readFileSync(`${projectRoot}/data/README.md`, 'utf8')) ?? []
  const entries = (parse(block, { schema: 'failsafe' }) as { readonly follows: readonly unknown[] }).follows
  expect(entries.length).toBeGreaterThan(10)
  for (const entry of entries) expect(followsEntrySchema.safeParse(entry).error?.message, JSON.stringify(entry)).toBeUndefined()
})

test('a table made of parts, with totals, shares and growth rounded from the unrounded parts, is never discrepant', () => {
  const parts = fc.array(fc.record({ now: fc.integer({ min: 1, max: 10 ** 9 }), before: fc.integer({ min: 10 ** 6, max: 10 ** 9 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  const decimals = fc.record({
    part: fc.integer({ min: 0, max: 3 }),
    total: fc.integer({ min: 0, max: 3 }),
    share: fc.integer({ min: 0, max: 2 }),
  })
  fc.assert(
    fc.property(parts, decimals, (rows, { part, total: ofTotal, share }) => {
      const millionth = (value: number) => new Fraction(value, 10 ** 6)
      const now = millionth(rows.reduce((sum, row) => sum + row.now, 0))
      const before = millionth(rows.reduce((sum, row) => sum + row.before, 0))
      const hundred = (value: Fraction) => printedWith(value.mul(100), share)
      const line = (name: string, one: Fraction, other: Fraction, places: number) =>
        `${name},${printedWith(one, places)},${hundred(one.div(now))},${printedWith(other, places)},${hundred(one.div(other).sub(1))}`
      // A number printed as zero has no growth that could be reckoned.
      fc.pre(
        [...rows.map((row) => millionth(row.before)), before, now].every(
          (value) => Number(printedWith(value, part)) > 0 && Number(printedWith(value, ofTotal)) > 0,
        ),
      )
      const table = [
        '行业,就业,占比,去年,增长',
        ...rows.map((row, index) => line(`r${index}`, millionth(row.now), millionth(row.before), part)),
        line('合计', now, before, ofTotal),
      ].join('\n')
      const described = description.replace(
        /rows:\n[\s\S]*$/,
        `rows:\n${rows.map((_, index) => `  - { row: r${index}, id: r${index}, label: { zh: 行${index}, en: R${index} } }\n`).join('')}  - { row: 合计, id: all, label: { zh: 合计, en: Total } }\n`,
      )
      const explained = (entry: string) => entry.replace(' }\n', ', rounding: { zh: 例, en: Example } }\n')
      const yaml = (rounding: boolean) =>
        `${described}follows:\n${[total, shares, rising].map((entry) => (rounding ? explained(entry) : entry)).join('')}`
      // Whether rounding has to be explained is seen by trying; that nothing is discrepant holds either way.
      for (const rounding of [true, false]) {
        try {
          for (const { verdict } of auditing(table, yaml(rounding)).checks) expect(['exact', 'within-rounding']).toContain(verdict)
        } catch (error) {
          expect(String(error)).not.toContain('is discrepant')
        }
      }
    }),
    { numRuns: 60 },
  )
})
