/** The index of the search against plain reading: what it finds is what holds the words, and where. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Document } from '../../src/search/index-types.ts'
import { type Found, type Index, openIndex } from '../../src/search/read-index.ts'
import { writeIndex } from '../../src/search/write-index.ts'

let folder: string
let fetched: string[]

beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/search-`)
  fetched = []
  vi.stubGlobal('fetch', async (path: string) => {
    fetched.push(path)
    return new Response(readFileSync(`${folder}${path}`))
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  rmSync(folder, { recursive: true, force: true })
})

const documents = (texts: readonly string[]): Document[] => texts.map((text) => ({ address: '/', text, sections: [] }))
const indexOf = (...texts: readonly string[]): Index => openIndex(writeIndex(folder, 'test', documents(texts), 2))
const numbers = (found: readonly Found[]) => found.map(({ number }) => number)
/** Which documents are found, in the order in which they were written. */
const found = async (index: Index, query: string) => numbers(await index.find(query)).sort((one, other) => one - other)

describe('Chinese', () => {
  test('is found wherever the characters stand together, whatever a dictionary makes of them', async () => {
    const index = indexOf('渔民\n岛上渔民的收入', '乘数\n灯油乘数', '渔\n民写')
    expect(await found(index, '渔民')).toEqual([0])
    expect(await found(index, '民的')).toEqual([0])
    expect(await found(index, '油乘数')).toEqual([1])
    expect(await found(index, '民')).toEqual([0, 2])
  })

  test('is found by radicals that look like its characters, as they come out of a PDF', async () => {
    expect(await found(indexOf('甲\n灵活用工', '乙\n车'), '⽤⼯')).toEqual([0])
    expect(await found(indexOf('甲\n灵活用工', '乙\n车'), '⻋')).toEqual([1])
  })

  test('runs on through digits, and not through marks or the ends of lines', async () => {
    const index = indexOf('甲\n共6901万个消耗', '乙\n共6901，万个消耗', '丙\n机\n会')
    expect(await found(index, '6901万个')).toEqual([0])
    expect(await found(index, '消耗')).toEqual([0, 1])
  })

  test('of any kind is found in exactly the documents that hold it, and at every place', async () => {
    const text = fc.string({ unit: fc.constantFrom(...'灯油消耗数乘，\n'), maxLength: 60 })
    const sought = fc.string({ unit: fc.constantFrom(...'灯油消耗'), minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), sought, async (texts, query) => {
        const all = await indexOf(...texts).find(query)
        const places = texts.map((each) => Array.from(each, (_, at) => at).filter((at) => each.startsWith(query, at)))
        const wanted = [...places.entries()].filter(([, at]) => at.length > 0)
        expect(new Map(all.map(({ number, hits }) => [number, hits.map(({ at }) => at)]))).toEqual(new Map(wanted))
      }),
      { numRuns: 60 },
    )
  })
})

describe('English', () => {
  test('is found by the beginning of a word, by one or many, and by the parts of a compound', async () => {
    const index = indexOf('Jobs\nthe multiplier of divers’ pay', 'Studies\na head-count of multipliers', 'A job\nstudy of accounts')
    expect(await found(index, 'multipl')).toEqual([0, 1])
    expect(await found(index, 'multipliers')).toEqual([0, 1])
    expect(await found(index, 'jobs')).toEqual([0, 2])
    expect(await found(index, 'study')).toEqual([1, 2])
    expect(await found(index, 'diver')).toEqual([0])
    expect(await found(index, 'count')).toEqual([1])
    expect(await found(index, 'HEAD-COUNT')).toEqual([1])
  })

  test('must have every word of the query but those that stand everywhere', async () => {
    const index = indexOf('One\ndivers and couriers', 'Two\ndivers')
    expect(await found(index, 'couriers divers')).toEqual([0])
    expect(await found(index, 'the divers')).toEqual([0, 1])
    expect(await found(index, 'the')).toEqual([])
  })
})

describe('a number', () => {
  test('is found by all its digits, whatever marks stand between them, and by no part of them', async () => {
    const index = indexOf('All\n69.01 million', 'Retail\n4976万', 'Exactly\n69,014,844', 'Direct\n2010.4万')
    expect(await found(index, '69.01 million')).toEqual([0])
    expect(await found(index, '4976')).toEqual([1])
    expect(await found(index, '４９７６')).toEqual([1])
    expect(await found(index, '4,976万')).toEqual([1])
    expect(await found(index, '4976万')).toEqual([1])
    expect(await found(index, '497')).toEqual([])
    expect(await found(index, '976')).toEqual([])
    expect(await found(index, '69014844')).toEqual([2])
    expect(await found(index, '2010')).toEqual([])
    expect(await found(index, '2010.4')).toEqual([3])
  })
})

describe('the order', () => {
  test('has titles first, then what says it most often, then the order of the report', async () => {
    const index = indexOf('Pay\ndivers', 'Pay\ndivers divers divers', 'Divers\npay', 'Pay\ndivers')
    expect(numbers(await index.find('divers'))).toEqual([2, 1, 0, 3])
  })
})

describe('what is fetched', () => {
  test('is one file for each beginning of a term, once, and of texts only those that are asked for', async () => {
    const many = Array.from({ length: 400 }, (_, number) => `标题${number}\n${'灯油消耗与渔民的乘数'.repeat(9)}word${number}`)
    const index = indexOf(...many)
    await index.find('渔民')
    expect(fetched).toHaveLength(1)
    await index.find('渔民')
    expect(fetched).toHaveLength(1)
    expect((await index.document(7)).text).toBe(many[7])
    expect(fetched).toHaveLength(2)
  })

  test('has a name that changes with what is in it, and with nothing else', () => {
    const path = (text: string) => writeIndex(folder, 'test', documents([text]), 1).path
    expect(path('甲\n渔民')).toBe(path('甲\n渔民'))
    expect(path('甲\n渔民')).not.toBe(path('甲\n渔夫'))
  })

  test('is tried again after a failure', async () => {
    const index = indexOf('甲\n渔民')
    const works = globalThis.fetch
    vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }))
    await expect(index.find('渔民')).rejects.toThrow('503')
    vi.stubGlobal('fetch', works)
    expect(numbers(await index.find('渔民'))).toEqual([0])
  })
})

test('a word is found with or without its accents, whichever way they are written', async () => {
  const index = indexOf('A\nthe café', 'B\nthe cafe\u0301', 'C\nthe cafe', 'D\nStraße')
  for (const query of ['cafe', 'café', 'cafe\u0301', 'CAFÉ']) expect(await found(index, query), query).toEqual([0, 1, 2])
  expect(await found(index, 'strasse')).toEqual([3])
})
