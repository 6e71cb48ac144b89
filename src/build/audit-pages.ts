import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Language } from '../../scripts/ledger/types.ts'
import { listedFiles } from '../audit/listing/listing.ts'
import type { AuditPage } from '../audit/pages/audit-page.ts'
import { figurePage } from '../audit/pages/figure-page.ts'
import { framed, framePlace } from '../audit/pages/frame.ts'
import { sourcePage } from '../audit/pages/source-page.ts'
import { currentLedger } from '../current/ledger.ts'
import { languages } from '../i18n/words.ts'
import { Html } from '../lib/html.ts'
import type { Standing } from './current-helper.ts'

/** A page that waits for its frame. Thousands wait: their text is kept as bytes, which weigh half of it. */
interface Waiting extends Omit<AuditPage, 'main'> {
  readonly language: Language
  readonly main: Buffer
  /** The page whose frame it has. */
  readonly frame: string
  /** The figure that it is about. */
  readonly figure?: string
}

/** No text of a page makes a comment of HTML. */
const usesHere = '<!--uses-->'

/** Makes the pages of all figures and of all files, and gives what puts them into a site whose other pages stand. */
export const makeAuditPages = (): ((standing: Standing) => void) => {
  const ledger = currentLedger()
  const waiting = languages.flatMap((language) => {
    const wait = ({ main, ...page }: AuditPage, frame: string, figure?: string): Waiting => ({
      ...page,
      language,
      main: Buffer.from(main.text),
      frame: `${language}/${frame}`,
      ...(figure === undefined ? {} : { figure }),
    })
    const figures = [...ledger.figures.values()].filter(({ input }) => input?.grid === undefined)
    return [
      ...figures.map((figure) => wait(figurePage(figure, language, new Html(usesHere)), `audit/${framePlace}`, figure.id)),
      ...[...listedFiles(ledger).keys()].map((file) => wait(sourcePage(file, language), `audit/source/${framePlace}`)),
    ]
  })
  return ({ folder, uses }) => {
    const frames = new Map<string, string>()
    for (const { language, path, frame: name, figure, main, ...page } of waiting) {
      const frame = frames.get(name) ?? takeFrame(`${folder}/${name}`)
      frames.set(name, frame)
      const text = main.toString()
      const whole = figure === undefined ? text : text.replace(usesHere, () => uses[language].get(figure) ?? '')
      const place = `${folder}/${language}/${path}`
      mkdirSync(place, { recursive: true })
      writeFileSync(`${place}index.html`, framed(frame, { ...page, path, main: new Html(whole) }))
    }
  }
}

/** The frame that Astro rendered, which is no page of the site. */
const takeFrame = (folder: string): string => {
  const frame = readFileSync(`${folder}/index.html`, 'utf8')
  rmSync(folder, { recursive: true })
  return frame
}
