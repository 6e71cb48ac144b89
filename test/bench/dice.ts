/** Numbers from 0 up to 1 that one seed always throws alike (mulberry32). */
export type Dice = () => number

export const dice = (seed: number): Dice => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const between = (roll: Dice, low: number, high: number): number => low + roll() * (high - low)

/** One of a list that is not empty. */
export const oneOf = <T>(roll: Dice, list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T
