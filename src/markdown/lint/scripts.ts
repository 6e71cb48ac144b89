/** Scripts that stand there and that nothing uses: estimates outside of the table of contents, formulas that no figure is computed by. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { Problem } from '../../../scripts/ledger/problem.ts'
import type { Finding } from './finding.ts'

const importsIn = (file: string, text: string): readonly string[] =>
  [...text.matchAll(/\bfrom\s*['"](\.[^'"]+)['"]/g)].map(([, name = '']) => normalize(join(dirname(file), name)))

/** The files that the report's own value leads to, by what each imports. */
const reached = (root: string): ReadonlySet<string> => {
  const files = new Set<string>()
  const reach = (file: string): void => {
    if (files.has(file) || !existsSync(`${root}/${file}`)) return
    files.add(file)
    for (const name of importsIn(file, readFileSync(`${root}/${file}`, 'utf8'))) reach(name)
  }
  reach('scripts/report.ts')
  return files
}

/** A file that declares figures and that no list leads to adds nothing to the report, however right it is. */
export const strayEstimates = (root: string): Finding[] => {
  const known = reached(root)
  return globSync('scripts/estimates/**/*.ts', { cwd: root })
    .sort()
    .flatMap((file): Finding[] => {
      const text = readFileSync(`${root}/${file}`, 'utf8')
      if (known.has(file) || !/\bderived(?:<[^>]*>)?\(/.test(text)) return []
      const [, name = 'its figures'] = /^export const (\w+)/m.exec(text) ?? []
      return [
        {
          problem: new Problem(
            'the figures that are declared here are in no list, and no page can show them',
            { file, line: 1, column: 1 },
            `${name} among the estimates of scripts/index.ts`,
          ),
        },
      ]
    })
}

/** A formula of the report's own is there for a figure; those of the engine are a shelf to take from. */
export const unusedFormulas = ({ formulas, figures }: Pick<Ledger, 'formulas' | 'figures'>): Finding[] => {
  const used = new Set([...figures.values()].flatMap(({ formula }) => formula?.name ?? []))
  return [...formulas.values()].flatMap(({ name, file, line }): Finding[] =>
    !file.startsWith('scripts/formulas/') || used.has(name)
      ? []
      : [{ problem: new Problem(`no figure is computed by ${name}`, { file, line, column: 1 }, 'a figure that is, or no such file') }],
  )
}
