import { parseArgs } from 'node:util'
import { expectedNames, UsageProblem } from '../../../scripts/ledger/problem.ts'
import type { Language } from '../../../scripts/ledger/types.ts'

interface Flag {
  readonly hint: string
  /** What stands after the flag, as the help names it; a flag without one is on or off. */
  readonly value?: string
}

/** What a command is called with; `--help` prints it, and nothing else is accepted. */
export interface Usage<Name extends string = string> {
  readonly name: string
  /** One or two sentences. */
  readonly does: string
  /** Words that are not flags: `ID` must be given, `[NEW]` may be left out, `[FILES …]` may be many. */
  readonly words?: Readonly<Record<string, string>>
  readonly flags?: Readonly<Record<Name, Flag>>
  /** What each exit code means; 2 is a wrong use of every command. */
  readonly exits?: Readonly<Record<number, string>>
  readonly examples?: readonly string[]
}

/** The flags and words that a command was given. */
export interface CommandLine<Name extends string> {
  readonly flags: ReadonlySet<Name>
  /** What stands after the flags that take something. */
  readonly values: Readonly<Partial<Record<Name, string>>>
  readonly words: readonly string[]
}

/** A person asked what the command does: it is told, and the command ends well. */
export class HelpAsked extends Error {
  override readonly name = 'HelpAsked'
}

/** Put before a number that begins with a minus, which is a word or a value and no flag. */
const noFlag = '\0'
const plainly = <T>(word: T): T => (typeof word === 'string' ? (word.replace(noFlag, '') as T) : word)

/** Reads a command's flags and words; what is unknown, missing or too much is refused with what there is. */
export const commandLine = <Name extends string = never>(
  usage: Usage<Name>,
  args: readonly string[] = process.argv.slice(2),
): CommandLine<Name> => {
  const known = Object.entries<Flag>(usage.flags ?? {})
  const places = Object.keys(usage.words ?? {})
  const parsed = parseArgs({
    args: args.map((word) => (/^-\.?\d/.test(word) ? noFlag + word : word)),
    options: {
      ...Object.fromEntries(known.map(([name, { value }]) => [name, { type: value ? ('string' as const) : ('boolean' as const) }])),
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
    strict: false,
  })
  const words = parsed.positionals.map(plainly)
  const given = Object.fromEntries(Object.entries(parsed.values).map(([name, value]) => [name, plainly(value)]))
  if (given.help) throw new HelpAsked(helpText(usage))
  for (const [name, text] of Object.entries(given)) {
    const flag = known.find(([own]) => own === name)?.[1]
    if (!flag) {
      const names = known.map(([own]) => `--${own}`)
      const asked = name.length === 1 ? `-${name}` : `--${name}`
      throw new UsageProblem(`there is no flag ${asked}`, names.length > 0 ? expectedNames(`--${name}`, names) : 'no flag')
    }
    if (flag.value && typeof text !== 'string') throw new UsageProblem(`--${name} says nothing`, `--${name} ${flag.value}`)
    if (!flag.value && typeof text === 'string') throw new UsageProblem(`--${name} takes no value`, `--${name}`)
  }
  const needed = places.filter((place) => !place.startsWith('['))
  if (words.length < needed.length) throw new UsageProblem(`${needed[words.length]} is missing`, places.join(' '))
  if (words.length > places.length && !places.at(-1)?.includes('…'))
    throw new UsageProblem(`“${words[places.length]}” is one word too many`, places.join(' ') || 'no word')
  return {
    flags: new Set(Object.keys(given) as Name[]),
    values: given as Partial<Record<Name, string>>,
    words,
  }
}

/** A command's use, as `--help` prints it. */
export const helpText = ({ name, does, words = {}, flags, exits = {}, examples = [] }: Usage): string => {
  const options = Object.entries<Flag>(flags ?? {}).map(
    ([flag, { hint, value }]) => [`--${flag}${value ? ` ${value}` : ''}`, hint] as const,
  )
  const rows = [...Object.entries(words), ...options, ['--help', 'prints this'] as const]
  const room = Math.max(...rows.map(([left]) => left.length))
  const codes = { 0: 'all is well', ...exits, 2: 'the command was called wrongly' }
  return [
    `npm run -s ${name} -- ${[...Object.keys(words), ...(options.length > 0 ? ['[flags]'] : [])].join(' ')}`.replace(/ -- $/, ''),
    '',
    does,
    '',
    ...rows.map(([left, right]) => `  ${left.padEnd(room)}  ${right}`),
    '',
    'ends with',
    ...Object.entries(codes).map(([code, meaning]) => `  ${code}  ${meaning}`),
    ...(examples.length > 0 ? ['', 'for example', ...examples.map((example) => `  ${example}`)] : []),
  ].join('\n')
}

/** A whole number from 0 that a flag was given. */
export const wholeNumber = (flag: string, text: string): number => {
  if (!/^\d+$/.test(text)) throw new UsageProblem(`“${text}” is no whole number`, `--${flag} 2`)
  return Number(text)
}

/** The language of messages: that of the terminal. */
export const terminalLanguage = (): Language =>
  (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').startsWith('zh') ? 'zh' : 'en'
