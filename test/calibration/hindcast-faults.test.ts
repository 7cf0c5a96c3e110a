import { expect, it } from 'vitest';
import { type Compared, scoreOf } from '../../src/calibration/hindcast.ts';
import {
  allowedError,
  binomialTail,
  hindcastFaults,
  widened,
} from '../../src/calibration/hindcast-faults.ts';

/** A step that was measured as 1 and foretold as so much, twice, one 30 % beside the other. */
const step = (expected: number, more: Partial<Compared> = {}): Compared => ({
  ...{ tool: 'tar', operation: 'backup', level: 'full', target: 'disk', step: 's', figure: 'work' },
  ...{ measured: 1, repetitions: 2, floor: 0.3, plain: 3, beyond: null },
  forecast: { expected, half: null, most: null },
  ...more,
});

it('so few successes by chance: 0 of 2 at 90 % is 0.01, at most 1 of 2 is 0.19', () => {
  expect(binomialTail(0, 2, 0.9)).toBeCloseTo(0.01, 12);
  expect(binomialTail(1, 2, 0.9)).toBeCloseTo(0.19, 12);
  expect(binomialTail(2, 2, 0.9)).toBeCloseTo(1, 12);
});

it('of many trials as well: at most 323 of 359 at 90 % is about half, 356 nearly all', () => {
  expect(binomialTail(323, 359, 0.9)).toBeGreaterThan(0.4);
  expect(binomialTail(323, 359, 0.9)).toBeLessThan(0.6);
  expect(binomialTail(356, 359, 0.9)).toBeCloseTo(1, 6);
  expect(binomialTail(290, 359, 0.9)).toBeLessThan(1e-6);
});

it('scores: the error beside what a perfect forecast would miss, and beside bytes ÷ throughput', () => {
  // Two repetitions that miss each other by 30 % are missed by 15 %; 3 for 1 is an error of 200 %.
  expect(scoreOf([step(1.1), step(1.2), step(0.7)])).toMatchObject({
    ...{ error: expect.closeTo(0.2, 12), floor: 0.3, least: expect.closeTo(0.15, 12) },
    skill: expect.closeTo(0.9, 12),
  });
  expect(scoreOf([step(1.2, { repetitions: 5 })])?.least).toBeCloseTo(0.38 * 0.3, 12);
  expect(scoreOf([step(1.2, { floor: null, plain: null })])).toMatchObject({
    ...{ least: null, skill: null },
  });
});

it('accepts 1.2 times what a perfect forecast would miss, where that is more than is asked for', () => {
  expect(allowedError({ least: 0.15 }, 0.1)).toBeCloseTo(0.18, 12);
  expect(allowedError({ least: 0.15 }, 0.25)).toBe(0.25);
  expect(allowedError({ least: null }, 0.1)).toBe(0.1);
});

it('finds fault beyond that, and says what is accepted', () => {
  expect(hindcastFaults([step(1.17)], 0.1)).toEqual([]);
  expect(widened([step(1.17)], 0.1)).toEqual([
    'work: a median error of 18 % is accepted, 1.2 × what noise makes a perfect forecast miss',
  ]);
  expect(hindcastFaults([step(1.2)], 0.1)).toEqual([
    'work: the median error is 20 %, above 18 % (1.2 × what noise makes a perfect forecast miss)',
  ]);
  expect(hindcastFaults([step(1.3)], 0.25)).toEqual(['work: the median error is 30 %, above 25 %']);
  expect(widened([step(1.3)], 0.25)).toEqual([]);
  expect(hindcastFaults([step(1.3)], undefined)).toEqual([]);
});
