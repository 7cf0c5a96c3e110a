import fc from 'fast-check';
import { gfs, keep, verify } from './keep-arbitrary.ts';
import { count, duration, rate, ratio, share } from './quantity-arbitrary.ts';
import { optionally, schedule } from './schedule-arbitrary.ts';

type Declared = Readonly<Record<string, unknown>>;

/** A copy sets nothing aside. */
const kept = fc.oneof(
  keep,
  fc.tuple(keep, gfs(0)).map(([own, aside]) => ({ ...own, gfs: aside })),
);

/** What sets a copy off: points, fulls or dates. */
const cause: fc.Arbitrary<Declared> = fc.oneof(
  optionally({}, { after: fc.constantFrom('backup', 'full') }),
  fc.record({ on: schedule }),
);

const copyTo = (to: string, from: readonly string[], files?: boolean): fc.Arbitrary<Declared> =>
  fc
    .tuple(
      cause,
      optionally(
        { to: fc.constant(to) },
        {
          from: fc.constantFrom(...from),
          as: fc.constantFrom('chain', 'full'),
          delay: duration,
          keep: kept,
          verify: verify(files),
          lock: duration,
          streams: count(16),
        },
      ),
    )
    .map(([due, own]) => ({ ...own, ...due }));

/**
 * Copies in one or two other stores, each made from the first store or from a copy before it; none
 * where there is no other store.
 */
export function copiesFrom(
  first: string,
  stores: readonly string[],
  files?: boolean,
): fc.Arbitrary<readonly Declared[] | undefined> {
  const others = stores.filter((store) => store !== first);
  if (others.length === 0) return fc.constant(undefined);
  return fc
    .shuffledSubarray(others, { minLength: 1, maxLength: Math.min(2, others.length) })
    .chain((chosen) =>
      fc.tuple(...chosen.map((to, index) => copyTo(to, [first, ...chosen.slice(0, index)], files))),
    );
}

/** What runs beside the backups, and how data come back. */
export function beside({
  stores,
  sites,
}: {
  readonly stores: readonly string[];
  readonly sites: readonly string[];
}): Record<string, fc.Arbitrary<unknown>> {
  const place = fc.constantFrom(...stores);
  return {
    lock: duration,
    log: fc.oneof(
      fc.constantFrom('every 15 min', 'every 4 h'),
      optionally({ every: duration }, { to: place, volume: ratio, keep: duration, apply: rate }),
    ),
    replicate: optionally(
      { to: place },
      { mode: fc.constantFrom('sync', 'async'), lag: duration, switch: duration },
    ),
    restore: optionally(
      {},
      {
        'hand-over': duration,
        fragmentation: fc.constantFrom('1 %', 0.05),
        ...(sites.length > 0 && { at: fc.constantFrom(...sites) }),
      },
    ),
    rebase: optionally(
      {},
      {
        differential: fc.oneof(fc.constant('auto'), share()),
        chain: fc.integer({ min: 1, max: 40 }),
      },
    ),
    stagger: fc.constantFrom('no', 'fulls'),
    unchanged: fc.constantFrom('run', 'skip'),
  };
}
