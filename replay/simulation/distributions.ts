/** Quantiles of the distributions that doubts are stated as, by other ways than the build’s: series, and the solving of equations. */

/** The part of a standard normal distribution between nought and z: Marsaglia’s series (2004). */
const fromMiddle = (z: number): number => {
  let [sum, term] = [z, z]
  for (let k = 1; k < 400 && Math.abs(term) > 1e-18 * Math.abs(sum); k += 1) {
    term *= (z * z) / (2 * k + 1)
    sum += term
  }
  return sum * bell(z)
}
const bell = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

export const normalProbability = (z: number): number => 0.5 + fromMiddle(Math.max(-8.3, Math.min(8.3, z)))

/** Newton’s steps from the middle, on the side on which they cannot go too far. */
export const normalQuantile = (probability: number): number => {
  const goal = Math.abs(probability - 0.5)
  let z = 0
  for (let each = 0; each < 100; each += 1) {
    const step = (goal - fromMiddle(z)) / bell(z)
    z += step
    if (Math.abs(step) < 1e-15 * Math.max(1, z)) break
  }
  return probability < 0.5 ? -z : z
}

/**
 * The sum in the incomplete beta integral, x^a (1 - x)^b sum / a: NIST Digital Library of Mathematical Functions, 8.17.8. Every
 * term is above nought, so that none takes digits from another; up to the mean, where x is a / (a + b), each is less than the last.
 */
const betaSum = (x: number, a: number, b: number): number => {
  let [sum, term] = [1, 1]
  for (let n = 0; term > 1e-18 * sum; n += 1) {
    term *= ((a + b + n) / (a + 1 + n)) * x
    sum += term
  }
  return sum
}

/** From either end to the mean. The integral is taken in units of what it has under it at the mean: shapes of thousands are in range. */
export const betaQuantile = (probability: number, a: number, b: number): number => {
  const mean = a / (a + b)
  const logarithm = (x: number): number => a * Math.log(x) + b * Math.log1p(-x)
  const height = (x: number): number => Math.exp(logarithm(x) - logarithm(mean))
  const left = (x: number): number => (height(x) * betaSum(x, a, b)) / a
  const right = (x: number): number => (height(x) * betaSum(1 - x, b, a)) / b
  const whole = left(mean) + right(mean)
  const below = (x: number): number => (x <= mean ? left(x) / whole : 1 - right(x) / whole)
  let [low, high] = [0, 1]
  for (let each = 0; each < 200 && high - low > 1e-16 * high; each += 1) {
    const middle = (low + high) / 2
    if (below(middle) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** A quantile of a distribution by its name and its parameters. Throws a SyntaxError for a name that is not known here. */
export const quantileOf = (name: string, parameter: (name: string) => number, probability: number): number => {
  const [low, high] = [() => parameter('low'), () => parameter('high')]
  if (name === 'uniform') return low() * (1 - probability) + high() * probability
  if (name === 'normal') return parameter('mean') + parameter('deviation') * normalQuantile(probability)
  if (name === 'lognormal') return parameter('median') * Math.exp(parameter('spread') * normalQuantile(probability))
  if (name === 'beta') return low() + (high() - low()) * betaQuantile(probability, parameter('alpha'), parameter('beta'))
  if (name !== 'triangular') throw new SyntaxError(`a distribution “${name}” that replay/simulation does not know`)
  // The area of a triangle over its base, solved for the base.
  const [a, c, b] = [low(), parameter('mode'), high()]
  const left = (c - a) / (b - a)
  return probability < left ? a + (b - a) * Math.sqrt(probability * left) : b - (b - a) * Math.sqrt((1 - probability) * (1 - left))
}
