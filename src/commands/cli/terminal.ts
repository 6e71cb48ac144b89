import { styleText } from 'node:util'

export type Colour = Parameters<typeof styleText>[0]

/** Text in a colour where standard output is a terminal; NO_COLOR and FORCE_COLOR have the last word. */
export const coloured = (colour: Colour, text: string): string => styleText(colour, text, { stream: process.stdout })

export const onTerminal = (): boolean => process.stdout.isTTY === true

/** Columns that a line may take: those of the terminal, or as COLUMNS says; without end in a pipe. */
export const terminalWidth = (): number => {
  const asked = Number(process.env.COLUMNS)
  if (asked > 0) return asked
  return process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY
}

export const eraseLine = '\r\u001b[K'

/** Waits for work, telling on a terminal's standard error what is being done and, from a second on, for how long. */
export const whileWaiting = async <Result>(doing: string, work: Promise<Result>): Promise<Result> => {
  if (!process.stderr.isTTY) return work
  let seconds = 0
  const clock = setInterval(() => {
    seconds += 1
    process.stderr.write(`${eraseLine}${doing} … ${seconds} s`)
  }, 1000)
  try {
    return await work
  } finally {
    clearInterval(clock)
    if (seconds > 0) process.stderr.write(eraseLine)
  }
}

/** Does work that holds the program up, saying so on a terminal's standard error until it is done. */
export const whileBusy = <Result>(doing: string, work: () => Result): Result => {
  if (!process.stderr.isTTY) return work()
  process.stderr.write(`${doing} …`)
  try {
    return work()
  } finally {
    process.stderr.write(eraseLine)
  }
}
