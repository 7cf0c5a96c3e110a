/** Flows that ask the same: how many, their own limit, and what a byte takes of each resource. */
export interface SharingClass {
  readonly members: number;
  readonly cap: number;
  readonly uses: readonly number[];
}

/** What there is of each resource, and who wants it. */
export interface SharedSystem {
  readonly capacity: readonly number[];
  readonly classes: readonly SharingClass[];
}

/**
 * Max-min fair rates, class by class, as one would work them out by hand: all rates rise together,
 * and at each step everything is added up from the start. Slow, plain, and no kin of the engine.
 */
export function filledByHand({ capacity, classes }: SharedSystem): number[] {
  const rates = classes.map((): number | null => null);
  while (rates.includes(null)) {
    const levels = capacity.map((whole, resource) => {
      let left = whole;
      let rising = 0;
      for (const [index, { members, uses }] of classes.entries()) {
        const use = members * (uses[resource] ?? 0);
        const rate = rates[index] ?? null;
        if (rate === null) rising += use;
        else left -= use * rate;
      }
      return rising > 0 ? left / rising : Infinity;
    });
    const caps = classes.map(({ cap }, index) => (rates[index] === null ? cap : Infinity));
    const level = Math.min(...levels, ...caps);
    for (const [index, { cap, uses }] of classes.entries()) {
      const isHeld = cap <= level || uses.some((use, r) => use > 0 && (levels[r] ?? 0) <= level);
      if (rates[index] === null && isHeld) rates[index] = level;
    }
  }
  return rates.map((rate) => rate ?? 0);
}
