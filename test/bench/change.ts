/** A change of one printed number that moves figures of a chapter and no verdict. */
import { readFileSync, writeFileSync } from 'node:fs'
import { reportLedger } from '../../scripts/ledger/index.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import { downstreamOf } from '../../scripts/ledger/questions/dependence.ts'
import type { Language } from '../../scripts/ledger/types.ts'

/** A printed number in a copy of the project, and a figure that a chapter shows and that it moves. */
export interface Change {
  readonly figure: string
  /** The chapter that shows the figure, by its name. */
  readonly chapter: string
  readonly before: string
  readonly after: string
  readonly make: () => void
  readonly undo: () => void
}

/** One more in the third digit, or in the last of fewer: "13967.0" -> "14067.0" would be the second. */
const oneMore = (digits: string): string => {
  const places = [...digits.matchAll(/\d/g)].map(({ index }) => index)
  const at = places[Math.min(2, places.length - 1)] ?? 0
  const digit = Number(digits[at])
  return `${digits.slice(0, at)}${digit === 9 ? 8 : digit + 1}${digits.slice(at + 1)}`
}

/** The first change of an input that no check rests on after which a chapter shows another number. */
export const changeIn = (folder: string, ledger: Ledger, chapters: readonly string[], language: Language): Change => {
  const checked = new Set(ledger.checks.map(({ figure }) => figure))
  const texts = chapters.map((chapter) => ({ chapter, text: readFileSync(`${folder}/content/${language}/${chapter}.mdx`, 'utf8') }))
  const shownBy = (id: string) => texts.find(({ text }) => text.includes(`<Num id="${id}"`))?.chapter
  for (const { id, input, place } of ledger.figures.values()) {
    if (!input || input.kind === 'assumed' || checked.has(id)) continue
    const moved = [id, ...downstreamOf(ledger.figures, id).map((figure) => figure.id)]
    if (moved.some((each) => checked.has(each)) || !moved.some(shownBy)) continue
    const path = `${folder}/${place.file}`
    const text = readFileSync(path, 'utf8')
    const at = text
      .split('\n')
      .slice(0, place.line - 1)
      .join('\n').length
    const from = text.indexOf(input.digits, at)
    const make = () => writeFileSync(path, `${text.slice(0, from)}${oneMore(input.digits)}${text.slice(from + input.digits.length)}`)
    const undo = () => writeFileSync(path, text)
    make()
    const after = attempt(() => reportLedger(folder))
    undo()
    for (const each of moved) {
      const [chapter, old, now] = [shownBy(each), ledger.figures.get(each), after?.figures.get(each)]
      if (!chapter || !old || !now || shown(old, language) === shown(now, language)) continue
      return { figure: each, chapter, before: shown(old, language), after: shown(now, language), make, undo }
    }
  }
  throw new Error('no input moves a number of a chapter and no verdict')
}

const attempt = <Made>(make: () => Made): Made | undefined => {
  try {
    return make()
  } catch {
    return undefined
  }
}
