import { getCallSites } from 'node:util'
import type { Place } from '../types.ts'

/** More calls than ever lead from an estimate to here. */
const deepest = 50

/**
 * Where the calls stand that led here, the innermost first, as far as they stand in scripts/. Node itself knows, as long as
 * it runs the files as they are written; where a tool runs its own version of them, as Vitest does, only the text of a
 * stack is mapped back to the written lines.
 */
export const callPlaces = (): readonly Place[] => {
  const sites = getCallSites(deepest)
  const runsAsWritten = sites[0]?.scriptName.startsWith('file:')
  const places = runsAsWritten
    ? sites.map(({ scriptName, lineNumber, columnNumber }) => placeIn(scriptName, lineNumber, columnNumber))
    : (new Error().stack ?? '').split('\n').map((line) => {
        const [, file = '', lineNumber, columnNumber] = /([^\s()]+):(\d+):(\d+)\)?$/.exec(line) ?? []
        return placeIn(file, Number(lineNumber), Number(columnNumber))
      })
  return places.filter((place) => place !== undefined)
}

/** The place as the project writes it, from the folder of its scripts on; nothing for a file that is no script of it. */
const placeIn = (file: string, line: number, column: number): Place | undefined => {
  const start = file.lastIndexOf('/scripts/')
  return start < 0 ? undefined : { file: file.slice(start + 1).replace(/\?.*$/, ''), line, column }
}
