/** Rooms by name: the code in which faults are planted, and the tests nearest to it. */
export const ROOMS: Readonly<
  Record<string, { readonly code: readonly string[]; readonly tests: readonly string[] }>
>;
