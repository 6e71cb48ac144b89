/** A walk through every page of the example that a reader comes to, each listened to in every view: what frame and templates do, whatever the report. */
import { beforeAll, describe, expect, test } from 'vitest'
import { templateAddress, templatesIn } from '../bench/templates.ts'
import { exampleSite } from '../site/project.ts'
import { hasBrowser, openSite } from './open-site.ts'
import { faultsOf, type Seen, walk } from './walk.ts'

describe.skipIf(!hasBrowser)('a walk through a page of each template in each view', () => {
  let found: ReadonlyMap<string, Seen>

  beforeAll(async () => {
    const site = await openSite(exampleSite)
    // Templates are of one make in both languages: each is listened to in one, in turns, and chapters in both.
    const templates = templatesIn(site.dist).map((template, index) => templateAddress(template, index % 2 === 0 ? 'zh' : 'en'))
    const chapters = ['zh', 'en'].flatMap((language) => [`/${language}/`, `/${language}/the-lamp/`])
    found = await walk(site, { addresses: [...new Set([...chapters, ...templates])], rulesOf: () => 'all' })
  }, 300_000)

  test('comes to each', () => expect(found.size).toBeGreaterThanOrEqual(12))

  test.each(['console', 'policy', 'hosts', 'overflow', 'missing', 'weak', 'axe'] as const)('finds nothing wrong: %s', (kind) =>
    expect(faultsOf(found, kind)).toEqual([]),
  )
})
