/** The ledger as other people's programs read it, made of the example. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import { afterAll, describe, expect, test } from 'vitest'
import { report } from '#report'
import { computeLedger } from '../../../scripts/ledger/ledger.ts'
import { ledgerJsonSchema } from '../../../scripts/ledger/publish/ledger-schema.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import { copyRooms } from '../../rooms.ts'

const root = mkdtempSync(`${tmpdir()}/published-`)
afterAll(() => rmSync(root, { recursive: true }))
copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])
const ledger = computeLedger(root, report)
const sentence = { page: 'en/the-lamp/#oil', language: 'en', text: 'About 1,250 ships.', figures: ['lamp.ships'] } as const
/** As each test publishes it for itself, so that a fault is laid at its door. */
const published = () => publish(ledger, new Map([['lamp.ships', ['en/the-lamp/#oil']]]), [sentence])
const figure = (id: string) => published().figures.find((each) => each.id === id)

describe('in the published ledger', () => {
  test('a printed number says what its source prints, where, and how far it may be off', () => {
    expect(figure('lamp.ships')).toEqual({
      id: 'lamp.ships',
      kind: 'cited',
      value: 1250,
      unit: 'count',
      scope: { period: '1901', entity: 'lighthouse' },
      label: { zh: '平安驶过的船', en: 'Ships that passed safely' },
      shown: { zh: '1250', en: '1,250' },
      interval: [1250, 1250],
      source: 'gull-point-1901',
      usedIn: ['en/the-lamp/#oil'],
      locator: { zh: '第二章，第4段', en: 'chapter 2, paragraph 4' },
      printed: '1250 ships',
      dataScript: 'data/gull-point-1901/inputs.yaml:30',
      qualifier: 'about',
    })
    expect(figure('lamp.longNights.litresANight')).toMatchObject({ interval: [12.45, 12.55], usedIn: [] })
  })

  test('the reason of a conflict has the values of the figures that it names', () => {
    const [first, ...others] = ledger.data.conflicts
    if (!first) throw new Error('the example has no conflict')
    const why = { zh: '有{lamp.ships}艘船。', en: 'By {lamp.longNights.share}, of {lamp.ships} ships.' }
    const { conflicts } = publish({ ...ledger, data: { ...ledger.data, conflicts: [{ ...first, why }, ...others] } })
    const share = figure('lamp.longNights.share')?.shown.en
    expect(conflicts[0]?.why).toEqual({ zh: '有1250艘船。', en: `By ${share}, of 1,250 ships.` })
  })

  test('a computed number says by what formula, from what, and in which lines', () => {
    expect(figure('lamp.litresAnInhabitant')).toEqual({
      id: 'lamp.litresAnInhabitant',
      kind: 'derived',
      value: expect.closeTo(3592.6 / 732, 12),
      unit: 'litre',
      per: 'person',
      scope: { period: '1901', entity: 'gull-point', measure: 'inhabitants' },
      label: { zh: '人均灯油', en: 'Oil per inhabitant' },
      shown: { zh: '4.91升', en: '4.91 litres' },
      interval: [expect.closeTo(3574.35 / 732.5, 12), expect.closeTo(3610.85 / 731.5, 12)],
      source: 'gull-point-report',
      usedIn: [],
      formula: 'amount / base',
      tex: '\\text{Oil per inhabitant} = \\frac{\\text{amount}}{\\text{base}}',
      inputs: ['lamp.litres', 'inhabitants.parish.y1901'],
      terms: { amount: 'lamp.litres', base: 'inhabitants.parish.y1901' },
      script: expect.stringMatching(/^scripts\/ledger\/figures\/declared\.ts:\d+$/),
      declared: 'data/gull-point-1901/derived.yaml:22',
      formulaScript: expect.stringMatching(/^scripts\/ledger\/formulas\/rate\.ts:\d+$/),
    })
    expect(figure('lamp.longNights.share')).toMatchObject({ short: { zh: '长夜', en: 'Long nights' } })
  })

  test('every check and every conflict stands as it was found', () => {
    expect(published().checks).toEqual(ledger.checks)
    expect(published().conflicts.filter(({ kind }) => kind === 'period')).toMatchObject([
      {
        id: 'when-the-light-was-lit',
        kind: 'period',
        weight: 'minor',
        passages: [
          { source: 'gull-point-1901', locator: { en: 'chapter 2, paragraph 1' }, printed: 'The light was first lit in 1868.' },
          { source: 'harbour-log-1901', locator: { en: 'chapter 1, paragraph 2' } },
        ],
        figures: [],
        checks: [],
      },
    ])
  })

  test('every file that the numbers are made of has its fingerprint, in the order of their paths', () => {
    const { files } = published()
    const paths = Object.keys(files)
    expect(paths).toContain('data/gull-point-1901/hamlets.csv')
    expect(paths).toContain('scripts/ledger/formulas/sum.ts')
    expect(paths.filter((path) => path.startsWith('data/'))).toEqual(paths.filter((path) => path.startsWith('data/')).sort())
    for (const [path, fingerprint] of Object.entries(files))
      expect(fingerprint).toBe(
        createHash('sha256')
          .update(readFileSync(`${root}/${path}`))
          .digest('hex'),
      )
  })

  test('sentences stand where a build knows them, and nowhere else', () => {
    expect(published().sentences).toEqual([sentence])
    expect('sentences' in publish(ledger)).toBe(false)
  })
})

const validator = () => new Ajv2020({ strict: true, allErrors: true }).compile(ledgerJsonSchema(ledger.data) as AnySchema)
/** The ledger as a program reads it. */
const read = () =>
  JSON.parse(JSON.stringify(published())) as Record<'figures' | 'checks' | 'sources' | 'conflicts', Record<string, unknown>[]>

describe('the published schema', () => {
  test('lets the ledger through, with and without sentences', () => {
    const validate = validator()
    expect(validate(read()), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    expect(validate(JSON.parse(JSON.stringify(publish(ledger))))).toBe(true)
  })

  test('says its draft, its title and what it is', () => {
    expect(ledgerJsonSchema(ledger.data)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $comment: 'Every figure and every check of one build, as ledger.json has them.',
      title: 'The ledger of a report that proves itself',
      type: 'object',
      $defs: {
        unit: { enum: [...ledger.data.units.bases.keys()] },
        measure: { enum: ['inhabitants', 'mixed'] },
        figure: { type: 'object' },
      },
    })
  })

  test.each<[string, (faulty: ReturnType<typeof read>) => void]>([
    ['a field that nothing describes', ({ figures }) => Object.assign(figures[0] ?? {}, { colour: 'red' })],
    ['a figure without its value', ({ figures }) => delete figures[0]?.value],
    ['a value written as text', ({ figures }) => Object.assign(figures[0] ?? {}, { value: '1' })],
    ['a unit that does not exist', ({ figures }) => Object.assign(figures[0] ?? {}, { unit: 'dozen' })],
    ['a reach where the report has none', ({ figures }) => Object.assign(figures[0]?.scope ?? {}, { reach: 'direct' })],
    ['a measure that does not exist', ({ figures }) => Object.assign(figures[0]?.scope ?? {}, { measure: 'hats' })],
    ['an id of nothing', ({ figures }) => Object.assign(figures[0] ?? {}, { id: '' })],
    ['a line that is none', ({ figures }) => Object.assign(figures[0] ?? {}, { dataScript: 'data/inputs.yaml' })],
    ['a label in one language', ({ figures }) => Object.assign(figures[0] ?? {}, { label: { en: 'Oil' } })],
    ['a word that no bound has', ({ figures }) => Object.assign(figures[0] ?? {}, { qualifier: 'roughly' })],
    ['a verdict that does not exist', ({ checks }) => Object.assign(checks[0] ?? {}, { verdict: 'nearly' })],
    ['a check without its source', ({ checks }) => delete checks[0]?.source],
    ['an interval with one end', ({ figures }) => Object.assign(figures[0] ?? {}, { interval: [1] })],
    ['a source of no list', ({ sources }) => Object.assign(sources[0] ?? {}, { group: 'others' })],
    ['a conflict of no kind', ({ conflicts }) => Object.assign(conflicts[0] ?? {}, { kind: 'quarrel' })],
    ['a fingerprint that is too short', (faulty) => Object.assign(faulty, { files: { 'data/units.yaml': 'abc' } })],
    ['no conflicts', (faulty) => delete (faulty as { conflicts?: unknown }).conflicts],
  ])('refuses %s', (_, spoil) => {
    const faulty = read()
    spoil(faulty)
    expect(validator()(faulty)).toBe(false)
  })

  test('describes every field of a figure and a check that its name does not explain', () => {
    const { $defs } = ledgerJsonSchema(ledger.data) as {
      $defs: Record<string, { description?: string; properties?: Record<string, { description?: string; $ref?: string }> }>
    }
    for (const kind of ['figure', 'check']) {
      expect($defs[kind]?.description).toBeTruthy()
      for (const [name, property] of Object.entries($defs[kind]?.properties ?? {}))
        if (name !== 'label')
          expect(property.description ?? $defs[property.$ref?.replace('#/$defs/', '') ?? '']?.description, `${kind}.${name}`).toBeTruthy()
    }
  })
})
