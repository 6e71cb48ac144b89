import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { commandLine, HelpAsked, wholeNumber } from '../../../src/commands/cli/arguments.ts'
import { run } from '../support.ts'

const usage = {
  name: 'compare',
  does: 'Compares two.',
  words: { OLD: 'what was', '[NEW]': 'what is' },
  flags: { json: { hint: 'for other tools' }, topic: { hint: 'only these', value: 'ID' } },
  exits: { 1: 'they differ' },
}

describe('a command line', () => {
  test('has flags, flags with a value, and words', () => {
    const { flags, values, words } = commandLine(usage, ['a', '--json', '--topic', 'retail', 'b'])
    expect([...flags]).toEqual(['json', 'topic'])
    expect(values.topic).toBe('retail')
    expect(words).toEqual(['a', 'b'])
  })

  test('takes a number that begins with a minus as a word or a value, and not as a flag', () => {
    for (const words of [
      ['-4', '--topic', '-2.5'],
      ['-4', '--topic=-2.5'],
      ['--topic=-2.5', '--', '-4'],
    ])
      expect(commandLine(usage, words)).toEqual({ flags: new Set(['topic']), values: { topic: '-2.5' }, words: ['-4'] })
    expect(() => commandLine(usage, ['a', '-j'])).toThrow('there is no flag -j')
  })

  test.each([
    [['a', '--jsn'], 'there is no flag --jsn\n    expected: --json'],
    [['a', '--topic'], '--topic says nothing\n    expected: --topic ID'],
    [['a', '--json=yes'], '--json takes no value\n    expected: --json'],
    [[], 'OLD is missing\n    expected: OLD [NEW]'],
    [['a', 'b', 'c'], '“c” is one word too many\n    expected: OLD [NEW]'],
  ])('%j is refused with what there is', (words, message) => {
    expect(() => commandLine(usage, words)).toThrow(message)
  })

  test('takes as many words as there are where that is said', () => {
    expect(commandLine({ name: 'check', does: '', words: { '[FILES …]': 'files' } }, ['a', 'b', 'c']).words).toHaveLength(3)
  })

  test('asks for help before anything is refused', () => {
    for (const words of [['--help'], ['-h'], ['--help', '--jsn']]) expect(() => commandLine(usage, words)).toThrow(HelpAsked)
    expect(() => commandLine(usage, ['--help'])).toThrow(`npm run -s compare -- OLD [NEW] [flags]

Compares two.

  OLD         what was
  [NEW]       what is
  --json      for other tools
  --topic ID  only these
  --help      prints this

ends with
  0  all is well
  1  they differ
  2  the command was called wrongly`)
  })

  test('has whole numbers from zero', () => {
    expect(wholeNumber('depth', '3')).toBe(3)
    for (const text of ['two', '-1', '1.5', '']) expect(() => wholeNumber('depth', text)).toThrow('is no whole number')
  })
})

describe('help', { timeout: 120_000 }, () => {
  test('is told by every command that npm runs, without doing its work', () => {
    const { scripts } = JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')) as { scripts: Record<string, string> }
    const own = Object.entries(scripts).filter(
      ([name, line]) => /^node (?:--import \S+ )?src\/commands\/\S+\.ts$/.test(line) && name !== 'pretest',
    )
    expect(own.length).toBeGreaterThan(8)
    for (const [name, line] of own) {
      const text = readFileSync(`${projectRoot}/${line.split(' ').at(-1)}`, 'utf8')
      expect(text, `${name} reads its command line, and --help with it`).toMatch(/commandLine\(/)
    }
  })
  test('goes to standard output and ends well', () => {
    const { status, stdout, stderr } = run('build', '--help')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^npm run -s build -- \[flags\]\n\nMakes dist\//)
    expect(readdirSync(projectRoot)).not.toContain('.build')
  })
})
