import { expect, test } from 'vitest'
import type { LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import { goodSite } from '../../site/project.ts'

test('the ledger of a built site has every figure’s sentences where its pages show it', { timeout: 300_000 }, async () => {
  const site = await goodSite()
  const { figures, sentences = [] } = JSON.parse(site.read('dist/ledger.json')) as LedgerRecord
  const places = new Map<string, Set<string>>()
  for (const sentence of sentences) for (const id of sentence.figures) places.set(id, (places.get(id) ?? new Set()).add(sentence.page))
  const without = figures.flatMap(({ id, usedIn }) =>
    usedIn.filter((place) => !places.get(id)?.has(place)).map((place) => `${id} ${place}`),
  )
  expect(without).toEqual([])
  expect(figures.some(({ usedIn }) => usedIn.length > 0)).toBe(true)
  expect(sentences.filter(({ text, page, language }) => text === '' || !page.startsWith(`${language}/`))).toEqual([])
  const known = new Set(figures.map(({ id }) => id))
  expect(sentences.flatMap((sentence) => sentence.figures.filter((id) => !known.has(id)))).toEqual([])
})
