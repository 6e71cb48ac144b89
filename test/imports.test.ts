import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../scripts/ledger/index.ts'

const filesUnder = (folder: string): readonly string[] =>
  existsSync(`${projectRoot}/${folder}`)
    ? readdirSync(`${projectRoot}/${folder}`, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes('/node_modules'))
        .map((entry) => `${entry.parentPath.slice(projectRoot.length + 1)}/${entry.name}`)
        .sort()
    : []
const textOf = (file: string): string => readFileSync(`${projectRoot}/${file}`, 'utf8')

/** Patterns of a text by which Vite imports whatever files they find. */
const globsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bimport\.meta\.glob(?:<[^(]*>)?\(\s*(\[[^\]]*\]|'[^']*'|"[^"]*")/g)]
    .flatMap(([, given = '']) => [...given.matchAll(/['"]([^'"]+)['"]/g)].map(([, pattern = '']) => pattern))
    .filter((pattern) => !pattern.startsWith('!'))

/** The files of a pattern; where it finds none yet, the pattern, so that it cannot hide. */
const foundBy = (pattern: string, file: string): readonly string[] => {
  const fromProject = pattern.startsWith('/') ? pattern.slice(1) : normalize(join(dirname(file), pattern))
  const found = globSync(fromProject, { cwd: projectRoot, exclude: (name) => name === 'node_modules' }).sort()
  return found.length > 0 ? found : [fromProject]
}

/** What a file imports: a path from the project's folder for its own files, else the package's name. Of a glob, every file that it finds. */
const importsOf = (file: string): readonly string[] => {
  const text = textOf(file)
  const named = [
    ...text.matchAll(/(?:^|\s)(?:import|export)\s[^'"`;]*?\sfrom\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/(?:^|\s)import\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
  ]
  return [
    ...named.map(([, name = '']) => (name.startsWith('.') ? normalize(join(dirname(file), name)) : name)),
    ...globsIn(text).flatMap((pattern) => foundBy(pattern, file)),
  ]
}
const code = /\.(ts|mjs|js|astro|svelte|tsx)$/
const own = (name: string) => /^(scripts|src|content|data|test|replay)\//.test(name)

/** Every import of the files in a folder that the rule does not allow. */
const strayImports = (folder: string, allowed: (name: string, file: string) => boolean): readonly string[] =>
  filesUnder(folder)
    .filter((file) => code.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((name) => !allowed(name, file))
        .map((name) => `${file} imports ${name}`),
    )

describe('arrows never run back', () => {
  test('there is something to hold them against', () => {
    for (const folder of ['scripts/formulas', 'scripts/methods', 'scripts/estimates', 'scripts/ledger', 'src', 'src/report'])
      expect(filesUnder(folder).filter((file) => code.test(file)).length, folder).toBeGreaterThan(0)
    expect(importsOf('scripts/ledger/index.ts')).toContain('#report')
    expect(importsOf('scripts/methods/leontief.ts')).toContain('ml-matrix')
    expect(importsOf('src/client/explorer/methods.ts')).toContain('scripts/methods/leontief.ts')
  })

  test('a formula imports nothing', () => {
    for (const folder of ['scripts/formulas', 'scripts/ledger/formulas']) expect(strayImports(folder, () => false)).toEqual([])
  })

  test('a method imports packages, and nothing of the project', () => {
    expect(strayImports('scripts/methods', (name) => !own(name) && !name.startsWith('node:'))).toEqual([])
  })

  test('what methods share for want of imports is the same in each of them, word for word', () => {
    const written = (name: string) =>
      filesUnder('scripts/methods').flatMap(
        (file) => textOf(file).match(new RegExp(`(?:^/\\*\\*(?:(?!\\*/)[^])*\\*/\\n)?^const ${name} = [^]*?(?=\\n\\n)`, 'm')) ?? [],
      )
    for (const name of ['unless', 'between']) {
      expect(written(name).length, name).toBeGreaterThan(1)
      expect(new Set(written(name)).size, name).toBe(1)
    }
  })

  test('an estimate imports formulas, methods, the ledger’s words, and what stands beside it', () => {
    expect(
      strayImports(
        'scripts/estimates',
        (name, file) => !own(name) || /^scripts\/(formulas|methods|ledger)\//.test(name) || dirname(name) === dirname(file),
      ),
    ).toEqual([])
  })

  test('the ledger imports itself, what simulates, and packages, and is handed the report by its name: no estimate, no formula of a report, no page', () => {
    expect(strayImports('scripts/ledger', (name) => !own(name) || /^scripts\/(ledger|toolbox\/uncertainty)\//.test(name))).toEqual([])
    expect(strayImports('scripts/toolbox/uncertainty', (name) => name.startsWith('scripts/toolbox/uncertainty/'))).toEqual([])
    const handed = filesUnder('scripts/ledger').filter((file) => importsOf(file).some((name) => name.startsWith('#')))
    expect(handed).toEqual(['scripts/ledger/index.ts'])
  })

  test('no script imports a page, a component or a chapter', () => {
    expect(strayImports('scripts', (name) => !/^(src|content)\//.test(name))).toEqual([])
  })

  test('what is shown imports the ledger and not what a report computes; the report’s own room alone knows its estimates and formulas', () => {
    const ofReport = (file: string) => file.startsWith('src/report/')
    expect(
      strayImports(
        'src',
        (name, file) =>
          ofReport(file) ||
          !name.startsWith('scripts/') ||
          /^scripts\/(ledger|methods|toolbox)\//.test(name) ||
          name === 'scripts/browser.ts',
      ),
    ).toEqual([])
    expect(strayImports('src', (name, file) => ofReport(file) || !ofReport(name))).toEqual([])
    expect(strayImports('src', (name) => !/^(data|content|test)\//.test(name))).toEqual([])
  })

  test('what the browser gets of the computing core needs no Node', () => {
    const reached = new Set<string>()
    const reach = (file: string): void => {
      if (reached.has(file)) return
      reached.add(file)
      // An import of types alone leaves nothing behind.
      const types = [...textOf(file).matchAll(/^(?:import|export) type [^'"]*['"]([^'"]+)['"]/gm)].map(([, name = '']) =>
        normalize(join(dirname(file), name)),
      )
      for (const name of importsOf(file).filter((each) => own(each) && !types.includes(each))) reach(name)
    }
    reach('scripts/browser.ts')
    expect(reached).toContain('scripts/ledger/figures/evaluate.ts')
    const packages = [...reached].flatMap(importsOf).filter((name) => !own(name))
    expect(new Set(packages)).toEqual(new Set(['fraction.js', 'acorn']))
    // Of acorn only types are taken.
    for (const file of reached) expect(textOf(file), file).not.toMatch(/^import (?!type )[^'"]*['"]acorn['"]/m)
  })

  test('one file alone imports by a glob: what the browser fetches of methods, which need no Node either', () => {
    const globbing = ['scripts', 'src', 'replay'].flatMap(filesUnder).filter((file) => code.test(file) && globsIn(textOf(file)).length > 0)
    expect(globbing).toEqual(['src/client/explorer/methods.ts'])
    const fetched = importsOf('src/client/explorer/methods.ts').filter((name) => name.startsWith('scripts/'))
    expect(fetched).toEqual(filesUnder('scripts/methods').filter((file) => code.test(file)))
    expect(new Set(fetched.flatMap(importsOf))).toEqual(new Set(['ml-matrix']))
  })

  test('the replay imports nothing of the project, and of packages only what reads text', () => {
    const reading = ['yaml', 'csv-parse/sync']
    expect(filesUnder('replay').filter((file) => code.test(file)).length).toBeGreaterThan(0)
    expect(strayImports('replay', (name) => name.startsWith('replay/') || name.startsWith('node:') || reading.includes(name))).toEqual([])
    for (const folder of ['scripts', 'src', 'content']) expect(strayImports(folder, (name) => !name.startsWith('replay/'))).toEqual([])
    const running = /\beval\s*\(|\bFunction\s*\(|node:vm|\bimport\s*\(/
    // The doors open folders of the replay's own.
    expect(filesUnder('replay').filter((file) => code.test(file) && running.test(textOf(file)))).toEqual(['replay/doors.ts'])
  })

  test('a chapter imports and exports nothing', () => {
    const chapters = filesUnder('content').filter((file) => /\.mdx?$/.test(file))
    const stray = chapters.flatMap((file) =>
      textOf(file)
        .replace(/^```[\s\S]*?^```/gm, '')
        .split('\n')
        .filter((line) => /^\s*(import|export)\s/.test(line))
        .map((line) => `${file}: ${line}`),
    )
    expect(stray).toEqual([])
    expect(filesUnder('content').filter((file) => code.test(file))).toEqual([])
  })

  test('data holds no code', () => expect(filesUnder('data').filter((file) => !/\.(yaml|csv|md)$/.test(file))).toEqual([]))

  test('nothing names a folder outside the project', () => {
    const outside = new RegExp(['\\.\\./shared', '/work/', '/tmp/'].join('|'))
    const texts = /\.(ts|mjs|js|astro|mdx?|ya?ml|csv|json|css|svg|sh)$/
    const files = [
      ...readdirSync(projectRoot, { withFileTypes: true })
        .filter((entry) => entry.isFile() && texts.test(entry.name) && entry.name !== 'package-lock.json')
        .map(({ name }) => name),
      ...['scripts', 'src', 'content', 'data', 'replay', 'test', 'public'].flatMap(filesUnder).filter((file) => texts.test(file)),
    ]
    expect(files.filter((file) => file !== 'test/imports.test.ts' && outside.test(textOf(file)))).toEqual([])
  })
})
