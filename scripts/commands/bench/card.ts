import type { Measured } from './measured.ts'
export const measureCard = async (_dist: string): Promise<readonly Measured[]> => []
