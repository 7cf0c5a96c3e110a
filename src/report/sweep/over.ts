/** One input that a sweep goes over, and the values that it takes as a file would have them. */
export interface Over {
  readonly path: string;
  readonly values: readonly string[];
}

/**
 * Reads an input and its values; a unit after the last one holds for all that have none.
 *
 * @example
 * readOver('links.line.rate=1,2,5 Gbit/s')
 * // { path: 'links.line.rate', values: ['1 Gbit/s', '2 Gbit/s', '5 Gbit/s'] }
 */
export function readOver(text: string): Over | undefined {
  const [, path, list] = /^([^=]+?)\s*=([\s\S]+)$/.exec(text) ?? [];
  const parts = (list ?? '').split(',').map((part) => part.trim());
  if (path === undefined || parts.includes('')) return undefined;
  const unit = withUnit(parts.at(-1) ?? '')?.unit ?? '';
  return {
    path: path.trim(),
    values: parts.map((part) => (withUnit(part)?.unit === '' ? `${part} ${unit}`.trim() : part)),
  };
}

/** A number and the unit that it is written in, which may be none; undefined for anything else. */
export function withUnit(
  text: string,
): { readonly number: number; readonly unit: string } | undefined {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-zA-Z%/²]*(?:\/\w+)*)$/.exec(text) ?? [];
  return digits === undefined ? undefined : { number: Number(digits), unit };
}

/**
 * Every combination of the values, the last input turning fastest.
 *
 * @example
 * combinations([{ path: 'a', values: ['1', '2'] }, { path: 'b', values: ['x'] }]) // [['1', 'x'], ['2', 'x']]
 */
export const combinations = (over: readonly Over[]): readonly (readonly string[])[] =>
  over.reduce<readonly (readonly string[])[]>(
    (all, { values }) => all.flatMap((one) => values.map((value) => [...one, value])),
    [[]],
  );
