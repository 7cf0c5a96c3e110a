import fc from 'fast-check';
import { duration, uncertain } from './quantity-arbitrary.ts';
import { optionally } from './schedule-arbitrary.ts';

type Declared = Readonly<Record<string, unknown>>;

/** What is promised of one workload or one disaster. */
export const ownObjectives = optionally({}, { rpo: duration, rto: duration });

/** A disaster of any scope that there is something of. */
export function disaster(
  parts: {
    readonly sites: readonly string[];
    readonly stores: readonly string[];
  },
  files?: boolean,
): fc.Arbitrary<Declared> {
  const scopes = [
    'workload',
    'corruption',
    'everything online and unlocked',
    ...parts.stores.map((name) => `store ${name}`),
    ...parts.sites.map((name) => `site ${name}`),
  ];
  const time = uncertain(duration, { write: (n) => `${n} h` }, files ? 'times.csv' : undefined);
  return optionally(
    {
      scope: fc.constantFrom(...scopes),
      'per-year': fc.constantFrom(0, 0.02, 1, 12.5),
    },
    {
      'noticed-after': time,
      dwell: time,
      decide: time,
      provision: time,
      objectives: ownObjectives,
    },
  );
}
