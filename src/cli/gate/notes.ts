import type { PairsRun } from '../../gate/run/run-pairs.ts';
import type { GateOptions } from './options.ts';

/** Seconds below which starting a program is most of what is measured. */
const SHORT = 1;
/** A share by which the order of two runs should not matter. */
const ORDER = 0.05;

/** What there is to know of a run of pairs beside its verdicts. */
export function notesOf(
  {
    series,
    judgements,
    orderEffect,
    isCut,
  }: Pick<PairsRun, 'series' | 'judgements' | 'orderEffect' | 'isCut'>,
  untouched: readonly string[],
  { aa }: Pick<GateOptions, 'aa'>,
): readonly string[] {
  const short = new Set(
    judgements.flatMap(({ scenario, unit, before }) =>
      unit === 'seconds' && before !== null && before < SHORT ? [scenario] : [],
    ),
  );
  return [
    ...(aa ? ['both sides are the same, so that whatever is worse here is a false alarm'] : []),
    ...series.flatMap(({ scenario, dropped }) =>
      dropped.map((why) => `a pair of ${scenario} was dropped: ${why}`),
    ),
    ...(isCut ? ['it was ended before all pairs were run'] : []),
    ...(short.size > 0
      ? [
          `shorter than ${SHORT} s: ${[...short].join(', ')}; larger data tell more, see "least" in plans`,
        ]
      : []),
    ...(orderEffect !== null && Math.abs(orderEffect) > ORDER
      ? [
          `the second run of a pair took ${Math.round(Math.abs(orderEffect) * 100)} % ${orderEffect > 0 ? 'longer' : 'less'} than the first; the coin keeps that apart`,
        ]
      : []),
    ...(untouched.length > 0 ? [`not compared: ${untouched.join(', ')}`] : []),
  ];
}
