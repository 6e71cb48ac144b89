interface Terms {
  /** For each unit, the codes that it was given, one by each coder, two or more. */
  readonly units: readonly (readonly number[])[]
  /** How many different codes the scheme offers, given or not. */
  readonly categories: number
}

/** The part of a unit's pairs of codes that are alike. */
const agreement = (codes: readonly number[]): number => {
  const pairs = codes.flatMap((code, first) => codes.filter((_, second) => second !== first).map((other) => (other === code ? 1 : 0)))
  return pairs.reduce((total: number, alike) => total + alike, 0) / pairs.length
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length

/** Agreement as it stands: the mean part of the pairs of codes that are alike. */
export const rawAgreement = ({ units }: Pick<Terms, 'units'>): number => {
  const parts = units.map(agreement)
  return mean(parts)
}

/**
 * Gwet's AC1: agreement beyond chance, where chance is taken to act only on units that are hard to code. It does not fall
 * when nearly all units carry one code, as alpha and kappa do.
 * Reference: Gwet (2008), Computing inter-rater reliability and its variance in the presence of high agreement, British
 * Journal of Mathematical and Statistical Psychology 61(1), 29-48.
 */
export const gwetAc1 = ({ units, categories }: Terms): number => {
  const observed = mean(units.map(agreement))
  const shares = [...new Set(units.flat())].map((value) =>
    mean(units.map((codes) => codes.filter((code) => code === value).length / codes.length)),
  )
  const chance = shares.reduce((total, share) => total + share * (1 - share), 0) / (categories - 1)
  return (observed - chance) / (1 - chance)
}

/** Hand-written: p is agreement as it stands, e what chance gives, s a code's share. */
export const rawAgreementTex = String.raw`\frac{1}{\# \mathit{units}} \sum_{u \in \mathit{units}} \frac{\#\{(i,j) : i \neq j,\ u_{i} = u_{j}\}}{\# u\,(\# u - 1)}`
export const gwetAc1Tex = String.raw`\frac{p - e}{1 - e},\quad p = \frac{1}{\# \mathit{units}} \sum_{u \in \mathit{units}} \frac{\#\{(i,j) : i \neq j,\ u_{i} = u_{j}\}}{\# u\,(\# u - 1)},\quad e = \frac{1}{\mathit{categories} - 1} \sum_{c} s_{c}\,(1 - s_{c}),\quad s_{c} = \frac{1}{\# \mathit{units}} \sum_{u \in \mathit{units}} \frac{\#\{i : u_{i} = c\}}{\# u}`
