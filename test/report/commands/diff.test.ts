import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import type { FigureRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import { type ComparedLedger, readCompared } from '../../../src/commands/diff/compared-ledger.ts'
import { type Comparison, compare, differs } from '../../../src/commands/diff/comparison.ts'
import { diffMarkdown, longestComment, marked, plain } from '../../../src/commands/diff/markdown.ts'
import { diffText } from '../../../src/commands/diff/text.ts'
import { headline, relativeText, shortHeadline } from '../../../src/commands/diff/words.ts'
import { snapshotText } from '../../../src/commands/verify/snapshot-file.ts'
import { escapeCode, run, runIn } from '../../commands/support.ts'
import { publishedWith } from './published.ts'

const folder = mkdtempSync(`${tmpdir()}/diff-`)
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, content: string): string => {
  writeFileSync(`${folder}/${name}`, content)
  return `${folder}/${name}`
}
const ledgerOf = (record: object): ComparedLedger => readCompared(write('ledger.json', JSON.stringify(record)))

const wagesFile = 'data/nbs-wages-2019/inputs.yaml'
const before = publishedWith()
const after = publishedWith({ file: wagesFile, from: '"90501"', to: '"91501"' })
const turnover = { file: 'data/alibaba-2020/inputs.yaml', from: '"2298.87"', to: '"2298.97"' }
const faint = publishedWith(turnover)

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
const changed = (record: LedgerRecord, id: string, change: (figure: FigureRecord) => Partial<FigureRecord>): LedgerRecord => ({
  ...record,
  figures: record.figures.map((figure) => (figure.id === id ? { ...figure, ...change(figure) } : figure)),
})

describe('two equal ledgers', () => {
  const nothing = compare(ledgerOf(before), ledgerOf(before))
  test('differ in nothing', () => {
    expect(differs(nothing)).toBe(false)
    expect(headline(nothing)).toBe('0 figures added, 0 removed, 0 moved, 0 moved less than shows; 0 verdicts changed.')
    expect(diffText(nothing)).toBe(headline(nothing))
    expect(diffMarkdown(nothing)).toBe('**No figure moved.**\n')
  })
})

describe('an input printed otherwise', () => {
  const comparison = compare(ledgerOf(before), ledgerOf(after))
  const line = after.figures.find(({ id }) => id === 'wages.nonPrivate')?.dataScript

  test('is the one cause of all that moved, with both prints and its line', () => {
    expect(line).toMatch(/^data\/nbs-wages-2019\/inputs\.yaml:\d+$/)
    expect(comparison.causes).toHaveLength(1)
    expect(comparison.causes[0]).toMatchObject({
      kind: 'input',
      what: 'wages.nonPrivate',
      before: '90501 元',
      after: '91501 元',
      place: line,
    })
    for (const move of comparison.moved) expect(move.causes, move.id).toEqual(['input wages.nonPrivate'])
    expect(comparison.files).toEqual({ added: [], removed: [], changed: [wagesFile] })
  })

  test('moves exactly the figures that are computed from it, old and new beside each other', () => {
    const dependants = before.figures.filter(({ inputs }) => inputs?.includes('wages.nonPrivate')).map(({ id }) => id)
    expect(ids(comparison.moved)).toEqual(expect.arrayContaining(['wages.nonPrivate', ...dependants]))
    const monthly = comparison.moved.find(({ id }) => id === 'cases.ridersFromPoorCounties.monthlyWageNonPrivate')
    expect(monthly?.before).toMatchObject({ value: 90501 / 12, shown: { zh: '7542元', en: 'RMB 7,542' } })
    expect(monthly?.after).toMatchObject({ value: 91501 / 12, shown: { zh: '7625元', en: 'RMB 7,625' } })
    expect(monthly?.relative).toBeCloseTo(1000 / 90501, 12)
    expect(monthly?.sight).toBe('seen')
  })

  test('touches the sentences that show it in both languages, and those whose words rest on it', () => {
    expect(comparison.sentences.map(({ page, before: was, after: is }) => [page, was, is])).toEqual([
      ['en.html#wages', 'Urban units pay RMB 90,501 a year.', 'Urban units pay RMB 91,501 a year.'],
      ['en.html#wages', 'Private ones pay less.', 'Private ones pay less.'],
      ['zh.html#工资', '城镇单位一年90501元。', '城镇单位一年91501元。'],
      ['zh.html#工资', '私营的少。', '私营的少。'],
    ])
  })

  test('is told first in the text, with figures, sentences and files after it', () => {
    const text = stripVTControlCharacters(diffText(comparison))
    expect(text).toContain(
      `\nWhat moved them\n[1] printed input wages.nonPrivate   ${line}\n      “90501 元” → “91501 元”\n      moves ${comparison.moved.length} figures\n`,
    )
    expect(text).toMatch(/^wages\.nonPrivate +RMB 90,501 +RMB 91,501 +90501元 +91501元 +\+1\.1% +\[1\] +90501 → 91501 yuan$/m)
    expect(text).toContain('zh.html#工资\n  − 城镇单位一年90501元。\n  + 城镇单位一年91501元。')
    expect(text).toContain('  Private ones pay less.\n    (the same words, which rest on what moved: read them again)')
    expect(text).toContain(`Files behind the numbers\n~ ${wagesFile}`)
  })

  test('makes a table for a pull request, with what changed in bold', () => {
    const text = diffMarkdown(comparison)
    expect(text).toMatch(/^\*\*\d+ figures moved\.\*\*\n\n1\. printed input `wages\.nonPrivate`: “90501 元” → <b>“91501 元”<\/b> /)
    expect(text).toContain(
      '| `wages.nonPrivate` | RMB 90,501 → <b>RMB 91,501</b> | 90501元 → <b>91501元</b> | +1.1% | [1] | 90501 → 91501 yuan |',
    )
    expect(text).toContain('| Urban units pay RMB <b>90,501</b> a year. | Urban units pay RMB <b>91,501</b> a year. |')
    const open = text.match(/<details/g)?.length
    expect(text.match(/<\/details>/g)?.length).toBe(open)
  })

  test('is told of an older ledger too, which knew no arguments, files and sentences', () => {
    const { files: _, sentences: __, ...old } = before
    const bare = { ...old, figures: old.figures.map(({ terms: ___, ...figure }) => figure) }
    const told = compare(ledgerOf(bare), ledgerOf(after))
    expect(ids(told.moved)).toEqual(ids(comparison.moved))
    expect(told.causes.map(({ key }) => key)).toEqual(['input wages.nonPrivate'])
    expect(told.files).toBeNull()
    expect(told.sentences.map(({ before: was, after: is }) => [was, is])).toContainEqual([null, 'Urban units pay RMB 91,501 a year.'])
  })

  test('tells the sentences of one side as they stand where the other has no pages', () => {
    const { sentences: _, ...unbuilt } = after
    const told = compare(ledgerOf(before), ledgerOf(unbuilt))
    expect([comparison.oneSided, told.oneSided]).toEqual([false, true])
    const text = stripVTControlCharacters(diffText(told))
    expect(text).toContain('\nSentences of the one side whose pages are known\n')
    const markdown = diffMarkdown(told)
    expect(markdown).toContain('of the one side whose pages are known</summary>\n\n| page | sentence |\n')
    expect(markdown).not.toMatch(/^\| `en\/.*\| — \|$/m)
  })

  test('is told of the accepted figures, which know values alone', () => {
    const accepted = snapshotText(
      Object.fromEntries(before.figures.map(({ id, value, unit, shown }) => [id, { value, unit, zh: shown.zh, en: shown.en }])),
    )
    const told = compare(readCompared(write('figures.json', accepted)), ledgerOf(after))
    expect(told.valuesOnly).toBe(true)
    expect(ids(told.moved)).toEqual(ids(comparison.moved))
    expect(told.causes).toHaveLength(1)
    const shown = before.figures.find(({ id }) => id === 'wages.nonPrivate')?.shown.en
    expect(told.causes[0]).toMatchObject({ kind: 'input', what: 'wages.nonPrivate', before: shown, after: '91501 元', place: line })
    expect(told.verdicts).toEqual([])
    expect(told.checks.added).toEqual([])
  })
})

test('what rounding hides is listed apart, and touches no sentence', () => {
  const comparison = compare(ledgerOf(before), ledgerOf(faint))
  const sights = Map.groupBy(comparison.moved, ({ sight }) => sight)
  expect(ids(sights.get('seen') ?? [])).toEqual(['services.catering.turnover'])
  expect(ids(sights.get('hidden') ?? [])).toContain('total.jobs')
  expect(comparison.sentences).toEqual([])
  const text = stripVTControlCharacters(diffText(comparison))
  expect(text).toMatch(/\nMoved, and rounding hides it\n(.*\n)*total\.jobs +69\.01 million +under 0\.001% /)
  expect(text.split('Moved, and rounding hides it')[0]).not.toContain('total.jobs')
})

describe('a root cause', () => {
  const causes = (old: LedgerRecord, now: LedgerRecord) =>
    compare(ledgerOf(old), ledgerOf(now)).causes.map(({ kind, what, moves }) => [kind, what, moves.seen.length])
  const grown = (figure: FigureRecord): Partial<FigureRecord> => ({ value: figure.value * 2, shown: { zh: '二倍', en: 'twice' } })
  const direct = 'services.catering.directJobs'

  test('is the text of a formula, one cause for all figures that it makes', () => {
    const now = changed(before, direct, (figure) => ({ ...grown(figure), formula: `2 * ${figure.formula}` }))
    expect(causes(before, now)).toEqual([['formula', 'scripts/formulas/turnover-share.ts', 1]])
  })
  test('is another figure in a formula’s argument, with the argument’s name', () => {
    const now = changed(before, direct, (figure) => ({
      ...grown(figure),
      inputs: (figure.inputs ?? []).with(2, 'services.catering.industryJobs2016'),
      terms: { ...figure.terms, industryJobs: 'services.catering.industryJobs2016' },
    }))
    const [cause] = compare(ledgerOf(before), ledgerOf(now)).causes
    expect(cause).toMatchObject({
      kind: 'arguments',
      what: direct,
      before: 'industryJobs: services.catering.industryJobs2018',
      after: 'industryJobs: services.catering.industryJobs2016',
    })
  })
  test('is the file of a method whose text stayed the same', () => {
    const method = 'scripts/methods/leontief.ts'
    const now = { ...changed(before, 'multiplier.consumption', grown), files: { ...before.files, [method]: 'other' } }
    expect(causes(before, now)).toEqual([['file', method, 1]])
  })
  test('is how a figure is declared, where the same value is written otherwise', () => {
    const now = changed(before, direct, () => ({ shown: { zh: '104万', en: '1.04 million' } }))
    expect(causes(before, now)).toEqual([['definition', direct, 1]])
  })
  test('is the script, once, where several of its figures are declared otherwise', () => {
    const file = before.figures.find(({ id }) => id === direct)?.script?.replace(/:\d+$/, '') ?? ''
    const own = before.figures.filter(({ script }) => script?.startsWith(`${file}:`)).map(({ id }) => id)
    expect(own.length).toBeGreaterThan(1)
    const other = { shown: { zh: '别样', en: 'otherwise' } }
    const now = { ...before, figures: before.figures.map((figure) => (own.includes(figure.id) ? { ...figure, ...other } : figure)) }
    const comparison = compare(ledgerOf(before), ledgerOf(now))
    expect(comparison.causes.map(({ kind, what, moves }) => [kind, what, moves.seen.length])).toEqual([['file', file, own.length]])
    for (const move of comparison.moved) expect(move.causes).toEqual([`file ${file}`])
  })
  test('is the script of a figure where that changed, and no file further off', () => {
    const script = before.figures.find(({ id }) => id === direct)?.script?.replace(/:\d+$/, '') ?? ''
    const now = { ...changed(before, direct, grown), files: { ...before.files, [script]: 'other', 'scripts/methods/leontief.ts': 'other' } }
    expect(causes(before, now)).toEqual([['file', script, 1]])
  })
  test('is said not to be known where the ledgers do not tell it', () => {
    expect(causes(before, changed(before, direct, grown))).toEqual([['unknown', direct, 1]])
  })
  test('is kept where it moves nothing', () => {
    const now = changed(before, direct, (figure) => ({ formula: `(${figure.formula})` }))
    const comparison = compare(ledgerOf(before), ledgerOf(now))
    expect(comparison.moved).toEqual([])
    expect(diffText(comparison)).toContain('moves nothing')
  })
  test('is each of two, and the movement that both reach names both', () => {
    const both = publishedWith(turnover, { file: turnover.file, from: '"42716"', to: '"42717"' })
    const comparison = compare(ledgerOf(before), ledgerOf(both))
    expect(comparison.moved.find(({ id }) => id === direct)?.causes.toSorted()).toEqual([
      'input services.catering.industryTurnover',
      'input services.catering.turnover',
    ])
  })
})

describe('figures, checks, conflicts and sources', () => {
  const [figure] = before.figures
  const [check, other] = before.checks
  if (!figure || !check || !other) throw new Error('the ledger is empty')
  const now: LedgerRecord = {
    ...before,
    figures: before.figures.slice(1),
    checks: before.checks
      .slice(1)
      .map((one) => (one === other ? { ...one, verdict: 'discrepant', reason: { zh: '因为', en: 'because' } } : one)),
    conflicts: before.conflicts.slice(1),
    sources: before.sources.map((source, index) => (index === 0 ? { ...source, year: 1900 } : source)),
  }
  const comparison = compare(ledgerOf(before), ledgerOf(now))
  test('that went, and verdicts that changed, are told', () => {
    expect(ids(comparison.removed)).toEqual([figure.id])
    expect(ids(compare(ledgerOf(now), ledgerOf(before)).added)).toEqual([figure.id])
    expect(comparison.checks.removed).toEqual([check.claim])
    expect(comparison.verdicts).toMatchObject([
      {
        claim: other.claim,
        before: { verdict: other.verdict },
        after: { verdict: 'discrepant', printed: other.printed },
        reason: { en: 'because' },
      },
    ])
    expect(comparison.conflicts.removed).toEqual([before.conflicts[0]?.id])
    expect(comparison.sources.changed).toEqual([before.sources[0]?.id])
    expect(shortHeadline(comparison)).toBe('1 figure removed; 1 verdict changed; 1 check removed.')
    expect(diffMarkdown(comparison)).toContain(`| \`${other.claim}\` |`)
  })
})

describe('markdown', () => {
  test('marks up, links and calls nobody by what stands in text', () => {
    expect(plain('a|b *c* _d_ `e` [f] ~g~ <h> & \\ $x$')).toBe('a\\|b \\*c\\* \\_d\\_ \\`e\\` \\[f\\] \\~g\\~ &lt;h&gt; &amp; \\\\ \\$x\\$')
    expect(plain('@octocat, #12, https://a.b, www.a.b')).not.toMatch(/@octocat|#12|https:|www\./)
    expect(plain('一\n二')).toBe('一 二')
  })
  test('has as many cells in every row of a table, whatever bars stand in text', () => {
    const now = changed(after, 'wages.nonPrivate', () => ({ shown: { zh: '9|万', en: '9|0' } }))
    for (const line of diffMarkdown(compare(ledgerOf(before), ledgerOf(now)))
      .split('\n')
      .filter((one) => one.startsWith('| `wages')))
      expect(line.replaceAll('\\|', '').split('|')).toHaveLength(8)
  })
  test('sets whole words and numbers bold, not parts of them', () => {
    expect(marked('一年90501元。', '一年91501元。')).toEqual(['一年<b>90501</b>元。', '一年<b>91501</b>元。'])
    expect(marked('It is 4.5% now.', 'It is 4.75% now.')).toEqual(['It is <b>4.5</b>% now.', 'It is <b>4.75</b>% now.'])
    expect(marked(null, 'new')).toEqual(['—', 'new'])
  })
  test('is cut, and says so, where it would be too long for a comment', () => {
    const all = { ...after, figures: after.figures.map((figure) => ({ ...figure, value: figure.value + 1, shown: { zh: '甲', en: 'A' } })) }
    const comparison: Comparison = compare(ledgerOf(before), ledgerOf(all))
    const text = diffMarkdown(comparison)
    expect(comparison.moved.length).toBeGreaterThan(1700)
    expect(text.length).toBeLessThanOrEqual(longestComment)
    expect(text.length).toBeGreaterThan(longestComment / 8)
    expect(text).toMatch(/… and \d+ more\n/)
    expect(text).toMatch(/Tables are cut at \d+ rows\./)
    expect(diffMarkdown(comparison, 300).length).toBeLessThanOrEqual(300)
  })
})

test.each([
  [0.0123, '+1.23%'],
  [-0.00391, '−0.39%'],
  [0.000001, 'under 0.001%'],
  [0, '0%'],
  [1.5, '×2.5'],
  [null, ''],
])('a change of %d is written %s', (relative, text) => expect(relativeText(relative)).toBe(text))

describe('diff', { timeout: 120_000 }, () => {
  const old = write('old.json', JSON.stringify(before))
  mkdirSync(`${folder}/dist`)
  write('dist/ledger.json', JSON.stringify(after))

  test('takes files and folders, has no colour in a pipe, and ends with 1 only where that is asked for', () => {
    const { status, stdout, stderr } = run('diff', old, `${folder}/dist`)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^0 figures added, 0 removed, \d+ moved, 0 moved less than shows; 0 verdicts changed\.\n/)
    expect(stdout).not.toContain(escapeCode)
    const asked = runIn(projectRoot, { FORCE_COLOR: '1' }, 'diff', old, `${folder}/dist`, '--exit-code')
    expect(asked.status).toBe(1)
    expect(asked.stdout).toContain(escapeCode)
    expect(run('diff', old, old, '--exit-code').status).toBe(0)
  })

  test('prints all of it as JSON', () => {
    expect(JSON.parse(run('diff', old, `${folder}/dist`, '--json').stdout)).toEqual(
      JSON.parse(JSON.stringify(compare(ledgerOf(before), ledgerOf(after)))),
    )
  })

  test('compares with what the scripts compute now where the new side is left out', () => {
    expect(run('diff', 'test/figures.json').stdout).toMatch(/^0 figures added, 0 removed, 0 moved, /)
  })

  test('refuses what is no ledger, and ends with 2', () => {
    expect(run('diff', old, old, '--md', '--json')).toMatchObject({ status: 2, stderr: expect.stringContaining('are two answers') })
    const { status, stderr } = run('diff', old, `${folder}/absent.json`)
    expect(status).toBe(2)
    expect(stderr).toContain(`absent.json is no ledger: there is no file ${folder}/absent.json\n    expected: a ledger.json`)
    expect(() => readCompared(write('list.json', '[1, 2]'))).toThrow('is no ledger: it has no figures')
    expect(() => readCompared(write('half.json', '{"figures": ['))).toThrow('is no ledger: it is no JSON')
  })
})
