/** What the pages of the audit that are searched have in common. */

/** Text as it is compared: whatever the width, the case, the spaces, the kind of minus and the marks in long numbers. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('−', '-')
    .replace(/(?<=\d),(?=\d)/g, '')
export const packed = (text: string): string => plain(text).replace(/\s+/g, '')
/** Whether a packed text holds every word that is sought. */
export const holds = (text: () => string, query: string): boolean =>
  plain(query)
    .split(/\s+/)
    .every((word) => word === '' || text().includes(word))

/** A text made when it is first asked for: a page whose rows nobody searches reads none of them. */
export const whenAsked = (make: () => string): (() => string) => {
  let made: string | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Says how many of how many are shown, and in words when there are none. */
export const tell = (status: HTMLElement, shown: number, all: number): void => {
  const { shown: words = '', empty = '' } = status.dataset
  status.textContent = shown > 0 ? words.replace('{shown}', `${shown}`).replace('{all}', `${all}`) : empty
  status.classList.toggle('empty', shown === 0)
}
