import { z } from 'zod'

/** Why a printed result is not what its inputs give. */
export const causeSchema = z.enum([
  'forced-additivity',
  'premature-rounding',
  'false-precision',
  'scope-clash',
  'unit-slip',
  'rounded-inputs',
  'rounded-in-words',
  'slip-of-wording',
  'withheld-data',
])
