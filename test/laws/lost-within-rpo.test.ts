import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resultOf, strategyOf } from '../support/played.ts';

const HOUR = 3600;
const count = (most: number) => fc.integer({ min: 1, max: most });
const keep = fc.record(
  { last: count(6), daily: count(12), weekly: count(6), monthly: count(3) },
  { requiredKeys: ['daily'] },
);
const lasting = fc.integer({ min: 0, max: 300 }).map((hours) => ({ hours, text: `${hours} h` }));

/** Fulls that are made in no time, of which none needs another: what is lost is what lies between them. */
const drawn = fc.record({
  every: fc.constantFrom('daily at 03:00', 'every 5 h', 'weekly on Friday', 'weekdays at 22:00'),
  keep,
  lock: fc.option(lasting, { nil: undefined }),
  unseen: lasting,
  scope: fc.constantFrom('workload', 'everything online and unlocked'),
});

it('what is lost before the damage is never more than the gap that is judged', async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async ({ every, keep: kept, lock, unseen, scope }) => {
      const result = await resultOf({
        start: '2026-01-05',
        horizon: '120 days',
        workloads: { data: { size: '1 TB' } },
        stores: { disk: {} },
        strategies: {
          plan: { full: every, keep: kept, ...(lock?.hours && { lock: lock.text }) },
        },
        disasters: { harm: { scope, 'per-year': 1, 'noticed-after': unseen.text } },
        objectives: { rpo: '24 h' },
      });
      const [struck] = strategyOf(result, 'plan').disasters;
      const judged = struck?.byWorkload[0]?.rpo;
      if (!struck?.loss || !judged) return;
      const unseenToo = scope === 'workload' ? 0 : unseen.hours * HOUR;
      expect(struck.loss.worst.mean - unseenToo).toBeLessThanOrEqual(judged.mean + 1);
    }),
    { numRuns: 120 },
  );
});
