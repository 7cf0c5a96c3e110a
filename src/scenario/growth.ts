import { z } from 'zod';
import { FRACTION_RATE, RATE } from '../units/dimensions.ts';
import { type About, type Issues, kindOf, readAs, refuse } from './language/declare.ts';
import { centreOf, type Uncertain, uncertain } from './language/uncertain.ts';

/**
 * How a workload grows: compound by a share per period (`rate` is the share per second, `period` is
 * in seconds), or by appended bytes per second.
 */
export type Growth =
  | { readonly kind: 'share'; readonly rate: Uncertain; readonly period: number }
  | { readonly kind: 'append'; readonly rate: Uncertain };

const DAY = 86400;
const PERIODS: Readonly<Record<string, number>> = {
  year: 365 * DAY,
  month: 30 * DAY,
  week: 7 * DAY,
  day: DAY,
  d: DAY,
};

/** Growth per period as a share; it must be above -100 %. */
const sharesOf = (period: number) =>
  uncertain(
    FRACTION_RATE,
    { min: -1 / period, above: true },
    { description: 'a share in each period: compound', example: '8 %/year' },
  );
const share = sharesOf(DAY);
/** Schemas by period, cached: building one takes longer than parsing with it. */
const SHARES = new Map(Object.values(PERIODS).map((period) => [period, sharesOf(period)]));
const appended = uncertain(
  RATE,
  {},
  { description: 'bytes in a time, that are appended', example: '40 GB/day' },
);
const FORM = 'a share in a time, or bytes in a time';

/** Declares how a workload grows. */
export const growth = (about: About) =>
  z
    .unknown()
    .transform(readGrowth)
    .meta({
      example: '8 %/year',
      form: `${FORM}; may be uncertain`,
      chapter: 'uncertain-quantities',
      ...about,
      options: [share, appended],
    });

function readGrowth(input: unknown, issues: Issues): Growth {
  if (typeof input === 'boolean' || input === null || Array.isArray(input)) {
    const hint = 'write for example "8 %/year" or "40 GB/day"';
    return refuse(issues, `should be ${FORM}, not ${kindOf(input)}`, hint);
  }
  const written = typeof input === 'string' ? input : JSON.stringify(input);
  const [, per] = /%\s*\/\s*(year|month|week|day|d)\b/.exec(written) ?? [];
  if (per === undefined && /%(?!\s*\/)/.test(centreOf(written))) {
    return refuse(issues, 'does not say in what time', 'write for example "8 %/year"');
  }
  if (per === undefined && /^\s*-/.test(written)) {
    const hint = 'write a share such as "-5 %/year" for data that become less';
    return refuse(issues, 'cannot append less than nothing', hint);
  }
  return per === undefined
    ? { kind: 'append', rate: readAs(appended, input, issues) }
    : readShare(input, PERIODS[per] ?? DAY, issues);
}

const readShare = (input: unknown, period: number, issues: Issues): Growth => ({
  kind: 'share',
  rate: readAs(SHARES.get(period) ?? share, input, issues),
  period,
});
