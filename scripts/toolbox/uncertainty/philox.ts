/**
 * Random numbers by counting: Philox4x32-10, a generator without a state. Each number is a function of a seed, a stream and an
 * index alone, so that any part of a sequence can be made anywhere and in any order: by ten workers, by one, or for one row in the
 * middle of a hundred million, and it is the same to the bit. Only integer arithmetic of 32 bits is used, which no machine rounds.
 *
 * Reference: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC '11, article 16,
 * doi:10.1145/2063384.2063405. The test holds it against the known answers of its authors, file tests/kat_vectors of Random123.
 */

/** The multipliers of the rounds, and what a round adds to each word of the key. */
const firstMultiplier = 0xd2511f53
const secondMultiplier = 0xcd9e8d57
const goldenRatio = 0x9e3779b9
const rootOfThree = 0xbb67ae85
const rounds = 10

const word = 0x1_0000_0000

/** The upper 32 bits of a product of 64: by halves of 16 bits, so that no partial product leaves the 32 bits either. */
const upperHalf = (multiplier: number, value: number): number => {
  const high = multiplier >>> 16
  const low = multiplier & 0xffff
  const valueHigh = value >>> 16
  const valueLow = value & 0xffff
  const middle = Math.imul(high, valueLow) + (Math.imul(low, valueLow) >>> 16)
  const other = Math.imul(low, valueHigh) + (middle & 0xffff)
  return (Math.imul(high, valueHigh) + (middle >>> 16) + (other >>> 16)) | 0
}

/** Ten rounds over a counter of four words and a key of two; the four words of the answer are written into `block`. */
const encrypt = (block: Uint32Array, c0: number, c1: number, c2: number, c3: number, k0: number, k1: number): void => {
  let w0 = c0 | 0
  let w1 = c1 | 0
  let w2 = c2 | 0
  let w3 = c3 | 0
  let key0 = k0 | 0
  let key1 = k1 | 0
  for (let round = 0; round < rounds; round += 1) {
    const mixed0 = upperHalf(secondMultiplier, w2) ^ w1 ^ key0
    const mixed2 = upperHalf(firstMultiplier, w0) ^ w3 ^ key1
    w1 = Math.imul(secondMultiplier, w2)
    w3 = Math.imul(firstMultiplier, w0)
    w0 = mixed0
    w2 = mixed2
    key0 = (key0 + goldenRatio) | 0
    key1 = (key1 + rootOfThree) | 0
  }
  block[0] = w0
  block[1] = w1
  block[2] = w2
  block[3] = w3
}

/** The generator as its authors write it: a counter of four words of 32 bits and a key of two give four words, each from 0 to 2^32 - 1. */
export const philox4x32 = (
  counter: readonly [number, number, number, number],
  key: readonly [number, number],
): readonly [number, number, number, number] => {
  const block = new Uint32Array(4)
  encrypt(block, ...counter, ...key)
  return [block[0] as number, block[1] as number, block[2] as number, block[3] as number]
}

/** Refuses what is no whole number from 0 to 2^53 - 1, which is as far as doubles count without gaps. */
const refuseUncounted = (what: string, value: number): void => {
  if (!(Number.isSafeInteger(value) && value >= 0))
    throw new RangeError(`the ${what} of random numbers is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, and not ${value}`)
}

/** Where the latest block stands; used and read within one call. */
const scratch = new Uint32Array(4)

/** Two uniform numbers come out of a block: from its words 0 and 1, and from its words 2 and 3. */
const blockAt = (seed: number, stream: number, block: number): void =>
  encrypt(scratch, block % word, Math.floor(block / word), stream % word, Math.floor(stream / word), seed % word, Math.floor(seed / word))

/** 52 bits k of two words, as (2k + 1) / 2^53: a number of 53 bits, above 0 and below 1, and with every u there is 1 - u. Number.EPSILON is 2^-52. */
const uniformOf = (upper: number, lower: number): number => ((upper >>> 6) * 0x400_0000 + (lower >>> 6) + 0.5) * Number.EPSILON

/**
 * A number from the uniform distribution between 0 and 1, neither of which it ever is: from 2^-53 to 1 - 2^-53, in steps of 2^-52.
 *
 * `seed`, `stream` and `index` are whole numbers from 0 to 2^53 - 1: a seed for the whole of a computation, a stream for each
 * quantity that is drawn, an index for each draw. Throws a RangeError for anything else.
 */
export const uniformAt = (seed: number, stream: number, index: number): number => {
  refuseUncounted('seed', seed)
  refuseUncounted('stream', stream)
  refuseUncounted('index', index)
  blockAt(seed, stream, Math.floor(index / 2))
  const at = (index % 2) * 2
  return uniformOf(scratch[at] as number, scratch[at + 1] as number)
}

/**
 * The numbers of `uniformAt` from an index on, as many as `numbers` holds, in half the time. The array is filled and handed back.
 */
export const fillUniforms = (numbers: Float64Array, seed: number, stream: number, from = 0): Float64Array => {
  refuseUncounted('seed', seed)
  refuseUncounted('stream', stream)
  refuseUncounted('index', from)
  refuseUncounted('index', from + numbers.length)
  for (let place = 0; place < numbers.length; ) {
    const index = from + place
    blockAt(seed, stream, Math.floor(index / 2))
    if (index % 2 === 0) {
      numbers[place] = uniformOf(scratch[0] as number, scratch[1] as number)
      place += 1
    }
    if (place < numbers.length) {
      numbers[place] = uniformOf(scratch[2] as number, scratch[3] as number)
      place += 1
    }
  }
  return numbers
}
