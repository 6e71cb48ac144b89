/** Building: the same twice, and not at all where something is wrong. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, describe, expect, test } from 'vitest'
import { allFindings } from '../../src/markdown/lint/index.ts'
import { copyRooms } from '../rooms.ts'
import { cacheOfExample, copyExample, exampleSite, type Outcome, type Project, positionOf, projectIn } from './project.ts'

const copies: Project[] = []
const copy = (): Project => {
  const project = copyExample()
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
    const first = await exampleSite()
    const elsewhere = copy()
    // What a build leaves behind must not change the next one: it is put before this one too.
    for (const trace of ['dist', '.astro']) cpSync(`${first.folder}/${trace}`, `${elsewhere.folder}/${trace}`, { recursive: true })
    // The good site compiled and drew everything; this one finds it all.
    expect(readdirSync(`${first.folder}/../${cacheOfExample}`)).toEqual(expect.arrayContaining(['chapters', 'charts', 'references']))
    const again = await elsewhere.build(cacheOfExample)
    expect(again.stderr).toBe('')
    expect(again.stdout).toBe('SITE_URL is not set: full addresses are those of npm run preview, http://localhost:4321\n')
    expect(again.code).toBe(0)
    const one = hashes(elsewhere)
    expect(one.size).toBeGreaterThan(200)
    expect(differences(hashes(first), one)).toEqual([])
  })

  test('leaves no trace of itself beside dist', { timeout: 300_000 }, async () => {
    const { folder } = await exampleSite()
    expect(readdirSync(folder)).not.toContain('.build')
  })
})

describe.concurrent('a build that fails while pages are made', () => {
  test.each([
    [
      'by Astro',
      'src/components/CheckTable.astro',
      'const { checks, name } = Astro.props',
      "const { checks, name } = Astro.props\nif (Astro.url.pathname.startsWith('/en/')) throw new Error('planted')",
    ],
    ['beside Astro', 'src/audit/pages/tree.ts', 'const { proof } = wordsOf(language)', "throw new Error('planted')"],
    ['beside Astro by a process that ends', 'src/build/helper-process.ts', 'await paintTitles(painted)', "process.exit(Number('7'))"],
  ])('%s leaves dist as it was', { timeout: 300_000 }, async (_, file, line, planted) => {
    const project = copy()
    putEarlierSite(project)
    project.edit(file, line, planted)
    const outcome = await project.build()
    expect(outcome.code).toBe(1)
    expect(outcome.stderr).toMatch(/planted|second process ended by itself \(7\)/)
    expectEarlierSite(project)
  })
})

test('what check tells a build refuses, in the same words and order', { timeout: 120_000 }, async () => {
  const project = copy()
  const file = 'content/zh/the-lamp.mdx'
  project.write(file, `${project.read(file)}\nTODO：说"好"。**他说。**然后见[甲](javascript:x)、[乙](#nowhere)，两千小时。\n`)
  putEarlierSite(project)
  const { stdout } = spawnSync(process.execPath, ['src/commands/check.ts'], {
    cwd: project.folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  const refused = problemsIn(await project.build())
  expect(refused.length).toBeGreaterThan(6)
  for (const problem of refused) expect(stdout).toContain(problem.trim().replace(/\n\n.*$/s, ''))
  expect(stdout).toContain(`${refused.length} findings.`)
  expectEarlierSite(project)
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

const inputs = 'data/gull-point-1901/inputs.yaml'
const claims = 'data/gull-point-1901/claims.yaml'
const hamlets = 'data/gull-point-1901/hamlets'
const lamp = 'scripts/estimates/gull-point-1901/lamp.ts'

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
  'a label without en': change(
    inputs,
    'label: { zh: 短夜每夜的灯油, en: Oil in a short night }',
    'label: { zh: 短夜每夜的灯油 }',
    /lamp\.shortNights\.litresANight\.label has no English words\n +expected: \{ zh: …, en: … \}/,
  ),
  'a misspelt key': change(
    inputs,
    'qualifier: about',
    'qualifer: about',
    /the key “qualifer” means nothing here\n +expected: .*qualifier/,
    {
      at: 'qualifer:',
    },
  ),
}

/** Mistakes that each stop a build by themselves. */
const faults: Readonly<Record<string, Fault>> = {
  'a unit that is not known': change(inputs, 'unit: nights', 'unit: nigths', /“nigths” is not known\n +expected: .*nights/),
  'a unit of another kind': {
    ...change(
      inputs,
      'printed: "12.5"\n      unit: litres',
      'printed: "12.5"\n      unit: persons',
      /units of lamp\.longNights\.litres do not work out.*\n +expected: a result in litres/,
    ),
    file: lamp,
    at: "derived({\n    id: 'lamp.longNights.litres'",
  },
  'a figure in one language only': change(
    'content/en/the-lamp.mdx',
    'for it divides by an older count.',
    'for it divides by an older count, <Num id="inhabitants.parish.y1891" />.',
    /lacks <Num id="inhabitants\.parish\.y1891">/,
    { file: 'content/zh/the-lamp.mdx', at: '## 由它而来的数' },
  ),
  'YAML that is broken': change(
    inputs,
    'scope: { period: "1901", entity: lighthouse }\n    at: { chapter: 2, paragraph: 4 }',
    'scope: { period: "1901", entity: lighthouse\n    at: { chapter: 2, paragraph: 4 }',
    /this is not YAML/,
    { at: 'at: { chapter: 2, paragraph: 4 }' },
  ),
  'a quote that never closes in YAML': change(
    inputs,
    'printed: "12.5"',
    'printed: "12.5',
    /a quote is opened here and never closed\n +expected: a closing quote/,
    { at: '"12.5' },
  ),
  'a quote that never closes in CSV': change(
    `${hamlets}.csv`,
    'Hill,250',
    '"Hill,250',
    /a quote is opened here and never closed\n +expected: a closing quote/,
  ),
  'a CSV that is empty': {
    plant: (project) => {
      project.write(`${hamlets}.csv`, '')
    },
    file: `${hamlets}.csv`,
    says: /the table is empty\n +expected: a heading row/,
  },
  'an id that is taken': {
    ...change(
      `${hamlets}.yaml`,
      'id: hill',
      'id: harbour',
      /the figure id inhabitants\.harbour\.y1891 is already taken at data\/gull-point-1901\/hamlets\.csv:2\n +expected: an id of its own/,
      { problems: 8 },
    ),
    file: `${hamlets}.csv`,
    at: '250,240',
  },
  'a claim about an unknown figure': change(
    claims,
    'figure: lamp.litresAnInhabitant\n',
    'figure: lamp.litresAnInhabitan\n',
    /“?lamp\.litresAnInhabitan”?.*\n +expected: .*lamp\.litresAnInhabitant/,
    { at: 'figure: lamp.litresAnInhabitan' },
  ),
  'a claim whose reason was removed': {
    plant: (project) => {
      const reason = /\n {6}cause: rounded-inputs\n {6}reason:\n {8}zh: .*\n {8}en: .*/.exec(project.read(claims))?.[0]
      project.edit(claims, reason ?? 'the reason is gone', '')
    },
    file: claims,
    at: 'id: oil-in-the-foreword',
    says: /lamp\.litres@oil-in-the-foreword.*\n +expected: .*reason/,
  },
  'a circle of figures': change(
    lamp,
    "of: { nights: 'lamp.longNights.nights', litresANight: 'lamp.longNights.litresANight' }",
    "of: { nights: 'lamp.longNights.nights', litresANight: 'lamp.litres' }",
    /figures go round in a circle: .*lamp\.longNights\.litres/,
    { at: "derived({\n    id: 'lamp.longNights.litres'" },
  ),
  'a misspelt input of a figure': change(
    lamp,
    "litresANight: 'lamp.longNights.litresANight'",
    "litresANight: 'lamp.longNights.litreANight'",
    /“lamp\.longNights\.litreANight”.*\n +expected: lamp\.longNights\.litresANight/,
    { at: "derived({\n    id: 'lamp.longNights.litres'" },
  ),
}

/** Mistakes in chapters, which are all told together. */
const faultsOfProse: Readonly<Record<string, Fault>> = {
  'a misspelt figure in prose': change(
    'content/en/the-lamp.mdx',
    '<Num id="lamp.ships" />',
    '<Num id="lamp.shps" />',
    /there is no figure “lamp\.shps”\n +expected: lamp\.ships/,
    { at: 'lamp.shps', problems: 3 },
  ),
  'a typed number': change(
    'content/en/the-lamp.mdx',
    'Together that makes <Num id="lamp.litres" />',
    'Together that makes 3,593 litres',
    /“3,593( litres)?” is typed into the prose\n +expected: <Num id="lamp\.litres" \/>/,
    { at: '3,593', problems: 2 },
  ),
  'words that do not hold': change(
    'content/en/index.mdx',
    'that="inhabitants.harbour.share > 0.6"',
    'that="inhabitants.harbour.share > 0.7"',
    /this does not hold: .*inhabitants\.harbour\.share/,
    { at: 'inhabitants.harbour.share > 0.7', problems: 3 },
  ),
  'a page of one language': {
    plant: (project) => {
      project.write('content/en/alone.mdx', '---\ntitle: Alone\ndescription: D.\npart: report\norder: 9\n---\n\nWords.\n')
    },
    file: 'content/en/alone.mdx',
    says: /has no partner content\/zh\/alone\.mdx/,
  },
  'front matter without a title': {
    plant: (project) => {
      project.write('content/zh/index.mdx', project.read('content/zh/index.mdx').replace(/^title: .*\n/m, ''))
    },
    file: 'content/zh/index.mdx',
    says: /the front matter has no title/,
  },
  'a tag that never closes': {
    plant: (project) => {
      project.write(
        'content/en/open.mdx',
        '---\ntitle: Open\ndescription: D.\npart: report\norder: 8\n---\n\nA <Holds that="lamp.litres > 0">claim.\n',
      )
    },
    file: 'content/en/open.mdx',
    at: '<Holds that=',
    says: /<Holds> is opened here and not closed in the same paragraph\n +expected: <\/Holds>/,
    problems: 2,
  },
  'a component that is not known': change(
    'content/zh/the-lamp.mdx',
    '<Num id="lamp.ships" />',
    '<Nm id="lamp.ships" />',
    /there is no component <Nm>\n +expected: Num/,
    { at: '<Nm ', problems: 2 },
  ),
}

const groups: readonly (readonly [string, readonly Fault[]])[] = [
  ...Object.entries(faults).map(([name, fault]) => [name, [fault]] as const),
  [Object.keys(faultsOfKeys).join(', '), Object.values(faultsOfKeys)],
  [Object.keys(faultsOfProse).join(', '), Object.values(faultsOfProse)],
]

/** What is told of mistakes: each at its place, with the remedy, and no other follows from it. */
const expectTold = (project: Project, planted: readonly Fault[], problems: readonly string[]): void => {
  for (const { file, at, says } of planted) {
    const { line, column } = at === undefined ? { line: 1, column: 1 } : positionOf(project.read(file), at)
    const blamed = problems.filter((problem) => says.test(problem)).map((problem) => problem.split('  ')[0])
    expect(blamed, problems.join('\n')).toContain(`${file}:${line}:${column}`)
  }
  expect(problems.length, problems.join('\n')).toBeLessThanOrEqual(planted.reduce((most, { problems: few = 1 }) => most + few, 0))
}

/** A build is a process of its own; what it refuses is what check tells, so that most mistakes need none. */
const isBuilt = (planted: readonly Fault[]): boolean =>
  planted.length > 1 || planted.some(({ file, says }) => !file.startsWith('data/') || says.source.includes('this is not YAML'))

describe.concurrent('a build stops, at the place and with the remedy, at', () => {
  test.each(groups.filter(([, planted]) => isBuilt(planted)))('%s', { timeout: 120_000 }, async (_, planted) => {
    const project = copy()
    for (const { plant } of planted) plant(project)
    putEarlierSite(project)
    const outcome = await project.build()
    expectTold(project, planted, problemsIn(outcome))
    expect(outcome.code).toBe(1)
    expect(outcome.stdout + outcome.stderr).not.toMatch(/^\s+at |node:internal|node_modules/m)
    expectEarlierSite(project)
    project.discard()
  })
})

describe('what a build refuses is told at its place, with the remedy:', () => {
  test.each(groups.filter(([, planted]) => !isBuilt(planted)))('%s', { timeout: 60_000 }, (_, planted) => {
    const project = projectIn(mkdtempSync(`${tmpdir()}/faults-`))
    copyRooms(project.folder, ['data', 'scripts', 'content', 'src/charts'])
    for (const { plant } of planted) plant(project)
    expectTold(
      project,
      planted,
      allFindings(project.folder).map(({ problem: { message } }) => message),
    )
    project.discard()
  })
})
