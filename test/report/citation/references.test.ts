import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { readSources } from '../../../scripts/ledger/data/read-sources.ts'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import type { SourceRecord } from '../../../scripts/ledger/publish/record.ts'
import { parseChapter } from '../../../src/chapters/parse.ts'
import { SourceText } from '../../../src/chapters/source-text.ts'
import { usesIn } from '../../../src/chapters/uses.ts'
import { entryOf, inOrder, setItem } from '../../../src/citation/bibliography.ts'
import { bibtex } from '../../../src/citation/bibtex.ts'
import { citedIn, citingChapters, worksCited } from '../../../src/citation/cited.ts'
import { itemOf } from '../../../src/citation/item.ts'
import { partOf, wholeOf } from '../../../src/citation/own.ts'
import { ledger } from '../estimates/support.ts'

const { sources } = readSources(projectRoot)
const work = (id: string): SourceRecord => {
  const found = sources.find((source) => source.id === id)
  if (!found) throw new Error(`${id} is not in data/sources.yaml`)
  return found
}

describe('an entry in APA', () => {
  test('of a journal article carries its DOI as a link', () => {
    expect(entryOf(work('coase-1937'), 'en')).toEqual({
      id: 'coase-1937',
      html: 'Coase, R. H. (1937). The nature of the firm. <i>Economica</i>, <i>4</i>(16), 386–405. <a href="https://doi.org/10.1111/j.1468-0335.1937.tb00002.x">https://doi.org/10.1111/j.1468-0335.1937.tb00002.x</a>',
      text: 'Coase, R. H. (1937). The nature of the firm. Economica, 4(16), 386–405. https://doi.org/10.1111/j.1468-0335.1937.tb00002.x',
    })
  })

  test('of a translated chapter names editors, translators and the first year', () => {
    expect(entryOf(work('weber-1919'), 'en').text).toBe(
      'Weber, M. (1946). Science as a vocation (H. H. Gerth & C. W. Mills, Trans.). In H. H. Gerth & C. W. Mills (Eds.), From Max Weber: Essays in sociology (pp. 129–156). Oxford University Press. (Original work published 1919)',
    )
  })

  test('of a Chinese article keeps its title, marked as Chinese, with the English one in brackets', () => {
    expect(entryOf(work('chen-2020'), 'en').html).toBe(
      'Chen, L. (2020). <span lang="zh-CN">“数字控制”下的劳动秩序——外卖骑手的劳动控制研究</span> [Labour order under “digital control”: A study of labour control over food-delivery riders]. <i>Sociological Studies</i>, <i>35</i>(6), 113–135.',
    )
  })

  test('leaves out a publisher that is the author', () => {
    expect(entryOf(work('ilo-1999'), 'en').text).toMatch(/87th session\.$/)
  })
})

describe('an entry in GB/T 7714', () => {
  test('of a Chinese article is set with Chinese terms', () => {
    expect(entryOf(work('chen-2020'), 'zh').text).toBe(
      '陈龙, 2020. “数字控制”下的劳动秩序——外卖骑手的劳动控制研究[J]. 社会学研究, 35(6): 113-135.',
    )
  })

  test('of a foreign article writes family names in capitals and “et al.” after three authors', () => {
    expect(entryOf(work('wood-2019'), 'zh').text).toBe(
      'WOOD A J, GRAHAM M, LEHDONVIRTA V, et al., 2019. Good gig, bad gig: Autonomy and algorithmic control in the global gig economy[J]. Work, Employment and Society, 33(1): 56-75. DOI:10.1177/0950017018785616.',
    )
  })

  test('of four Chinese authors says 等', () => {
    const four = ['甲', '乙', '丙', '丁'].map((zh) => ({ family: zh, given: zh, zh }))
    expect(entryOf({ ...work('chen-2020'), creators: four }, 'zh').text).toMatch(/^甲, 乙, 丙, 等, 2020\. /)
  })

  test('of a chapter, an edited work and a translation says who did what', () => {
    expect(entryOf(work('weber-1919'), 'zh').text).toBe(
      'WEBER M, 1946. Science as a vocation[M]. GERTH H H, MILLS C W, trans//GERTH H H, MILLS C W. From Max Weber: Essays in sociology. New York: Oxford University Press: 129-156.',
    )
    expect(entryOf(work('weber-1922'), 'zh').text).toBe(
      'WEBER M, 1978. Economy and society: An outline of interpretive sociology[M]. ROTH G, WITTICH C, eds. Berkeley: University of California Press.',
    )
  })

  test('leaves the name of a body as it is', () => {
    expect(entryOf(work('ilo-1999'), 'zh').text).toMatch(
      /^International Labour Office, 1999\. .*\[R\]\. Geneva: International Labour Office\.$/,
    )
  })
})

test('entries are escaped, and carry no markup but italics, links and language', () => {
  const hostile = { ...work('coase-1937'), title: { zh: '', en: '<script>"a" & b</script> <i style="x">c</i>' } }
  expect(entryOf(hostile, 'en').html).not.toMatch(/<script|<[^>]*style=/)
  for (const language of ['zh', 'en'] as const)
    for (const source of sources) {
      const tags = new Set(entryOf(source, language).html.match(/<[a-z]+[^>]*>/g))
      expect([...tags].filter((tag) => !/^<(?:i|a href="https:\/\/[^"]+"|span lang="zh-CN")>$/.test(tag))).toEqual([])
    }
})

test('a Chinese list puts Chinese works first, by pinyin; an English one goes by the alphabet, then by year', () => {
  const some = ['weber-1922', 'wang-2021', 'weber-1904', 'chen-2020', 'coase-1937'].map(work)
  const ids = (language: 'zh' | 'en') => inOrder(some, language).map(({ id }) => id)
  expect(ids('zh')).toEqual(['chen-2020', 'wang-2021', 'coase-1937', 'weber-1904', 'weber-1922'])
  expect(ids('en')).toEqual(['chen-2020', 'coase-1937', 'wang-2021', 'weber-1904', 'weber-1922'])
})

test('a citation calls one author, two, or the first of several, and a Chinese author by the full name', () => {
  expect(['coase-1937', 'doeringer-1971', 'wood-2019', 'chen-2020'].map((id) => work(id).short)).toEqual([
    { zh: 'Coase', en: 'Coase' },
    { zh: 'Doeringer和Piore', en: 'Doeringer & Piore' },
    { zh: 'Wood et al.', en: 'Wood et al.' },
    { zh: '陈龙', en: 'Chen' },
  ])
})

test('bodies and persons are named in full in each language, Chinese names with their own comma', () => {
  expect([work('wood-2019').authors.en, work('chen-2020').authors.zh, work('ilo-1999').authors.en]).toEqual([
    'Alex J. Wood, Mark Graham, Vili Lehdonvirta, Isis Hjorth',
    '陈龙',
    'International Labour Office',
  ])
  expect(work('doeringer-1971').authors.zh).toContain('、')
})

test('a work published over two years keeps both', () => {
  expect(itemOf({ ...work('weber-1904'), originalYear: '1904/1905' }, 'en')['original-date']).toEqual({ 'date-parts': [[1904], [1905]] })
})

test('BibTeX calls a chapter of a collection so, and leaves addresses as they are', () => {
  const file = bibtex([itemOf({ ...work('weber-1919'), url: 'https://example.org/?a=1&b=2' }, 'en')])
  expect(file).toMatch(/^@incollection\{weber-1919,/)
  expect(file).toContain('url = {https://example.org/?a=1&b=2}')
})

test('BibTeX keeps Chinese, calls entries by our ids, and escapes what LaTeX would stop at', () => {
  const file = bibtex(['chen-2020', 'weber-1904'].map((id) => itemOf(work(id), 'zh')))
  expect(file).toContain('@article{chen-2020,')
  expect(file).toContain('author = {{陈龙}},')
  expect(file).toContain('publisher = {George Allen \\& Unwin},')
})

test('a part of this report is cited inside it', () => {
  const whole = wholeOf(work('platform-employment-report'), 'en')
  const part = { id: 'x', title: 'The total', address: 'https://example.org/en/total/' }
  expect(setItem(partOf(whole, part, 'en'), 'en', false).text).toBe(
    'Contributors to Platform jobs, recomputed. (2026). The total. In Platform jobs, recomputed. Self-published. https://example.org/en/total/',
  )
  expect(setItem(partOf(wholeOf(work('platform-employment-report'), 'zh'), part, 'zh'), 'zh', true).text).toBe(
    '“平台就业复算”编写者, 2026. The total[R/OL]//平台就业复算. 自行出版. https://example.org/en/total/.',
  )
})

test('a chapter’s works are those that it cites, each once, wherever the attribute stands', () => {
  expect(
    citedIn({
      uses: usesIn(parseChapter(new SourceText('a.mdx', '<Cite source="a" /> <Cite at="p. 1" source="b" /><Cite source="a" />'))),
    }),
  ).toEqual(['a', 'b'])
})

test('both languages cite the same works in the same chapters', () => {
  expect([...citingChapters(projectRoot, 'zh')].sort()).toEqual([...citingChapters(projectRoot, 'en')].sort())
})

test('the reference list has every cited work, and not this report', () => {
  const listed = worksCited(ledger).map(({ id }) => id)
  expect(listed).toEqual(
    expect.arrayContaining([...citingChapters(projectRoot, 'en').keys()].filter((id) => id !== 'platform-employment-report')),
  )
  expect(listed).not.toContain('platform-employment-report')
})

describe('a faulty entry is named at its line and column:', () => {
  const coase = `coase-1937:
  group: literature
  type: article
  language: en
  authors: [{ family: Coase, given: Ronald H. }]
  title: { en: The nature of the firm }
  year: "1937"
  container: Economica
`
  const complaint = (from: string, to: string): string => {
    const root = mkdtempSync(`${tmpdir()}/sources-`)
    mkdirSync(`${root}/data`)
    writeFileSync(`${root}/data/sources.yaml`, coase.replace(from, to))
    try {
      readSources(root)
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    } finally {
      rmSync(root, { recursive: true })
    }
  }

  test.each([
    ['a kind that is not known', 'type: article', 'type: artikel', '3:3  coase-1937.type: “artikel” is not known\n    expected: article'],
    ['a misspelt key', 'container:', 'containr:', '8:3  coase-1937: the key “containr” means nothing here\n    expected: container'],
    ['a journal article without its journal', '  container: Economica\n', '', '1:1  coase-1937.container: a work of type article needs it'],
    [
      'a title in another language alone',
      '{ en: The',
      '{ zh: The',
      '6:3  coase-1937.title: the title in the work’s own language, en, is missing',
    ],
    [
      'a DOI with an address before it',
      'container: Economica',
      'container: E\n  doi: https://doi.org/10.1/2',
      '9:3  coase-1937.doi: a DOI begins with 10. and has no address before it',
    ],
    ['pages that are no range', 'container: Economica', 'container: E\n  page: pp. 3-4', '9:3  coase-1937.page: pages are written 129-156'],
    [
      'an address that is none of the web',
      'container: Economica',
      'container: E\n  url: ftp://a.org',
      '9:3  coase-1937.url: an address begins',
    ],
    [
      'a first year that is none',
      'container: Economica',
      'container: E\n  originalYear: ca. 1904',
      '9:3  coase-1937.originalYear: a year has',
    ],
    ['a chapter without its publisher', 'type: article', 'type: chapter', '1:1  coase-1937.publisher: a work of type chapter needs it'],
    [
      'a name that is neither person nor body',
      '{ family: Coase, given: Ronald H. }',
      'Coase',
      '5:13  coase-1937.authors, item 1: a name is a person { family, given }',
    ],
  ])('%s', (_, from, to, message) => {
    expect(complaint(from, to)).toContain(`data/sources.yaml:${message}`)
  })
})
