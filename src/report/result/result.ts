import { z } from 'zod';
import { advice } from './advice.ts';
import { copyResult } from './copies.ts';
import { cartridges, cashYear, costResult, material, purchase, unpricedPart } from './cost.ts';
import { annualLoss, disasterResult } from './disasters.ts';
import { jobResult } from './jobs.ts';
import { objectiveResult } from './objective.ts';
import { amount, bytes, date, estimate, estimatedShare, say, share } from './parts.ts';
import { profiledTool } from './profiled.ts';
import { scheduleResult, workloadResult } from './protection.ts';
import { ruleResult } from './rules.ts';
import { trainingRun } from './training.ts';

const point = z
  .strictObject({
    workload: z.string(),
    store: say(z.string(), 'where it lies'),
    time: say(z.string(), 'start of the run it holds'),
    kind: say(z.string(), 'what the file is; …-cloned where it shares blocks with another'),
    bytes,
    position: say(z.int().min(1).nullable(), '1 is the newest; null where it has no position'),
    keptFor: say(z.int().min(1).nullable(), 'position of the kept point that needs it'),
    reasons: say(z.array(z.string()), 'the rules that keep it; needed: a kept point needs it'),
    gfs: say(z.record(z.string(), z.int().min(1)), 'by GFS rule: 1 is the newest of its kind'),
  })
  .meta({ description: 'one file of a chain' });

const recovery = z
  .strictObject({
    workload: z.string().nullable(),
    pointTime: date,
    chain: say(estimate, 'files that are read'),
    bytesRead: say(estimate, 'bytes read from the store'),
    seconds: estimate,
    terms: z.strictObject({
      prepare: estimate,
      move: estimate,
      latency: estimate,
      verify: estimate,
      finish: estimate,
    }),
  })
  .meta({
    description: 'the restore of one point to where its workload lives, nothing else running',
  });

const storeResult = z.strictObject({
  store: z.string(),
  capacity: say(bytes.nullable(), 'usable bytes; null is unlimited'),
  ceiling: share,
  end: estimate,
  peak: estimate,
  fill: say(estimate, 'peak ÷ usable capacity, with what is bought; 0 where that is unlimited'),
  fullOn: date,
});

const strategyResult = z.strictObject({
  name: z.string(),
  unprotected: say(z.array(z.string()), 'workloads that it leaves without a backup'),
  jobs: z.array(jobResult),
  skipped: say(estimate, 'jobs that were skipped because the one before still ran'),
  failed: say(estimate, 'jobs that left no point: failed, cut off, or out of room'),
  unstarted: say(estimate, 'jobs that were due and had not begun at the end'),
  workloads: z.array(workloadResult),
  schedules: say(
    z.array(scheduleResult),
    'what came of the schedules of backups and copies; the backups first',
  ),
  window: z.strictObject({
    fits: say(
      estimatedShare.nullable(),
      'share of the nights with jobs in which all fitted; null without a window',
    ),
    firstMiss: say(date, 'opening of the first window in which a job did not fit'),
  }),
  stored: z.strictObject({
    end: say(estimate, 'bytes stored at the end'),
    peak: say(estimate, 'the most bytes at once, before deletion: what the stores must hold'),
    peakAt: say(date, 'start of the run that brought the peak'),
    peakAfterPrune: say(
      estimate,
      'bytes stored after the deletions of the run at which they were largest, with the workspace',
    ),
    peakAfterPruneAt: say(date, 'start of that run'),
    files: say(estimate, 'files held then'),
    fulls: say(estimate, 'fulls among them'),
    workspace: say(estimate, 'work space that a published rule of thumb adds then'),
    filesAtEnd: say(estimate, 'files held at the end'),
    beside: say(estimate, 'bytes of logs and replicas at the end'),
    unused: say(estimate.optional(), 'bytes that prunes have left unused at the end, if any'),
    byStore: z.array(storeResult),
    fullOn: say(date, 'first instant at which a store passed its usable capacity × ceiling'),
    series: say(
      z.strictObject({
        at: z.array(z.string()),
        byStore: z.array(
          z.strictObject({
            store: z.string(),
            p05: z.array(bytes),
            p50: z.array(bytes),
            p95: z.array(bytes),
          }),
        ),
      }),
      'bytes stored over time',
    ),
  }),
  points: z.strictObject({
    kept: say(estimate, 'restore points at the end'),
    dialects: say(z.array(z.string()), 'how the keep rules are read'),
    steadyFrom: say(
      z.string().nullable(),
      'when the steady state begins: as many points are removed as are made, apart from growth; null where that is after the end',
    ),
    list: say(z.array(point).nullable(), 'the files at the end; null in summary mode'),
    atPeak: say(z.array(point).nullable(), 'the files at peakAfterPruneAt; null in summary mode'),
  }),
  traffic: z.strictObject({
    bytes: say(estimate, 'bytes over all links'),
    byLink: z.array(z.strictObject({ link: z.string(), bytes: estimate })),
  }),
  verification: z.strictObject({
    count: say(estimate, 'checks, those of everything that is kept counted once each'),
    seconds: estimate,
    bytes: estimate,
    coreSeconds: say(estimate, 'seconds of all cores together'),
    exposure: say(
      estimate,
      'seconds for which silent damage goes unseen, on average, of the copy that fares worst',
    ),
  }),
  recovery: z.strictObject({
    newest: say(
      recovery.nullable(),
      'the newest point that takes longest, over the workloads; null without a point',
    ),
    worst: say(recovery.nullable(), 'the kept point that takes longest'),
  }),
  rpo: z.strictObject({
    gap: say(
      estimate.nullable(),
      'seconds: the longest gap between usable points, the end of the horizon included; null where there is none',
    ),
    worstAge: say(estimate.nullable(), 'seconds: the oldest that the newest usable point ever was'),
    continuous: say(
      estimate.nullable(),
      'seconds: the longest gap with logs and replicas counted; null where there is no point',
    ),
  }),
  copies: say(z.array(copyResult), 'copies of restore points, by store'),
  disasters: say(z.array(disasterResult), 'the impact of each disaster, and the recovery from it'),
  loss: say(annualLoss.nullable(), 'loss in a year, in closed form; null without disasters'),
  cost: say(costResult.nullable(), 'null where nothing has a price'),
  unpriced: say(
    z.array(unpricedPart),
    'what is used and has no price; it is in no cost, and strategies are not compared by it',
  ),
  purchases: say(z.array(purchase), 'what must be bought when, in stores that may grow'),
  materials: say(
    z.array(material),
    'the bill of materials: all that is bought, on day one and later, with `purchases`',
  ),
  cash: say(
    z.array(cashYear),
    'what is paid in each year of the calendar, in the currency of cost; what has no price is not in it',
  ),
  cartridges: say(z.array(cartridges), 'by tape library'),
  objectives: z.array(objectiveResult),
  rules: say(z.array(ruleResult), 'the rules that the scenario asks for, in its order'),
});

/** What `simulate --json` prints. */
export const result = z.strictObject({
  format: z.literal('backcast/result/1'),
  scenario: z.strictObject({
    name: z.string(),
    hash: say(z.string(), 'SHA-256 over the normal form and the data files that it names'),
    start: z.string(),
    end: z.string(),
    timezone: z.string(),
  }),
  seed: z.number(),
  trials: z.int().min(1),
  doubt: say(
    z
      .strictObject({
        scrambles: say(amount, 'nets that the trials were dealt to, each scrambled by itself'),
        points: say(amount, 'trials of each net, at least'),
        needed: say(
          amount,
          'trials that are needed until 95 % intervals are 1 point to either side for the chance of each objective, and 2 % for the 95 % point of the peak stored',
        ),
        enough: say(z.boolean(), 'whether there were as many'),
      })
      .nullable(),
    'how far the trials can be trusted; null with one trial',
  ),
  advice,
  workloads: z.array(
    z.strictObject({
      name: z.string(),
      sizeAtStart: estimate,
      sizeAtEnd: estimate,
    }),
  ),
  training: say(z.array(trainingRun), 'training runs, in the order of their names'),
  strategies: say(z.array(strategyResult), 'in the order of their names'),
  defaults: say(
    z.array(z.strictObject({ path: z.string(), value: z.string(), source: z.string() })),
    'values that nobody gave',
  ),
  profiles: say(
    z.array(profiledTool).optional(),
    'tools whose figures rest on measurements, and how far these may be trusted; absent where none do',
  ),
  warnings: say(z.array(z.string()), 'doubts about the result'),
});

/** What `--json` prints. */
export type PrintedResult = z.output<typeof result>;
/** The answers to a scenario: what is printed, and the order in which people see it. */
export interface Result extends PrintedResult {
  /**
   * Names of the strategies in the order of the scenario file; others follow by name. It is no part
   * of the JSON: the same scenario gives the same bytes in whatever order it is declared.
   */
  readonly order: readonly string[];
}
/** What became of one strategy. */
export type StrategyResult = z.output<typeof strategyResult>;
/** The jobs of one workload at one level. */
export type JobResult = z.output<typeof jobResult>;
/** One way back: the restore of one point. */
export type RecoveryResult = z.output<typeof recovery>;
/** One file of a chain, with the reasons for which it stays. */
export type PointResult = z.output<typeof point>;
/** The copies of restore points in one store. */
export type CopyResult = z.output<typeof copyResult>;
/** A part of a store that costs something and has no price. */
export type Unpriced = z.output<typeof unpricedPart>;
/** What one disaster takes under one strategy. */
export type DisasterResult = z.output<typeof disasterResult>;
/** One promise and what came of it. */
export type ObjectiveResult = StrategyResult['objectives'][number];
