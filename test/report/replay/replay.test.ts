import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { examine } from '../../../replay/examine.ts'
import { type Check, type Figure, type Ledger, readLedger } from '../../../replay/record.ts'
import { type Difference, inWords, type Report } from '../../../replay/report.ts'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { goodSite, type Project } from '../../site/project.ts'

type Writable<T> = T extends string | number | boolean | null | undefined ? T : { -readonly [K in keyof T]: Writable<T[K]> }

const replay = (...words: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${projectRoot}/replay/replay.ts`, ...words], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

let site: Project
let folder: string
beforeAll(async () => {
  site = await goodSite()
  folder = mkdtempSync(`${inject('siteFolder')}/replay-`)
}, 300_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the command', () => {
  test('agrees with every figure, every verdict and every page of the report', { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = replay(`${site.folder}/dist/ledger.json`, '--json')
    expect(stderr).toBe('')
    const { counts, differences, notes } = JSON.parse(stdout) as Report
    expect(differences).toEqual([])
    expect(notes).toEqual([])
    expect(status).toBe(0)
    // None of this is empty praise.
    const ledger = readLedger(site.read('dist/ledger.json'))
    const count = (examined: string) => counts.find((one) => one.examined === examined)?.count ?? 0
    const simulated = ledger.figures.filter((figure) => figure.simulated).length
    const derived = ledger.figures.filter(({ kind }) => kind === 'derived').length - simulated
    expect(derived).toBeGreaterThan(200)
    expect(count('derived values')).toBe(derived)
    expect(count('simulated figures')).toBe(2 * simulated)
    expect(count('derived ranges')).toBe(derived)
    expect(count('samples of the box')).toBe(derived)
    expect(count('recomputed results')).toBe(2 * ledger.checks.length)
    expect(count('printed values')).toBeGreaterThan(ledger.figures.length - derived)
    expect(count('numbers on pages')).toBeGreaterThan(1000)
  })

  test('ends with 2 where it cannot begin, and says what it wants', () => {
    const missing = replay(`${folder}/none.json`)
    expect(missing.status).toBe(2)
    expect(missing.stderr).toContain('none.json: there is no such file; npm run build makes dist/ledger.json')
    writeFileSync(`${folder}/list.json`, '[]')
    expect(replay(`${folder}/list.json`)).toMatchObject({ status: 2, stderr: expect.stringContaining('a ledger has the lists') })
    expect(replay('--fast')).toMatchObject({ status: 2, stderr: expect.stringContaining('--fast: not understood') })
    for (const help of ['--help', '-h'])
      expect(replay(help)).toMatchObject({ status: 0, stdout: expect.stringContaining('npm run replay'), stderr: '' })
  })
})

describe('an error planted in a copy of the ledger', () => {
  let report: Report
  const planted = new Set<string>()
  const of = (...ids: readonly string[]): readonly Difference[] => report.differences.filter(({ id }) => ids.includes(id))

  beforeAll(() => {
    const ledger = structuredClone(readLedger(site.read('dist/ledger.json'))) as Writable<Ledger>
    const figure = (id: string): Writable<Figure> => {
      const found = ledger.figures.find((one) => one.id === id)
      if (!found) throw new Error(`the ledger has no figure ${id}`)
      planted.add(id)
      return found
    }
    const check = (claim: string): Writable<Check> => {
      const found = ledger.checks.find((one) => one.claim === claim)
      if (!found) throw new Error(`the ledger has no claim ${claim}`)
      planted.add(claim)
      return found
    }
    const raised = (interval: Figure['interval'], end: 0 | 1, by: number): [number | null, number | null] => {
      const [low, high] = interval
      return end === 0 ? [(low ?? 0) * (1 + by), high] : [low, (high ?? 0) * (1 + by)]
    }

    figure('total.jobs').value *= 1 + 1e-10
    figure('retail.jobs').interval = raised(figure('retail.jobs').interval, 1, 1e-9)
    figure('services.jobs').interval = raised(figure('services.jobs').interval, 0, 1e-6)
    figure('entertainment.peoplePerAccount').interval = [3, 4]
    figure('services.jobs').shown.en = '5.54 million'
    figure('infrastructure.jobs').shown.zh = '107万'
    figure('retail.food.scaleGain').shown = { zh: '1.12', en: '1.12' }
    figure('services.riders').printed = '231 万'
    figure('flows.domestic.mining.food').value += 1e7
    figure('entertainment.selfMedia').qualifier = 'nearly'
    figure('coding.lkkDesign.mechanism.D').value = 0
    figure('services.film.boxOffice').dataScript = 'data/alibaba-2020/inputs.yaml:1'
    figure('cases.wasteIncineration.plantShare').terms = {
      part: figure('cases.wasteIncineration.plantShare').terms?.whole as string,
      whole: figure('cases.wasteIncineration.plantShare').terms?.part as string,
    }
    figure('multiplier.effectOfProjection').formula = 'whole + part'
    figure('cases.learningPlatform.firstNotListed').formula = 'Math.max(whole, part)'
    figure('entertainment.selfMediaShare').source = 'nobody-2020'
    figure('services.ridersShare').terms = { part: 'services.riders', whole: 'services.noSuchFigure' }
    figure('types.goodsShare').terms = { part: 'types.goodsShare', whole: 'total.jobs' }
    figure('types.labourShare').script = 'scripts/estimates/alibaba-2020/total.ts:99999'
    figure('total.indirectJobsShare').usedIn = ['en/no-such-page/#anywhere']
    ledger.figures.push(structuredClone(figure('measures.postsShare')))

    check('retail.directJobs@text-1-1').verdict = 'exact'
    check('cases.learningPlatform.gdpShare@text').verdict = 'within-rounding'
    check('retail.indirectJobs@text-1-1').recomputed = 2965.55
    check('services.online.directJobs@text').interval = [123.5, 123.887]
    check('total.jobs@abstract').printed = '6902 万个'
    check('infrastructure.antOccupations@text-1-5').qualifier = null
    check('total.jobs@chapter-4').reason = { zh: '有', en: ' ' }
    check('services.online.indirectJobs@equation').cause = null
    check('retail.food.directJobs@table-2.4').recomputed = 1
    check('retail.jobs@equation')
    ledger.checks = ledger.checks.filter(({ claim }) => claim !== 'retail.jobs@equation')
    ledger.conflicts[0]?.checks.push('no.such@claim')
    planted.add(ledger.conflicts[0]?.id ?? '')
    ledger.files['data/sources.yaml'] = '0'.repeat(64)
    planted.add('data/sources.yaml')
    delete ledger.files['data/glossary.yaml']
    planted.add('data/glossary.yaml')

    const marked = (id: string, value: string, text: string) => `<data class="num" data-figure="${id}" value="${value}">${text}</data>`
    const page = (name: string, ...numbers: readonly string[]) => {
      const file = `${folder}/site/${name}/index.html`
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, numbers.join('\n'))
    }
    const markedValue = (id: string) => String(ledger.figures.find((one) => one.id === id)?.value)
    const value = markedValue('services.staff.jobs')
    page(
      'en/planted',
      marked('services.staff.jobs', value, '172,400'),
      marked('services.staff.jobs', value, '172,500'),
      marked('services.staff.jobs', `${value}1`, '172,400'),
      marked('services.nobody', '1', '1'),
    )
    planted.add('services.staff.jobs').add('services.nobody')
    // What a cell leaves to the head of its column may be in any scale; a scale that is named is the number's own.
    const telling = (id: string, ...texts: readonly string[]) => texts.map((text) => marked(id, markedValue(id), text))
    page(
      'en/scales',
      ...telling('total.directJobs', '37.53 million', '37.53 billion', '37.53', '37.53%', '3753 万人', '3753万人', '3753 亿人'),
    )
    page('zh/scales', ...telling('total.directJobs', '3753万', '3753亿', '3753'))
    planted.add('total.directJobs')
    for (const one of ledger.figures) if (one.id !== 'total.indirectJobsShare') one.usedIn = []
    report = examine(ledger as Ledger, { tree: site.folder, site: `${folder}/site` })
  }, 120_000)

  const says = (id: string, what: string, expected?: unknown, found?: unknown) => {
    expect(of(id)).toContainEqual(
      expect.objectContaining({ id, what, ...(expected === undefined ? {} : { expected }), ...(found === undefined ? {} : { found }) }),
    )
  }

  test('in the tenth digit of a value is seen', () => {
    says('total.jobs', 'value')
    expect(of('total.jobs')).toHaveLength(1)
  })
  test('in either end of an interval is seen', () => {
    says('retail.jobs', 'interval')
    says('services.jobs', 'interval')
    says('entertainment.peoplePerAccount', 'interval', '[3,null]', '[3,4]')
  })
  test('that narrows an interval is also seen by points outside it', () => {
    expect(of('entertainment.peoplePerAccount').map(({ examined }) => examined)).toContain('samples of the box')
  })
  test('in the text that is shown, in one language or in both, is seen', () => {
    says('services.jobs', 'digits of shown.en', undefined, '5.54 million')
    says('infrastructure.jobs', 'the number in both languages', '107万', '10.70 million')
    says('retail.food.scaleGain', 'digits of shown.zh', '1.11', '1.12')
  })
  test('in a printed digit is seen, in prose, in a table and in a coding', () => {
    says('services.riders', 'printed', '230 万', '231 万')
    says('flows.domestic.mining.food', 'value')
    says('coding.lkkDesign.mechanism.D', 'value', '1', '0')
  })
  test('in a qualifier is seen', () => {
    says('entertainment.selfMedia', 'qualifier', 'about', 'nearly')
    says('infrastructure.antOccupations@text-1-5', 'qualifier', 'over', 'null')
  })
  test('in the line of the data is seen, with the right line', () => {
    says('services.film.boxOffice', 'the line of data')
    expect(of('services.film.boxOffice')[0]?.found).toMatch(/holds it in line \d+, not in line 1$/)
  })
  test('that swaps two terms is seen', () => {
    says('cases.wasteIncineration.plantShare', 'value')
    says('cases.wasteIncineration.plantShare', 'inputs')
  })
  test('in a formula’s text is seen in the value, and against the script', () => {
    says('multiplier.effectOfProjection', 'value', undefined, '0')
    says('multiplier.effectOfProjection', 'formula', 'as its script writes it', 'whole + part')
  })
  test('that puts something unknown into a formula is refused by name', () => {
    says('cases.learningPlatform.firstNotListed', 'formula', undefined, 'column 6: “max” where exp or log should stand')
  })
  test('in what figures rest on is seen: a name that is none, a circle, a name given twice', () => {
    says('services.ridersShare', 'an input', 'a figure of the ledger', 'services.noSuchFigure')
    says('types.goodsShare', 'what it rests on', undefined, 'it rests on itself: types.goodsShare → types.goodsShare')
    says('measures.postsShare', 'id of a figure', 'one of this name', 'two')
    says('entertainment.selfMediaShare', 'source', undefined, 'nobody-2020')
  })
  test('in a place is seen: a script’s line, a page', () => {
    says('types.labourShare', 'script', undefined, 'scripts/estimates/alibaba-2020/total.ts:99999')
    says('total.indirectJobsShare', 'en/no-such-page/#anywhere', 'there', 'no such page')
  })
  test('in a verdict is seen, whichever way', () => {
    says('retail.directJobs@text-1-1', 'verdict', 'within-rounding', 'exact')
    says('cases.learningPlatform.gdpShare@text', 'verdict', 'discrepant', 'within-rounding')
  })
  test('in what a check recomputes or prints is seen', () => {
    says('retail.indirectJobs@text-1-1', 'recomputed', undefined, '2965.55')
    says('services.online.directJobs@text', 'interval')
    says('total.jobs@abstract', 'printed', '6901 万个', '6902 万个')
    says('retail.food.directJobs@table-2.4', 'recomputed', 'null', '1')
  })
  test('in a reason or a cause is seen', () => {
    says('total.jobs@chapter-4', 'reason', 'a reason in both languages')
    says('services.online.indirectJobs@equation', 'cause', 'premature-rounding', 'null')
  })
  test('that leaves a claim out, or names one that is none, is seen', () => {
    says('retail.jobs@equation', 'a claim of the data', 'a check of the ledger', 'nothing')
    expect(report.differences).toContainEqual(expect.objectContaining({ what: 'check', found: 'no.such@claim' }))
  })
  test('in a fingerprint is seen, and one that is missing', () => {
    says('data/sources.yaml', 'SHA-256', undefined, '0'.repeat(64))
    says('data/glossary.yaml', 'a file of data')
  })
  test('on a page is seen: in the marked value, in the digits, in the name', () => {
    const pages = of('services.staff.jobs', 'services.nobody').map(({ what, found }) => `${what}: ${found}`)
    expect(pages).toHaveLength(3)
    expect(pages[0]).toBe('en/planted/index.html: the digits that are shown: 172,500')
    expect(pages[1]).toMatch(/^en\/planted\/index.html: the value that is marked: 1724001$/)
    expect(pages[2]).toMatch(/^en\/planted\/index.html: the value that is marked: 1$/)
  })
  test('in the scale that a page names is seen: billions for millions, 亿 for 万, a percentage of people', () => {
    expect(of('total.directJobs').map(({ what, found }) => `${what}: ${found}`)).toEqual([
      'en/scales/index.html: the digits that are shown: 37.53 billion',
      'en/scales/index.html: the digits that are shown: 37.53%',
      'en/scales/index.html: the digits that are shown: 3753 亿人',
      'zh/scales/index.html: the digits that are shown: 3753亿',
    ])
  })
  test('is all that is named: what is right is left alone', () => {
    expect(report.differences.filter(({ id }) => !planted.has(id))).toEqual([])
    expect([...planted].filter((id) => of(id).length === 0)).toEqual([])
  })
  test('makes the command end with 1', { timeout: 120_000 }, () => {
    const ledger = structuredClone(readLedger(readFileSync(`${site.folder}/dist/ledger.json`, 'utf8'))) as Writable<Ledger>
    const figures = new Map(ledger.figures.map((figure) => [figure.id, figure]))
    const below = new Set<string>()
    const take = (id: string): void => {
      if (below.has(id)) return
      below.add(id)
      for (const input of figures.get(id)?.inputs ?? []) take(input)
    }
    take('total.jobs')
    // A ledger of the total and what it stands on is soon read; that the rest is missing is told too.
    const total = figures.get('total.jobs')
    if (!total) throw new Error('no total')
    total.value += 1
    ledger.figures = ledger.figures.filter(({ id }) => below.has(id))
    ledger.checks = []
    ledger.conflicts = []
    for (const room of ['data', 'scripts']) symlinkSync(`${site.folder}/${room}`, `${folder}/${room}`)
    mkdirSync(`${folder}/dist`)
    writeFileSync(`${folder}/dist/ledger.json`, JSON.stringify(ledger))
    const { status, stdout } = replay(`${folder}/dist/ledger.json`, '--json')
    expect(status).toBe(1)
    const { differences, notes } = JSON.parse(stdout) as Report
    expect(notes).toEqual(['No pages stand beside this ledger; none were examined.'])
    const [difference] = differences.filter(({ id, what }) => id === 'total.jobs' && what === 'value')
    expect(difference).toMatchObject({
      expected: expect.stringMatching(/^69014844\.4098/),
      found: expect.stringMatching(/^69014845\.4098/),
    })
  })
  test('is told in three lines, the first twenty of many, and how many there are', () => {
    const difference = { examined: 'derived values', id: 'total.jobs', what: 'value', expected: '6', found: '7' }
    const report = (count: number): Report => ({
      counts: [{ examined: 'derived values', count: 40, differing: count }],
      differences: Array.from({ length: count }, () => difference),
      notes: [],
    })
    expect(inWords(report(1), 'ledger.json').split('\n').slice(1)).toEqual([
      '',
      'total.jobs: value (derived values)',
      '  expected  6',
      '  found     7',
      'ledger.json: 40 things examined; 1 differs.',
    ])
    expect(inWords(report(30), 'ledger.json').match(/expected/g)).toHaveLength(20)
    expect(inWords(report(30), 'ledger.json')).toContain('… and 10 more: --json tells all.')
    expect(inWords(report(0), 'ledger.json')).toBe('derived values      40  agree\n\nledger.json: 40 things examined; all agree.')
  })
})
