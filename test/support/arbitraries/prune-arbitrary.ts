import fc from 'fast-check';
import { pieceSize, rate, share } from './quantity-arbitrary.ts';
import { optionally, schedule } from './schedule-arbitrary.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a single chunk takes: a millisecond for each of a thousand million would be eleven days. */
const instant = fc.integer({ min: 1, max: 50 }).map((n) => `0.0${n + 9} ms`);

const pruning = optionally(
  {},
  {
    fixed: fc.integer({ min: 0, max: 100 }).map((n) => `${n} s`),
    'per-chunk': instant,
    rate,
    pack: pieceSize,
    unused: share(),
    of: fc.constantFrom('repository', 'pack'),
    at: fc.constantFrom('source', 'target'),
  },
);

/** Tools, of which some that deduplicate say what it takes to prune. */
export const withPruning = <T extends Fields>(tool: fc.Arbitrary<T>): fc.Arbitrary<Fields> =>
  fc
    .tuple(tool, pruning, fc.boolean())
    .map(([own, prune, isSaid]) => (isSaid && own.style === 'dedup' ? { ...own, prune } : own));

/** When a strategy prunes, in each way to write it that suits any tool. */
export const prune = fc.oneof(
  schedule,
  schedule.map((on) => ({ on })),
);

/** The same of what differs for one workload, which then says its style itself. */
export const withUnusedOfOne = <T extends Fields>(
  override: fc.Arbitrary<T>,
): fc.Arbitrary<Fields> =>
  fc.tuple(override, schedule, share(), fc.boolean()).map(([own, on, unused, isSaid]) => {
    const isRepository = own.tool === 'restic' || own.tool === 'borg';
    return isSaid && isRepository && own.keep && own.style !== 'copy'
      ? { ...own, style: 'dedup', prune: { on, unused } }
      : own;
  });

/** Says how much may stay unused, where it is known that the tool deduplicates. */
export const withUnused = <T extends Fields>(strategy: fc.Arbitrary<T>): fc.Arbitrary<Fields> =>
  fc.tuple(strategy, schedule, share(), fc.boolean()).map(([own, on, unused, isSaid]) => {
    const { tool, style = 'dedup', overrides } = own;
    const isDedup = (tool === 'restic' || tool === 'borg') && style === 'dedup' && !overrides;
    return isSaid && isDedup ? { ...own, prune: { on, unused } } : own;
  });
