/**
 * What a point is called in a repository: made of its number, so that a run which was broken off
 * finds it again.
 *
 * @example
 * pointName(3) // 'point-3'
 */
export const pointName = (number: number): string => `point-${number}`;
