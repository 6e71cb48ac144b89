/** Milliseconds without a move after which the hand is at rest. */
const rest = 250

type Purpose = 'announce' | 'sentences' | 'address' | 'doubts'

const atRest = new Map<Purpose, () => void>()
let timer = 0

/** Does something once nothing has moved for a while; of what was asked for one purpose, only the last. */
export const settle = (purpose: Purpose, what: () => void): void => {
  atRest.set(purpose, what)
  clearTimeout(timer)
  timer = window.setTimeout(() => {
    const all = [...atRest.values()]
    atRest.clear()
    for (const each of all) each()
  }, rest)
}
