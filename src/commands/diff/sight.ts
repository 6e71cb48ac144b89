/** What is seen of a figure's movement: its digits, nothing because rounding hides it, or only the range that rounding leaves. */
export type Sight = 'seen' | 'hidden' | 'range'
