import { visible } from '../../../problem.ts';
import { inWords, listed } from '../../answer/in-words.ts';
import type { Clock } from '../../result/clock.ts';
import type { Result } from '../../result/result.ts';
import { profilesInWords } from '../profiles.ts';

/** So many names are told one by one. */
const MOST_NAMES = 4;

/**
 * What was asked, in sentences: the time that is played, which data are to be protected against what,
 * and the measurements that tools rest on.
 *
 * @example askedOf(result, clock)[1] // '32 TB of pictures and records, 90.4 TB at the end; against fire'
 */
export function askedOf(result: Result, clock: Clock): readonly string[] {
  const { scenario, seed, trials, workloads, strategies } = result;
  const from = clock(scenario.start, 'day');
  const to = clock(scenario.end, 'day');
  const played =
    trials === 1
      ? `one run with seed ${seed}`
      : `${trials} trials with seed ${seed}, of which figures are medians`;
  const sum = (of: (workload: Result['workloads'][number]) => number): number =>
    workloads.reduce((total, workload) => total + of(workload), 0);
  const start = inWords(
    'bytes',
    sum(({ sizeAtStart }) => sizeAtStart.p50),
  );
  const end = inWords(
    'bytes',
    sum(({ sizeAtEnd }) => sizeAtEnd.p50),
  );
  const data = `${start} of ${some(workloads.map(({ name }) => name))}`;
  const growth = start === end ? '' : `, ${end} at the end`;
  const disasters = (strategies[0]?.disasters ?? []).map(({ disaster }) => disaster);
  const against = disasters.length > 0 ? `; against ${some(disasters)}` : '';
  return [
    `${from} to ${to}, time zone ${visible(scenario.timezone)}; ${played}`,
    `${data}${growth}${against}`,
    ...profilesInWords(result),
  ];
}

/** Names one by one, or the first of many and how many there are. */
function some(names: readonly string[]): string {
  const safe = names.map((name) => visible(name));
  if (safe.length <= MOST_NAMES) return listed(safe);
  return listed([...safe.slice(0, MOST_NAMES - 1), `${safe.length - MOST_NAMES + 1} more`]);
}
