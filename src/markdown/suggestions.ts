import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { type BaseUnit, baseOf, type Units } from '../../scripts/ledger/numbers/units.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import type { TypedNumber } from './typed-numbers.ts'

/** How a figure may be met as a typed number: in either language's text, and unrounded. */
interface Candidate {
  readonly id: string
  /** A cell of a big table: seldom what an author means, and sure to match any short number. */
  readonly cell: boolean
  readonly value: number
  readonly unit: BaseUnit
  /** Its names in both languages, in which a counted thing may be met. */
  readonly label: string
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
      unit: baseOf(figure),
      label: `${figure.label?.zh ?? ''} ${figure.label?.en ?? ''}`.toLowerCase(),
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
  if (texts.some((text) => text.digits === typed && text.scale === scale)) return 0
  const decimals = typed.split('.')[1]?.length ?? 0
  // One digit alone would fit hundreds of figures.
  return significant >= 2 && (value / (factors[scale] ?? 1)).toFixed(decimals) === Number(typed).toFixed(decimals) ? 1 : undefined
}

/** The base unit that the words around a number name; nothing where they name none. */
const unitAround = ({ before = '', after = '', scale }: TypedNumber, { bases, printed }: Units): BaseUnit | undefined => {
  if (scale === '%') return bases.get('ratio')
  const [ahead, behind] = [before.trimEnd(), after.trimStart()]
  const follows = (words: string) =>
    words !== '' && behind.startsWith(words) && !/^[a-z]/i.test(/[a-z]$/i.test(words) ? behind.slice(words.length) : '')
  const base = [...bases.values()].find(({ name, written, one }) => {
    const ways = [written, one ?? written].flatMap((way) => [way.zh, way.en])
    return (
      [name.zh, name.en, ...ways.map((way) => way.split('{}')[1]?.trim() ?? '')].some(follows) ||
      ways.some((way) => (way.startsWith('{}') ? false : ahead.endsWith(way.split('{}')[0]?.trim() ?? ' ')))
    )
  })
  return base ?? bases.get([...printed].find(([words]) => follows(words))?.[1].base ?? '')
}

/** Things are counted by many words, and so are persons where prose writes them as a number alone. */
const isCounted = ({ kind, written }: BaseUnit): boolean => kind === 'count' || (kind === 'quantity' && written.zh === '{}')

/** Whether a figure can be what is counted there. */
const fits = ({ unit }: Candidate, wanted: BaseUnit | undefined): boolean =>
  wanted === undefined || unit.id === wanted.id || (isCounted(wanted) && isCounted(unit))

/** The figures that a typed number may be: of the unit that is named beside it, nearest first, and before all what is called as it is there. */
export const figuresLike = (number: TypedNumber, ledger: Ledger, most = 3): string[] => {
  const { digits, scale = '', after = '' } = number
  if (!digits) return []
  const wanted = ledger.data?.units && unitAround(number, ledger.data.units)
  const thing = /^\s*([a-z]{4,})/i.exec(after)?.[1]?.toLowerCase().replace(/s$/, '')
  const found = candidatesOf(ledger).flatMap((candidate) => {
    const near = fits(candidate, wanted) ? nearness(candidate, digits, scale) : undefined
    const named = thing && candidate.label.includes(thing) ? 0 : 4
    return near === undefined ? [] : [{ id: candidate.id, rank: named + near * 2 + (candidate.cell ? 1 : 0) }]
  })
  const best = Math.min(...found.map(({ rank }) => rank))
  return found
    .filter(({ rank }) => rank === best)
    .slice(0, most)
    .map(({ id }) => id)
}
