/** Copies of a report's data with a mistake planted in them, and what the ledger says of it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { report } from '#report'
import { rememberYaml } from '../../../scripts/ledger/data/read-yaml.ts'
import { computeLedger } from '../../../scripts/ledger/ledger.ts'
import { copyRooms, rooms } from '../../rooms.ts'
import { complaintsOf } from '../support.ts'

/** A mistake: in one file, one text put for another (which must stand there once), or the whole file replaced or removed. */
export interface Mistake {
  readonly file: string
  readonly find?: string
  readonly put: string | null
}

export interface Outcome {
  readonly complaints: readonly string[]
  /** "file:line:column" of the nth time that `text` stands in a file as it now is. */
  readonly at: (file: string, text: string, nth?: number) => string
}

let copy: string | undefined

/** One copy for all mistakes of a worker, mended after each: what no mistake is in is copied and taken apart once. */
const copyOfRooms = (): string => {
  if (copy) return copy
  const root = mkdtempSync(`${tmpdir()}/ledger-`)
  process.once('exit', () => rmSync(root, { recursive: true, force: true }))
  copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])
  rememberYaml()
  copy = root
  return root
}

/** Plants the mistakes in a copy and computes its ledger. */
export const withMistakes = (...mistakes: readonly Mistake[]): Outcome => {
  const root = copyOfRooms()
  const before = new Map(
    [...new Set(mistakes.map(({ file }) => `${root}/${file}`))].map((path) => [path, existsSync(path) ? readFileSync(path) : undefined]),
  )
  try {
    for (const { file, find, put } of mistakes) {
      const path = `${root}/${file}`
      if (put === null) {
        rmSync(path)
        continue
      }
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      const count = find === undefined ? 1 : text.split(find).length - 1
      if (count !== 1) throw new Error(`“${find}” stands ${count} times in ${file}`)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, find === undefined ? put : text.replace(find, () => put))
    }
    const texts = new Map(mistakes.filter(({ put }) => put !== null).map(({ file }) => [file, readFileSync(`${root}/${file}`, 'utf8')]))
    return {
      complaints: complaintsOf(() => computeLedger(root, report)),
      at: (file, text, nth = 1) => {
        const whole = texts.get(file) ?? readFileSync(`${rooms}${file}`, 'utf8')
        let index = -1
        for (let count = 0; count < nth; count += 1) index = whole.indexOf(text, index + 1)
        if (index < 0) throw new Error(`“${text}” does not stand in ${file}`)
        const before = whole.slice(0, index).split('\n')
        return `${file}:${before.length}:${(before.at(-1) ?? '').length + 1}`
      },
    }
  } finally {
    for (const [path, content] of before) content === undefined ? rmSync(path, { force: true }) : writeFileSync(path, content)
  }
}
