import {
  type JobResult,
  type Result,
  result,
  type StrategyResult,
} from '../../src/report/result/result.ts';

type Spread = { mean: number; p05: number; p50: number; p95: number };

const TB = 1e12;
const NEVER = { p05: null, p50: null, p95: null, never: 1 };

/** The same spread where the whole is the most there can be. */
const shareOf = (spread: Spread): Spread => ({ ...spread, p95: Math.min(1, spread.p95) });

/** What the planned scenario may differ in. */
export interface FixtureOptions {
  readonly trials?: number;
  readonly names?: readonly string[];
  readonly workloads?: readonly string[];
  readonly store?: string;
  readonly title?: string;
  /** As the file lists the strategies; as `names` does unless given. */
  readonly order?: readonly string[];
}

/**
 * A result made by hand: three strategies over five years, with the kinds of figures that a real
 * one has (milliseconds beside hours, a store that fills, a share just below the whole).
 */
export function fixture(options: FixtureOptions = {}): Result {
  const {
    trials = 1,
    names = ['nightly-incremental', 'weekly-full', 'forever-dedup'],
    workloads = ['ledger', 'documents'],
    store = 'disk',
    title = 'Finance, 10 TB over 500 km',
    order = names,
  } = options;
  const spread = (mean: number): Spread =>
    trials === 1
      ? { mean, p05: mean, p50: mean, p95: mean }
      : { mean, p05: mean * 0.9, p50: mean * 0.99, p95: mean * 1.15 };
  const strategies = names.map((name, index) =>
    strategy({ name, index, trials, spread, workloads, store }),
  );
  const whole = result.parse({
    format: 'backcast/result/1',
    scenario: {
      name: title,
      hash: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      start: '2026-01-04T16:00:00Z',
      end: '2031-01-04T16:00:00Z',
      timezone: 'Asia/Shanghai',
    },
    seed: 1,
    trials,
    doubt:
      trials === 1
        ? null
        : { scrambles: 16, points: Math.floor(trials / 16), needed: 3200, enough: trials >= 3200 },
    advice: {
      take: names[0] ?? null,
      why: `meets all 4 objectives with the least storage; ${names[1]} misses rto and window`,
      others: [{ strategy: names[1] ?? 'none', misses: ['rto', 'window'], dearer: -1200 }],
      hangsOn: {
        assumptions: [
          {
            what: 'compressibility of transactions',
            value: '2.2',
            fields: ['workloads.ledger.compressibility'],
            source: 'public table dumps, 2024 (unverified): the least and the most',
            ends: [
              {
                value: '1.2',
                figure: { name: 'peak stored', from: 40 * TB, to: 73 * TB },
                keeps: false,
                take: names[1] ?? null,
              },
              {
                value: '4.5',
                figure: { name: 'peak stored', from: 40 * TB, to: 20 * TB },
                keeps: true,
                take: names[0] ?? null,
              },
            ],
          },
        ],
        all: true,
        unranged: ['duplicates of transactions'],
        untried: null,
      },
    },
    workloads: workloads.map((name, index) => ({
      name,
      sizeAtStart: spread((10 * TB) / (1 + 9 * index)),
      sizeAtEnd: spread((14.7 * TB) / (1 + 9 * index)),
    })),
    training: [],
    strategies: [...strategies].sort((a, b) => (a.name < b.name ? -1 : 1)),
    defaults: [
      { path: 'stores.disk.ceiling', value: '100 %', source: 'house rule' },
      {
        path: 'workloads.ledger.compressibility',
        value: '2.2',
        source: 'content class transactions, measured on public table dumps, 2024, unverified',
      },
    ],
    warnings: ['the horizon of 5 years is shorter than the longest retention of 7 years'],
  });
  return { ...whole, order };
}

interface Making {
  readonly name: string;
  readonly index: number;
  readonly trials: number;
  readonly spread: (mean: number) => Spread;
  readonly workloads: readonly string[];
  readonly store: string;
}

function strategy(making: Making): StrategyResult {
  const { name, index, spread, workloads, trials, store } = making;
  const poor = index === 1;
  const peak = ([30, 65][index] ?? 45) * TB;
  const fullOn = poor
    ? {
        p05: '2029-03-04T17:00:00Z',
        p50: '2029-11-11T17:00:00Z',
        p95: trials === 1 ? '2029-11-11T17:00:00Z' : null,
        never: trials === 1 ? 0 : 0.125,
      }
    : NEVER;
  if (poor && trials === 1) fullOn.p05 = fullOn.p50;
  return {
    name,
    jobs: workloads.flatMap((workload, place) => jobsOf(making, workload, 1 / (1 + 9 * place))),
    unprotected: [],
    workloads: workloads.map((workload) => ({
      workload,
      rpo: spread(86_400),
      newest: spread(10_000),
      slowest: spread(25_000),
    })),
    schedules: [
      {
        copy: null,
        due: spread(1826),
        missed: spread(index),
        firstMiss: index > 0 ? at('2027-03-04T17:00:00Z') : NEVER,
        why: index > 0 ? 'the one before was still running' : null,
        seededOn: at('2026-01-05T17:00:00Z'),
      },
    ],
    skipped: spread(index),
    failed: spread(0),
    unstarted: spread(0),
    window: { fits: shareOf(spread(poor ? 0.873 : 0.99958)), firstMiss: poor ? fullOn : NEVER },
    stored: {
      end: spread(peak * 0.95),
      peak: spread(peak),
      peakAt: at('2030-12-29T17:00:00Z'),
      peakAfterPrune: spread(peak * 0.9),
      peakAfterPruneAt: at('2030-12-30T17:00:00Z'),
      files: spread(57),
      fulls: spread(9),
      workspace: spread(0),
      filesAtEnd: spread(55),
      beside: spread(0),
      byStore: [
        {
          store,
          capacity: 60 * TB,
          ceiling: 0.85,
          end: spread(peak * 0.8),
          peak: spread(peak * 0.85),
          fill: spread((peak * 0.85) / (60 * TB)),
          fullOn,
        },
        {
          store: 'vault',
          capacity: null,
          ceiling: 1,
          end: spread(peak * 0.15),
          peak: spread(peak * 0.15),
          fill: spread(0),
          fullOn: NEVER,
        },
      ],
      fullOn,
      series: seriesOf(making, peak),
    },
    points: {
      dialects: ['overlapping'],
      steadyFrom: null,
      kept: spread(55),
      list: trials === 1 ? pointsOf(workloads) : null,
      atPeak: null,
    },
    traffic: { bytes: spread(900 * TB), byLink: [{ link: 'wan', bytes: spread(900 * TB) }] },
    verification: {
      count: spread(1826),
      seconds: spread(2e6),
      bytes: spread(800 * TB),
      coreSeconds: spread(2e6),
      exposure: spread(2e6),
    },
    recovery: {
      newest: recoveryOf(making, 1),
      worst: recoveryOf(making, 2.5),
    },
    rpo: {
      gap: spread(poor ? 7 * 86_400 : 86_400),
      worstAge: spread(poor ? 8 * 86_400 : 93_600),
      continuous: spread(poor ? 7 * 86_400 : 86_400),
    },
    rules: [],
    copies: [],
    disasters: [],
    loss: null,
    cost: null,
    unpriced: [],
    materials: [],
    cash: [],
    purchases: [],
    cartridges: [],
    objectives: [
      objective(trials, 'rpo', 86_400, spread(poor ? 7 * 86_400 : 86_400), !poor),
      objective(trials, 'rto', 8 * 3600, spread(poor ? 12 * 3600 : 7.2 * 3600), !poor),
      objective(trials, 'window', 0.99, spread(poor ? 0.873 : 0.99958), !poor),
      objective(trials, 'fill', 0.85, spread(0.5), true),
    ],
  };
}

const at = (instant: string): Record<'p05' | 'p50' | 'p95', string> & { never: number } => ({
  p05: instant,
  p50: instant,
  p95: instant,
  never: 0,
});

const NOWHERE = {
  workload: null,
  disaster: null,
  store: null,
  since: null,
  pointAge: null,
  why: null,
  others: [],
};

/** What is promised of everything, and broken nowhere in particular. */
export const EVERYWHERE = { workload: null, disaster: null, copy: null, at: NOWHERE };

const objective = (
  trials: number,
  name: 'rpo' | 'rto' | 'window' | 'fill',
  limit: number,
  value: Spread,
  met: boolean,
): StrategyResult['objectives'][number] => {
  const share = met ? 1 : 0.02;
  const probability = { value: share, low: share * 0.98, high: Math.min(1, share * 1.5) };
  return {
    ...EVERYWHERE,
    name,
    limit,
    value,
    share,
    probability: trials === 1 ? null : probability,
    met,
  };
};

function jobsOf({ spread, index }: Making, workload: string, part: number): JobResult[] {
  const job = (level: JobResult['level'], count: number, seconds: number): JobResult => ({
    workload,
    level,
    count: spread(count),
    seconds: spread(seconds * part),
    overJobs: {
      mean: seconds * part,
      p50: seconds * part,
      p95: seconds * part * 1.2,
      max: seconds * part * 1.41,
    },
    wait: spread(index === 1 ? 300 : 0),
    bytesRead: spread(seconds * 1e9 * part),
    bytesStored: spread(seconds * 4.5e8 * part),
    bottleneck: [
      { stage: 'link wan', share: 0.93 },
      { stage: 'store disk', share: 0.07 },
    ],
    terms: {
      prepare: spread(2),
      scan: spread(seconds * part * 0.1),
      move: spread(seconds * part * 0.55),
      latency: spread(0.0025),
      transform: spread(0),
      verify: spread(seconds * part * 0.35 - 3.0025),
      finish: spread(1),
      retry: spread(0),
    },
  });
  return [
    job('seed', 1, 20_000),
    job('full', 260, 22_345),
    ...(index === 1 ? [] : [job('incremental', 1566, 2400)]),
  ];
}

function seriesOf({ spread, store }: Making, peak: number): StrategyResult['stored']['series'] {
  const months = Array.from({ length: 61 }, (_, month) => month);
  const byStore = (share: number, called: string) => {
    const sizes = months.map((month) => spread(peak * share * (0.3 + (0.7 * month) / 60)));
    return {
      store: called,
      p05: sizes.map(({ p05 }) => p05),
      p50: sizes.map(({ p50 }) => p50),
      p95: sizes.map(({ p95 }) => p95),
    };
  };
  const start = Date.parse('2026-01-04T16:00:00Z');
  return {
    at: months.map((month) =>
      new Date(start + month * 30.4375 * 86_400_000).toISOString().replace('.000', ''),
    ),
    byStore: [byStore(0.85, store), byStore(0.15, 'vault')],
  };
}

const pointsOf = (workloads: readonly string[]): StrategyResult['points']['list'] =>
  workloads.flatMap((workload) =>
    Array.from({ length: 40 }, (_, day) => ({
      workload,
      store: 'disk',
      time: new Date(Date.parse('2030-11-25T17:00:00Z') + day * 86_400_000)
        .toISOString()
        .replace('.000', ''),
      kind: day % 7 === 0 ? 'full' : 'incremental',
      bytes: day % 7 === 0 ? 4e12 : 1e11,
      position: 40 - day,
      keptFor: day < 3 ? 37 : null,
      reasons: day < 3 ? ['needed'] : day % 7 === 0 ? ['daily', 'weekly'] : ['daily'],
      gfs: {},
    })),
  );

function recoveryOf(
  { spread, workloads }: Making,
  longer: number,
): StrategyResult['recovery']['worst'] {
  return {
    workload: workloads[0] ?? null,
    pointTime: at('2031-01-03T17:00:00Z'),
    chain: spread(7),
    bytesRead: spread(5.5 * TB * longer),
    seconds: spread(10_000 * longer),
    terms: {
      prepare: spread(4),
      move: spread(10_000 * longer - 10.005),
      latency: spread(0.005),
      verify: spread(0),
      finish: spread(6),
    },
  };
}
