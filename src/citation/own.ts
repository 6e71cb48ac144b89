import type { CSL } from '@citation-js/core'
import type { SourceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { itemOf } from './item.ts'

/** This report as its readers in a language cite it: under the title and the names that it has there. */
export const wholeOf = (own: SourceRecord, reader: Language, address?: string): CSL => ({
  ...itemOf({ ...own, language: reader }, reader),
  ...(address && { URL: address }),
})

/**
 * A part of this report as a work of its own: a chapter, or a number's entry in the audit. APA calls what stands in a
 * greater work a chapter; GB/T 7714 marks it as the greater work is marked, as a report.
 */
export const partOf = (
  whole: CSL,
  { id, title, address }: { id: string; title: string; address: string | undefined },
  list: Language,
): CSL => {
  const { URL: _, ...rest } = whole
  return {
    ...rest,
    id,
    type: list === 'zh' ? 'report' : 'chapter',
    title,
    ...(whole.title && { 'container-title': whole.title }),
    ...(address && { URL: address }),
  }
}
