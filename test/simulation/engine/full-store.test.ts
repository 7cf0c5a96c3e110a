import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { State } from '../../../src/simulation/engine/state.ts';
import { filesOf, instant, oneWorkload } from '../../support/one-workload.ts';
import { type Declared, type Play, planOf, runOf } from '../../support/played.ts';

const START = instant('2026-01-05T00:00:00Z');
const run = (declared: Declared, play?: Play) => runOf(planOf(declared), play);
const fullOn = (declared: Declared, play?: Play): number =>
  run(declared, play).byStore.fullOn[0] ?? 0;

describe('the instant at which a store is full', () => {
  const numbers = fc.record({
    gigabytes: fc.integer({ min: 100, max: 90_000 }),
    share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    rate: fc.integer({ min: 10, max: 5000 }),
    prepare: fc.integer({ min: 0, max: 600 }),
    ratio: fc.constantFrom(1, 2, 4),
    ceiling: fc.constantFrom(1, 0.8),
  });

  it('is that of the closed form for a lone job, to a microsecond', () => {
    fc.assert(
      fc.property(numbers, ({ gigabytes, share, rate, prepare, ratio, ceiling }) => {
        const stored = (gigabytes * 1e9) / ratio;
        const capacity = Math.round((stored * share) / ceiling);
        const declared = oneWorkload({
          horizon: '12 h',
          workload: { size: `${gigabytes} GB`, compressibility: ratio },
          store: { write: `${rate} MB/s`, capacity: `${capacity} B`, ceiling },
          tools: { own: { prepare: `${prepare} s` } },
          strategy: { tool: 'own' },
        });
        const wanted = START + prepare + (capacity * ceiling) / (rate * 1e6);
        for (const unbounded of [false, true]) {
          expect(Math.abs(fullOn(declared, { unbounded }) - wanted)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is none where the last byte just fits', () => {
    const exact = oneWorkload({ horizon: '1 day', store: { capacity: '1 TB' } });
    expect(fullOn(exact)).toBeNaN();
    expect(filesOf(run(exact))).toHaveLength(1);
  });

  it.each([
    ['capacity', { capacity: '4 TB' }, 4000],
    ['capacity and ceiling', { capacity: '4 TB', ceiling: '75 %' }, 3000],
    ['raw and usable', { raw: '10 TB', usable: '20 %' }, 2000],
    ['raw, usable and ceiling', { raw: '10 TB', usable: '20 %', ceiling: '50 %' }, 1000],
  ])('goes by %s', (_, store, seconds) => {
    const declared = oneWorkload({ horizon: '1 day', workload: { size: '5 TB' }, store });
    expect(fullOn(declared)).toBeCloseTo(START + seconds, 6);
  });
});

describe('a job that finds no room', () => {
  // A full of 1 TB a day, three are kept, and the fourth must be written before the oldest goes.
  const tight = oneWorkload({ store: { capacity: '3.5 TB' }, strategy: { keep: { last: 3 } } });

  it('fails and leaves no point, and the older points stay', () => {
    const played = run(tight);
    expect(filesOf(played).map(({ time }) => (time - START) / 86400)).toEqual([0, 1, 2]);
    expect(played.failed).toBe(7);
    expect(played.byStore.fullOn[0]).toBeCloseTo(START + 3 * 86400 + 500, 6);
    expect(played.byStore.peak[0]).toBeCloseTo(3.5e12, 0);
    expect(played.stored.end).toBeCloseTo(3e12, 0);
  });

  it('has retention run all the same', () => {
    const retentions: number[] = [];
    run(tight, { watch: ({ failed, serial }: State) => (retentions[failed] = serial) });
    expect(retentions).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('finds it again when retention has made some', () => {
    const rarely = oneWorkload({
      horizon: '14 days',
      store: { capacity: '5.5 TB' },
      strategy: { keep: { last: 2 }, prune: 'weekly on Monday at 12:00' },
    });
    // Monday to Friday fill it, Saturday, Sunday and Monday find no room; then two are kept.
    const played = run(rarely);
    expect(played.byStore.fullOn[0]).toBeCloseTo(START + 5 * 86400 + 500, 6);
    expect(played.failed).toBe(6);
    expect(filesOf(played).map(({ time }) => (time - START) / 86400)).toEqual([3, 4, 8, 9, 10]);
  });

  it('goes on growing where stores are unbounded, and what is needed can be read off', () => {
    const played = run(tight, { unbounded: true });
    expect(played.failed).toBe(0);
    expect(filesOf(played)).toHaveLength(3);
    expect(played.stored.peak).toBeCloseTo(4e12, 0);
    expect(played.stored.peakAfterPrune).toBeCloseTo(3e12, 0);
    expect(played.byStore.fullOn[0]).toBeCloseTo(START + 3 * 86400 + 500, 6);
  });

  it('makes way for the next in the queue, which starts once', () => {
    // Fulls of 30 h; the second finds no room, and the increment that waits for it does.
    const queued = oneWorkload({
      horizon: '6 days',
      workload: { size: '108 TB', change: '1 %/run' },
      store: { capacity: '150 TB' },
      strategy: {
        full: ['2026-01-05', '2026-01-06'],
        incremental: ['2026-01-06T12:00:00Z'],
        overrun: { next: 'queue' },
      },
    });
    const most = { flows: 0, busy: 0, least: 1 };
    const played = run(queued, {
      watch: ({ sharing, busy }: State) => {
        most.flows = Math.max(most.flows, ...sharing.active.map(({ members }) => members));
        most.busy = Math.max(most.busy, busy);
        most.least = Math.min(most.least, busy);
      },
    });
    expect(most).toEqual({ flows: 1, busy: 1, least: 0 });
    expect(filesOf(played).map(({ kind }) => kind)).toEqual(['active-full', 'increment']);
    expect(played.failed).toBe(1);
  });

  it('leaves what it moved in the traffic', () => {
    const far = {
      ...tight,
      sites: { here: {}, there: {} },
      workloads: { data: { site: 'here', size: '1 TB', compressibility: 1, duplicates: 0 } },
      links: { wan: { between: ['here', 'there'], rate: '1 GB/s' } },
      stores: { disk: { site: 'there', capacity: '1.25 TB' } },
      horizon: '2 days',
    };
    expect(run(far).traffic[0]).toBeCloseTo(1.25e12, 0);
  });
});

describe('a store that only merges and fulls set aside make too full', () => {
  it('is noticed too', () => {
    // Style copy sets the marked full aside: two fulls where one was planned for.
    const declared = oneWorkload({
      horizon: '30 days',
      store: { capacity: '1.5 TB' },
      strategy: {
        full: 'never',
        incremental: 'daily at 23:00',
        style: 'copy',
        keep: { points: 2, gfs: { weekly: 3 } },
      },
    });
    const played = run(declared);
    expect(played.stored.peak).toBeGreaterThan(1.5e12);
    expect(played.byStore.fullOn[0]).toBeGreaterThan(START);
  });
});

describe('with several stores', () => {
  it('each has its own date', () => {
    const store = (capacity: string) => ({ write: '1 GB/s', capacity });
    const strategy = { full: 'daily at 00:00', keep: { last: 100 } };
    const declared = {
      start: '2026-01-05',
      horizon: '10 days',
      workloads: {
        a: { size: '1 TB', compressibility: 1, duplicates: 0 },
        b: { size: '1 TB', compressibility: 1, duplicates: 0 },
      },
      stores: { large: store('100 TB'), small: store('2.25 TB') },
      strategies: { plan: { ...strategy, to: 'large', overrides: { b: { to: 'small' } } } },
    };
    const { byStore } = run(declared);
    expect(byStore.fullOn[0]).toBeNaN();
    expect(byStore.fullOn[1]).toBeCloseTo(START + 2 * 86400 + 250, 6);
    expect(byStore.end[0]).toBeCloseTo(10e12, 0);
  });
});

describe('the peak after deletion', () => {
  it.each(['never', 'monthly on day 5 at 12:00'])(
    'is measured after each run, prune: %s',
    (prune) => {
      const { stored } = runOf(
        planOf(
          oneWorkload({
            workload: { change: '1 %/day' },
            strategy: { full: 'weekly on Sunday at 22:00', incremental: 'daily at 22:00', prune },
          }),
        ),
      );
      expect(stored.peakAfterPrune).toBeGreaterThanOrEqual(stored.end);
      expect(stored.files).toBe(10);
    },
  );
});
