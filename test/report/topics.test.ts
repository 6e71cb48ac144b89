import { expect, test } from 'vitest'
import { topicOf } from '../../src/audit/topic.ts'
import { en } from '../../src/report/words.en.ts'
import { zh } from '../../src/report/words.zh.ts'
import { ledger } from './estimates/support.ts'

test('what a figure is about has a name in either language', () => {
  const topics = new Set([...ledger.figures.keys()].map(topicOf))
  for (const words of [zh, en]) expect([...topics].filter((topic) => words.topics[topic] === undefined)).toEqual([])
})
