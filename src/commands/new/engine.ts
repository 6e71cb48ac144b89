/**
 * What of a project is the engine, and what is the report that stands on it. The engine is what `npm run new -- report` copies
 * into a new house, and what knows no name of any report; the rest is written by authors.
 */
import { readdirSync } from 'node:fs'

/** Where the engine stands, but for what is the report's in these places. */
const engine = [
  '.ci',
  '.github',
  '.gitignore',
  '.vscode',
  'CONTRIBUTING.md',
  'LICENSE',
  'astro.config.mjs',
  'biome.json',
  'content/README.md',
  'content/tsconfig.json',
  'data/README.md',
  'package-lock.json',
  'package.json',
  'public',
  'replay',
  'scripts',
  'src',
  'test',
  'tsconfig.json',
  'vitest.config.ts',
] as const

/** What is the report's: what an author writes, and tests of what an author wrote. */
const report = [
  'CITATION.cff',
  'README.md',
  'content',
  'data',
  'replay/report',
  'scripts/estimates',
  'scripts/formulas',
  'scripts/index.ts',
  'scripts/report.ts',
  'src/report',
  'test/figures.json',
  'test/report',
] as const

/** What commands make, and nobody keeps. */
const made: ReadonlySet<string> = new Set([
  '.astro',
  '.build',
  '.cache',
  '.git',
  '.stryker-tmp',
  '.vscode/figures.code-snippets',
  '.vscode/report.d.ts',
  '.vscode/schemas',
  'dist',
  'node_modules',
  'test/browser/snapshots/differing',
  'test/servers/node_modules',
])

export type Owner = 'engine' | 'report'

const standsIn = (file: string, places: readonly string[]): number =>
  Math.max(0, ...places.filter((place) => file === place || file.startsWith(`${place}/`)).map((place) => place.length))

/** Whose a file is: of two places that hold it, the narrower one says. Undefined for what is nobody’s. */
export const ownerOf = (file: string): Owner | undefined => {
  const [asEngine, asReport] = [standsIn(file, engine), standsIn(file, report)]
  if (asEngine === asReport) return undefined
  return asEngine > asReport ? 'engine' : 'report'
}

/** Every file of a folder that is kept, by its path from there, in the order of the alphabet. */
export const filesIn = (root: string, folder = ''): readonly string[] =>
  readdirSync(`${root}/${folder}`, { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (made.has(path)) return []
      return entry.isDirectory() ? filesIn(root, path) : [path]
    })
    .sort()

export const engineFiles = (root: string): readonly string[] => filesIn(root).filter((file) => ownerOf(file) === 'engine')
