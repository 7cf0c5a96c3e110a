/**
 * The name of a point in a repository. It is derived from the point's number, so that a resumed run
 * finds it again.
 *
 * @example
 * pointName(3) // 'point-3'
 */
export const pointName = (number: number): string => `point-${number}`;
