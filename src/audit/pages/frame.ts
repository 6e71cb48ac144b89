/**
 * Pages of figures and of files are thousands, and differ in what their frame holds alone. Astro renders one of each kind
 * with these words in place of what is a page’s own; a build puts the others in.
 */
import { type CitedPart, withOwn } from '../../citation/mould.ts'
import { escaped } from '../../lib/escaped.ts'
import { Html } from '../../lib/html.ts'
import type { AuditPage } from './audit-page.ts'

/** What stands in an address for a figure or a file: no id and no path has this character. */
export const framePlace = '~frame'

/** The page of which the others are made, at `audit/~frame/` or `audit/source/~frame/`. */
export const framePage = (path: string, cited?: CitedPart): AuditPage => ({
  path,
  title: '~title~',
  description: '~description~',
  main: new Html('~main~'),
  ...(cited ? { cited } : {}),
})

const standIns = /~(title|description|main)~|audit\/(?:source\/)?~frame\/|<details class="cite-this"[\s\S]*?<\/details>/g

/** A page in a frame that Astro rendered. */
export const framed = (frame: string, { path, title, description, main, cited }: AuditPage): string => {
  const own: Readonly<Record<string, string>> = { title: escaped(title), description: escaped(description), main: main.text }
  return frame.replace(standIns, (found, name?: string) => {
    if (name !== undefined) return own[name] ?? ''
    return found.startsWith('<') ? (cited ? withOwn(found, cited) : found) : escaped(encodeURI(path))
  })
}
