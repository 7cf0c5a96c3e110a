import { describe, expect, it } from 'vitest';
import { assumed } from '../../src/catalog/sourced.ts';
import { unitPrice } from '../../src/catalog/unit-price.ts';

describe('unitPrice', () => {
  it.each([
    [0.023, 'money/GiB/month', 2 ** 30],
    [0.006, 'money/GB/month', 1e9],
    [0.09, 'money/GiB', 2 ** 30],
    [0.01, 'money/GB', 1e9],
    [0.005, 'money/1000', 1000],
    [0.0025, 'money/1000/month', 1000],
  ] as const)('%d %s is spread over %d', (value, unit, things) => {
    expect(unitPrice(assumed(value, unit, 'test')) * things).toBeCloseTo(value, 12);
  });

  it('is nothing without a price, and a bug for what is none', () => {
    expect(unitPrice(undefined)).toBe(0);
    expect(() => unitPrice(assumed(1, 's', 'test'))).toThrow('s is no price');
  });
});
