import type { Plan } from '../../../simulation/plan/plan.ts';
import { dayOf, monthOf } from '../../../units/calendar.ts';

/** A year of the calendar, as far as it lies in the horizon. */
export interface CalendarYear {
  readonly year: number;
  readonly from: number;
  readonly until: number;
  /** Numbers of its months in the bills: the first, and that after the last. */
  readonly firstMonth: number;
  readonly endMonth: number;
}

/** The years of the calendar that the horizon touches. */
export function yearsOf({ start, end, months, calendar }: Plan): readonly CalendarYear[] {
  const years: CalendarYear[] = [];
  for (let month = 0; month < months.length - 1; month++) {
    const year = Math.floor(monthOf(dayOf(calendar.toLocal(months[month] as number))) / 12);
    const until = Math.min(end, months[month + 1] as number);
    const open = years.at(-1);
    if (open?.year === year) years[years.length - 1] = { ...open, until, endMonth: month + 1 };
    else {
      const from = Math.max(start, months[month] as number);
      years.push({ year, from, until, firstMonth: month, endMonth: month + 1 });
    }
  }
  return years;
}
