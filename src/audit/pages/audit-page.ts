import type { CitedPart } from '../../citation/mould.ts'
import type { Html } from '../../lib/html.ts'

/** A page of the audit before its frame is put round it. */
export interface AuditPage {
  /** Its address after the language, such as "audit/lamp.oil/". */
  readonly path: string
  readonly title: string
  readonly description: string
  readonly main: Html
  /** How it is cited, told at its foot. */
  readonly cited?: CitedPart
}
