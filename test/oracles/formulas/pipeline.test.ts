import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobTime, moveTime, type Stage } from './pipeline.ts';

const bytes = fc.double({ min: 0, max: 1e18, noNaN: true }).map(Math.floor);
/** From 10 EB/s down to 1 kB/s. */
const pace = fc.double({ min: 1e-19, max: 1e-3, noNaN: true });
const stage = fc.record({ name: fc.string({ minLength: 1 }), secondsPerByte: pace });
const stages = fc.array(stage, { minLength: 1, maxLength: 8 });
const path = fc.constantFrom('pipelined' as const, 'staged' as const);

describe('moveTime, laws', () => {
  it('lies between the slowest stage and the sum of all', () => {
    fc.assert(
      fc.property(bytes, stages, (size, all) => {
        const pipelined = moveTime(size, all, 'pipelined').seconds;
        const staged = moveTime(size, all, 'staged').seconds;
        const alone = all.map((one) => moveTime(size, [one], 'staged').seconds);
        expect(pipelined).toBe(Math.max(...alone));
        expect(pipelined).toBeLessThanOrEqual(staged);
        expect(staged).toBeLessThanOrEqual(all.length * pipelined * (1 + 1e-12));
      }),
    );
  });

  it('names the first of the slowest stages, on either path', () => {
    fc.assert(
      fc.property(bytes, stages, path, (size, all, kind) => {
        const slowest = Math.max(...all.map((one) => one.secondsPerByte));
        const first = all.find((one) => one.secondsPerByte === slowest);
        expect(moveTime(size, all, kind).bottleneck).toBe(first?.name);
      }),
    );
  });

  it('names the first of equals', () => {
    const equal = ['read', 'link', 'write'].map((name): Stage => ({ name, secondsPerByte: 1e-9 }));
    expect(moveTime(1e12, equal, 'pipelined').bottleneck).toBe('read');
    expect(moveTime(1e12, equal, 'staged').bottleneck).toBe('read');
  });

  it('a faster stage never makes it slower, and one more stage never faster', () => {
    fc.assert(
      fc.property(bytes, stages, stage, path, fc.nat(7), (size, all, extra, kind, which) => {
        const before = moveTime(size, all, kind).seconds;
        const faster = all.map(
          (one, index): Stage =>
            index === which % all.length ? { ...one, secondsPerByte: one.secondsPerByte / 2 } : one,
        );
        expect(moveTime(size, faster, kind).seconds).toBeLessThanOrEqual(before);
        expect(moveTime(size, [...all, extra], kind).seconds).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('twice the bytes take twice the time, and none take none, even through a stage that stands still', () => {
    fc.assert(
      fc.property(bytes, stages, path, (size, all, kind) => {
        expect(moveTime(2 * size, all, kind).seconds).toBe(2 * moveTime(size, all, kind).seconds);
        const stuck = [...all, { name: 'stuck', secondsPerByte: Number.POSITIVE_INFINITY }];
        expect(moveTime(0, stuck, kind)).toEqual({ seconds: 0, bottleneck: 'stuck' });
      }),
    );
  });

  it('without a stage nothing limits', () => {
    expect(moveTime(1e12, [], 'pipelined')).toEqual({ seconds: 0, bottleneck: 'none' });
  });
});

describe('jobTime, laws', () => {
  const seconds = fc.double({ min: 0, max: 1e7, noNaN: true });
  const terms = fc.record({
    prepare: seconds,
    scan: seconds,
    move: seconds,
    latency: seconds,
    transform: seconds,
    verify: seconds,
    finish: seconds,
  });

  it('is the sum of its parts, to 1e-12', () => {
    fc.assert(
      fc.property(terms, (parts) => {
        const sum = Object.values(parts).reduceRight((total, part) => total + part, 0);
        expect(Math.abs(jobTime(parts) - sum)).toBeLessThanOrEqual(1e-12 * sum);
      }),
    );
  });
});
