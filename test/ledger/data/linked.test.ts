import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refuseLinks } from '../../../scripts/ledger/data/linked.ts'

describe('a report that is written in links', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(`${tmpdir()}/linked-`)
    for (const folder of ['data/lamp', 'content/en', 'elsewhere/zh']) mkdirSync(`${root}/${folder}`, { recursive: true })
    writeFileSync(`${root}/elsewhere/a.csv`, '')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  test('is refused by the name of each, a folder or a file', () => {
    symlinkSync(`${root}/elsewhere/zh`, `${root}/content/zh`)
    symlinkSync(`${root}/elsewhere/a.csv`, `${root}/data/lamp/a.csv`)
    expect(() => refuseLinks(root)).toThrow(
      [
        'content/zh:1:1  content/zh is a link\n    expected: the file or the folder itself, in its place',
        'data/lamp/a.csv:1:1  data/lamp/a.csv is a link\n    expected: the file or the folder itself, in its place',
      ].join('\n'),
    )
  })

  test('is refused also where a whole room is one', () => {
    symlinkSync(`${root}/elsewhere`, `${root}/scripts`)
    expect(() => refuseLinks(root)).toThrow('scripts:1:1  scripts is a link')
  })

  test('is none where files are files', () => expect(() => refuseLinks(root)).not.toThrow())
})
