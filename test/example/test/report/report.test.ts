/** The report that an author wrote: its figures are accepted, and its own pages are whole. Tests of its numbers can stand beside. */
import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../../scripts/ledger/index.ts'
import { deadLinks, readPages } from '../../../site/pages.ts'
import { goodSite } from '../../../site/project.ts'

test.each([
  ['verify: every figure is as it was accepted, and every verdict has its reason', 'src/commands/verify.ts'],
  ['check: nothing is wrong in data, scripts and chapters', 'src/commands/check.ts'],
])('%s', (_, script) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: projectRoot, encoding: 'utf8' })
  expect(status, stdout + stderr).toBe(0)
})

describe('the built site', () => {
  let dist: string
  beforeAll(async () => {
    dist = `${(await goodSite()).folder}/dist`
  })

  test('has the same pages in both languages', () => {
    const [zh, en] = (['zh', 'en'] as const).map((own) =>
      readPages(dist)
        .filter(({ language }) => language === own)
        .map(({ slug }) => slug),
    )
    expect(zh).toEqual(en)
  })

  test('has no dead link', () => {
    expect(deadLinks(dist)).toEqual([])
  })
})
