import { Cite, type CSL, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'

const { format } = plugins.config.get('@bibtex')
// Chinese stays Chinese, and an entry is called by our id.
format.asciiOnly = false
format.useIdAsLabel = true
format.checkLabel = false

/** Works as a BibTeX file, in UTF-8. */
export const bibtex = (items: readonly CSL[]): string => `${items.map(entry).join('\n\n')}\n`

const entry = (item: CSL): string =>
  String(new Cite([item]).format('bibtex'))
    .trim()
    .replace(/^@inbook/, '@incollection')
    .replace(/^@\w+/, (kind) => (item.type === 'thesis' ? `@${item.genre?.startsWith('Doctor') ? 'phd' : 'masters'}thesis` : kind))
    .replace(/^(\s*)publisher =/m, (line, before: string) => (item.type === 'thesis' ? `${before}school =` : line))
    .split('\n')
    // With Chinese left alone the library leaves this sign alone too, and LaTeX would stop at it.
    .map((line) => (/^\t(doi|url) =/.test(line) ? line : line.replace(/(?<!\\)&/g, '\\&')).replace('\t', '  '))
    .join('\n')
