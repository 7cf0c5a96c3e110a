import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullFor, reverseReads } from '../../../src/simulation/aftermath/reverse-reads.ts';
import { newHistory } from '../../../src/simulation/chain/history.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, runOf } from '../../support/played.ts';

const TB = 1e12;

/** Bytes that the restore reads on average after damage that lay unseen for so long. */
const bytesRead = (dwell: string, strategy: Declared = {}): number => {
  const declared = oneWorkload({
    horizon: '100 days',
    workload: { change: '10 %/day' },
    strategy: {
      tool: 'plain',
      style: 'reverse',
      full: 'never',
      incremental: 'daily at 00:00',
      ...strategy,
    },
    tools: { plain: { compression: 'off' } },
    disasters: { slip: { scope: 'workload', 'per-year': 1, dwell } },
  });
  return runOf(planOf(declared)).impact[0]?.bytesRead ?? Number.NaN;
};

describe('the restore of a point of style reverse', () => {
  it('reads the full where it is the newest, and all reverse increments up to it where it is older', () => {
    expect(bytesRead('0 s') / TB).toBeCloseTo(1, 9);
    expect(bytesRead('3 d') / TB).toBeCloseTo(1.3, 9);
    expect(bytesRead('9 d') / TB).toBeCloseTo(1.9, 9);
  });

  it('begins with the next full that was made anew, where there is one', () => {
    // Each day stays a full by itself.
    expect(bytesRead('9 d', { full: 'daily at 00:00' }) / TB).toBeCloseTo(1, 9);
    const weekly = bytesRead('9 d', { full: 'weekly on Sunday at 00:00' });
    // Of seven points each is as far from the next full as its day of the week.
    expect(weekly / TB).toBeCloseTo(1.3, 2);
  });

  it('is as long as when the chain is walked point by point', () => {
    const made = fc.array(fc.record({ bytes: fc.nat(100), full: fc.boolean() }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(made, fc.nat(), fc.nat(), (points, first, last) => {
        const { length } = points;
        const history = newHistory(length);
        // What is followed by a full that is made anew stays one.
        history.left = Float64Array.from(points, ({ bytes }, run) =>
          points[run + 1] === undefined || points[run + 1]?.full ? Number.NaN : bytes,
        );
        const runs = Int32Array.from(points, (_, run) => run);
        const reverse = reverseReads(history, runs);
        if (!reverse) throw new Error('it is of another style');
        const place = first % length;
        const now = place + (last % (length - place));
        const usable = Float64Array.from(runs);
        const all = { count: length, time: usable, usable, gone: usable };
        const full = fullFor(reverse, all, place, now);
        let walked = place;
        let bytes = 0;
        while (walked < now && !points[walked + 1]?.full) bytes += points[walked++]?.bytes ?? 0;
        expect(full).toBe(walked);
        expect((reverse.before[full] ?? 0) - (reverse.before[place] ?? 0)).toBe(bytes);
      }),
    );
  });
});
