interface Terms {
  /** By what part of itself the rate of applying rises, a plain ratio. */
  readonly applying: number
  /** By what part of itself the rate at which those who apply are hired rises, a plain ratio. */
  readonly hiring: number
}

/** By what part of itself the chance of being hired rises where both rates do: the two gains follow each other. */
export const compoundGain = ({ applying, hiring }: Terms): number => (1 + applying) * (1 + hiring) - 1
