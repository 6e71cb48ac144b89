import { Parser } from 'htmlparser2'
import type { SentenceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language } from '../../scripts/ledger/types.ts'

/** What built pages make of the figures. */
export interface PagesRead {
  /** Figure id -> "zh/retail/#anchor", the anchor being the nearest heading before it. */
  readonly uses: Map<string, string[]>
  /** Every sentence that shows figures, or whose words rest on them. */
  readonly sentences: readonly SentenceRecord[]
}

/** Gathers what pages make of the figures, page by page in the order in which they are handed on. */
export const gatherUses = (): { readonly take: (address: string, html: string) => void; readonly gathered: () => PagesRead } => {
  const uses = new Map<string, Set<string>>()
  const sentences: SentenceRecord[] = []
  return {
    take: (address, html) => {
      for (const passage of passagesOf(html)) {
        const place = `${address}${passage.anchor}`
        for (const { id, shows } of passage.marks) if (shows) uses.set(id, (uses.get(id) ?? new Set()).add(place))
        for (const sentence of sentencesOf(passage)) sentences.push({ page: place, language: passage.language, ...sentence })
      }
    },
    gathered: () => ({ uses: new Map([...uses].map(([id, places]) => [id, [...places]])), sentences }),
  }
}

/** The text of one block of a page, a row of a table being one, with the places in it where figures stand. */
interface Passage {
  readonly anchor: string
  readonly language: Language
  readonly row: boolean
  text: string
  readonly marks: { readonly id: string; readonly at: number; readonly shows: boolean; readonly holds?: string | undefined }[]
}

/** Elements that a sentence does not run across. */
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Elements whose text no reader sees; what is hidden from who listens repeats something. */
const unseen: ReadonlySet<string> = new Set(['annotation', 'head', 'script', 'style', 'svg', 'template'])
const betweenCells = ' · '

/** The passages of a page that figures stand in, in the order in which they end. */
const passagesOf = (html: string): readonly Passage[] => {
  const done: Passage[] = []
  const open: Passage[] = []
  let anchor = ''
  let language: Language = 'en'
  let hidden = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'html') language = attributes.lang?.startsWith('zh') ? 'zh' : 'en'
      // Inside what is not read, every element is counted until it ends.
      if (hidden > 0 || unseen.has(name) || attributes['aria-hidden'] === 'true') {
        hidden += 1
        return
      }
      if (/^h[1-6]$/.test(name) && attributes.id) anchor = `#${attributes.id}`
      const around = open.at(-1)
      if (around?.row) {
        if (name === 'td' || name === 'th') around.text += around.text ? betweenCells : ''
        else if (blocks.has(name) || name === 'br') add(around, ' ')
      } else if (blocks.has(name)) open.push({ anchor, language, row: name === 'tr', text: '', marks: [] })
      else if (around && name === 'br') add(around, ' ')
      const passage = open.at(-1)
      const at = passage?.text.length ?? 0
      if (name === 'data' && attributes['data-figure']) passage?.marks.push({ id: attributes['data-figure'], at, shows: true })
      const holds = attributes.class === 'holds' ? attributes.title : undefined
      for (const id of attributes['data-figures']?.split(' ') ?? []) passage?.marks.push({ id, at, shows: false, holds })
    },
    ontext: (text) => {
      const passage = open.at(-1)
      if (hidden === 0 && passage) add(passage, text)
    },
    onclosetag: (name) => {
      if (hidden > 0) {
        hidden -= 1
        return
      }
      if (!blocks.has(name)) return
      const passage = open.at(-1)
      if (!passage || (passage.row && name !== 'tr')) return
      open.pop()
      if (passage.marks.length > 0) done.push(passage)
    },
  })
  parser.end(html.replace(drawn, ''))
  return done
}

/** Most of a page’s bytes are drawings, in which nothing counts: they are cut out whole, faster than they are read. */
const drawn = /<svg\b[\s\S]*?<\/svg>/g

/** White space is one space, and none stands at the beginning. */
const add = (passage: Passage, text: string): void => {
  const plain = text.replace(/[^\S\u00a0]+/g, ' ')
  passage.text += /^$|\s$/.test(passage.text) ? plain.replace(/^ /, '') : plain
}

const segmenters = {
  zh: new Intl.Segmenter('zh-CN', { granularity: 'sentence' }),
  en: new Intl.Segmenter('en-GB', { granularity: 'sentence' }),
} as const

/** The sentences of a passage that figures stand in. */
const sentencesOf = ({ text, row, language, marks }: Passage): Pick<SentenceRecord, 'text' | 'figures' | 'holds'>[] => {
  const all = row ? [{ segment: text, index: 0 }] : [...segmenters[language].segment(text)]
  return all.flatMap(({ segment, index }) => {
    const last = index + segment.length === text.length
    const inside = marks.filter(({ at }) => at >= index && (at < index + segment.length || last))
    if (inside.length === 0) return []
    const holds = [...new Set(inside.flatMap((mark) => mark.holds ?? []))]
    return [{ text: segment.trim(), figures: [...new Set(inside.map(({ id }) => id))], ...(holds.length > 0 ? { holds } : {}) }]
  })
}
