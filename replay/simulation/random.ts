/**
 * Philox4x32-10 once more (Salmon, Moraes, Dror and Shaw 2011): the counter is cut into draws and streams, the key is the seed.
 * Products of 64 bits are carried in doubles by halves of 16 bits of one factor, of which none goes beyond 2^48.
 */
const word = 2 ** 32
const half = 2 ** 16

/** The upper and the lower 32 bits of a product of two words. */
const product = (one: number, other: number): readonly [upper: number, lower: number] => {
  const low = one * (other % half)
  const middle = one * Math.floor(other / half) + Math.floor(low / half)
  return [Math.floor(middle / half), (middle % half) * half + (low % half)]
}

const xor = (...words: readonly number[]): number => words.reduce((all, each) => all ^ each, 0) >>> 0

type Block = readonly [number, number, number, number]

const round = ([a, b, c, d]: Block, [first, second]: readonly [number, number]): Block => {
  const [upperA, lowerA] = product(0xd2511f53, a)
  const [upperC, lowerC] = product(0xcd9e8d57, c)
  return [xor(upperC, b, first), lowerC, xor(upperA, d, second), lowerA]
}

const pair = (count: number): readonly [number, number] => [count % word, Math.floor(count / word)]

const blockOf = (seed: number, stream: number, count: number): Block => {
  let block: Block = [...pair(count), ...pair(stream)]
  let [first, second] = pair(seed)
  for (let each = 0; each < 10; each += 1) {
    block = round(block, [first, second])
    first = (first + 0x9e3779b9) % word
    second = (second + 0xbb67ae85) % word
  }
  return block
}

/** The uniform number of a draw: 26 bits of each of two words, and a half, over 2^52. A block of four words makes two. */
export const uniformOf = (seed: number, stream: number, draw: number): number => {
  const block = blockOf(seed, stream, Math.floor(draw / 2))
  const [upper, lower] = draw % 2 === 0 ? [block[0], block[1]] : [block[2], block[3]]
  return (Math.floor(upper / 64) * 2 ** 26 + Math.floor(lower / 64) + 0.5) / 2 ** 52
}
