import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../../src/random/distribution.ts';
import { change } from '../../../src/scenario/change.ts';
import { growth } from '../../../src/scenario/growth.ts';
import { keep } from '../../../src/scenario/keep.ts';
import { type Uncertain, uncertain } from '../../../src/scenario/language/uncertain.ts';
import { FRACTION, FRACTION_RATE, SIZE } from '../../../src/units/dimensions.ts';

const about = { description: '' };
const size = uncertain(SIZE, { above: true }, about);
const read = (written: unknown): Uncertain | undefined => size.safeParse(written).data;

describe('uncertain quantities', () => {
  it.each([
    ['10 TB', { kind: 'fixed', value: 1e13 }],
    ['10 TB ± 20 %', { kind: 'uniform', low: 8e12, high: 1.2e13 }],
    ['10 TB +- 20%', { kind: 'uniform', low: 8e12, high: 1.2e13 }],
    ['10 TB +/- 0 %', { kind: 'uniform', low: 1e13, high: 1e13 }],
    [
      { lognormal: { median: '1 TB', sigma: 0.5 } },
      { kind: 'lognormal', median: 1e12, sigma: 0.5, least: 0 },
    ],
    [
      { triangular: ['1 TB', '2 TB', '4 TB'] },
      { kind: 'triangular', low: 1e12, mode: 2e12, high: 4e12 },
    ],
    [
      { sample: 'a.csv' },
      { kind: 'sample file', file: 'a.csv', base: SIZE, limits: { above: true } },
    ],
  ])('%j is read', (written, expected) => {
    expect(read(written)).toEqual(expected);
  });

  it('of two percentiles are log-normal where both are positive, else normal', () => {
    expect(read({ p10: '200 GB', p90: '500 GB' })).toMatchObject({ kind: 'lognormal' });
    const rate = uncertain(FRACTION_RATE, { min: -1 }, about);
    const both = rate.safeParse({ p10: '-1 %/day', p90: '3 %/day' }).data;
    expect(both).toMatchObject({ kind: 'normal' });
  });

  it('with ± keep their mean, and stay in order below zero', () => {
    const shrink = uncertain(FRACTION_RATE, { min: -1 }, about);
    const value = fc.integer({ min: -90, max: 90 });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 99 }), (share, spread) => {
        const found = shrink.safeParse(`${share} %/day ± ${spread} %`).data;
        if (found?.kind !== 'uniform') throw new Error(`${share} ± ${spread} is not read`);
        expect(found.low).toBeLessThanOrEqual(found.high);
        expect(mean(found) * 86400).toBeCloseTo(share / 100, 12);
      }),
    );
  });

  it('with ± must stay possible', () => {
    const share = uncertain(FRACTION, { max: 1 }, about);
    expect(share.safeParse('90 % ± 20 %').success).toBe(false);
    expect(share.safeParse('80 % ± 20 %').success).toBe(true);
  });
});

describe('growth', () => {
  const grow = (written: unknown) => growth(about).safeParse(written).data;
  it.each([
    ['8 %/year', 'share', 365 * 86400],
    ['8 %/month ± 20 %', 'share', 30 * 86400],
    ['8 %/d', 'share', 86400],
    [{ p10: '5 %/week', p90: '9 %/week' }, 'share', 7 * 86400],
    ['40 GB/day', 'append', undefined],
    ['40 GB/day +- 20 %', 'append', undefined],
    ['40 GB/day ± 20 %', 'append', undefined],
    [{ p10: '5 GB/day', p90: '9 GB/day' }, 'append', undefined],
  ])('%j is read', (written, kind, period) => {
    expect(grow(written)).toMatchObject({ kind, ...(period !== undefined && { period }) });
  });
});

describe('change', () => {
  const differs = (written: unknown) => change(about).safeParse(written).data;
  const share = (value: number) => ({ kind: 'share', share: { kind: 'fixed', value } });
  it.each([
    ['3 %/day', { every: 'day', amount: share(0.03) }],
    ['3 % a day', { every: 'day', amount: share(0.03) }],
    ['10 % per run', { every: 'run', amount: share(0.1) }],
    ['0.5/run', { every: 'run', amount: share(0.5) }],
    [
      '300 GB/d',
      { every: 'day', amount: { kind: 'bytes', bytes: { kind: 'fixed', value: 3e11 } } },
    ],
    ['3 %/day ± 50 %', { every: 'day', amount: { share: { kind: 'uniform', low: 0.015 } } }],
    [{ 'per-run': '10 %', skew: { zipf: 1 } }, { skew: { kind: 'zipf', exponent: 1 } }],
    [
      { 'per-day': '1 %', skew: 'uniform' },
      { kind: 'rate', skew: { kind: 'uniform' } },
    ],
  ])('%j is read', (written, expected) => {
    expect(differs(written)).toMatchObject({ kind: 'rate', ...expected });
  });

  it('measured twice is put in the order of age', () => {
    const [late, early] = [
      { after: '7 d', changed: '8 %' },
      { after: '1 d', changed: '2 %' },
    ];
    const points = [
      { after: 86400, amount: share(0.02) },
      { after: 604800, amount: share(0.08) },
    ];
    expect(differs({ measured: [late, early] })).toEqual({ kind: 'power law', points });
  });
});

describe('keep', () => {
  it('leaves out rules of 0, and keeps the rest', () => {
    const written = {
      daily: 7,
      weekly: 0,
      within: '10 d',
      dialect: 'exclusive',
      gfs: { yearly: 2 },
    };
    expect(keep.parse(written)).toEqual({
      dialect: 'exclusive',
      within: { amount: 10, unit: 'day' },
      rules: { daily: 7 },
      gfs: { yearly: 2 },
    });
    expect(keep.parse({ points: 14 })).toEqual({ points: 14, rules: {}, gfs: {} });
    expect(keep.safeParse({ gfs: { weekly: 4 } }).success).toBe(false);
  });
});
