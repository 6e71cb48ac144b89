import { parseArgs } from 'node:util'
import { type Language, UsageProblem } from '../index.ts'

/** The words and flags of a command; an unknown flag is refused with the flags there are. */
export const commandLine = <Flag extends string>(flags: readonly Flag[], positionals: readonly string[]) => {
  const options = Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' as const }]))
  const { values, positionals: words } = parseArgs({ options, allowPositionals: true, strict: false })
  for (const given of Object.keys(values)) {
    if (!flags.includes(given as Flag))
      throw new UsageProblem(`there is no flag --${given}`, flags.map((flag) => `--${flag}`).join(', ') || 'no flag')
  }
  if (words.length < positionals.length) throw new UsageProblem(`${positionals[words.length]} is missing`, positionals.join(' '))
  return { flags: new Set(Object.keys(values) as Flag[]), words }
}

/** The language of messages: that of the terminal. */
export const terminalLanguage = (): Language =>
  (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').startsWith('zh') ? 'zh' : 'en'
