/** Tornados and fans as authors write them: what stops holding where, and what is said of each slip. */
import { describe, expect, test } from 'vitest'
import { both, chart, told } from './town.ts'

const rows = 'rows:\n  - { figure: town.share, from: town.old, to: harvest.rice }\n'
const tornado = (flips = ''): string => `kind: tornado\nat: town.new\n${rows}${flips}`
const flip = (text: string): string => tornado(`flips:\n  - ${text}\n`)
const words = 'words: { zh: “过半”, en: “over half” }'
const note = (text: string, language: 'zh' | 'en' = 'en'): string => JSON.stringify(chart(text, language).draw(false))

describe('a tornado', () => {
  test('calls its bars by inputs, whatever unit these have, and its data by both of their ends', () => {
    expect(told(tornado())).toEqual([])
    expect(chart(tornado()).rows).toEqual([
      { label: 'New town', figure: 'town.new' },
      { label: 'Share, at its low end', figure: 'town.old' },
      { label: 'Share, at its high end', figure: 'harvest.rice' },
    ])
    expect(chart(tornado()).alternative).toBe('New town: 70; Share: 30 at its low end, 70 at its high end')
    expect(chart(tornado(), 'zh').alternative).toBe('新城 70；占比 取低端为30，取高端为70')
  })

  test('has its widest bar first, in the drawing as in the data', () => {
    const text =
      'kind: tornado\nat: town.new\nrows:\n  - { figure: town.share, from: town.new, to: harvest.rice }\n  - { figure: town.ratio, from: town.old, to: town.new }\n'
    expect(chart(text).rows.map(({ label }) => label)).toEqual([
      'New town',
      'Ratio, at its low end',
      'Ratio, at its high end',
      'Share, at its low end',
      'Share, at its high end',
    ])
  })

  test('finds where a statement stops being true, and says at which end of which input', () => {
    const text = flip(`{ that: town.new > 50, ${words} }`)
    expect(told(text)).toEqual([])
    expect(note(text)).toContain('A: “over half” – no longer so below 50.')
    expect(note(text, 'zh')).toContain('A：低于50时不再成立：“过半”。')
    const { rows: data, besides, alternative } = chart(text)
    expect(besides).toEqual(['What changes'])
    expect(data.map((row) => row.besides)).toEqual([[''], ['no longer so: “over half”'], ['']])
    expect(alternative).toContain('; at its low end no longer so: “over half”')
  })

  test('holds the result against other figures that no row moves', () => {
    expect(note(flip(`{ that: town.new >= 2 * harvest.wheat, ${words} }`))).toContain('no longer so below 60.')
  })

  test('says so where nothing that it draws goes far enough', () => {
    expect(note(flip(`{ that: town.new > 7, ${words} }`))).toContain('A: “over half” – so whichever input is moved by itself.')
  })

  test('tells of a claim, in words that quote what is printed', () => {
    const text = flip('{ claim: people }')
    expect(told(text)).toEqual([])
    // 70 stands for what lies from 69.5 to 70.5.
    expect(note(text)).toContain('A: the printed “70 例” – no longer so below 69.5.')
    const other = flip('{ claim: people-before }')
    expect(note(other)).toContain('A: the printed “40 例” – it would be so at 40.5.')
    // It holds neither here nor at the far end, but on the way.
    expect(chart(other).rows.map((row) => row.besides)).toEqual([[''], [''], ['']])
  })

  test.each([
    [flip(`{ that: town.new > 90, ${words} }`), 'town.yaml:6:7  “town.new > 90” is not true as it is, and cannot stop being so'],
    [flip(`{ that: town.nwe > 50, ${words} }`), 'town.yaml:6:7  the figure id “town.nwe” is not known | town.new'],
    [flip(`{ that: town.old > 5, ${words} }`), 'town.yaml:6:7  “town.old > 5” does not name town.new, and nothing in the chart moves it'],
    [flip(`{ that: town.new > 100 * town.share, ${words} }`), 'town.yaml:6:7  town.share moves with the rows as town.new does'],
    [flip(`{ that: town.new > 50 % , ${words} }`), 'town.yaml:6:7  '],
    [flip('{ that: town.new > 50 }'), 'town.yaml:6:7  a statement that may flip has no words | words: { zh: …, en: … }'],
    [flip(`{ ${words} }`), 'town.yaml:6:5  what flips is a statement or a claim, and not both'],
    [flip('{ claim: pepole }'), 'town.yaml:6:7  no claim “pepole” is held against town.new | people'],
    [`kind: tornado\n${rows}`, 'town.yaml:1:1  a tornado has no result for its bars to set out from | at: the id of a figure'],
    [`kind: tornado\nat: town.share\n${rows}`, 'town sets town.share beside town.old, of other units'],
    [`kind: tornado\nat: town.new\nsort: rising\n${rows}`, 'town.yaml:3:1  “sort” does nothing in tornado'],
    [
      'kind: tornado\nat: town.new\nrows:\n  - { figure: town.share }\n',
      'town.yaml:4:5  kind: tornado needs “figure” and “from” and “to” in each row',
    ],
    [
      'kind: tornado\nat: town.new\nsimulation: sampling\n',
      'town.yaml:3:1  nothing simulates town.new by doubts of the kind sampling | data that state doubts',
    ],
    [
      `kind: bars\nflips: [{ claim: people }]\nfigures: town.*ew\n`,
      'town.yaml:2:1  “flips” does nothing in bars | kind: tornado, or no such key',
    ],
  ])('%j is told at its place', (text, said) => {
    expect(told(text).join('\n')).toContain(said)
  })
})

describe('a fan', () => {
  const fan = (quantiles: string): string =>
    `kind: fan\nrows:\n  - { figure: town.median, label: ${label}, quantiles: ${quantiles}, mark: town.new }\n`
  const { zh, en } = both('全部', 'All')
  const label = `{ zh: ${zh}, en: ${en} }`
  const text = fan('{ p05: town.old, p25: town.old, p75: town.new, p95: harvest.rice }')

  test('says each quantile in its data, and all of them to those who do not see it', () => {
    expect(told(text)).toEqual([])
    expect(chart(text).rows).toEqual([
      { label: 'All, 5th percentile', figure: 'town.old' },
      { label: 'All, 25th percentile', figure: 'town.old' },
      { label: 'All, median', figure: 'town.median' },
      { label: 'All, 75th percentile', figure: 'town.new' },
      { label: 'All, 95th percentile', figure: 'harvest.rice' },
      { label: 'All, as the report has it', figure: 'town.new' },
    ])
    expect(chart(text).alternative).toBe(
      'All: median 50; half of the draws from 30 to 70, nine in ten from 30 to 70; as the report has it 70',
    )
  })

  test('finds the five figures whose ids begin alike', () => {
    const short = `kind: fan\nrows:\n  - { label: ${label}, quantiles: draws }\n`
    expect(chart(short).rows.map(({ figure }) => figure)).toEqual(['draws.p05', 'draws.p25', 'draws.median', 'draws.p75', 'draws.p95'])
    expect(told(short.replace('draws', 'draw'))[0]).toContain('the figure id “draw.median” is not known | draws.median')
  })

  test.each([
    [
      fan('{ p05: town.new, p25: town.old, p75: town.new, p95: town.new }'),
      'town.yaml:3:5  town.old is less than town.new, and quantiles rise',
    ],
    [fan('{ p05: town.share, p25: town.old, p75: town.new, p95: town.new }'), 'of other units'],
    [`kind: fan\nrows:\n  - figure: town.new\n`, 'town.yaml:3:5  kind: fan needs “figure” and “quantiles” in each row'],
  ])('%j is told at its place', (slip, said) => {
    expect(told(slip).join('\n')).toContain(said)
  })
})
