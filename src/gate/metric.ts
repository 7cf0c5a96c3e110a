/** The clocks of a step: seconds that passed, those less waiting for a core, and processor time. */
export const CLOCKS = ['wall', 'quiet', 'work'] as const;
/** See `CLOCKS`. */
export type Clock = (typeof CLOCKS)[number];

/** What a series does, each timed apart. */
export const PHASES = ['backup', 'restore', 'check', 'prune'] as const;
/** See `PHASES`. */
export type Phase = (typeof PHASES)[number];

/** What is counted in a series beside times. */
export type Amount = 'memory' | 'stored' | 'sent' | 'objects' | 'requests';

/** A time by one clock, or by the quietest of the three; or an amount. */
export type Metric =
  | { readonly kind: 'time'; readonly phase: Phase; readonly clock: Clock | 'quietest' }
  | { readonly kind: 'amount'; readonly amount: Amount; readonly unit: 'bytes' | 'count' };

const time = (phase: Phase, clock: Clock | 'quietest' = 'quietest'): Metric => ({
  kind: 'time',
  phase,
  clock,
});
const bytes = (amount: Amount): Metric => ({ kind: 'amount', amount, unit: 'bytes' });
const count = (amount: Amount): Metric => ({ kind: 'amount', amount, unit: 'count' });

/** What limits can be set on, by the names of `--max`; all but `restore`, `check`, `prune` are of backups. */
export const METRICS = {
  time: time('backup'),
  wall: time('backup', 'wall'),
  quiet: time('backup', 'quiet'),
  work: time('backup', 'work'),
  restore: time('restore'),
  check: time('check'),
  prune: time('prune'),
  memory: bytes('memory'),
  stored: bytes('stored'),
  sent: bytes('sent'),
  objects: count('objects'),
  requests: count('requests'),
} as const satisfies Readonly<Record<string, Metric>>;

/** See `METRICS`. */
export type MetricName = keyof typeof METRICS;

/** All names of metrics. */
export const METRIC_NAMES = Object.keys(METRICS) as readonly MetricName[];

/** What a metric is counted in. */
export function unitOf(name: MetricName): 'seconds' | 'bytes' | 'count' {
  const metric: Metric = METRICS[name];
  return metric.kind === 'time' ? 'seconds' : metric.unit;
}
