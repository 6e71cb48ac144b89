import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { components } from '../../../src/components/registry.ts'

describe.each(['zh', 'en'])('the authoring guide in %s', (language) => {
  const text = readFileSync(`${projectRoot}/content/${language}/authoring-guide.mdx`, 'utf8')
  const shown = text.replace(/^```[\s\S]*?^```$/gm, '')
  const samples = [...text.matchAll(/^```mdx\n([\s\S]*?)^```$/gm)].map(([, sample = '']) => sample.trim())

  test('shows every piece of source as readers see it', () => {
    expect(samples.length).toBeGreaterThan(8)
    for (const sample of samples) expect(shown).toContain(sample)
  })
  test('has each component that a chapter is written with', () => {
    const written = ['Num', 'Holds', 'KeyFigures', 'KeyFigure', 'CheckCount', 'Equation', 'Chart', 'Table', 'Cite', 'Objection']
    for (const name of written) {
      expect(components.has(name), name).toBe(true)
      expect(samples.join('\n'), name).toContain(`<${name}`)
    }
  })
  test('is kept out of navigation', () => expect(text).toMatch(/^part: hidden$/m))
})
