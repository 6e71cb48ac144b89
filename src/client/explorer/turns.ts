/** Milliseconds after which a task ends, and the page has its turn. */
const turn = 12

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** Follows steps in short tasks and gives what they come to; nothing more once `isOver`. */
export const inTurns = async <Result>(steps: Iterator<unknown, Result>, isOver = (): boolean => false): Promise<Result | undefined> => {
  for (;;) {
    for (const begun = performance.now(); performance.now() - begun < turn; ) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await nextTurn()
    if (isOver()) return undefined
  }
}
