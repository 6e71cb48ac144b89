/**
 * The natural logarithm and the exponential function out of nothing but adding, multiplying and dividing of doubles.
 *
 * ECMAScript leaves the last bits of Math.log and Math.exp to each engine, and engines may differ; of the four operations it fixes every
 * bit. What must come out the same on every machine and in every browser, as random draws must, takes these.
 * Both err by less than one unit of the last place. The test finds Math.log and Math.exp of Node equal to them bit for bit: its
 * engine has the same algorithms.
 *
 * Reference: fdlibm 5.3, files e_log.c and e_exp.c (Sun Microsystems, 1993, freely distributable), https://www.netlib.org/fdlibm/;
 * the reduction of arguments and the polynomials are theirs.
 */

const bits = new DataView(new ArrayBuffer(8))

/** The upper 32 bits of a double: its sign, its exponent and the first 20 bits after the point. */
const upperWord = (x: number): number => {
  bits.setFloat64(0, x)
  return bits.getInt32(0)
}

/** ln 2 in two parts: the upper has zeros at its end, so that its multiples are exact. */
const ln2 = { upper: 0.6931471803691238, lower: 1.9082149292705877e-10 } as const

/** The least double of full precision, 2^-1022. */
const leastNormal = 2.2250738585072014e-308
const twoTo54 = 18014398509481984

/** The natural logarithm: of 0 it is minus infinity, of a number below 0 not a number. */
export const log = (x: number): number => {
  if (Number.isNaN(x) || x < 0) return Number.NaN
  if (x === 0) return Number.NEGATIVE_INFINITY
  if (x === Number.POSITIVE_INFINITY) return x
  // x = 2^k (1 + f), with 1 + f between the root of one half and the root of two.
  const subnormal = x < leastNormal
  bits.setFloat64(0, subnormal ? x * twoTo54 : x)
  const word = bits.getInt32(0)
  const digits = word & 0xfffff
  const above = (digits + 0x95f64) & 0x100000
  bits.setInt32(0, digits | (above ^ 0x3ff00000))
  const k = (word >> 20) - 1023 + (above >> 20) - (subnormal ? 54 : 0)
  const f = bits.getFloat64(0) - 1
  if ((0xfffff & (2 + digits)) < 3) {
    if (f === 0) return k === 0 ? 0 : k * ln2.upper + k * ln2.lower
    const rest = f * f * (0.5 - 0.3333333333333333 * f)
    return k === 0 ? f - rest : k * ln2.upper - (rest - k * ln2.lower - f)
  }
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373))
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)))
  const rest = odd + even
  if (((digits - 0x6147a) | (0x6b851 - digits)) > 0) {
    const half = 0.5 * f * f
    return k === 0 ? f - (half - s * (half + rest)) : k * ln2.upper - (half - (s * (half + rest) + k * ln2.lower) - f)
  }
  return k === 0 ? f - s * (f - rest) : k * ln2.upper - (s * (f - rest) - k * ln2.lower - f)
}

/** e to the power of x: 0 below -745.13, without end above 709.78. */
export const exp = (x: number): number => {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY
  if (x < -745.1332191019411) return 0
  const size = upperWord(x) & 0x7fffffff
  const sign = x < 0 ? -1 : 1
  // x = k ln 2 + r, where r is no larger than half of ln 2; r stands in two parts.
  let [k, upper, lower, r] = [0, x, 0, x]
  if (size > 0x3fd62e42) {
    if (size < 0x3ff0a2b2) {
      if (x === 1) return Math.E
      k = sign
      upper = x - sign * ln2.upper
      lower = sign * ln2.lower
    } else {
      k = Math.trunc(Math.LOG2E * x + sign * 0.5)
      upper = x - k * ln2.upper
      lower = k * ln2.lower
    }
    r = upper - lower
  } else if (size < 0x3e300000) return 1 + x
  const t = r * r
  const c =
    r -
    t *
      (0.16666666666666602 +
        t * (-0.0027777777777015593 + t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  if (k === 0) return 1 - ((r * c) / (c - 2) - r)
  const y = 1 - (lower - (r * c) / (2 - c) - upper)
  if (k >= -1021) return k === 1024 ? y * 2 * powerOfTwo(1023) : y * powerOfTwo(k)
  return y * powerOfTwo(k + 1000) * powerOfTwo(-1000)
}

/** 2 to a whole power from -1022 to 1023, by its bits. */
const powerOfTwo = (exponent: number): number => {
  bits.setInt32(0, (exponent + 1023) << 20)
  bits.setInt32(4, 0)
  return bits.getFloat64(0)
}
