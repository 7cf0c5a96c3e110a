import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from '../../src/units/money.ts';

const money = fc.record({
  amount: fc.double({ noNaN: true, noDefaultInfinity: true }).map((amount) => amount + 0),
  currency: fc.constantFrom('USD', 'CNY', 'EUR', 'JPY'),
});

describe('money', () => {
  it('reads back what is written as amount and currency', () => {
    fc.assert(
      fc.property(money, (one) => {
        expect(parseMoney(`${one.amount} ${one.currency}`)).toEqual(one);
      }),
    );
  });

  it('reads grouped digits and refuses what has no currency', () => {
    expect(parseMoney('50_000 USD')).toEqual({ amount: 50_000, currency: 'USD' });
    expect(parseMoney(' 50USD ')).toEqual({ amount: 50, currency: 'USD' });
    expect(parseMoney('2e3  USD')).toEqual({ amount: 2000, currency: 'USD' });
    const refused = [
      '50000',
      'USD',
      '50000 usd',
      '5 dollars',
      '',
      '1 USD/h',
      'NaN USD',
      'some 5 USD',
    ];
    for (const text of refused) {
      expect(parseMoney(text), text).toBeUndefined();
    }
  });
});
