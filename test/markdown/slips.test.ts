/** Every usual slip is answered at its line and column, once, in words; the authoring guide prints the answers. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rememberYaml } from '../../scripts/ledger/data/read-yaml.ts'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { allFindings } from '../../src/markdown/lint/index.ts'
import { copyRooms } from '../rooms.ts'
import { positionOf } from '../site/project.ts'
import { derived, type Slip, slips } from './slips.ts'

let root: string
/** What is said of the report as it is: no slip answers for it. */
let before: ReadonlySet<string>

const wordsOf = (message: string): string => message.slice(message.indexOf('  ') + 2)
const messages = (): string[] => allFindings(root).map(({ problem: { message } }) => message)

beforeAll(() => {
  root = mkdtempSync(`${tmpdir()}/slips-`)
  copyRooms(root, ['data', 'scripts', 'content', 'src/charts'])
  rememberYaml()
  before = new Set(messages().map(wordsOf))
})
afterAll(() => rmSync(root, { recursive: true }))

/** Makes a slip, listens to what is said of it alone, and takes it back. */
const answersTo = ({ file, find, put }: Slip): { readonly told: readonly string[]; readonly text: string } => {
  const path = `${root}/${file}`
  const good = existsSync(path) ? readFileSync(path, 'utf8') : undefined
  if (find !== undefined && good?.split(find).length !== 2) throw new Error(`“${find}” does not stand once in ${file}`)
  const text = good === undefined ? put : find === undefined ? good + put : good.replace(find, () => put)
  writeFileSync(path, text)
  try {
    return { told: messages().filter((message) => !before.has(wordsOf(message))), text }
  } finally {
    if (good === undefined) rmSync(path)
    else writeFileSync(path, good)
  }
}

const answers = new Map<string, string>()

describe('a slip is answered at its place', { timeout: 60_000 }, () => {
  test.each(slips)('$name.en', (slip) => {
    const { told, text } = answersTo(slip)
    const answer = told.find((message) => message.includes(slip.says))
    const { line, column } = positionOf(text, slip.at)
    // What one language has the other lacks: that is told where it is lacking, and names where it stands.
    const place = slip.says.startsWith('lacks')
      ? new RegExp(`^content/zh/the-lamp\\.mdx:\\d+:1 .*which ${slip.file}:${line} has`)
      : `${slip.file}:${line}:${column}  `
    if (typeof place === 'string') expect(answer ?? told.join('\n')).toContain(place)
    else expect(answer ?? told.join('\n')).toMatch(place)
    expect(answer).toContain(slip.says)
    answers.set(slip.name.en, answer ?? '')
  })

  test('and by one message where it is one mistake', () => {
    for (const name of ['A misspelt figure', 'A tab in a data file', 'A half-width comma', 'A typed number'])
      expect(answersTo(slips.find((slip) => slip.name.en === name) as Slip).told, name).toHaveLength(1)
  })

  test('and a figure that only a chart uses which nothing shows is not called unused by all', () => {
    const written = [`${root}/${derived}`, `${root}/content/charts/unshown.yaml`] as const
    const good = readFileSync(written[0], 'utf8')
    try {
      writeFileSync(
        written[0],
        good.replace(
          '\nlamp:\n',
          '\nlamp:\n  twice:\n    sum: [lamp.litres, lamp.longNights.litres]\n    label: { zh: 两份灯油, en: Oil of both }\n    scope: { period: "1901", entity: lighthouse }\n',
        ),
      )
      writeFileSync(written[1], 'kind: bars\nrows:\n  - figure: lamp.twice\n')
      const told = messages().filter((message) => !before.has(wordsOf(message)))
      expect(told.join('\n')).toContain('unused: only the chart unshown uses lamp.twice, and no chapter shows it')
      expect(told).toHaveLength(2)
    } finally {
      writeFileSync(written[0], good)
      rmSync(written[1])
    }
  })

  test('and the guide prints what is said now', async () => {
    // Lines move with every edit of the chapters that the slips are made in.
    const placeless = (answer = '') => answer.replace(/\d+:\d+/g, 'LINE:COLUMN').replace(/(mdx|yaml):\d+/g, '$1:LINE')
    const list = slips.map(({ name, put }) => ({ name, slip: put.trim(), answer: placeless(answers.get(name.en)) }))
    await expect(`${JSON.stringify(list, null, 1)}\n`).toMatchFileSnapshot(`${projectRoot}/src/guide/slips.json`)
  })
})
