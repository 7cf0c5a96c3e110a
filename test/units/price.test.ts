import { describe, expect, it } from 'vitest';
import { parsePrice } from '../../src/units/price.ts';

describe('parsePrice', () => {
  it.each([
    ['0.021 USD/GiB/month', 0.021, 'USD', 'GiB/month'],
    ['0.5 CNY per GB', 0.5, 'CNY', 'GB'],
    [' 1_000 EUR / million ', 1000, 'EUR', 'million'],
    ['4e-7 USD/request', 4e-7, 'USD', 'request'],
    ['4e-10USD/B', 4e-10, 'USD', 'B'],
    ['4e3  USD/year', 4000, 'USD', 'year'],
    ['-1 USD/GB', -1, 'USD', 'GB'],
  ])('%s', (text, amount, currency, per) => {
    expect(parsePrice(text)).toEqual({ amount, currency, per });
  });

  it.each([
    '',
    '0.021',
    '0.021 USD',
    '0.021 usd/GB',
    'USD/GB',
    '1 USD/',
    '1e999 USD/GB',
    '1 GB/s',
    'some 1 USD/GB',
    '1 USD/GB\n2',
  ])('%j is no price', (text) => expect(parsePrice(text)).toBeUndefined());
});
