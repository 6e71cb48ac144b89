interface Terms {
  /** Final consumption of households and government, yuan. */
  readonly consumption: number
  /** Fixed capital formation and changes in inventories, yuan. */
  readonly capitalFormation: number
  /** Exports of goods and services, yuan. */
  readonly exports: number
}

/** What final users buy, yuan. Identity 2.1 of alibaba-2020, second half. */
export const finalUseFromExpenditure = ({ consumption, capitalFormation, exports }: Terms): number =>
  consumption + capitalFormation + exports
