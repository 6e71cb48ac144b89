/** The sentences of the report that a scenario would change, fetched once a reader comes near their list. */
import type { Language } from '../../../scripts/browser.ts'
import { type Change, changesIn, type Moving } from '../../explorer/moving.ts'
import type { Scenario, ScenarioGraph } from '../../explorer/scenario.ts'
import { base } from '../base.ts'
import { part } from '../part.ts'

/** Sentences that are shown; of more it is said how many. */
const shownAtMost = 40

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[Name] => {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

/** Where a number stands in a text by itself, not as a part of a longer one; -1 where it does not. */
const indexIn = (text: string, number: string): number => {
  for (let index = text.indexOf(number); index >= 0; index = text.indexOf(number, index + 1))
    if (!/[\d.,]$/.test(text.slice(0, index)) && !/^[\d%]|^[.,]\d/.test(text.slice(index + number.length))) return index
  return -1
}

const link = (href: string, text: string): HTMLAnchorElement => {
  const made = element('a', text)
  made.href = href
  return made
}

/** The sentence with old numbers struck and new ones after them; numbers that it writes otherwise follow it. */
const told = (
  { sentence, numbers, untrue }: Change,
  { cells = {} }: Moving,
  language: Language,
  words: DOMStringMap,
  title: string,
): HTMLElement => {
  const line = element('li')
  const places = numbers.map((number) => ({ ...number, index: indexIn(sentence.text, number.before) }))
  let end = 0
  for (const { before, now, index } of places.filter(({ index }) => index >= 0).sort((a, b) => a.index - b.index)) {
    if (index < end) continue
    line.append(sentence.text.slice(end, index), element('del', before), ' ', element('ins', now))
    end = index + before.length
  }
  line.append(sentence.text.slice(end), ' ')
  for (const { figure, before, now } of places.filter(({ index }) => index < 0))
    line.append(
      element(
        'small',
        link(`${base}/${language}/audit/${cells[figure] ?? `${figure}/`}`, figure),
        ' ',
        element('del', before),
        ' ',
        element('ins', now),
      ),
      ' ',
    )
  for (const predicate of untrue) line.append(element('strong', words.untrue ?? ''), element('code', predicate), ' ')
  line.append(link(`${base}${sentence.place}`, '→'))
  line.lastElementChild?.setAttribute('aria-label', title)
  return line
}

/** Fetches the sentences and gives what shows them for a scenario. */
export const sentencesOf = async (graph: ScenarioGraph, language: Language): Promise<(scenario: Scenario) => void> => {
  const section = part('#changes')
  const words = section.dataset
  const answer = await fetch(words.list ?? '')
  if (!answer.ok) throw new Error(`${words.list}: ${answer.status}`)
  const moving = (await answer.json()) as Moving
  return (scenario) => {
    const changes = scenario.size > 0 ? changesIn(graph, moving, scenario, language) : []
    const count = changes.length === 0 ? words.none : words.some?.replace('{}', String(changes.length))
    part('#how-many').textContent = count ?? ''
    const list = part('#changed')
    list.replaceChildren()
    const pages = Map.groupBy(changes.slice(0, shownAtMost), ({ sentence }) => sentence.place.replace(/#.*/, ''))
    for (const [page, members] of pages) {
      list.append(
        element('h3', link(`${base}${page}`, moving.titles[page] ?? page)),
        element('ul', ...members.map((change) => told(change, moving, language, words, moving.titles[page] ?? page))),
      )
    }
    const left = changes.length - shownAtMost
    if (left > 0) list.append(element('p', words.more?.replace('{}', String(left)) ?? ''))
  }
}
