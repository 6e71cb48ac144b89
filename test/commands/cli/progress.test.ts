import { expect, it } from 'vitest'
import type { Language } from '../../../scripts/ledger/types.ts'
import { progressOf } from '../../../src/commands/cli/progress.ts'
import { escapeCode } from '../support.ts'

/** A terminal that keeps what is written, and a clock that is set by hand. */
const watched = (isTTY: boolean, language: Language = 'en') => {
  const clock = { time: 0 }
  const written: string[] = []
  const out = { isTTY, write: (text: string) => written.push(text.replace(`\r${escapeCode}[K`, '')) }
  return {
    clock,
    written,
    progress: progressOf(
      () => 'making',
      language,
      () => clock.time,
      out as unknown as NodeJS.WriteStream,
    ),
  }
}

it('says nothing within a second, and then how far the work is and how long it will take', () => {
  const { clock, written, progress } = watched(true)
  clock.time = 900
  progress.tell(0.1)
  expect(written).toEqual([])
  clock.time = 2000
  progress.tell(0.2)
  clock.time = 2100
  progress.tell(0.21)
  clock.time = 600_000
  progress.tell(0.25)
  // A fifth in two seconds leaves eight; a quarter in ten minutes leaves thirty.
  expect(written).toEqual(['making … 20 %, 8 s left', 'making … 25 %, 30 min left'])
  progress.clear()
  expect(written.at(-1)).toBe('')
})

it('says so in Chinese', () => {
  const { clock, written, progress } = watched(true, 'zh')
  clock.time = 600_000
  progress.tell(0.25)
  expect(written).toEqual(['making … 25 %，约剩30分钟'])
})

it('does not say how long of the first moments, which say little of the rest', () => {
  const { clock, written, progress } = watched(true)
  clock.time = 2000
  progress.tell(0.01)
  expect(written).toEqual(['making … 1 %'])
})

it('says nothing in a pipe', () => {
  const { clock, written, progress } = watched(false)
  clock.time = 5000
  progress.tell(0.5)
  progress.clear()
  expect(written).toEqual([])
})
