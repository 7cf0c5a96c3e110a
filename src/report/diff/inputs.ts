import type { ChangedInput } from './difference.ts';

/** One field of a scenario as it was written. */
export interface Input {
  readonly path: string;
  readonly value: string;
}

/**
 * Every field of a scenario, or of anything made of mappings and lists, by its path; the empty
 * mapping and the empty list are fields, too.
 *
 * @example inputsOf({ stores: { disk: { drives: [12, '4 TB'] } } })
 * // [{ path: 'stores.disk.drives[0]', value: '12' }, { path: 'stores.disk.drives[1]', value: '4 TB' }]
 */
export function inputsOf(value: unknown, path = ''): readonly Input[] {
  if (typeof value !== 'object' || value === null) return [{ path, value: String(value) }];
  const parts = Array.isArray(value)
    ? value.map((part, index) => [`${path}[${index}]`, part] as const)
    : Object.entries(value).map(
        ([key, part]) => [path === '' ? key : `${path}.${key}`, part] as const,
      );
  if (parts.length === 0) return [{ path, value: Array.isArray(value) ? '[]' : '{}' }];
  return parts.flatMap(([inner, part]) => inputsOf(part, inner));
}

/** Fields that differ, in the order of the new ones; those that went come last. */
export function inputsBetween(
  old: readonly Input[],
  now: readonly Input[],
): readonly ChangedInput[] {
  const before = new Map(old.map(({ path, value }) => [path, value]));
  const after = new Map(now.map(({ path, value }) => [path, value]));
  return [
    ...now.flatMap(({ path, value }) => {
      const was = before.get(path) ?? null;
      return was === value ? [] : [{ path, old: was, new: value }];
    }),
    ...old.flatMap(({ path, value }) => (after.has(path) ? [] : [{ path, old: value, new: null }])),
  ];
}
