import { stringify } from 'yaml'
import type { Name, SourceRecord } from '../../scripts/ledger/publish/record.ts'

/** What CITATION.cff says of a report beside its records: from package.json, and from src/report. */
interface About {
  readonly version: string
  readonly description: string
  readonly keywords: readonly string[]
}

/** CITATION.cff (Citation File Format 1.2.0), written from this report's own record and the works that it recomputes. */
export const citationFile = (own: SourceRecord, studied: readonly SourceRecord[], { version, description, keywords }: About): string =>
  `# Written from data/sources.yaml, package.json and src/report; npx vitest run test/report -u writes it again.\n${stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use this report or its data, please cite it as below.',
      type: 'software',
      title: own.title.en,
      abstract: description,
      authors: own.creators.map(author),
      version,
      license: ['MIT', 'CC-BY-4.0'],
      // The file is written in one language.
      keywords: [...new Set([...keywords.filter((word) => /^[\x20-\x7e]+$/.test(word)), 'reproducible report'])],
      references: studied.map(({ language, title, creators, year, publisher }) => ({
        type: 'report',
        title: language === 'en' ? title.en : title.zh,
        authors: creators.map(author),
        year,
        publisher: { name: publisher.en },
      })),
    },
    { lineWidth: 0 },
  )}`

const author = (name: Name): Record<string, string> =>
  'family' in name ? { 'family-names': name.family, 'given-names': name.given } : { name: name.en }
