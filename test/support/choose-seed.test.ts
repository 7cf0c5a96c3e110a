import { readConfigureGlobal } from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { chooseSeed } from './choose-seed.ts';

describe('the seed of the laws', () => {
  it('can be set, also to 0 and below', () => {
    expect(chooseSeed({ BACKCAST_SEED: '7' })).toBe(7);
    expect(chooseSeed({ BACKCAST_SEED: '0', CI: 'true' })).toBe(0);
    expect(chooseSeed({ BACKCAST_SEED: '-1' })).toBe(-1);
  });

  it('is the same every time in CI', () => {
    expect(chooseSeed({ CI: 'true' })).toBe(chooseSeed({ CI: 'true' }));
  });

  it.each(['seven', '1.5', '4294967296', 'NaN'])('is refused when it is %s', (given) => {
    expect(() => chooseSeed({ BACKCAST_SEED: given })).toThrow(`BACKCAST_SEED is "${given}"`);
  });

  it('reaches fast-check', () => {
    expect(readConfigureGlobal()?.seed).toBe(inject('seed'));
  });
});

describe('the calendar of the tests', () => {
  it('is UTC, whatever the machine says', () => {
    expect(new Date(2026, 6, 1).toISOString()).toBe('2026-07-01T00:00:00.000Z');
  });
});
