/**
 * A number with the noun that it counts.
 *
 * @example
 * counted(1, 'strategy', 'strategies') // '1 strategy'
 */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
