interface Terms {
  /** Final use of the year projected to, yuan. */
  readonly finalUse: number
  /** Intermediate use of the table's year, yuan. */
  readonly tableIntermediateUse: number
  /** Final use of the table's year, yuan. */
  readonly tableFinalUse: number
}

/** Intermediate use of a later year if its ratio to final use stays that of the table's year, yuan. */
export const projectedIntermediateUse = ({ finalUse, tableIntermediateUse, tableFinalUse }: Terms): number =>
  finalUse * (tableIntermediateUse / tableFinalUse)
