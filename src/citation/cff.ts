import { stringify } from 'yaml'
import type { Name, SourceRecord } from '../../scripts/ledger/publish/record.ts'

/** CITATION.cff (Citation File Format 1.2.0), written from this report's own record and the works that it recomputes. */
export const citationFile = (own: SourceRecord, studied: readonly SourceRecord[], version: string): string =>
  `# Written from data/sources.yaml and package.json; npx vitest run test/citation -u writes it again.\n${stringify(
    {
      'cff-version': '1.2.0',
      message: 'If you use this report or its data, please cite it as below.',
      type: 'software',
      title: own.title.en,
      abstract: 'A bilingual report on platform employment whose every number is computed when the site is built.',
      authors: own.creators.map(author),
      version,
      license: ['MIT', 'CC-BY-4.0'],
      keywords: ['platform employment', 'job quality', 'replication', 'reproducible report'],
      references: studied.map(({ title, creators, year, publisher }) => ({
        type: 'report',
        title: title.zh,
        authors: creators.map(author),
        year,
        publisher: { name: publisher.en },
      })),
    },
    { lineWidth: 0 },
  )}`

const author = (name: Name): Record<string, string> =>
  'family' in name ? { 'family-names': name.family, 'given-names': name.given } : { name: name.en }
