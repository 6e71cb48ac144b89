/** The published schema says what ledger.json is, and nothing else passes. */
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { ledgerJsonSchema } from '../../../../scripts/ledger/publish/ledger-schema.ts'
import { publish } from '../../../../scripts/ledger/publish/publish.ts'
import { ledger, record, text } from '../../exports/files.ts'

const validator = async () =>
  new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(await text('ledger.schema.json')) as AnySchema)
/** The ledger as a program reads it. */
const read = () => JSON.parse(JSON.stringify(record)) as { figures: Record<string, unknown>[]; checks: Record<string, unknown>[] }

test('the ledger keeps to its schema, as an independent validator reads both', async () => {
  const validate = await validator()
  expect(validate(read()), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
})

test('the ledger of a build, which knows where figures are used, keeps to it too', async () => {
  const used = publish(ledger, new Map([['total.jobs', ['en/total/#sum']]]), [
    { page: 'en/total/#sum', language: 'en', text: 'It comes to 69.01 million.', figures: ['total.jobs'] },
  ])
  expect((await validator())(JSON.parse(JSON.stringify(used)))).toBe(true)
})

test.each<[string, (faulty: ReturnType<typeof read>) => void]>([
  ['a field that nothing describes', (faulty) => Object.assign(faulty.figures[0] ?? {}, { colour: 'red' })],
  ['a figure without its value', (faulty) => delete faulty.figures[0]?.value],
  ['a value written as text', (faulty) => Object.assign(faulty.figures[0] ?? {}, { value: '1' })],
  ['a unit that does not exist', (faulty) => Object.assign(faulty.figures[0] ?? {}, { unit: 'dozen' })],
  ['a verdict that does not exist', (faulty) => Object.assign(faulty.checks[0] ?? {}, { verdict: 'nearly' })],
  ['a check without its source', (faulty) => delete faulty.checks[0]?.source],
  ['an interval with one end', (faulty) => Object.assign(faulty.figures[0] ?? {}, { interval: [1] })],
  ['no conflicts', (faulty) => delete (faulty as { conflicts?: unknown }).conflicts],
])('%s does not pass', async (_, spoil) => {
  const faulty = read()
  spoil(faulty)
  expect((await validator())(faulty)).toBe(false)
})

test('it says draft 2020-12, and describes every field of a figure and a check that its name does not explain', () => {
  const schema = ledgerJsonSchema(ledger.data) as {
    $schema: string
    $defs: Record<string, { description?: string; properties?: Record<string, { description?: string; $ref?: string; type?: string }> }>
  }
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
  const plain = new Set(['label'])
  for (const kind of ['figure', 'check']) {
    expect(schema.$defs[kind]?.description).toBeTruthy()
    for (const [name, property] of Object.entries(schema.$defs[kind]?.properties ?? {})) {
      const said = property.description ?? schema.$defs[property.$ref?.replace('#/$defs/', '') ?? '']?.description
      expect(said || plain.has(name), `${kind}.${name}`).toBeTruthy()
    }
  }
})
