/** What aliases can do to a value that its text does not show, and the steps to where they do. */
export interface AliasFault {
  readonly kind: 'circle' | 'too deep';
  readonly steps: readonly PropertyKey[];
}

/**
 * Finds the first part of a value that is also an ancestor of itself, or that is nested deeper than
 * `mostDepth`. Aliases make both possible in a text whose own nesting is shallow. Parts that several
 * aliases share are visited once, so the time is linear in the text.
 *
 * @example
 * // note: &a [*a]
 * aliasFault(value, 100) // { kind: 'circle', steps: ['note', 0] }
 */
export function aliasFault(value: unknown, mostDepth: number): AliasFault | undefined {
  const open = new Set<object>();
  const heights = new Map<object, number>();
  const steps: PropertyKey[] = [];
  /** Levels of nesting below a part; a fault ends the search. */
  const heightOf = (part: unknown): number | AliasFault => {
    if (typeof part !== 'object' || part === null) return 0;
    if (open.has(part)) return { kind: 'circle', steps: [...steps] };
    const known = heights.get(part);
    if (steps.length + (known ?? 0) > mostDepth) return { kind: 'too deep', steps: [...steps] };
    if (known !== undefined) return known;
    open.add(part);
    let height = 0;
    for (const [key, inner] of Object.entries(part)) {
      steps.push(Array.isArray(part) ? Number(key) : key);
      const found = heightOf(inner);
      if (typeof found === 'object') return found;
      height = Math.max(height, 1 + found);
      steps.pop();
    }
    open.delete(part);
    heights.set(part, height);
    return height;
  };
  const found = heightOf(value);
  return typeof found === 'object' ? found : undefined;
}
