import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import type { TypedNumber } from './typed-numbers.ts'

/** How a figure may be met as a typed number: in either language's text, and unrounded. */
interface Candidate {
  readonly id: string
  /** A cell of a big table: seldom what an author means, and sure to match any short number. */
  readonly cell: boolean
  readonly value: number
  readonly texts: readonly { readonly digits: string; readonly scale: string }[]
}

const candidates = new WeakMap<Ledger, readonly Candidate[]>()

/** "RMB 1.69152 trillion" is 1.69152 and trillion; "16915.2亿元" is 16915.2 and 亿. */
const partsOf = (text: string): { digits: string; scale: string } => {
  const match = /([\d.,]+)\s*(万亿|[万亿%]|thousand|million|billion|trillion)?/.exec(text)
  return { digits: (match?.[1] ?? '').replaceAll(',', ''), scale: match?.[2] ?? '' }
}

const candidatesOf = (ledger: Ledger): readonly Candidate[] => {
  const known = candidates.get(ledger)
  if (known) return known
  const made = [...ledger.figures.values()].map(
    (figure): Candidate => ({
      id: figure.id,
      cell: figure.input?.grid !== undefined,
      value: Math.abs(figure.value.valueOf()),
      texts: (['zh', 'en'] as const).map((language) => partsOf(shown(figure, language))),
    }),
  )
  candidates.set(ledger, made)
  return made
}

const factors: Readonly<Record<string, number>> = {
  '%': 0.01,
  thousand: 1e3,
  万: 1e4,
  million: 1e6,
  亿: 1e8,
  billion: 1e9,
  trillion: 1e12,
  万亿: 1e12,
}

/** How near a figure comes to a typed number: 0 is as shown, 1 is rounded otherwise; undefined is not at all. */
const nearness = ({ value, texts, cell }: Candidate, typed: string, scale: string): number | undefined => {
  const significant = typed.replace(/^0\.?0*|\D/g, '').length
  if (cell && significant < 4) return undefined
  if (texts.some((text) => text.digits === typed && (!scale || text.scale === scale))) return 0
  const decimals = typed.split('.')[1]?.length ?? 0
  const scales = scale ? [factors[scale] ?? 1] : [1, 0.01, 1e4, 1e6, 1e8, 1e9]
  // One digit alone would fit hundreds of figures.
  return significant >= 2 && scales.some((factor) => (value / factor).toFixed(decimals) === Number(typed).toFixed(decimals)) ? 1 : undefined
}

/** The figures that a typed number may be, nearest first, in either language's scale. */
export const figuresLike = ({ digits, scale = '' }: TypedNumber, ledger: Ledger, most = 3): string[] => {
  if (!digits) return []
  const found = candidatesOf(ledger).flatMap((candidate) => {
    const near = nearness(candidate, digits, scale)
    return near === undefined ? [] : [{ id: candidate.id, rank: near * 2 + (candidate.cell ? 1 : 0) }]
  })
  const best = Math.min(...found.map(({ rank }) => rank))
  return found
    .filter(({ rank }) => rank === best)
    .slice(0, most)
    .map(({ id }) => id)
}
