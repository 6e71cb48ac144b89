/** Readers find the files that the READMEs name. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../scripts/ledger/index.ts'

const notes = globSync(['*.md', '{scripts,src,data,content,replay,test}/**/*.md'], { cwd: projectRoot }).filter(
  (file) => !file.includes('node_modules'),
)
const files = globSync('{scripts,src,data,content,replay,test,.ci,.github,.vscode,public}/**/*', { cwd: projectRoot }).filter(
  (file) => !file.includes('node_modules'),
)
const names = new Set(files.map((file) => basename(file)))

/** Files that a note names: `check.ts`, `figures/compute.ts`. Patterns, ids and commands are none, nor are files that an author has yet to write or a build makes. */
const namedIn = (note: string): readonly string[] =>
  [
    ...readFileSync(`${projectRoot}/${note}`, 'utf8')
      .replace(/^```[\s\S]*?^```/gm, '')
      .matchAll(/`([\w./-]+\.(?:ts|astro|css|mjs))`/g),
  ].map(([, name = '']) => name)

const isThere = (name: string, note: string): boolean =>
  name.includes('/')
    ? existsSync(`${projectRoot}/${name}`) ||
      existsSync(`${projectRoot}/${dirname(note)}/${name}`) ||
      files.some((file) => file.startsWith(dirname(note) === '.' ? '' : `${dirname(note)}/`) && file.endsWith(`/${name}`))
    : names.has(name) || existsSync(`${projectRoot}/${name}`)

test.each(notes)('%s names no file that is not there', (note) => {
  expect(namedIn(note).filter((name) => !isThere(name, note))).toEqual([])
})
