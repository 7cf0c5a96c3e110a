import { daysOfMonth, MONTHS } from '../../units/calendar.ts';

/** What is wrong with a schedule, and what to write instead. */
interface Fault {
  readonly message: string;
  readonly hint: string;
}

/** A day of a month as people write it: `31st`, `day 31`, `30 February`, `February 30th`. */
interface Day {
  readonly day: number;
  /** From 0 for January; undefined for a day of every month. */
  readonly month?: number;
}

/**
 * Why a day of a schedule never comes, or how it is written; undefined where its day is not what is
 * wrong with it.
 *
 * @example
 * dayFault('yearly on 30 february')
 * // { message: 'never comes: February has 28 days, 29 in leap years', hint: 'write "yearly on 28 February"' }
 */
export function dayFault(words: string): Fault | undefined {
  const [, often = '', on = '', at = ''] =
    /^(monthly|quarterly|yearly) on (?:the )?(.+?)( at (?:[01]?\d|2[0-3]):[0-5]\d)?$/.exec(words) ??
    [];
  const found = dayIn(on);
  if (!found) return cronFault(words);
  const { day, month } = found;
  if (month === undefined) return inEveryMonth(often === 'yearly' ? 'monthly' : often, day, at);
  const longest = Math.min(day, daysOfMonth(month));
  const hint = `write "yearly on ${month === 1 ? Math.min(longest, 28) : longest} ${MONTHS[month]}${at}"`;
  if (day > longest) return { message: `never comes: ${length(month)}`, hint };
  return { message: 'is not a schedule', hint: `write "yearly on ${day} ${MONTHS[month]}${at}"` };
}

function inEveryMonth(often: string, day: number, at: string): Fault {
  const last = `"${often} on last day${at}"`;
  if (day < 1 || day > 31) {
    const hint = day < 1 ? `write "${often} on day 1${at}"` : `write ${last}`;
    return { message: `is not a schedule: no month has a day ${day}`, hint };
  }
  const hint =
    day > 28
      ? `write ${last}; "${often} on day ${day}${at}" leaves out the months without that day`
      : `write "${often} on day ${day}${at}"`;
  return { message: 'is not a schedule', hint };
}

function cronFault(pattern: string): Fault | undefined {
  const [, day = '', name = ''] = /^\S+ \S+ (\d\d?) (\d\d?|[a-z]{3}) \S+$/.exec(pattern) ?? [];
  const month = /^\d/.test(name) ? Number(name) - 1 : monthNamed(name);
  if (month === undefined || MONTHS[month] === undefined) return undefined;
  if (Number(day) > 31 || Number(day) <= daysOfMonth(month)) return undefined;
  return {
    message: `never comes: ${length(month)}`,
    hint: 'write a day that it has, or L for the last day of the month',
  };
}

function dayIn(on: string): Day | undefined {
  const [, first, month] =
    /^(?:day )?(\d\d?)(?:st|nd|rd|th)?(?: (?:of )?([a-z]+))?$/.exec(on) ?? [];
  const [, before, second] = /^([a-z]+) (\d\d?)(?:st|nd|rd|th)?$/.exec(on) ?? [];
  const day = first ?? second;
  if (day === undefined) return undefined;
  const name = month ?? (before === 'day' ? undefined : before);
  if (name === undefined) return { day: Number(day) };
  const found = monthNamed(name);
  return found === undefined ? undefined : { day: Number(day), month: found };
}

/** The month of a name or of its first letters, three or more; from 0 for January. */
function monthNamed(name: string): number | undefined {
  const at = MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return at < 0 || name.length < 3 ? undefined : at;
}

const length = (month: number): string =>
  month === 1
    ? 'February has 28 days, 29 in leap years'
    : `${MONTHS[month]} has ${daysOfMonth(month)} days`;
