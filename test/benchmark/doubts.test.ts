import { describe, expect, it } from 'vitest';
import { doubtsOf, isNoisy, isTooShort, waitedShare, workOf } from '../../src/benchmark/doubts.ts';
import type { Measurement } from '../../src/benchmark/measurement.ts';

type Usage = NonNullable<Measurement['usage']>;

/** A step of which only this is known. */
const line = (usage: Partial<Usage>, others: number | null = null): Measurement =>
  ({
    kind: 'backup',
    outcome: 'done',
    usage: { user: 1, system: 0.5, resolution: 0.01, ran: null, queue: null, ...usage },
    load: { before: 0, others, stolen: null },
  }) as unknown as Measurement;

const queued = (ran: number, all: number, others = 0) =>
  line({ ran, queue: { all, most: all } }, others);

describe('a step too short for the clock', () => {
  it('has less processor time than 20 times what is counted', () => {
    // 20 × 10 ms.
    expect(isTooShort(line({ user: 0.15, system: 0.04 }), null)).toBe(true);
    expect(isTooShort(line({ user: 0.15, system: 0.06 }), null)).toBe(false);
    expect(isTooShort(line({ user: 0.001, system: 0, resolution: 1e-6 }), null)).toBe(false);
    expect(isTooShort(line({ user: 1e-5, system: 0, resolution: 1e-6 }), null)).toBe(true);
  });

  it('is judged by hundredths where the clock is not known, and not at all without times', () => {
    expect(isTooShort(line({ user: 0.1, system: 0, resolution: null }), null)).toBe(true);
    expect(isTooShort(line({ user: null }), null)).toBe(false);
    expect(workOf(line({ user: 1, system: 0.5 }))).toBe(1.5);
    expect(workOf(line({ system: null }))).toBeNull();
  });
});

describe('a step shorter than was asked for', () => {
  it('has less processor time than that, however fine the clock is', () => {
    const step = line({ user: 0.9, system: 0.05, resolution: 1e-6 });
    expect(isTooShort(step, 1)).toBe(true);
    expect(isTooShort(step, 0.9)).toBe(false);
    expect(doubtsOf([step], 1)).toEqual([expect.stringMatching(/^too short: 1 of 1 steps /)]);
  });
});

describe('noise', () => {
  it('is a share of waiting in the time of all threads', () => {
    expect(waitedShare(queued(3, 1))).toBe(0.25);
    expect(waitedShare(line({}))).toBeNull();
    expect(waitedShare(queued(0, 0))).toBeNull();
  });

  it('is told where a step waited for longer than it ran', () => {
    expect(isNoisy(queued(2, 2))).toBe(false);
    expect(isNoisy(queued(2, 2.1))).toBe(true);
  });

  it('is told where others took more than half of all cores', () => {
    expect(isNoisy(queued(2, 0, 0.5))).toBe(false);
    expect(isNoisy(queued(2, 0, 0.51))).toBe(true);
    expect(isNoisy(line({}, null))).toBe(false);
  });
});

describe('doubts of a run', () => {
  it('are counted over what was measured', () => {
    const failed = { ...queued(1, 9), outcome: 'failed' } as Measurement;
    const other = { ...queued(1, 9), kind: 'dataset' } as Measurement;
    const [noise, short, ...more] = doubtsOf(
      [...[queued(1, 9), queued(1, 0), line({ user: 0, system: 0.1 }), failed, other]],
      null,
    );
    expect(noise).toMatch(/^the machine was busy: in 1 of 3 steps /);
    expect(short).toMatch(/^too short for the clock: 1 of 3 steps /);
    expect(more).toEqual([]);
    expect(doubtsOf([queued(1, 0)], null)).toEqual([]);
  });
});
