import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SegmentLog } from '../../src/simulation/chain/segment-log.ts';
import type { State } from '../../src/simulation/engine/state.ts';
import { captured } from '../support/captured.ts';
import { copiedScenario } from '../support/copied-scenario.ts';
import { oneWorkload } from '../support/one-workload.ts';
import { planOf } from '../support/played.ts';

/** Adds up bytes × seconds of what a store holds, event by event. */
function meter(store: number) {
  const clock = { at: Number.NaN, held: 0, area: 0 };
  const watch = ({ base, now, accounts }: State): void => {
    if (!Number.isNaN(clock.at)) clock.area += clock.held * (base + now - clock.at);
    clock.at = base + now;
    clock.held = accounts.stores[store]?.stored ?? 0;
  };
  return { clock, watch };
}

const BESIDE = ['log', 'replicate'];

const styles = fc.constantFrom('forward', 'reverse', 'copy', 'replica', 'dedup');

describe('what an object store is billed for', () => {
  it('adds up to what lay there, whatever merges, goes or is inherited', () => {
    fc.assert(
      fc.property(copiedScenario, styles, fc.boolean(), (drawn, style, isDirect) => {
        const strategy = drawn.strategies.plan as Readonly<Record<string, unknown>>;
        const { copies: _, ...own } = strategy;
        const direct = { ...own, to: 'bucket', style, keep: { daily: 5, gfs: { weekly: 2 } } };
        const { keep, ...plain } = direct;
        const alone = style === 'copy' ? { ...plain, keep } : { ...plain, keep: { daily: 5 } };
        const declared = {
          ...drawn,
          strategies: { plan: isDirect ? alone : { ...strategy, style } },
        };
        // A point of a pool that inherits more than went, since data grew, had it from its beginning.
        // What logs and replicas are billed for is a closed form of its own.
        const text = JSON.stringify(declared, (key, part) => {
          const isLeftOut = (key === 'growth' && style === 'dedup') || BESIDE.includes(key);
          return isLeftOut ? undefined : part;
        });
        const plan = planOf(text);
        const store = plan.stores.findIndex(({ cloud }) => cloud !== null);
        const { clock, watch } = meter(store);
        const { state } = captured(plan, { watch });
        const log = state.logs[store];
        let area = 0;
        for (let i = 0; i < (log?.count ?? 0); i++) {
          const deleted = Math.min(log?.deleted[i] ?? 0, clock.at);
          area += (log?.bytes[i] ?? 0) * (deleted - (log?.written[i] ?? 0));
        }
        expect(Math.abs(area - clock.area)).toBeLessThanOrEqual(1e-6 * clock.area + 1);
      }),
      { numRuns: 60 },
    );
  });

  it('has nothing left of a full that increments were merged into, once it is deleted', () => {
    const declared = oneWorkload({
      workload: { change: '2 %/day' },
      stores: { bucket: { profile: 'cloud/aws-s3-standard' } },
      strategy: {
        to: 'bucket',
        ...{ full: undefined, incremental: 'daily at 01:00', style: 'forward' },
        ...{ keep: { daily: 5 }, rebase: { chain: 4 } },
      },
    });
    const { state } = captured(planOf(declared));
    const log = state.logs[0] as SegmentLog;
    const lies = log.bytes
      .subarray(0, log.count)
      .reduce((sum, bytes, i) => (log.deleted[i] === Infinity ? sum + bytes : sum), 0);
    // The second full of 1 TB, on the sixth day, and the four increments of 20 GB since.
    expect(lies).toBeCloseTo(1.08e12, -3);
    expect(state.accounts.stores[0]?.stored).toBeCloseTo(1.08e12, -3);
  });
});
