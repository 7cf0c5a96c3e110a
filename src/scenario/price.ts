import { z } from 'zod';
import { type Money, parseMoney } from '../units/money.ts';
import { type About, kindOf, refuse } from './declare.ts';

const HINT = 'write an amount and a currency, for example "2.5 USD/h"';

/** A field that holds a price an hour, such as `2.5 USD/h`. */
export const hourlyPrice = (about: About) =>
  z
    .unknown()
    .transform((input, issues): Money => {
      if (typeof input !== 'string') {
        return refuse(issues, `should be a price an hour, not ${kindOf(input)}`, HINT);
      }
      const [, amount] = /^(.*?)\s*\/\s*(?:h|hour)$/.exec(input.trim()) ?? [];
      const money = amount === undefined ? undefined : parseMoney(amount);
      if (!money) return refuse(issues, `"${input}" is not a price an hour`, HINT);
      return money.amount >= 0 ? money : refuse(issues, 'must be at least 0', HINT);
    })
    .meta({ form: 'a price an hour', example: '2.5 USD/h', ...about, shape: { type: 'string' } });
