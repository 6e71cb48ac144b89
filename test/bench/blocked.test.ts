import { expect, test } from 'vitest'
import { blockedIn } from './blocked.ts'

const page = { pid: 7, tid: 1 }
const task = (from: number, milliseconds: number, thread = page) => ({
  name: 'RunTask',
  ph: 'X',
  ts: from * 1000,
  dur: milliseconds * 1000,
  ...thread,
})
const start = [
  { name: 'thread_name', ph: 'M', ts: 0, ...page, args: { name: 'CrRendererMain' } },
  { name: 'firstContentfulPaint', ph: 'R', ts: 100_000, ...page },
]

test('a task blocks by what it takes beyond fifty milliseconds after the first paint', () => {
  expect(blockedIn([...start, task(200, 40), task(300, 80), task(500, 250)])).toEqual({ all: 30 + 200, longest: 250 })
})

test('of a task that is under way at the first paint counts what comes after it', () => {
  expect(blockedIn([...start, task(40, 180)])).toEqual({ all: 70, longest: 120 })
})

test('what came before it, and other threads and pages, block nobody', () => {
  expect(blockedIn([...start, task(0, 90), task(200, 300, { pid: 7, tid: 2 }), task(200, 300, { pid: 8, tid: 1 })])).toEqual({
    all: 0,
    longest: 0,
  })
})

test('a task that a trace tells a second time under another name counts once', () => {
  const twice = [task(200, 80), { ...task(200, 80), name: 'ThreadControllerImpl::RunTask' }]
  expect(blockedIn([...start, ...twice])).toEqual({ all: 30, longest: 80 })
})
