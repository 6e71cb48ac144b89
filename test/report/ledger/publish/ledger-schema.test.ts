/** The ledger of this report is what its published schema says. */
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { publish } from '../../../../scripts/ledger/publish/publish.ts'
import { ledger, record, text } from '../../exports/files.ts'

const validator = async () =>
  new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(await text('ledger.schema.json')) as AnySchema)
/** The ledger as a program reads it. */
const read = (): unknown => JSON.parse(JSON.stringify(record))

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
