/** A new house: the engine as it is here, and in it the example as the beginning of another report. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { readSources } from '../../../scripts/ledger/data/read-sources.ts'
import { UsageProblem } from '../../../scripts/ledger/problem.ts'
import type { SourceRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import { citationFile } from '../../citation/cff.ts'
import { refuseSigns } from '../cli/obstacle.ts'
import { engineFiles, filesIn } from './engine.ts'
import { readme } from './readme.ts'

/** What a new report is called. */
export interface HouseNames {
  /** In package.json, and as its own entry of data/sources.yaml. */
  readonly name: string
  readonly title: Bilingual
}

/** The report that a new one begins as. */
const example = 'test/example'
/** The example’s list of accepted figures stands beside its rooms; in a house it stands among the tests. */
const movedTo: Readonly<Record<string, string>> = { 'figures.json': 'test/figures.json' }

/** Writes a house into a folder that is empty or not there, and returns what was written. */
export const buildHouse = (engineRoot: string, folder: string, names: HouseNames): readonly string[] => {
  const written: string[] = []
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(`${folder}/${file}`), { recursive: true })
    writeFileSync(`${folder}/${file}`, text)
    written.push(file)
  }
  const read = (file: string): string => readFileSync(`${engineRoot}/${file}`, 'utf8')

  for (const file of engineFiles(engineRoot)) {
    const rewritten = rewriters[file]
    if (rewritten) {
      write(file, rewritten(read(file), names))
      continue
    }
    mkdirSync(dirname(`${folder}/${file}`), { recursive: true })
    copyFileSync(`${engineRoot}/${file}`, `${folder}/${file}`)
    written.push(file)
  }
  const { id: name, title } = ownEntry(`${engineRoot}/${example}`).own
  for (const file of filesIn(`${engineRoot}/${example}`)) {
    const target = movedTo[file] ?? file
    write(
      target,
      renamed(target, inOrder(target, rebased(read(`${example}/${file}`), `${example}/${file}`, target)), { name, title }, names),
    )
  }
  write('README.md', readme(names))
  const { own, studied } = ownEntry(folder)
  write('CITATION.cff', citationFile(own, studied, { version: firstVersion, description: descriptionOf(names), keywords: [] }))
  return written
}

/** What a report’s list of cited works calls itself, and the works that it studies. */
const ownEntry = (root: string): { readonly own: SourceRecord; readonly studied: readonly SourceRecord[] } => {
  const { sources } = readSources(root)
  const own = sources.find(({ group }) => group === 'own')
  if (!own) throw new Error(`${root}/data/sources.yaml has no entry of “group: own”`)
  return { own, studied: sources.filter(({ group }) => group === 'studied') }
}

const firstVersion = '0.1.0'

const descriptionOf = ({ title }: HouseNames): string =>
  `${title.en}: a bilingual report whose every number is computed when its site is built.`

/** Files of the engine in which a report’s name stands. */
const rewriters: Readonly<Record<string, (text: string, names: HouseNames) => string>> = {
  'package.json': (text, names) =>
    `${JSON.stringify({ ...JSON.parse(text), name: names.name, version: firstVersion, description: descriptionOf(names) }, null, 2)}\n`,
  'package-lock.json': (text, { name }) => {
    const lock = JSON.parse(text)
    const own = { ...lock.packages[''], name, version: firstVersion }
    return `${JSON.stringify({ ...lock, name, version: firstVersion, packages: { ...lock.packages, '': own } }, null, 2)}\n`
  },
  LICENSE: (text, { title }) =>
    text.replace(
      /^( *Copyright \(c\) \d+ ).*$/m,
      (_, year: string) => `${year}the authors of ${title.en}, and of the engine that it stands on`,
    ),
}

/** Files of the engine that a new house has under its own name. */
export const namedFiles: ReadonlySet<string> = new Set(Object.keys(rewriters))

/** Imports of the example reach the engine from where it stands; in a house they start from its own rooms. */
const rebased = (text: string, from: string, to: string): string =>
  from.endsWith('.ts')
    ? text.replace(/(\bfrom |\bimport\()'(\.{1,2}\/[^']*)'/g, (_, before: string, path: string) => {
        const target = posix.join(posix.dirname(from), path)
        const own = target.startsWith(`${example}/`) ? target.slice(example.length + 1) : target
        const relative = posix.relative(posix.dirname(to), own)
        return `${before}'${relative.startsWith('.') ? relative : `./${relative}`}'`
      })
    : text

/** The imports of a file in the order that the formatter asks for: packages as they stand, then what is far before what is near. */
const inOrder = (file: string, text: string): string => {
  if (!file.endsWith('.ts')) return text
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.startsWith('import '))
  const count = lines.slice(first).findIndex((line) => !line.startsWith('import '))
  if (first < 0 || count < 1) return text
  const pathOf = (line: string): string => /'([^']+)'/.exec(line)?.[1] ?? ''
  const farness = (path: string): number => (path.startsWith('.') ? path.split('../').length : Number.POSITIVE_INFINITY)
  const [packages, own] = [true, false].map((isPackage) =>
    lines.slice(first, first + count).filter((line) => isPackage === !pathOf(line).startsWith('.')),
  )
  const sorted = (own ?? []).toSorted((one, other) => {
    const [path, after] = [pathOf(one), pathOf(other)]
    return farness(after) - farness(path) || (path < after ? -1 : 1)
  })
  lines.splice(first, count, ...(packages ?? []), ...sorted)
  return lines.join('\n')
}

/** The names of the example become those of the report, as the file’s kind writes text between its quotes. */
const renamed = (file: string, text: string, example: HouseNames, { name, title }: HouseNames): string => {
  const quoted = file.endsWith('.ts')
    ? (words: string) => words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")
    : (words: string) => JSON.stringify(words).slice(1, -1)
  // A text with an apostrophe stands between the other quotes, as the formatter has it.
  const literal = (words: string) =>
    words.includes("'") && !words.includes('"') ? `"${words.replaceAll('\\', '\\\\')}"` : `'${quoted(words)}'`
  return text
    .replaceAll(`'${example.title.zh}'`, () => literal(title.zh))
    .replaceAll(`'${example.title.en}'`, () => literal(title.en))
    .replaceAll(example.name, () => name)
    .replaceAll(example.title.zh, () => quoted(title.zh))
    .replaceAll(example.title.en, () => quoted(title.en))
}

/** Refuses a folder in which something stands that a new house would mix with. */
export const refuseUnlessEmpty = (folder: string, said: string): void => {
  refuseSigns(folder)
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory()) throw new UsageProblem(`${said} is a file`, 'the name of a folder that is new or empty')
  const [first] = readdirSync(folder)
  if (first !== undefined)
    throw new UsageProblem(
      `the folder ${said} is not empty: ${first} is in it, and a new report would stand among other files`,
      `another folder, such as ${said.replace(/\/+$/, '')}-2`,
    )
}

/** The report’s name, if it will do as that of a package and of a source. */
export const packageName = (given: string): string => {
  if (nameForm.test(given)) return given
  const near = nearName(given)
  throw new UsageProblem(
    `“${given}” is no name for a report`,
    `small letters, digits and hyphens, a letter first${near ? `: ${near}` : ', such as my-report'}`,
  )
}

const nameForm = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

const nearName = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')

/** A report’s name for want of a given one: that of its folder, as far as it can be one. */
export const folderAsName = (folder: string): string => nearName(folder) || 'new-report'
