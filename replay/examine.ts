import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { doubles, fractions } from './arithmetic.ts'
import { type Claim, type Data, openData, type Transcription } from './data.ts'
import { declaredIn, declaredValue } from './declared.ts'
import { pointIn, type Root, rangesOver, seeded } from './extremes.ts'
import { type Graph, graphOf, recipeOf } from './graph.ts'
import { examinePages } from './pages.ts'
import { printedNumber, type Range, rangeOf, readings, scaled, unitOf } from './printed.ts'
import {
  absolute,
  compare,
  divide,
  equal,
  multiply,
  ofDouble,
  one,
  type Rational,
  rational,
  roundTo,
  subtract,
  toNumber,
} from './rational.ts'
import { type Check, type Figure, type Interval, idsOf, type Ledger, languages } from './record.ts'
import { type Examiner, examiner, type Report } from './report.ts'
import { readShown } from './shown.ts'
import { verdictOf } from './verdict.ts'

/** Where the ledger comes from. */
export interface Surroundings {
  /** The folder that holds data/ and scripts/. */
  readonly tree: string
  /** The folder of the built site, if its pages are there. */
  readonly site: string | null
  readonly onProgress?: (examined: string) => void
}

/** One part in 10^12: what is left to the doubles that JSON carries. */
const tolerance = rational(1n, 10n ** 12n)
const sameNumber = (exact: Rational, published: unknown): boolean =>
  typeof published === 'number' &&
  Number.isFinite(published) &&
  compare(absolute(subtract(exact, ofDouble(published))), multiply(absolute(exact), tolerance)) <= 0
const sameEnd = (exact: Rational | null, published: unknown): boolean =>
  exact === null ? published === null : sameNumber(exact, published)
const sameRange = (exact: Range, published: Interval | null | undefined): boolean =>
  Array.isArray(published) && published.length === 2 && sameEnd(exact.low, published[0]) && sameEnd(exact.high, published[1])
const asPublished = ({ low, high }: Range): string => JSON.stringify([low && toNumber(low), high && toNumber(high)])

const bare = (text: string): string => text.replace(/\s+/g, '')

/** Recomputes all that a ledger says from what its data print, and reports what differs. */
export const examine = (ledger: Ledger, { tree, site, onProgress }: Surroundings): Report => {
  const seen = examiner(onProgress)
  const figures = new Map(ledger.figures.map((figure) => [figure.id, figure]))
  const isDerived = (figure: Figure): boolean => figure.kind === 'derived'
  const printedFigures = ledger.figures.filter((figure) => !isDerived(figure))
  const derivedFigures = ledger.figures.filter(isDerived)
  const data = openData(tree)
  const graph = graphOf(figures)

  examineStructure(ledger, figures, graph, seen)
  examineFiles(ledger, tree, seen)

  const roots = new Map<string, Root>()
  for (const figure of printedFigures) {
    // What a line of data cannot settle is taken from the ledger, so that one difference is not told as many.
    roots.set(figure.id, { value: ofDouble(figure.value), range: { low: end(figure.interval[0]), high: end(figure.interval[1]) } })
    seen.attempt('printed values', figure.id, 'the line of data', () => {
      roots.set(figure.id, examinePrinted(figure, data.at(figure.dataScript ?? '', figure.id), seen))
    })
  }
  for (const id of data.inputs) seen.see('structure', id, 'an input of the data', figures.has(id), 'a figure of the ledger', 'nothing')

  const exact = graph.over(fractions, (id) => (roots.get(id) as Root).value)
  const values = new Map([...roots].map(([id, { value }]) => [id, value]))
  const ranges = new Map([...roots].map(([id, { range }]) => [id, range]))
  for (const { id, value, formula = '' } of derivedFigures)
    seen.attempt('derived values', id, `value of ${formula}`, () => {
      values.set(id, exact(id))
      seen.see('derived values', id, 'value', sameNumber(exact(id), value), toNumber(exact(id)), value)
    })
  const rangeOf = rangesOver(graph, roots)
  for (const { id, interval } of derivedFigures)
    if (values.has(id))
      seen.attempt('derived ranges', id, 'interval', () => {
        const range = rangeOf(id)
        ranges.set(id, range)
        seen.see('derived ranges', id, 'interval', sameRange(range, interval), asPublished(range), interval)
      })
  examineSamples(
    derivedFigures.filter(({ id }) => values.has(id)),
    graph,
    roots,
    seen,
  )

  for (const figure of ledger.figures) examineShown(figure, values.get(figure.id) ?? ofDouble(figure.value), seen)
  examineDeclared(figures, tree, values, seen)
  examineChecks(ledger, figures, data, values, ranges, seen)

  if (site) examinePages(ledger, figures, site, seen)
  else seen.note('No pages stand beside this ledger; none were examined.')
  return seen.report()
}

const end = (published: number | null | undefined): Rational | null => (typeof published === 'number' ? ofDouble(published) : null)

const examineStructure = (ledger: Ledger, figures: ReadonlyMap<string, Figure>, graph: Graph, seen: Examiner): void => {
  const sources = new Set(ledger.sources.map(({ id }) => id))
  const claims = new Set(ledger.checks.map(({ claim }) => claim))
  const once = (what: string, ids: readonly string[]): void => {
    const counted = new Set<string>()
    for (const id of ids) {
      seen.see('structure', id, what, !counted.has(id), 'one of this name', 'two')
      counted.add(id)
    }
  }
  once(
    'id of a figure',
    ledger.figures.map(({ id }) => id),
  )
  once(
    'id of a claim',
    ledger.checks.map(({ claim }) => claim),
  )
  once(
    'id of a source',
    ledger.sources.map(({ id }) => id),
  )
  once(
    'id of a conflict',
    ledger.conflicts.map(({ id }) => id),
  )
  for (const figure of ledger.figures) {
    seen.see(
      'structure',
      figure.id,
      'kind',
      ['cited', 'assumed', 'derived'].includes(figure.kind),
      'cited, assumed or derived',
      figure.kind,
    )
    seen.see('structure', figure.id, 'source', sources.has(figure.source), 'a source of the ledger', figure.source)
    if (figure.kind !== 'derived') continue
    const named = [...new Set(idsOf(figure.terms ?? {}))]
    seen.see('structure', figure.id, 'inputs', JSON.stringify(named) === JSON.stringify(figure.inputs), named, figure.inputs)
    for (const id of named) seen.see('structure', figure.id, 'an input', figures.has(id), 'a figure of the ledger', id)
    seen.attempt('structure', figure.id, 'what it rests on', () => graph.rootsOf(figure.id))
    seen.attempt('structure', figure.id, 'formula', () => {
      const recipe = recipeOf(figure.formula ?? '')
      if (!('method' in recipe)) return
      const definition = figure.tex?.slice(figure.tex.indexOf('} = ') + 4)
      seen.see(
        'structure',
        figure.id,
        'equation of its method',
        definition === recipe.method.definition,
        recipe.method.definition,
        definition,
      )
    })
  }
  for (const { claim, figure, source } of ledger.checks) {
    seen.see('structure', claim, 'figure', figures.has(figure), 'a figure of the ledger', figure)
    seen.see('structure', claim, 'source', sources.has(source), 'a source of the ledger', source)
  }
  for (const conflict of ledger.conflicts) {
    for (const id of conflict.figures) seen.see('structure', conflict.id, 'figure', figures.has(id), 'a figure of the ledger', id)
    for (const id of conflict.checks) seen.see('structure', conflict.id, 'check', claims.has(id), 'a check of the ledger', id)
  }
}

const examineFiles = (ledger: Ledger, tree: string, seen: Examiner): void => {
  const texts = new Map<string, string>()
  for (const [file, fingerprint] of Object.entries(ledger.files)) {
    const bytes = existsSync(`${tree}/${file}`) ? readFileSync(`${tree}/${file}`) : undefined
    if (bytes) texts.set(file, bytes.toString('utf8'))
    const found = bytes ? createHash('sha256').update(bytes).digest('hex') : 'no such file'
    seen.see('fingerprints', file, 'SHA-256', found === fingerprint, found, fingerprint)
  }
  for (const file of readdirSync(`${tree}/data`, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(csv|yaml)$/.test(file)))
    seen.see('fingerprints', `data/${file}`, 'a file of data', `data/${file}` in ledger.files, 'a fingerprint', 'none')

  for (const figure of ledger.figures) {
    const linesFrom = (what: 'script' | 'formulaScript' | 'dataScript'): readonly string[] | undefined => {
      const place = figure[what]
      const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place ?? '') ?? []
      const rest = texts
        .get(file)
        ?.split('\n')
        .slice(Number(line) - 1)
      const isThere = rest !== undefined && Number(line) > 0 && (rest[0] ?? '').trim() !== ''
      seen.see('places of scripts and data', figure.id, what, isThere, 'a line of a file with a fingerprint', place)
      return isThere ? rest : undefined
    }
    if (figure.kind !== 'derived') {
      linesFrom('dataScript')
      continue
    }
    linesFrom('script')
    const formula = linesFrom('formulaScript')
    const written = formula && squeezedCode(formula.join('\n'))
    if (written !== undefined)
      seen.see(
        'places of scripts and data',
        figure.id,
        'formula',
        written.includes(squeezedCode(figure.formula ?? '')),
        'as its script writes it',
        figure.formula,
      )
  }
}
/** Code without its spaces, comments and commas before a bracket, which formatting may change. */
const squeezedCode = (code: string): string =>
  code
    .replace(/\/\/.*$/gm, '')
    .replace(/\s+/g, '')
    .replace(/,(?=[)\]}])/g, '')

/** A printed figure against its line of data; returns what it stands for, by that line alone. */
const examinePrinted = (figure: Figure, line: Transcription, seen: Examiner): Root => {
  const { id } = figure
  const printed = printedNumber(line.digits)
  const unit = unitOf(line.unit)
  if (!unit) throw new Error(`a unit “${line.unit}” that replay/printed.ts does not know`)
  const isAssumed = figure.kind === 'assumed'
  // What is counted one by one, a year of the calendar and an assumption were never rounded.
  const isCounted = equal(unit.factor, one) && ['count', 'year'].includes(figure.unit)
  const value = multiply(printed.value, unit.factor)
  const range = scaled(rangeOf(printed, line.qualifier, !isAssumed && !isCounted), unit.factor)
  const words = line.as ?? `${line.digits} ${line.unit === '1' ? '' : line.unit}`

  seen.see('printed values', id, 'printed', bare(words) === bare(figure.printed ?? ''), words, figure.printed)
  seen.see('printed values', id, 'kind', line.assumed === isAssumed, line.assumed ? 'assumed' : 'cited', figure.kind)
  seen.see('printed values', id, 'qualifier', line.qualifier === (figure.qualifier ?? null), line.qualifier, figure.qualifier ?? null)
  seen.see('printed values', id, 'unit', unit.bases.includes(figure.unit), `${unit.bases.join(' or ')}, for “${line.unit}”`, figure.unit)
  seen.see('printed values', id, 'value', sameNumber(value, figure.value), toNumber(value), figure.value)
  seen.see('printed values', id, 'interval', sameRange(range, figure.interval), asPublished(range), figure.interval)
  if (line.as !== undefined) examineWords(id, line.as, line.digits, unit.factor, seen)
  return { value, range }
}

/** A number that a source prints in words is the one that the data have in digits. */
const examineWords = (id: string, words: string, digits: string, factor: Rational, seen: Examiner): void => {
  const { value, step } = printedNumber(digits)
  const read = readings(words)
  const unscaled = read.some((one) => equal(one, value) || equal(roundTo(divide(one, factor), step), value))
  seen.see('words for numbers', id, words, unscaled, `words for ${digits}`, read.length === 0 ? 'no number' : read.map(toNumber).join(', '))
}

/** Figures that derived.yaml declares: what they rest on is what the data name, and their value what the kind makes of it. */
const examineDeclared = (
  figures: ReadonlyMap<string, Figure>,
  tree: string,
  values: ReadonlyMap<string, Rational>,
  seen: Examiner,
): void => {
  const examined = 'declared figures'
  const declared = declaredIn(tree)
  for (const declaration of declared)
    seen.attempt(examined, declaration.id, declaration.kind, () => {
      const { id, place, first, second } = declaration
      const figure = figures.get(id)
      if (!figure) throw new Error('no figure of the ledger')
      const named = [...new Set([...first, ...second])]
      seen.see(examined, id, 'place', figure.declared === place, place, figure.declared)
      seen.see(examined, id, 'inputs', JSON.stringify(figure.inputs) === JSON.stringify(named), named, figure.inputs)
      const value = declaredValue(declaration, (part) => {
        const found = values.get(part)
        if (!found) throw new Error(`“${part}” was not recomputed`)
        return found
      })
      seen.see(examined, id, 'value', sameNumber(value, figure.value), toNumber(value), figure.value)
    })
  const ids = new Set(declared.map(({ id }) => id))
  for (const { id, declared: place = '' } of figures.values())
    if (place.includes('/derived.yaml:')) seen.see(examined, id, 'its declaration', ids.has(id), 'an entry of derived.yaml', place)
}

const isOutside = (value: number, [low, high]: Interval, slack: number): boolean =>
  (low !== null && value < low - slack) || (high !== null && value > high + slack) || Number.isNaN(value)

const sampleSize = 200
/** Points of the box of all printed inputs, from a seed: no figure may leave its interval at any of them. */
const examineSamples = (derived: readonly Figure[], graph: Graph, roots: ReadonlyMap<string, Root>, seen: Examiner): void => {
  const random = seeded(20201)
  const outside = new Map<string, number>()
  for (let index = 0; index < sampleSize; index += 1) {
    const point = pointIn(roots, random, index % 2 === 0)
    const valueAt = graph.over(doubles, (id) => point.get(id) as number)
    for (const { id, interval } of derived) {
      const value = valueAt(id)
      const slack = 1e-11 * Math.abs(value)
      if (!isOutside(value, interval, slack)) continue
      // Doubles may cancel badly; the same point over fractions decides.
      const again = toNumber(graph.over(fractions, (root) => ofDouble(point.get(root) as number))(id))
      if (isOutside(again, interval, slack)) outside.set(id, again)
    }
  }
  for (const { id, interval } of derived)
    seen.see('samples of the box', id, `${sampleSize} points`, !outside.has(id), `values in ${JSON.stringify(interval)}`, outside.get(id))
}

const examineShown = ({ id, shown, unit }: Figure, value: Rational, seen: Examiner): void => {
  const read = languages.map((language) => ({ language, number: readShown(shown[language], language, unit) }))
  for (const { language, number } of read)
    seen.see('shown texts', id, `shown.${language}`, number !== undefined, `a number in ${unit}`, shown[language])
  const numbers = read.flatMap(({ number }) => (number ? [number] : []))
  const [chinese, english] = numbers
  if (!chinese || !english) return
  seen.see('shown texts', id, 'the number in both languages', equal(chinese.value, english.value), shown.zh, shown.en)
  // 683,000 may be rounded to thousands; 68.3万 beside it says that it is.
  const step = compare(chinese.step, english.step) > 0 ? chinese.step : english.step
  // 1,300 may be 1,332 to two digits, if the other language does not say otherwise.
  const coarsest = compare(chinese.coarsest, english.coarsest) < 0 ? chinese.coarsest : english.coarsest
  const allowed = [roundTo(value, step)]
  for (let place = step; compare(place, coarsest) < 0; ) {
    place = multiply(place, rational(10n))
    allowed.push(roundTo(value, place))
  }
  for (const { language, number } of read)
    seen.see(
      'shown texts',
      id,
      `digits of shown.${language}`,
      allowed.some((one) => number !== undefined && equal(number.value, one)),
      toNumber(allowed[0] ?? value),
      shown[language],
    )
}

const examineChecks = (
  ledger: Ledger,
  figures: ReadonlyMap<string, Figure>,
  data: Data,
  values: ReadonlyMap<string, Rational>,
  ranges: ReadonlyMap<string, Range>,
  seen: Examiner,
): void => {
  const inLedger = new Map(ledger.checks.map((check) => [check.claim, check]))
  const inData = new Map(data.claims.map((claim) => [claim.id, claim]))
  for (const { id } of data.claims) seen.see('structure', id, 'a claim of the data', inLedger.has(id), 'a check of the ledger', 'nothing')
  for (const check of ledger.checks)
    seen.attempt('checks', check.claim, 'the claim', () => {
      const claim = inData.get(check.claim) ?? claimOfTable(check, data, figures)
      const figure = figures.get(check.figure)
      const [value, range] = [values.get(check.figure), ranges.get(check.figure)]
      if (!claim) throw new Error('no claims.yaml holds it')
      if (!figure || !value || !range) throw new Error(`“${check.figure}” was not recomputed`)
      examineCheck(check, claim, figure, value, range, seen)
    })
}

/** How many decimals a printed number has: "28.0%" has one. */
const decimalsIn = (printed: string): number => /\d\.(\d+)/.exec(printed)?.[1]?.length ?? 0

/**
 * A claim that no claims.yaml holds: a table's own cell against what its other cells make. Where shares make a whole that
 * is not printed, it has as many decimals as the coarsest of them.
 */
const claimOfTable = (check: Check, data: Data, figures: ReadonlyMap<string, Figure>): Claim | undefined => {
  const own = { id: check.claim, figure: check.figure, source: check.source, withheld: false, cause: check.cause, reason: check.reason }
  if (check.implied) {
    const shares = figures.get(check.figure)?.inputs ?? []
    const decimals = Math.min(...shares.map((share) => decimalsIn(figures.get(share)?.printed ?? '')))
    const digits = decimals > 0 && Number.isFinite(decimals) ? `100.${'0'.repeat(decimals)}` : '100'
    return { ...own, digits, unit: '%', as: undefined, qualifier: null, assumed: false }
  }
  return check.cell && { ...own, ...data.cell(check.source, check.cell) }
}

const examineCheck = (check: Check, claim: Claim, figure: Figure, value: Rational, range: Range, seen: Examiner): void => {
  const id = check.claim
  const see = (examined: string, what: string, holds: boolean, expected: unknown, found: unknown): void =>
    seen.see(examined, id, what, holds, expected, found)
  const unit = unitOf(claim.unit)
  if (!unit) throw new Error(`a unit “${claim.unit}” that replay/printed.ts does not know`)
  const words = claim.as ?? `${claim.digits} ${claim.unit === '1' ? '' : claim.unit}`
  see('checks', 'printed', bare(words) === bare(check.printed), words, check.printed)
  if (claim.as !== undefined) examineWords(id, claim.as, claim.digits, unit.factor, seen)
  see('checks', 'figure', check.figure === claim.figure, claim.figure, check.figure)
  see('checks', 'source', check.source === claim.source, claim.source, check.source)
  see('checks', 'qualifier', check.qualifier === claim.qualifier, claim.qualifier, check.qualifier)
  see('checks', 'unit', unit.bases.includes(figure.unit), `a figure in ${unit.bases.join(' or ')}`, figure.unit)

  const inUnit = divide(value, unit.factor)
  const rangeInUnit = scaled(range, divide(one, unit.factor))
  if (claim.withheld) {
    see('recomputed results', 'recomputed', check.recomputed === null, null, check.recomputed)
    see('recomputed results', 'interval', check.interval === null, null, check.interval)
  } else {
    see('recomputed results', 'recomputed', sameNumber(inUnit, check.recomputed), toNumber(inUnit), check.recomputed)
    see('recomputed results', 'interval', sameRange(rangeInUnit, check.interval), asPublished(rangeInUnit), check.interval)
  }
  const verdict = verdictOf({
    value: inUnit,
    range: rangeInUnit,
    printedFigure: figure.kind === 'cited',
    figureQualifier: figure.qualifier ?? null,
    digits: claim.digits,
    qualifier: claim.qualifier,
    withheld: claim.withheld,
  })
  see('verdicts', 'verdict', check.verdict === verdict, verdict, check.verdict)
  const needsReason = verdict !== 'exact' || check.cause !== null
  const hasReason = languages.every((language) => (check.reason?.[language] ?? '').trim() !== '')
  see('reasons', 'cause', check.cause !== null || verdict === 'exact', 'a cause', check.cause)
  see('reasons', 'cause', check.cause === claim.cause || (verdict === 'exact' && check.cause === null), claim.cause, check.cause)
  see('reasons', 'reason', needsReason ? hasReason : check.reason === null, needsReason ? 'a reason in both languages' : null, check.reason)
  if (verdict === 'exact')
    see('reasons', 'cause', check.cause === null || check.cause === 'scope-clash', 'none, or scope-clash', check.cause)
  if (verdict === 'conflicting' || verdict === 'not-recomputable')
    see('verdicts', 'kind of the figure', figure.kind === 'cited', 'cited', figure.kind)
}
