/** What the tests of methods share. */

/** What a method says where it refuses what it is asked, with the nearest that it would take; what it gives where it does not. */
export const refusal = (work: () => number): { readonly message: string; readonly nearest?: number } => {
  try {
    return { message: `gives ${work()}` }
  } catch (error) {
    return error as Error & { readonly nearest?: number }
  }
}
