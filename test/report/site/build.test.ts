/** Building: the same twice, and not at all where something is wrong. */
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { copyProject, goodSite, type Outcome, ownCache, type Project, positionOf } from '../../site/project.ts'

const copies: Project[] = []
const copy = (): Project => {
  const project = copyProject()
  copies.push(project)
  return project
}
afterAll(() => {
  for (const project of copies) project.discard()
})

const hashes = ({ folder }: Project): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(`${folder}/dist`, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(`${folder}/dist/${name}`).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(`${folder}/dist/${name}`))
          .digest('hex'),
      ]),
  )

const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name))

/** A site that stands already, as an earlier build left it. */
const earlier = '<p>The last good build.</p>\n'
const built = new Date('2020-01-02T03:04:05Z')
const putEarlierSite = ({ folder }: Project): void => {
  mkdirSync(`${folder}/dist`)
  writeFileSync(`${folder}/dist/index.html`, earlier)
  utimesSync(`${folder}/dist/index.html`, built, built)
}
const expectEarlierSite = ({ folder }: Project): void => {
  expect(readdirSync(`${folder}/dist`)).toEqual(['index.html'])
  expect(readFileSync(`${folder}/dist/index.html`, 'utf8')).toBe(earlier)
  expect(statSync(`${folder}/dist/index.html`).mtime).toEqual(built)
}

/** The problems that a build tells, each with its place and what it says; lines that are not indented begin one. */
const problemsIn = ({ stderr }: Outcome): string[] => stderr.split(/\n(?! )/).filter((part) => /^[\w./-]+:\d+:\d+ {2}\S/.test(part))

describe.concurrent('a good build', () => {
  test('makes the same bytes again, in another folder, over its own traces and of what it kept', { timeout: 300_000 }, async () => {
    const first = await goodSite()
    const elsewhere = copy()
    // What a build leaves behind must not change the next one: it is put before this one too.
    for (const trace of ['dist', '.astro']) cpSync(`${first.folder}/${trace}`, `${elsewhere.folder}/${trace}`, { recursive: true })
    // The good site compiled and drew everything; this one finds it all.
    expect(readdirSync(`${first.folder}/../${ownCache}`)).toEqual(expect.arrayContaining(['chapters', 'charts', 'references']))
    const again = await elsewhere.build(ownCache)
    expect(again.stderr).toBe('')
    expect(again.stdout).toBe('SITE_URL is not set: full addresses are those of npm run preview, http://localhost:4321\n')
    expect(again.code).toBe(0)
    const one = hashes(elsewhere)
    expect(one.size).toBeGreaterThan(400)
    expect(differences(hashes(first), one)).toEqual([])
  })

  test('leaves no trace of itself beside dist', { timeout: 300_000 }, async () => {
    const { folder } = await goodSite()
    expect(readdirSync(folder)).not.toContain('.build')
  })
})

describe.concurrent('a build that fails while pages are made', () => {
  test('leaves dist as it was', { timeout: 300_000 }, async () => {
    const project = copy()
    putEarlierSite(project)
    project.edit(
      'src/components/CheckTable.astro',
      'const { checks, name } = Astro.props',
      "const { checks, name } = Astro.props\nif (Astro.url.pathname.startsWith('/en/')) throw new Error('planted')",
    )
    const outcome = await project.build()
    expect(outcome.code).toBe(1)
    expect(outcome.stderr).toContain('planted')
    expectEarlierSite(project)
  })
})

interface Fault {
  readonly plant: (project: Project) => void
  /** The file that is blamed, and the words in it, as it now is, that are pointed at. */
  readonly file: string
  readonly at?: string
  /** What the message says, and what it offers. */
  readonly says: RegExp
  /** How many problems one fault may make; one, if a second does not follow from it. */
  readonly problems?: number
}

const inputs = 'data/alibaba-2020/inputs.yaml'
const claims = 'data/alibaba-2020/claims.yaml'
const categories = 'data/alibaba-2020/retail-categories'
const retail = 'scripts/estimates/alibaba-2020/retail.ts'

/** One text put for another in the blamed file; the new text is pointed at, or a part of it. */
const change = (file: string, from: string, to: string, says: RegExp, more: Partial<Fault> = {}): Fault => ({
  plant: (project) => {
    project.edit(file, from, to)
  },
  file,
  at: to,
  says,
  ...more,
})

/** Mistakes of one data file that are told together. */
const faultsOfKeys: Readonly<Record<string, Fault>> = {
  'a unit that is not known': change(inputs, 'unit: 万人次', 'unit: 万人才', /“万人才” is not known\n +expected: .*万人次/),
  'a label without en': change(
    inputs,
    'label: { zh: 服务新消费企业雇员, en: Employees of the service companies }',
    'label: { zh: 服务新消费企业雇员 }',
    /services\.staff\.employees\.label\.en is missing\n +expected: a value/,
  ),
  'a misspelt key': change(
    inputs,
    '      note: { zh: 原文只说“最新数据”，年份未注明。',
    '      nte: { zh: 原文只说“最新数据”，年份未注明。',
    /the key “nte” means nothing here\n +expected: .*note/,
    { at: 'nte:' },
  ),
}

/** Mistakes that each stop a build by themselves. */
const faults: Readonly<Record<string, Fault>> = {
  'a unit of another kind': {
    ...change(
      inputs,
      'printed: "2.19"\n      unit: 万人',
      'printed: "2.19"\n      unit: 亿元',
      /units of services\.staff\.jobs do not work out.*\n +expected: a result in persons.*services\.staff\.employees \(yuan\)/,
    ),
    file: 'scripts/estimates/alibaba-2020/head-counts.ts',
    at: "derived({\n    id: 'services.staff.jobs'",
  },
  'a figure in one language only': change(
    'content/en/total.mdx',
    'not in the middle of these results',
    'not in the middle of these results, <Num id="total.jobs" />,',
    /lacks <Num id="total\.jobs">/,
    { file: 'content/zh/total.mdx', at: '## 换一种算法' },
  ),
  'YAML that is broken': change(
    inputs,
    'scope: { period: "2018", entity: alibaba }',
    'scope: { period: "2018", entity: alibaba',
    /this is not YAML/,
    { at: 'at: { chapter: 2, section: 二（三）2, paragraph: 4 }' },
  ),
  'a quote that never closes in YAML': change(
    inputs,
    'printed: "2298.87"',
    'printed: "2298.87',
    /a quote is opened here and never closed\n +expected: a closing quote/,
    { at: '"2298.87' },
  ),
  'a quote that never closes in CSV': change(
    `${categories}.csv`,
    '化妆品类,0.89',
    '"化妆品类,0.89',
    /a quote is opened here and never closed\n +expected: a closing quote/,
  ),
  'a CSV that is empty': {
    plant: (project) => {
      project.write(`${categories}.csv`, '')
    },
    file: `${categories}.csv`,
    says: /the table is empty\n +expected: a heading row/,
  },
  'an id that is taken': {
    ...change(
      `${categories}.yaml`,
      'id: apparel',
      'id: food',
      /the figure id retail\.food\.slope is already taken at data\/alibaba-2020\/retail-categories\.csv:2\n +expected: an id of its own/,
      { problems: 4 },
    ),
    file: `${categories}.csv`,
    at: '0.85,0.07',
  },
  'a claim about an unknown figure': change(
    claims,
    'figure: inputOutput.finalUseFromIncome\n',
    'figure: inputOutput.finalUseFromIncom\n',
    /“?inputOutput\.finalUseFromIncom”?.*\n +expected: .*inputOutput\.finalUseFromIncome/,
    { at: 'figure: inputOutput.finalUseFromIncom' },
  ),
  'a claim whose reason was removed': {
    plant: (project) => {
      const reason = /, cause: rounded-in-words, reason: \{ zh: "结论一章用“大概”[^}]*\}/.exec(project.read(claims))?.[0]
      project.edit(claims, reason ?? 'the reason is gone', '')
    },
    file: claims,
    at: '{ id: chapter-4, printed: "6900"',
    says: /total\.jobs@chapter-4.*\n +expected: .*reason/,
  },
  'a circle of figures': change(
    retail,
    "of: { terms: ['retail.directJobs', 'retail.indirectJobs'] }",
    "of: { terms: ['retail.directJobs', 'total.jobs'] }",
    /figures go round in a circle: .*retail\.jobs → total\.jobs|figures go round in a circle: .*total\.jobs → retail\.jobs/,
    { at: "derived({\n    id: 'retail.jobs'" },
  ),
  'a misspelt input of a figure': change(
    retail,
    "of: { terms: ['retail.directJobs', 'retail.indirectJobs'] }",
    "of: { terms: ['retail.directJobs', 'retail.indirctJobs'] }",
    /“retail\.indirctJobs”.*\n +expected: retail\.indirectJobs/,
    { at: "derived({\n    id: 'retail.jobs'" },
  ),
  'persons added to yuan': change(
    'scripts/estimates/alibaba-2020/catering-and-film.ts',
    "['services.catering.directJobs', 'services.film.directJobs']",
    "['services.catering.directJobs', 'services.film.boxOffice']",
    /the units of services\.online\.directJobs do not work out.*\n +expected: a result in persons.*services\.film\.boxOffice \(yuan\)/,
    { at: "derived({\n    id: 'services.online.directJobs'" },
  ),
}

/** Mistakes in chapters, which are all told together. */
const faultsOfProse: Readonly<Record<string, Fault>> = {
  'a misspelt figure in prose': change(
    'content/en/total.mdx',
    '<Num id="measures.headCountShare" />',
    '<Num id="measures.headCuontShare" />',
    /there is no figure “measures\.headCuontShare”\n +expected: measures\.headCountShare/,
    { at: 'measures.headCuontShare', problems: 3 },
  ),
  'a typed number': change(
    'content/en/index.mdx',
    'It begins with <Num id="retail.directJobs" />',
    'It begins with 20.104 million',
    /“20\.104 million” is typed into the prose\n +expected: <Num id="retail\.directJobs" \/>/,
    { at: '20.104 million', problems: 2 },
  ),
  'words that do not hold': change(
    'content/en/index.mdx',
    'that="retail.jobsShare > 0.7"',
    'that="retail.jobsShare > 0.8"',
    /this does not hold: .*retail\.jobsShare/,
    { at: 'retail.jobsShare > 0.8', problems: 3 },
  ),
  'a page of one language deleted': {
    plant: (project) => {
      project.remove('content/zh/accessibility.mdx')
    },
    file: 'content/en/accessibility.mdx',
    says: /has no partner content\/zh\/accessibility\.mdx/,
  },
  'front matter without a title': {
    plant: (project) => {
      project.write('content/zh/limits.mdx', project.read('content/zh/limits.mdx').replace(/^title: .*\n/m, ''))
    },
    file: 'content/zh/limits.mdx',
    says: /the front matter has no title/,
  },
  'a tag that never closes': change(
    'content/en/retail.mdx',
    'more than seven tenths of the total</Holds>',
    'more than seven tenths of the total',
    /<Holds> is opened here and not closed in the same paragraph\n +expected: <\/Holds>/,
    { at: '<Holds that="retail.jobsShare > 0.7"' },
  ),
  'a component that is not known': change(
    'content/zh/total.mdx',
    '<Num id="measures.headCountShare" />',
    '<Nm id="measures.headCountShare" />',
    /there is no component <Nm>\n +expected: Num/,
    { at: '<Nm ', problems: 2 },
  ),
}

const groups: readonly (readonly [string, readonly Fault[]])[] = [
  ...Object.entries(faults).map(([name, fault]) => [name, [fault]] as const),
  [Object.keys(faultsOfKeys).join(', '), Object.values(faultsOfKeys)],
  [Object.keys(faultsOfProse).join(', '), Object.values(faultsOfProse)],
]

describe.concurrent('a build stops, at the place and with the remedy, at', () => {
  test.each(groups)('%s', { timeout: 60_000 }, async (_, planted) => {
    const project = copy()
    for (const { plant } of planted) plant(project)
    putEarlierSite(project)
    const outcome = await project.build()

    const problems = problemsIn(outcome)
    for (const { file, at, says } of planted) {
      const { line, column } = at === undefined ? { line: 1, column: 1 } : positionOf(project.read(file), at)
      const blamed = problems.filter((problem) => says.test(problem)).map((problem) => problem.split('  ')[0])
      expect(blamed, outcome.stderr).toContain(`${file}:${line}:${column}`)
    }
    expect(problems.length, outcome.stderr).toBeLessThanOrEqual(planted.reduce((most, { problems = 1 }) => most + problems, 0))
    expect(outcome.code).toBe(1)
    expect(outcome.stdout + outcome.stderr).not.toMatch(/^\s+at |node:internal|node_modules/m)
    expectEarlierSite(project)
    project.discard()
  })
})
