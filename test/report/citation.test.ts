import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { site } from '#site'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { citationFile } from '../../src/citation/cff.ts'
import { ledger } from './estimates/support.ts'

test('CITATION.cff is in step with data/sources.yaml, package.json and the words of the site', async () => {
  const { data, report } = ledger
  const own = data.sources.find(({ id }) => id === report.source)
  if (!own) throw new Error(`${report.source} is not in data/sources.yaml`)
  const studied = data.sources.filter(({ group }) => group === 'studied')
  const { version, description } = JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')) as Record<
    'version' | 'description',
    string
  >
  const { keywords } = site
  await expect(citationFile(own, studied, { version, description, keywords })).toMatchFileSnapshot(`${projectRoot}/CITATION.cff`)
})
