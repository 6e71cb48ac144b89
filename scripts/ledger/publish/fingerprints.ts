import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** What may move a number: what the sources say, what is computed from it, and the machinery. Not what only prints. */
const folders = [
  'data',
  'scripts/formulas',
  'scripts/methods',
  'scripts/estimates',
  'scripts/ledger',
  'scripts/toolbox/uncertainty',
] as const

/** SHA-256 of every file that the numbers are made of, by its path from the project's folder, in the order of the paths. */
export const fingerprints = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    folders
      .filter((folder) => existsSync(`${root}/${folder}`))
      .flatMap((folder) =>
        readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => `${parentPath.slice(root.length + 1)}/${name}`)
          .sort()
          .map((path) => [
            path,
            createHash('sha256')
              .update(readFileSync(`${root}/${path}`))
              .digest('hex'),
          ]),
      ),
  )
