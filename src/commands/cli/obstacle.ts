/** What stands in the way of a command outside the report's own files, told to the person who can move it. */
export class Obstacle extends Error {
  override readonly name = 'Obstacle'

  constructor(what: string, expected: string) {
    super(`${what}\n    expected: ${expected}`)
    // Where in the engine it was noticed helps nobody.
    this.stack = this.message
  }
}

const ofSystem: Readonly<Record<string, readonly [what: string, expected: string]>> = {
  ENOSPC: ['the disk is full', 'room for some hundred megabytes'],
  EDQUOT: ['the disk is full, as far as this user may fill it', 'room for some hundred megabytes'],
  EROFS: ['the disk may only be read', 'a folder that may be written'],
  EACCES: ['this user may not write here', 'a folder that this user may write'],
  EPERM: ['the system does not allow it', 'a folder that this user may change'],
  EBUSY: ['the system holds it', 'a folder of its own, on which nothing is mounted'],
  EMFILE: ['too many files are open', 'fewer programs at once, or a higher “ulimit -n”'],
}

/** The obstacle that an error of the system tells of, with the file that it stopped at. */
export const obstacleIn = (error: unknown): Obstacle | undefined => {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code = '', path, message } = cause as NodeJS.ErrnoException
    // Some libraries pass on the system's words alone.
    const known = ofSystem[code] ?? ofSystem[/\b(ENOSPC|EDQUOT|EROFS)\b/.exec(message)?.[1] ?? '']
    if (known) return new Obstacle(`${path ? `${path}: ` : ''}${known[0]}`, known[1])
  }
  return undefined
}

/** Libraries read these signs in a path as those of an address. */
export const refuseSigns = (root: string): void => {
  const sign = /[#?%]/.exec(root)?.[0]
  if (sign) throw new Obstacle(`the project’s folder is ${root}`, `a path without “${sign}”, in which a site can be built`)
}
