import type { SentenceRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'

/** A sentence as it was and as it is; null where it came, went, or one side's pages are not known. */
export interface SentencePair {
  readonly page: string
  readonly language: Language
  readonly before: string | null
  readonly after: string | null
  /** The figures in it that came, went or visibly moved. */
  readonly figures: readonly string[]
}

/**
 * The sentences that show a moved figure, or whose words rest on one, the old beside the new. Text that stayed the same is
 * told too: its words rest on what moved, and want reading again.
 */
export const sentencesTouched = (
  older: readonly SentenceRecord[] | undefined,
  newer: readonly SentenceRecord[] | undefined,
  moved: ReadonlySet<string>,
): SentencePair[] => {
  const touched = (sentences: readonly SentenceRecord[] = []) => sentences.filter(({ figures }) => figures.some((id) => moved.has(id)))
  const left = new Set(touched(older))
  const partners = new Map<SentenceRecord, SentenceRecord>()
  const wanting = touched(newer)
  // First those of the same figures, in the order of the page; then those that share one, since a sentence may gain a number.
  const alike: ((a: SentenceRecord, b: SentenceRecord) => boolean)[] = [
    (a, b) => a.figures.join() === b.figures.join() && a.page === b.page,
    (a, b) => a.figures.join() === b.figures.join(),
    (a, b) => a.figures.some((id) => b.figures.includes(id)),
  ]
  for (const same of alike) {
    for (const sentence of wanting) {
      if (partners.has(sentence)) continue
      const partner = [...left].find((old) => pageOf(old) === pageOf(sentence) && same(old, sentence))
      if (!partner) continue
      partners.set(sentence, partner)
      left.delete(partner)
    }
  }
  const pair = (sentence: SentenceRecord, before: string | null, after: string | null): SentencePair => ({
    page: sentence.page,
    language: sentence.language,
    before,
    after,
    figures: sentence.figures.filter((id) => moved.has(id)),
  })
  return [
    ...wanting.map((sentence) => pair(sentence, partners.get(sentence)?.text ?? null, sentence.text)),
    ...[...left].map((sentence) => pair(sentence, sentence.text, null)),
  ]
}

const pageOf = ({ page }: SentenceRecord): string => page.replace(/#.*/, '')
