import { dateEstimate } from '../../stats/estimate.ts';
import { formatInstant } from '../../units/calendar.ts';

/** When something happens over all futures, as people write dates; null where it never does. */
export function answerDates(instants: readonly number[]) {
  const { p05, p50, p95, never } = dateEstimate(instants);
  const written = (time: number | null): string | null =>
    time === null ? null : formatInstant(time);
  return { p05: written(p05), p50: written(p50), p95: written(p95), never };
}
