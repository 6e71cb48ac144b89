import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Ledger } from '../record.ts'
import type { Examiner } from '../report.ts'

/** Fingerprints of files, and that every figure names lines of them. */
export const examineFiles = (ledger: Ledger, tree: string, seen: Examiner): void => {
  const texts = new Map<string, string>()
  for (const [file, fingerprint] of Object.entries(ledger.files)) {
    const bytes = existsSync(`${tree}/${file}`) ? readFileSync(`${tree}/${file}`) : undefined
    if (bytes) texts.set(file, bytes.toString('utf8'))
    const found = bytes ? createHash('sha256').update(bytes).digest('hex') : 'no such file'
    seen.see('fingerprints', file, 'SHA-256', found === fingerprint, found, fingerprint)
  }
  for (const file of readdirSync(`${tree}/data`, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(csv|yaml)$/.test(file)))
    seen.see('fingerprints', `data/${file}`, 'a file of data', `data/${file}` in ledger.files, 'a fingerprint', 'none')

  for (const figure of ledger.figures) {
    const linesFrom = (what: 'script' | 'formulaScript' | 'dataScript'): readonly string[] | undefined => {
      const place = figure[what]
      const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place ?? '') ?? []
      const rest = texts
        .get(file)
        ?.split('\n')
        .slice(Number(line) - 1)
      const isThere = rest !== undefined && Number(line) > 0 && (rest[0] ?? '').trim() !== ''
      seen.see('places of scripts and data', figure.id, what, isThere, 'a line of a file with a fingerprint', place)
      return isThere ? rest : undefined
    }
    if (figure.kind !== 'derived') {
      linesFrom('dataScript')
      continue
    }
    linesFrom('script')
    const formula = linesFrom('formulaScript')
    const written = formula && squeezedCode(formula.join('\n'))
    if (written !== undefined)
      seen.see(
        'places of scripts and data',
        figure.id,
        'formula',
        written.includes(squeezedCode(figure.formula ?? '')),
        'as its script writes it',
        figure.formula,
      )
  }
}
/** Code without its spaces, comments and commas before a bracket, which formatting may change. */
const squeezedCode = (code: string): string =>
  code
    .replace(/\/\/.*$/gm, '')
    .replace(/\s+/g, '')
    .replace(/,(?=[)\]}])/g, '')
