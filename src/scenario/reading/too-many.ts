/** A section or a list that is too large to be simulated; `steps` lead to it. */
export interface TooMany {
  readonly steps: readonly string[];
  readonly message: string;
  readonly hint: string;
}

const ALIKE =
  'put what is alike together: a thousand machines as one workload of their summed size';
const FEWER = 'leave out what no strategy uses';

/** Most entries of each section. Routes are searched over all sites, so these are fewer. */
const MOST: Readonly<Record<string, readonly [number, string]>> = {
  workloads: [150_000, ALIKE],
  stores: [150_000, FEWER],
  sites: [5_000, FEWER],
  links: [5_000, FEWER],
  tools: [10_000, FEWER],
  strategies: [10_000, 'compare fewer at a time'],
  training: [10_000, 'put runs that are alike together'],
  disasters: [1_000, 'put those that strike the same together'],
};

/** Most protections: workloads under a strategy, and their copies, over all strategies. */
const MOST_PROTECTIONS = 500_000;
/** Most overrides of all strategies: each has terms of its own, which take longer than a protection. */
const MOST_OVERRIDES = 50_000;

type Raw = Readonly<Record<string, unknown>>;

/**
 * The parts of a scenario that would take too long to check or more memory than there is. Looks at
 * how many there are alone, before any of them is read.
 */
export function tooMany(raw: Raw): readonly TooMany[] {
  const sections = Object.entries(MOST).flatMap(([name, [most, hint]]) => {
    const number = sizeOf(raw[name]);
    const message = `has ${number} entries; at most ${most} can be simulated`;
    return number > most ? [{ steps: [name], message, hint }] : [];
  });
  if (sections.length > 0) return sections;
  const strategies = Object.values(Object(raw.strategies)).map((strategy): Raw => Object(strategy));
  const workloads = sizeOf(raw.workloads);
  const sum = (numberOf: (strategy: Raw) => number): number =>
    strategies.reduce((total, strategy) => total + numberOf(strategy), 0);
  const protections = sum(
    (strategy) =>
      (strategy.workloads === undefined ? workloads : Math.max(1, sizeOf(strategy.workloads))) *
      (1 + sizeOf(strategy.copies)),
  );
  const overrides = sum((strategy) => sizeOf(strategy.overrides));
  return [
    ...beyond(protections, MOST_PROTECTIONS, 'workloads and copies', 'compare fewer strategies'),
    ...beyond(
      overrides,
      MOST_OVERRIDES,
      'overrides',
      'give what differs alike a strategy of its own',
    ),
  ];
}

const beyond = (number: number, most: number, what: string, hint: string): TooMany[] =>
  number > most
    ? [
        {
          steps: ['strategies'],
          message: `have ${number} ${what} together; at most ${most} can be simulated`,
          hint,
        },
      ]
    : [];

const sizeOf = (part: unknown): number =>
  typeof part === 'object' && part !== null ? Object.keys(part).length : 0;
