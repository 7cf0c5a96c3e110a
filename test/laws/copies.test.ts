import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECOVERY_TERMS } from '../../src/simulation/aftermath/recovery-tally.ts';
import type { History } from '../../src/simulation/chain/history.ts';
import { captured } from '../support/captured.ts';
import { copiedScenario } from '../support/copied-scenario.ts';
import { planOf, runOf } from '../support/played.ts';

const MOVE = RECOVERY_TERMS.indexOf('move');

const runsOf = ({ usable }: History): number[] =>
  Array.from(usable.keys()).filter((run) => usable[run] !== Infinity);

describe('a copy', () => {
  it('holds points of what it was made from, and never before those were there', () => {
    let seen = 0;
    fc.assert(
      fc.property(copiedScenario, fc.nat(), (declared, seed) => {
        const { state } = captured(planOf(declared), { seed });
        for (const { from, history } of state.protections) {
          const source = from?.history;
          if (!source || !history) continue;
          for (const run of runsOf(history)) {
            seen++;
            expect(history.time[run]).toBe(source.time[run]);
            expect(history.usable[run]).toBeGreaterThanOrEqual(history.time[run] ?? Infinity);
            // Media that are carried away are there late, though their copies were made before.
            if (!state.plan.stores[from.policy.store]?.vault)
              expect(history.usable[run]).toBeGreaterThanOrEqual(source.usable[run] ?? Infinity);
            expect(history.source[run]).toBe(source.source[run]);
          }
        }
      }),
      { numRuns: 80 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('that is locked for longer never loses a point earlier', () => {
    const locked = (days: number, style: string, dialect: string) => ({
      start: '2026-01-05',
      horizon: '70 days',
      workloads: { data: { size: '1 TB' } },
      stores: { disk: {}, vault: {} },
      strategies: {
        plan: {
          full: 'weekly on Sunday at 01:00',
          incremental: 'daily at 01:00',
          to: 'disk',
          style,
          copies: [{ to: 'vault', lock: `${days} d`, keep: { daily: 3, weekly: 2, dialect } }],
        },
      },
      disasters: { slip: { scope: 'workload', 'per-year': 1 } },
    });
    const styles = fc.constantFrom('forward', 'reverse', 'dedup');
    const dialects = fc.constantFrom('overlapping', 'exclusive', 'generations');
    const days = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(days, days, styles, dialects, (a, b, style, dialect) => {
        const goneOf = (lock: number) =>
          captured(planOf(locked(lock, style, dialect))).state.protections[1]?.history;
        const [less, more] = [goneOf(Math.min(a, b)), goneOf(Math.max(a, b))];
        for (const run of less ? runsOf(less) : []) {
          expect(more?.gone[run]).toBeGreaterThanOrEqual(less?.gone[run] ?? Infinity);
          const held = (less?.usable[run] ?? 0) + 86400 * Math.min(a, b);
          expect(less?.gone[run]).toBeGreaterThanOrEqual(held - 86400);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a restore', () => {
  const restored = (rate: number, store: object, at?: string) => ({
    start: '2026-01-05',
    horizon: '20 days',
    sites: { here: {}, there: {} },
    links: { wan: { between: ['here', 'there'], rate: `${rate} MB/s` } },
    workloads: { data: { size: '3 TB', site: 'here' } },
    stores: { disk: { site: 'here' }, far: { site: 'there', ...store } },
    strategies: {
      plan: {
        full: 'weekly on Sunday at 01:00',
        incremental: 'daily at 01:00',
        to: 'far',
        restore: { at },
      },
    },
    disasters: { fire: { scope: 'site here', 'per-year': 1 } },
  });

  it('that is alone is never longer with more bandwidth, from disk, tape or objects', () => {
    const stores = fc.constantFrom(
      { read: '300 MB/s' },
      { profile: 'tape/lto9' },
      { profile: 'tape/lto5', multiplex: 4 },
      { profile: 'cloud/aws-s3-standard' },
      { profile: 'cloud/aws-s3-deep-archive', retrieval: 'bulk' },
    );
    const rate = fc.integer({ min: 30, max: 3000 });
    fc.assert(
      fc.property(rate, rate, stores, (a, b, store) => {
        const [slow, fast] = [Math.min(a, b), Math.max(a, b)].map(
          (mbps) => runOf(planOf(restored(mbps, store))).impact[0],
        );
        // Points are there earlier as well, so that another one may be the newest: hence the room.
        const [more = 0, less = 0] = [slow, fast].map((impact) => impact?.terms[MOVE]);
        expect(less).toBeLessThanOrEqual(more * (1 + 1e-3));
        expect(less).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('at the site of the store takes no way', () => {
    const near = runOf(planOf(restored(30, { read: '300 MB/s' }, 'there'))).impact[0];
    const far = runOf(planOf(restored(30, { read: '300 MB/s' }))).impact[0];
    expect(near?.seconds?.mean).toBeLessThan((far?.seconds?.mean ?? 0) / 5);
  });
});
