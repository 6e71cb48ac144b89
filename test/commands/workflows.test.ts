/** What runs where nobody looks: it calls the plain scripts of .ci alone, and never accepts a figure. */
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { projectRoot } from '../../scripts/ledger/index.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly permissions?: Readonly<Record<string, string>> }>>
}

const folder = `${projectRoot}/.github/workflows`
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  return { name, text, workflow: parse(text) as Workflow }
})
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps)

describe.each(workflows)('$name', ({ text, workflow }) => {
  test('runs scripts of .ci that can be run, and nothing else', () => {
    const lines = stepsOf(workflow).flatMap(({ run }) => (run ? [run] : []))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line).toMatch(/^\.ci\/[a-z-]+( "\$[A-Z_]+[\w/.-]*")*$/)
      accessSync(`${projectRoot}/${line.split(' ')[0]}`, constants.X_OK)
    }
  })
  test('pins every action by its commit, and says which version that is', () => {
    for (const { uses } of stepsOf(workflow)) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
    for (const [line] of text.matchAll(/^.*uses:.*$/gm)) expect(line).toMatch(/ # v\d+\.\d+\.\d+$/)
  })
  test('reads the repository alone, but for the comment, and never with a fork’s code and a token at once', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' })
    for (const { permissions = {} } of Object.values(workflow.jobs)) {
      const { contents = 'read', 'pull-requests': comment = 'read', ...others } = permissions
      expect([contents, others]).toEqual(['read', {}])
      expect(['read', 'write']).toContain(comment)
    }
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
    for (const step of stepsOf(workflow))
      if (JSON.stringify(step.env ?? {}).includes('github.token')) {
        expect(step.run).toMatch(/^\.ci\/comment /)
        expect(step.if).toContain('head.repo.full_name == github.repository')
      }
  })
  test('accepts no figure', () => expect(text).not.toContain('snapshot'))
})

test('the scripts that they call accept no figure either', () => {
  for (const name of readdirSync(`${projectRoot}/.ci`))
    expect(readFileSync(`${projectRoot}/.ci/${name}`, 'utf8'), name).not.toMatch(/snapshot/)
  expect(readFileSync(`${projectRoot}/.ci/run`, 'utf8')).toMatch(/\nnpm ci && npm test\n$/)
})

test('databases that cannot be installed stop no run, and are told', () => {
  expect(readFileSync(`${projectRoot}/.ci/run`, 'utf8')).toMatch(/\n\.ci\/engines \|\| true\n/)
  const engines = readFileSync(`${projectRoot}/.ci/engines`, 'utf8')
  expect(engines).toMatch(/\nexit 0\n$/)
  for (const name of ['PostgreSQL', 'ClickHouse', 'chdb']) expect(engines).toContain(`lacks ${name}`)
})
